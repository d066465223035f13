import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Db } from '../../adapters/database/port.js';
import type { Comparison } from './compare.js';
import type { RebuildProgress } from './rebuild-progress.js';
import type { RebuildReport } from './rebuild.js';
import type { Slot } from './slots.js';

export const rebuildActions = ['rebuild', 'verify', 'rollback', 'drop-old'] as const;
export type RebuildAction = (typeof rebuildActions)[number];

export const jobStates = ['waiting', 'running', 'done', 'failed', 'cancelled'] as const;
type JobState = (typeof jobStates)[number];

/** Why a job came to nothing; `reason` says more, in English, for whoever mends it. */
export type JobFailure = {
  readonly code: 'refused' | 'busy-readers' | 'overtaken' | 'event' | 'unexpected';
  readonly reason: string;
  /** Of the event that cannot be applied. */
  readonly position: string | null;
};

/** What came of it, by action; counts and milliseconds are numbers, positions text. */
export type JobResult = {
  readonly report?: Pick<
    RebuildReport,
    'version' | 'replacedVersion' | 'events' | 'seconds' | 'eventsPerSecond' | 'swapMs'
  >;
  readonly comparison?: ComparisonSummary | null;
  readonly dropped?: readonly Slot[];
};

type ComparisonSummary = {
  readonly equal: boolean;
  readonly position: string;
  readonly tables: readonly {
    readonly table: string;
    readonly liveRows: number | null;
    readonly rebuiltRows: number | null;
    readonly missing: number;
    readonly surplus: number;
    readonly different: number;
    /** The columns are not the same, so rows were not compared. */
    readonly otherColumns: boolean;
  }[];
};

type JobProgress = Omit<RebuildProgress, 'name' | 'position' | 'target'> & {
  readonly position: string;
  readonly target: string;
};

/** Something that an operator asked for to be done with a read model. */
export type RebuildJob = {
  readonly id: string;
  readonly projection: string;
  readonly action: RebuildAction;
  /** From the first event, instead of where a stopped rebuild has left off. */
  readonly fresh: boolean;
  readonly state: JobState;
  readonly requestedBy: string;
  readonly requestedAt: Date;
  readonly startedAt: Date | null;
  readonly finishedAt: Date | null;
  readonly cancelRequested: boolean;
  readonly progress: JobProgress | null;
  readonly result: JobResult | null;
  readonly failure: JobFailure | null;
};

const columns = sql`id, projection, action, fresh, state, requested_by as "requestedBy", requested_at as "requestedAt",
  started_at as "startedAt", finished_at as "finishedAt", cancel_requested as "cancelRequested", progress, result, failure`;

/** Asks for a job; null while another one on this projection is not finished. */
export async function requestJob(
  db: Db,
  wish: Pick<RebuildJob, 'projection' | 'action' | 'fresh' | 'requestedBy'>,
): Promise<RebuildJob | null> {
  const { rows } = await sql<RebuildJob>`
    insert into public.rebuild_jobs (id, projection, action, fresh, state, requested_by)
    values (${randomUUID()}, ${wish.projection}, ${wish.action}, ${wish.fresh}, 'waiting', ${wish.requestedBy})
    on conflict (projection) where state in ('waiting', 'running') do nothing
    returning ${columns}`.execute(db);
  return rows[0] ?? null;
}

/** Asks for a job to be stopped: at once when nobody has begun it. Null when there is no such job; harmless when it has ended. */
export async function cancelJob(
  db: Db,
  job: { readonly projection: string; readonly id: string },
): Promise<RebuildJob | null> {
  const { rows } = await sql<RebuildJob>`
    update public.rebuild_jobs set
      cancel_requested = cancel_requested or state in ('waiting', 'running'),
      finished_at = case when state = 'waiting' then now() else finished_at end,
      state = case when state = 'waiting' then 'cancelled' else state end
    where id = ${job.id} and projection = ${job.projection}
    returning ${columns}`.execute(db);
  return rows[0] ?? null;
}

/** The last ones of a projection, the newest first. */
export async function jobsOf(db: Db, projection: string, limit: number): Promise<readonly RebuildJob[]> {
  const { rows } = await sql<RebuildJob>`
    select ${columns} from public.rebuild_jobs where projection = ${projection}
    order by requested_at desc limit ${limit}`.execute(db);
  return rows;
}

/** The newest of each projection. */
export async function latestJobs(db: Db): Promise<ReadonlyMap<string, RebuildJob>> {
  const { rows } = await sql<RebuildJob>`
    select distinct on (projection) ${columns} from public.rebuild_jobs
    order by projection, requested_at desc`.execute(db);
  return new Map(rows.map((job) => [job.projection, job]));
}

/** The schema that is live; a swap puts another one in its place. */
const liveOidNow = sql`to_regnamespace(quote_ident(projection))::oid`;

/** Takes a job that nobody has begun, or whose runner has been silent for `silentSeconds`. */
export async function takeJob(db: Db, runner: string, silentSeconds: number): Promise<RebuildJob | null> {
  const { rows } = await sql<RebuildJob>`
    update public.rebuild_jobs
    set state = 'running', runner = ${runner}, runner_seen_at = now(), started_at = coalesce(started_at, now()),
      live_oid = coalesce(live_oid, ${liveOidNow})
    where id = (
      select id from public.rebuild_jobs
      where (state = 'waiting' and not_before <= now())
        or (state = 'running' and runner_seen_at < now() - make_interval(secs => ${silentSeconds}))
      order by requested_at limit 1 for update skip locked
    )
    returning ${columns}`.execute(db);
  return rows[0] ?? null;
}

/** True when other tables are live than those at the beginning of the job: a runner swapped them and could not say so. */
export async function wasSwapped(db: Db, { id }: Pick<RebuildJob, 'id'>): Promise<boolean> {
  const { rows } = await sql<{ swapped: boolean }>`
    select live_oid <> ${liveOidNow} as swapped from public.rebuild_jobs where id = ${id}`.execute(db);
  return rows[0]?.swapped === true;
}

type Hold = { readonly id: string; readonly runner: string };

/** Says that the runner lives and how far it is. Null when the job is not its own any more. */
export async function tellProgress(
  db: Db,
  { id, runner }: Hold,
  progress: RebuildProgress | null,
): Promise<{ readonly cancelRequested: boolean } | null> {
  const { rows } = await sql<{ cancelRequested: boolean }>`
    update public.rebuild_jobs
    set runner_seen_at = now(), progress = coalesce(${progress === null ? null : asJson(withoutName(progress))}::jsonb, progress)
    where id = ${id} and runner = ${runner} and state = 'running'
    returning cancel_requested as "cancelRequested"`.execute(db);
  return rows[0] ?? null;
}

/** Writes down what became of a job, unless it is another runner's by now. */
export async function finishJob(
  db: Db,
  { id, runner }: Hold,
  outcome: { readonly state: Extract<JobState, 'done' | 'failed' | 'cancelled'> } & Partial<
    Pick<RebuildJob, 'result' | 'failure'>
  >,
): Promise<void> {
  const { state, result = null, failure = null } = outcome;
  await sql`
    update public.rebuild_jobs
    set state = ${state}, finished_at = now(), result = ${asJson(result)}::jsonb, failure = ${asJson(failure)}::jsonb
    where id = ${id} and runner = ${runner} and state = 'running'`.execute(db);
}

/** Gives a job back to be tried later; one that was to be stopped ends here. */
export async function postponeJob(db: Db, { id, runner }: Hold, seconds: number): Promise<void> {
  await sql`
    update public.rebuild_jobs
    set state = case when cancel_requested then 'cancelled' else 'waiting' end,
      finished_at = case when cancel_requested then now() end,
      not_before = now() + make_interval(secs => ${seconds}), runner = null
    where id = ${id} and runner = ${runner} and state = 'running'`.execute(db);
}

export function summaryOf({ equal, position, tables }: Comparison): ComparisonSummary {
  return {
    equal,
    position: String(position),
    tables: tables.map((table) => ({
      table: table.table,
      liveRows: table.liveRows === null ? null : Number(table.liveRows),
      rebuiltRows: table.rebuiltRows === null ? null : Number(table.rebuiltRows),
      missing: Number(table.missing),
      surplus: Number(table.surplus),
      different: Number(table.different),
      otherColumns: table.liveChecksum === null && table.liveRows !== null && table.rebuiltRows !== null,
    })),
  };
}

function withoutName({ name: _name, position, target, ...rest }: RebuildProgress): JobProgress {
  return { ...rest, position: String(position), target: String(target) };
}

function asJson(value: object | null): string | null {
  return value === null ? null : JSON.stringify(value);
}
