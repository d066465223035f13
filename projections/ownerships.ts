import type { Db } from '../adapters/database/port.js';
import { PlantId, type AccountId } from '../domain/kernel/ids.js';
import type { PlantEvent } from '../domain/plant/events.js';
import type { LoggedEvent, Projection } from './engine/projection.js';
import { upsertRows } from './engine/rows.js';

/** Whose each plant is or was, also after it was removed: what a person may take along, and what erasure has to reach. */
export const ownershipsProjection: Projection = {
  name: 'ownerships',
  version: 1,
  prefixes: ['plant-'],
  create: (db) =>
    db.schema
      .createTable('ownerships')
      .addColumn('plant_id', 'uuid', (column) => column.primaryKey())
      .addColumn('owner_id', 'uuid', (column) => column.notNull())
      .addColumn('position', 'int8', (column) => column.notNull())
      .execute(),
  createIndexes: (db) =>
    db.schema
      .createIndex('ownerships_by_owner')
      .ifNotExists()
      .on('ownerships')
      .columns(['owner_id', 'position'])
      .execute(),
  apply: async (tx, events) => {
    const rows = (events as readonly LoggedEvent<PlantEvent>[]).flatMap((event) =>
      event.type === 'PlantAdded'
        ? [{ plant_id: event.data.plantId, owner_id: event.data.ownerId, position: event.position }]
        : [],
    );
    await upsertRows(tx, 'ownerships', rows, { key: 'plant_id' });
  },
};

/** Every plant that an account ever added, in that order. */
export async function plantsEverOf(db: Db, accountId: AccountId): Promise<readonly PlantId[]> {
  const rows = await db
    .withSchema('ownerships')
    .selectFrom('ownerships')
    .select('plant_id')
    .where('owner_id', '=', accountId)
    .orderBy('position')
    .execute();
  return rows.map((row) => PlantId.parse(row['plant_id']));
}
