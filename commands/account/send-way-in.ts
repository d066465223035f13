import { accountDecider, type AccountRejection, type AccountState } from '../../domain/account/account.js';
import { reject } from '../../domain/kernel/decider.js';
import { streamOf, type AccountId } from '../../domain/kernel/ids.js';
import { handle, type CommandContext } from '../handle.js';
import type { Clock, EventLog } from '../ports.js';
import { loadAccount } from './load-account.js';

/** The mails whose link leads into an account. */
export const waysIn = ['validate-account', 'activate-operator', 'reset-password'] as const;
export type WayIn = (typeof waysIn)[number];

export type WayInRejection = AccountRejection | { readonly code: 'way-in.too-soon' };

type Sent = { readonly ok: true; readonly mail: WayIn } | { readonly ok: false; readonly rejection: WayInRejection };

const commands = {
  'validate-account': 'RequestValidationMail',
  'activate-operator': 'InviteOperator',
  'reset-password': 'RequestPasswordReset',
} as const;

/** The mail that leads into an account as it stands; null where none does. */
export function wayInto(
  account: Pick<Exclude<AccountState, { status: 'unregistered' }>, 'status' | 'kind'>,
): WayIn | null {
  if (account.status === 'active') return 'reset-password';
  if (account.status !== 'registered') return null;
  return account.kind === 'operator' ? 'activate-operator' : 'validate-account';
}

/**
 * Somebody of the office sends the owner of an account the link that leads into it, again: to the address of the account
 * and no other. Not twice within a minute.
 */
export async function sendWayIn(
  deps: { readonly log: EventLog; readonly clock: Clock },
  accountId: AccountId,
  context: CommandContext,
): Promise<Sent> {
  const account = await loadAccount(deps.log, accountId);
  if (account.status === 'unregistered') return reject({ code: 'account.not-registered' });
  const mail = wayInto(account);
  if (mail === null) {
    return reject({ code: account.status === 'erased' ? 'account.erased' : 'validation.registration-expired' });
  }
  const command = { type: commands[mail], at: deps.clock.now() } as const;
  const handled = await handle(deps.log, accountDecider, streamOf.account(accountId), command, context);
  if (!handled.ok) return handled;
  return handled.position === null ? reject({ code: 'way-in.too-soon' }) : { ok: true, mail };
}
