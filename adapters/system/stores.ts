import { randomUUID } from 'node:crypto';
import type { Clock } from '../../commands/ports.js';
import { ConfigError } from '../config-error.js';
import type { Config } from '../config.js';
import { openDatabase, otherSessions, type Database, type DatabaseOptions } from '../database/database.js';
import { migrate } from '../database/migrate.js';
import { whyUnreachable } from '../database/reachable.js';
import { startEmbeddedPostgres } from '../embedded-postgres/embedded-postgres.js';
import { catalogue } from '../event-log/catalogue.js';
import { openEventLog, type OpenEventLog } from '../event-log/event-log.js';
import { isMasterKey } from '../event-log/master-key.js';
import { openPersonKeys, type PersonKeys } from '../event-log/person-keys.js';
import type { EventStore } from '../event-store/port.js';
import { openPostgresEventStore } from '../event-store/postgres/store.js';
import { undoAll, type Undo } from '../undo.js';
import type { SystemLog } from './log.js';

/** The log and the tables. */
export type Stores = {
  readonly database: Database;
  readonly store: EventStore;
  readonly log: OpenEventLog;
  readonly personKeys: PersonKeys;
};

export type OpenOptions = {
  /** Work beside a SiteLink that runs on the same data folder, instead of refusing: for tools. */
  readonly joinRunning?: boolean;
  /** That of the machine when left out. */
  readonly clock?: Clock;
};

/** Opens the stores alone, beside a SiteLink that may be running on them: for tools. */
export async function openStoresOnly(config: Config, log: SystemLog): Promise<Stores & { close(): Promise<void> }> {
  const opened: Undo = [];
  try {
    const { url } = await findDatabase(config, log, { joinRunning: true }, opened);
    return { ...(await openStores(url, config, opened)), close: () => undoAll(opened) };
  } catch (error) {
    await undoAll(opened);
    throw error;
  }
}

/**
 * Opens the stores of a copy as they are: nothing is migrated, and no key is judged. Throws `ConfigError` when somebody
 * else is connected: it would be judged while it changes, and the other one disturbed.
 */
export async function openCopy(config: Config, log: SystemLog): Promise<Stores & { close(): Promise<void> }> {
  const opened: Undo = [];
  try {
    const { url } = await findDatabase(config, log, {}, opened);
    const database = await reachDatabase(url, opened, { applicationName: `sitelink-copy-${randomUUID()}` });
    const others = await otherSessions(database.pool);
    if (others > 0) {
      throw new ConfigError(
        `Somebody else is connected to this database (${others} connections): name a copy at rest.`,
      );
    }
    return { ...(await openLog(database, url, config, opened)), close: () => undoAll(opened) };
  } catch (error) {
    await undoAll(opened);
    throw error;
  }
}

/** Where the database is, for the driver and, without its password, for people; the embedded one runs from here on. */
export async function findDatabase(
  config: Config,
  log: SystemLog,
  options: OpenOptions,
  opened: Undo,
): Promise<{ readonly url: string; readonly place: string }> {
  const { databaseUrl, dataDir } = config;
  if (databaseUrl !== null) {
    const { host, pathname } = new URL(databaseUrl);
    return { url: databaseUrl, place: `the database ${pathname.slice(1)} at ${host}` };
  }
  const embedded = await startEmbeddedPostgres({ dataDir, log, ...options }).catch((error: unknown) => {
    throw new ConfigError(error instanceof Error ? error.message : String(error), { cause: error });
  });
  opened.push(() => embedded.stop());
  const { url, home } = embedded;
  const reason = home === dataDir ? '' : ` (the database may not run as root, and nobody else may enter ${dataDir})`;
  return { url, place: `the embedded PostgreSQL in ${home}${reason}` };
}

/** Brings the schema up to date and opens the log; nothing works in the background yet. */
export async function openStores(
  url: string,
  config: Config,
  opened: Undo,
  options: { readonly idleInTransactionMs?: number } = {},
): Promise<Stores> {
  const database = await reachDatabase(url, opened, options);
  await migrate(database.db);
  if (!(await isMasterKey(database.pool, config.masterKey))) throw new ConfigError(wrongMasterKey(config));
  return openLog(database, url, config, opened);
}

async function reachDatabase(url: string, opened: Undo, options: DatabaseOptions): Promise<Database> {
  const database = openDatabase(url, { maxConnections: 32, ...options });
  opened.push(() => database.close());
  await mustAnswer(database.pool, url);
  return database;
}

async function openLog(database: Database, url: string, config: Config, opened: Undo): Promise<Stores> {
  const { pool } = database;
  const store = await openEventStore(config, pool, url);
  opened.push(() => store.close());
  const personKeys = openPersonKeys({ pool, masterKey: config.masterKey });
  return { database, store, log: openEventLog({ store, catalogue, personKeys }), personKeys };
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

/** The client of EventStoreDB is only loaded where it is used. */
async function openEventStore({ eventStore }: Config, pool: Database['pool'], url: string): Promise<EventStore> {
  if (eventStore === 'postgres') return openPostgresEventStore({ pool, connectionString: url });
  const { openEventStoreDbStore } = await import('../event-store/eventstoredb/store.js');
  return openEventStoreDbStore({ address: eventStore });
}
