import type { SecondFactors } from '../../adapters/second-factors/port.js';
import type { OpenSession, Sessions } from '../../adapters/sessions/port.js';
import type { AttemptRejection, SignInAttempts } from '../../adapters/sign-in-attempts/port.js';
import { hasExpired } from '../../domain/account/password-life.js';
import { reject } from '../../domain/kernel/decider.js';
import { Temporal } from '../../domain/kernel/time.js';
import type { Clock, CommonPasswords, Credentials, EventLog, KnownCredentials, PasswordHasher } from '../ports.js';
import { recognise, type Recognised } from './recognise.js';
import { faultsOf } from './judge-password.js';
import { replacePassword, settlePassword, type NewPasswordRejection } from './replace-password.js';
import { note } from './second-factor.js';

export type SignInDeps = {
  readonly log: EventLog;
  readonly credentials: Pick<
    Credentials,
    'findByEmail' | 'findByUserName' | 'findById' | 'passwordsUsed' | 'changePassword' | 'renewHash'
  >;
  readonly hasher: PasswordHasher;
  readonly commonPasswords: CommonPasswords;
  readonly attempts: SignInAttempts;
  readonly secondFactors: SecondFactors;
  readonly sessions: Sessions;
  readonly clock: Clock;
};

export type SignInRejection =
  | AttemptRejection
  | NewPasswordRejection
  | {
      readonly code:
        | 'session.wrong-credentials'
        | 'session.totp-required'
        | 'session.totp-wrong'
        | 'account.not-validated'
        | 'password.not-expired';
    }
  /** `needsCode`: a new password takes the code of the second factor, too. */
  | { readonly code: 'password.expired'; readonly needsCode: boolean };

type SignInWish = {
  readonly userName: string;
  readonly password: string;
  /** Code of the authenticator or recovery code; null when none was given. */
  readonly totp: string | null;
  /** Takes the place of a password that has expired; null when none was given. */
  readonly newPassword: string | null;
  readonly userAgent: string | null;
  /** Where the request came from. */
  readonly address: string;
};

type Rejected = { readonly ok: false; readonly rejection: SignInRejection };
type SignedIn = { readonly ok: true; readonly session: OpenSession } | Rejected;

/** Somebody who has shown the right password. */
type Entrant = Recognised & { readonly wish: SignInWish };

/**
 * Opens a session. Only who has shown the right password is asked for the code, and learns that a code is wrong. A password that
 * has expired opens nothing until another one is given with it.
 */
export async function signIn(deps: SignInDeps, wish: SignInWish, correlationId: string): Promise<SignedIn> {
  const recognised = await recognise(deps, wish);
  if (!recognised.ok) return recognised;
  const { known, account, attempt } = recognised;
  const isNewGiven = wish.newPassword !== null;
  if (hasExpired(known.passwordChosenAt, deps.clock.now()) !== isNewGiven) {
    await attempt.takenBack();
    if (isNewGiven) return reject({ code: 'password.not-expired' });
    const { enabled: needsCode } = await deps.secondFactors.status(known.accountId);
    return reject({ code: 'password.expired', needsCode });
  }
  return enter(deps, { wish, known, account, attempt }, correlationId);
}

async function enter(deps: SignInDeps, entrant: Entrant, correlationId: string): Promise<SignedIn> {
  const { wish, known, account, attempt } = entrant;
  const { accountId } = known;
  const { enabled: secondFactor } = await deps.secondFactors.status(accountId);
  // Before the code: it can be shown once only, and would be lost with a password that is refused.
  const faults = wish.newPassword === null ? [] : faultsOf(deps, wish.newPassword, account);
  if (faults.length > 0) {
    await attempt.takenBack();
    return reject({ code: 'password.not-allowed', violations: faults });
  }
  const refused = secondFactor ? await secondStep(deps, entrant, correlationId) : null;
  if (refused !== null) return refused;
  await attempt.succeeded();
  const renewed = await renewPassword(deps, entrant, correlationId);
  if (!renewed.ok) return renewed;
  const session = await deps.sessions.open(accountId, { userAgent: wish.userAgent, secondFactor }, deps.clock.now());
  const present = await deps.credentials.findById(accountId);
  if (present?.passwordHash === renewed.passwordHash) return { ok: true, session };
  // It was replaced since it was looked at, and the sessions of before have ended: so does this one.
  await deps.sessions.revoke(session.sessionId, accountId, deps.clock.now());
  return reject({ code: 'session.wrong-credentials' });
}

/** Null when the code was right. A wrong one counts like a wrong password; a missing one counts as nothing. */
async function secondStep(
  deps: SignInDeps,
  { wish: { totp }, account, attempt }: Entrant,
  correlationId: string,
): Promise<Rejected | null> {
  const { accountId } = account;
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

/** Puts the new password, if one was given, in the place of the one that has expired. */
async function renewPassword(
  deps: SignInDeps,
  { wish: { password, newPassword }, known, account }: Entrant,
  correlationId: string,
): Promise<{ readonly ok: true; readonly passwordHash: string } | Rejected> {
  const at = newPassword === null ? known.passwordChosenAt : deps.clock.now();
  const replaced =
    newPassword === null
      ? ({ ok: true, passwordHash: await presentHash(deps, known, password) } as const)
      : await replacePassword(deps, known, newPassword, at);
  // A crash between a password and what follows from it is made good here, too.
  if (replaced.ok && Temporal.Instant.compare(at, account.passwordChosenAt) > 0) {
    const context = { actor: { kind: 'account', id: account.accountId }, correlationId } as const;
    await settlePassword(deps, account.accountId, { type: 'NotePasswordChange', at }, context);
  }
  return replaced;
}

/** The hash under which the password lies, made anew where the parameters have changed: only now is it known in clear. */
async function presentHash(
  { hasher, credentials }: SignInDeps,
  { accountId, passwordHash: from }: KnownCredentials,
  password: string,
): Promise<string> {
  if (!hasher.isOutdated(from)) return from;
  const to = await hasher.hash(password);
  if (await credentials.renewHash(accountId, { from, to })) return to;
  // Another sign-in was faster, or another password has taken its place: only the first is still this one.
  const known = await credentials.findById(accountId);
  return known !== null && (await hasher.verify(known.passwordHash, password)) ? known.passwordHash : from;
}
