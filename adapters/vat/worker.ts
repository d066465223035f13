import type { AccountId } from '../../domain/kernel/ids.js';
import type { Leases } from '../database/port.js';
import { rest } from '../rest.js';

type VatWorkerOptions = {
  /** Who of several nodes does it: one, so that no authority is asked twice, and none too often. */
  readonly leases: Pick<Leases, 'acquire'>;
  /** Accounts whose check is due now. */
  readonly due: () => Promise<readonly AccountId[]>;
  /** Accounts whose check waits for the operator; asked once, because a start may mean that something was mended. */
  readonly held: () => Promise<readonly AccountId[]>;
  readonly check: (accountId: AccountId, options: { readonly isMended: boolean }) => Promise<void>;
  readonly onTrouble: (error: unknown) => void;
  readonly pollMs?: number;
};

const leaseName = 'vat-checks';
/** An account whose check fails for a reason of ours is left alone for a while. */
const sulkMs = 60_000;

/**
 * Makes the checks of VAT ids that are due, several accounts at a time. What is due stands in the log and in the read
 * model over it, so that nothing is lost with a process.
 */
export function startVatWorker(options: VatWorkerOptions): { stop(): Promise<void> } {
  const { leases, due, held, check, onTrouble, pollMs = 1_000 } = options;
  const stopping = new AbortController();
  const sulking = new Map<AccountId, number>();

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

  async function run(): Promise<void> {
    let isFirst = true;
    while (!stopping.signal.aborted) {
      try {
        if (await leases.acquire(leaseName)) {
          const isMended = isFirst;
          const accounts = isMended ? [...(await due()), ...(await held())] : await due();
          isFirst = false;
          await Promise.all(accounts.map((accountId) => checkOne(accountId, isMended)));
        }
      } catch (error) {
        onTrouble(error);
      }
      await rest(pollMs, stopping.signal);
    }
  }

  const running = run();
  return {
    async stop() {
      stopping.abort();
      await running;
    },
  };
}
