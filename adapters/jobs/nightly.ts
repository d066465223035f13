import { schedule } from 'node-cron';
import type pg from 'pg';
import type { Clock } from '../../commands/ports.js';
import { legalTimeZone, Temporal } from '../../domain/kernel/time.js';
import type { Leases } from '../database/port.js';

const lease = 'nightly jobs';
/** Often enough for another process to take over within 10 s. */
const everyThreeSeconds = '*/3 * * * * *';
const retryAfterMs = 3_600_000;

/** Work that is to be done once for each calendar day in Europe/Berlin. May be repeated: who dies in it has not done it. */
export type NightlyJob = {
  /** Never changed: the database knows it by this name when it was done last. */
  readonly name: string;
  /** Not before this time of day, `03:17`. */
  readonly notBefore: string;
  /** Only when so many days have passed since the day for which it was done; 1 when left out. */
  readonly everyDays?: number;
  /** `doneFor`: the day for which it was done last; left out when it never was. */
  readonly run: (signal: AbortSignal, doneFor?: string) => Promise<void>;
  readonly onError: (error: unknown) => void;
};

/**
 * Does each job once a day in the whole cluster, by the process that holds the lease. Every few seconds and at the start
 * it is asked what is due, so that a job that was missed, because nobody ran or its process died, is caught up; for the days
 * that were missed altogether once. A job that fails is tried again after an hour.
 */
export function startNightlyJobs(options: {
  readonly pool: pg.Pool;
  readonly leases: Leases;
  readonly clock: Clock;
  readonly jobs: readonly NightlyJob[];
  /** The database was away, or the like: tried again soon. */
  readonly onError: (error: unknown) => void;
}): { stop(): Promise<void> } {
  const { pool, leases, clock, jobs, onError } = options;
  const stopping = new AbortController();
  const failedAt = new Map<string, number>();

  async function doWhatIsDue(): Promise<void> {
    if (stopping.signal.aborted || !(await leases.acquire(lease))) return;
    const doneFor = await readDone(pool);
    for (const job of jobs) {
      const day = dayOf(job, clock.now());
      const isDue = isDueOn(day, doneFor.get(job.name), job.everyDays);
      const isResting = performance.now() - (failedAt.get(job.name) ?? -Infinity) < retryAfterMs;
      if (!isDue || isResting || stopping.signal.aborted || !leases.holds(lease)) continue;
      try {
        await job.run(stopping.signal, doneFor.get(job.name));
        if (!stopping.signal.aborted) await markDone(pool, job, day);
      } catch (error) {
        failedAt.set(job.name, performance.now());
        job.onError(error);
      }
    }
  }

  let running: Promise<void> | null = null;
  const look = () => {
    running ??= doWhatIsDue()
      .catch(onError)
      .finally(() => (running = null));
  };
  look();
  // A look that a busy machine missed is made up for by the next one; the library would print a line of its own.
  const task = schedule(everyThreeSeconds, look, { suppressMissedWarning: true });
  return {
    async stop() {
      stopping.abort();
      await task.destroy();
      await running;
    },
  };
}

/** The last day for which a job is due. */
function dayOf({ notBefore }: NightlyJob, now: Temporal.Instant): string {
  const local = now.toZonedDateTimeISO(legalTimeZone);
  const isLater = Temporal.PlainTime.compare(local.toPlainTime(), Temporal.PlainTime.from(notBefore)) >= 0;
  return local
    .toPlainDate()
    .subtract({ days: isLater ? 0 : 1 })
    .toString();
}

function isDueOn(day: string, doneFor: string | undefined, everyDays = 1): boolean {
  if (doneFor === undefined) return true;
  const next = Temporal.PlainDate.from(doneFor).add({ days: everyDays });
  return Temporal.PlainDate.compare(next, Temporal.PlainDate.from(day)) <= 0;
}

async function readDone(pool: pg.Pool): Promise<ReadonlyMap<string, string>> {
  const { rows } = await pool.query<{ name: string; day: string }>(
    'select name, done_for::text as day from scheduled_jobs',
  );
  return new Map(rows.map(({ name, day }) => [name, day]));
}

/** A process that was asleep does not put back what another one has noted meanwhile. */
async function markDone(pool: pg.Pool, { name }: NightlyJob, day: string): Promise<void> {
  await pool.query(
    `insert into scheduled_jobs as job (name, done_for) values ($1, $2)
      on conflict (name) do update set done_for = excluded.done_for, done_at = clock_timestamp()
      where job.done_for < excluded.done_for`,
    [name, day],
  );
}
