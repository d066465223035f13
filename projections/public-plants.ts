import { sql } from 'kysely';
import type { Tx } from '../adapters/database/port.js';
import { isErased } from '../domain/kernel/event.js';
import type { PlantEvent } from '../domain/plant/events.js';
import { cellAt, coarsePosition, mapZooms, postcodeKey, sizeClassOf, townKey } from '../domain/plant/public-map.js';
import type { LoggedEvent, Projection } from './engine/projection.js';
import { isOneOf, upsertRows } from './engine/rows.js';

/** What everybody may know of a plant while its owner shows it (B9), and whether that is so. */
type PlantRow = {
  readonly plant_id: string;
  readonly is_public: boolean;
  readonly country: string;
  readonly postcode: string;
  readonly town: string;
  readonly time_zone: string;
  readonly generator_power_w: number;
  readonly nominal_power_w: number;
  readonly latitude_tenths: number;
  readonly longitude_tenths: number;
  readonly postcode_key: string;
  readonly town_key: string;
  readonly size_class: number;
};

/**
 * Public plants and their numbers in the cells of the map, changed in the same moment: what is not public any more is gone
 * from both. Of plants that are not public it keeps what it would show of them.
 */
export const publicPlantsProjection: Projection = {
  name: 'public_plants',
  version: 1,
  prefixes: ['plant-'],
  create: async (db) => {
    await db.schema
      .createTable('plants')
      .addColumn('plant_id', 'uuid', (column) => column.primaryKey())
      .addColumn('is_public', 'boolean', (column) => column.notNull())
      .addColumn('country', 'text', (column) => column.notNull())
      .addColumn('postcode', 'text', (column) => column.notNull())
      .addColumn('town', 'text', (column) => column.notNull())
      .addColumn('time_zone', 'text', (column) => column.notNull())
      .addColumn('generator_power_w', 'int8', (column) => column.notNull())
      .addColumn('nominal_power_w', 'int8', (column) => column.notNull())
      .addColumn('latitude_tenths', 'integer', (column) => column.notNull())
      .addColumn('longitude_tenths', 'integer', (column) => column.notNull())
      .addColumn('postcode_key', sql`text collate "C"`, (column) => column.notNull())
      .addColumn('town_key', sql`text collate "C"`, (column) => column.notNull())
      .addColumn('size_class', 'int2', (column) => column.notNull())
      .execute();
    await db.schema
      .createTable('cells')
      .addColumn('zoom', 'int2', (column) => column.notNull())
      .addColumn('x', 'integer', (column) => column.notNull())
      .addColumn('y', 'integer', (column) => column.notNull())
      .addColumn('country', 'text', (column) => column.notNull())
      .addColumn('size_class', 'int2', (column) => column.notNull())
      .addColumn('plants', 'integer', (column) => column.notNull())
      // Sums over the plants, whose mean is where the cell is shown.
      .addColumn('latitude_tenths', 'int8', (column) => column.notNull())
      .addColumn('longitude_tenths', 'int8', (column) => column.notNull())
      .addPrimaryKeyConstraint('cells_key', ['zoom', 'x', 'y', 'country', 'size_class'])
      .execute();
  },
  createIndexes: async (db) => {
    for (const [name, columns] of [
      ['postcode', ['postcode_key']],
      ['town', ['town_key']],
      ['place', ['latitude_tenths', 'longitude_tenths']],
    ] as const) {
      await db.schema
        .createIndex(`plants_by_${name}`)
        .ifNotExists()
        .on('plants')
        .columns([...columns])
        .where(sql.ref('is_public'), '=', true)
        .execute();
    }
  },
  apply: async (tx, events) => {
    const ours = (events as readonly LoggedEvent<PlantEvent>[]).filter(concernsMap);
    if (ours.length === 0) return;
    const before = await load(tx, [...new Set(ours.map(({ data }) => data.plantId))]);
    const after = new Map(before);
    for (const event of ours) {
      const row = evolve(after.get(event.data.plantId), event);
      if (row === null) after.delete(event.data.plantId);
      else after.set(event.data.plantId, row);
    }
    const gone = [...before.keys()].filter((id) => !after.has(id));
    if (gone.length > 0) await tx.deleteFrom('plants').where(isOneOf('plant_id', gone)).execute();
    const changed = [...after].filter(([id, row]) => before.get(id) !== row).map(([, row]) => row);
    await upsertRows(tx, 'plants', changed, { key: 'plant_id' });
    await moveInCells(tx, before, after);
  },
};

function concernsMap({ type }: PlantEvent): boolean {
  return type === 'PlantAdded' || type === 'PlantChanged' || type === 'PlantRemoved' || type === 'NominalPowerChanged';
}

async function load(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, PlantRow>> {
  const rows = await tx.selectFrom('plants').selectAll().where(isOneOf('plant_id', ids)).execute();
  return new Map(
    rows.map((row) => [
      row['plant_id'],
      {
        ...(row as PlantRow),
        generator_power_w: Number(row['generator_power_w']),
        nominal_power_w: Number(row['nominal_power_w']),
      },
    ]),
  );
}

/** Null: the plant is gone. A plant whose owner was erased is nobody's to show. */
function evolve(row: PlantRow | undefined, event: LoggedEvent<PlantEvent>): PlantRow | null {
  const { data } = event;
  if (event.type === 'PlantRemoved') return null;
  const known = row ?? unknownPlant(data.plantId);
  if (event.type === 'NominalPowerChanged') return { ...known, nominal_power_w: event.data.nominalPowerW };
  if (event.type !== 'PlantAdded' && event.type !== 'PlantChanged') return known;
  const { address, location, timeZone, generatorPowerW, public: isPublic } = event.data;
  if (isErased(address) || isErased(location)) return { ...unknownPlant(data.plantId) };
  const position = location === undefined ? null : coarsePosition(location);
  return {
    ...known,
    ...(isPublic === undefined ? {} : { is_public: isPublic }),
    ...(timeZone === undefined ? {} : { time_zone: timeZone }),
    ...(generatorPowerW === undefined
      ? {}
      : { generator_power_w: generatorPowerW, size_class: sizeClassOf(generatorPowerW) }),
    ...(position === null
      ? {}
      : { latitude_tenths: position.latitudeTenths, longitude_tenths: position.longitudeTenths }),
    ...(address === undefined
      ? {}
      : {
          country: address.country.toUpperCase(),
          postcode: address.postcode,
          town: address.town,
          postcode_key: postcodeKey(address.postcode),
          town_key: townKey(address.town),
        }),
  };
}

function unknownPlant(plantId: string): PlantRow {
  return {
    ...{ plant_id: plantId, is_public: false, country: '', postcode: '', town: '', time_zone: 'UTC' },
    ...{ generator_power_w: 0, nominal_power_w: 0, latitude_tenths: 0, longitude_tenths: 0 },
    ...{ postcode_key: '', town_key: '', size_class: 0 },
  };
}

type Delta = {
  readonly zoom: number;
  readonly x: number;
  readonly y: number;
  readonly country: string;
  readonly size_class: number;
  plants: number;
  latitude_tenths: number;
  longitude_tenths: number;
};

/** Takes each plant out of the cells that it was counted in and counts it where it stands now. */
async function moveInCells(
  tx: Tx,
  before: ReadonlyMap<string, PlantRow>,
  after: ReadonlyMap<string, PlantRow>,
): Promise<void> {
  const deltas = new Map<string, Delta>();
  for (const id of new Set([...before.keys(), ...after.keys()])) {
    const [was, is] = [before.get(id), after.get(id)];
    if (was === is) continue;
    if (was?.is_public === true) count(deltas, was, -1);
    if (is?.is_public === true) count(deltas, is, 1);
  }
  const changed = [...deltas.values()].filter(
    (delta) => delta.plants !== 0 || delta.latitude_tenths !== 0 || delta.longitude_tenths !== 0,
  );
  if (changed.length === 0) return;
  const cells = sql.table('cells');
  await sql`
    insert into ${cells} as cell (zoom, x, y, country, size_class, plants, latitude_tenths, longitude_tenths)
    select zoom, x, y, country, size_class, plants, latitude_tenths, longitude_tenths
    from json_populate_recordset(null::${cells}, ${JSON.stringify(changed)}::json)
    on conflict (zoom, x, y, country, size_class) do update set plants = cell.plants + excluded.plants,
      latitude_tenths = cell.latitude_tenths + excluded.latitude_tenths,
      longitude_tenths = cell.longitude_tenths + excluded.longitude_tenths`.execute(tx);
  await sql`
    delete from ${cells} as cell using json_populate_recordset(null::${cells}, ${JSON.stringify(changed)}::json) as changed
    where (cell.zoom, cell.x, cell.y, cell.country, cell.size_class)
      = (changed.zoom, changed.x, changed.y, changed.country, changed.size_class) and cell.plants = 0`.execute(tx);
}

function count(deltas: Map<string, Delta>, row: PlantRow, by: 1 | -1): void {
  for (const zoom of mapZooms) {
    const { x, y } = cellAt(zoom, row.latitude_tenths / 10, row.longitude_tenths / 10);
    const { country, size_class } = row;
    const key = `${zoom} ${x} ${y} ${country} ${size_class}`;
    const delta = deltas.get(key) ?? {
      ...{ zoom, x, y, country, size_class, plants: 0, latitude_tenths: 0, longitude_tenths: 0 },
    };
    delta.plants += by;
    delta.latitude_tenths += by * row.latitude_tenths;
    delta.longitude_tenths += by * row.longitude_tenths;
    deltas.set(key, delta);
  }
}
