import { sql, type RawBuilder } from 'kysely';
import type { Db } from '../adapters/database/port.js';
import type { AlertEvent } from '../domain/alerting/events.js';
import { noticeOf, type IncidentNotice } from '../domain/alerting/notices.js';
import { pageFrom, type Page } from './engine/page.js';
import type { LoggedEvent, Projection } from './engine/projection.js';
import { upsertRows } from './engine/rows.js';
import { seenBy } from './plant-queries.js';

/** What programs may know of what happened to incidents, in the order of the log. */
export const incidentEventsProjection: Projection = {
  name: 'incident_events',
  version: 2,
  prefixes: ['alerting-'],
  create: async (db) => {
    await db.schema
      .createTable('events')
      .addColumn('position', 'int8', (column) => column.primaryKey())
      .addColumn('plant_id', 'uuid', (column) => column.notNull())
      .addColumn('notice', 'jsonb', (column) => column.notNull())
      .execute();
  },
  createIndexes: (db) =>
    db.schema.createIndex('events_by_plant').ifNotExists().on('events').columns(['plant_id', 'position']).execute(),
  apply: async (tx, events) => {
    const rows = (events as readonly LoggedEvent<AlertEvent>[]).flatMap((event) => {
      const notice = noticeOf(event);
      return notice === null ? [] : [{ position: event.position, plant_id: notice.plantId, notice }];
    });
    await upsertRows(tx, 'events', rows, { key: 'position' });
  },
};

export type IncidentEventsWish = {
  /** Positions in the log: `after` exclusive, `upTo` inclusive, null = to the end. */
  readonly after: string;
  readonly upTo: string | null;
  readonly limit: number;
  /** Ids of plants; null = all that the account sees. */
  readonly only: readonly string[] | null;
};

/**
 * What happened to incidents of the plants that an account sees, the oldest first. A page can only hold what happened to the
 * plants that come first with something new, as many of them as it has places; of the others one entry of the index is read.
 */
export async function incidentEventsAfter(
  db: Db,
  accountId: string,
  { after, upTo, limit, only }: IncidentEventsWish,
): Promise<Page<IncidentNotice, string>> {
  const nextOf = (plantId: RawBuilder<unknown>, atMost: number) => sql`
    (select position from incident_events.events
     where plant_id = ${plantId} and position > ${after}::bigint
       ${upTo === null ? sql`` : sql`and position <= ${upTo}::bigint`}
     order by position limit ${atMost})`;
  const { rows } = await sql<{ notice: IncidentNotice }>`
    with plants as materialized (
      select plant_id from (${seenBy(accountId)}) visible
      cross join lateral ${nextOf(sql`visible.plant_id`, 1)} first
      ${only === null ? sql`` : sql`where plant_id = any(${[...only]}::uuid[])`}
      order by position limit ${limit + 1}
    ), page as materialized (
      select event.position from plants cross join lateral ${nextOf(sql`plants.plant_id`, limit + 1)} event
      order by event.position limit ${limit + 1}
    )
    select notice from page join incident_events.events using (position) order by position`.execute(db);
  const notices = rows.map(({ notice }) => notice);
  return pageFrom(notices, limit, ({ position }) => position);
}

/** Position of the newest one; '0' before the first. */
export async function newestIncidentEvent(db: Db): Promise<string> {
  const { rows } = await sql<{ newest: string }>`
    select coalesce(max(position), 0)::text as newest from incident_events.events`.execute(db);
  return rows[0]?.newest ?? '0';
}
