import { sql } from 'kysely';
import type { Db } from '../adapters/database/port.js';
import { PlantId } from '../domain/kernel/ids.js';
import type { ReportingEvent } from '../domain/reporting/events.js';
import { nextMonth, nothingReported, reportingDecider, type Reporting } from '../domain/reporting/reporting.js';
import { keyedRows } from './engine/keyed-rows.js';
import { pageFrom, type Page } from './engine/page.js';
import type { LoggedEvent, Projection } from './engine/projection.js';
import { isOneOf, upsertRows } from './engine/rows.js';

const byPlant = keyedRows<Reporting, LoggedEvent<ReportingEvent>>({
  keyOf: (event) => event.data.plantId,
  load,
  evolve: (reporting, event) => reportingDecider.evolve(reporting ?? nothingReported, event),
  store: async (tx, reportings) => {
    const rows = [...reportings].map(([plant_id, reporting]) => ({
      plant_id,
      readers: [...reporting.readers],
      reported_month: reporting.reportedMonth,
      next_month: nextMonth(reporting),
    }));
    await upsertRows(tx, 'plants', rows, { key: 'plant_id' });
  },
});

export type ReportingCursor = readonly [string, string];

/** Which month of which plant has to be reported next. */
export const reportingProjection: Projection = {
  name: 'reporting',
  version: 2,
  prefixes: ['reporting-'],
  create: (db) =>
    db.schema
      .createTable('plants')
      .addColumn('plant_id', 'uuid', (column) => column.primaryKey())
      .addColumn('readers', 'jsonb', (column) => column.notNull())
      .addColumn('reported_month', 'text')
      .addColumn('next_month', 'text')
      .execute(),
  createIndexes: (db) =>
    db.schema
      .createIndex('plants_by_next_month')
      .ifNotExists()
      .on('plants')
      .columns(['next_month', 'plant_id'])
      .where(sql.ref('next_month'), 'is not', null)
      .execute(),
  apply: (tx, events) => byPlant.apply(tx, events as readonly LoggedEvent<ReportingEvent>[]),
};

async function load(db: Db, plantIds: readonly string[]): Promise<ReadonlyMap<string, Reporting>> {
  const rows = await db.selectFrom('plants').selectAll().where(isOneOf('plant_id', plantIds)).execute();
  return new Map(
    rows.map((row) => [
      row['plant_id'],
      { ...nothingReported, readers: new Map(row['readers']), reportedMonth: row['reported_month'] },
    ]),
  );
}

/** Plants of which a month is over and was not reported, page by page; `after` is the next month of the last one, and its id. */
export async function plantsToReport(
  db: Db,
  month: string,
  { after, limit }: { readonly after: ReportingCursor | null; readonly limit: number },
): Promise<Page<PlantId, ReportingCursor>> {
  const { rows } = await sql<{ readonly month: string; readonly id: string }>`
    select next_month as month, plant_id::text as id from reporting.plants
    where next_month <= ${month}
      ${after === null ? sql`` : sql`and (next_month, plant_id) > (${after[0]}, ${after[1]}::uuid)`}
    order by next_month, plant_id limit ${limit + 1}`.execute(db);
  const { items, next } = pageFrom(rows, limit, (row) => [row.month, row.id] as const);
  return { items: items.map(({ id }) => PlantId.parse(id)), next };
}

/** Plants whose reports somebody wants and of which a month was reported, page by page; `after` is the id of the last one. */
export async function plantsWithReports(
  db: Db,
  { after, limit }: { readonly after: string | null; readonly limit: number },
): Promise<Page<PlantId, string>> {
  const { rows } = await sql<{ readonly id: string }>`
    select plant_id::text as id from reporting.plants
    where next_month is not null and reported_month is not null
      ${after === null ? sql`` : sql`and plant_id > ${after}::uuid`}
    order by plant_id limit ${limit + 1}`.execute(db);
  const { items, next } = pageFrom(rows, limit, ({ id }) => id);
  return { items: items.map(({ id }) => PlantId.parse(id)), next };
}
