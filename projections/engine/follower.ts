import { isDatabaseAway, type Leases, type Db, type Tx } from '../../adapters/database/port.js';
import { rest } from '../../adapters/rest.js';
import type { KeyedRows } from './keyed-rows.js';
import { isAhead, markAhead, markFailed, moveCheckpoint, readCheckpoints, type Checkpoint } from './checkpoints.js';
import { UndecodableEvent, type FollowedBatch, type FollowedLog, type UnknownTypes } from './port.js';
import type { LoggedEvent } from './projection.js';

/* eslint-disable @typescript-eslint/no-explicit-any -- each follower has tables of its own */

/** Something that follows the log with a checkpoint: a projection or a policy. */
export type Follower = {
  readonly name: string;
  readonly version: number;
  readonly prefixes: readonly string[];
  readonly batchSize: number;
  readonly unknown: UnknownTypes;
  /** Where its tables live, which can be made anew from the log. */
  readonly schema?: string;
  /** Applies events in the transaction that moves the checkpoint over them. */
  readonly apply: (tx: Tx, events: readonly LoggedEvent[]) => Promise<void>;
  /** The same for states in memory, where the follower has rows of that kind. */
  readonly rows?: KeyedRows<any>;
};

type FollowerContext = {
  readonly db: Db;
  readonly log: FollowedLog;
  readonly leases: Leases;
  readonly onProgress: (name: string, position: bigint) => void;
  /** Told about everything that keeps a follower from going on; it goes on trying. */
  readonly onTrouble: (name: string, error: unknown) => void;
  readonly signal: AbortSignal;
  /** How often another process' turn is asked for; twice as long after a failure, doubled up to 60 times as much. */
  readonly retryMs: number;
};

/** At the end of the log a batch costs nearly as much as an event: what comes close together is applied together. */
const breathMs = 5;

/** An event that a follower cannot apply: it stops there, alone, until a fix lets it go on. */
export class PoisonEvent extends Error {
  override readonly name = 'PoisonEvent';
  constructor(
    readonly position: bigint,
    readonly type: string,
    readonly reason: string,
    options?: ErrorOptions,
  ) {
    super(`${type} at position ${position} cannot be applied: ${reason}`, options);
  }
}

/** The checkpoint stands elsewhere: another process runs this follower, or a newer version took over. */
export class CheckpointMoved extends Error {
  override readonly name = 'CheckpointMoved';
}

/** The log was restored from before what a follower has applied: it stops until its tables are built anew. */
export class AheadOfLog extends Error {
  override readonly name = 'AheadOfLog';
}

/** Follows for as long as the process lives, whatever happens on the way. */
export async function runFollower(context: FollowerContext, follower: Follower): Promise<void> {
  const { signal, retryMs } = context;
  let failures = 0;
  const onApplied = () => {
    failures = 0;
  };
  while (!signal.aborted) {
    try {
      if (await context.leases.acquire(leaseOf(follower))) await followOnce(context, follower, onApplied);
      await rest(jittered(retryMs), signal);
    } catch (error) {
      if (error instanceof CheckpointMoved) continue;
      context.onTrouble(follower.name, error);
      await rememberAndRelease(context, follower, error);
      await rest(jittered(retryMs * Math.min(60, 2 ** ++failures)), signal);
    }
  }
}

/** Versions take turns among themselves: a node with an old one must not keep the new one from running elsewhere. */
function leaseOf({ name, version }: Follower): string {
  return `follower/${name}@${version}`;
}

async function followOnce(context: FollowerContext, follower: Follower, onApplied: () => void): Promise<void> {
  const { db, log, leases, onProgress, signal } = context;
  const [checkpoint] = await readCheckpoints(db, [follower.name]);
  // Another version owns the tables now; whoever runs it follows.
  if (checkpoint === undefined || checkpoint.version !== follower.version) return;
  await requireInLog(context, follower, checkpoint);
  let { position } = checkpoint;
  onProgress(follower.name, position);
  const { prefixes, batchSize, unknown } = follower;
  for await (const batch of log.follow({ after: position, prefixes, batchSize, unknown, signal })) {
    if (signal.aborted || !leases.holds(leaseOf(follower))) return;
    if (batch.position === position) continue;
    await applyBatch(db, follower, position, batch);
    position = batch.position;
    onApplied();
    onProgress(follower.name, position);
    if (batch.caughtUp) await rest(breathMs, signal);
  }
}

/** Throws `AheadOfLog`; not at the first sight, because a cluster that elects a leader may look shorter for a moment. */
async function requireInLog(context: FollowerContext, follower: Follower, checkpoint: Checkpoint): Promise<void> {
  const { db, log, signal, retryMs } = context;
  if (!isAhead(checkpoint, await log.head())) return;
  await rest(5 * retryMs, signal);
  const head = await log.head();
  if (signal.aborted || !isAhead(checkpoint, head)) return;
  const { name, position, failure } = checkpoint;
  if (failure === null || failure.position > position) await markAhead(db, follower, position, head);
  throw new AheadOfLog(`${name} stands at position ${position}, which the log did not reach: it is older`);
}

/**
 * The whole batch at once; when that fails, its halves, and theirs, so that all before the culprit are applied.
 * Throws `CheckpointMoved` when the follower does not stand at `from`, and `PoisonEvent`.
 */
export async function applyBatch(
  db: Db,
  follower: Follower,
  from: bigint,
  { events, position }: Pick<FollowedBatch, 'events' | 'position'>,
): Promise<void> {
  try {
    return await applyInTransaction(db, follower, from, position, events);
  } catch (error) {
    const [first] = events;
    if (error instanceof CheckpointMoved || isDatabaseAway(error) || first === undefined) throw error;
    if (events.length === 1) throw new PoisonEvent(first.position, first.type, reasonOf(error), { cause: error });
  }
  const half = events.slice(0, Math.ceil(events.length / 2));
  const middle = half.at(-1)?.position ?? from;
  await applyBatch(db, follower, from, { events: half, position: middle });
  await applyBatch(db, follower, middle, { events: events.slice(half.length), position });
}

async function applyInTransaction(
  db: Db,
  follower: Follower,
  from: bigint,
  to: bigint,
  events: readonly LoggedEvent[],
): Promise<void> {
  await movingCheckpoint(db, follower, from, to, async (tx) => {
    if (events.length > 0) await follower.apply(tx, events);
  });
}

/** Does work in the transaction that moves the checkpoint. Throws `CheckpointMoved` when it does not stand at `from`. */
export async function movingCheckpoint(
  db: Db,
  follower: Follower,
  from: bigint,
  to: bigint,
  work: (tx: Tx) => Promise<void>,
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    // First, so that two runners stand in line here and the second one sees that it came too late.
    if (!(await moveCheckpoint(tx, follower, from, to))) throw new CheckpointMoved();
    await work(tx);
  });
}

/** Lets others try what this process cannot: one of them may be of the release that can. */
async function rememberAndRelease(context: FollowerContext, follower: Follower, error: unknown): Promise<void> {
  if (!(error instanceof PoisonEvent || error instanceof UndecodableEvent)) return;
  const { db, leases, onTrouble } = context;
  try {
    await markFailed(db, follower, error.position, `${error.type}: ${error.reason}`);
    await leases.release(leaseOf(follower));
  } catch (unkept) {
    // The next attempt meets the event again and keeps it then.
    onTrouble(follower.name, unkept);
  }
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Between three quarters and five quarters of the time, so that processes do not knock in step. */
function jittered(ms: number): number {
  return ms * (0.75 + Math.random() / 2);
}
