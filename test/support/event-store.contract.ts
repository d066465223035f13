import { randomUUID } from 'node:crypto';
import type { Test } from 'tap';
import {
  InvalidAppend,
  WrongRevision,
  type EventStore,
  type JsonObject,
  type NewEvent,
  type RecordedEvent,
} from '../../adapters/event-store/port.js';
import { dying, following, type StoreHarness } from './event-store-following.contract.js';
import { appended, ids, newCategory, newEvent, newEvents, newStream } from './new-events.js';

/**
 * What every event store owes the house. Names its own streams, and never assumes an empty log, contiguous positions
 * or that it is alone.
 */
export async function eventStoreContract(t: Test, makeStore: (t: Test) => Promise<StoreHarness>): Promise<void> {
  const harness = await makeStore(t);
  const { store } = harness;
  await t.test('append', (t) => appending(t, store));
  await t.test('expected revisions', (t) => expectedRevisions(t, store));
  await t.test('repetition', (t) => repetition(t, store));
  await t.test('refusals', (t) => refusals(t, store));
  await t.test('reading a stream', (t) => readingStreams(t, store));
  await t.test('deleting', (t) => deleting(t, store));
  await t.test('reading the log', (t) => readingAll(t, store));
  await t.test('following the log', (t) => following(t, harness));
  const { faults } = harness;
  if (faults !== undefined) await t.test('a server that dies', (t) => dying(t, store, faults));
}

async function appending(t: Test, store: EventStore): Promise<void> {
  const stream = newStream();
  const [first, second, third] = newEvents(3) as [NewEvent, NewEvent, NewEvent];
  const created = appended(await store.append(stream, [first], 'no_stream'));
  t.match(created, { ok: true, revision: 0n, idempotent: false }, 'a new stream starts at revision 0');
  const continued = appended(await store.append(stream, [second, third], 0n));
  t.equal(continued.revision, 2n, 'an append answers with the revision of its last event');
  t.ok(continued.position > created.position, 'positions grow');

  const read = (await store.readStream(stream)) ?? [];
  t.strictSame(ids(read), [first.id, second.id, third.id], 'in the order of writing');
  t.strictSame(
    read.map((event) => event.revision),
    [0n, 1n, 2n],
    'revisions are dense',
  );
  t.equal(read[2]?.position, continued.position, 'the answered position is that of the last event');
  t.ok((read[1]?.position ?? 0n) < (read[2]?.position ?? 0n), 'positions grow within an append');
  t.ok((await store.head()) >= continued.position, 'the head is not behind');

  const rich: NewEvent = {
    ...newEvent({
      text: 'Grüße 日本 🌞 "\\ \n',
      big: '9007199254740993',
      deep: { list: [1, 2.5, null, true, []] },
      e: {},
    }),
    type: 'LicenceGranted',
    schemaVersion: 7,
    metadata: { actor: { kind: 'account', id: randomUUID() }, correlationId: 'c-1', causationId: randomUUID() },
  };
  const before = Date.now();
  await store.append(stream, [rich], 'any');
  const back = (await store.readStream(stream, { direction: 'backwards', maxCount: 1 }))?.[0];
  const { streamId, revision, position, recordedAt, ...event } = back as RecordedEvent;
  t.strictSame(event, rich, 'type, version, data and metadata come back as they went in');
  t.match({ streamId, revision }, { streamId: stream, revision: 3n });
  t.ok(position > continued.position);
  t.match(recordedAt, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/, 'the store stamps the time');
  t.ok(Math.abs(Date.parse(recordedAt) - before) < 60_000, 'and it is the present');
}

async function expectedRevisions(t: Test, store: EventStore): Promise<void> {
  const stream = newStream();
  const wrong = (actual: bigint | 'no_stream') => ({ ok: false, reason: 'wrong-revision', actual });
  t.strictSame(await store.append(stream, newEvents(1), 'stream_exists'), wrong('no_stream'));
  t.strictSame(await store.append(stream, newEvents(1), 0n), wrong('no_stream'), 'too high on a missing stream');
  appended(await store.append(stream, newEvents(3), 'no_stream'));
  t.strictSame(await store.append(stream, newEvents(1), 'no_stream'), wrong(2n));
  t.strictSame(await store.append(stream, newEvents(1), 1n), wrong(2n), 'too low');
  t.strictSame(await store.append(stream, newEvents(1), 3n), wrong(2n), 'too high');
  t.equal(appended(await store.append(stream, newEvents(1), 2n)).revision, 3n);
  t.equal(appended(await store.append(stream, newEvents(1), 'stream_exists')).revision, 4n);
  t.equal(appended(await store.append(stream, newEvents(1), 'any')).revision, 5n);
  t.equal(appended(await store.append(newStream(), newEvents(1), 'any')).revision, 0n);

  const racing = await Promise.all(Array.from({ length: 8 }, () => store.append(stream, newEvents(1), 5n)));
  t.equal(racing.filter(({ ok }) => ok).length, 1, 'of racing appends exactly one wins');
  t.equal((await store.readStream(stream))?.length, 7);
}

async function repetition(t: Test, store: EventStore): Promise<void> {
  const stream = newStream();
  const [a, b, c, d] = newEvents(4) as [NewEvent, NewEvent, NewEvent, NewEvent];
  const corrupted = { ok: false, reason: 'idempotency-corrupted' };
  const first = appended(await store.append(stream, [a, b], 'no_stream'));
  const second = appended(await store.append(stream, [c], 1n));
  const again = { idempotent: true, ok: true } as const;
  t.strictSame(await store.append(stream, [a, b], 'no_stream'), { ...first, ...again }, 'the old result');
  t.strictSame(await store.append(stream, [c], 1n), { ...second, ...again });
  t.match(await store.append(stream, [b], 0n), { ok: true, revision: 1n, idempotent: true }, 'a part that fits');
  t.strictSame(await store.append(stream, [c, d], 1n), corrupted, 'only a part stands there');
  t.match(await store.append(stream, [d], 0n), { ok: false, reason: 'wrong-revision' });
  t.equal((await store.readStream(stream))?.length, 3, 'nothing stands twice');

  const [e] = newEvents(1) as [NewEvent];
  const twins = await Promise.all([store.append(stream, [e], 2n), store.append(stream, [e], 2n)]);
  t.strictSame(
    twins.map(({ ok }) => ok),
    [true, true],
    'twins at the same time both succeed',
  );
  t.equal((await store.readStream(stream))?.length, 4, 'and stand once');
}

async function refusals(t: Test, store: EventStore): Promise<void> {
  const stream = newStream();
  const refused = (events: readonly NewEvent[], what: string) =>
    t.rejects(store.append(stream, events, 'any'), { name: InvalidAppend.name }, what);
  const odd = (data: unknown) => newEvent({ data } as JsonObject);
  await refused([], 'no events');
  await refused([newEvent(), odd('a\u0000b')], 'NUL');
  await refused([newEvent({ ['\u0000']: 1 })], 'NUL in a name');
  await refused([odd('\ud800')], 'half a surrogate pair');
  await refused([odd(Number.NaN)], 'not a number');
  await refused([odd(1n)], 'bigint');
  await refused([odd(new Date())], 'Date');
  await refused([odd(() => 1)], 'function');
  await refused([odd('x'.repeat(1024 * 1024))], 'more than 1 MiB');
  await refused([{ ...newEvent(), id: 'one' }], 'an id that is no UUID');
  const circle: Record<string, unknown> = {};
  circle['self'] = circle;
  await refused([odd(circle)], 'a circle');
  t.equal(await store.readStream(stream), null, 'nothing of it is stored, not even the good part');

  const poison = store.append(stream, [odd('\u0000')], 'any').catch(() => 'refused');
  const neighbours = Array.from({ length: 5 }, () => store.append(newStream(), newEvents(2), 'no_stream'));
  t.equal(await poison, 'refused');
  t.ok(
    (await Promise.all(neighbours)).every(({ ok }) => ok),
    'neighbours of a bad append do not notice',
  );
  const large = await store.append(newStream(), [odd('x'.repeat(900_000))], 'no_stream');
  t.ok(large.ok, 'just below the limit');
}

async function readingStreams(t: Test, store: EventStore): Promise<void> {
  const stream = newStream();
  t.equal(await store.readStream(stream), null, 'a missing stream is null');
  const events = newEvents(5);
  await store.append(stream, events, 'no_stream');
  const wanted = ids(events) ?? [];
  t.strictSame(ids(await store.readStream(stream, { from: 3n })), wanted.slice(3));
  t.strictSame(ids(await store.readStream(stream, { from: 1n, maxCount: 2 })), wanted.slice(1, 3));
  t.strictSame(ids(await store.readStream(stream, { from: 5n })), [], 'past the end is empty, not missing');
  t.strictSame(ids(await store.readStream(stream, { direction: 'backwards' })), wanted.toReversed());
  t.strictSame(
    ids(await store.readStream(stream, { direction: 'backwards', from: 2n, maxCount: 2 })),
    [wanted[2], wanted[1]],
    'backwards starts with the given revision',
  );
}

async function deleting(t: Test, store: EventStore): Promise<void> {
  const stream = newStream();
  await store.append(stream, newEvents(3), 'no_stream');
  await t.rejects(store.deleteStream(stream, 1n), { name: WrongRevision.name });
  await store.deleteStream(stream, 2n);
  t.equal(await store.readStream(stream), null, 'a deleted stream reads as missing');
  t.match(await store.append(stream, newEvents(1), 'stream_exists'), { ok: false, reason: 'wrong-revision' });
  const revived = newEvents(2);
  t.match(await store.append(stream, revived, 'no_stream'), { ok: true, revision: 4n }, 'the numbering goes on');
  t.match(await store.append(stream, revived, 'no_stream'), { ok: true, revision: 4n, idempotent: true });
  t.strictSame(ids(await store.readStream(stream)), ids(revived), 'what was deleted stays hidden');
  t.strictSame(ids(await store.readStream(stream, { direction: 'backwards' })), ids(revived.toReversed()));

  const before = await store.head();
  await store.tombstoneStream(stream, 'any');
  t.equal(await store.readStream(stream), null);
  for (const expected of ['any', 'no_stream', 4n] as const) {
    t.strictSame(await store.append(stream, newEvents(1), expected), { ok: false, reason: 'stream-deleted' });
  }
  const after = await readOn(store, before, 50, [stream]);
  t.strictSame(after, [], 'what the store notes about a deletion is no event of ours');
  const still = await readOn(store, 0n, 500, [stream]);
  t.equal(still.length, 5, 'the log as a whole keeps what was deleted');
}

async function readingAll(t: Test, store: EventStore): Promise<void> {
  const start = await store.head();
  const [one, two] = [newCategory(), newCategory()];
  const streams = [newStream(one), newStream(two), newStream(one)];
  const events = newEvents(30);
  for (const [n, event] of events.entries()) await store.append(streams[n % 3] ?? '', [event], 'any');
  const mine = (read: readonly RecordedEvent[]) => read.filter(({ streamId }) => streams.includes(streamId));

  t.strictSame(ids(mine(await readOn(store, start, 7))), ids(events), 'page after page, each event once, in order');
  const filtered = await readOn(store, start, 4, [`${one}-`]);
  t.strictSame(ids(filtered), ids(events.filter((_, n) => n % 3 !== 1)), 'only streams with the prefix');
  const both = await readOn(store, start, 100, [`${one}-`, `${two}-`]);
  t.strictSame(ids(both), ids(events), 'several prefixes');
  t.notOk((await store.readAll({ after: 0n, maxCount: 50 })).some(({ type }) => type.startsWith('$')));
  t.strictSame(await store.readAll({ after: await store.head(), maxCount: 10, prefixes: [`${one}-`] }), []);
}

async function readOn(store: EventStore, after: bigint, maxCount: number, prefixes?: readonly string[]) {
  const found: RecordedEvent[] = [];
  for (let position = after; ;) {
    const page = await store.readAll({ after: position, maxCount, ...(prefixes === undefined ? {} : { prefixes }) });
    found.push(...page);
    const last = page.at(-1);
    if (last === undefined) return found;
    position = last.position;
  }
}
