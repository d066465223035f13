import { claimedDevices } from '../commands/policies/activate-claimed-device.js';
import { accountMails } from '../commands/policies/account-mails.js';
import { reportedTypes } from '../commands/policies/determine-reported-type.js';
import { startTrialPolicy } from '../commands/policies/start-trial.js';
import { standsByHistory } from '../commands/plant/manage.js';
import type { Clock, Credentials, DeviceRegistry, InverterCatalogue, PasswordHasher } from '../commands/ports.js';
import { InverterId, PlantId, type SerialNumber } from '../domain/kernel/ids.js';
import { Temporal } from '../domain/kernel/time.js';
import { supportedInverterTypes } from '../domain/plant/supported-inverter-types.js';
import { accountsProjection } from '../projections/accounts.js';
import { devicesProjection, openClaims } from '../projections/devices.js';
import type { Followers } from '../projections/engine/followers.js';
import { openProjections } from '../projections/engine/engine.js';
import type { Projection } from '../projections/engine/projection.js';
import { licencesProjection } from '../projections/licences.js';
import { plantsProjection } from '../projections/plants.js';
import { auditMailDelivery, auditWebhookDelivery } from './audit/deliver.js';
import { auditMessages } from './audit/notices.js';
import { ConfigError, type Config } from './config.js';
import { postgresCredentials } from './credentials/credentials.js';
import { actionTokensWith } from './crypto/action-token.js';
import { argon2PasswordHasher } from './crypto/password-hasher.js';
import type { ActionTokens } from './crypto/port.js';
import { emailKeyWith, secretsFrom } from './crypto/secrets.js';
import { openDatabase, type Database } from './database/database.js';
import { migrate } from './database/migrate.js';
import { whyUnreachable } from './database/reachable.js';
import { inverterCatalogue, seedInverterTypes } from './device-registry/catalogue.js';
import { deviceDirectory } from './device-registry/directory.js';
import { deviceRegistry } from './device-registry/registry.js';
import { legalDocuments } from './documents/documents.js';
import type { Documents } from './documents/port.js';
import { startEmbeddedPostgres } from './embedded-postgres/embedded-postgres.js';
import { catalogue as eventCatalogue } from './event-log/catalogue.js';
import { openDailyRoots, startDailyRoots, type DailyRoots } from './event-log/daily-roots.js';
import { openEventLog, type OpenEventLog } from './event-log/event-log.js';
import { isMasterKey } from './event-log/master-key.js';
import { openPersonKeys } from './event-log/person-keys.js';
import type { EventStore } from './event-store/port.js';
import { openPostgresEventStore } from './event-store/postgres/store.js';
import { mailDelivery } from './mail/deliver.js';
import { localMailbox } from './mail/mailbox.js';
import type { Mailbox } from './mail/port.js';
import { smtpMailer } from './mail/smtp.js';
import { putDown } from './outbox/messages.js';
import { openOutbox, type Outbox } from './outbox/outbox.js';
import { openPolicies } from './outbox/policies.js';
import { postgresChanges } from './readings/changes.js';
import { startReadingsHousekeeping } from './readings/housekeeping.js';
import { postgresIntake, type PostgresIntake } from './readings/intake.js';
import type { DeviceDirectory, ProductionChanges, ProductionQueries } from './readings/port.js';
import { postgresProduction } from './readings/queries.js';
import { deviceSightings } from './readings/sightings.js';
import { startSumsWorker } from './readings/sums/worker.js';
import { startSessionHousekeeping } from './sessions/housekeeping.js';
import type { Sessions } from './sessions/port.js';
import { postgresSessions } from './sessions/sessions.js';
import { undoAll, type Undo } from './undo.js';

type Log = {
  info(message: string): void;
  warn(message: string): void;
  error(details: object, message: string): void;
};

/** Everything that is open while SiteLink runs. */
export type System = {
  readonly clock: Clock;
  readonly database: Database;
  readonly store: EventStore;
  readonly log: OpenEventLog;
  readonly dailyRoots: DailyRoots;
  readonly readModels: Followers;
  readonly policies: Followers;
  readonly outbox: Outbox;
  readonly credentials: Credentials;
  readonly hasher: PasswordHasher;
  readonly sessions: Sessions;
  readonly tokens: ActionTokens;
  readonly documents: Documents;
  /** Null when mails go out by SMTP. */
  readonly mailbox: Mailbox | null;
  readonly registry: DeviceRegistry;
  readonly catalogue: InverterCatalogue;
  readonly directory: DeviceDirectory;
  readonly lastSeen: ReturnType<typeof deviceSightings>;
  readonly intake: PostgresIntake;
  readonly production: ProductionQueries;
  readonly changes: ProductionChanges;
  /** Resolves when the sums of everything that was stored before are there. */
  sumsSettled(): Promise<void>;
  close(): Promise<void>;
};

type OpenOptions = {
  /** Work beside a SiteLink that runs on the same data folder, instead of refusing: for tools. */
  readonly joinRunning?: boolean;
};

const clock: Clock = { now: () => Temporal.Now.instant() };

/** Opens the stores, brings their schema up to date and starts what works in the background. Undone when it fails. */
export async function openSystem(config: Config, log: Log, options: OpenOptions = {}): Promise<System> {
  const opened: Undo = [];
  const close = () => undoAll(opened);
  try {
    const url = await databaseUrl(config, log, options, opened);
    return { ...(await startOver(url, config, log, opened)), close };
  } catch (error) {
    await close().catch((failure: unknown) => log.error({ err: failure }, 'what was open already did not close'));
    throw error;
  }
}

/** The read models of this release. */
export const projections: readonly Projection[] = [
  accountsProjection,
  plantsProjection,
  devicesProjection,
  licencesProjection,
];

/** What tools need that work on the log and the read models. */
type Stores = {
  readonly database: Database;
  readonly store: EventStore;
  readonly log: OpenEventLog;
  close(): Promise<void>;
};

/** Opens the stores alone, beside a SiteLink that may be running on them. */
export async function openStoresOnly(config: Config, log: Log): Promise<Stores> {
  const opened: Undo = [];
  try {
    const url = await databaseUrl(config, log, { joinRunning: true }, opened);
    return { ...(await openStores(url, config, opened)), close: () => undoAll(opened) };
  } catch (error) {
    await undoAll(opened);
    throw error;
  }
}

async function databaseUrl(config: Config, log: Log, options: OpenOptions, opened: Undo): Promise<string> {
  if (config.databaseUrl !== null) return config.databaseUrl;
  const { dataDir } = config;
  const embedded = await startEmbeddedPostgres({ dataDir, log, ...options }).catch((error: unknown) => {
    throw new ConfigError(error instanceof Error ? error.message : String(error), { cause: error });
  });
  opened.push(() => embedded.stop());
  return embedded.url;
}

async function mustAnswer(pool: Database['pool'], url: string): Promise<void> {
  const reason = await whyUnreachable(pool);
  if (reason === null) return;
  const { host, pathname } = new URL(url);
  throw new ConfigError(`DATABASE_URL: the database ${pathname.slice(1)} at ${host} cannot be used: ${reason}.`);
}

function wrongMasterKey({ databaseUrl, dataDir }: Config): string {
  const place = databaseUrl === null ? `the file master-key in ${dataDir}, or set MASTER_KEY again` : 'the old one';
  return `MASTER_KEY is not the key that the personal data in this database is encrypted with: restore ${place}.`;
}

/** The log and the tables, migrated; nothing works in the background yet. */
async function openStores(url: string, config: Config, opened: Undo): Promise<Omit<Stores, 'close'>> {
  const database = openDatabase(url, { maxConnections: 20 });
  opened.push(() => database.close());
  const { db, pool } = database;
  await mustAnswer(pool, url);
  await migrate(db);
  if (!(await isMasterKey(pool, config.masterKey))) throw new ConfigError(wrongMasterKey(config));
  const store = await openEventStore(config, pool, url);
  opened.push(() => store.close());
  const personKeys = openPersonKeys({ pool, masterKey: config.masterKey });
  return { database, store, log: openEventLog({ store, catalogue: eventCatalogue, personKeys }) };
}

async function startOver(url: string, config: Config, log: Log, opened: Undo): Promise<Omit<System, 'close'>> {
  const { database, store, log: eventLog } = await openStores(url, config, opened);
  const { db, pool } = database;
  await seedInverterTypes(db, supportedInverterTypes);
  const onTrouble = (name: string, error: unknown) => log.error({ err: error }, `${name} does not go on, trying again`);

  const readModels = openProjections({
    db,
    pool,
    log: eventLog,
    projections,
    onTrouble,
    onRebuilt: ({ name, replacedVersion, version, events, seconds }) =>
      log.info(
        `${name}: version ${version} has replaced version ${replacedVersion}, ${events} events in ${Math.round(seconds)} s`,
      ),
  });
  await readModels.start();
  opened.push(() => readModels.stop());
  const policies = openPolicies({
    db,
    pool,
    log: eventLog,
    policies: [accountMails, startTrialPolicy({ log: eventLog })],
    onTrouble,
  });
  await policies.start();
  opened.push(() => policies.stop());

  const messagesAbout = auditMessages(config.audit, clock);
  const dailyRoots = openDailyRoots({
    pool,
    store,
    clock,
    tell: (tx, notice) => putDown(tx, messagesAbout(notice)),
  });
  const proof = startDailyRoots({
    roots: dailyRoots,
    onRoot: (root) => log.info(`root of the log after ${root.day}: ${root.root} over ${root.events} events`),
    onError: (error) => log.error({ err: error }, 'no root was made over the log: run verify-log'),
  });
  opened.push(() => proof.stop());

  // Not from the JWT secret: changing that one must sign people out, not lose their addresses.
  const secrets = secretsFrom(config.masterKey);
  const tokens = actionTokensWith(secrets);
  const mailbox = config.smtpUrl === null ? localMailbox(db, clock) : null;
  const mailer = mailbox ?? openSmtp(config, opened);
  const { publicUrl, operatorName, audit } = config;
  const outbox = openOutbox({
    pool,
    handlers: {
      mail: mailDelivery({ log: eventLog, mailer, tokens, clock, publicUrl, operatorName }),
      'audit-mail': auditMailDelivery({ mailer, publicUrl, operatorName }),
      ...(audit.webhook !== null && {
        'audit-webhook': auditWebhookDelivery({ target: audit.webhook, publicUrl, clock }),
      }),
    },
    onTrouble: (id, error) => log.error({ err: error, messageId: id }, 'a message was not delivered'),
  });
  outbox.start();
  opened.push(() => outbox.stop());

  const sessions = postgresSessions(db);
  const onError = (error: unknown) =>
    log.error({ err: error }, 'old sessions were not forgotten, trying again tomorrow');
  const housekeeping = startSessionHousekeeping({ sessions, clock, onError });
  opened.push(() => housekeeping.stop());

  return {
    clock,
    database,
    store,
    log: eventLog,
    dailyRoots,
    readModels,
    policies,
    outbox,
    credentials: postgresCredentials(db, emailKeyWith(secrets)),
    hasher: argon2PasswordHasher(),
    sessions,
    tokens,
    documents: legalDocuments(config.operatorName),
    mailbox,
    registry: deviceRegistry(db, standsByHistory(eventLog)),
    catalogue: inverterCatalogue(db),
    ...startReadings(url, database, eventLog, log, opened),
  };
}

/** The client of EventStoreDB is only loaded where it is used. */
async function openEventStore({ eventStore }: Config, pool: Database['pool'], url: string): Promise<EventStore> {
  if (eventStore === 'postgres') return openPostgresEventStore({ pool, connectionString: url });
  const { openEventStoreDbStore } = await import('./event-store/eventstoredb/store.js');
  return openEventStoreDbStore({ address: eventStore });
}

function openSmtp(config: Config, opened: Undo) {
  const mailer = smtpMailer({ url: config.smtpUrl ?? '', from: config.mailFrom });
  opened.push(async () => mailer.close());
  return mailer;
}

/** The readings room: intake, sums, and what devices tell of themselves: that they are there, and their type. */
function startReadings(url: string, { db, pool }: Database, eventLog: OpenEventLog, log: Log, opened: Undo) {
  // Connections of its own: a device gets its answer in time, also when the server hangs or the portal is busy.
  const intakeDatabase = openDatabase(url, { maxConnections: 8, answerWithinMs: 10_000 });
  opened.push(() => intakeDatabase.close());
  const directory = deviceDirectory(intakeDatabase.db);
  const onError = (error: unknown) => log.error({ err: error }, 'the readings room met an error, trying again');
  const intake = postgresIntake({ pool: intakeDatabase.pool, directory, flushSeenEveryMs: 2_000, onError });
  const claimed = claimedDevices({ log: eventLog, openClaims: () => openClaims(db) });
  intake.onUnclaimed((serialNumber) => {
    claimed.deviceReported(serialNumber, Temporal.Now.instant()).catch(onError);
  });
  const types = reportedTypes({ log: eventLog, clock, catalogue: inverterCatalogue(db), placeOf: placeIn(directory) });
  intake.onUnknownMessage((serialNumber, body) => {
    types.deviceDescribed(serialNumber, Buffer.from(body).toString('latin1')).catch(onError);
  });
  const sums = startSumsWorker({ pool, intake, onError });
  const housekeeping = startReadingsHousekeeping({ pool, onError });
  const changes = postgresChanges(pool);
  opened.push(
    () => changes.close(),
    () => sums.stop(),
    () => intake.close(),
    () => housekeeping.stop(),
  );
  return {
    directory,
    lastSeen: deviceSightings(pool),
    intake,
    production: postgresProduction(pool),
    changes,
    sumsSettled: () => sums.settled(),
  };
}

function placeIn(directory: DeviceDirectory) {
  return async (serialNumber: SerialNumber) => {
    const place = await directory.find(serialNumber);
    return place && { plantId: PlantId.parse(place.plantId), inverterId: InverterId.parse(place.inverterId) };
  };
}
