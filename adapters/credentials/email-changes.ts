import { v7 as uuidV7 } from 'uuid';
import { settleEmailChange } from '../../commands/account/change-email.js';
import type { Clock, Credentials, EventLog } from '../../commands/ports.js';
import type { Leases } from '../database/port.js';
import { startDueWorker } from '../jobs/due-worker.js';

type EmailChangesOptions = {
  readonly log: EventLog;
  readonly credentials: Pick<Credentials, 'findByEmail' | 'emailChangeNoted' | 'unnotedEmailChanges'>;
  readonly leases: Leases;
  readonly clock: Clock;
  readonly onTrouble: (error: unknown) => void;
  readonly pollMs?: number;
};

/** Whoever follows a link takes less. */
const patienceS = 30;

/** Mends changes of e-mail addresses that a process left half done, on one of all nodes. */
export function startEmailChanges({ pollMs = 15_000, ...options }: EmailChangesOptions): { stop(): Promise<void> } {
  const { leases, credentials, clock, onTrouble } = options;
  return startDueWorker({
    ...{ leases, onTrouble, pollMs, leaseName: 'email-changes' },
    due: () => credentials.unnotedEmailChanges(clock.now().subtract({ seconds: patienceS })),
    act: (accountId) =>
      settleEmailChange(options, accountId, {
        actor: { kind: 'system', id: 'email-changes' },
        correlationId: uuidV7(),
      }),
  });
}
