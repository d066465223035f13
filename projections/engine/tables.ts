import { sql } from 'kysely';
import type { Db, Tx } from '../../adapters/database/port.js';
import { readCheckpoints, resetCheckpoint, useSchema } from './checkpoints.js';
import type { Follower } from './follower.js';
import type { Projection } from './projection.js';
import { checkpointOf, schemaOf, type Slot } from './slots.js';

const batchSize = 1_000;

/**
 * Makes the live tables, empty and at the beginning of the log, unless there are any. Those of another version are left
 * alone: an older one goes on serving until it is rebuilt beside it, a newer one belongs to a newer release.
 */
export async function prepare(db: Db, projection: Projection): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await sql`select pg_advisory_xact_lock(hashtextextended(${`prepare/${projection.name}`}, 0))`.execute(tx);
    const [checkpoint] = await readCheckpoints(tx, [projection.name]);
    if (checkpoint === undefined) await recreate(tx, projection);
  });
}

/** Drops the live tables and makes them anew; what follows is the whole log once more. */
export async function recreate(tx: Tx, projection: Projection): Promise<void> {
  await createTables(tx, projection, 'live');
  await projection.createIndexes?.(tx);
}

/** Makes the tables of a slot, empty and without the indexes that only readers need. */
export async function createTables(tx: Tx, projection: Projection, slot: Slot): Promise<void> {
  const schema = schemaOf(projection.name, slot);
  // The checkpoint first: a runner of the old tables waits here, or is waited for, and then finds it moved.
  await resetCheckpoint(tx, { name: checkpointOf(projection.name, slot), version: projection.version });
  await sql`drop schema if exists ${sql.id(schema)} cascade`.execute(tx);
  await sql`create schema ${sql.id(schema)}`.execute(tx);
  await useSchema(tx, schema);
  await projection.create(tx);
}

/** Makes filled tables ready for readers: their indexes, and statistics for the planner. May be repeated. */
export async function finishTables(db: Db, projection: Projection, slot: Slot): Promise<void> {
  const schema = schemaOf(projection.name, slot);
  await db.transaction().execute(async (tx) => {
    await useSchema(tx, schema);
    await projection.createIndexes?.(tx);
    const { rows } = await sql<{ name: string }>`
      select tablename as name from pg_tables where schemaname = ${schema}`.execute(tx);
    for (const { name } of rows) await sql`analyze ${sql.id(schema, name)}`.execute(tx);
  });
}

/** A projection as the loop sees it: these tables of it, with their checkpoint. */
export function asFollower({ name, version, prefixes, apply, rows }: Projection, slot: Slot = 'live'): Follower {
  return {
    name: checkpointOf(name, slot),
    version,
    prefixes,
    batchSize,
    // A release that handles more types has a version of its own, which is built from the beginning.
    unknown: 'skip',
    schema: schemaOf(name, slot),
    apply,
    ...(rows === undefined ? {} : { rows }),
  };
}
