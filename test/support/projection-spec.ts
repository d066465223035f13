import { sql } from 'kysely';
import type { Test } from 'tap';
import { v5 as uuidV5 } from 'uuid';
import type { Db } from '../../adapters/database/port.js';
import type { DomainEvent, EventMetadata } from '../../domain/kernel/event.js';
import { applyBatch, CheckpointMoved } from '../../projections/engine/follower.js';
import type { LoggedEvent, Projection } from '../../projections/engine/projection.js';
import { asFollower, recreate } from '../../projections/engine/tables.js';

export type SpecEvent<E extends DomainEvent = DomainEvent> = {
  readonly streamId: string;
  readonly event: E;
  /** When the store recorded it; by default one second after the one before, from 2026-07-21T12:00:00Z on. */
  readonly recordedAt?: string;
  readonly metadata?: EventMetadata;
};

type Row = Readonly<Record<string, unknown>>;
type Tables = Readonly<Record<string, readonly Row[]>>;

/**
 * What a projection makes of events: `projectionSpec(db, projection, events).then(t, { table: rows })`. Rows are
 * compared by `t.match`, so that a row names only the columns that matter; they come in the order of their text, first
 * column first. `db` is a migrated database of the test; the projection's schema in it is made anew.
 *
 * Always runs the events also split at every place, one by one, delivered twice and rebuilt: all must give the same.
 */
export function projectionSpec(db: Db, projection: Projection, given: readonly SpecEvent[]) {
  const events = given.map(logged);
  return {
    async then(t: Test, expected: Tables): Promise<void> {
      const whole = await deliver(db, projection, [events]);
      for (const [table, rows] of Object.entries(expected)) {
        const found = whole[table] ?? [];
        t.match(found, rows, `${projection.name}.${table}`);
        t.equal(found.length, rows.length, `${projection.name}.${table}: number of rows`);
      }
      for (let place = 1; place < events.length; place++) {
        const split = await deliver(db, projection, [events.slice(0, place), events.slice(place)]);
        t.strictSame(split, whole, `the same when split after event ${place}`);
      }
      t.strictSame(
        await deliver(
          db,
          projection,
          events.map((event) => [event]),
        ),
        whole,
        'the same one by one',
      );
      await t.rejects(
        applyBatch(db, asFollower(projection), 0n, batchOf(events)),
        CheckpointMoved,
        'refused when late',
      );
      t.strictSame(await readTables(db, projection.name), whole, 'the same when delivered twice');
      t.strictSame(await deliver(db, projection, [events]), whole, 'the same when rebuilt');
    },
  };
}

function logged(
  { streamId, event, recordedAt, metadata }: SpecEvent,
  index: number,
  all: readonly SpecEvent[],
): LoggedEvent {
  return {
    ...event,
    id: uuidV5(`${streamId}/${index}`, uuidV5.URL),
    streamId,
    revision: BigInt(all.slice(0, index).filter((other) => other.streamId === streamId).length),
    position: BigInt(index + 1),
    recordedAt: recordedAt ?? new Date(Date.UTC(2026, 6, 21, 12, 0, index)).toISOString(),
    metadata: metadata ?? { actor: { kind: 'system', id: 'test' }, correlationId: 'test' },
  };
}

async function deliver(db: Db, projection: Projection, batches: readonly (readonly LoggedEvent[])[]): Promise<Tables> {
  await db.transaction().execute((tx) => recreate(tx, projection));
  let position = 0n;
  for (const events of batches) {
    const batch = batchOf(events);
    if (batch.position > position) await applyBatch(db, asFollower(projection), position, batch);
    position = batch.position;
  }
  return readTables(db, projection.name);
}

function batchOf(events: readonly LoggedEvent[]) {
  return { events, position: events.at(-1)?.position ?? 0n, caughtUp: true };
}

async function readTables(db: Db, schema: string): Promise<Tables> {
  const { rows: tables } = await sql<{ name: string }>`
    select tablename as name from pg_tables where schemaname = ${schema} order by tablename`.execute(db);
  const contents: Record<string, readonly Row[]> = {};
  for (const { name } of tables) {
    const { rows } = await sql<Row>`select * from ${sql.id(schema, name)} as t order by t::text`.execute(db);
    contents[name] = rows;
  }
  return contents;
}
