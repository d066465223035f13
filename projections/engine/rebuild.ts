import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import type pg from 'pg';
import type { Db } from '../../adapters/database/port.js';
import { isAhead, lockCheckpoint, markFailed, readCheckpoints, type Checkpoint } from './checkpoints.js';
import { compareSchemas, isEqual, type Comparison } from './compare.js';
import { fill, RebuildCancelled } from './fill.js';
import { PoisonEvent, type Follower } from './follower.js';
import { UndecodableEvent, type FollowedLog } from './port.js';
import type { Projection } from './projection.js';
import { withRebuildLock } from './rebuild-lock.js';
import { openMeter, type RebuildPhase, type RebuildProgress } from './rebuild-progress.js';
import { checkpointOf, schemaOf, type Slot } from './slots.js';
import { dropTables, swapIn } from './swap.js';
import { asFollower, createTables, finishTables } from './tables.js';

const fillBatchSize = 10_000;
const followerPatienceMs = 2_000;

export type RebuildContext = {
  readonly db: Db;
  /** One of its connections is kept for the lock, up to four more are used. */
  readonly pool: pg.Pool;
  readonly log: FollowedLog;
  /** Aborting keeps what was done; the next rebuild goes on from there. */
  readonly signal: AbortSignal;
  readonly onProgress?: (progress: RebuildProgress) => void;
  /** Events in one transaction while tables are being filled, default 10,000. */
  readonly batchSize?: number;
};

export type RebuildReport = {
  readonly name: string;
  readonly version: number;
  /** Of the tables that were live before. */
  readonly replacedVersion: number;
  /** Applied by this run; less than there are when it went on with what another one had begun. */
  readonly events: number;
  readonly seconds: number;
  readonly eventsPerSecond: number;
  readonly swapMs: number;
  /** null when the old tables stand still behind the new ones, so that there is nothing equal to compare. */
  readonly comparison: Comparison | null;
};

/** What was asked for is not possible; the message says why. */
export class RebuildRefused extends Error {
  override readonly name = 'RebuildRefused';
}

/**
 * Builds the tables of a projection anew from the log beside the live ones and swaps them in; readers never notice. The
 * old ones stay for `rollBack`. Only the projection sees the events: no policy, no mail. Stopped or killed at any place
 * it leaves the live tables as they are, and the next call goes on; `fresh` begins from the first event.
 *
 * Throws `RebuildRunning`, `RebuildRefused`, `RebuildCancelled`, `SwapRefused`, and `PoisonEvent` or `UndecodableEvent`,
 * which are kept in the checkpoint too.
 */
export async function rebuildProjection(
  context: RebuildContext,
  projection: Projection,
  { fresh = false }: { readonly fresh?: boolean } = {},
): Promise<RebuildReport> {
  const { name, version } = projection;
  return withRebuildLock(context, name, async (locked) => {
    const live = await requireLive(locked, projection);
    if (live.version > version) {
      throw new RebuildRefused(`the tables of ${name} have version ${live.version}, this release knows ${version}`);
    }
    // What was begun of a log that was lost since is not gone on with.
    const isLost = isAhead(live, await locked.log.head());
    const from = await beginTables(locked, projection, 'next', fresh || isLost);
    const work = openWork(locked, projection, 'next', from);
    await work.toEnd();
    await work.enter('indexing');
    await finishTables(locked.db, projection, 'next');
    await work.toEnd();
    await work.enter('comparing');
    await liveToArrive(locked, name, 'next');
    const comparison = await compareAtSamePosition(locked, projection, 'next', work.to);
    // What came during the comparison: while the live tables stand still there is no time for it.
    await work.toEnd();
    await work.enter('swapping');
    const { durationMs } = await swapIn(locked.db, name, 'next', work.to);
    return { ...work.report(), replacedVersion: live.version, swapMs: durationMs, comparison };
  });
}

/**
 * Builds the tables from the log apart, compares them with the live ones at the same position, and drops them again.
 * The live tables are only read; their follower pauses for the moment in which both stand at the same position.
 * `batchSize` and errors as in `rebuildProjection`.
 */
export async function verifyProjection(context: RebuildContext, projection: Projection): Promise<Comparison> {
  return withRebuildLock(context, projection.name, async (locked) => {
    const live = await requireLive(locked, projection);
    if (live.version !== projection.version) {
      throw new RebuildRefused(
        `the tables of ${projection.name} have version ${live.version}, this release would build ${projection.version}`,
      );
    }
    if (isAhead(live, await locked.log.head())) {
      throw new RebuildRefused(`the tables of ${projection.name} are ahead of the log, which is older: rebuild them`);
    }
    try {
      const from = await beginTables(locked, projection, 'check', true);
      const work = openWork(locked, projection, 'check', from);
      await work.toEnd(async () => (await requireLive(locked, projection)).position);
      await work.enter('comparing');
      const comparison = await compareAtSamePosition(locked, projection, 'check', work.to);
      if (comparison === null) throw new RebuildRefused(`${projection.name} was swapped meanwhile`);
      return comparison;
    } finally {
      // Without the lock they may be those of another process already.
      if (!locked.lost.aborted) {
        await locked.db.transaction().execute((tx) => dropTables(tx, projection.name, 'check'));
      }
    }
  });
}

/**
 * Makes the previous tables the live ones again, after everything was applied to them that happened since. Only the
 * release that knows their version can do this. Going back once more leads forward again.
 */
export async function rollBack(
  context: RebuildContext,
  projection: Projection,
): Promise<Omit<RebuildReport, 'comparison'>> {
  const { name, version } = projection;
  return withRebuildLock(context, name, async (locked) => {
    const live = await requireLive(locked, projection);
    const previous = await checkpointIn(locked.db, name, 'previous');
    if (previous === null) throw new RebuildRefused(`${name} has no previous tables`);
    if (previous.version !== version) {
      throw new RebuildRefused(
        `the previous tables of ${name} have version ${previous.version}: roll back with the release that has it`,
      );
    }
    if (isAhead(previous, await locked.log.head())) {
      throw new RebuildRefused(`the previous tables of ${name} are ahead of the log, which is older`);
    }
    const work = openWork(locked, projection, 'previous', previous.position);
    await work.toEnd();
    await work.enter('swapping');
    const { durationMs } = await swapIn(locked.db, name, 'previous', work.to);
    return { ...work.report(), replacedVersion: live.version, swapMs: durationMs };
  });
}

/** Drops what is kept for going back and what was left of rebuilds that nobody finished. Answers what there was. */
export async function dropOld(context: RebuildContext, name: string): Promise<readonly Slot[]> {
  return withRebuildLock(context, name, ({ db }) =>
    db.transaction().execute(async (tx) => {
      const dropped: Slot[] = [];
      for (const slot of ['next', 'previous', 'check'] as const) {
        if (await dropTables(tx, name, slot)) dropped.push(slot);
      }
      return dropped;
    }),
  );
}

async function checkpointIn(db: Db, name: string, slot: Slot): Promise<Checkpoint | null> {
  return (await readCheckpoints(db, [checkpointOf(name, slot)]))[0] ?? null;
}

async function requireLive({ db }: RebuildContext, { name }: Projection): Promise<Checkpoint> {
  const live = await checkpointIn(db, name, 'live');
  if (live === null) throw new RebuildRefused(`${name} has no tables yet: start SiteLink once`);
  return live;
}

/** Where the tables of a slot stand; made anew when they are not there, of another version, ahead of the log, or not wanted. */
async function beginTables(
  { db, log }: RebuildContext,
  projection: Projection,
  slot: 'next' | 'check',
  fresh: boolean,
): Promise<bigint> {
  const begun = await checkpointIn(db, projection.name, slot);
  const goesOn = !fresh && begun?.version === projection.version && begun.position <= (await log.head());
  if (goesOn) return begun.position;
  await db.transaction().execute((tx) => createTables(tx, projection, slot));
  return 0n;
}

type Work = {
  /** Applies everything up to a position, or up to the end of a log that does not reach it; answers which. */
  to(position: bigint): Promise<bigint>;
  /** Applies everything there is, until little is left: less than a batch. */
  toEnd(end?: () => Promise<bigint>): Promise<void>;
  enter(phase: RebuildPhase): Promise<void>;
  report(): Pick<RebuildReport, 'name' | 'version' | 'events' | 'seconds' | 'eventsPerSecond'>;
};

/** One slot being brought forward, with its progress told. */
function openWork(context: RebuildContext, projection: Projection, slot: Slot, from: bigint): Work {
  const { db, log, signal, batchSize = fillBatchSize } = context;
  const follower: Follower = { ...asFollower(projection, slot), batchSize };
  const meter = openMeter(projection, from, context.onProgress);
  let position = from;

  async function to(upTo: bigint): Promise<number> {
    if (position >= upTo) return 0;
    const onBatch = (batch: { readonly events: number; readonly position: bigint }) => {
      position = batch.position;
      meter.advance(batch, upTo);
    };
    try {
      return await fill({ db, log, signal, onBatch }, follower, { from: position, upTo });
    } catch (error) {
      if (error instanceof PoisonEvent || error instanceof UndecodableEvent) {
        await markFailed(db, follower, error.position, `${error.type}: ${error.reason}`);
      }
      throw error;
    }
  }

  return {
    async to(position) {
      const head = await log.head();
      const end = position < head ? position : head;
      await to(end);
      return end;
    },
    async toEnd(end = () => log.head()) {
      while ((await to(await end())) >= batchSize);
    },
    async enter(phase) {
      if (signal.aborted) throw new RebuildCancelled(position);
      meter.enter(phase);
    },
    report: () => ({ name: projection.name, version: projection.version, ...meter.total() }),
  };
}

/** Waits a moment for the follower of the live tables, which may be a batch behind; an old version may have none. */
async function liveToArrive({ db, signal }: RebuildContext, name: string, slot: Slot): Promise<void> {
  const deadline = performance.now() + followerPatienceMs;
  while (performance.now() < deadline && !signal.aborted) {
    const [live, built] = [await checkpointIn(db, name, 'live'), await checkpointIn(db, name, slot)];
    if (live === null || built === null || live.position >= built.position) return;
    await pause(20);
  }
}

/**
 * Brings the slot exactly to where the live tables stand, while those wait, and compares both in one snapshot that is
 * taken at that moment. null when the slot is ahead of live tables.
 */
async function compareAtSamePosition(
  { db }: RebuildContext,
  { name }: Projection,
  slot: Slot,
  drain: (livePosition: bigint) => Promise<unknown>,
): Promise<Comparison | null> {
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (snapshot) => {
      const position = await db.transaction().execute(async (tx) => {
        const live = await lockCheckpoint(tx, name);
        if (live === null) return null;
        await drain(live.position);
        // The first statement of a transaction takes its snapshot, not `begin`.
        const [built] = await readCheckpoints(snapshot, [checkpointOf(name, slot)]);
        return built?.position === live.position ? live.position : null;
      });
      if (position === null) return null;
      await sql`set local statement_timeout = 0`.execute(snapshot);
      const tables = await compareSchemas(snapshot, schemaOf(name, 'live'), schemaOf(name, slot));
      return { position, equal: tables.every(isEqual), tables };
    });
}
