import type pg from 'pg';
import { eraseMeasured } from '../readings/erase-measured.js';
import { forgetThirdParty, type ForgetThirdPartyDeps } from '../../commands/plant/forget-third-party.js';
import { removePlant } from '../../commands/plant/remove-plant.js';
import { leaveRepairs, type LeaveRepairsDeps } from '../../commands/repair/leave-repairs.js';
import type { InverterDeps } from '../../commands/plant/ports.js';
import type { Credentials } from '../../commands/ports.js';
import type { AccountId, PlantId } from '../../domain/kernel/ids.js';
import type { DataExports } from '../data-export/port.js';
import type { SecondFactors } from '../second-factors/port.js';
import type { Sessions } from '../sessions/port.js';
import type { SignInAttempts } from '../sign-in-attempts/port.js';

export type ClearDeps = InverterDeps &
  ForgetThirdPartyDeps &
  LeaveRepairsDeps & {
    readonly pool: pg.Pool;
    readonly credentials: Pick<Credentials, 'forget'>;
    readonly sessions: Pick<Sessions, 'revokeAll'>;
    readonly secondFactors: Pick<SecondFactors, 'remove'>;
    readonly attempts: Pick<SignInAttempts, 'forgive'>;
    readonly dataExports: Pick<DataExports, 'forget'>;
    readonly plantsEverOf: (accountId: AccountId) => Promise<readonly PlantId[]>;
  };

const erasure = { kind: 'system', id: 'erasure' } as const;

/**
 * Closes the ways in, takes the plants off the portal with what was measured in them, ends what repairs nobody agreed on yet, gives up the rights in plants
 * of others and drops the papers beside the log. The credentials go last: while they are there, it is not done. May be
 * repeated.
 */
export async function clearAccount(deps: ClearDeps, accountId: AccountId): Promise<void> {
  const { pool } = deps;
  await deps.sessions.revokeAll(accountId, deps.clock.now());
  await pool.query('delete from sessions where account_id = $1', [accountId]);
  for (const plantId of await deps.plantsEverOf(accountId)) {
    await removeIfThere(deps, plantId);
    await eraseMeasured(pool, plantId);
  }
  const context = { actor: erasure, correlationId: `erasure-${accountId}` };
  await leaveRepairs(deps, accountId, context);
  await forgetThirdParty(deps, accountId, context);
  await deps.secondFactors.remove(accountId);
  await deps.attempts.forgive(accountId);
  await deps.dataExports.forget(accountId);
  await pool.query('delete from device_registry.inverter_lists where account_id = $1', [accountId]);
  // Those about anything but the end itself have nobody left to read them.
  await pool.query(
    `delete from outbox where payload ->> 'accountId' = $1 and payload ->> 'template' <> 'account-erased'`,
    [accountId],
  );
  // With the passwords of before and the personal tokens, which hang on them.
  await deps.credentials.forget(accountId);
}

async function removeIfThere(deps: ClearDeps, plantId: PlantId): Promise<void> {
  const context = { actor: erasure, correlationId: `erasure-${plantId}` };
  const removed = await removePlant(deps, { plantId }, context);
  if (!removed.ok && removed.rejection.code !== 'plant.not-found') throw new Error(removed.rejection.code);
}
