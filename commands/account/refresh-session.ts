import type { OpenSession, Sessions } from '../../adapters/sessions/port.js';
import { reject } from '../../domain/kernel/decider.js';
import type { Clock } from '../ports.js';

export type RefreshSessionDeps = { readonly sessions: Sessions; readonly clock: Clock };

export type RefreshRejection = { readonly code: 'session.refresh-refused' };

type Refreshed =
  { readonly ok: true; readonly session: OpenSession } | { readonly ok: false; readonly rejection: RefreshRejection };

/** Prolongs a session and changes its refresh token. Why one is refused is nobody's business. */
export async function refreshSession(deps: RefreshSessionDeps, refreshToken: string): Promise<Refreshed> {
  const result = await deps.sessions.refresh(refreshToken, deps.clock.now());
  return result.ok ? result : reject({ code: 'session.refresh-refused' });
}
