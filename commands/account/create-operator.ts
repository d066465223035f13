import { randomBytes, randomUUID } from 'node:crypto';
import { accountDecider, type AccountRejection } from '../../domain/account/account.js';
import type { OperatorRole } from '../../domain/account/access.js';
import type { AccountCommand } from '../../domain/account/commands.js';
import type { AccountLanguage } from '../../domain/account/person.js';
import { reject } from '../../domain/kernel/decider.js';
import { AccountId, streamOf } from '../../domain/kernel/ids.js';
import { handle, type CommandContext } from '../handle.js';
import type { Clock, Credentials, EventLog, PasswordHasher } from '../ports.js';
import { loadAccount } from './load-account.js';
import { reserve } from './reserve.js';

export type CreateOperatorDeps = {
  readonly log: EventLog;
  readonly credentials: Credentials;
  readonly hasher: PasswordHasher;
  readonly clock: Clock;
};

export type OperatorWish = {
  readonly userName: string;
  readonly email: string;
  /** Of a new account; an existing one keeps its own. */
  readonly language: AccountLanguage;
  readonly grant: readonly OperatorRole[];
  readonly revoke: readonly OperatorRole[];
};

export type CreateOperatorRejection = AccountRejection | { readonly code: 'operator.name-or-address-taken' };

type OperatorOutcome =
  | {
      readonly ok: true;
      readonly accountId: AccountId;
      readonly isNew: boolean;
      /** False until the owner has chosen a password. */
      readonly isActive: boolean;
      readonly roles: readonly OperatorRole[];
      /** Position to wait for before reading; null when nothing happened. */
      readonly position: bigint | null;
    }
  | { readonly ok: false; readonly rejection: CreateOperatorRejection };

/**
 * Gives roles to an account and takes roles from it; the account is made when neither user name nor address are known.
 * Nobody can sign in to a new account before its owner has followed a one-time link. May be repeated.
 */
export async function createOperator(
  deps: CreateOperatorDeps,
  wish: OperatorWish,
  context: CommandContext,
): Promise<OperatorOutcome> {
  const byName = await deps.credentials.findByUserName(wish.userName);
  const byEmail = await deps.credentials.findByEmail(wish.email);
  const isNew = byName === null && byEmail === null;
  if (!isNew && (byName?.accountId !== byEmail || byName?.isDecoy === true)) {
    return reject({ code: 'operator.name-or-address-taken' });
  }
  if (isNew && wish.grant.length === 0) return reject({ code: 'account.not-registered' });
  const accountId = isNew ? await create(deps, wish, context) : byEmail;
  if (accountId === null) return reject({ code: 'operator.name-or-address-taken' });
  const at = deps.clock.now();
  const commands: readonly AccountCommand[] = [
    ...wish.grant.map((role) => ({ type: 'GrantOperatorRole', role, at }) as const),
    ...wish.revoke.map((role) => ({ type: 'RevokeOperatorRole', role, at }) as const),
  ];
  let position: bigint | null = null;
  for (const command of commands) {
    const handled = await handle(deps.log, accountDecider, streamOf.account(accountId), command, context);
    if (!handled.ok) return handled;
    position = handled.position ?? position;
  }
  const account = await loadAccount(deps.log, accountId);
  if (account.status === 'unregistered') return reject({ code: 'account.not-registered' });
  return { ok: true, accountId, isNew, isActive: account.status === 'active', roles: account.roles, position };
}

/** Leaves a mail with a one-time link for the owner of an account that was made for them. */
export async function inviteOperator(
  deps: Pick<CreateOperatorDeps, 'log' | 'clock'>,
  accountId: AccountId,
  context: CommandContext,
) {
  const command = { type: 'InviteOperator', at: deps.clock.now() } as const;
  return handle(deps.log, accountDecider, streamOf.account(accountId), command, context);
}

/** Null when the name or the address was taken in the meantime. */
async function create(
  deps: CreateOperatorDeps,
  { userName, email, language }: OperatorWish,
  context: CommandContext,
): Promise<AccountId | null> {
  const at = deps.clock.now();
  const accountId = AccountId.parse(randomUUID());
  // A password that nobody knows: it is replaced when the link is followed.
  const passwordHash = await deps.hasher.hash(randomBytes(32).toString('base64'));
  const reserved = await reserve(deps, { accountId, userName, email, passwordHash, at }, context);
  if (!reserved.ok) return null;
  const command = { type: 'CreateOperatorAccount', accountId, userName, email, language, at } as const;
  await handle(deps.log, accountDecider, streamOf.account(accountId), command, context);
  await deps.credentials.confirm(accountId, at);
  return accountId;
}
