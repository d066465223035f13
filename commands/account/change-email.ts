import type { ActionTokens } from '../../adapters/crypto/port.js';
import { accountDecider, type AccountRejection } from '../../domain/account/account.js';
import type { AccountEvent } from '../../domain/account/events.js';
import { isOfRequest } from '../../domain/account/password-life.js';
import { reject } from '../../domain/kernel/decider.js';
import { isErased } from '../../domain/kernel/event.js';
import { streamOf, type AccountId } from '../../domain/kernel/ids.js';
import type { Temporal } from '../../domain/kernel/time.js';
import { handle, type CommandContext } from '../handle.js';
import type { Clock, Credentials, EventLog } from '../ports.js';
import { givesWay, type GiveWayDeps } from './give-way.js';
import { loadAccount } from './load-account.js';
import { proveCode, type CodeRejection, type ProveCodeDeps } from './prove-code.js';
import { provePassword, type PasswordProof, type PasswordRejection, type ProvePasswordDeps } from './prove-password.js';
import { withoutRevision } from './without-revision.js';

type RequestEmailChangeDeps = ProvePasswordDeps & ProveCodeDeps;

export type EmailChangeRejection = AccountRejection | PasswordRejection | CodeRejection;

type Done<Rejection> =
  { readonly ok: true; readonly position: bigint | null } | { readonly ok: false; readonly rejection: Rejection };

type Wish = PasswordProof & {
  readonly email: string;
  /** Of the authenticator, or a recovery code; null when none was given. */
  readonly code: string | null;
};

/**
 * The owner wants another address (A5), with the password and, where a second factor is set up, a code. A link is mailed
 * there. Whether somebody else has that address is not looked at: only who reads its mail may learn it.
 */
export async function requestEmailChange(
  deps: RequestEmailChangeDeps,
  wish: Wish,
  context: CommandContext,
): Promise<Done<EmailChangeRejection>> {
  const { accountId, email } = wish;
  const command = { type: 'RequestEmailChange', email, at: deps.clock.now() } as const;
  // A code can be used once: it is not spent on a wish that is refused anyway.
  const decision = accountDecider.decide(command, await loadAccount(deps.log, accountId));
  if (!decision.ok) return decision;
  const proven = await provePassword(deps, wish);
  if (!proven.ok) return proven;
  const refused = await proveCode(deps, wish, proven.attempt, context);
  if (refused !== null) return refused;
  await proven.attempt.succeeded();
  // A recovery code that was used has moved the stream on.
  return handle(deps.log, accountDecider, streamOf.account(accountId), command, withoutRevision(context));
}

/** The owner does not want it any more; quietly nothing when nothing waits. */
export async function cancelEmailChange(
  deps: { readonly log: EventLog; readonly clock: Clock },
  accountId: AccountId,
  context: CommandContext,
): Promise<Done<AccountRejection>> {
  const command = { type: 'CancelEmailChange', at: deps.clock.now() } as const;
  return handle(deps.log, accountDecider, streamOf.account(accountId), command, context);
}

export type ConfirmEmailDeps = GiveWayDeps & {
  readonly credentials: Pick<Credentials, 'changeEmail' | 'emailChangeNoted'>;
  readonly tokens: ActionTokens;
  readonly clock: Clock;
};

export type ConfirmEmailRejection =
  AccountRejection | { readonly code: 'email.link-invalid' | 'email.link-expired' | 'email.link-used' | 'email.taken' };

type EmailLink =
  | { readonly ok: true; readonly accountId: AccountId; readonly email: string }
  | { readonly ok: false; readonly rejection: ConfirmEmailRejection };

/** Whether a link still confirms an address, for whoever has just followed it; says nothing of whose it is. */
export async function examineEmailLink(
  deps: Pick<ConfirmEmailDeps, 'log' | 'tokens' | 'clock'>,
  token: string,
): Promise<EmailLink> {
  const check = deps.tokens.check('change-email', token, deps.clock.now());
  if (!check.ok) return reject({ code: check.reason === 'expired' ? 'email.link-expired' : 'email.link-invalid' });
  const { subject: accountId, issuedAt } = check;
  const account = await loadAccount(deps.log, accountId);
  const change = account.status === 'active' ? account.emailChange : null;
  if (change === null || isErased(change.email) || !isOfRequest(issuedAt, change.requestedAt))
    return reject({ code: 'email.link-used' });
  return { ok: true, accountId, email: change.email };
}

/**
 * The link was followed by somebody who reads the mail of the new address: the account has that address from now on. Only
 * the newest link counts, once; nobody is signed in. A registration with that address that was never validated is replaced. What a crash leaves between the address and the fact is mended by
 * `settleEmailChange`, or by following the link again.
 */
export async function confirmEmail(
  deps: ConfirmEmailDeps,
  token: string,
  { correlationId }: Pick<CommandContext, 'correlationId'>,
): Promise<Done<ConfirmEmailRejection>> {
  const at = deps.clock.now();
  const link = await examineEmailLink(deps, token);
  if (!link.ok) return link;
  const { accountId, email } = link;
  if (!(await takeEmail(deps, link, at, correlationId))) return reject({ code: 'email.taken' });
  const context = { actor: { kind: 'account', id: accountId }, correlationId } as const;
  const command = { type: 'NoteEmailChange', email, at } as const;
  const handled = await handle(deps.log, accountDecider, streamOf.account(accountId), command, context);
  if (handled.ok) await deps.credentials.emailChangeNoted(accountId);
  return handled;
}

/** False when somebody has shown before to read the mail of the address. */
async function takeEmail(
  deps: ConfirmEmailDeps,
  wish: { readonly accountId: AccountId; readonly email: string },
  at: Temporal.Instant,
  correlationId: string,
): Promise<boolean> {
  const result = await deps.credentials.changeEmail(wish.accountId, wish.email, at);
  if (result.ok) return true;
  const command = { type: 'ReplaceRegistration', at } as const;
  const context = { actor: { kind: 'system', id: 'registration' }, correlationId } as const;
  return (await givesWay(deps, result, { command, context })) && takeEmail(deps, wish, at, correlationId);
}

type SettleEmailDeps = {
  readonly log: EventLog;
  readonly credentials: Pick<Credentials, 'findByEmail' | 'emailChangeNoted'>;
  readonly clock: Clock;
};

/**
 * A process ended between the address and the fact: the log is told by which of the addresses that were wished for the
 * account is found by now, whatever became of the wish since. May be repeated.
 */
export async function settleEmailChange(
  deps: SettleEmailDeps,
  accountId: AccountId,
  context: CommandContext,
): Promise<void> {
  const stream = streamOf.account(accountId);
  const { events } = await deps.log.load(stream);
  for (const email of wishedAddresses(events as readonly AccountEvent[])) {
    if ((await deps.credentials.findByEmail(email)) !== accountId) continue;
    await handle(deps.log, accountDecider, stream, { type: 'NoteEmailChange', email, at: deps.clock.now() }, context);
    break;
  }
  await deps.credentials.emailChangeNoted(accountId);
}

/** The newest first. */
function wishedAddresses(events: readonly AccountEvent[]): readonly string[] {
  return events
    .flatMap((event) =>
      event.type === 'EmailChangeRequested' && !isErased(event.data.email) ? [event.data.email] : [],
    )
    .toReversed();
}
