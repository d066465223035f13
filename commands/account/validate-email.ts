import type { ActionTokens } from '../../adapters/crypto/port.js';
import type { OpenSession, Sessions } from '../../adapters/sessions/port.js';
import { accountDecider, type AccountRejection } from '../../domain/account/account.js';
import { reject } from '../../domain/kernel/decider.js';
import { streamOf, type AccountId } from '../../domain/kernel/ids.js';
import type { Temporal } from '../../domain/kernel/time.js';
import { handle, type CommandContext } from '../handle.js';
import type { Clock, EventLog } from '../ports.js';
import { loadAccount } from './load-account.js';
import { provePassword, type PasswordRejection, type ProvePasswordDeps } from './prove-password.js';
import {
  replacePassword,
  settlePassword,
  type NewPasswordRejection,
  type ReplacePasswordDeps,
} from './replace-password.js';

export type ValidateEmailDeps = ReplacePasswordDeps &
  ProvePasswordDeps & {
    readonly log: EventLog;
    readonly credentials: ReplacePasswordDeps['credentials'] & ProvePasswordDeps['credentials'];
    readonly tokens: ActionTokens;
    readonly sessions: Sessions;
    readonly clock: Clock;
  };

export type ValidationRejection =
  | AccountRejection
  | PasswordRejection
  | NewPasswordRejection
  | { readonly code: 'validation.link-invalid' | 'validation.link-expired' };

type Rejected = { readonly ok: false; readonly rejection: ValidationRejection };

type Validated = { readonly ok: true; readonly session: OpenSession; readonly position: bigint | null } | Rejected;

/** What whoever follows the link shows besides it: the password of the registration, a new one, or nothing. */
type ValidationWish = {
  readonly token: string;
  readonly password: string | null;
  /** Takes the place of the one of the registration, for whoever does not know it. */
  readonly newPassword: string | null;
  readonly userAgent: string | null;
  /** Where the request came from. */
  readonly address: string;
};

/** Whether a link still opens an account, for whoever has just followed it; says nothing of whose it is. */
export async function examineValidationLink(
  deps: Pick<ValidateEmailDeps, 'log' | 'tokens' | 'clock'>,
  token: string,
): Promise<{ readonly ok: true; readonly accountId: AccountId } | Rejected> {
  const at = deps.clock.now();
  const check = deps.tokens.check('validate-account', token, at);
  if (!check.ok) {
    return reject({ code: check.reason === 'expired' ? 'validation.link-expired' : 'validation.link-invalid' });
  }
  const { subject: accountId } = check;
  const decision = accountDecider.decide(
    { type: 'ValidateEmail', proof: 'password', at },
    await loadAccount(deps.log, accountId),
  );
  return decision.ok ? { ok: true, accountId } : decision;
}

/**
 * The link of the mail was followed: the account becomes active and its owner is signed in (A3). The link proves the
 * address. Whose the password is it does not prove: who registered may be somebody else than who reads.
 */
export async function validateEmail(
  deps: ValidateEmailDeps,
  wish: ValidationWish,
  { correlationId }: Pick<CommandContext, 'correlationId'>,
): Promise<Validated> {
  const at = deps.clock.now();
  const link = await examineValidationLink(deps, wish.token);
  if (!link.ok) return link;
  const { accountId } = link;
  const proven = await provenBy(deps, accountId, wish, at);
  if (!proven.ok) return proven;
  // Without the caller's Idempotency-Key: a link works once, and a repetition must not open another session.
  const context = { actor: { kind: 'account', id: accountId }, correlationId } as const;
  const command = { type: 'ValidateEmail', proof: proven.proof, at } as const;
  const handled = await handle(deps.log, accountDecider, streamOf.account(accountId), command, context);
  if (!handled.ok) return handled;
  if (proven.isNew) await settlePassword(deps, accountId, { type: 'NotePasswordReset', at }, context);
  const session = await deps.sessions.open(accountId, { userAgent: wish.userAgent, secondFactor: false }, at);
  return { ok: true, session, position: handled.position };
}

/** A new password is in force at once: nobody signs in with the other one, whatever happens to this process. */
async function provenBy(
  deps: ValidateEmailDeps,
  accountId: AccountId,
  { password, newPassword, address }: ValidationWish,
  at: Temporal.Instant,
): Promise<{ readonly ok: true; readonly proof: 'link' | 'password'; readonly isNew?: true } | Rejected> {
  if (newPassword !== null) {
    const known = await deps.credentials.findById(accountId);
    if (known === null) return reject({ code: 'validation.registration-expired' });
    // Whoever does know the password of the registration may have typed it here.
    if (await deps.hasher.verify(known.passwordHash, newPassword)) return { ok: true, proof: 'password' };
    const replaced = await replacePassword(deps, known, newPassword, at);
    return replaced.ok ? { ok: true, proof: 'password', isNew: true } : replaced;
  }
  if (password === null) return { ok: true, proof: 'link' };
  const proven = await provePassword(deps, { accountId, password, address });
  if (!proven.ok) return proven;
  await proven.attempt.succeeded();
  return { ok: true, proof: 'password' };
}
