import { randomUUID } from 'node:crypto';
import { isDatabaseAway } from '../../adapters/database/port.js';
import { rest } from '../../adapters/rest.js';
import { startRounds, type Rounds } from '../../adapters/rounds.js';
import { RebuildCancelled } from './fill.js';
import { CheckpointMoved, PoisonEvent } from './follower.js';
import {
  finishJob,
  postponeJob,
  summaryOf,
  takeJob,
  tellProgress,
  wasSwapped,
  type JobFailure,
  type JobResult,
  type RebuildJob,
} from './jobs.js';
import { UndecodableEvent } from './port.js';
import type { Projection } from './projection.js';
import { RebuildLockLost, RebuildRunning } from './rebuild-lock.js';
import type { RebuildProgress } from './rebuild-progress.js';
import {
  dropOld,
  rebuildProjection,
  RebuildRefused,
  rollBack,
  verifyProjection,
  type RebuildContext,
} from './rebuild.js';
import { SwapRefused } from './swap.js';

const defaults = { pollMs: 1_000, tellMs: 500, silentSeconds: 10, postponeSeconds: 2 };

export type JobWorkerOptions = Omit<RebuildContext, 'signal' | 'onProgress'> & {
  readonly projections: readonly Projection[];
  readonly onTrouble: (error: unknown) => void;
} & Partial<typeof defaults>;

/**
 * Does what operators asked for with read models, one job after another, in any process that runs this. A process that
 * dies or freezes loses its job to another one, which goes on where the tables stand.
 */
export function startJobWorker(options: JobWorkerOptions): Rounds {
  const { pollMs, silentSeconds, onTrouble } = { ...defaults, ...options };
  const runner = randomUUID();

  async function round(signal: AbortSignal): Promise<boolean> {
    const job = await takeJob(options.db, runner, silentSeconds);
    if (job !== null) await work({ ...defaults, ...options, runner, signal }, job);
    return job !== null;
  }

  return startRounds({ round, pauseMs: pollMs, onTrouble });
}

type Working = JobWorkerOptions & typeof defaults & { readonly runner: string; readonly signal: AbortSignal };

async function work(working: Working, job: RebuildJob): Promise<void> {
  const { db, projections, runner, postponeSeconds } = working;
  const hold = { id: job.id, runner };
  const projection = projections.find(({ name }) => name === job.projection);
  // Asked for by a newer release: its own worker knows what it is.
  if (projection === undefined) return postponeJob(db, hold, postponeSeconds);
  const ending = new AbortController();
  const heart = beat(working, hold, ending);
  try {
    const context = { ...working, signal: AbortSignal.any([working.signal, ending.signal]), onProgress: heart.tell };
    const result = await act(context, projection, job);
    await heart.stop();
    await finishJob(db, hold, { state: 'done', result });
  } catch (error) {
    await heart.stop();
    if (working.signal.aborted || isPassing(error)) return postponeJob(db, hold, postponeSeconds);
    if (ending.signal.aborted) return finishJob(db, hold, { state: 'cancelled' });
    const failure = failureOf(error);
    if (failure.code === 'unexpected') working.onTrouble(error);
    await finishJob(db, hold, { state: 'failed', failure });
  }
}

/** What came of it; null when a runner before this one has done it and could not say what came of it. */
async function act(context: RebuildContext, projection: Projection, job: RebuildJob): Promise<JobResult | null> {
  const swaps = job.action === 'rebuild' || job.action === 'rollback';
  // Once more would lead back to where it came from.
  if (swaps && (await wasSwapped(context.db, job))) return null;
  switch (job.action) {
    case 'rebuild': {
      const { comparison, ...report } = await rebuildProjection(context, projection, { fresh: job.fresh });
      return { report, comparison: comparison && summaryOf(comparison) };
    }
    case 'verify':
      return { comparison: summaryOf(await verifyProjection(context, projection)) };
    case 'rollback':
      return { report: await rollBack(context, projection) };
    case 'drop-old':
      return { dropped: await dropOld(context, projection.name) };
  }
}

/** Tells now and then that the runner lives and how far it is; ends the work when it is to stop or is not ours any more. */
function beat({ db, tellMs, onTrouble }: Working, hold: { id: string; runner: string }, ending: AbortController) {
  const stopping = new AbortController();
  let latest: RebuildProgress | null = null;
  let told: RebuildProgress | null = null;
  async function tell(): Promise<void> {
    told = latest;
    try {
      const heard = await tellProgress(db, hold, told);
      if (heard === null || heard.cancelRequested) ending.abort();
    } catch (error) {
      onTrouble(error);
    }
  }
  const running = (async () => {
    while (!stopping.signal.aborted) {
      await tell();
      await rest(tellMs, stopping.signal);
    }
    // What came while the last one was told.
    if (latest !== told) await tell();
  })();
  return {
    tell(progress: RebuildProgress): void {
      latest = progress;
    },
    async stop(): Promise<void> {
      stopping.abort();
      await running;
    },
  };
}

/** Another one works on these tables just now, or the database went away: it goes on later from where it stands. */
function isPassing(error: unknown): boolean {
  return error instanceof RebuildRunning || error instanceof RebuildLockLost || isDatabaseAway(error);
}

function failureOf(error: unknown): JobFailure {
  const reason = error instanceof Error ? error.message : String(error);
  if (error instanceof PoisonEvent || error instanceof UndecodableEvent) {
    return { code: 'event', reason, position: String(error.position) };
  }
  if (error instanceof CheckpointMoved) {
    return { code: 'overtaken', reason: 'somebody else has moved the checkpoint', position: null };
  }
  if (error instanceof SwapRefused) return { code: error.code, reason, position: null };
  const refused = error instanceof RebuildRefused || error instanceof RebuildCancelled;
  return { code: refused ? 'refused' : 'unexpected', reason, position: null };
}
