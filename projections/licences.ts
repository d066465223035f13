import type { Db } from '../adapters/database/port.js';
import { PlantId } from '../domain/kernel/ids.js';
import { dayIn, legalTimeZone, type Temporal } from '../domain/kernel/time.js';
import { nextDueAt } from '../domain/licence/due.js';
import type { LicenceEvent } from '../domain/licence/events.js';
import { licenceDecider } from '../domain/licence/licence.js';
import { licenceSummary } from '../domain/licence/summary.js';
import { noLicence, type LicenceState } from '../domain/licence/state.js';
import { keyedRows } from './engine/keyed-rows.js';
import type { LoggedEvent, Projection } from './engine/projection.js';
import { isOneOf, upsertRows } from './engine/rows.js';

/**
 * The licence of each plant as its events have left it, and when time alone brings something about next: the plan of whoever
 * watches the clock. Days are text: a calendar day has no zone to be converted to.
 */
export const licencesProjection: Projection = {
  name: 'licences',
  version: 3,
  prefixes: ['licence-'],
  create: async (db) => {
    await db.schema
      .createTable('licences')
      .addColumn('plant_id', 'uuid', (column) => column.primaryKey())
      .addColumn('state', 'jsonb', (column) => column.notNull())
      // null: time changes nothing any more
      .addColumn('next_due_at', 'timestamptz')
      .execute();
  },
  createIndexes: async (db) => {
    await db.schema
      .createIndex('licences_by_next_due')
      .ifNotExists()
      .on('licences')
      .column('next_due_at')
      .where('next_due_at', 'is not', null)
      .execute();
  },
  ...keyedRows<LicenceState, LoggedEvent<LicenceEvent>>({
    keyOf: (event) => event.data.plantId,
    load: async (db, plantIds) => {
      const rows = await db.selectFrom('licences').selectAll().where(isOneOf('plant_id', plantIds)).execute();
      return new Map(rows.map((row) => [row['plant_id'], row['state'] as LicenceState]));
    },
    evolve: (state, event) => licenceDecider.evolve(state ?? noLicence, event),
    store: async (tx, states) => {
      const rows = [...states].map(([plantId, state]) => ({
        plant_id: plantId,
        state,
        next_due_at: nextDueAt(state),
      }));
      await upsertRows(tx, 'licences', rows, { key: 'plant_id' });
    },
  }),
};

/** The licences of some plants; a plant that never had one has the state `none`. */
export async function licencesOf(db: Db, plantIds: readonly string[]): Promise<(plantId: string) => LicenceState> {
  const rows =
    plantIds.length === 0
      ? []
      : await db
          .withSchema('licences')
          .selectFrom('licences')
          .selectAll()
          .where(isOneOf('plant_id', plantIds))
          .execute();
  // Version 1 knew trials only; it is read until version 2 is complete.
  const states = new Map<string, LicenceState>(
    rows.map((row) => [row['plant_id'], { ...noLicence, ...row['state'], status: 'known' }]),
  );
  return (plantId) => states.get(plantId) ?? noLicence;
}

/** Plants for which something of the licence is due by now, the longest due first. At most `limit`. */
export async function dueLicences(db: Db, now: Temporal.Instant, limit: number): Promise<readonly PlantId[]> {
  const rows = await db
    .withSchema('licences')
    .selectFrom('licences')
    .select('plant_id')
    .where('next_due_at', '<=', now.toString())
    .orderBy('next_due_at')
    .limit(limit)
    .execute();
  return rows.map((row) => PlantId.parse(row['plant_id']));
}

/** Whether a plant is not shown any more: its licence has ended, or was exceeded. */
export async function isLocked(db: Db, plantId: PlantId, now: Temporal.Instant): Promise<boolean> {
  const { state } = licenceSummary((await licencesOf(db, [plantId]))(plantId), dayIn(legalTimeZone, now));
  return state === 'expired' || state === 'exceeded';
}
