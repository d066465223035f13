import type { OpenSession, Sessions } from '../../adapters/sessions/port.js';
import { reject } from '../../domain/kernel/decider.js';
import type { Clock, Credentials, EventLog, PasswordHasher } from '../ports.js';
import { loadAccount } from './load-account.js';

export type SignInDeps = {
  readonly log: Pick<EventLog, 'load'>;
  readonly credentials: Pick<Credentials, 'findForSignIn'>;
  readonly hasher: PasswordHasher;
  readonly sessions: Sessions;
  readonly clock: Clock;
};

export type SignInRejection = { readonly code: 'session.wrong-credentials' | 'account.not-validated' };

type SignedIn =
  { readonly ok: true; readonly session: OpenSession } | { readonly ok: false; readonly rejection: SignInRejection };

/** Opens a session. An unknown user name and a wrong password get the same answer after the same effort. */
export async function signIn(
  deps: SignInDeps,
  request: { readonly userName: string; readonly password: string; readonly userAgent: string | null },
): Promise<SignedIn> {
  const known = await deps.credentials.findForSignIn(request.userName);
  const isRight = await deps.hasher.verify(known?.passwordHash ?? null, request.password);
  if (known === null || !isRight) return reject({ code: 'session.wrong-credentials' });
  if (known.isDecoy) return reject({ code: 'account.not-validated' });
  const account = await loadAccount(deps.log, known.accountId);
  // A reservation whose registration never came to be is no account, nor is one that has expired.
  if (account.status === 'unregistered' || account.status === 'expired')
    return reject({ code: 'session.wrong-credentials' });
  if (account.status === 'registered') return reject({ code: 'account.not-validated' });
  const entry = { userAgent: request.userAgent, secondFactor: false };
  return { ok: true, session: await deps.sessions.open(known.accountId, entry, deps.clock.now()) };
}
