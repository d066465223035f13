import { sql } from 'kysely';
import type { Db, Tx } from '../../adapters/database/port.js';

/** How far a follower of the log has come, and what stopped it. */
export type Checkpoint = {
  readonly name: string;
  readonly version: number;
  /** Everything up to here has been applied. */
  readonly position: bigint;
  readonly failure: { readonly position: bigint; readonly reason: string } | null;
};

export async function readCheckpoints(db: Db, names: readonly string[]): Promise<readonly Checkpoint[]> {
  const { rows } = await sql<{
    name: string;
    version: number;
    position: bigint;
    failed_position: bigint | null;
    failed_reason: string | null;
  }>`select name, version, position, failed_position, failed_reason from log.checkpoints
    where name = any(${names}::text[])`.execute(db);
  return rows.map((row) => ({
    name: row.name,
    version: row.version,
    position: BigInt(row.position),
    failure:
      row.failed_position === null
        ? null
        : { position: BigInt(row.failed_position), reason: row.failed_reason ?? 'unknown' },
  }));
}

/** A process that is frozen in the middle of a batch is undone by the server, so that another one can go on. */
const silenceInBatch = '5s';

/**
 * Moves a checkpoint from where this follower believes it to be; false when it stands elsewhere, because another one
 * runs or a newer version took over: roll back. Holds the row until the transaction ends, which may pause for 5 s at most.
 * In the same round trip the transaction enters the schema of the follower's tables, if it has one; a tail of it that is
 * lost with the server does no harm then, because the checkpoint is lost with it and the log is not.
 */
export async function moveCheckpoint(
  tx: Tx,
  follower: { readonly name: string; readonly version: number; readonly schema?: string },
  from: bigint,
  to: bigint,
): Promise<boolean> {
  const { schema } = follower;
  const settings =
    schema === undefined
      ? sql``
      : sql`, set_config('synchronous_commit', 'off', true), set_config('search_path', ${searchPath(schema)}, true)`;
  const { numAffectedRows } = await sql`
    update log.checkpoints
    set position = ${to}, failed_position = null, failed_reason = null, updated_at = now()
    where name = ${follower.name} and version = ${follower.version} and position = ${from}
    returning set_config('idle_in_transaction_session_timeout', ${silenceInBatch}, true)${settings}`.execute(tx);
  return numAffectedRows === 1n;
}

/** Points unqualified names at a schema until the end of the transaction. */
export async function useSchema(tx: Tx, schema: string): Promise<void> {
  await sql`select set_config('search_path', ${searchPath(schema)}, true)`.execute(tx);
}

function searchPath(schema: string): string {
  return `"${schema}", public`;
}

/** Keeps what stopped a follower where everybody sees it. */
export async function markFailed(
  db: Db,
  follower: { readonly name: string; readonly version: number },
  position: bigint,
  reason: string,
): Promise<void> {
  await sql`
    update log.checkpoints
    set failed_position = ${position}, failed_reason = ${reason.slice(0, 2_000)}, updated_at = now()
    where name = ${follower.name} and version = ${follower.version} and position < ${position}`.execute(db);
}

/**
 * Whether what was applied is not in the log any more: the log was restored from before, and what comes next would be
 * passed over. True also when the log has grown since somebody saw it: a failure at or before the checkpoint is that.
 */
export function isAhead({ position, failure }: Pick<Checkpoint, 'position' | 'failure'>, head: bigint): boolean {
  return position > head || (failure !== null && failure.position <= position);
}

/** Keeps that a follower is ahead of the log, which ends at `head`. */
export async function markAhead(
  db: Db,
  follower: { readonly name: string; readonly version: number },
  position: bigint,
  head: bigint,
): Promise<void> {
  const reason = `the log ended at position ${head}, before what had been applied: it is older than these tables`;
  await sql`
    update log.checkpoints
    set failed_position = ${head + 1n}, failed_reason = ${reason}, updated_at = now()
    where name = ${follower.name} and version = ${follower.version} and position = ${position}`.execute(db);
}

/** Puts a follower's checkpoint to the beginning, under this version. */
export async function resetCheckpoint(
  tx: Tx,
  follower: { readonly name: string; readonly version: number },
): Promise<void> {
  await sql`
    insert into log.checkpoints (name, version, position) values (${follower.name}, ${follower.version}, 0)
    on conflict (name) do update
    set version = excluded.version, position = 0, failed_position = null, failed_reason = null, updated_at = now()
  `.execute(tx);
}

/** Starts a follower at the beginning of the log, unless it has a checkpoint. */
export async function ensureCheckpoint(
  db: Db,
  follower: { readonly name: string; readonly version: number },
): Promise<void> {
  await sql`
    insert into log.checkpoints (name, version, position) values (${follower.name}, ${follower.version}, 0)
    on conflict (name) do nothing`.execute(db);
}

/** Reads a checkpoint and holds it until the transaction ends: its follower stands still meanwhile. */
export async function lockCheckpoint(tx: Tx, name: string): Promise<Checkpoint | null> {
  await sql`select from log.checkpoints where name = ${name} for update`.execute(tx);
  const [checkpoint] = await readCheckpoints(tx, [name]);
  return checkpoint ?? null;
}

/** Gives a checkpoint to tables that take another place. */
export async function renameCheckpoint(tx: Tx, from: string, to: string): Promise<void> {
  await sql`update log.checkpoints set name = ${to}, updated_at = now() where name = ${from}`.execute(tx);
}

/** False when there was none. */
export async function dropCheckpoint(db: Db, name: string): Promise<boolean> {
  const { numAffectedRows } = await sql`delete from log.checkpoints where name = ${name}`.execute(db);
  return numAffectedRows === 1n;
}
