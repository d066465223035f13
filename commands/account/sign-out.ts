import type { Sessions } from '../../adapters/sessions/port.js';
import { reject } from '../../domain/kernel/decider.js';
import type { AccountId } from '../../domain/kernel/ids.js';
import type { Clock } from '../ports.js';

export type SignOutDeps = { readonly sessions: Sessions; readonly clock: Clock };

export type SignOutRejection = { readonly code: 'session.not-found' };

type SignedOut = { readonly ok: true } | { readonly ok: false; readonly rejection: SignOutRejection };

/** Ends one session of an account: its access tokens and its refresh token stop working. */
export async function signOut(deps: SignOutDeps, accountId: AccountId, sessionId: string): Promise<SignedOut> {
  const isEnded = await deps.sessions.revoke(sessionId, accountId, deps.clock.now());
  return isEnded ? { ok: true } : reject({ code: 'session.not-found' });
}
