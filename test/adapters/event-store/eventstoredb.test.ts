import { randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import t, { type Test } from 'tap';
import { openEventStoreDbStore, type EventStoreDbOptions } from '../../../adapters/event-store/eventstoredb/store.js';
import { StoreUnavailable, type Batch, type EventStore } from '../../../adapters/event-store/port.js';
import { eventStoreContract } from '../../support/event-store.contract.js';
import { newEvent, newEvents, newStream } from '../../support/new-events.js';
import { openMemoryLog, type MemoryLog } from '../../support/eventstoredb/memory-log.js';
import { startDouble } from '../../support/eventstoredb/server.js';

/** A server to run the contract against; without it, the double on a Unix socket, which can be killed. */
const realServer = process.env['ESDB_URL'];

t.test('contract', async (t) => {
  await eventStoreContract(t, async (t) => {
    const socket = join(tmpdir(), `esdb-${randomUUID()}.sock`);
    const server = realServer === undefined ? await startDouble(t, openMemoryLog(), socket) : null;
    // Without patience, so that callers meet the outage as the contract wants it.
    const open = () =>
      openEventStoreDbStore(
        server === null ? { address: realServer ?? '' } : { address: server.address, patienceMs: 0 },
      );
    const store = open();
    t.teardown(() => store.close());
    return { store, openAnother: async () => open(), ...(server === null ? {} : { faults: server }) };
  });
});

const openOn = (t: Test, address: string, options: Partial<EventStoreDbOptions> = {}): EventStore => {
  const store = openEventStoreDbStore({ address, ...options });
  t.teardown(() => store.close());
  return store;
};

async function world(t: Test, options: Partial<EventStoreDbOptions> = {}) {
  const log = openMemoryLog();
  const server = await startDouble(t, log);
  return { log, server, store: openOn(t, server.address, options) };
}

const ofUs = (log: MemoryLog) => log.all.filter(({ type }) => !type.startsWith('$'));

t.test('callers do not notice a restart, and each event stands once', async (t) => {
  const { log, server, store } = await world(t);
  const following = new AbortController();
  const seen: string[] = [];
  const reader = (async () => {
    for await (const { events } of store.subscribe({ after: 0n, signal: following.signal })) {
      seen.push(...events.map(({ id }) => id));
      if (seen.length >= 400) return;
    }
  })();
  const writers = Array.from({ length: 40 }, async () => {
    const stream = newStream();
    for (let n = 0; n < 10; n++) {
      const result = await store.append(stream, newEvents(1), n === 0 ? 'no_stream' : BigInt(n - 1));
      t.match(result, { ok: true, revision: BigInt(n) });
    }
  });
  while (log.all.length < 100) await pause(2);
  await server.kill();
  const standing = log.all.length;
  await pause(100);
  t.equal(log.all.length, standing, 'nobody writes to a dead server');
  await server.start();
  await Promise.all(writers);
  await reader;
  following.abort();
  const written = ofUs(log).map(({ id }) => id);
  t.equal(new Set(written).size, 400);
  t.strictSame(seen, written, 'a follower gets each of them once, in order');
});

t.test('an append without an answer is repeated and stands once', async (t) => {
  const { log, server, store } = await world(t, { attemptMs: 200 });
  for (const fault of ['drop', 'hang'] as const) {
    const stream = newStream();
    server.faults.appends.push(fault, fault);
    const neighbours = Promise.all([1, 2].map(() => store.append(newStream(), newEvents(1), 'no_stream')));
    t.match(await store.append(stream, newEvents(3), 'no_stream'), { ok: true, revision: 2n }, fault);
    t.ok((await neighbours).every(({ ok }) => ok));
    t.equal(log.stream(stream).length, 3);
    server.faults.appends.push(fault);
    t.match(await store.append(stream, newEvents(1), 'any'), { ok: true, revision: 3n }, `${fault}, at any place`);
    t.equal(log.stream(stream).length, 4);
  }
  server.faults.appends.push(...Array.from({ length: 50 }, () => 'hang' as const));
  const hasty = openOn(t, server.address, { attemptMs: 50, patienceMs: 200 });
  await t.rejects(
    hasty.append(newStream(), newEvents(1), 'any'),
    { name: StoreUnavailable.name },
    'at last it gives up',
  );
  server.faults.appends.length = 0;
});

t.test('finds the leader', async (t) => {
  const log = openMemoryLog();
  const [first, second] = [await startDouble(t, log), await startDouble(t, log)] as const;
  first.faults.leader = { host: '127.0.0.1', port: second.port };
  const store = openOn(t, first.address);
  const stream = newStream();
  t.match(await store.append(stream, newEvents(1), 'no_stream'), { ok: true });
  t.equal((await store.readStream(stream))?.length, 1);
  t.ok(first.refused() > 0, 'told by the follower where it is');
  const before = first.refused();
  t.match(await store.append(stream, newEvents(1), 0n), { ok: true });
  t.equal(first.refused(), before, 'and stays there');

  const discovering = openOn(t, `esdb+discover://127.0.0.1:${first.port}?tls=false`);
  t.match(await discovering.append(stream, newEvents(1), 1n), { ok: true });
  t.equal(first.refused(), before, 'gossip tells it, too');

  first.faults.leader = null;
  second.faults.leader = { host: '127.0.0.1', port: first.port };
  const moved = newEvents(8);
  const results = await Promise.all(moved.map((event) => store.append(newStream(), [event], 'no_stream')));
  t.ok(
    results.every(({ ok }) => ok),
    'appends go on while the leader moves',
  );
  const written = ofUs(log).filter(({ id }) => moved.some((event) => event.id === id));
  t.equal(written.length, 8, 'each once');
});

t.test('refused access is not mistaken for an absent server', async (t) => {
  const { server, store } = await world(t);
  server.faults.accessDenied = true;
  const refused = { name: 'AccessRefused' };
  await t.rejects(store.append(newStream(), newEvents(1), 'no_stream'), refused);
  await t.rejects(store.head(), refused);
  const follow = async () => {
    for await (const _batch of store.subscribe({ after: 0n, signal: new AbortController().signal }));
  };
  await t.rejects(follow(), refused);
});

t.test('followers', async (t) => {
  const nextBatch = async (batches: AsyncIterator<Batch>, wanted: (batch: Batch) => boolean) => {
    for (;;) {
      const { value } = (await batches.next()) as { value: Batch };
      if (wanted(value)) return value;
    }
  };
  const follow = (store: EventStore, after: bigint, category: string, signal: AbortSignal) =>
    store.subscribe({ after, prefixes: [`${category}-`], signal })[Symbol.asyncIterator]();

  await t.test('notice a subscription that fell silent', async (t) => {
    const { server, store } = await world(t, { silenceMs: 150 });
    const stop = new AbortController();
    const [early, late] = [newEvent(), newEvent()];
    await store.append(newStream('wanted'), [early], 'no_stream');
    server.faults.silentSubscriptions = true;
    const batches = follow(store, 0n, 'wanted', stop.signal);
    const first = nextBatch(batches, ({ events }) => events.length > 0);
    await pause(300);
    server.faults.silentSubscriptions = false;
    t.equal((await first).events[0]?.id, early.id);
    await store.append(newStream('wanted'), [late], 'no_stream');
    const second = await nextBatch(batches, ({ events }) => events.length > 0);
    t.equal(second.events[0]?.id, late.id);
    stop.abort();
  });

  await t.test('do not believe a checkpoint that lies ahead of the log', async (t) => {
    const { server, store } = await world(t);
    const stop = new AbortController();
    const batches = follow(store, 0n, 'wanted', stop.signal);
    await nextBatch(batches, ({ caughtUp }) => caughtUp);
    for (let n = 0; n < 11; n++) await store.append(newStream('other'), newEvents(100), 'no_stream');
    while (server.faults.checkpointsAhead === 0) await pause(2);
    const wanted = newEvent();
    await store.append(newStream('wanted'), [wanted], 'no_stream');
    const after = await store.append(newStream('other'), newEvents(1), 'no_stream');
    const seen: string[] = [];
    await nextBatch(batches, ({ events, position }) => {
      seen.push(...events.map(({ id }) => id));
      return after.ok && position >= after.position;
    });
    t.strictSame(seen, [wanted.id], 'the event that came to stand there is not lost');
    stop.abort();
  });

  await t.test('hold a server back that is faster', async (t) => {
    const { server, store } = await world(t);
    for (let n = 0; n < 20; n++) await store.append(newStream('wanted'), newEvents(100), 'no_stream');
    server.faults.slowMs = 0;
    const stop = new AbortController();
    let count = 0;
    for await (const { events } of store.subscribe({ after: 0n, batchSize: 100, signal: stop.signal })) {
      count += events.length;
      await pause(1);
      if (count === 2_000) break;
    }
    t.equal(count, 2_000);
    stop.abort();
  });
});

t.test('a slow server is waited for', async (t) => {
  const { server, store } = await world(t, { attemptMs: 400 });
  server.faults.slowMs = 100;
  const stream = newStream();
  t.match(await store.append(stream, newEvents(2), 'no_stream'), { ok: true, idempotent: false });
  t.equal((await store.readStream(stream))?.length, 2);
});

t.test('what other applications write is left out or kept apart', async (t) => {
  const { log, store } = await world(t);
  const stream = newStream();
  const bytes = (text: string) => new TextEncoder().encode(text);
  log.append(
    stream,
    [
      {
        id: randomUUID(),
        type: 'Foreign',
        contentType: 'application/octet-stream',
        data: bytes('\u0001'),
        metadata: bytes(''),
      },
      {
        id: randomUUID(),
        type: 'Foreign',
        contentType: 'application/json',
        data: bytes('[1]'),
        metadata: bytes('null'),
      },
    ],
    'no_stream',
  );
  t.match(await store.readStream(stream), [
    { type: 'Foreign', schemaVersion: 1, data: {}, metadata: { actor: { kind: 'system' } } },
    { type: 'Foreign', data: {} },
  ]);
});

t.test('a wrong address is refused at once', async (t) => {
  for (const address of ['esdb://', 'http://localhost', 'esdb://localhost:2113?throwOnAppendFailure=false']) {
    t.throws(() => openEventStoreDbStore({ address }), Error, address);
  }
});
