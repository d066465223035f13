import { rest } from '../../rest.js';
import { StoreUnavailable } from '../port.js';
import { openBell } from './bell.js';
import type { Line } from './connection.js';
import { isSystemEvent } from './events.js';
import { isAway } from './failures.js';
import { openFeed, type FeedItem } from './feed.js';
import { backOff } from './persist.js';

/**
 * Follows the end of the whole log, unfiltered. Positions are sparse and a filtered subscription is silent about what
 * it leaves out; this is how a follower knows that nothing for it is under way and how far it has come.
 */
export type Tail = {
  /** Resolves when the tail knows where it begins. */
  start(): Promise<void>;
  /** Everything up to here has been seen, since the start. Throws what keeps the tail from going on, unless it passes. */
  reached(): bigint;
  watch(prefixes: readonly string[] | null, ring: () => void): Watch;
  close(): Promise<void>;
};

export type Watch = {
  /** Where the tail stood when the watch began. */
  readonly since: bigint;
  /** Last event that the filter lets through, as far as the tail has come; 0n when there was none. */
  latest(): bigint;
  close(): void;
};

export type TailSource = {
  line(): Promise<Line>;
  giveUp(line: Line): void;
  head(): Promise<bigint>;
  readonly silenceMs: number;
};

const takeAtOnce = 1_000;

export function openTail(source: TailSource): Tail {
  const closing = new AbortController();
  const watches = new Set<(items: readonly FeedItem[]) => void>();
  let reached = 0n;
  let failure: unknown = null;
  let starting: Promise<void> | null = null;
  let running: Promise<void> = Promise.resolve();

  async function run(): Promise<void> {
    for (let failures = 0; !closing.signal.aborted; failures++) {
      const before = reached;
      try {
        await followEnd();
      } catch (error) {
        // One that waiting does not help is told by those who watch.
        failure = isAway(error) ? null : error;
        see([]);
      }
      if (reached > before) failures = 0;
      await rest(backOff(failures), closing.signal);
    }
  }

  /** Ends by throwing: the next round continues where this one stopped. */
  async function followEnd(): Promise<void> {
    const bell = openBell();
    closing.signal.addEventListener('abort', bell.ring);
    const line = await source.line();
    const feed = openFeed(line, reached, null, bell.ring);
    try {
      while (!closing.signal.aborted) {
        const items = feed.take(takeAtOnce);
        if (items.length > 0) {
          failure = null;
          see(items);
        } else if (!(await bell.wait(source.silenceMs)) && (await source.head()) > reached) {
          source.giveUp(line);
          throw new StoreUnavailable('the subscription went silent');
        }
      }
    } finally {
      closing.signal.removeEventListener('abort', bell.ring);
      feed.close();
    }
  }

  function see(items: readonly FeedItem[]): void {
    for (const item of items) if (item.kind === 'event') reached = item.event.position;
    for (const tell of watches) tell(items);
  }

  return {
    async start() {
      starting ??= source.head().then((head) => {
        reached = head;
        running = run();
      });
      try {
        await starting;
      } catch (error) {
        starting = null;
        throw error;
      }
    },
    reached() {
      if (failure !== null) throw failure;
      return reached;
    },
    watch(prefixes, ring) {
      let latest = 0n;
      const tell = (items: readonly FeedItem[]) => {
        for (const item of items) {
          if (item.kind === 'event' && isMatch(item.event, prefixes)) latest = item.event.position;
        }
        ring();
      };
      watches.add(tell);
      return { since: reached, latest: () => latest, close: () => void watches.delete(tell) };
    },
    async close() {
      closing.abort();
      await running;
    },
  };
}

/** The filter of the server, as this process sees it. */
export function isMatch(
  event: { readonly type: string; readonly streamId: string },
  prefixes: readonly string[] | null,
): boolean {
  if (isSystemEvent(event)) return false;
  return prefixes === null || prefixes.some((prefix) => event.streamId.startsWith(prefix));
}
