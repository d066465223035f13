import { sql, type Kysely, type Migration } from 'kysely';
import { eventHash } from '../../event-log/chain.js';
import type { JsonObject, StoredMetadata } from '../../event-store/port.js';

/** Roots over the log, and the hash chain of what was written before there was one. */
export const logProof: Migration = {
  async up(db) {
    await sql`
      create table log.daily_roots (
        day date primary key,
        events bigint not null,
        streams bigint not null,
        sequence text not null,
        root text not null,
        -- Where to go on reading in the store that the root was made from.
        position bigint not null,
        made_at timestamptz not null default now()
      )`.execute(db);
    // Where each stream stood in the last root.
    await sql`
      create table log.stream_heads (
        stream_id text primary key,
        revision bigint not null,
        hash text not null
      )`.execute(db);
    await chainFormerEvents(db);
  },
};

const pageSize = 1_000;

/** Adds the hashes that are missing from the beginning of each stream on; events that carry one stay as they are. */
export async function chainFormerEvents(db: Kysely<unknown>): Promise<void> {
  let last: FormerEvent | null = null;
  for (;;) {
    const page: readonly FormerEvent[] = await formerEvents(db, last);
    if (page.length === 0) return;
    const hashes: string[] = [];
    for (const event of page) {
      const previous: string | null = last?.stream_id === event.stream_id ? hashIn(last) : null;
      const hash: string = hashIn(event) ?? hashOf(event, previous);
      hashes.push(hash);
      last = { ...event, metadata: { ...event.metadata, hash } };
    }
    await sql`
      update log.events e set metadata = e.metadata || jsonb_build_object('hash', u.hash)
      from unnest(${page.map((event) => event.event_id)}::uuid[], ${hashes}::text[]) as u (id, hash)
      where e.event_id = u.id and not e.metadata ? 'hash'`.execute(db);
  }
}

type FormerEvent = {
  readonly stream_id: string;
  readonly stream_revision: bigint;
  readonly event_id: string;
  readonly event_type: string;
  readonly schema_version: number;
  readonly data: JsonObject;
  readonly metadata: StoredMetadata;
};

async function formerEvents(db: Kysely<unknown>, after: FormerEvent | null): Promise<readonly FormerEvent[]> {
  const { rows } = await sql<FormerEvent>`
    select stream_id, stream_revision, event_id, event_type, schema_version, data, metadata from log.events
    where (stream_id, stream_revision) > (${after?.stream_id ?? ''}, ${after?.stream_revision ?? -1n})
    order by stream_id, stream_revision limit ${pageSize}`.execute(db);
  return rows;
}

function hashIn({ metadata }: FormerEvent): string | null {
  return metadata.hash ?? null;
}

function hashOf(row: FormerEvent, previous: string | null): string {
  const { stream_id: streamId, stream_revision: revision, event_id: id, event_type: type, data, metadata } = row;
  return eventHash({ streamId, revision, id, type, schemaVersion: row.schema_version, data, metadata }, previous);
}
