import type pg from 'pg';
import type { InvoiceDesk } from '../commands/order/invoice-desk.js';
import { standsByHistory } from '../commands/plant/manage.js';
import type { Clock, DeviceRegistry, InverterCatalogue, InverterLists } from '../commands/ports.js';
import type { RepairFiles } from '../commands/repair/attachments.js';
import type { DeviceEvidences } from '../commands/repair/ports.js';
import { Temporal } from '../domain/kernel/time.js';
import { supportedInverterTypes } from '../domain/plant/supported-inverter-types.js';
import type { Followers } from '../projections/engine/followers.js';
import { alertLooks } from './alerting/past.js';
import type { AlertLooks } from './alerting/port.js';
import { surroundings } from './alerting/surroundings.js';
import { auditMessages } from './audit/notices.js';
import type { Config } from './config.js';
import { actionTokensWith } from './crypto/action-token.js';
import type { ActionTokens } from './crypto/port.js';
import { secretsFrom } from './crypto/secrets.js';
import { openDatabase } from './database/database.js';
import { openLeases } from './database/leases.js';
import { inverterCatalogue, seedInverterTypes } from './device-registry/catalogue.js';
import { postgresInverterLists } from './device-registry/inverter-lists.js';
import { deviceRegistry } from './device-registry/registry.js';
import { postgresDataExports } from './data-export/store.js';
import type { DataExports } from './data-export/port.js';
import type { EditorialDocuments } from './documents/port.js';
import { publishedDocuments } from './documents/published.js';
import { openDailyRoots, type DailyRoots, type LogNotice } from './event-log/daily-roots.js';
import { openFullVerification, type FullVerification } from './event-log/full-verification.js';
import type { Mailbox } from './mail/port.js';
import { invoiceDocuments } from './invoice-document/invoice-documents.js';
import type { ChargeFiles } from '../commands/licence/charge-supplement.js';
import { postgresChargeFiles } from './order/charge-files.js';
import { postgresInvoiceDesk } from './order/invoice-desk.js';
import { postgresDeclarations, type DeclarationDesk } from './order/declarations.js';
import { putDown } from './outbox/messages.js';
import { deviceEvidences } from './repair/device-evidences.js';
import { postgresRepairFiles } from './repair/files.js';
import { openPayments, type Payments } from './payment/open.js';
import type { Outbox } from './outbox/outbox.js';
import type { PostgresIntake } from './readings/intake.js';
import { placesEver } from '../projections/devices.js';
import { postgresProduction } from './readings/queries.js';
import { monthReports } from './report/month-reports.js';
import type { MonthReports } from './report/port.js';
import { keptClimates } from './weather/climates.js';
import { keptWeather, type WeatherKeeper } from './weather/kept-weather.js';
import type { ClimateQueries, WeatherQueries } from './weather/port.js';
import type { DeviceDirectory, ProductionChanges, ProductionQueries, RecordQueries } from './readings/port.js';
import type { deviceBiographies } from './readings/biography.js';
import type { deviceSightings } from './readings/sightings.js';
import { sumsSettled } from './readings/sums/settled.js';
import type { Spreadsheets } from './spreadsheet/port.js';
import { spreadsheets } from './spreadsheet/spreadsheets.js';
import { openAccounts, type Accounts } from './system/accounts.js';
import { isMonitored } from '../commands/account/monitoring.js';
import type { AccountId, PlantId } from '../domain/kernel/ids.js';
import { findIdentity } from '../projections/identities.js';
import { plantIdsOf } from '../projections/plant-queries.js';
import { startBackground } from './system/background.js';
import { openFollowersOf } from './system/followers.js';
import type { SystemLog } from './system/log.js';
import { openMessages } from './system/messages.js';
import { openReadings } from './system/readings.js';
import { findDatabase, openStores, type OpenOptions, type Stores } from './system/stores.js';
import { postgresHistoryFetches, type HistoryFetches } from './history-fetch/fetches.js';
import { oldPortalsBy } from './history-fetch/old-portal.js';
import { postgresKeptViews, type ChartView, type FleetView, type KeptViews } from './kept-views.js';
import { postgresPushSubscriptions, type PushSubscriptions } from './push/subscriptions.js';
import { outboundAgent, publicLookup } from './webhook/public-address.js';
import { webhookTryOut } from './webhook/try-out.js';
import { postgresWebhooks, type Webhooks } from './webhook/webhooks.js';
import { undoAll, type Undo } from './undo.js';

/** Everything that is open while SiteLink runs. */
export type System = Stores &
  Accounts &
  Payments & {
    /** Which database this is, for people. */
    readonly databasePlace: string;
    readonly clock: Clock;
    readonly dailyRoots: DailyRoots;
    readonly fullVerification: FullVerification;
    readonly readModels: Followers;
    readonly policies: Followers;
    readonly outbox: Outbox;
    readonly tokens: ActionTokens;
    readonly documents: EditorialDocuments;
    readonly declarations: DeclarationDesk;
    readonly desk: InvoiceDesk;
    readonly dataExports: DataExports;
    /** Null when mails go out by SMTP. */
    readonly mailbox: Mailbox | null;
    readonly registry: DeviceRegistry;
    readonly catalogue: InverterCatalogue;
    readonly inverterLists: InverterLists;
    readonly deviceEvidences: DeviceEvidences;
    readonly repairFiles: RepairFiles;
    readonly chargeFiles: ChargeFiles;
    readonly alertLooks: AlertLooks;
    readonly webhooks: Webhooks;
    readonly pushSubscriptions: PushSubscriptions;
    readonly fleetViews: KeptViews<FleetView>;
    readonly chartViews: KeptViews<ChartView>;
    readonly historyFetches: HistoryFetches;
    readonly tryOutWebhook: ReturnType<typeof webhookTryOut>;
    readonly spreadsheets: Spreadsheets;
    readonly directory: DeviceDirectory;
    readonly lastSeen: ReturnType<typeof deviceSightings>;
    readonly biographyOf: ReturnType<typeof deviceBiographies>;
    readonly intake: PostgresIntake;
    readonly production: ProductionQueries;
    readonly weather: WeatherQueries & WeatherKeeper;
    readonly climates: ClimateQueries;
    readonly reports: MonthReports;
    readonly records: RecordQueries;
    readonly changes: ProductionChanges;
    /** Resolves when the sums of everything that was stored before are there. */
    sumsSettled(): Promise<void>;
    close(): Promise<void>;
  };

/** A process that is frozen in the middle of a transaction holds its locks against all others for no longer. */
const idleInTransactionMs = 5_000;

const machineClock: Clock = { now: () => Temporal.Now.instant() };

/**
 * Opens the stores, brings their schema up to date and, unless this process only serves (`ROLE=web`), starts what works
 * in the background. Undone when it fails.
 */
export async function openSystem(config: Config, log: SystemLog, options: OpenOptions = {}): Promise<System> {
  const opened: Undo = [];
  const close = () => undoAll(opened);
  try {
    const { url, place } = await findDatabase(config, log, options, opened);
    const { clock = machineClock } = options;
    return { ...(await openParts(url, { config, clock }, log, opened)), databasePlace: place, close };
  } catch (error) {
    await close().catch((failure: unknown) => log.error({ err: failure }, 'what was open already did not close'));
    throw error;
  }
}

async function openParts(
  url: string,
  { config, clock }: { readonly config: Config; readonly clock: Clock },
  log: SystemLog,
  opened: Undo,
): Promise<Omit<System, 'databasePlace' | 'close'>> {
  const stores = await openStores(url, config, opened, { idleInTransactionMs });
  const { db, pool } = stores.database;
  await seedInverterTypes(db, supportedInverterTypes);
  // Not from the JWT secret: changing that one must sign people out, not lose their addresses.
  const secrets = secretsFrom(config.masterKey);
  const tokens = actionTokensWith(secrets);
  // Of their own: a busy pool must not make this process lose what it leads.
  const leaseDatabase = openDatabase(url, { maxConnections: 2, answerWithinMs: 2_000 });
  opened.push(() => leaseDatabase.close());
  const leases = openLeases(leaseDatabase.pool);
  opened.push(() => leases.close());
  const messagesAbout = auditMessages(config.audit, clock);
  const tell = (tx: pg.ClientBase, notice: LogNotice) => putDown(tx, messagesAbout(notice));
  const proof = { pool, store: stores.store, clock, tell };
  const accounts = openAccounts(stores.database, secrets, { config, clock }, log, opened);
  const onLost = (reason: unknown) => log.warn(`notifications about payments do not arrive: ${String(reason)}`);
  const onRefused = (message: string) =>
    log.error({ said: message }, 'Unzer refuses what it should not: check its keys');
  const payments = openPayments({ config, database: stores.database, clock, onLost, onRefused }, opened);
  const { documents, rounds } = await publishedDocuments({
    ...{ operatorName: config.operatorName, fromFiles: config.documents, log: stores.log },
    onTrouble: (error) => log.error({ err: error }, 'whether documents were published is not known at the moment'),
  });
  opened.push(() => rounds.stop());
  const shop = {
    documents,
    declarations: postgresDeclarations(pool),
    desk: postgresInvoiceDesk(pool, invoiceDocuments(), config.seller),
    chargeFiles: postgresChargeFiles(pool),
  };
  const monitored = {
    ...{ ...accounts, log: stores.log, clock },
    findIdentity: (accountId: AccountId) => findIdentity(db, accountId),
    plantIdsOf: (accountId: AccountId) => plantIdsOf(db, accountId),
  };
  const outbound = outboundAgent(config.outbound);
  opened.push(() => outbound.close());
  const pushSubscriptions = postgresPushSubscriptions(pool);
  const climates = keptClimates(pool);
  const reports = monthReports({
    ...{ log: stores.log, production: postgresProduction(pool), climates, clock },
    placesEver: (plantIds) => placesEver(db, plantIds),
    operatorName: config.operatorName,
  });
  const isOpenFor = (accountId: AccountId, plantId: PlantId) => isMonitored(monitored, accountId, plantId);
  const messageDeps = {
    reports,
    isOpenFor,
    config,
    clock,
    tokens,
    credentials: accounts.credentials,
    ...payments,
    ...shop,
    outbound,
    pushSubscriptions,
  };
  const webhooks = postgresWebhooks(pool, secrets);
  const calling = { webhooks, dispatcher: outbound, clock, publicUrl: config.publicUrl, isOpenFor };
  const watching = { ...surroundings(), db, pool };
  const readings = openReadings(url, stores, clock, log, opened);
  const parts = {
    ...stores,
    ...payments,
    ...shop,
    clock,
    dailyRoots: openDailyRoots(proof),
    fullVerification: openFullVerification(proof),
    ...openFollowersOf(stores, leases, log, shop.desk),
    ...openMessages(stores, messageDeps, log, opened),
    ...readings,
    repairFiles: postgresRepairFiles(pool),
    deviceEvidences: deviceEvidences(pool, readings.production),
    ...accounts,
    tokens,
    dataExports: postgresDataExports(pool),
    registry: deviceRegistry(db, standsByHistory(stores.log)),
    catalogue: inverterCatalogue(db),
    inverterLists: postgresInverterLists(db, clock),
    watching,
    alertLooks: alertLooks(watching),
    weather: keptWeather(pool),
    climates,
    reports,
    webhooks,
    pushSubscriptions,
    fleetViews: postgresKeptViews<FleetView>(pool, 'fleet_views'),
    chartViews: postgresKeptViews<ChartView>(pool, 'chart_views'),
    historyFetches: postgresHistoryFetches(pool, secrets),
    tryOutWebhook: webhookTryOut(calling),
    spreadsheets: spreadsheets(),
  };
  if (config.role === 'web') {
    await Promise.all([parts.readModels.prepare(), parts.policies.prepare()]);
    return { ...parts, sumsSettled: () => sumsSettled(pool) };
  }
  const { vat, weather: weatherServices, operatorName, historyFetchPauseMs } = config;
  const oldPortals = oldPortalsBy(config.outbound.arePrivateAllowed ? null : publicLookup);
  const { sums } = await startBackground(
    { ...parts, calling, vat, weatherServices, operatorName, oldPortals, historyFetchPauseMs, reports },
    leases,
    log,
    opened,
  );
  return { ...parts, sumsSettled: () => sums.settled() };
}
