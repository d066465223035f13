import { setTimeout as pause } from 'node:timers/promises';
import type { Test } from 'tap';
import {
  StoreUnavailable,
  type Batch,
  type EventStore,
  type NewEvent,
  type RecordedEvent,
} from '../../adapters/event-store/port.js';
import { appended, ids, newCategory, newEvent, newEvents, newStream } from './new-events.js';

/** A store to hold to the contract. */
export type StoreHarness = {
  readonly store: EventStore;
  /** A second store over the same log, as another process would open it. */
  readonly openAnother: () => Promise<EventStore>;
  /** Takes the server away, without a chance to say good-bye, and brings it back with all its data. */
  readonly faults?: { readonly kill: () => Promise<void>; readonly start: () => Promise<void> };
};

/** Following the log: from its history to the present, in order, at the pace of the reader. */
export async function following(t: Test, { store, openAnother }: StoreHarness): Promise<void> {
  await t.test('from history to the present while others write', async (t) => {
    const category = newCategory();
    const start = await store.head();
    const others = [store, await openAnother()];
    const hot = Array.from({ length: 5 }, () => newStream(category));
    const written: string[] = [];
    const write = async (by: EventStore, count: number) => {
      for (let n = 0; n < count; n++) {
        const event = newEvent({ n });
        const result = await by.append(hot[n % hot.length] ?? '', [event], 'any');
        if (result.ok) written.push(event.id);
      }
    };
    await Promise.all(others.map((by) => write(by, 40)));
    const writers = Promise.all([...others, ...others].map((by) => write(by, 100)));
    const seen = await collect(store, { after: start, prefixes: [`${category}-`], batchSize: 16 }, 480);
    await writers;
    t.equal(seen.length, 480);
    t.equal(new Set(ids(seen)).size, 480, 'nothing twice');
    t.strictSame([...(ids(seen) ?? [])].sort(), written.sort(), 'nothing lost');
    t.ok(grows(seen.map(({ position }) => position)), 'in the order of the log');

    const middle = seen[199]?.position ?? 0n;
    const rest = await collect(store, { after: middle, prefixes: [`${category}-`] }, 280);
    t.strictSame(ids(rest), ids(seen.slice(200)), 'continues after a stored position, exclusively');
    await others[1]?.close();
  });

  await t.test('tells progress and the end', async (t) => {
    const category = newCategory();
    const start = await store.head();
    await store.append(newStream(), newEvents(20), 'no_stream');
    const head = await store.head();
    const silent = await until(store, { after: start, prefixes: [`${category}-`] }, ({ position }) => position >= head);
    t.equal(silent.flatMap(({ events }) => events).length, 0, 'a filter that lets nothing through reports progress');
    const last = await until(store, { after: await store.head() }, ({ caughtUp }) => caughtUp);
    t.ok(last.at(-1)?.caughtUp, 'and the end of the log');
  });

  await t.test('tells progress while it goes on', async (t) => {
    const category = newCategory();
    const live = until(store, { after: await store.head(), prefixes: [`${category}-`] }, ({ position }) => {
      if (wanted === null) next();
      return wanted !== null && position >= wanted;
    });
    let wanted: bigint | null = null;
    const next = () => {
      wanted = -1n;
      store.append(newStream(), newEvents(3), 'no_stream').then(
        (result) => (wanted = appended(result).position),
        () => undefined,
      );
    };
    const batches = await live;
    t.strictSame(
      batches.flatMap(({ events }) => events),
      [],
      'of events that the filter leaves out a follower hears at once, as progress',
    );
    const [mine] = newEvents(1) as [NewEvent];
    await store.append(newStream(category), [mine], 'no_stream');
    const rest = await collect(store, { after: batches.at(-1)?.position ?? 0n, prefixes: [`${category}-`] }, 1);
    t.strictSame(ids(rest), [mine.id], 'and from there it continues');
  });

  await t.test('leaves the pace to its reader', async (t) => {
    const category = newCategory();
    const start = await store.head();
    await store.append(newStream(category), newEvents(50), 'no_stream');
    const stop = new AbortController();
    const subscription = store.subscribe({
      after: start,
      prefixes: [`${category}-`],
      batchSize: 10,
      signal: stop.signal,
    });
    let batches = 0;
    for await (const batch of subscription) {
      t.ok(batch.events.length <= 10, 'a batch is never larger than asked for');
      await new Promise(setImmediate);
      if (batch.events.length > 0 && ++batches === 5) break;
    }
    t.equal(batches, 5, 'a slow reader gets all');

    const late = newEvents(200);
    const writing = (async () => {
      for (const event of late) await store.append(newStream(category), [event], 'no_stream');
    })();
    const slow: RecordedEvent[] = [];
    for await (const { events } of store.subscribe({
      after: (await store.readAll({ after: start, maxCount: 50, prefixes: [`${category}-`] })).at(-1)?.position ?? 0n,
      prefixes: [`${category}-`],
      batchSize: 7,
      signal: stop.signal,
    })) {
      slow.push(...events);
      await pause(2);
      if (slow.length >= late.length) break;
    }
    await writing;
    t.strictSame(ids(slow), ids(late), 'also when others write faster than it reads');

    const failing = async () => {
      for await (const batch of store.subscribe({ after: start, signal: stop.signal })) {
        if (batch.events.length > 0) throw new Error('reader failed');
      }
    };
    await t.rejects(failing(), { message: 'reader failed' }, 'an error of the reader is the end');
    const live = collect(store, { after: await store.head(), prefixes: [`${category}-`], signal: stop.signal }, 1);
    stop.abort();
    t.strictSame(await live, [], 'an abort is the end');
  });
}

/** Kill the server again and again: what was acknowledged stands, what was in doubt can be repeated. */
export async function dying(t: Test, store: EventStore, faults: NonNullable<StoreHarness['faults']>): Promise<void> {
  const category = newCategory();
  const start = await store.head();
  const total = 300;
  const reader = collect(store, { after: start, prefixes: [`${category}-`] }, total);
  const events = newEvents(total);
  let repeated = 0;
  const writeAll = async () => {
    const stream = newStream(category);
    for (const [n, event] of events.entries()) {
      const expected = n === 0 ? 'no_stream' : BigInt(n - 1);
      for (;;) {
        try {
          appended(await store.append(stream, [event], expected));
          break;
        } catch (error) {
          if (!(error instanceof StoreUnavailable)) throw error;
          repeated++;
          await pause(10);
        }
      }
      if (n === 100 || n === 200) await restart();
    }
    return stream;
  };
  // Not awaited by the writer: the next appends meet the server in its fall.
  let restarting: Promise<void> = Promise.resolve();
  const restart = async () => {
    restarting = faults.kill().then(faults.start);
  };
  const stream = await writeAll();
  await restarting;
  t.ok(repeated > 0, 'appends met the outage');
  t.strictSame(ids(await store.readStream(stream)), ids(events), 'each event stands once');
  t.strictSame(ids(await reader), ids(events), 'a follower gets all of them by itself, once');
}

type Follow = {
  readonly after: bigint;
  readonly prefixes?: readonly string[];
  readonly batchSize?: number;
  readonly signal?: AbortSignal;
};

/** Follows until so many events came (or the signal aborts). */
async function collect(store: EventStore, follow: Follow, count: number): Promise<readonly RecordedEvent[]> {
  let left = count;
  const batches = await until(store, follow, ({ events }) => (left -= events.length) <= 0);
  return batches.flatMap(({ events }) => events);
}

async function until(store: EventStore, follow: Follow, done: (batch: Batch) => boolean): Promise<readonly Batch[]> {
  const batches: Batch[] = [];
  const { signal = new AbortController().signal } = follow;
  for await (const batch of store.subscribe({ ...follow, signal })) {
    batches.push(batch);
    if (done(batch)) break;
  }
  return batches;
}

function grows(positions: readonly bigint[]): boolean {
  return positions.every((position, n) => n === 0 || position > (positions[n - 1] ?? 0n));
}
