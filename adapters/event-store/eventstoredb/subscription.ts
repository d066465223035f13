import { rest } from '../../rest.js';
import { StoreUnavailable, type Batch, type RecordedEvent, type SubscribeOptions } from '../port.js';
import { openBell } from './bell.js';
import { isAway, portError } from './failures.js';
import { openFeed, type Feed } from './feed.js';
import { backOff } from './persist.js';
import { isMatch, type Tail, type TailSource, type Watch } from './tail.js';

type FollowSource = TailSource & { readonly tail: Tail };

/**
 * Follows the log for ever: subscribes again, after growing jittered pauses, from the last position that was yielded
 * (exclusive). The client itself neither reconnects nor ends a broken subscription.
 */
export async function* followLog(
  source: FollowSource,
  options: SubscribeOptions,
): AsyncGenerator<Batch, void, undefined> {
  const { signal } = options;
  let { after } = options;
  for (let failures = 0; !signal.aborted; failures++) {
    try {
      for await (const batch of followOnce(source, { ...options, after })) {
        failures = 0;
        after = batch.position;
        yield batch;
      }
    } catch (error) {
      if (!isAway(error)) throw portError(error);
      await rest(backOff(failures), signal);
    }
  }
}

async function* followOnce(
  source: FollowSource,
  { after, batchSize = 500, prefixes, signal }: SubscribeOptions,
): AsyncGenerator<Batch, void, undefined> {
  const { tail, silenceMs } = source;
  const bell = openBell();
  signal.addEventListener('abort', bell.ring);
  await tail.start();
  const watch = tail.watch(prefixes ?? null, bell.ring);
  let feed: Feed | null = null;
  try {
    const line = await source.line();
    // After the watch began: whatever is not covered by `known` passes the tail while we watch.
    const known = await source.head();
    if (known < watch.since) throw new StoreUnavailable('this node is behind the one before');
    feed = openFeed(line, after, prefixes === undefined ? 'no-system-events' : { prefixes }, bell.ring);
    const progress = openProgress({ after, known, watch, tail, prefixes: prefixes ?? null });
    while (!signal.aborted) {
      const items = feed.take(batchSize);
      const batch = progress.advance(items);
      if (batch !== null) yield batch;
      if (items.length > 0 || (await bell.wait(silenceMs))) continue;
      if (progress.isWaiting() && performance.now() - feed.lastSign() >= silenceMs) {
        source.giveUp(line);
        throw new StoreUnavailable('the subscription went silent');
      }
    }
  } finally {
    signal.removeEventListener('abort', bell.ring);
    watch.close();
    feed?.close();
  }
}

type Progress = {
  /** What these items amount to; null when there is nothing to tell. */
  advance(items: ReturnType<Feed['take']>): Batch | null;
  /** Whether the server still owes something. */
  isWaiting(): boolean;
};

function openProgress(options: {
  readonly after: bigint;
  /** A position that existed before the subscription was opened. */
  readonly known: bigint;
  readonly watch: Watch;
  readonly tail: Tail;
  readonly prefixes: readonly string[] | null;
}): Progress {
  const { known, watch, tail, prefixes } = options;
  let position = options.after;
  let live = false;
  let toldCaughtUp = false;
  const isWaiting = () => !live || watch.latest() > position;

  return {
    isWaiting,
    advance(items) {
      const before = position;
      const events: RecordedEvent[] = [];
      // A checkpoint counts only up to an event that exists: nothing can come to stand at or before it.
      const seen = largest(known, tail.reached());
      for (const item of items) {
        if (item.kind === 'event') {
          if (item.event.position <= position) continue;
          position = item.event.position;
          if (isMatch(item.event, prefixes)) events.push(item.event);
        } else if (item.kind === 'checkpoint') {
          if (item.position <= seen) position = largest(position, item.position);
        } else {
          live = true;
          position = largest(position, known);
        }
      }
      if (!isWaiting()) position = largest(position, tail.reached());
      const caughtUp = !isWaiting();
      if (position === before && (toldCaughtUp || !caughtUp)) return null;
      toldCaughtUp = caughtUp;
      return { events, position, caughtUp };
    },
  };
}

function largest(a: bigint, b: bigint): bigint {
  return a > b ? a : b;
}
