import type { Kysely } from 'kysely';
import { applyBatch, type Follower } from './follower.js';
import type { FollowedBatch, FollowedLog } from './port.js';

/* eslint-disable @typescript-eslint/no-explicit-any -- each projection has tables of its own */

type Filling = {
  readonly db: Kysely<any>;
  readonly log: FollowedLog;
  readonly signal: AbortSignal;
  /** Told after each committed batch. */
  readonly onBatch?: (batch: { readonly events: number; readonly position: bigint }) => void;
};

/** Somebody stopped the work; everything up to `position` is kept, and the next attempt goes on from there. */
export class RebuildCancelled extends Error {
  override readonly name = 'RebuildCancelled';
  constructor(readonly position: bigint) {
    super(`stopped at position ${position}`);
  }
}

/**
 * Brings a follower from one position exactly to another one, in batches that are committed each. Answers how many
 * events it was. Throws `RebuildCancelled` when the signal aborts, and what `applyBatch` throws.
 */
export async function fill(
  filling: Filling,
  follower: Follower,
  { from, upTo }: { readonly from: bigint; readonly upTo: bigint },
): Promise<number> {
  let position = from;
  let events = 0;
  if (position >= upTo) return events;
  const reading = new AbortController();
  const signal = AbortSignal.any([filling.signal, reading.signal]);
  const { prefixes, batchSize } = follower;
  const batches = oneAhead(filling.log.follow({ after: from, prefixes, batchSize, unknown: 'skip', signal }), reading);
  for await (const read of batches) {
    if (filling.signal.aborted) break;
    const batch = upToPosition(read, upTo);
    if (batch.position > position) {
      await applyBatch(filling.db, follower, position, batch);
      position = batch.position;
      events += batch.events.length;
      filling.onBatch?.({ events: batch.events.length, position });
    }
    if (position >= upTo) return events;
  }
  throw new RebuildCancelled(position);
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
