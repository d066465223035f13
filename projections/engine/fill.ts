import { useSchema } from './checkpoints.js';
import { applyBatch, CheckpointMoved, movingCheckpoint, type Follower } from './follower.js';
import { fold, keysOf, type KeyedRows } from './keyed-rows.js';
import type { FollowedBatch, FollowedLog } from './port.js';
import { isDatabaseAway, type Db } from '../../adapters/database/port.js';

/* eslint-disable @typescript-eslint/no-explicit-any -- each projection has tables of its own */

/** What is folded in memory before it is stored, in batches: 100,000 events of the default size, or 20,000 states. */
const batchesInSpan = { events: 10, states: 2 };

type Filling = {
  readonly db: Db;
  readonly log: FollowedLog;
  readonly signal: AbortSignal;
  /** Told after each commit. */
  readonly onBatch?: (batch: { readonly events: number; readonly position: bigint }) => void;
};

type Reach = { readonly from: bigint; readonly upTo: bigint };

/** Somebody stopped the work; everything up to `position` is kept, and the next attempt goes on from there. */
export class RebuildCancelled extends Error {
  override readonly name = 'RebuildCancelled';
  constructor(readonly position: bigint) {
    super(`stopped at position ${position}`);
  }
}

/**
 * Brings a follower from one position exactly to another one, with a commit every so many events. Answers how many
 * events it was. Throws `RebuildCancelled` when the signal aborts, and what `applyBatch` throws.
 */
export async function fill(filling: Filling, follower: Follower, { from, upTo }: Reach): Promise<number> {
  let position = from;
  let events = 0;
  const counting: Filling = {
    ...filling,
    onBatch: (batch) => {
      position = batch.position;
      events += batch.events;
      filling.onBatch?.(batch);
    },
  };
  if (follower.rows !== undefined) await fillInSpans(counting, follower, follower.rows, { from, upTo });
  await fillInBatches(counting, follower, { from: position, upTo });
  return events;
}

/** One batch after the other. */
async function fillInBatches(filling: Filling, follower: Follower, { from, upTo }: Reach): Promise<void> {
  let position = from;
  for await (const batch of batchesOf(filling, follower, { from, upTo })) {
    if (batch.position <= position) continue;
    await applyBatch(filling.db, follower, position, batch);
    position = batch.position;
    filling.onBatch?.({ events: batch.events.length, position });
  }
  if (position < upTo) throw new RebuildCancelled(position);
}

/**
 * Folds many batches into states in memory and stores each state once; while one span of the log is stored, the next one
 * is folded. Ends early, without harm, at what it cannot do: the batches that follow find the culprit.
 */
async function fillInSpans(
  filling: Filling,
  follower: Follower,
  rows: KeyedRows<any>,
  { from, upTo }: Reach,
): Promise<void> {
  const { db, onBatch } = filling;
  const mostEvents = batchesInSpan.events * follower.batchSize;
  const mostStates = batchesInSpan.states * follower.batchSize;
  let storedTo = from;
  let before: ReadonlyMap<string, unknown> = new Map();
  let span = emptySpan(from);
  let storing: Promise<void> = Promise.resolve();

  const add = async ({ events, position }: FollowedBatch) => {
    const missing = keysOf(rows, events).filter((key) => !span.states.has(key));
    const unread = missing.filter((key) => !before.has(key));
    for (const key of missing) if (before.has(key)) span.states.set(key, before.get(key));
    for (const [key, state] of await load(db, follower, rows, unread)) span.states.set(key, state);
    fold(rows, span.states, events);
    span.events += events.length;
    span.position = position;
  };
  const store = async () => {
    await storing;
    const { states, events, position } = span;
    if (position === storedTo) return;
    const start = storedTo;
    storedTo = position;
    before = states;
    span = emptySpan(position);
    storing = movingCheckpoint(db, follower, start, position, (tx) => rows.store(tx, states)).then(() =>
      onBatch?.({ events, position }),
    );
    // Its failure is met where it is awaited; until then it must not count as unhandled.
    storing.catch(() => undefined);
  };

  try {
    for await (const batch of batchesOf(filling, follower, { from, upTo })) {
      await add(batch);
      if (span.states.size >= mostStates || span.events >= mostEvents) await store();
    }
    await store();
    await storing;
  } catch (error) {
    // What is being stored ends first: whether it stood or failed, the checkpoint says so to the batches that follow.
    // What failed there or here is done again in batches, which throw it if it is more than a passing trouble.
    await storing.catch(() => undefined);
    if (error instanceof CheckpointMoved || isDatabaseAway(error)) throw error;
  }
}

async function load(
  db: Db,
  { schema }: Follower,
  rows: KeyedRows<any>,
  keys: readonly string[],
): Promise<ReadonlyMap<string, unknown>> {
  if (keys.length === 0) return new Map();
  return db.transaction().execute(async (tx) => {
    if (schema !== undefined) await useSchema(tx, schema);
    return rows.load(tx, keys);
  });
}

type Span = { readonly states: Map<string, unknown>; events: number; position: bigint };

function emptySpan(position: bigint): Span {
  return { states: new Map(), events: 0, position };
}

/** Ends when `upTo` is reached, or before when the signal aborts. */
async function* batchesOf(
  { log, signal }: Filling,
  { prefixes, batchSize }: Follower,
  { from, upTo }: Reach,
): AsyncGenerator<FollowedBatch, void, undefined> {
  if (from >= upTo) return;
  const reading = new AbortController();
  const either = AbortSignal.any([signal, reading.signal]);
  const source = log.follow({ after: from, prefixes, batchSize, unknown: 'skip', signal: either });
  for await (const read of oneAhead(source, reading)) {
    if (signal.aborted) return;
    const batch = upToPosition(read, upTo);
    yield batch;
    if (batch.position >= upTo) return;
  }
}

/** The part of a batch that is wanted. What reached the end of the log has reached every position before it. */
function upToPosition(batch: FollowedBatch, upTo: bigint): FollowedBatch {
  if (batch.position < upTo) return batch.caughtUp ? { ...batch, position: upTo } : batch;
  return { ...batch, events: batch.events.filter((event) => event.position <= upTo), position: upTo };
}

/** Reads the next batch while the present one is applied. */
async function* oneAhead<T>(source: AsyncIterable<T>, reading: AbortController): AsyncGenerator<T, void, undefined> {
  const iterator = source[Symbol.asyncIterator]();
  const fetch = () => {
    const next = iterator.next();
    // Its failure is met where it is awaited; until then it must not count as unhandled.
    next.catch(() => undefined);
    return next;
  };
  let ahead = fetch();
  try {
    for (let result = await ahead; result.done !== true; result = await ahead) {
      ahead = fetch();
      yield result.value;
    }
  } finally {
    reading.abort();
    // Nobody wants it any more, but it must have ended.
    await Promise.allSettled([ahead]);
  }
}
