import { sql } from 'kysely';
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
  version: 1,
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

/** What happened to incidents of the plants that an account sees, the oldest first: as many of each plant are read at most. */
export async function incidentEventsAfter(
  db: Db,
  accountId: string,
  { after, upTo, limit, only }: IncidentEventsWish,
): Promise<Page<IncidentNotice, string>> {
  const { rows } = await sql<{ notice: IncidentNotice }>`
    select event.notice from (${seenBy(accountId)}) visible
    cross join lateral (
      select position, notice from incident_events.events
      where plant_id = visible.plant_id and position > ${after}::bigint
        ${upTo === null ? sql`` : sql`and position <= ${upTo}::bigint`}
      order by position limit ${limit + 1}) event
    ${only === null ? sql`` : sql`where visible.plant_id = any(${[...only]}::uuid[])`}
    order by event.position limit ${limit + 1}`.execute(db);
  const notices = rows.map(({ notice }) => notice);
  return pageFrom(notices, limit, ({ position }) => position);
}

/** Position of the newest one; '0' before the first. */
export async function newestIncidentEvent(db: Db): Promise<string> {
  const { rows } = await sql<{ newest: string }>`
    select coalesce(max(position), 0)::text as newest from incident_events.events`.execute(db);
  return rows[0]?.newest ?? '0';
}
