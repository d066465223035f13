import { sql } from 'kysely';
import type { Db, Tx } from '../adapters/database/port.js';
import type { PlantEvent } from '../domain/plant/events.js';
import { keyedRows } from './engine/keyed-rows.js';
import type { LoggedEvent, Projection } from './engine/projection.js';
import { isOneOf, upsertRows } from './engine/rows.js';
import { folded } from './folded.js';
import { emptyView, evolveView, listingOf, restoreView, storedView, type PlantView } from './plant-view.js';

/** By which plants are found, as the index has it. */
export const plantName = folded(sql`listing ->> 'name'`);

/** Plants as their owners see them: one row a plant, with columns for lists and the whole view for its page. */
export const plantsProjection: Projection = {
  name: 'plants',
  version: 10,
  prefixes: ['plant-'],
  create: async (db) => {
    await db.schema
      .createTable('plants')
      .addColumn('plant_id', 'uuid', (column) => column.primaryKey())
      .addColumn('owner_id', 'uuid', (column) => column.notNull())
      .addColumn('position', 'int8', (column) => column.notNull())
      .addColumn('revision', 'int8', (column) => column.notNull())
      .addColumn('listing', 'json', (column) => column.notNull())
      .addColumn('view', 'json', (column) => column.notNull())
      .execute();
  },
  createIndexes: async (db) => {
    await db.schema
      .createIndex('plants_by_owner')
      .ifNotExists()
      .on('plants')
      .columns(['owner_id', 'position'])
      .execute();
    await sql`create index if not exists plants_by_name
      on ${sql.table('plants')} (${plantName}, plant_id)`.execute(db);
  },
  ...keyedRows<PlantView, LoggedEvent<PlantEvent>>({
    keyOf: (event) => event.data.plantId,
    load: loadViews,
    evolve: (view = emptyView, event) => evolveView(view, event),
    store,
  }),
};

async function loadViews(db: Db, plantIds: readonly string[]): Promise<Map<string, PlantView>> {
  const rows = await db
    .selectFrom('plants')
    .select(['plant_id', 'view'])
    .where(isOneOf('plant_id', plantIds))
    .execute();
  return new Map(rows.map((row) => [row['plant_id'], restoreView(row['view'])]));
}

async function store(tx: Tx, views: ReadonlyMap<string, PlantView>): Promise<void> {
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
    { key: 'plant_id', update: ['revision', 'listing', 'view'], documents: ['listing', 'view'] },
  );
}
