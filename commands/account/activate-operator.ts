import type { ActionTokens } from '../../adapters/crypto/port.js';
import type { OpenSession, Sessions } from '../../adapters/sessions/port.js';
import { accountDecider, type AccountRejection } from '../../domain/account/account.js';
import { reject } from '../../domain/kernel/decider.js';
import { streamOf } from '../../domain/kernel/ids.js';
import { handle, type CommandContext } from '../handle.js';
import type { Clock, CommonPasswords, Credentials, EventLog, PasswordHasher } from '../ports.js';
import { faultsOf, type PasswordFault } from './judge-password.js';
import { loadAccount } from './load-account.js';
import type { ValidationRejection } from './validate-email.js';

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
  | ValidationRejection
  | AccountRejection
  | { readonly code: 'password.not-allowed'; readonly violations: readonly PasswordFault[] };

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
  const check = deps.tokens.check('activate-operator', request.token, at);
  if (!check.ok) {
    return reject({ code: check.reason === 'expired' ? 'validation.link-expired' : 'validation.link-invalid' });
  }
  const { subject: accountId } = check;
  const account = await loadAccount(deps.log, accountId);
  const known = await deps.credentials.findById(accountId);
  if (account.status === 'expired' || account.status === 'erased' || known === null)
    return reject({ code: 'validation.registration-expired' });
  if (account.status !== 'registered') return reject({ code: 'validation.used' });
  const faults = faultsOf(deps, request.password, account);
  if (faults.length > 0) return reject({ code: 'password.not-allowed', violations: faults });

  const to = await deps.hasher.hash(request.password);
  const isFirst = await deps.credentials.changePassword(accountId, { from: known.passwordHash, to, at });
  if (!isFirst) return reject({ code: 'validation.used' });
  const context = { actor: { kind: 'account', id: accountId }, correlationId } as const;
  const command = { type: 'ActivateOperatorAccount', at } as const;
  const handled = await handle(deps.log, accountDecider, streamOf.account(accountId), command, context);
  if (!handled.ok) return handled;
  const session = await deps.sessions.open(accountId, { userAgent: request.userAgent, secondFactor: false }, at);
  return { ok: true, session, position: handled.position };
}
