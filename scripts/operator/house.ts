import { ConfigError } from '../../adapters/config-error.js';
import { readConfig, type Config } from '../../adapters/config.js';
import { asPortalRan } from '../../adapters/public-url.js';
import { catalogue } from '../../adapters/event-log/catalogue.js';
import { openSystem } from '../../adapters/system.js';
import { projections } from '../../adapters/system/followers.js';
import { openCopy, openStoresOnly } from '../../adapters/system/stores.js';
import { userNamesOf } from '../../projections/account-queries.js';
import { everyItem } from '../../projections/engine/page.js';
import { unconfirmedBusinesses, type UnconfirmedBusiness } from '../../projections/identities.js';
import type { ConfirmationHouse } from './confirm-business.js';
import type { RestoredCopy } from './check-restore/port.js';
import type { OperatorHouse } from './create-operator.js';
import { failureText } from './fail.js';
import type { CatalogueHouse } from './inverter-types.js';
import { UsageError } from './output.js';
import type { OutboxHouse } from './outbox.js';
import type { ReadModelHouse } from './rebuild-projection.js';
import type { LogHouse } from './verify-log.js';

const quiet = {
  info: () => undefined,
  warn: (message: string) => void process.stderr.write(`${message}\n`),
  error: (_details: object, message: string) => void process.stderr.write(`${message}\n`),
};

/** A tool works on what it was asked for; read models, mails and jobs are the portal's, which knows where mails go. */
function idle(config: Config): Config {
  return { ...config, role: 'web' };
}

/** The stores as the environment configures them, for a tool of the operator: it takes no work from the portal. */
export async function openHouse(): Promise<CatalogueHouse & LogHouse> {
  const config = idle(readConfig(asPortalRan(process.env)));
  const system = await openSystem(config, quiet, { joinRunning: true });
  const { databasePlace, clock, store, log, dailyRoots, catalogue } = system;
  return {
    db: system.database.db,
    databasePlace,
    clock,
    store,
    log,
    dailyRoots,
    catalogue,
    close: () => system.close(),
  };
}

/** The accounts, for the tool that gives roles to them. */
export async function openOperatorHouse(): Promise<OperatorHouse> {
  const config = idle(readConfig(asPortalRan(process.env)));
  const system = await openSystem(config, quiet, { joinRunning: true });
  return { ...system, publicUrl: config.publicUrl };
}

/** The accounts, for the tool that confirms businesses. */
export async function openConfirmationHouse(): Promise<ConfirmationHouse> {
  const system = await openSystem(idle(readConfig(asPortalRan(process.env))), quiet, { joinRunning: true });
  const { db } = system.database;
  return {
    ...system,
    unconfirmedBusinesses: async () => {
      const businesses: UnconfirmedBusiness[] = [];
      const waiting = everyItem((after: string | null) => unconfirmedBusinesses(db, { after, limit: 500 }));
      for await (const one of waiting) businesses.push(one);
      const names = await userNamesOf(
        db,
        businesses.map(({ accountId }) => accountId),
      );
      return businesses.map((one) => ({ ...one, userName: names.get(one.accountId) ?? '' }));
    },
  };
}

/** The log and the read models, for a tool that works on them while nothing else happens in its process. */
export async function openReadModels(): Promise<ReadModelHouse> {
  const { database, log, close } = await openStoresOnly(readConfig(asPortalRan(process.env)), quiet);
  return { ...database, log, projections, close };
}

/** What waits to be delivered, beside a SiteLink that delivers it. */
export async function openOutboxHouse(): Promise<OutboxHouse> {
  const { database, close } = await openStoresOnly(readConfig(asPortalRan(process.env)), quiet);
  return { pool: database.pool, close };
}

/** A restored copy as it is. Throws `UsageError` when it cannot be opened, or when somebody uses it. */
export async function openRestoredCopy(
  databaseUrl: string | undefined,
  environment: Readonly<Record<string, string | undefined>> = process.env,
): Promise<RestoredCopy> {
  const named = databaseUrl === undefined ? {} : { DATABASE_URL: databaseUrl };
  try {
    const config = readConfig({ ...environment, ...named });
    return { ...(await openCopy(config, quiet)), masterKey: config.masterKey, projections, catalogue };
  } catch (error) {
    throw error instanceof ConfigError ? new UsageError(error.message) : error;
  }
}

/** Sets the exit code, and says why when the tool failed. */
export async function exitWith(tool: Promise<number>): Promise<void> {
  try {
    process.exitCode = await tool;
  } catch (error) {
    process.stderr.write(`${failureText(error)}\n`);
    process.exitCode = 1;
  }
}
