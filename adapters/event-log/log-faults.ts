import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { z } from 'zod';
import type { BrokenLink } from './verification.js';

/** A broken link as it was found by the nightly or the weekly check. */
export const LogFault = z
  .object({
    id: z.uuid(),
    /** Null when the fault cannot be laid to one stream. */
    streamId: z.string().nullable(),
    /** In decimal digits. */
    revision: z.string().nullable(),
    fault: z.string(),
    /** A sentence for people. */
    what: z.string(),
    foundAt: z.iso.datetime(),
  })
  .readonly();
export type LogFault = z.infer<typeof LogFault>;

type Queryable = Pick<pg.ClientBase, 'query'>;

const columns = `id, stream_id as "streamId", revision::text as revision, fault, what, found_at as "foundAt"`;
type Row = Omit<LogFault, 'foundAt'> & { readonly foundAt: Date };
const faultOf = (row: Row): LogFault => ({ ...row, foundAt: row.foundAt.toISOString() });

/** From the oldest on. */
export async function readFaults(db: Queryable): Promise<readonly LogFault[]> {
  const { rows } = await db.query<Row>(`select ${columns} from log.broken_links order by found_at, id`);
  return rows.map(faultOf);
}

/** Null when it is known already. */
export async function recordFault(tx: Queryable, link: BrokenLink, foundAt: Date): Promise<LogFault | null> {
  const { streamId, revision, fault, what } = link;
  const { rows } = await tx.query<Row>(
    `insert into log.broken_links (id, stream_id, revision, fault, what, found_at) values ($1, $2, $3, $4, $5, $6)
      on conflict (stream_id, revision, fault) do nothing returning ${columns}`,
    [randomUUID(), streamId, revision, fault, what, foundAt],
  );
  return rows[0] === undefined ? null : faultOf(rows[0]);
}

/**
 * What is new since the last root was found whole. Faults in what is older, and those of no one stream, stand until all
 * of the log is.
 */
export async function clearFaults(tx: Queryable): Promise<void> {
  await tx.query(
    `delete from log.broken_links fault where fault.stream_id is not null and not exists (
      select from log.stream_heads head where head.stream_id = fault.stream_id and head.revision >= fault.revision
    )`,
  );
}

/** The whole log was found whole. */
export async function clearAllFaults(tx: Queryable): Promise<void> {
  await tx.query('delete from log.broken_links');
}
