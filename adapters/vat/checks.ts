import { checkVatId } from '../../commands/account/check-vat-id.js';
import type { Clock, EventLog, VatIdValidator } from '../../commands/ports.js';
import type { NightWindow } from '../../domain/account/check-schedule.js';
import { dueChecks, heldChecks } from '../../projections/identities.js';
import type { Leases, Db } from '../database/port.js';
import { startVatWorker } from './worker.js';

/** How many accounts are taken up in one round. */
const perRound = 50;

type VatChecksOptions = {
  readonly db: Db;
  readonly leases: Leases;
  readonly log: EventLog;
  readonly clock: Clock;
  readonly validator: VatIdValidator;
  readonly night: NightWindow | null;
  /** An authority refuses us: the operator has to mend something. */
  readonly onRefused: (rawStatus: string) => void;
  readonly onTrouble: (error: unknown) => void;
  readonly pollMs?: number;
};

/** Makes the checks of VAT ids in the background, on one of all nodes. */
export function startVatChecks(options: VatChecksOptions): { stop(): Promise<void> } {
  const { db, leases, log, clock, validator, night, onRefused, onTrouble } = options;
  const deps = { log, clock, night, random: Math.random, validator: telling(validator, onRefused) };
  return startVatWorker({
    leases,
    due: (withoutStates) => dueChecks(db, clock.now(), { limit: perRound, withoutStates }),
    held: () => heldChecks(db),
    check: (accountId, { isMended }) => checkVatId(deps, accountId, { isMended }),
    onTrouble,
    ...(options.pollMs === undefined ? {} : { pollMs: options.pollMs }),
  });
}

function telling(validator: VatIdValidator, onRefused: (rawStatus: string) => void): VatIdValidator {
  return {
    async check(question) {
      const result = await validator.check(question);
      if (result.outcome === 'refused') onRefused(result.rawStatus);
      return result;
    },
  };
}
