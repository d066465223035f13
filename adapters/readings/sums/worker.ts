import type pg from 'pg';
import type { SerialNumber } from '../../../domain/kernel/ids.js';
import { isDatabaseAway, LeaseLost, type Leases } from '../../database/port.js';
import { inTransaction, type InTransaction } from '../../database/transaction.js';
import { assignmentsExist } from '../assignments.js';
import { publishChanges } from '../changes.js';
import { correctionsMark, noteNewCorrections, nothingLookedAt, type CorrectionsMark } from '../corrected-days.js';
import type { PostgresIntake } from '../intake.js';
import { attaching } from './attaching.js';
import { recomputeStale } from './recompute.js';
import { zoneChanges, type ZoneChanges } from './zone-changes.js';
import {
  assignmentsMark,
  devicesChangedAfter,
  noteChangedAssignments,
  nothingCompared,
  type AssignmentsMark,
} from './reconcile.js';

/** Its holder computes the sums; every worker waits for its turn. */
const lease = 'sums';
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
  readonly leases: Leases;
  readonly intake: PostgresIntake;
  readonly onError: (error: unknown) => void;
};

/**
 * Keeps day sums, months and totals up to date and attaches messages of devices that were activated. After work it rests
 * longer than it worked, so that a flood of readings is summed in few large steps and the intake keeps the processor.
 */
export function startSumsWorker({ pool, leases, intake, onError }: SumsWorkerOptions): SumsWorker {
  const stopping = new AbortController();
  /** Nothing is committed by a worker that was asleep while another one took over. */
  const asLeader: InTransaction = (work) =>
    inTransaction(pool, async (client) => {
      const result = await work(client);
      await leases.confirm(client, lease);
      return result;
    });
  const zones = zoneChanges(pool, asLeader, intake, onError);
  const attachKept = attaching({ pool, intake, onError });
  let leading = false;
  let wake: () => void = () => undefined;
  let waiting: (() => void)[] = [];

  async function lead(): Promise<void> {
    let reconciledAt = 0;
    let compared = nothingCompared;
    let corrected = nothingLookedAt;
    while (!stopping.signal.aborted && leases.holds(lease)) {
      const startedAt = Date.now();
      const callers = [...waiting];
      let worked = 0;
      if (await assignmentsExist(pool)) {
        if (callers.length > 0 || startedAt - reconciledAt >= reconcileEveryMs) {
          compared = await reconcile(pool, zones, compareOf(asLeader, intake, zones), onError, compared);
          await attachKept();
          corrected = await lookAtCorrections(pool, asLeader, corrected);
          reconciledAt = startedAt;
        }
        do worked = await sumOnce(asLeader);
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
        leading = await leases.acquire(lease);
        if (leading) await lead();
        else await answerFollowers();
      } catch (error) {
        if (!stopping.signal.aborted && !(error instanceof LeaseLost)) onError(error);
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

type Compare = (devices: readonly SerialNumber[]) => Promise<void>;

function compareOf(asLeader: InTransaction, intake: PostgresIntake, zones: ZoneChanges): Compare {
  return async (devices) => {
    await zones.apply(devices);
    const changed = await asLeader((client) => noteChangedAssignments(client, devices));
    for (const serialNumber of changed) intake.invalidate(serialNumber);
  };
}

/** All at once; when that fails, the halves, and theirs, so that one device that cannot be compared keeps no other back. */
async function compareAll(compare: Compare, onError: (error: unknown) => void, devices: readonly SerialNumber[]) {
  try {
    return await compare(devices);
  } catch (error) {
    if (isDatabaseAway(error) || error instanceof LeaseLost) throw error;
    if (devices.length === 1) {
      return onError(new Error(`the stays of device ${devices[0]} could not be compared`, { cause: error }));
    }
  }
  const half = Math.ceil(devices.length / 2);
  await compareAll(compare, onError, devices.slice(0, half));
  await compareAll(compare, onError, devices.slice(half));
}

/** Answers up to where the assignments have been compared. */
async function reconcile(
  pool: pg.Pool,
  zones: ZoneChanges,
  compare: Compare,
  onError: (error: unknown) => void,
  compared: AssignmentsMark,
): Promise<AssignmentsMark> {
  const now = await assignmentsMark(pool);
  const after = now.table === compared.table ? compared.position : 0n;
  if (now.table !== compared.table || now.position > after) {
    for await (const devices of devicesChangedAfter(pool, after)) await compareAll(compare, onError, devices);
  }
  await zones.recheck();
  return now;
}

/** Answers up to where people's corrections are noted. */
async function lookAtCorrections(
  pool: pg.Pool,
  asLeader: InTransaction,
  seen: CorrectionsMark,
): Promise<CorrectionsMark> {
  const now = await correctionsMark(pool);
  const isNew = now.table !== seen.table || now.position > seen.position;
  if (now.table !== '' && isNew) await asLeader(noteNewCorrections);
  return now;
}

async function sumOnce(asLeader: InTransaction): Promise<number> {
  return asLeader(async (client) => {
    const { days, plantIds } = await recomputeStale(client, maxNotes);
    await publishChanges(client, 'numbers', plantIds);
    return days;
  });
}
