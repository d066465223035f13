import type { AccountId, PlantId } from '../../domain/kernel/ids.js';
import { dropOld } from '../../projections/engine/rebuild.js';
import { forgetBuyers, type BuyersDeps } from './buyers.js';
import { forgetKeptMails } from './kept-mails.js';
import { eraseMeasured } from '../readings/erase-measured.js';

export type FinishDeps = BuyersDeps & {
  readonly plantsEverOf: (accountId: AccountId) => Promise<readonly PlantId[]>;
  /** Names of the read models. */
  readonly projections: readonly string[];
};

/**
 * What is left once the last mail has had its time: measured values, tables that read models have beside the live ones,
 * which no event reaches any more, mails that wait or stayed here, and at last the key, without which nobody reads what the
 * log says of them. Throws `RebuildRunning`: a rebuild under way passes the erasures first. May be repeated.
 */
export async function finishErasures(
  deps: FinishDeps,
  accountIds: readonly AccountId[],
  signal: AbortSignal,
): Promise<void> {
  const { db, pool, log, personKeys } = deps;
  if (accountIds.length === 0) return;
  for (const accountId of accountIds) {
    for (const plantId of await deps.plantsEverOf(accountId)) await eraseMeasured(pool, plantId);
    await forgetBuyers(deps, accountId);
  }
  for (const name of deps.projections) await dropOld({ db, pool, log, signal }, name);
  for (const accountId of accountIds) {
    await pool.query(`delete from outbox where payload ->> 'accountId' = $1`, [accountId]);
    await pool.query('delete from repair_files where account_id = $1', [accountId]);
    await forgetKeptMails(deps, accountId);
    await personKeys.destroyKey(accountId);
  }
}
