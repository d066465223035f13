import { randomBytes, randomUUID } from 'node:crypto';
import type { FastifyInstance, LightMyRequestResponse } from 'fastify';
import { zxcvbnCommonPasswords } from '../../adapters/common-passwords/common-passwords.js';
import { actionTokensWith } from '../../adapters/crypto/action-token.js';
import { argon2PasswordHasher } from '../../adapters/crypto/password-hasher.js';
import { emailKeyWith, secretsFrom } from '../../adapters/crypto/secrets.js';
import { mailRequestDeliveries, outboxMailRequests } from '../../adapters/credentials/mail-requests.js';
import { postgresCredentials } from '../../adapters/credentials/credentials.js';
import type { Documents, Edition } from '../../adapters/documents/port.js';
import { legalDocuments } from '../../adapters/documents/documents.js';
import { mailDelivery } from '../../adapters/mail/deliver.js';
import { localMailbox } from '../../adapters/mail/mailbox.js';
import { openOutbox } from '../../adapters/outbox/outbox.js';
import { openPolicies } from '../../adapters/outbox/policies.js';
import { startVatChecks } from '../../adapters/vat/checks.js';
import { postgresRegistrationPace } from '../../adapters/registrations/pace.js';
import { postgresSecondFactors } from '../../adapters/second-factors/second-factors.js';
import { postgresSignInAttempts } from '../../adapters/sign-in-attempts/attempts.js';
import { postgresApiTokens } from '../../adapters/api-tokens/api-tokens.js';
import { postgresSessions } from '../../adapters/sessions/sessions.js';
import { dueDocumentsWith } from '../../commands/account/accept-documents.js';
import { rightsOf } from '../../commands/account/rights.js';
import type { VatIdValidator } from '../../commands/ports.js';
import { requestVatCheckPolicy } from '../../commands/policies/request-vat-check.js';
import { accountMails } from '../../commands/policies/account-mails.js';
import type { NightWindow } from '../../domain/account/check-schedule.js';
import { accountEvents } from '../../domain/account/events.js';
import { serviceRefusal, wholeMonitoring } from '../../domain/account/services.js';
import type { AccountId } from '../../domain/kernel/ids.js';
import { Temporal } from '../../domain/kernel/time.js';
import { acceptedDocumentRoutes } from '../../http/routes/accepted-documents.js';
import { accountRoutes } from '../../http/routes/accounts.js';
import { devMailboxRoutes } from '../../http/routes/dev-mailbox.js';
import { documentRoutes } from '../../http/routes/documents.js';
import { identityRoutes } from '../../http/routes/identity.js';
import { officeRoutes } from '../../http/routes/office.js';
import { ownEmailRoutes } from '../../http/routes/own-email.js';
import { ownSessionRoutes } from '../../http/routes/own-sessions.js';
import { passwordRoutes } from '../../http/routes/passwords.js';
import { secondFactorRoutes } from '../../http/routes/second-factor.js';
import { tokenRoutes } from '../../http/routes/tokens.js';
import { sessionRoutes } from '../../http/routes/sessions.js';
import { accountsProjection } from '../../projections/accounts.js';
import { findAccount, listOperators, userNamesOf } from '../../projections/account-queries.js';
import { findIdentity, identitiesProjection } from '../../projections/identities.js';
import { openProjections } from '../../projections/engine/engine.js';
import { testApp } from './app.js';
import { testLog } from './log.js';
import { travellingClock } from './travelling-clock.js';

type Teardown = { teardown(handler: () => Promise<unknown>): unknown };

/** Everything that accounts need, over a real database; `travel` moves the clock of the commands. */
export async function testAccounts(
  t: Teardown,
  options: {
    readonly publicUrl?: string;
    /** Null or left out: nobody checks VAT ids. */
    readonly validator?: VatIdValidator | null;
    readonly night?: NightWindow;
    /** Of the operator. */
    readonly editions?: readonly Edition[];
  } = {},
) {
  const { db, pool, leases, store, personKeys, log } = await testLog(t, accountEvents);
  const publicUrl = options.publicUrl ?? 'http://127.0.0.1';
  const clock = travellingClock();
  const secrets = secretsFrom(randomBytes(32));
  const sessions = postgresSessions(db, secrets);
  const attempts = postgresSignInAttempts(db, secrets);
  const apiTokens = postgresApiTokens(db, {
    attempts,
    clock,
    onError: (error) => {
      throw error;
    },
  });
  t.teardown(() => apiTokens.close());
  const secondFactors = postgresSecondFactors(db, secrets, 'Solarbetrieb Test');
  const tokens = actionTokensWith(secrets);
  const mailbox = localMailbox(db, clock);
  const readModels = [accountsProjection, identitiesProjection];
  const projections = openProjections({ db, pool, leases, log, projections: readModels });
  await projections.start();
  t.teardown(() => projections.stop());
  const policies = openPolicies({ db, leases, log, policies: [accountMails, requestVatCheckPolicy({ log })] });
  await policies.start();
  t.teardown(() => policies.stop());
  if (options.validator != null) {
    const { validator, night = null } = options;
    const checks = startVatChecks({
      ...{ db, leases, log, clock, validator, night, pollMs: 20 },
      onRefused: () => undefined,
      onTrouble: (error) => {
        throw error;
      },
    });
    t.teardown(() => checks.stop());
  }
  const emailKey = emailKeyWith(secrets);
  const credentials = postgresCredentials(db, emailKey);
  const sender = { name: 'Solarbetrieb Test', email: 'service@example.org' };
  const outbox = openOutbox({
    pool,
    handlers: {
      ...mailRequestDeliveries({ log, credentials, clock }),
      mail: mailDelivery({ log, mailer: mailbox, tokens, clock, publicUrl, sender }),
    },
  });
  outbox.start();
  t.teardown(() => outbox.stop());
  const documents = legalDocuments('Solarbetrieb Test', options.editions);
  const dueDocumentsOf = dueDocumentsWith({ log, documents, clock });
  const deps = {
    log,
    clock,
    sessions,
    secondFactors,
    attempts,
    apiTokens,
    tokens,
    credentials,
    mailRequests: outboxMailRequests(pool, emailKey),
    hasher: argon2PasswordHasher({ memoryCostKiB: 1024, timeCost: 1, parallelism: 1 }),
    commonPasswords: zxcvbnCommonPasswords(),
    documents,
    registrations: postgresRegistrationPace(db, secrets),
    documentsDueOf: ({ accountId }: { readonly accountId: AccountId }) => dueDocumentsOf(accountId),
    findAccount: (accountId: Parameters<typeof findAccount>[1]) => findAccount(db, accountId),
    waitFor: projections.waitFor,
    publicUrl,
    findIdentity: (accountId: Parameters<typeof findIdentity>[1]) => findIdentity(db, accountId),
    servicePartners: [],
    // Nobody has plants here that a partner could serve.
    monitoringOf: async ({ accountId }: { readonly accountId: AccountId }) => {
      const found = await findIdentity(db, accountId);
      return { ...wholeMonitoring, refusal: found === null ? null : serviceRefusal(found.identity) };
    },
    rightsOf: (caller: Parameters<typeof rightsOf>[1]) => rightsOf({ log, sessions, secondFactors, clock }, caller),
    listOperators: () => listOperators(db),
    userNamesOf: (accountIds: readonly string[]) => userNamesOf(db, accountIds),
  };
  const app = await testApp(t, {
    routes: [
      accountRoutes(deps),
      identityRoutes(deps),
      passwordRoutes(deps),
      ownEmailRoutes(deps),
      sessionRoutes({ ...deps, demo: { idOf: async () => null } }),
      ownSessionRoutes(deps),
      secondFactorRoutes(deps),
      tokenRoutes({ ...deps, findPlant: async () => null }),
      documentRoutes(deps),
      acceptedDocumentRoutes(deps),
      officeRoutes(deps),
      devMailboxRoutes({ mailbox, isMailboxOpen: true }),
    ],
    auth: {
      jwtSecret: secrets.keyFor('jwt').toString('base64url'),
      isSessionActive: sessions.isActive,
      useToken: apiTokens.use,
    },
    access: {
      documentsDueOf: deps.documentsDueOf,
      rightsOf: deps.rightsOf,
      monitoringOf: async () => wholeMonitoring,
      plantRoleOf: async () => null,
    },
  });
  return {
    ...deps,
    app,
    db,
    pool,
    leases,
    store,
    personKeys,
    readModels: projections,
    mailbox,
    travel: clock.travel,
    /** The token that a mail to this account would carry now. */
    linkToken: async (userName: string) => {
      const found = await deps.credentials.findByUserName(userName);
      if (found === null) throw new Error(`nobody is called ${userName}`);
      return tokens.issue('validate-account', found.accountId, clock.now());
    },
  };
}

/** A correct form; the versions are those in force. */
export function registrationForm(documents: Documents, at: Temporal.Instant = Temporal.Now.instant()) {
  const userName = `user-${randomUUID().slice(0, 8)}`;
  return {
    userName,
    email: `${userName}@example.org`,
    password: 'Sonne-2026',
    kind: 'consumer',
    person: { firstName: 'Anna', lastName: 'Wirt' },
    address: { street: 'Hauptstr. 1', postcode: '72555', town: 'Metzingen', country: 'DE' },
    language: 'de',
    accepted: documents.versionsInForce(at),
  };
}

/** Sends JSON as a program would; each call comes from another address, so that limits do not mix. */
export function caller(app: FastifyInstance) {
  let host = 0;
  return async (
    method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
    url: string,
    payload?: unknown,
    headers: Record<string, string> = {},
  ): Promise<LightMyRequestResponse> =>
    app.inject({
      method,
      url,
      headers,
      remoteAddress: `10.1.${host >> 8}.${host++ & 255}`,
      ...(payload === undefined ? {} : { payload: payload as object }),
    });
}
