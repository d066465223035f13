import type { AccountRejection } from '../../domain/account/account.js';
import { changeableFrom, isChangeable } from '../../domain/account/password-life.js';
import { reject } from '../../domain/kernel/decider.js';
import type { Temporal } from '../../domain/kernel/time.js';
import type { CommandContext } from '../handle.js';
import { proveCode, type CodeRejection, type ProveCodeDeps } from './prove-code.js';
import { provePassword, type PasswordProof, type PasswordRejection, type ProvePasswordDeps } from './prove-password.js';
import {
  judgeNewPassword,
  replacePassword,
  settlePassword,
  type NewPasswordRejection,
  type ReplacePasswordDeps,
} from './replace-password.js';

export type ChangePasswordDeps = ProvePasswordDeps & ProveCodeDeps & ReplacePasswordDeps;

export type ChangePasswordRejection =
  | AccountRejection
  | PasswordRejection
  | NewPasswordRejection
  | CodeRejection
  | { readonly code: 'password.too-young'; readonly changeableFrom: Temporal.Instant };

type Changed =
  | { readonly ok: true; readonly position: bigint | null }
  | { readonly ok: false; readonly rejection: ChangePasswordRejection };

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
  // Before the code: it can be shown once only, and would be lost with a password that is refused.
  const unfit = await judgeNewPassword(deps, accountId, newPassword);
  if (unfit !== null) {
    await attempt.takenBack();
    return unfit;
  }
  const refused = await proveCode(deps, wish, attempt, context);
  if (refused !== null) return refused;
  await attempt.succeeded();
  const replaced = await replacePassword(deps, known, newPassword, at);
  if (!replaced.ok) return replaced;
  return settlePassword(deps, accountId, { type: 'NotePasswordChange', at }, context, { except: sessionId });
}
