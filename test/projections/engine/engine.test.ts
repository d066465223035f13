import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import t from 'tap';
import { z } from 'zod';
import { openDatabase } from '../../../adapters/database/database.js';
import { openLeases } from '../../../adapters/database/leases.js';
import { StoreUnavailable } from '../../../adapters/event-store/port.js';
import { defineEvent, type EventMetadata } from '../../../domain/kernel/event.js';
import { openProjections } from '../../../projections/engine/engine.js';
import type { Followers } from '../../../projections/engine/followers.js';
import type { Projection } from '../../../projections/engine/projection.js';
import { newEvent, newStream } from '../../support/new-events.js';
import { projectionSpec } from '../../support/projection-spec.js';
import { testLog, type TestLog } from '../../support/log.js';

const Counted = defineEvent('Counted', z.object({ by: z.number(), poison: z.boolean().optional() }));
const metadata: EventMetadata = { actor: { kind: 'system', id: 'test' }, correlationId: 'c' };

/** Adds up: nothing in it would forgive an event that comes twice or not at all. */
function sums(
  name: string,
  options: { version?: number; prefixes?: string[]; refuse?: () => boolean } = {},
): Projection {
  return {
    name,
    version: options.version ?? 1,
    prefixes: options.prefixes ?? ['counter-'],
    async create(db) {
      await db.schema
        .createTable('sums')
        .addColumn('stream_id', 'text', (column) => column.primaryKey())
        .addColumn('total', 'int8', (column) => column.notNull())
        .execute();
    },
    async apply(tx, events) {
      for (const { streamId, data } of events) {
        if (data['poison'] === true && options.refuse?.() === true) throw new Error('cannot digest this');
        const total = Number(data['by']) * (options.version ?? 1);
        await tx
          .insertInto('sums')
          .values({ stream_id: streamId, total })
          .onConflict((oc) => oc.column('stream_id').doUpdateSet({ total: sql`sums.total + ${total}` }))
          .execute();
      }
    },
  };
}

async function add(log: TestLog['log'], stream: string, data: Record<string, unknown>): Promise<bigint> {
  const counted = { id: randomUUID(), event: { type: 'Counted', data } };
  const result = await log.append(stream, [counted], await log.load(stream), metadata);
  if (!result.ok) throw new Error(result.reason);
  return result.position;
}

async function total(db: TestLog['db'], name: string, stream: string): Promise<number | null> {
  const { rows } = await sql<{ total: bigint }>`
    select total from ${sql.id(name, 'sums')} where stream_id = ${stream}`.execute(db);
  return rows[0] === undefined ? null : Number(rows[0].total);
}

async function until(condition: () => Promise<boolean>): Promise<void> {
  while (!(await condition())) await pause(5);
}

t.test('projections', async (t) => {
  const world = await testLog(t, [Counted]);
  const { db, pool, leases, log } = world;
  const open = (projections: readonly Projection[]): Followers => {
    const opened = openProjections({ db, pool, leases, log, projections, retryMs: 20 });
    t.teardown(() => opened.stop());
    return opened;
  };

  await t.test('follow the log, each from its own place', async (t) => {
    const stream = newStream('counter');
    await add(log, stream, { by: 1 });
    const projections = open([sums('early'), sums('elsewhere', { prefixes: ['other-'] })]);
    await projections.start();
    const position = await add(log, stream, { by: 2 });
    t.ok(await projections.waitFor(position, { timeoutMs: 10_000 }), 'also those whose filter left the event out');
    t.equal(await total(db, 'early', stream), 3);
    t.equal(await total(db, 'elsewhere', stream), null);
    t.equal(await projections.lag(), 0n);
    t.notOk(await projections.waitFor(position + 1n, { timeoutMs: 30 }), 'waiting has an end');
    await world.store.append(newStream('counter'), [newEvent({}, 'FromTheFuture')], 'any');
    const later = await add(log, stream, { by: 4 });
    t.ok(await projections.waitFor(later, { timeoutMs: 10_000, names: ['early'] }), 'unknown types are passed over');
    await projections.stop();
    const missed = await add(log, stream, { by: 8 });
    const again = open([sums('early')]);
    await again.start();
    t.ok(await again.waitFor(missed, { timeoutMs: 10_000 }));
    t.equal(await total(db, 'early', stream), 15, 'continues where it stopped');
    await again.stop();
  });

  await t.test('the specification of a projection', async (t) => {
    const counted = (streamId: string, by: number) => ({ streamId, event: { type: 'Counted', data: { by } } });
    await projectionSpec(db, sums('specified'), [
      counted('counter-a', 1),
      counted('counter-b', 2),
      counted('counter-a', 4),
    ]).then(t, {
      sums: [
        { stream_id: 'counter-a', total: 5n },
        { stream_id: 'counter-b', total: 2n },
      ],
    });
  });

  await t.test('a new version is built anew, an old one steps aside', async (t) => {
    const stream = newStream('counter');
    await add(log, stream, { by: 5 });
    const first = open([sums('versioned')]);
    await first.start();
    t.ok(await first.waitFor(await log.head(), { timeoutMs: 10_000 }));
    t.equal(await total(db, 'versioned', stream), 5);
    const second = open([sums('versioned', { version: 2 })]);
    await second.start();
    await until(async () => (await second.status())[0]?.version === 2);
    t.match(await first.status(), [{ version: 2, wantedVersion: 1 }], 'the running old version is fenced off');
    await first.stop();
    t.ok(await second.waitFor(await add(log, stream, { by: 1 }), { timeoutMs: 10_000 }));
    t.equal(await total(db, 'versioned', stream), 12);
    const old = open([sums('versioned')]);
    await old.start();
    t.equal(await total(db, 'versioned', stream), 12, 'an old node does not take the tables back');
    await Promise.all([old.stop(), second.stop()]);
  });

  await t.test('a poison event stops one projection, and a fix lets it go on', async (t) => {
    const stream = newStream('counter');
    let broken = true;
    const projections = open([sums('fragile', { refuse: () => broken }), sums('robust')]);
    await projections.start();
    await add(log, stream, { by: 1 });
    const poison = await add(log, stream, { by: 2, poison: true });
    const last = await add(log, stream, { by: 4 });
    t.ok(await projections.waitFor(last, { timeoutMs: 10_000, names: ['robust'] }));
    t.equal(await total(db, 'robust', stream), 7, 'the others go on');
    await until(async () => (await projections.status())[0]?.failure !== null);
    const [fragile] = await projections.status();
    t.match(fragile?.failure, { position: poison, reason: /Counted: cannot digest this/ });
    t.equal(await total(db, 'fragile', stream), 1, 'everything before it is applied');
    t.ok(await projections.waitFor(last, { timeoutMs: 10_000 }), 'nobody waits for the failed one');
    broken = false;
    await until(async () => (await projections.status())[0]?.failure === null);
    t.ok(await projections.waitFor(last, { timeoutMs: 10_000 }));
    t.equal(await total(db, 'fragile', stream), 7, 'exactly once');

    await world.store.append(stream, [newEvent({ by: 'many' }, 'Counted')], 'any');
    const unreadable = await log.head();
    await until(async () => (await projections.status()).every(({ failure }) => failure?.position === unreadable));
    t.match(await projections.status(), [{ failure: { reason: /by: invalid_type/ } }, {}], 'nor are events skipped');
    await projections.stop();
    await pool.query('delete from log.events where global_position = $1', [unreadable]);
  });

  await t.test('a database that is away for a moment makes no event poison', async (t) => {
    const stream = newStream('counter');
    const outages = [new StoreUnavailable('no answer'), new Error('timeout exceeded when trying to connect')];
    const seen: unknown[] = [];
    const { apply, ...rest } = sums('patient');
    const patient: Projection = {
      ...rest,
      async apply(tx, events) {
        seen.push(...(await projections.status()).map(({ failure }) => failure));
        const outage = events.some(({ streamId }) => streamId === stream) ? outages.shift() : undefined;
        if (outage !== undefined) throw outage;
        await apply(tx, events);
      },
    };
    const projections = open([patient]);
    await projections.start();
    const position = await add(log, stream, { by: 3 });
    t.ok(await projections.waitFor(position, { timeoutMs: 10_000 }));
    t.equal(await total(db, 'patient', stream), 3);
    t.same(outages, [], 'both were met');
    t.ok(
      seen.every((failure) => failure === null),
      'none was recorded',
    );
    await projections.stop();
  });

  await t.test('several processes, leases and connections that are lost: each event once', async (t) => {
    const stream = newStream('counter');
    const processes = await Promise.all(
      Array.from({ length: 3 }, async () => {
        const database = openDatabase(world.url);
        const own = openLeases(database.pool);
        const opened = openProjections({ ...database, leases: own, log, projections: [sums('shared')], retryMs: 5 });
        t.teardown(async () => {
          await opened.stop();
          await own.close();
          await database.close();
        });
        await opened.start();
        return opened;
      }),
    );
    let wanted = 0;
    let position = 0n;
    for (let round = 1; round <= 60; round++) {
      position = await add(log, stream, { by: round });
      wanted += round;
      if (round % 15 === 0) {
        await pool.query(
          `select pg_terminate_backend(pid) from pg_stat_activity
            where datname = current_database() and xact_start is not null and pid <> pg_backend_pid()`,
        );
        await pool.query(`update log.leases set expires_at = '-infinity' where name = 'follower/shared@1'`);
      }
    }
    for (const process of processes) t.ok(await process.waitFor(position, { timeoutMs: 20_000 }));
    t.equal(await total(db, 'shared', stream), wanted);
  });
});
