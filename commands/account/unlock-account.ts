import type { SignInAttempts } from '../../adapters/sign-in-attempts/port.js';
import { accountDecider, type AccountRejection } from '../../domain/account/account.js';
import { streamOf, type AccountId } from '../../domain/kernel/ids.js';
import { handle, type CommandContext } from '../handle.js';
import type { Clock, EventLog } from '../ports.js';

export type UnlockAccountDeps = {
  readonly log: EventLog;
  readonly attempts: Pick<SignInAttempts, 'forgive' | 'lockedUntil'>;
  readonly clock: Clock;
};

type Unlocked = { readonly ok: true } | { readonly ok: false; readonly rejection: AccountRejection };

/**
 * Somebody of the office lifts the lock of an account whose owner is known to be the caller; quietly nothing where there
 * is none. The fact is noted first: no lock goes without a trace, and the call can be repeated.
 */
export async function unlockAccount(
  deps: UnlockAccountDeps,
  accountId: AccountId,
  context: CommandContext,
): Promise<Unlocked> {
  const at = deps.clock.now();
  if ((await deps.attempts.lockedUntil(accountId, at)) === null) return { ok: true };
  const command = { type: 'Unlock', at } as const;
  const noted = await handle(deps.log, accountDecider, streamOf.account(accountId), command, context);
  if (!noted.ok) return noted;
  await deps.attempts.forgive(accountId);
  return { ok: true };
}
