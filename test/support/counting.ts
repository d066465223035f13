import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { z } from 'zod';
import type { Db } from '../../adapters/database/port.js';
import type { OpenEventLog } from '../../adapters/event-log/event-log.js';
import { defineEvent, type EventMetadata } from '../../domain/kernel/event.js';
import type { Projection } from '../../projections/engine/projection.js';

export const Counted = defineEvent('Counted', z.object({ by: z.number(), poison: z.boolean().optional() }));

const metadata: EventMetadata = { actor: { kind: 'system', id: 'test' }, correlationId: 'c' };

/** Appends counts to a stream and answers the position of the last one. */
export async function count(log: OpenEventLog, stream: string, ...data: Record<string, unknown>[]): Promise<bigint> {
  const events = data.map((one) => ({ id: randomUUID(), event: { type: 'Counted', data: one } }));
  const result = await log.append(stream, events, await log.load(stream), metadata);
  if (!result.ok) throw new Error(result.reason);
  return result.position;
}

/**
 * Adds up: each stream in `sums`, everything in the one row of `total`, both times the version. Nothing in it would
 * forgive an event that comes twice or not at all, and a reader who joins both tables sees whether they belong together.
 */
export function counting(
  name: string,
  options: { readonly version?: number; readonly refuse?: () => boolean } = {},
): Projection {
  const { version = 1, refuse = () => false } = options;
  return {
    name,
    version,
    prefixes: ['counter-'],
    async create(db) {
      await sql`create table sums (stream_id text primary key, total int8 not null)`.execute(db);
      await sql`create table total (one boolean primary key, version int not null, total int8 not null,
        position int8 not null)`.execute(db);
    },
    async createIndexes(db) {
      await sql`create index if not exists sums_by_total on sums (total)`.execute(db);
    },
    async apply(tx, events) {
      const sums = new Map<string, number>();
      for (const { streamId, data } of events) {
        if (data['poison'] === true && refuse()) throw new Error('cannot digest this');
        sums.set(streamId, (sums.get(streamId) ?? 0) + Number(data['by']) * version);
      }
      const rows = JSON.stringify([...sums].map(([stream_id, total]) => ({ stream_id, total })));
      await sql`insert into sums select * from json_populate_recordset(null::sums, ${rows}::json)
          on conflict (stream_id) do update set total = sums.total + excluded.total`.execute(tx);
      const by = [...sums.values()].reduce((sum, one) => sum + one, 0);
      await sql`insert into total values (true, ${version}, ${by}, ${events.at(-1)?.position})
        on conflict (one) do update
        set total = total.total + excluded.total, position = excluded.position`.execute(tx);
    },
  };
}

export type Totals = {
  readonly version: number;
  readonly total: bigint;
  readonly position: bigint;
  readonly sum: bigint;
};

/** Both tables in one statement: `sum` and `total` are equal unless it saw half of something. */
export const totalsStatement = (name: string) =>
  `select version, total, position, (select sum(total) from ${name}.sums)::int8 as sum from ${name}.total`;

export async function totals(db: Db, name: string): Promise<Totals | null> {
  const { rows } = await sql.raw<Totals>(totalsStatement(name)).execute(db);
  return rows[0] ?? null;
}
