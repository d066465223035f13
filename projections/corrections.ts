import { sql } from 'kysely';
import type { Db } from '../adapters/database/port.js';
import type { CorrectionEvent } from '../domain/correction/events.js';
import { keyedRows } from './engine/keyed-rows.js';
import type { LoggedEvent, Projection } from './engine/projection.js';
import { isOneOf, upsertRows } from './engine/rows.js';

type Row = {
  readonly correction_id: string;
  readonly plant_id: string;
  readonly inverter_id: string;
  readonly is_undone: boolean;
  /** Where it was written: of two for one day the later one counts. */
  readonly made_position: bigint;
  /** Of the event that changed the row last: the sums find by it what is new to them. */
  readonly changed_position: bigint;
};

type WrittenRow = Row & {
  /** Days of the plant, both included. */
  readonly first_day: string;
  readonly last_day: string;
  readonly energy_wh_per_day: number | null;
};

type HistoryRow = Row & {
  readonly id: string;
  readonly first_day: string;
  readonly energies_wh: readonly (number | null)[];
};

/** What came of one wish: one row over some days, or a row of history for each inverter. */
type Rows = { readonly written: readonly WrittenRow[]; readonly history: readonly HistoryRow[] };

const nothing: Rows = { written: [], history: [] };

const byCorrection = keyedRows<Rows, LoggedEvent<CorrectionEvent>>({
  keyOf: (event) => event.data.correctionId,
  load,
  evolve: (rows = nothing, event) => {
    const { position } = event;
    const { correctionId, plantId } = event.data;
    const head = { correction_id: correctionId, plant_id: plantId, is_undone: false, made_position: position };
    switch (event.type) {
      case 'EnergyCorrected': {
        const { inverterId, firstDay, lastDay, energyWhPerDay } = event.data;
        const days = { first_day: firstDay, last_day: lastDay, energy_wh_per_day: energyWhPerDay };
        return { ...nothing, written: [{ ...head, inverter_id: inverterId, ...days, changed_position: position }] };
      }
      case 'HistoryImported': {
        const history = event.data.parts.map(({ inverterId, firstDay, energyWh }) => ({
          ...{ ...head, id: `${correctionId}/${inverterId}`, inverter_id: inverterId, changed_position: position },
          ...{ first_day: firstDay, energies_wh: energyWh },
        }));
        return { ...nothing, history };
      }
      case 'EnergyCorrectionUndone': {
        const undone = { is_undone: true, changed_position: position };
        return {
          written: rows.written.map((row) => ({ ...row, ...undone })),
          history: rows.history.map((row) => ({ ...row, ...undone })),
        };
      }
    }
  },
  store: async (tx, all) => {
    const rows = [...all.values()];
    const written = rows.flatMap((one) => one.written);
    await upsertRows(tx, 'written', written, { key: 'correction_id' });
    const history = rows.flatMap((one) => one.history);
    await upsertRows(tx, 'history', history, { key: 'id' });
  },
});

/** What people wrote about the energy of days; the sums read it beside the readings. No reason stands in it. */
export const correctionsProjection: Projection = {
  name: 'corrections',
  version: 2,
  prefixes: ['corrections-'],
  create: async (db) => {
    const table = (name: string) =>
      db.schema
        .createTable(name)
        .addColumn('correction_id', 'uuid', (column) => column.notNull())
        .addColumn('plant_id', 'uuid', (column) => column.notNull())
        .addColumn('inverter_id', 'uuid', (column) => column.notNull())
        .addColumn('first_day', 'text', (column) => column.notNull())
        .addColumn('is_undone', 'boolean', (column) => column.notNull())
        .addColumn('made_position', 'int8', (column) => column.notNull())
        .addColumn('changed_position', 'int8', (column) => column.notNull());
    await table('written')
      .addColumn('last_day', 'text', (column) => column.notNull())
      .addColumn('energy_wh_per_day', 'float8')
      .addPrimaryKeyConstraint('written_key', ['correction_id'])
      .execute();
    await table('history')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('energies_wh', sql`float8[]`, (column) => column.notNull())
      .execute();
    await db.schema.createIndex('history_by_correction_id').on('history').column('correction_id').execute();
    for (const name of ['written', 'history']) {
      for (const column of ['inverter_id', 'changed_position']) {
        await db.schema.createIndex(`${name}_by_${column}`).on(name).column(column).execute();
      }
    }
  },
  apply: (tx, events) => byCorrection.apply(tx, events as readonly LoggedEvent<CorrectionEvent>[]),
  rows: byCorrection.rows,
};

async function load(db: Db, ids: readonly string[]): Promise<ReadonlyMap<string, Rows>> {
  const rowsOf = (table: 'written' | 'history') =>
    db.selectFrom(table).selectAll().where(isOneOf('correction_id', ids)).execute();
  const [written, history] = [await rowsOf('written'), await rowsOf('history')];
  const found = new Map<string, Rows>();
  for (const row of written) found.set(row['correction_id'], { ...nothing, written: [row as WrittenRow] });
  for (const row of history) {
    const known = found.get(row['correction_id']) ?? nothing;
    found.set(row['correction_id'], { ...known, history: [...known.history, row as HistoryRow] });
  }
  return found;
}
