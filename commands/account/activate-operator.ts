import type { ActionTokens } from '../../adapters/crypto/port.js';
import type { OpenSession, Sessions } from '../../adapters/sessions/port.js';
import { accountDecider, type AccountRejection, type AccountState } from '../../domain/account/account.js';
import { reject } from '../../domain/kernel/decider.js';
import { streamOf, type AccountId } from '../../domain/kernel/ids.js';
import { handle, type CommandContext } from '../handle.js';
import type { Clock, CommonPasswords, Credentials, EventLog, KnownCredentials, PasswordHasher } from '../ports.js';
import { faultsOf, type PasswordFault } from './judge-password.js';
import { loadAccount } from './load-account.js';

export type ActivateOperatorDeps = {
  readonly log: EventLog;
  readonly credentials: Credentials;
  readonly hasher: PasswordHasher;
  readonly commonPasswords: CommonPasswords;
  readonly tokens: ActionTokens;
  readonly sessions: Sessions;
  readonly clock: Clock;
};

export type ActivationRejection =
  | AccountRejection
  | { readonly code: `activation.link-${'invalid' | 'expired' | 'used'}` }
  | { readonly code: 'password.not-allowed'; readonly violations: readonly PasswordFault[] };

type ActivationLink =
  | { readonly ok: true; readonly accountId: AccountId; readonly account: Registered; readonly known: KnownCredentials }
  | { readonly ok: false; readonly rejection: ActivationRejection };

type Registered = Extract<AccountState, { readonly status: 'registered' }>;

/** Whether a link still opens an account, for whoever has just followed it; says nothing of whose it is. */
export async function examineActivationLink(
  deps: Pick<ActivateOperatorDeps, 'log' | 'tokens' | 'clock'> & {
    readonly credentials: Pick<Credentials, 'findById'>;
  },
  token: string,
): Promise<ActivationLink> {
  const check = deps.tokens.check('activate-operator', token, deps.clock.now());
  if (!check.ok) {
    return reject({ code: check.reason === 'expired' ? 'activation.link-expired' : 'activation.link-invalid' });
  }
  const { subject: accountId } = check;
  const account = await loadAccount(deps.log, accountId);
  const known = await deps.credentials.findById(accountId);
  if (account.status === 'expired' || account.status === 'erased' || known === null)
    return reject({ code: 'activation.link-used' });
  if (account.status !== 'registered') return reject({ code: 'activation.link-used' });
  return { ok: true, accountId, account, known };
}

type Activated =
  | { readonly ok: true; readonly session: OpenSession; readonly position: bigint | null }
  | { readonly ok: false; readonly rejection: ActivationRejection };

/**
 * The one-time link of an operator's account was followed: its owner chooses the first password and is signed in. The
 * link works once, and of two who follow it at the same time one wins. A broken-off attempt may be repeated.
 */
export async function activateOperator(
  deps: ActivateOperatorDeps,
  request: { readonly token: string; readonly password: string; readonly userAgent: string | null },
  { correlationId }: Pick<CommandContext, 'correlationId'>,
): Promise<Activated> {
  const at = deps.clock.now();
  const link = await examineActivationLink(deps, request.token);
  if (!link.ok) return link;
  const { accountId, account, known } = link;
  const faults = faultsOf(deps, request.password, account);
  if (faults.length > 0) return reject({ code: 'password.not-allowed', violations: faults });

  const to = await deps.hasher.hash(request.password);
  const isFirst = await deps.credentials.changePassword(accountId, { from: known.passwordHash, to, at });
  if (!isFirst) return reject({ code: 'activation.link-used' });
  const context = { actor: { kind: 'account', id: accountId }, correlationId } as const;
  const command = { type: 'ActivateOperatorAccount', at } as const;
  const handled = await handle(deps.log, accountDecider, streamOf.account(accountId), command, context);
  if (!handled.ok) return handled;
  const session = await deps.sessions.open(accountId, { userAgent: request.userAgent, secondFactor: false }, at);
  return { ok: true, session, position: handled.position };
}
