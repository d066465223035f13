import { randomUUID } from 'node:crypto';
import {
  DummyDriver,
  Kysely,
  Migrator,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type Migration,
} from 'kysely';
import t from 'tap';
import { openDatabase } from '../../adapters/database/database.js';
import { migrate } from '../../adapters/database/migrate.js';
import { migrations } from '../../adapters/database/migrations/index.js';
import { openPostgresEventStore } from '../../adapters/event-store/postgres/store.js';
import { postgresIntake } from '../../adapters/readings/intake.js';
import { Temporal } from '../../domain/kernel/time.js';
import { testDatabase } from '../support/database.js';
import { newEvent } from '../support/new-events.js';
import { ownPostgres } from '../support/own-postgres.js';
import { assignmentsDirectory, createAssignments, inverterId, record } from '../support/readings.js';

/** What the first release that ran on several nodes found; only what came later must expand. */
const baseline = '0006-log-proof';
const later = Object.keys(migrations).filter((name) => name > baseline);

/** Steps that take away what no release uses any more, by the release that stopped using it: none yet. */
const contractSteps: ReadonlySet<string> = new Set();

/** What breaks a process of the release before that is running. */
const destructive: readonly RegExp[] = [
  /\bdrop\s+(table|column|schema|view|constraint|type|function|index)\b/i,
  /\brename\b/i,
  /\balter\s+column\s+\S+\s+(set\s+data\s+)?type\b/i,
  /\bset\s+not\s+null\b/i,
  // Unless the database knows the value itself.
  /\badd\s+column\s+(?![^,]*\b(?:default|generated\s+always)\b)[^,]*\bnot\s+null\b/i,
  /\btruncate\b/i,
];

async function statementsOf(migration: Migration): Promise<readonly string[]> {
  const statements: string[] = [];
  const db = new Kysely<unknown>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => new DummyDriver(),
      createIntrospector: (of) => new PostgresIntrospector(of),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
    log: ({ query }) => void statements.push(query.sql),
  });
  await migration.up(db);
  return statements;
}

t.test('migrations expand', async (t) => {
  const breaks = (statement: string) => destructive.some((pattern) => pattern.test(statement));
  for (const statement of [
    'alter table a drop column b',
    'alter table a rename to b',
    'alter table a alter column b type bigint',
    'alter table a alter column b set not null',
    'alter table a add column b text not null',
  ]) {
    t.ok(breaks(statement), statement);
  }
  t.notOk(breaks(`alter table a add column b text, add column c text not null default ''`));
  t.notOk(breaks('alter table a add column b int not null generated always as (length(c)) stored'));
  for (const name of later) {
    const statements = await statementsOf(migrations[name] ?? { up: async () => undefined });
    t.ok(statements.length > 0);
    t.strictSame(contractSteps.has(name) ? [] : statements.filter(breaks), [], name);
  }
});

t.test('a release starts on the tables of a later one', async (t) => {
  const { db, pool } = await testDatabase(t);
  await pool.query(`insert into kysely_migration (name, timestamp) values ('9999-later', '2030-01-01')`);
  t.strictSame(await migrate(db), []);
});

t.test('what runs on the tables before goes on while they are migrated, and afterwards', async (t) => {
  const server = await ownPostgres(t);
  await server.start();
  const { db, pool, close } = openDatabase(server.url);
  t.teardown(close);
  const migrator = new Migrator({ db, provider: { getMigrations: async () => migrations } });
  t.equal((await migrator.migrateTo(baseline)).error, undefined);

  await createAssignments(pool, [{ serialNumber: 'A', inverterId: inverterId(1), from: '2026-01-01T00:00:00Z' }]);
  const store = openPostgresEventStore({ pool, connectionString: server.url });
  const intake = postgresIntake({ pool, directory: assignmentsDirectory(pool) });
  t.teardown(async () => {
    await intake.close();
    await store.close();
  });
  let rounds = 0;
  let running = true;
  const working = (async () => {
    for (; running; rounds++) {
      const appended = await store.append(`old-${randomUUID()}`, [newEvent({ n: rounds })], 'no_stream');
      if (!appended.ok) throw new Error(appended.reason);
      // Another stamp each time, as devices send: what becomes of a repeated one is a matter of later tables.
      const stamp = Temporal.PlainDateTime.from('2026-05-01T00:00').add({ minutes: rounds });
      await intake.record([record('A', stamp.toString(), { dayEnergyWh: rounds })], Temporal.Now.instant());
      await pool.query('select id, kind, payload, attempts from outbox where sent_at is null');
    }
  })();
  working.catch(() => (running = false));
  const moreRounds = async () => {
    const before = rounds;
    while (running && rounds < before + 20) await new Promise((resolve) => setImmediate(resolve));
  };
  await moreRounds();
  // Two nodes of the new release at once.
  const done = await Promise.all([migrate(db), migrate(db)]);
  t.strictSame(done.flat(), later, 'each was done once');
  await moreRounds();
  t.ok(running, 'nothing failed meanwhile');
  running = false;
  await working;
});
