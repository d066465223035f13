import { sql } from 'kysely';
import type { Db } from '../adapters/database/port.js';
import { PlantId } from '../domain/kernel/ids.js';
import type { ReportingEvent } from '../domain/reporting/events.js';
import { nextMonth, nothingReported, reportingDecider, type Reporting } from '../domain/reporting/reporting.js';
import { keyedRows } from './engine/keyed-rows.js';
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

/** Which month of which plant has to be reported next. */
export const reportingProjection: Projection = {
  name: 'reporting',
  version: 1,
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

/** Plants of which a month is over and was not reported, in order of their ids, after one of them. At most `limit`. */
export async function plantsToReport(
  db: Db,
  month: string,
  { after, limit }: { readonly after: PlantId | null; readonly limit: number },
): Promise<readonly PlantId[]> {
  const { rows } = await sql<{ plant_id: string }>`
    select plant_id::text from reporting.plants
    where next_month <= ${month} and (${after}::uuid is null or plant_id > ${after}::uuid)
    order by plant_id limit ${limit}`.execute(db);
  return rows.map((row) => PlantId.parse(row.plant_id));
}
