import { randomBytes, randomUUID } from 'node:crypto';
import t from 'tap';
import { z } from 'zod';
import { openEventLog } from '../../../adapters/event-log/event-log.js';
import { openPersonKeys } from '../../../adapters/event-log/person-keys.js';
import { openPostgresEventStore } from '../../../adapters/event-store/postgres/store.js';
import { InvalidAppend } from '../../../adapters/event-store/port.js';
import { UnreadableHistory } from '../../../commands/ports.js';
import {
  defineEvent,
  Erased,
  isErased,
  personal,
  type EventDefinition,
  type EventMetadata,
} from '../../../domain/kernel/event.js';
import { UndecodableEvent } from '../../../projections/engine/port.js';
import { testDatabase } from '../../support/database.js';
import { newEvent, newStream } from '../../support/new-events.js';
import { streamHead } from '../../support/log.js';
import { eventually } from '../../support/eventually.js';

const Registered = defineEvent(
  'Registered',
  z.object({
    accountId: z.uuid(),
    name: personal(z.string()),
    address: personal(z.object({ town: z.string() })),
    phone: personal(z.string()).optional(),
    kind: z.enum(['consumer', 'business']),
  }),
  { subjectField: 'accountId' },
);
const MovedV1 = defineEvent('Moved', z.object({ metres: z.number() }));
const Moved = defineEvent('Moved', z.object({ distanceM: z.number(), reason: z.string() }), {
  upcasters: [({ metres }) => ({ distance: metres }), ({ distance }) => ({ distanceM: distance, reason: 'unknown' })],
});
const metadata: EventMetadata = { actor: { kind: 'system', id: 'test' }, correlationId: 'c' };

t.test('event log', async (t) => {
  const { pool, url } = await testDatabase(t);
  const store = openPostgresEventStore({ pool, connectionString: url });
  t.teardown(() => store.close());
  const masterKey = randomBytes(32);
  const keys = () => openPersonKeys({ pool, masterKey });
  const personKeys = keys();
  const open = (catalogue: readonly EventDefinition[]) => openEventLog({ store, catalogue, personKeys });
  const log = open([Registered, Moved]);
  const registered = (accountId: string) => ({
    type: 'Registered',
    data: { accountId, name: 'Ada Löv', address: { town: 'Metzingen' }, kind: 'consumer' },
  });
  const add = async (streamId: string, event: { type: string; data: Record<string, unknown> }) =>
    log.append(streamId, [{ id: randomUUID(), event }], await streamHead(store, streamId), metadata);

  await t.test('what goes in comes out', async (t) => {
    const stream = newStream('account');
    const event = registered(randomUUID());
    const result = await add(stream, event);
    const history = await log.load(stream);
    t.strictSame(history.events, [event]);
    t.match(history, { revision: 0n, position: result.ok ? result.position : -1n, ids: [/^[0-9a-f-]{36}$/] });
    t.strictSame(await log.load(newStream()), {
      events: [],
      ids: [],
      revision: 'no_stream',
      hash: null,
      position: null,
    });
    await t.rejects(add(stream, { type: 'Unheard', data: {} }), { name: InvalidAppend.name });
    const wrong = { ...event, data: { ...event.data, kind: 'robot' } };
    await t.rejects(add(stream, wrong), { name: InvalidAppend.name, message: 'Registered: kind: invalid_value' });
  });

  await t.test('personal fields are sealed, and gone with their key', async (t) => {
    const [ada, bob] = [randomUUID(), randomUUID()];
    const stream = newStream('account');
    for (const person of [ada, ada, bob]) await add(stream, registered(person));
    const stored = (await store.readStream(stream)) ?? [];
    const text = JSON.stringify(stored.map(({ data }) => data));
    t.notMatch(text, /"Ada"|Metzingen/, 'nothing of a person stands in the log');
    t.match(stored[0]?.data['name'], { enc: 'v1', key: String, iv: String, data: String, tag: String });
    t.match(text, ada, 'the account id stays');
    t.equal((await pool.query('select from person_keys where account_id = $1', [ada])).rowCount, 1, 'one key a person');

    const [first, second] = stored;
    await store.append(
      newStream(),
      [{ ...newEvent({ ...first?.data, name: second?.data['name'] ?? null }, 'Registered') }],
      'any',
    );
    const swapped = (await store.readAll({ after: 0n, maxCount: 1000 })).at(-1);
    await t.rejects(log.load(swapped?.streamId ?? ''), { name: UnreadableHistory.name }, 'a moved value is noticed');
    await t.rejects(openPersonKeys({ pool, masterKey: randomBytes(32) }).keyOf(ada), 'so is another master key');

    // A node that has the key in memory, and looks it up anew after a while.
    const elsewhere = openPersonKeys({ pool, masterKey, cacheMs: 100 });
    const other = openEventLog({ store, catalogue: [Registered], personKeys: elsewhere });
    t.match((await other.load(stream)).events[0], { data: { name: 'Ada' } });

    await personKeys.destroyKey(ada);
    await eventually(async () => isErased((await other.load(stream)).events[0]?.data['name']));
    const erased = { ...registered(ada).data, name: Erased, address: Erased };
    for (const reader of [log, openEventLog({ store, catalogue: [Registered], personKeys: keys() })]) {
      const { events } = await reader.load(stream);
      t.strictSame(
        events.filter(({ data }) => data['accountId'] === ada).map(({ data }) => data),
        [erased, erased],
      );
      t.strictSame(
        events.filter(({ data }) => data['accountId'] === bob).map(({ data }) => data),
        [registered(bob).data],
      );
    }
    t.equal(await keys().keyOf(ada), null, 'and none is made again');
    const later = newStream();
    await add(later, registered(ada));
    t.strictSame((await log.load(later)).events[0]?.data, erased, 'nothing personal is stored any more');
  });

  await t.test('old versions are upcast', async (t) => {
    const stream = newStream();
    const old = open([MovedV1]);
    const first = { id: randomUUID(), event: { type: 'Moved', data: { metres: 3 } } };
    await old.append(stream, [first], { revision: 'no_stream', hash: null }, metadata);
    await store.append(stream, [{ ...newEvent({ distance: 4 }, 'Moved'), schemaVersion: 2 }], 'any');
    await add(stream, { type: 'Moved', data: { distanceM: 5, reason: 'wind' } });
    t.strictSame(
      (await log.load(stream)).events.map(({ data }) => data),
      [
        { distanceM: 3, reason: 'unknown' },
        { distanceM: 4, reason: 'unknown' },
        { distanceM: 5, reason: 'wind' },
      ],
    );
    await t.rejects(old.load(stream), { name: UnreadableHistory.name, message: /newer/ });
  });

  await t.test('unknown and unreadable events', async (t) => {
    const stream = newStream('odd');
    const start = await store.head();
    await add(stream, { type: 'Moved', data: { distanceM: 1, reason: 'a' } });
    await store.append(stream, [newEvent({}, 'FromTheFuture')], 'any');
    await add(stream, { type: 'Moved', data: { distanceM: 2, reason: 'b' } });
    await t.rejects(log.load(stream), { name: UnreadableHistory.name, message: /FromTheFuture: unknown type/ });
    const read = await store.readAll({ after: start, maxCount: 10 });
    t.match(await log.decodeForProjection(read), [
      { type: 'Moved', data: { distanceM: 1 }, revision: 0n, streamId: stream, position: read[0]?.position ?? 0n },
      { type: 'Moved', data: { distanceM: 2 }, revision: 2n },
    ]);

    await store.append(stream, [{ ...newEvent({ distanceM: 'far' }, 'Moved'), schemaVersion: 3 }], 'any');
    const position = await store.head();
    await t.rejects(log.decodeForProjection(await store.readAll({ after: start, maxCount: 10 })), {
      name: UndecodableEvent.name,
      position,
      type: 'Moved',
      reason: /distanceM: invalid_type/,
    });
    const seen: unknown[] = [];
    const following = async () => {
      const { signal } = new AbortController();
      for await (const { events } of log.follow({
        after: start,
        prefixes: ['odd-'],
        batchSize: 2,
        unknown: 'skip',
        signal,
      })) {
        seen.push(...events.map(({ data }) => data['distanceM']));
      }
    };
    await t.rejects(following(), { name: UndecodableEvent.name });
    t.strictSame(seen, [1, 2], 'everything before it is handed over');
  });
});
