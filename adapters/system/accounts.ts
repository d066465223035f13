import type {
  Clock,
  CommonPasswords,
  Credentials,
  InvitationAddresses,
  MailRequests,
  PasswordHasher,
} from '../../commands/ports.js';
import { postgresApiTokens } from '../api-tokens/api-tokens.js';
import type { ApiTokens } from '../api-tokens/port.js';
import { noCommonPasswords, zxcvbnCommonPasswords } from '../common-passwords/common-passwords.js';
import type { PasswordConfig } from '../config.js';
import { postgresCredentials } from '../credentials/credentials.js';
import { outboxMailRequests } from '../credentials/mail-requests.js';
import { argon2PasswordHasher } from '../crypto/password-hasher.js';
import { emailKeyWith, type ServerSecrets } from '../crypto/secrets.js';
import type { Database } from '../database/database.js';
import { postgresInvitationAddresses } from '../invitations/addresses.js';
import { postgresRegistrationPace } from '../registrations/pace.js';
import type { RegistrationPace } from '../registrations/port.js';
import type { SecondFactors } from '../second-factors/port.js';
import { postgresSecondFactors } from '../second-factors/second-factors.js';
import type { Sessions } from '../sessions/port.js';
import { postgresSessions } from '../sessions/sessions.js';
import { postgresSignInAttempts } from '../sign-in-attempts/attempts.js';
import type { SignInAttempts } from '../sign-in-attempts/port.js';
import type { Undo } from '../undo.js';
import type { SystemLog } from './log.js';

/** What signing in takes: all of it lies outside the log. */
export type Accounts = {
  readonly credentials: Credentials;
  readonly mailRequests: MailRequests;
  readonly hasher: PasswordHasher;
  readonly commonPasswords: CommonPasswords;
  readonly attempts: SignInAttempts;
  readonly secondFactors: SecondFactors;
  readonly sessions: Sessions;
  readonly apiTokens: ApiTokens;
  readonly invitationAddresses: InvitationAddresses;
  readonly registrations: RegistrationPace;
};

/** An authenticator shows the account under the name of the operator. */
export function openAccounts(
  { db, pool }: Database,
  secrets: ServerSecrets,
  {
    config: { operatorName: issuer, passwords },
    clock,
  }: {
    readonly config: { readonly operatorName: string; readonly passwords: PasswordConfig };
    readonly clock: Clock;
  },
  log: SystemLog,
  opened: Undo,
): Accounts {
  const emailKey = emailKeyWith(secrets);
  const attempts = postgresSignInAttempts(db, secrets);
  const onError = (error: unknown) => log.error({ err: error }, 'last uses of tokens were not written, trying again');
  const apiTokens = postgresApiTokens(db, { attempts, clock, onError });
  opened.push(() => apiTokens.close());
  return {
    credentials: postgresCredentials(db, emailKey),
    mailRequests: outboxMailRequests(pool, emailKey),
    hasher: argon2PasswordHasher(passwords.argon2),
    commonPasswords: passwords.areCommonOnesRefused ? zxcvbnCommonPasswords() : noCommonPasswords,
    attempts,
    apiTokens,
    secondFactors: postgresSecondFactors(db, secrets, issuer),
    sessions: postgresSessions(db, secrets),
    registrations: postgresRegistrationPace(db, secrets),
    invitationAddresses: postgresInvitationAddresses(db, emailKey),
  };
}
