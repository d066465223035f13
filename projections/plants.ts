import type { Transaction } from 'kysely';
import type { PlantEvent } from '../domain/plant/events.js';
import type { LoggedEvent, Projection } from './engine/projection.js';
import { isOneOf, upsertRows } from './engine/rows.js';
import { emptyView, evolveView, listingOf, restoreView, storedView, type PlantView } from './plant-view.js';

/* eslint-disable @typescript-eslint/no-explicit-any -- database handles, as in the engine */

/** Plants as their owners see them: one row a plant, with columns for lists and the whole view for its page. */
export const plantsProjection: Projection = {
  name: 'plants',
  version: 2,
  prefixes: ['plant-'],
  create: async (db) => {
    await db.schema
      .createTable('plants')
      .addColumn('plant_id', 'uuid', (column) => column.primaryKey())
      .addColumn('owner_id', 'uuid', (column) => column.notNull())
      .addColumn('position', 'int8', (column) => column.notNull())
      .addColumn('revision', 'int8', (column) => column.notNull())
      .addColumn('listing', 'jsonb', (column) => column.notNull())
      .addColumn('view', 'jsonb', (column) => column.notNull())
      .execute();
  },
  createIndexes: (db) =>
    db.schema.createIndex('plants_by_owner').ifNotExists().on('plants').columns(['owner_id', 'position']).execute(),
  apply: async (tx, events) => {
    const ours = events as readonly LoggedEvent<PlantEvent>[];
    const plantIds = [...new Set(ours.map((event) => event.data.plantId))];
    const views = await loadViews(tx, plantIds);
    for (const event of ours) {
      const { plantId } = event.data;
      views.set(plantId, evolveView(views.get(plantId) ?? emptyView, event));
    }
    await store(tx, views);
  },
};

async function loadViews(tx: Transaction<any>, plantIds: readonly string[]): Promise<Map<string, PlantView>> {
  if (plantIds.length === 0) return new Map();
  const rows = await tx
    .selectFrom('plants')
    .select(['plant_id', 'view'])
    .where(isOneOf('plant_id', plantIds))
    .execute();
  return new Map(rows.map((row) => [row['plant_id'], restoreView(row['view'])]));
}

async function store(tx: Transaction<any>, views: ReadonlyMap<string, PlantView>): Promise<void> {
  const standing = [...views].filter(([, view]) => view.plant.status === 'active');
  const gone = [...views].filter(([, view]) => view.plant.status !== 'active').map(([plantId]) => plantId);
  if (gone.length > 0) await tx.deleteFrom('plants').where(isOneOf('plant_id', gone)).execute();
  await upsertRows(
    tx,
    'plants',
    standing.map(([plantId, view]) => ({
      plant_id: plantId,
      owner_id: view.plant.status === 'active' ? view.plant.ownerId : null,
      position: view.position,
      revision: view.revision,
      listing: listingOf(view),
      view: storedView(view),
    })),
    { key: 'plant_id', update: ['revision', 'listing', 'view'] },
  );
}
