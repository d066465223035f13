import { sql, type Kysely, type Transaction } from 'kysely';
import type pg from 'pg';
import { readCheckpoints, resetCheckpoint } from './checkpoints.js';
import { runFollower, useSchema, type Follower } from './follower.js';
import { openLeadership } from './leadership.js';
import type { FollowedLog } from './port.js';
import { openProgress } from './progress.js';
import type { Projection } from './projection.js';

/* eslint-disable @typescript-eslint/no-explicit-any -- each projection has tables of its own */

const batchSize = 1_000;

export type ProjectionStatus = {
  readonly name: string;
  readonly version: number;
  /** Everything up to here is in the tables. */
  readonly position: bigint;
  /** Positions between the head of the log and the tables. */
  readonly lag: bigint;
  /** The event that stopped it. */
  readonly failure: { readonly position: bigint; readonly reason: string } | null;
};

export type Projections = {
  /** Creates or rebuilds what has another version, then follows the log in the background. */
  start(): Promise<void>;
  /** Finishes the batches under way. */
  stop(): Promise<void>;
  /**
   * True when all projections (or the named ones) show the position, false when time ran out (default 2 s). A failed
   * one is not waited for. Works for projections that another process runs, too.
   */
  waitFor(
    position: bigint,
    options?: { readonly timeoutMs?: number; readonly names?: readonly string[] },
  ): Promise<boolean>;
  /** As the database knows it, whoever runs them. */
  status(): Promise<readonly ProjectionStatus[]>;
  /** The largest lag of all projections, in positions. */
  lag(): Promise<bigint>;
};

/** Keeps read models up to date: one runner each over all processes, a failing one alone. */
export function openProjections(options: {
  readonly db: Kysely<any>;
  readonly pool: pg.Pool;
  readonly log: FollowedLog;
  readonly projections: readonly Projection[];
  readonly onTrouble?: (name: string, error: unknown) => void;
  /** First pause after a failure, default 1 s. */
  readonly retryMs?: number;
}): Projections {
  const { db, pool, log, projections, onTrouble = () => undefined, retryMs = 1_000 } = options;
  const names = projections.map(({ name }) => name);
  for (const name of names) requireSchemaName(name);
  if (new Set(names).size < names.length) throw new TypeError('two projections have one name');
  const leadership = openLeadership(pool);
  const progress = openProgress((wanted) => readCheckpoints(db, wanted));
  const stopping = new AbortController();
  let running: Promise<unknown> = Promise.resolve();

  async function status(): Promise<readonly ProjectionStatus[]> {
    const checkpoints = await readCheckpoints(db, names);
    const head = await log.head();
    return projections.map(({ name, version }) => {
      const found = checkpoints.find((checkpoint) => checkpoint.name === name);
      const position = found?.position ?? 0n;
      const lag = head > position ? head - position : 0n;
      return { name, version: found?.version ?? version, position, lag, failure: found?.failure ?? null };
    });
  }

  return {
    async start() {
      for (const projection of projections) await prepare(db, projection);
      const { signal } = stopping;
      const context = { db, log, leadership, onProgress: progress.advance, onTrouble, signal, retryMs };
      running = Promise.all(projections.map((projection) => runFollower(context, asFollower(projection))));
    },
    async stop() {
      stopping.abort();
      await running;
      await leadership.close();
    },
    waitFor: (position, { timeoutMs = 2_000, names: wanted = names } = {}) =>
      progress.waitFor(position, wanted, timeoutMs),
    status,
    async lag() {
      return (await status()).reduce((largest, { lag }) => (lag > largest ? lag : largest), 0n);
    },
  };
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

function asFollower(projection: Projection): Follower {
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
