import { accountDecider, type AccountRejection } from '../../domain/account/account.js';
import { streamOf, type AccountId } from '../../domain/kernel/ids.js';
import { handle, type CommandContext } from '../handle.js';
import type { Clock, EventLog } from '../ports.js';
import { proveCode, type CodeRejection, type ProveCodeDeps } from './prove-code.js';
import { provePassword, type PasswordProof, type PasswordRejection, type ProvePasswordDeps } from './prove-password.js';

type RequestErasureDeps = ProvePasswordDeps & ProveCodeDeps;
type ErasureDeps = { readonly log: EventLog; readonly clock: Clock };

export type ErasureRejection = AccountRejection | PasswordRejection | CodeRejection;

type Done<Rejection> =
  { readonly ok: true; readonly position: bigint | null } | { readonly ok: false; readonly rejection: Rejection };

/** `code`: of the authenticator, or a recovery code; null when none was given. */
type Wish = PasswordProof & { readonly code: string | null };

/**
 * The owner wants the account erased (A15), with the password and, where a second factor is set up, a code. It is erased
 * when the time to think better of it is over, and goes on working until then.
 */
export async function requestErasure(
  deps: RequestErasureDeps,
  wish: Wish,
  context: CommandContext,
): Promise<Done<ErasureRejection>> {
  const { accountId } = wish;
  const proven = await provePassword(deps, wish);
  if (!proven.ok) return proven;
  const refused = await proveCode(deps, wish, proven.attempt, context);
  if (refused !== null) return refused;
  await proven.attempt.succeeded();
  const command = { type: 'RequestErasure', at: deps.clock.now() } as const;
  return handle(deps.log, accountDecider, streamOf.account(accountId), command, context);
}

/** The owner thought better of it; quietly nothing when nothing was asked for. Being signed in is enough to stay. */
export function cancelErasure(
  deps: ErasureDeps,
  accountId: AccountId,
  context: CommandContext,
): Promise<Done<AccountRejection>> {
  const command = { type: 'CancelErasure', at: deps.clock.now() } as const;
  return handle(deps.log, accountDecider, streamOf.account(accountId), command, context);
}

/** The time is over: from now on the account is nobody's. What is kept outside the log goes after this fact. */
export function eraseAccount(
  deps: ErasureDeps,
  accountId: AccountId,
  context: CommandContext,
): Promise<Done<AccountRejection>> {
  const command = { type: 'EraseAccount', at: deps.clock.now() } as const;
  return handle(deps.log, accountDecider, streamOf.account(accountId), command, context);
}
