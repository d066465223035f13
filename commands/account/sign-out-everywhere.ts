import type { ApiTokens } from '../../adapters/api-tokens/port.js';
import type { Sessions } from '../../adapters/sessions/port.js';
import { accountDecider, type AccountRejection } from '../../domain/account/account.js';
import { streamOf, type AccountId } from '../../domain/kernel/ids.js';
import { handle, type CommandContext } from '../handle.js';
import type { Clock, EventLog } from '../ports.js';

export type SignOutEverywhereDeps = {
  readonly log: EventLog;
  readonly sessions: Pick<Sessions, 'revokeAll'>;
  readonly apiTokens: Pick<ApiTokens, 'revokeAll'>;
  readonly clock: Clock;
};

type Ended =
  | { readonly ok: true; readonly position: bigint | null }
  | { readonly ok: false; readonly rejection: AccountRejection };

/**
 * Somebody of the office signs an account out everywhere, because its owner asks for it or somebody else seems to use it:
 * personal tokens and a change of the address that waits end, too.
 * The fact is noted first: whatever comes between, nobody is signed out without a trace, and the call can be repeated.
 */
export async function signOutEverywhere(
  deps: SignOutEverywhereDeps,
  accountId: AccountId,
  context: CommandContext,
): Promise<Ended> {
  const at = deps.clock.now();
  const noted = await handle(
    deps.log,
    accountDecider,
    streamOf.account(accountId),
    { type: 'EndSessions', at },
    context,
  );
  if (!noted.ok) return noted;
  await deps.apiTokens.revokeAll(accountId, at);
  await deps.sessions.revokeAll(accountId, at);
  return noted;
}
