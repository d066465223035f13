import type { Attempt, AttemptRejection, SignInAttempts } from '../../adapters/sign-in-attempts/port.js';
import { reject } from '../../domain/kernel/decider.js';
import type { AccountId } from '../../domain/kernel/ids.js';
import type { Clock, Credentials, KnownCredentials, PasswordHasher } from '../ports.js';

export type ProvePasswordDeps = {
  readonly credentials: Pick<Credentials, 'findById'>;
  readonly hasher: PasswordHasher;
  readonly attempts: SignInAttempts;
  readonly clock: Clock;
};

export type PasswordRejection = AttemptRejection | { readonly code: 'password.wrong' };

/** Whoever is signed in and shows the password again, where having the session is not enough. */
export type PasswordProof = { readonly accountId: AccountId; readonly password: string; readonly address: string };

type Proven =
  | { readonly ok: true; readonly attempt: Attempt; readonly known: KnownCredentials }
  | { readonly ok: false; readonly rejection: PasswordRejection };

/** A wrong password counts like one at the sign-in. The caller says of the attempt that it succeeded. */
export async function provePassword(deps: ProvePasswordDeps, proof: PasswordProof): Promise<Proven> {
  const { accountId, password, address } = proof;
  const begun = await deps.attempts.begin({ accountId }, address, deps.clock.now());
  if (!begun.ok) return begun;
  const known = await deps.credentials.findById(accountId);
  const isRight = await deps.hasher.verify(known?.passwordHash ?? null, password);
  return known !== null && isRight ? { ...begun, known } : reject({ code: 'password.wrong' });
}
