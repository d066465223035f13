import type { CommonPasswords, Credentials, PasswordHasher, ResetRequests } from '../../commands/ports.js';
import { noCommonPasswords, zxcvbnCommonPasswords } from '../common-passwords/common-passwords.js';
import type { PasswordConfig } from '../config.js';
import { postgresCredentials } from '../credentials/credentials.js';
import { outboxResetRequests } from '../credentials/reset-requests.js';
import { argon2PasswordHasher } from '../crypto/password-hasher.js';
import { emailKeyWith, type ServerSecrets } from '../crypto/secrets.js';
import type { Database } from '../database/database.js';
import type { SecondFactors } from '../second-factors/port.js';
import { postgresSecondFactors } from '../second-factors/second-factors.js';
import type { Sessions } from '../sessions/port.js';
import { postgresSessions } from '../sessions/sessions.js';
import { postgresSignInAttempts } from '../sign-in-attempts/attempts.js';
import type { SignInAttempts } from '../sign-in-attempts/port.js';

/** What signing in takes: all of it lies outside the log. */
export type Accounts = {
  readonly credentials: Credentials;
  readonly resetRequests: ResetRequests;
  readonly hasher: PasswordHasher;
  readonly commonPasswords: CommonPasswords;
  readonly attempts: SignInAttempts;
  readonly secondFactors: SecondFactors;
  readonly sessions: Sessions;
};

/** An authenticator shows the account under the name of the operator. */
export function openAccounts(
  { db, pool }: Database,
  secrets: ServerSecrets,
  { operatorName: issuer, passwords }: { readonly operatorName: string; readonly passwords: PasswordConfig },
): Accounts {
  const emailKey = emailKeyWith(secrets);
  return {
    credentials: postgresCredentials(db, emailKey),
    resetRequests: outboxResetRequests(pool, emailKey),
    hasher: argon2PasswordHasher(passwords.argon2),
    commonPasswords: passwords.areCommonOnesRefused ? zxcvbnCommonPasswords() : noCommonPasswords,
    attempts: postgresSignInAttempts(db, secrets),
    secondFactors: postgresSecondFactors(db, secrets, issuer),
    sessions: postgresSessions(db, secrets),
  };
}
