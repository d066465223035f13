import { v7 as uuidV7 } from 'uuid';
import { eraseAccount } from '../../commands/account/erase-account.js';
import { loadAccount } from '../../commands/account/load-account.js';
import { hasAgreedRepair } from '../../commands/repair/leave-repairs.js';
import { farewellTime, isFarewellOver } from '../../domain/account/erasure.js';
import type { AccountId } from '../../domain/kernel/ids.js';
import { accountsToErase } from '../../projections/account-queries.js';
import type { Leases } from '../database/port.js';
import { startDueWorker } from '../jobs/due-worker.js';
import { clearAccount, type ClearDeps } from './clear.js';
import { finishErasures, type FinishDeps } from './finish.js';

type ErasuresOptions = ClearDeps &
  FinishDeps & {
    readonly leases: Leases;
    readonly onTrouble: (error: unknown) => void;
    readonly pollMs?: number;
  };

const perRound = 20;

/**
 * Erases accounts whose waiting time is over, on one of all nodes: first the fact, then what lies outside the log, and
 * when the last mail has had its time the rest.
 */
export function startErasures(options: ErasuresOptions): { stop(): Promise<void> } {
  const { leases, log, clock, onTrouble, pollMs } = options;
  const stopping = new AbortController();

  async function act(accountId: AccountId): Promise<void> {
    const context = { actor: { kind: 'system', id: 'erasure' }, correlationId: uuidV7() } as const;
    const erased = await eraseAccount(options, accountId, context);
    // Taken back in this very moment.
    if (!erased.ok) return;
    await clearAccount(options, accountId);
    const account = await loadAccount(log, accountId);
    if (!isFarewellOver(account, clock.now()) || (await hasAgreedRepair(options, accountId))) return;
    await finishErasures(options, [accountId], stopping.signal);
  }

  const worker = startDueWorker({
    leases,
    leaseName: 'erasures',
    due: () => {
      const now = clock.now();
      const farewellOverAt = now.subtract(farewellTime).toString();
      return accountsToErase(options.db, { now: now.toString(), farewellOverAt, limit: perRound });
    },
    act,
    onTrouble,
    atOnce: 1,
    ...(pollMs === undefined ? {} : { pollMs }),
  });
  return {
    async stop() {
      stopping.abort();
      await worker.stop();
    },
  };
}
