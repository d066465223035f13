import type { Kysely } from 'kysely';
import type { LicenceEvent } from '../domain/licence/events.js';
import { licenceDecider, type LicenceState } from '../domain/licence/licence.js';
import type { LoggedEvent, Projection } from './engine/projection.js';
import { isOneOf, upsertRows } from './engine/rows.js';

/** The licence of each plant, as far as pages show it. Days are text: a calendar day has no zone to be converted to. */
export const licencesProjection: Projection = {
  name: 'licences',
  version: 2,
  prefixes: ['licence-'],
  create: async (db) => {
    await db.schema
      .createTable('licences')
      .addColumn('plant_id', 'uuid', (column) => column.primaryKey())
      .addColumn('state', 'jsonb', (column) => column.notNull())
      .execute();
  },
  apply: async (tx, events) => {
    const ours = events as readonly LoggedEvent<LicenceEvent>[];
    const plantIds = [...new Set(ours.map((event) => event.data.plantId))];
    if (plantIds.length === 0) return;
    const rows = await tx.selectFrom('licences').selectAll().where(isOneOf('plant_id', plantIds)).execute();
    const states = new Map<string, LicenceState>(rows.map((row) => [row['plant_id'], row['state']]));
    for (const event of ours) {
      const before = states.get(event.data.plantId) ?? licenceDecider.initialState;
      states.set(event.data.plantId, licenceDecider.evolve(before, event));
    }
    const changed = [...states].map(([plantId, state]) => ({ plant_id: plantId, state }));
    await upsertRows(tx, 'licences', changed, { key: 'plant_id' });
  },
};

/** The licences of some plants; a plant that never had one has the state `none`. */
export async function licencesOf(
  db: Kysely<any>, // eslint-disable-line @typescript-eslint/no-explicit-any
  plantIds: readonly string[],
): Promise<(plantId: string) => LicenceState> {
  const rows =
    plantIds.length === 0
      ? []
      : await db.withSchema('licences').selectFrom('licences').selectAll().where('plant_id', 'in', plantIds).execute();
  const states = new Map<string, LicenceState>(rows.map((row) => [row['plant_id'], row['state']]));
  return (plantId) => states.get(plantId) ?? licenceDecider.initialState;
}
