import type { ApiTokens, TokenGrant } from '../../adapters/api-tokens/port.js';
import type { SecondFactors } from '../../adapters/second-factors/port.js';
import { hasExpired } from '../../domain/account/password-life.js';
import type { AccountId } from '../../domain/kernel/ids.js';
import { findForSignIn } from './find-for-sign-in.js';
import { recognise, type RecogniseDeps } from './recognise.js';

export type AuthenticateDeps = RecogniseDeps & {
  readonly apiTokens: Pick<ApiTokens, 'use'>;
  readonly secondFactors: Pick<SecondFactors, 'status'>;
};

export type Authenticated = {
  readonly accountId: AccountId;
  /** What the token allows that was shown in place of the password; null when it was the password. */
  readonly token: TokenGrant | null;
};

/**
 * Knows a program by user name and password, sent with each call, without a session; under the lock-out rules of the
 * sign-in. A personal token may stand in place of the password, and must where a second factor is set up, which no program
 * can show. Null: whatever was wrong, nobody is told.
 */
export async function authenticate(
  deps: AuthenticateDeps,
  wish: { readonly userName: string; readonly password: string; readonly address: string },
): Promise<Authenticated | null> {
  const token = await deps.apiTokens.use(wish.password, wish.address);
  if (token !== null) {
    const known = await findForSignIn(deps, wish.userName);
    return known?.accountId === token.accountId ? { accountId: token.accountId, token } : null;
  }
  const recognised = await recognise(deps, wish);
  if (!recognised.ok) return null;
  const { attempt, known } = recognised;
  const { accountId, passwordChosenAt } = known;
  const { enabled: needsCode } = await deps.secondFactors.status(accountId);
  if (needsCode || hasExpired(passwordChosenAt, deps.clock.now())) {
    await attempt.takenBack();
    return null;
  }
  await attempt.succeeded();
  return { accountId, token: null };
}
