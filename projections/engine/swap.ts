import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'kysely';
import type { Db, Tx } from '../../adapters/database/port.js';
import { dropCheckpoint, lockCheckpoint, renameCheckpoint } from './checkpoints.js';
import { checkpointOf, leavingSchema, schemaOf, type Slot } from './slots.js';

/** Longest time that readers wait behind a swap that itself waits for a long reader; below `deadlock_timeout`. */
const lockTimeoutMs = 200;
const attempts = 150;

/** The tables could not be exchanged: somebody keeps reading them, or another process works on the new ones. */
export class SwapRefused extends Error {
  override readonly name = 'SwapRefused';
  constructor(
    readonly code: 'busy-readers' | 'overtaken',
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/**
 * Makes the tables of a slot the live ones, and the live ones the previous ones, in one short transaction. `drain` is
 * called while the live tables stand still, must bring the slot to their position, or to the end of a log that is older
 * than they are, and answers which.
 *
 * A statement that reads several tables sees all of one version: it holds its locks until it ends, and one that waits
 * for a lock looks the names up again. Throws `SwapRefused` after half a minute of readers that do not end, and when the
 * slot is gone or behind: a process that lost its lock must not put tables in place that another one has begun.
 */
export async function swapIn(
  db: Db,
  name: string,
  slot: 'next' | 'previous',
  drain: (livePosition: bigint) => Promise<bigint>,
): Promise<{ readonly durationMs: number }> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await db.transaction().execute(async (tx) => {
        const live = await lockCheckpoint(tx, name);
        if (live === null) throw new SwapRefused('overtaken', `${name} has no tables`);
        const wanted = await drain(live.position);
        const startedAt = performance.now();
        await sql`select set_config('lock_timeout', ${`${lockTimeoutMs}ms`}, true)`.execute(tx);
        const built = await lockCheckpoint(tx, checkpointOf(name, slot));
        if (built === null || built.position < wanted) {
          throw new SwapRefused(
            'overtaken',
            `the tables that should take the place of ${name} are not complete: somebody else works on them`,
          );
        }
        await lockTables(tx, [schemaOf(name, 'live'), schemaOf(name, slot)]);
        await exchange(tx, name, slot);
        return { durationMs: performance.now() - startedAt };
      });
    } catch (error) {
      if (!isLockTimeout(error)) throw error;
      if (attempt === attempts)
        throw new SwapRefused('busy-readers', `${name} is being read without end`, { cause: error });
      await pause(lockTimeoutMs * (0.5 + Math.random() / 2));
    }
  }
}

async function lockTables(tx: Tx, schemas: readonly string[]): Promise<void> {
  const { rows } = await sql<{ schema: string; name: string }>`
    select schemaname as schema, tablename as name from pg_tables where schemaname = any(${[...schemas]}::text[])
    order by 1, 2`.execute(tx);
  if (rows.length === 0) return;
  const tables = sql.join(rows.map(({ schema, name }) => sql.id(schema, name)));
  await sql`lock table ${tables} in access exclusive mode`.execute(tx);
}

async function exchange(tx: Tx, name: string, slot: Slot): Promise<void> {
  const live = schemaOf(name, 'live');
  const leaving = leavingSchema(name);
  await renameSchema(tx, live, leaving);
  await renameSchema(tx, schemaOf(name, slot), live);
  await renameCheckpoint(tx, name, leaving);
  await renameCheckpoint(tx, checkpointOf(name, slot), name);
  await dropTables(tx, name, 'previous');
  await renameSchema(tx, leaving, schemaOf(name, 'previous'));
  await renameCheckpoint(tx, leaving, checkpointOf(name, 'previous'));
}

async function renameSchema(tx: Tx, from: string, to: string): Promise<void> {
  await sql`alter schema ${sql.id(from)} rename to ${sql.id(to)}`.execute(tx);
}

/** Drops the tables of a slot with their checkpoint; false when there were none. Never the live ones. */
export async function dropTables(tx: Db, name: string, slot: Exclude<Slot, 'live'>): Promise<boolean> {
  await sql`drop schema if exists ${sql.id(schemaOf(name, slot))} cascade`.execute(tx);
  return dropCheckpoint(tx, checkpointOf(name, slot));
}

function isLockTimeout(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === '55P03';
}
