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
 * log says of the person. Throws `RebuildRunning`: a rebuild under way passes the erasure first. May be repeated.
 */
export async function finishErasure(deps: FinishDeps, accountId: AccountId, signal: AbortSignal): Promise<void> {
  const { db, pool, log, personKeys } = deps;
  for (const plantId of await deps.plantsEverOf(accountId)) await eraseMeasured(pool, plantId);
  await forgetBuyers(deps, accountId);
  for (const name of deps.projections) await dropOld({ db, pool, log, signal }, name);
  await pool.query(`delete from outbox where payload ->> 'accountId' = $1`, [accountId]);
  await forgetKeptMails(deps, accountId);
  await personKeys.destroyKey(accountId);
}
