import type { SecondFactors } from '../../adapters/second-factors/port.js';
import type { OpenSession, Sessions } from '../../adapters/sessions/port.js';
import type { Attempt, AttemptRejection, SignInAttempts } from '../../adapters/sign-in-attempts/port.js';
import type { AccountState } from '../../domain/account/account.js';
import { reject } from '../../domain/kernel/decider.js';
import type { AccountId } from '../../domain/kernel/ids.js';
import type { Clock, Credentials, EventLog, PasswordHasher } from '../ports.js';
import { loadAccount } from './load-account.js';
import { note } from './second-factor.js';

export type SignInDeps = {
  readonly log: EventLog;
  readonly credentials: Pick<Credentials, 'findForSignIn'>;
  readonly hasher: PasswordHasher;
  readonly attempts: SignInAttempts;
  readonly secondFactors: SecondFactors;
  readonly sessions: Sessions;
  readonly clock: Clock;
};

export type SignInRejection =
  | AttemptRejection
  | {
      readonly code:
        'session.wrong-credentials' | 'session.totp-required' | 'session.totp-wrong' | 'account.not-validated';
    };

type SignInWish = {
  readonly userName: string;
  readonly password: string;
  /** Code of the authenticator or recovery code; null when none was given. */
  readonly totp: string | null;
  readonly userAgent: string | null;
  /** Where the request came from. */
  readonly address: string;
};

type Rejected = { readonly ok: false; readonly rejection: SignInRejection };
type SignedIn = { readonly ok: true; readonly session: OpenSession } | Rejected;

/**
 * Opens a session. An unknown user name and a wrong password get the same answers, the lock included, after the same
 * effort. Only who has shown the right password is asked for the code, and learns that a code is wrong.
 */
export async function signIn(deps: SignInDeps, wish: SignInWish, correlationId: string): Promise<SignedIn> {
  const at = deps.clock.now();
  const known = await deps.credentials.findForSignIn(wish.userName);
  const begun = await deps.attempts.begin(known ?? { userName: wish.userName }, wish.address, at);
  if (!begun.ok) return begun;
  const isRight = await deps.hasher.verify(known?.passwordHash ?? null, wish.password);
  if (known === null || !isRight) return reject({ code: 'session.wrong-credentials' });
  const { accountId } = known;
  const account = known.isDecoy ? null : await loadAccount(deps.log, accountId);
  if (account === null || account.status === 'registered') {
    await begun.attempt.takenBack();
    return reject({ code: 'account.not-validated' });
  }
  // A reservation whose registration never came to be is no account, nor is one that has expired.
  if (account.status !== 'active') return reject({ code: 'session.wrong-credentials' });
  const { enabled: secondFactor } = await deps.secondFactors.status(accountId);
  if (secondFactor) {
    const refused = await secondStep(
      deps,
      { accountId, account, totp: wish.totp, attempt: begun.attempt },
      correlationId,
    );
    if (refused !== null) return refused;
  }
  await begun.attempt.succeeded();
  const entry = { userAgent: wish.userAgent, secondFactor };
  return { ok: true, session: await deps.sessions.open(accountId, entry, deps.clock.now()) };
}

/** Null when the code was right. A wrong one counts like a wrong password; a missing one counts as nothing. */
async function secondStep(
  deps: SignInDeps,
  step: {
    readonly accountId: AccountId;
    readonly account: Extract<AccountState, { readonly status: 'active' }>;
    readonly totp: string | null;
    readonly attempt: Attempt;
  },
  correlationId: string,
): Promise<Rejected | null> {
  const { accountId, account, totp, attempt } = step;
  if (totp === null) {
    await attempt.takenBack();
    return reject({ code: 'session.totp-required' });
  }
  const proof = await deps.secondFactors.prove(accountId, totp, deps.clock.now());
  if (proof === null) return reject({ code: 'session.totp-wrong' });
  const context = { actor: { kind: 'account', id: accountId }, correlationId } as const;
  if (proof === 'recovery-code') await note(deps, accountId, 'NoteRecoveryCode', context);
  // A crash between secret and fact is made good here.
  if (!account.hasTotp) await note(deps, accountId, 'EnableTotp', context);
  return null;
}
