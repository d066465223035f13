import { sql } from 'kysely';
import type { Database } from '../adapters/database/database.js';
import type { DailyRoots } from '../adapters/event-log/daily-roots.js';
import type { FullVerification } from '../adapters/event-log/full-verification.js';
import type { LogFault } from '../adapters/event-log/log-faults.js';
import type { Outbox } from '../adapters/outbox/outbox.js';
import type { PaymentNotifications } from '../adapters/payment/notifications.js';
import type { Followers, FollowerStatus } from '../projections/engine/followers.js';
import type { Metrics } from './plugins/metrics.js';
import type { ReadinessCheck } from './routes/process.js';

type HealthDeps = {
  readonly database: Pick<Database, 'db'>;
  readonly readModels: Pick<Followers, 'status'>;
  readonly policies: Pick<Followers, 'status'>;
  /** How far positions of the log are apart, roughly. */
  readonly log: { readonly stride: bigint };
  readonly dailyRoots: Pick<DailyRoots, 'faults'>;
};

type TroubleDeps = Pick<HealthDeps, 'dailyRoots'> & {
  readonly outbox: Pick<Outbox, 'status'>;
  readonly fullVerification: Pick<FullVerification, 'lastAt'>;
};

/** A read model that is this far behind shows old pages; after a rebuild or a long outage that is so for a while. */
const maxLagEvents = 10_000n;

/**
 * What `/readyz` asks. The database decides, and whether the tables are those that this release was written for: until
 * they are rebuilt, nodes of the release before do better. A projection that stopped or is behind is so for all nodes alike,
 * and devices, sign-in and the other pages still work, so it is told and nothing is taken out of service.
 */
export function readinessOf({
  database,
  readModels,
  policies,
  log,
  dailyRoots,
}: HealthDeps): readonly ReadinessCheck[] {
  return [
    {
      name: 'database',
      check: async () => {
        await sql`select 1`.execute(database.db);
        return 'reachable, migrations done';
      },
    },
    { name: 'versions', check: async () => versionsReady(await readModels.status()) },
    {
      name: 'readModels',
      advisory: true,
      check: async () => upToDate(await readModels.status(), log.stride, (name) => `run rebuild-projection ${name}`),
    },
    {
      name: 'policies',
      advisory: true,
      check: async () => upToDate(await policies.status(), log.stride, () => 'restore a newer log, see operations.md'),
    },
    { name: 'log', advisory: true, check: async () => whole(await dailyRoots.faults()) },
  ];
}

function whole(faults: readonly LogFault[]): string {
  const [first] = faults;
  if (first === undefined) return 'whole when it was checked last';
  const place = first.streamId === null ? 'somewhere' : `in ${first.streamId}, revision ${first.revision}`;
  throw new Error(`broken ${place} (${first.fault}), found ${first.foundAt}: run verify-log`);
}

function versionsReady(statuses: readonly FollowerStatus[]): string {
  const old = statuses.filter(({ version, wantedVersion }) => version < wantedVersion);
  if (old.length === 0) return 'as this release needs them';
  throw new Error(
    old.map((one) => `${one.name} has version ${one.version} until ${one.wantedVersion} is built`).join('; '),
  );
}

function upToDate(
  statuses: readonly FollowerStatus[],
  stride: bigint,
  /** What helps one that is ahead. */
  cure: (name: string) => string,
): string {
  const troubles = statuses.flatMap(({ name, position, lag, failure, ahead }) => {
    if (ahead) return [`${name} at position ${position} is ahead of the log, which is older: ${cure(name)}`];
    if (failure !== null) return [`${name} stopped at position ${failure.position}: ${failure.reason}`];
    const events = lag / stride;
    return events > maxLagEvents ? [`${name} is ${events} events behind`] : [];
  });
  if (troubles.length > 0) throw new Error(troubles.join('; '));
  return `${statuses.length} up to date`;
}

/** The same for whoever watches; called once. */
export function observeFollowers(
  metrics: Metrics,
  { readModels, policies, log }: Pick<HealthDeps, 'readModels' | 'policies' | 'log'>,
): void {
  const statuses = shared(async () => (await Promise.all([readModels.status(), policies.status()])).flat());
  metrics.gauge('sitelink_followers_stopped', 'Projections and policies that an event stopped', async () => {
    return (await statuses()).filter(({ failure }) => failure !== null).length;
  });
  metrics.gauge('sitelink_followers_ahead', 'Projections and policies that the log is older than', async () => {
    return (await statuses()).filter(({ ahead }) => ahead).length;
  });
  metrics.gauge('sitelink_followers_lag', 'Largest number of events that one is behind', async () => {
    return Math.max(0, ...(await statuses()).map(({ lag }) => Number(lag / log.stride)));
  });
  const gauges = (name: string, help: string, valueOf: (status: FollowerStatus) => number) =>
    metrics.gauges(`sitelink_projection_${name}`, help, 'projection', async () => {
      return new Map((await statuses()).map((status) => [status.name, valueOf(status)]));
    });
  gauges('position', 'Position in the log up to which a projection or policy has come', ({ position }) =>
    Number(position),
  );
  gauges('lag', 'Events between it and the end of the log', ({ lag }) => Number(lag / log.stride));
  gauges('failed', '1 when an event stopped it', ({ failure }) => Number(failure !== null));
  gauges('ahead', '1 when the log is older than what it has applied', ({ ahead }) => Number(ahead));
  gauges('outdated', '1 while its tables are of an older version than this release builds', (status) =>
    Number(status.version < status.wantedVersion),
  );
}

/** Messages that nobody got, and faults in the log; called once. */
export function observeTroubles(metrics: Metrics, { dailyRoots, fullVerification, outbox }: TroubleDeps): void {
  metrics.gauge('sitelink_log_broken_links', 'Faults that a check found in the log', async () => {
    return (await dailyRoots.faults()).length;
  });
  metrics.gauge(
    'sitelink_log_last_full_verification_timestamp_seconds',
    'When the whole log was last verified from its first event, Unix time; NaN before the first time',
    async () => ((await fullVerification.lastAt())?.getTime() ?? Number.NaN) / 1_000,
  );
  const status = shared(() => outbox.status());
  metrics.gauge('sitelink_outbox_waiting', 'Messages that wait to be delivered, given up or not', async () => {
    return (await status()).waiting;
  });
  metrics.gauge('sitelink_outbox_given_up', 'Messages that nobody tries to deliver any more', async () => {
    return (await status()).givenUp;
  });
}

/** What payment providers told this process, and what was made up; called once. */
export function observePayments(
  metrics: Metrics,
  { paymentNotifications: { counts } }: { readonly paymentNotifications: Pick<PaymentNotifications, 'counts'> },
): void {
  const help = 'Notifications about payments by what became of them: foreign and unknown ones change nothing';
  metrics.gauges('sitelink_payment_notifications', help, 'outcome', async () => new Map(Object.entries(counts)));
}

/** One question for all who ask at the same time. */
function shared<T>(ask: () => Promise<T>): () => Promise<T> {
  let asking: Promise<T> | null = null;
  return () => {
    asking ??= ask().finally(() => (asking = null));
    return asking;
  };
}
