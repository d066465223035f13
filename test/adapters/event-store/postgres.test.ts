import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fc } from '../../support/properties.js';
import t, { type Test } from 'tap';
import { openDatabase } from '../../../adapters/database/database.js';
import { migrate } from '../../../adapters/database/migrate.js';
import { startEmbeddedPostgres } from '../../../adapters/embedded-postgres/embedded-postgres.js';
import type { AppendResult, EventStore, ExpectedRevision } from '../../../adapters/event-store/port.js';
import * as statements from '../../../adapters/event-store/postgres/statements.js';
import { openPostgresEventStore } from '../../../adapters/event-store/postgres/store.js';
import { testDatabase } from '../../support/database.js';
import { eventStoreContract } from '../../support/event-store.contract.js';
import { newEvent, newEvents, newStream } from '../../support/new-events.js';
import { fill, foundByIndex } from '../../support/plans.js';

t.test('contract', async (t) => {
  await eventStoreContract(t, async (t) => {
    const { pool, url } = await testDatabase(t);
    const open = () => openPostgresEventStore({ pool, connectionString: url });
    const store = open();
    t.teardown(() => store.close());
    return { store, openAnother: async () => open() };
  });
});

t.test('contract on a server that is killed', async (t) => {
  await eventStoreContract(t, async (t) => {
    const server = await ownServer(t);
    const { pool, url } = server;
    const open = () => openPostgresEventStore({ pool, connectionString: url });
    const store = open();
    t.teardown(() => store.close());
    return { store, openAnother: async () => open(), faults: server };
  });
});

t.test('competing writers keep the log dense, and a reader sees it grow without gaps', async (t) => {
  const { pool, url } = await testDatabase(t);
  const stores = [1, 2, 3].map(() => openPostgresEventStore({ pool, connectionString: url }));
  t.teardown(() => Promise.all(stores.map((store) => store.close())));
  const [reader] = stores as [EventStore];
  const hot = Array.from({ length: 50 }, () => newStream());
  const callers = 16;
  const appends = 60;
  let last = 0n;
  let written = 0;

  const stop = new AbortController();
  const reading = (async () => {
    let violations = 0;
    for await (const { events } of reader.subscribe({ after: 0n, signal: stop.signal })) {
      for (const { position } of events) {
        if (position !== last + 1n) violations++;
        last = position;
      }
    }
    return violations;
  })();

  const write = async (store: EventStore, seed: number) => {
    for (let n = 0; n < appends; n++) {
      const stream = hot[(seed * 7 + n * 13) % hot.length] ?? '';
      const expected: ExpectedRevision = n % 3 === 0 ? BigInt(n % 5) : 'any';
      const size = 1 + (n % 3);
      const result = await store.append(stream, newEvents(size), expected);
      if (result.ok) written += size;
    }
  };
  await Promise.all(stores.flatMap((store) => Array.from({ length: callers }, (_, seed) => write(store, seed))));
  while (last < BigInt(written)) await pause(5);
  stop.abort();
  t.equal(await reading, 0, 'no gap is ever seen');

  const { rows } = await pool.query<Record<string, bigint>>(`
    select count(*) as count, min(global_position) as first, max(global_position) as last,
      (select position from log.log_head) as head,
      (select count(*) from (select 1 from log.events group by stream_id
        having max(stream_revision) <> count(*) - 1 or min(stream_revision) <> 0) as holes) as holes,
      (select count(*) from log.streams s where revision <>
        (select max(stream_revision) from log.events e where e.stream_id = s.stream_id)) as strays
    from log.events`);
  const total = BigInt(written);
  t.strictSame(rows, [{ count: total, first: 1n, last: total, head: total, holes: 0n, strays: 0n }]);
});

t.test('one append alone follows the same rules as a batch', async (t) => {
  const { pool, url } = await testDatabase(t);
  const alone = openPostgresEventStore({ pool, connectionString: url });
  const together = openPostgresEventStore({ pool, connectionString: url });
  t.teardown(() => Promise.all([alone.close(), together.close()]));
  const expected = fc.oneof(
    fc.constantFrom<ExpectedRevision>('any', 'no_stream', 'stream_exists'),
    fc.bigInt({ min: 0n, max: 4n }),
  );
  const step = fc.oneof(
    {
      weight: 8,
      arbitrary: fc.record({
        kind: fc.constant('append' as const),
        first: fc.nat(5),
        size: fc.integer({ min: 1, max: 3 }),
        expected,
      }),
    },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('delete' as const) }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('tombstone' as const) }) },
  );
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12 }), async (steps) => {
      const [one, two] = [newStream(), newStream()];
      const [onesEvents, twosEvents] = [newEvents(9), newEvents(9)];
      for (const step of steps) {
        if (step.kind === 'append') {
          const part = [step.first, step.first + step.size] as const;
          const a = await alone.append(one, onesEvents.slice(...part), step.expected);
          const [b] = await Promise.all([
            together.append(two, twosEvents.slice(...part), step.expected),
            together.append(newStream(), newEvents(1), 'no_stream'),
          ]);
          if (withoutPosition(a) !== withoutPosition(b)) return false;
        } else if (step.kind === 'delete') {
          await Promise.all([alone.deleteStream(one, 'any'), together.deleteStream(two, 'any')]);
        } else {
          await Promise.all([alone.tombstoneStream(one, 'any'), together.tombstoneStream(two, 'any')]);
        }
      }
      return true;
    }),
    { numRuns: 60 },
  );
  t.pass('60 random histories');
});

function withoutPosition(result: AppendResult): string {
  return JSON.stringify({ ...result, position: 0 }, (_, value) => (typeof value === 'bigint' ? String(value) : value));
}

t.test('what followers ask for is found by index', async (t) => {
  const { pool } = await testDatabase(t);
  await fill(
    pool,
    'log.events',
    `insert into log.events
      (global_position, stream_id, stream_revision, event_id, event_type, schema_version, data, metadata)
      select n, 'plant-' || n, 0, gen_random_uuid(), 'PlantAdded', 1, '{}', '{}' from generate_series(1, 50000) as n`,
  );
  const asked = [
    [statements.readStretch, [40_000, 45_000, 500, null]],
    [statements.readStretch, [40_000, 45_000, 500, ['plant-', 'licence-']]],
    [statements.readAfter, [40_000, 500, null]],
    [statements.readStreamForwards, ['plant-77', 0, 1_000_000]],
    [statements.readStreamBackwards, ['plant-77', 10, 1]],
    [statements.readKnownIds, [[newEvent().id, newEvent().id]]],
  ] as const;
  for (const [{ name, text }, values] of asked) {
    await foundByIndex(t, pool, name, ({ pool }) => pool.query(text, [...values]));
  }
});

/** A server that nobody else uses, which can be killed; it comes back by itself. */
async function ownServer(t: Test) {
  const dataDir = await mkdtemp(join(tmpdir(), 'sitelink-log-'));
  // Open to the user that the server runs as, so that its data lies in here and goes with it.
  await chmod(dataDir, 0o755);
  const silent = { info: () => undefined, warn: () => undefined };
  const server = await startEmbeddedPostgres({ dataDir, log: silent });
  const database = openDatabase(server.url);
  await migrate(database.db);
  t.teardown(async () => {
    await database.close();
    await server.stop();
    await rm(dataDir, { recursive: true, force: true });
  });
  return {
    pool: database.pool,
    url: server.url,
    kill: async () => void process.kill(server.pid, 'SIGKILL'),
    async start() {
      for (let answered = false; !answered;) {
        answered = await database.pool.query('select 1').then(
          () => true,
          () => pause(20).then(() => false),
        );
      }
    },
  };
}
