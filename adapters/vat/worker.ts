import type { AccountId } from '../../domain/kernel/ids.js';
import type { Leases } from '../database/port.js';
import type { DueCheck } from '../../projections/identities.js';
import { startRounds, type Rounds } from '../rounds.js';

type VatWorkerOptions = {
  /** Who of several nodes does it: one, so that no authority is asked twice, and none too often. */
  readonly leases: Pick<Leases, 'acquire'>;
  /** Accounts whose check is due now, none of the states that are under way. */
  readonly due: (withoutStates: readonly string[]) => Promise<readonly DueCheck[]>;
  /** Accounts whose check waits for the operator; asked once, because a start may mean that something was mended. */
  readonly held: () => Promise<readonly DueCheck[]>;
  readonly check: (accountId: AccountId, options: { readonly isMended: boolean }) => Promise<void>;
  readonly onTrouble: (error: unknown) => void;
  readonly pollMs?: number;
};

const leaseName = 'vat-checks';
/** An account whose check fails for a reason of ours is left alone for a while. */
const sulkMs = 60_000;

/**
 * Makes the checks of VAT ids that are due, those of each member state apart: a state that is slow to answer holds up nobody
 * else. What is due stands in the log and in the read model over it, so that nothing is lost with a process.
 */
export function startVatWorker(options: VatWorkerOptions): Rounds {
  const { leases, due, held, check, onTrouble, pollMs = 1_000 } = options;
  const sulking = new Map<AccountId, number>();
  /** Those of a state are done before more of it are taken up. */
  const underWay = new Map<string, Promise<unknown>>();

  async function checkOne(accountId: AccountId, isMended: boolean): Promise<void> {
    if ((sulking.get(accountId) ?? -Infinity) > performance.now()) return;
    try {
      await check(accountId, { isMended });
      sulking.delete(accountId);
    } catch (error) {
      sulking.set(accountId, performance.now() + sulkMs);
      onTrouble(error);
    }
  }

  function take(checks: readonly DueCheck[], isMended: boolean): void {
    for (const state of new Set(checks.map((check) => check.state))) {
      const ofState = checks.filter((check) => check.state === state);
      const done = Promise.all(ofState.map(({ accountId }) => checkOne(accountId, isMended)));
      underWay.set(state, done);
      void done.then(() => underWay.delete(state));
    }
  }

  let isFirst = true;
  async function round(): Promise<boolean> {
    if (!(await leases.acquire(leaseName))) return false;
    const checks = await due([...underWay.keys()]);
    take(isFirst ? [...checks, ...(await held())] : checks, isFirst);
    isFirst = false;
    return false;
  }

  const rounds = startRounds({ round, pauseMs: pollMs, onTrouble });
  return {
    async stop() {
      await rounds.stop();
      await Promise.all(underWay.values());
    },
  };
}
