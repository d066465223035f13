import type { Attempt, AttemptRejection, SignInAttempts } from '../../adapters/sign-in-attempts/port.js';
import type { AccountState } from '../../domain/account/account.js';
import { reject } from '../../domain/kernel/decider.js';
import type { Clock, Credentials, EventLog, KnownCredentials, PasswordHasher } from '../ports.js';
import { findForSignIn } from './find-for-sign-in.js';
import { loadAccount } from './load-account.js';

export type RecogniseDeps = {
  readonly log: Pick<EventLog, 'load'>;
  readonly credentials: Pick<Credentials, 'findByEmail' | 'findById' | 'findByUserName'>;
  readonly hasher: Pick<PasswordHasher, 'verify'>;
  readonly attempts: SignInAttempts;
  readonly clock: Clock;
};

type RecogniseRejection = AttemptRejection | { readonly code: 'session.wrong-credentials' | 'account.not-validated' };

/** Somebody who has shown the right password. The caller says of the attempt how it went on. */
export type Recognised = {
  readonly known: KnownCredentials;
  readonly account: Extract<AccountState, { readonly status: 'active' }>;
  readonly attempt: Attempt;
};

/**
 * Whose user name and password these are. An unknown user name and a wrong password get the same answers, the lock
 * included, after the same effort.
 */
export async function recognise(
  deps: RecogniseDeps,
  wish: { readonly userName: string; readonly password: string; readonly address: string },
): Promise<({ readonly ok: true } & Recognised) | { readonly ok: false; readonly rejection: RecogniseRejection }> {
  const known = await findForSignIn(deps, wish.userName);
  const begun = await deps.attempts.begin(known ?? { userName: wish.userName }, wish.address, deps.clock.now());
  if (!begun.ok) return begun;
  const { attempt } = begun;
  const isRight = await deps.hasher.verify(known?.passwordHash ?? null, wish.password);
  if (known === null || !isRight) return reject({ code: 'session.wrong-credentials' });
  const account = await loadAccount(deps.log, known.accountId);
  if (known.isDecoy || account.status === 'registered') {
    await attempt.takenBack();
    return reject({ code: 'account.not-validated' });
  }
  // A reservation whose registration never came to be is no account, nor is one that has expired.
  if (account.status !== 'active') return reject({ code: 'session.wrong-credentials' });
  return { ok: true, known, account, attempt };
}
