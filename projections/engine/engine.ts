import { sql, type Kysely, type Transaction } from 'kysely';
import { readCheckpoints, resetCheckpoint } from './checkpoints.js';
import { useSchema, type Follower } from './follower.js';
import { openFollowers, type Followers, type FollowersOptions } from './followers.js';
import type { Projection } from './projection.js';

/* eslint-disable @typescript-eslint/no-explicit-any -- each projection has tables of its own */

const batchSize = 1_000;

/** Keeps read models up to date: creates or rebuilds what has another version, then follows the log. */
export function openProjections(
  options: FollowersOptions & { readonly projections: readonly Projection[] },
): Followers {
  const { db, projections } = options;
  for (const { name } of projections) requireSchemaName(name);
  return openFollowers(options, projections.map(asFollower), async () => {
    for (const projection of projections) await prepare(db, projection);
  });
}

/**
 * Makes the tables of this version, empty and at the beginning of the log, unless they are there. A newer version that
 * another process installed is left alone.
 */
export async function prepare(db: Kysely<any>, projection: Projection): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await sql`select pg_advisory_xact_lock(hashtextextended(${`prepare/${projection.name}`}, 0))`.execute(tx);
    const [checkpoint] = await readCheckpoints(tx, [projection.name]);
    if (checkpoint !== undefined && checkpoint.version >= projection.version) return;
    await recreate(tx, projection);
  });
}

/** Drops the tables and makes them anew; what follows is the whole log once more. */
export async function recreate(tx: Transaction<any>, projection: Projection): Promise<void> {
  // The checkpoint first: a runner of the old version waits here, or is waited for, and then finds it moved.
  await resetCheckpoint(tx, projection);
  await sql`drop schema if exists ${sql.id(projection.name)} cascade`.execute(tx);
  await sql`create schema ${sql.id(projection.name)}`.execute(tx);
  await useSchema(tx, projection.name);
  await projection.create(tx);
}

/** A projection as the loop sees it. */
export function asFollower(projection: Projection): Follower {
  const { name, version, prefixes } = projection;
  return {
    name,
    version,
    prefixes,
    batchSize,
    async apply(tx, events) {
      // A lost tail is harmless: the checkpoint is lost with it, and the log is not.
      await sql`set local synchronous_commit = off`.execute(tx);
      await useSchema(tx, name);
      await projection.apply(tx, events);
    },
  };
}

function requireSchemaName(name: string): void {
  if (!/^[a-z][a-z0-9_]{0,62}$/.test(name) || name === 'log' || name === 'public' || name.startsWith('pg_')) {
    throw new TypeError(`not a name for a projection: ${name}`);
  }
}
