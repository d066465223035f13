import {
  excludeSystemEvents,
  START,
  streamNameFilter,
  type AllStreamResolvedEvent,
  type AllStreamSubscription,
  type Position,
} from '@eventstore/db-client';
import { StoreUnavailable, type RecordedEvent } from '../port.js';
import type { Line } from './connection.js';
import { recorded } from './events.js';

/** What the server sends, in its order. */
export type FeedItem =
  | { readonly kind: 'event'; readonly event: RecordedEvent }
  /** The server has scanned so far without a match. May lie ahead of what exists (KurrentDB issue 4970). */
  | { readonly kind: 'checkpoint'; readonly position: bigint }
  /** Everything that stood in the log when the subscription was opened has been sent. */
  | { readonly kind: 'caughtUp' };

/** One subscription, until it breaks. */
export type Feed = {
  /** What has arrived; not taking it holds the server back. Throws what broke the subscription. */
  take(max: number): readonly FeedItem[];
  /** When the server last gave a sign of life, on the clock of `performance`. */
  lastSign(): number;
  close(): void;
};

/** `null` = everything, system events included. */
type FeedFilter = { readonly prefixes: readonly string[] } | 'no-system-events' | null;

const bufferedItems = 512;
/** In groups of 32 scanned events. */
const checkpointInterval = 32;

/** Subscribes after a position; `ring` is called whenever there is something to take. */
export function openFeed({ client, gone }: Line, after: bigint, filter: FeedFilter, ring: () => void): Feed {
  let failure: unknown = null;
  let sign = performance.now();
  const fail = (error: unknown) => {
    failure ??= error;
    ring();
  };
  const onGone = () => fail(new StoreUnavailable('the connection was given up'));
  // Markers travel in the same buffer as the events, so that they are met exactly where the server put them.
  const mark = (subscription: { push(item: unknown): boolean }, item: FeedItem) => void subscription.push(item);
  const checkpointReached = (subscription: AllStreamSubscription, position: Position) =>
    mark(subscription, { kind: 'checkpoint', position: position.commit });
  const subscription = client.subscribeToAll(
    {
      fromPosition: after === 0n ? START : { commit: after, prepare: after },
      ...(filter === null ? {} : { filter: serverFilter(filter, checkpointReached) }),
    },
    { highWaterMark: bufferedItems },
  );
  // Stays to the end: an error that nobody hears would end the process.
  subscription.on('error', fail);
  subscription.on('end', () => fail(new StoreUnavailable('the server ended the subscription')));
  subscription.on('confirmation', () => {
    sign = performance.now();
  });
  subscription.on('caughtUp', () => mark(subscription, { kind: 'caughtUp' }));
  subscription.on('readable', ring);
  gone.addEventListener('abort', onGone);
  if (gone.aborted) onGone();

  return {
    take(max) {
      const items: FeedItem[] = [];
      for (let scanned = 0; scanned < max; scanned++) {
        const item = subscription.read() as AllStreamResolvedEvent | FeedItem | null;
        if (item === null) break;
        if ('kind' in item) items.push(item);
        else if (item.event !== undefined) items.push({ kind: 'event', event: recorded(item.event) });
        sign = performance.now();
      }
      if (items.length === 0 && failure !== null) throw failure;
      return items;
    },
    lastSign: () => sign,
    close() {
      gone.removeEventListener('abort', onGone);
      // Rejects when there never was a stream: then there is nothing to end.
      subscription.unsubscribe().catch(() => undefined);
      subscription.destroy();
    },
  };
}

type CheckpointReached = (subscription: AllStreamSubscription, position: Position) => void;

function serverFilter(filter: NonNullable<FeedFilter>, checkpointReached: CheckpointReached) {
  const options = { checkpointInterval, checkpointReached };
  if (filter === 'no-system-events') return excludeSystemEvents(options);
  return streamNameFilter({ prefixes: [...filter.prefixes], ...options });
}
