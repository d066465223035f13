import type pg from 'pg';
import { withLock } from '../../database/locks.js';
import { inTransactionOf } from '../../database/transaction.js';
import { assignmentsExist } from '../assignments.js';
import { publishChanges } from '../changes.js';
import type { PostgresIntake } from '../intake.js';
import { recomputeStale } from './recompute.js';
import { zoneChanges, type ZoneChanges } from './zone-changes.js';
import { attachable, attachUnclaimed, noteChangedAssignments } from './reconcile.js';

/** Holder of this lock computes the sums; every node runs a worker, one of them leads. */
const leaderLock = 'sums';
const idlePauseMs = 300;
const maxPauseMs = 2_000;
const followerPauseMs = 1_000;
const reconcileEveryMs = 2_000;
const maxNotes = 5_000;

type SumsWorker = {
  /** True while this node computes the sums. */
  leads(): boolean;
  /** Resolves when all notes that were committed before the call have been worked off, by this node or the leader. */
  settled(): Promise<void>;
  stop(): Promise<void>;
};

type SumsWorkerOptions = {
  readonly pool: pg.Pool;
  readonly intake: PostgresIntake;
  readonly onError: (error: unknown) => void;
};

/**
 * Keeps day sums, months and totals up to date and attaches messages of devices that were activated. After work it rests
 * longer than it worked, so that a flood of readings is summed in few large steps and the intake keeps the processor.
 */
export function startSumsWorker({ pool, intake, onError }: SumsWorkerOptions): SumsWorker {
  const stopping = new AbortController();
  const zones = zoneChanges(pool, intake);
  let leading = false;
  let wake: () => void = () => undefined;
  let waiting: (() => void)[] = [];

  async function lead(client: pg.PoolClient): Promise<void> {
    let reconciledAt = 0;
    while (!stopping.signal.aborted) {
      const startedAt = Date.now();
      const callers = [...waiting];
      let worked = 0;
      if (await assignmentsExist(client)) {
        if (callers.length > 0 || startedAt - reconciledAt >= reconcileEveryMs) {
          await reconcile(client, pool, intake, zones);
          reconciledAt = startedAt;
        }
        do worked = await sumOnce(client);
        while (worked > 0 && callers.length > 0);
      }
      answer(callers);
      const pauseMs =
        worked === 0 ? idlePauseMs : Math.min(maxPauseMs, Math.max(idlePauseMs, 3 * (Date.now() - startedAt)));
      if (waiting.length === 0) await pause(pauseMs);
    }
  }

  function answer(callers: readonly (() => void)[]): void {
    waiting = waiting.filter((caller) => !callers.includes(caller));
    for (const done of callers) done();
  }

  /** While another node leads, its work is seen from the notes that are left. */
  async function answerFollowers(): Promise<void> {
    const callers = [...waiting];
    if (callers.length === 0) return;
    const left = await pool.query('select from public.stale_device_days limit 1');
    if (left.rowCount === 0) answer(callers);
  }

  function pause(ms: number): Promise<void> {
    return new Promise((resolve) => {
      if (stopping.signal.aborted) return resolve();
      const timer = setTimeout(resolve, ms);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  async function run(): Promise<void> {
    while (!stopping.signal.aborted) {
      try {
        await withLock(pool, leaderLock, async ({ client }) => {
          leading = true;
          await lead(client);
        });
        if (!stopping.signal.aborted) await answerFollowers();
      } catch (error) {
        if (!stopping.signal.aborted) onError(error);
      } finally {
        leading = false;
      }
      await pause(followerPauseMs);
    }
  }

  stopping.signal.addEventListener('abort', () => wake());
  const running = run();
  return {
    leads: () => leading,
    settled: () =>
      new Promise((done) => {
        waiting.push(done);
        wake();
      }),
    async stop() {
      stopping.abort();
      await running;
      answer(waiting);
    },
  };
}

async function reconcile(
  client: pg.PoolClient,
  pool: pg.Pool,
  intake: PostgresIntake,
  zones: ZoneChanges,
): Promise<void> {
  await zones.apply();
  const changed = await inTransactionOf(client, () => noteChangedAssignments(client));
  for (const serialNumber of changed) intake.invalidate(serialNumber);
  for (const { serialNumber, place } of await attachable(client)) {
    await attachUnclaimed(pool, intake, serialNumber, place);
  }
}

async function sumOnce(client: pg.PoolClient): Promise<number> {
  return inTransactionOf(client, async () => {
    const { days, plantIds } = await recomputeStale(client, maxNotes);
    await publishChanges(client, plantIds);
    return days;
  });
}
