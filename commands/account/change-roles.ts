import { accountDecider, type AccountRejection } from '../../domain/account/account.js';
import type { OperatorRole } from '../../domain/account/access.js';
import { reject } from '../../domain/kernel/decider.js';
import { streamOf, type AccountId } from '../../domain/kernel/ids.js';
import { handle, type CommandContext } from '../handle.js';
import type { Clock, EventLog } from '../ports.js';

export type RoleChange = {
  readonly role: OperatorRole;
  readonly change: 'grant' | 'revoke';
  readonly reason: string;
};

export type RoleRejection = AccountRejection | { readonly code: 'operator.own-administration' };

/** Gives a role to an account or takes it back. Who administers does not end that: so somebody always does. */
export async function changeRoles(
  deps: { readonly log: EventLog; readonly clock: Clock },
  accountId: AccountId,
  { role, change, reason }: RoleChange,
  context: CommandContext,
) {
  if (change === 'revoke' && role === 'admin' && context.actor.id === accountId) {
    return reject({ code: 'operator.own-administration' } as const);
  }
  const type = change === 'grant' ? 'GrantOperatorRole' : 'RevokeOperatorRole';
  const command = { type, role, reason, at: deps.clock.now() } as const;
  return handle(deps.log, accountDecider, streamOf.account(accountId), command, context);
}
