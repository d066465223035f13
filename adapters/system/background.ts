import { startEmailChanges } from '../credentials/email-changes.js';
import type { HistoryFetches } from '../history-fetch/fetches.js';
import type { OldPortals } from '../history-fetch/port.js';
import { startHistoryFetches } from '../history-fetch/worker.js';
import { startAlertWorker } from '../alerting/worker.js';
import type { WatchDeps } from '../alerting/watched-plants.js';
import type { DataExports } from '../data-export/port.js';
import type { SecondFactors } from '../second-factors/port.js';
import type { ApiTokens } from '../api-tokens/port.js';
import type { AccountId } from '../../domain/kernel/ids.js';
import type {
  Clock,
  Credentials,
  DeviceRegistry,
  InverterCatalogue,
  InverterLists,
  InvitationAddresses,
} from '../../commands/ports.js';
import type { VatConfig } from '../vat/config.js';
import type { Followers } from '../../projections/engine/followers.js';
import { startJobWorker } from '../../projections/engine/job-worker.js';
import { refreshStandings, type StandingsDeps } from '../fleet/standings.js';
import { forgetBuyersJob } from '../erasure/buyers.js';
import { startErasures } from '../erasure/erasures.js';
import { forgetUnvalidatedJob } from '../erasure/unvalidated.js';
import { startDataExports } from '../data-export/worker.js';
import type { Leases } from '../database/port.js';
import { listHousekeepingJob } from '../device-registry/inverter-lists.js';
import { invitationHousekeepingJob } from '../invitations/housekeeping.js';
import { dailyRootJob, type DailyRoots } from '../event-log/daily-roots.js';
import { fullVerificationJob, type FullVerification } from '../event-log/full-verification.js';
import { startNightlyJobs } from '../jobs/nightly.js';
import type { InvoiceDesk } from '../../commands/order/invoice-desk.js';
import type { PaymentGateway } from '../../commands/order/payment-gateway.js';
import { startShopWorkers } from '../order/shop-workers.js';
import type { Outbox } from '../outbox/outbox.js';
import { startPacedWork } from '../paced-work.js';
import { refreshPublicYields } from '../public-map/yields.js';
import { readingsHousekeepingJob } from '../readings/housekeeping.js';
import type { PostgresIntake } from '../readings/intake.js';
import { startSumsWorker } from '../readings/sums/worker.js';
import { sessionHousekeepingJob } from '../sessions/housekeeping.js';
import type { PushSubscriptions } from '../push/subscriptions.js';
import type { Sessions } from '../sessions/port.js';
import type { RegistrationPace } from '../registrations/port.js';
import type { SignInAttempts } from '../sign-in-attempts/port.js';
import type { Undo } from '../undo.js';
import { startWebhookWorker, type WebhookWorkerOptions } from '../webhook/worker.js';
import { startVatChecks } from '../vat/checks.js';
import { openVatIdValidator } from '../vat/open.js';
import type { WeatherConfig } from '../weather/config.js';
import { monthlyReportsJob } from '../report/monthly-job.js';
import type { MonthReports } from '../report/port.js';
import { revisedReportsJob } from '../report/revised-job.js';
import { openWeather } from '../weather/open.js';
import { weatherJob } from '../weather/scores.js';
import { startWeatherWorker } from '../weather/worker.js';
import { ordersOf } from '../../projections/order-queries.js';
import { plantsGrantedTo } from '../../projections/grants.js';
import { repairIdsOf } from '../../projections/repair-orders.js';
import { plantsEverOf } from '../../projections/ownerships.js';
import { projections } from './followers.js';
import type { SystemLog } from './log.js';
import type { Stores } from './stores.js';

type Workers = Stores &
  Pick<StandingsDeps, 'lastSeen' | 'production'> & {
    readonly clock: Clock;
    readonly dailyRoots: DailyRoots;
    readonly fullVerification: FullVerification;
    readonly readModels: Followers;
    readonly policies: Followers;
    readonly outbox: Outbox;
    readonly intake: PostgresIntake;
    readonly sessions: Sessions;
    readonly apiTokens: ApiTokens;
    readonly credentials: Credentials;
    readonly secondFactors: SecondFactors;
    readonly dataExports: DataExports;
    readonly registry: DeviceRegistry;
    readonly catalogue: InverterCatalogue;
    readonly payments: PaymentGateway;
    readonly desk: InvoiceDesk;
    readonly vat: VatConfig;
    readonly weatherServices: WeatherConfig;
    /** Of whoever runs the portal. */
    readonly operatorName: string;
    readonly inverterLists: InverterLists;
    readonly invitationAddresses: InvitationAddresses;
    readonly attempts: SignInAttempts;
    readonly registrations: RegistrationPace;
    readonly pushSubscriptions: Pick<PushSubscriptions, 'removeOld'>;
    /** What alert rules are judged by. */
    readonly watching: WatchDeps;
    readonly historyFetches: HistoryFetches;
    readonly oldPortals: OldPortals;
    readonly historyFetchPauseMs: number;
    /** How webhooks are called. */
    readonly calling: Pick<WebhookWorkerOptions, 'webhooks' | 'dispatcher' | 'clock' | 'publicUrl' | 'isOpenFor'>;
    readonly reports: Pick<MonthReports, 'months'>;
    readonly onError: (error: unknown) => void;
  };

/**
 * Starts what works without being asked: read models and their rebuilds, policies, the outbox, the checks of VAT ids,
 * the sums and the jobs of the night.
 */
export async function startBackground(workers: Workers, leases: Leases, log: SystemLog, opened: Undo) {
  const { database, clock, dailyRoots, readModels, policies, outbox, intake, inverterLists, vat, onError } = workers;
  const { reports } = workers;
  await readModels.start();
  opened.push(() => readModels.stop());
  const rebuilds = startJobWorker({
    ...database,
    log: workers.log,
    projections,
    onTrouble: (error) => log.error({ err: error }, 'a job on read models met an error, trying again'),
  });
  opened.push(() => rebuilds.stop());
  await policies.start();
  opened.push(() => policies.stop());
  outbox.start();
  opened.push(() => outbox.stop());
  const validator = await openVatIdValidator(vat);
  opened.push(() => validator.close());
  const vatChecks = startVatChecks({
    ...{ db: database.db, log: workers.log, leases, clock, validator, night: vat.night },
    onRefused: (status) =>
      log.error({ status }, 'an authority refuses questions about VAT ids: check OWN_VAT_ID and the addresses'),
    onTrouble: (error) => log.error({ err: error }, 'a VAT id was not checked, trying again'),
  });
  opened.push(() => vatChecks.stop());
  const owning = {
    ...workers,
    ...database,
    leases,
    plantsEverOf: (accountId: AccountId) => plantsEverOf(database.db, accountId),
    ordersOf: (accountId: AccountId) => ordersOf(database.db, accountId),
    repairIdsOf: (accountId: AccountId) => repairIdsOf(database.db, accountId),
    plantsGrantedTo: (accountId: AccountId) => plantsGrantedTo(database.db, accountId),
  };
  const exports = startDataExports({
    ...owning,
    onTrouble: (error) => log.error({ err: error }, 'an archive of own data was not made, trying again'),
  });
  opened.push(() => exports.stop());
  const emailChanges = startEmailChanges({
    ...owning,
    onTrouble: (error) => log.error({ err: error }, 'a change of an e-mail address was not mended, trying again'),
  });
  opened.push(() => emailChanges.stop());
  const names = projections.map(({ name }) => name);
  const erasures = startErasures({
    ...owning,
    projections: names,
    onTrouble: (error) => log.error({ err: error }, 'an account was not erased yet, trying again'),
  });
  opened.push(() => erasures.stop());
  const shop = startShopWorkers({
    ...{ db: database.db, log: workers.log, leases, clock, gateway: workers.payments },
    onTrouble: (error) => log.error({ err: error }, 'a licence or an order was not looked after, trying again'),
  });
  opened.push(() => shop.stop());
  const sums = startSumsWorker({ pool: database.pool, leases, intake, onError });
  opened.push(() => sums.stop());
  const publicYields = startPacedWork({
    ...{ lease: 'public yields', leases, work: () => refreshPublicYields(database.pool) },
    onTrouble: (error) =>
      log.error({ err: error }, 'the list of public plants was not brought up to date, trying again'),
  });
  opened.push(() => publicYields.stop());
  const standings = startPacedWork({
    ...{ lease: 'plant standings', leases },
    work: (signal) => refreshStandings({ ...workers, ...database }, signal),
    onTrouble: (error) => log.error({ err: error }, 'lists of plants were not brought up to date, trying again'),
  });
  opened.push(() => standings.stop());
  const alerts = startAlertWorker({
    ...{ ...workers.watching, log: workers.log, clock },
    onTrouble: (error) => log.error({ err: error }, 'a plant was not looked at for alerts, trying again'),
  });
  opened.push(() => alerts.stop());
  const historyFetches = startHistoryFetches({
    ...{ fetches: workers.historyFetches, oldPortals: workers.oldPortals, leases, clock },
    pauseMs: workers.historyFetchPauseMs,
    onTrouble: (error) => log.error({ err: error }, 'history was not fetched from an old portal, trying again'),
  });
  opened.push(() => historyFetches.stop());
  const services = openWeather(workers.weatherServices, clock);
  opened.push(() => services.close());
  const weather = startWeatherWorker({
    ...{ pool: database.pool, leases, clock, sources: services.hourly, climate: services.climate },
    onNoWeather: (source, { reason, detail }) => log.warn(`no weather from ${source}: ${reason}, ${detail}`),
    onTrouble: (error) => log.error({ err: error }, 'weather was not asked for, trying again'),
  });
  opened.push(() => weather.stop());
  const webhooks = startWebhookWorker({
    ...{ ...workers.calling, ...database },
    onTrouble: (error) => log.error({ err: error }, 'webhooks are not called, trying again'),
  });
  opened.push(() => webhooks.stop());
  const jobs = startNightlyJobs({
    pool: database.pool,
    leases,
    clock,
    onError: (error) => log.error({ err: error }, 'the nightly jobs do not go on, trying again'),
    jobs: [
      dailyRootJob({
        roots: dailyRoots,
        onRoot: (root) => log.info(`root of the log after ${root.day}: ${root.root} over ${root.events} events`),
        onError: (error) => log.error({ err: error }, 'no root was made over the log: run verify-log'),
      }),
      readingsHousekeepingJob({ pool: database.pool, onError }),
      sessionHousekeepingJob({
        forgetful: [
          ...[workers.sessions, workers.apiTokens, workers.attempts, workers.registrations],
          workers.pushSubscriptions,
        ],
        clock,
        onError: (error) => log.error({ err: error }, 'old sessions were not forgotten, trying again in an hour'),
      }),
      invitationHousekeepingJob({
        ...workers,
        db: database.db,
        onError: (error) =>
          log.error({ err: error }, 'old invitations were not looked through, trying again in an hour'),
      }),
      listHousekeepingJob({
        lists: inverterLists,
        onError: (error) => log.error({ err: error }, 'old inverter lists were not forgotten, trying again in an hour'),
      }),
      forgetBuyersJob({
        ...owning,
        onError: (error) => log.error({ err: error }, 'buyers were not forgotten, trying again in an hour'),
      }),
      forgetUnvalidatedJob({
        ...owning,
        projections: names,
        onError: (error) =>
          log.error({ err: error }, 'registrations without validation were not forgotten, trying again in an hour'),
      }),
      weatherJob({
        ...{ pool: database.pool, clock },
        onError: (error) => log.error({ err: error }, 'forecasts were not scored, trying again in an hour'),
      }),
      monthlyReportsJob({
        ...{ db: database.db, log: workers.log, clock },
        onError: (error) => log.error({ err: error }, 'monthly reports were not sent, trying again in an hour'),
      }),
      revisedReportsJob({
        ...{ db: database.db, log: workers.log, clock, reports },
        onError: (error) =>
          log.error({ err: error }, 'reported months were not looked at again, trying again in an hour'),
      }),
      // Last: it may take minutes.
      fullVerificationJob({
        verification: workers.fullVerification,
        onVerified: ({ events, broken: [broken] }) =>
          broken === undefined
            ? log.info(`the whole log was verified: ${events} events`)
            : log.error({ broken }, 'the log is broken: run verify-log'),
        onError: (error) => log.error({ err: error }, 'the whole log was not verified, trying again in an hour'),
      }),
    ],
  });
  opened.push(() => jobs.stop());
  return { sums };
}
