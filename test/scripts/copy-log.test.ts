import { appendFile, mkdtemp, readFile, rm, truncate } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import t from 'tap';
import { chainFormerEvents } from '../../adapters/database/migrations/0006-log-proof.js';
import { openDailyRoots } from '../../adapters/event-log/daily-roots.js';
import { openEventStoreDbStore } from '../../adapters/event-store/eventstoredb/store.js';
import { openPostgresEventStore } from '../../adapters/event-store/postgres/store.js';
import { Temporal } from '../../domain/kernel/time.js';
import { copyLogCommand } from '../../scripts/operator/copy-log.js';
import { testDatabase } from '../support/database.js';
import { newEvent, newEvents, newStream } from '../support/new-events.js';
import { openMemoryLog } from '../support/eventstoredb/memory-log.js';
import { startDouble } from '../support/eventstoredb/server.js';

t.test('copies of the log', async (t) => {
  const original = await testDatabase(t);
  const store = openPostgresEventStore({ pool: original.pool, connectionString: original.url });
  t.teardown(() => store.close());
  const folder = await mkdtemp(join(tmpdir(), 'copy-log-'));
  t.teardown(() => rm(folder, { recursive: true }));
  const memory = openMemoryLog();
  const server = await startDouble(t, memory);
  const file = join(folder, 'log.jsonl');

  const streams = Array.from({ length: 30 }, () => newStream());
  for (let round = 0; round < 5; round++) {
    await Promise.all(streams.map((stream) => store.append(stream, newEvents(1 + (round % 3)), 'any')));
  }
  const rich = newEvent({ z: 'Grüße', a: { y: 1.5, b: [null, true] } });
  await store.append(newStream(), [{ ...rich, metadata: { ...rich.metadata, causationId: rich.id } }], 'no_stream');

  const run = async (...args: readonly string[]) => {
    const said: string[] = [];
    const output = { out: (text: string) => void said.push(text), err: (text: string) => void said.push(text) };
    const code = await copyLogCommand([...args, '--json'], output);
    const result = said.find((text) => text.startsWith('{'));
    return { code, said: said.join('\n'), ...(result === undefined ? {} : JSON.parse(result)) };
  };

  await t.test('all the way round', async (t) => {
    const toServer = await run('--from', original.url, '--to', server.address);
    t.match(toServer, { code: 0, equal: true, added: 271 });
    const toFile = await run('--from', server.address, '--to', file);
    t.match(toFile, { code: 0, added: 271, target: toServer.source }, 'the same events, wherever they lie');
    const back = await testDatabase(t);
    t.match(await run('--from', file, '--to', back.url), { code: 0, added: 271, target: toServer.source });
    t.match(await run('--from', file, '--to', back.url), { code: 0, added: 0 }, 'once more adds nothing');
    const again = openPostgresEventStore({ pool: back.pool, connectionString: back.url });
    t.teardown(() => again.close());
    const positionless = async (from: typeof store) =>
      (await from.readAll({ after: 0n, maxCount: 1_000 })).map(({ recordedAt: _at, ...event }) => event);
    t.strictSame(await positionless(again), await positionless(store), 'in the old order');
  });

  await t.test('goes on where it was broken off', async (t) => {
    const lines = (await readFile(file, 'utf8')).split('\n');
    await truncate(file, Buffer.byteLength(lines.slice(0, 100).join('\n')) + 1);
    await appendFile(file, lines[100]?.slice(0, 40) ?? '');
    t.match(await run('--from', original.url, '--to', file), { code: 0, added: 171 }, 'a torn line is written anew');
    await store.append(newStream(), newEvents(2), 'no_stream');
    server.faults.appends.push('drop');
    t.match(await run('--from', original.url, '--to', server.address), { code: 0, added: 2 });
  });

  await t.test('leads policies over', async (t) => {
    const [early, late] = await store.readAll({ after: 0n, maxCount: 100 }).then((all) => [all[10], all[90]] as const);
    await original.pool.query(
      `insert into log.checkpoints (name, version, position)
        values ('policy/early', 1, $1), ('policy/late', 1, $2), ('policy/new', 1, 0), ('plants', 3, $2)`,
      [early?.position, late?.position],
    );
    const moved = await run('--from', original.url, '--to', server.address, '--checkpoints', original.url);
    t.match(moved, { code: 0, checkpointsMoved: 3 });
    const { rows } = await original.pool.query<{ position: bigint }>(
      'select position from log.checkpoints order by name',
    );
    const placeOf = (id?: string) => memory.all.find((event) => event.id === id)?.position;
    t.strictSame(
      rows.map(({ position }) => position),
      [placeOf(early?.id), placeOf(late?.id), 0n],
      'and the next start builds the read models anew',
    );
    const copy = openEventStoreDbStore({ address: server.address });
    t.teardown(() => copy.close());
    const [next] = await copy.readAll({ after: BigInt(rows[1]?.position ?? 0), maxCount: 1 });
    const [wanted] = await store.readAll({ after: late?.position ?? 0n, maxCount: 1 });
    t.equal(next?.id, wanted?.id, 'the next event is the same');
  });

  await t.test('leads the nightly proof over', async (t) => {
    const { db, pool, url } = await testDatabase(t);
    const proven = openPostgresEventStore({ pool, connectionString: url });
    t.teardown(() => proven.close());
    for (let n = 0; n < 3; n++) await proven.append(newStream(), newEvents(2), 'no_stream');
    await chainFormerEvents(db);
    let today = '2026-07-21';
    const clock = { now: () => Temporal.Instant.from(`${today}T10:00:00Z`) };
    t.match(await openDailyRoots({ pool, store: proven, clock }).make(), { day: '2026-07-20', events: 6 });

    const place = openMemoryLog();
    const { address } = await startDouble(t, place);
    t.match(await run('--from', url, '--to', address, '--checkpoints', url), { code: 0, equal: true });
    const copy = openEventStoreDbStore({ address });
    t.teardown(() => copy.close());
    today = '2026-07-22';
    t.match(await openDailyRoots({ pool, store: copy, clock }).make(), { day: '2026-07-21', events: 6 }, 'goes on');
  });

  await t.test('refuses what is no beginning of the original', async (t) => {
    const lines = (await readFile(file, 'utf8')).split('\n');
    const other = join(folder, 'other.jsonl');
    await appendFile(other, `${lines[0]?.replace('"n":0', '"n":7')}\n`);
    t.match(await run('--from', original.url, '--to', other), { code: 1, said: /holds another event/ });
    t.match(await run('--from', other, '--to', file), { code: 1, said: /another event|more events/ });
    await appendFile(other, 'not an event\n');
    t.match(await run('--from', other, '--to', join(folder, 'x.jsonl')), { code: 2, said: /line 2: not an event/ });
    t.match(await run('--from', original.url), { code: 2, said: /--to which/ });
    t.match(await run('--from', join(folder, 'missing.jsonl'), '--to', file), { code: 2 });
  });
});
