import type { SecondFactors } from '../../adapters/second-factors/port.js';
import type { Attempt } from '../../adapters/sign-in-attempts/port.js';
import type { AccountRejection } from '../../domain/account/account.js';
import { changeableFrom, isChangeable } from '../../domain/account/password-life.js';
import { reject } from '../../domain/kernel/decider.js';
import type { Temporal } from '../../domain/kernel/time.js';
import type { CommandContext } from '../handle.js';
import { provePassword, type PasswordProof, type PasswordRejection, type ProvePasswordDeps } from './prove-password.js';
import {
  replacePassword,
  settlePassword,
  type NewPasswordRejection,
  type ReplacePasswordDeps,
} from './replace-password.js';
import { note } from './second-factor.js';

export type ChangePasswordDeps = ProvePasswordDeps &
  ReplacePasswordDeps & { readonly secondFactors: Pick<SecondFactors, 'status' | 'prove'> };

export type ChangePasswordRejection =
  | AccountRejection
  | PasswordRejection
  | NewPasswordRejection
  | { readonly code: 'password.too-young'; readonly changeableFrom: Temporal.Instant }
  | { readonly code: 'totp.code-required' | 'totp.code-wrong' };

type Rejected = { readonly ok: false; readonly rejection: ChangePasswordRejection };
type Changed = { readonly ok: true; readonly position: bigint | null } | Rejected;

type Wish = PasswordProof & {
  readonly sessionId: string;
  readonly newPassword: string;
  /** Of the authenticator, or a recovery code; null when none was given. */
  readonly code: string | null;
};

/**
 * The owner chooses another password (A4), with the present one and, where a second factor is set up, a code: having the
 * session is not enough. The other sessions end.
 */
export async function changePassword(deps: ChangePasswordDeps, wish: Wish, context: CommandContext): Promise<Changed> {
  const { accountId, sessionId, newPassword } = wish;
  const proven = await provePassword(deps, wish);
  if (!proven.ok) return proven;
  const { attempt, known } = proven;
  const at = deps.clock.now();
  if (!isChangeable(known.passwordChosenAt, at)) {
    await attempt.takenBack();
    return reject({ code: 'password.too-young', changeableFrom: changeableFrom(known.passwordChosenAt) });
  }
  const refused = await secondStep(deps, wish, attempt, context);
  if (refused !== null) return refused;
  await attempt.succeeded();
  const replaced = await replacePassword(deps, known, newPassword, at);
  if (!replaced.ok) return replaced;
  return settlePassword(deps, accountId, { type: 'NotePasswordChange', at }, context, { except: sessionId });
}

/** Null when the code was right, or none is needed. A wrong one counts like a wrong password. */
async function secondStep(
  deps: ChangePasswordDeps,
  { accountId, code }: Wish,
  attempt: Attempt,
  context: CommandContext,
): Promise<Rejected | null> {
  const { enabled } = await deps.secondFactors.status(accountId);
  if (!enabled) return null;
  if (code === null) {
    await attempt.takenBack();
    return reject({ code: 'totp.code-required' });
  }
  const proof = await deps.secondFactors.prove(accountId, code, deps.clock.now());
  if (proof === null) return reject({ code: 'totp.code-wrong' });
  if (proof === 'recovery-code') await note(deps, accountId, 'NoteRecoveryCode', context);
  return null;
}
