import type { ActionTokens } from '../../adapters/crypto/port.js';
import type { OpenSession, Sessions } from '../../adapters/sessions/port.js';
import { accountDecider, type AccountRejection } from '../../domain/account/account.js';
import { reject } from '../../domain/kernel/decider.js';
import { streamOf } from '../../domain/kernel/ids.js';
import { handle, type CommandContext } from '../handle.js';
import type { Clock, EventLog } from '../ports.js';

export type ValidateEmailDeps = {
  readonly log: EventLog;
  readonly tokens: ActionTokens;
  readonly sessions: Sessions;
  readonly clock: Clock;
};

export type ValidationRejection =
  AccountRejection | { readonly code: 'validation.link-invalid' | 'validation.link-expired' };

type Validated =
  | { readonly ok: true; readonly session: OpenSession; readonly position: bigint | null }
  | { readonly ok: false; readonly rejection: ValidationRejection };

/** The link of the mail was followed: the account becomes active and its owner is signed in (A3). */
export async function validateEmail(
  deps: ValidateEmailDeps,
  request: { readonly token: string; readonly userAgent: string | null },
  { correlationId }: Pick<CommandContext, 'correlationId'>,
): Promise<Validated> {
  const at = deps.clock.now();
  const check = deps.tokens.check('validate-account', request.token, at);
  if (!check.ok) {
    return reject({ code: check.reason === 'expired' ? 'validation.link-expired' : 'validation.link-invalid' });
  }
  const { subject: accountId } = check;
  // Without the caller's Idempotency-Key: a link works once, and a repetition must not open another session.
  const context = { actor: { kind: 'account', id: accountId }, correlationId } as const;
  const command = { type: 'ValidateEmail', at } as const;
  const handled = await handle(deps.log, accountDecider, streamOf.account(accountId), command, context);
  if (!handled.ok) return handled;
  const session = await deps.sessions.open(accountId, { userAgent: request.userAgent, secondFactor: false }, at);
  return { ok: true, session, position: handled.position };
}
