import type { ApiTokens } from '../../adapters/api-tokens/port.js';
import type { ActionTokens } from '../../adapters/crypto/port.js';
import type { SignInAttempts } from '../../adapters/sign-in-attempts/port.js';
import { accountDecider, type AccountRejection } from '../../domain/account/account.js';
import { isResettable } from '../../domain/account/password.js';
import { answersLastRequest } from '../../domain/account/password-life.js';
import { reject } from '../../domain/kernel/decider.js';
import { streamOf, type AccountId } from '../../domain/kernel/ids.js';
import { handle, type CommandContext } from '../handle.js';
import type { Clock, Credentials, EventLog, KnownCredentials } from '../ports.js';
import { loadAccount } from './load-account.js';
import {
  replacePassword,
  settlePassword,
  type NewPasswordRejection,
  type ReplacePasswordDeps,
} from './replace-password.js';

type RequestResetDeps = {
  readonly log: EventLog;
  readonly credentials: Pick<Credentials, 'findByEmailKey'>;
  readonly clock: Clock;
};

/**
 * Has a link mailed to the owner of an address, if it has one. Not called by the request itself, which only leaves the
 * key of the address: whether there is an account neither its answer nor the time it takes may tell.
 */
export async function requestPasswordReset(
  deps: RequestResetDeps,
  emailKey: string,
  context: CommandContext,
): Promise<void> {
  const accountId = await deps.credentials.findByEmailKey(emailKey);
  if (accountId === null) return;
  const command = { type: 'RequestPasswordReset', at: deps.clock.now() } as const;
  await handle(deps.log, accountDecider, streamOf.account(accountId), command, context);
}

export type ResetPasswordDeps = Omit<ReplacePasswordDeps, 'credentials'> & {
  readonly credentials: Pick<Credentials, 'findById' | 'passwordsUsed' | 'changePassword'>;
  readonly tokens: ActionTokens;
  readonly attempts: Pick<SignInAttempts, 'forgive'>;
  readonly apiTokens: Pick<ApiTokens, 'revokeAll'>;
  readonly clock: Clock;
};

export type ResetPasswordRejection =
  | AccountRejection
  | NewPasswordRejection
  | { readonly code: 'reset.link-invalid' | 'reset.link-expired' | 'reset.link-used' };

type Reset = { readonly ok: true } | { readonly ok: false; readonly rejection: ResetPasswordRejection };

type ResetLink =
  | {
      readonly ok: true;
      readonly accountId: AccountId;
      readonly known: KnownCredentials;
      readonly isValidated: boolean;
    }
  | { readonly ok: false; readonly rejection: { readonly code: `reset.link-${'invalid' | 'expired' | 'used'}` } };

/** Whether a link still sets a password, for whoever has just opened it. Only the newest one does, once. */
export async function examineResetLink(
  deps: Pick<ResetPasswordDeps, 'log' | 'tokens' | 'clock'> & { readonly credentials: Pick<Credentials, 'findById'> },
  token: string,
): Promise<ResetLink> {
  const check = deps.tokens.check('reset-password', token, deps.clock.now());
  if (!check.ok) return reject({ code: check.reason === 'expired' ? 'reset.link-expired' : 'reset.link-invalid' });
  const { subject: accountId, issuedAt } = check;
  const account = await loadAccount(deps.log, accountId);
  const known = await deps.credentials.findById(accountId);
  if (!isResettable(account) || known === null) return reject({ code: 'reset.link-used' });
  const chosen = { requestedAt: account.resetRequestedAt, chosenAt: known.passwordChosenAt };
  if (!answersLastRequest(issuedAt, chosen)) return reject({ code: 'reset.link-used' });
  return { ok: true, accountId, known, isValidated: account.status === 'active' };
}

/**
 * The link of the mail was followed (A5): a new password, whatever the age of the old one. All sessions and personal tokens end and a
 * lock-out is lifted; the second factor stays. An address that was never validated is by that. Only the newest link counts, and none after a password was chosen.
 */
export async function resetPassword(
  deps: ResetPasswordDeps,
  { token, password }: { readonly token: string; readonly password: string },
  { correlationId }: Pick<CommandContext, 'correlationId'>,
): Promise<Reset> {
  const at = deps.clock.now();
  const link = await examineResetLink(deps, token);
  if (!link.ok) return link;
  const { accountId, known, isValidated } = link;
  const credentials: typeof deps.credentials = {
    ...deps.credentials,
    async changePassword(...change) {
      // Whoever had the account until now may have made some: they end before the link is used up.
      await deps.apiTokens.revokeAll(accountId, at);
      return deps.credentials.changePassword(...change);
    },
  };
  const replaced = await replacePassword({ ...deps, credentials }, known, password, at);
  if (!replaced.ok) return replaced;
  await deps.attempts.forgive(accountId);
  const context = { actor: { kind: 'account', id: accountId }, correlationId } as const;
  if (!isValidated) {
    const command = { type: 'ValidateEmail', proof: 'password', at } as const;
    const handled = await handle(deps.log, accountDecider, streamOf.account(accountId), command, context);
    // The link that validates may have been quicker.
    if (!handled.ok && handled.rejection.code !== 'validation.used') return handled;
  }
  return settlePassword(deps, accountId, { type: 'NotePasswordReset', at }, context);
}
