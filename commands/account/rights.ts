import type { SecondFactors } from '../../adapters/second-factors/port.js';
import type { Sessions } from '../../adapters/sessions/port.js';
import { withoutRights, type Rights } from '../../domain/account/access.js';
import type { AccountId } from '../../domain/kernel/ids.js';
import type { Clock, EventLog } from '../ports.js';
import { loadAccount } from './load-account.js';

type RightsDeps = {
  readonly log: Pick<EventLog, 'load'>;
  readonly sessions: Pick<Sessions, 'hasSecondFactor'>;
  readonly secondFactors: Pick<SecondFactors, 'status'>;
  readonly clock: Clock;
};

/**
 * What a session may do now, read from the log and not from a read model or a cache: a role that was taken back has no
 * effect from the next request on, on every node.
 */
export async function rightsOf(
  deps: RightsDeps,
  session: { readonly accountId: AccountId; readonly sessionId: string },
): Promise<Rights> {
  const account = await loadAccount(deps.log, session.accountId);
  if (account.status !== 'active' || account.roles.length === 0) return withoutRights;
  const isProven = await deps.sessions.hasSecondFactor(session.sessionId, deps.clock.now());
  if (isProven) return { roles: account.roles, secondFactor: 'proven' };
  const { enabled } = await deps.secondFactors.status(session.accountId);
  return { roles: account.roles, secondFactor: enabled ? 'unproven' : 'missing' };
}
