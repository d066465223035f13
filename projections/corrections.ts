import type { Db } from '../adapters/database/port.js';
import type { CorrectionEvent } from '../domain/correction/events.js';
import { keyedRows } from './engine/keyed-rows.js';
import type { LoggedEvent, Projection } from './engine/projection.js';
import { isOneOf, upsertRows } from './engine/rows.js';

type Row = {
  readonly correction_id: string;
  readonly plant_id: string;
  readonly inverter_id: string;
  /** Days of the plant, both included. */
  readonly first_day: string;
  readonly last_day: string;
  readonly energy_wh_per_day: number | null;
  readonly basis: string;
  readonly is_undone: boolean;
  /** Where it was written: of two for one day the later one counts. */
  readonly made_position: bigint;
  /** Of the event that changed the row last: the sums find by it what is new to them. */
  readonly changed_position: bigint;
};

const byCorrection = keyedRows<Row | undefined, LoggedEvent<CorrectionEvent>>({
  keyOf: (event) => event.data.correctionId,
  load,
  evolve: (row, event) => {
    const { position } = event;
    if (event.type === 'EnergyCorrectionUndone') return row && { ...row, is_undone: true, changed_position: position };
    const { correctionId, plantId, inverterId, firstDay, lastDay, energyWhPerDay, basis } = event.data;
    return {
      ...{ correction_id: correctionId, plant_id: plantId, inverter_id: inverterId },
      ...{ first_day: firstDay, last_day: lastDay, energy_wh_per_day: energyWhPerDay, basis },
      ...{ is_undone: false, made_position: position, changed_position: position },
    };
  },
  store: async (tx, rows) => {
    const known = [...rows.values()].filter((row) => row !== undefined);
    await upsertRows(tx, 'written', known, { key: 'correction_id' });
  },
});

/** What people wrote about the energy of days; the sums read it beside the readings. No reason stands in it. */
export const correctionsProjection: Projection = {
  name: 'corrections',
  version: 1,
  prefixes: ['corrections-'],
  create: async (db) => {
    await db.schema
      .createTable('written')
      .addColumn('correction_id', 'uuid', (column) => column.primaryKey())
      .addColumn('plant_id', 'uuid', (column) => column.notNull())
      .addColumn('inverter_id', 'uuid', (column) => column.notNull())
      .addColumn('first_day', 'text', (column) => column.notNull())
      .addColumn('last_day', 'text', (column) => column.notNull())
      .addColumn('energy_wh_per_day', 'float8')
      .addColumn('basis', 'text', (column) => column.notNull())
      .addColumn('is_undone', 'boolean', (column) => column.notNull())
      .addColumn('made_position', 'int8', (column) => column.notNull())
      .addColumn('changed_position', 'int8', (column) => column.notNull())
      .execute();
    for (const column of ['inverter_id', 'changed_position']) {
      await db.schema.createIndex(`written_by_${column}`).on('written').column(column).execute();
    }
  },
  apply: (tx, events) => byCorrection.apply(tx, events as readonly LoggedEvent<CorrectionEvent>[]),
  rows: byCorrection.rows,
};

async function load(db: Db, ids: readonly string[]): Promise<ReadonlyMap<string, Row>> {
  const rows = await db.selectFrom('written').selectAll().where(isOneOf('correction_id', ids)).execute();
  return new Map(rows.map((row) => [row['correction_id'], row as Row]));
}
