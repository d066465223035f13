import type { Sessions } from '../../adapters/sessions/port.js';
import { accountDecider, type AccountRejection } from '../../domain/account/account.js';
import type { PasswordCommand } from '../../domain/account/commands.js';
import { unavailable } from '../../domain/account/password-life.js';
import { reject } from '../../domain/kernel/decider.js';
import { streamOf, type AccountId } from '../../domain/kernel/ids.js';
import type { Temporal } from '../../domain/kernel/time.js';
import { handle, type CommandContext } from '../handle.js';
import type { CommonPasswords, Credentials, EventLog, KnownCredentials, PasswordHasher } from '../ports.js';
import { faultsOf, type PasswordFault } from './judge-password.js';
import { loadAccount } from './load-account.js';

export type ReplacePasswordDeps = {
  readonly log: EventLog;
  readonly credentials: Pick<Credentials, 'passwordsUsed' | 'changePassword'>;
  readonly hasher: PasswordHasher;
  readonly commonPasswords: CommonPasswords;
  readonly sessions: Pick<Sessions, 'revokeAll'>;
};

export type NewPasswordRejection =
  | { readonly code: 'password.not-allowed'; readonly violations: readonly PasswordFault[] }
  | { readonly code: 'password.used-before' | 'password.changed-elsewhere' };

type Replaced =
  | { readonly ok: true; readonly passwordHash: string }
  | { readonly ok: false; readonly rejection: NewPasswordRejection };

/**
 * Puts a password in the place of the one that was read: it keeps the rules, is not common and none of the last ones. In force at
 * once; `settlePassword` does what follows from it. Of several at the same time one wins.
 */
export async function replacePassword(
  deps: ReplacePasswordDeps,
  known: KnownCredentials,
  password: string,
  at: Temporal.Instant,
): Promise<Replaced> {
  const refused = await judgeNewPassword(deps, known.accountId, password);
  if (refused !== null) return refused;
  const to = await deps.hasher.hash(password);
  const isReplaced = await deps.credentials.changePassword(known.accountId, { from: known.passwordHash, to, at });
  return isReplaced ? { ok: true, passwordHash: to } : reject({ code: 'password.changed-elsewhere' });
}

/** Why somebody cannot have this password; null when nothing stands against it. */
export async function judgeNewPassword(
  deps: Pick<ReplacePasswordDeps, 'log' | 'credentials' | 'hasher' | 'commonPasswords'>,
  accountId: AccountId,
  password: string,
): Promise<{ readonly ok: false; readonly rejection: NewPasswordRejection } | null> {
  const account = await loadAccount(deps.log, accountId);
  if (account.status === 'unregistered') return reject({ code: 'password.changed-elsewhere' });
  const faults = faultsOf(deps, password, account);
  if (faults.length > 0) return reject({ code: 'password.not-allowed', violations: faults });
  for (const hash of unavailable(await deps.credentials.passwordsUsed(accountId))) {
    if (await deps.hasher.verify(hash, password)) return reject({ code: 'password.used-before' });
  }
  return null;
}

type Settled =
  | { readonly ok: true; readonly position: bigint | null }
  | { readonly ok: false; readonly rejection: AccountRejection };

/**
 * What follows from a new password: sessions end, but for one that may be named, and the fact is noted. Not with the
 * caller's If-Match and key: the password is in force by now.
 */
export async function settlePassword(
  deps: Pick<ReplacePasswordDeps, 'log' | 'sessions'>,
  accountId: AccountId,
  command: PasswordCommand,
  { actor, correlationId }: Pick<CommandContext, 'actor' | 'correlationId'>,
  options?: { readonly except: string },
): Promise<Settled> {
  await deps.sessions.revokeAll(accountId, command.at, options);
  return handle(deps.log, accountDecider, streamOf.account(accountId), command, { actor, correlationId });
}
