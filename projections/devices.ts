import { sql } from 'kysely';
import type { Db, Tx } from '../adapters/database/port.js';
import type { PlantEvent } from '../domain/plant/events.js';
import type { LoggedEvent, Projection } from './engine/projection.js';
import { isOneOf, upsertRows } from './engine/rows.js';
import { concernsStays, foldStays, type DeviceBook, type OpenClaim, type Stay } from './device-stays.js';

/* eslint-disable @typescript-eslint/no-explicit-any -- database handles, as in the engine */

/**
 * Which device stood in which place when. `assignments` has one row for each stay of a proven device; the biography of
 * a device and the series of a place both follow from it. `open_claims` are the devices whose first data is awaited.
 */
export const devicesProjection: Projection = {
  name: 'devices',
  version: 5,
  prefixes: ['plant-'],
  create: async (db) => {
    await db.schema
      .createTable('assignments')
      // Position of the event that began the stay.
      .addColumn('position', 'int8', (column) => column.primaryKey())
      .addColumn('serial_number', 'text', (column) => column.notNull())
      .addColumn('inverter_id', 'uuid', (column) => column.notNull())
      .addColumn('plant_id', 'uuid', (column) => column.notNull())
      .addColumn('time_zone', 'text', (column) => column.notNull())
      .addColumn('nominal_power_w', 'integer', (column) => column.notNull())
      .addColumn('assigned_from', 'timestamptz', (column) => column.notNull())
      .addColumn('assigned_to', 'timestamptz')
      // Of the event that changed the row last: readers find by it what is new to them.
      .addColumn('changed_position', 'int8', (column) => column.notNull())
      .execute();
    for (const column of ['serial_number', 'plant_id', 'changed_position']) {
      await db.schema.createIndex(`assignments_by_${column}`).on('assignments').column(column).execute();
    }
    await db.schema
      .createTable('open_claims')
      .addColumn('inverter_id', 'uuid', (column) => column.primaryKey())
      .addColumn('plant_id', 'uuid', (column) => column.notNull())
      .addColumn('serial_number', 'text', (column) => column.notNull())
      .addColumn('nominal_power_w', 'integer', (column) => column.notNull())
      .addColumn('since', 'text', (column) => column.notNull())
      .addColumn('exchanged_at', 'text')
      .execute();
    await db.schema.createIndex('open_claims_by_plant_id').on('open_claims').column('plant_id').execute();
    await db.schema
      .createTable('plant_zones')
      .addColumn('plant_id', 'uuid', (column) => column.primaryKey())
      .addColumn('time_zone', 'text', (column) => column.notNull())
      .execute();
  },
  createIndexes: async (db) => {
    await db.schema
      .createIndex('assignments_by_inverter_id')
      .ifNotExists()
      .on('assignments')
      .column('inverter_id')
      .execute();
    // The office finds serial numbers by how they begin.
    for (const table of ['assignments', 'open_claims']) {
      const name = sql.raw(`${table}_by_serial`);
      await sql`create index if not exists ${name} on ${sql.table(table)} (serial_number collate "C")`.execute(db);
    }
  },
  apply: async (tx, events) => {
    const ours = (events as readonly LoggedEvent<PlantEvent>[]).filter(concernsStays);
    if (ours.length === 0) return;
    const before = await loadBook(tx, ours);
    await storeBook(tx, before, foldStays(before, ours));
  },
};

async function loadBook(tx: Tx, events: readonly LoggedEvent<PlantEvent>[]): Promise<DeviceBook> {
  const plantIds = [...new Set(events.map((event) => event.data.plantId))];
  const serialNumbers = [
    ...new Set(events.flatMap((event) => (event.type === 'InverterActivated' ? [event.data.serialNumber] : []))),
  ];
  const stays = await tx
    .selectFrom('assignments')
    .selectAll()
    .where((eb) => eb.or([isOneOf('plant_id', plantIds), sql<boolean>`serial_number = any(${serialNumbers}::text[])`]))
    .execute();
  const claims = await tx.selectFrom('open_claims').selectAll().where(isOneOf('plant_id', plantIds)).execute();
  const zones = await tx.selectFrom('plant_zones').selectAll().where(isOneOf('plant_id', plantIds)).execute();
  return {
    stays: new Map(stays.map((row) => [row['position'] as bigint, stayOf(row)])),
    claims: new Map(claims.map((row) => [row['inverter_id'] as string, claimOf(row)])),
    zones: new Map(zones.map((row) => [row['plant_id'] as string, row['time_zone'] as string])),
  };
}

async function storeBook(tx: Tx, before: DeviceBook, after: DeviceBook): Promise<void> {
  await upsertRows(
    tx,
    'assignments',
    changedEntries(before.stays, after.stays).map(([position, stay]) => ({ position, ...stayRow(stay) })),
    { key: 'position', update: ['time_zone', 'nominal_power_w', 'assigned_to', 'changed_position'] },
  );
  await replace(tx, 'open_claims', 'inverter_id', before.claims, after.claims, (claim) => ({
    plant_id: claim.plantId,
    serial_number: claim.serialNumber,
    nominal_power_w: claim.nominalPowerW,
    since: claim.since,
    exchanged_at: claim.exchangedAt,
  }));
  await replace(tx, 'plant_zones', 'plant_id', before.zones, after.zones, (zone) => ({ time_zone: zone }));
}

async function replace<V>(
  tx: Tx,
  table: string,
  key: string,
  before: ReadonlyMap<string, V>,
  after: ReadonlyMap<string, V>,
  rowOf: (value: V) => object,
): Promise<void> {
  const gone = [...before.keys()].filter((id) => !after.has(id));
  if (gone.length > 0) await tx.deleteFrom(table).where(isOneOf(key, gone)).execute();
  const changed = changedEntries(before, after).map(([id, value]) => ({ [key]: id, ...rowOf(value) }));
  await upsertRows(tx, table, changed, { key });
}

function changedEntries<K, V>(before: ReadonlyMap<K, V>, after: ReadonlyMap<K, V>): readonly (readonly [K, V])[] {
  return [...after].filter(([key, value]) => before.get(key) !== value);
}

function stayRow(stay: Stay): object {
  return {
    serial_number: stay.serialNumber,
    inverter_id: stay.inverterId,
    plant_id: stay.plantId,
    time_zone: stay.timeZone,
    nominal_power_w: stay.nominalPowerW,
    assigned_from: stay.from,
    assigned_to: stay.to,
    changed_position: stay.changedPosition,
  };
}

type Row = Readonly<Record<string, any>>;

function stayOf(row: Row): Stay {
  return {
    serialNumber: row['serial_number'],
    inverterId: row['inverter_id'],
    plantId: row['plant_id'],
    timeZone: row['time_zone'],
    nominalPowerW: row['nominal_power_w'],
    from: row['assigned_from'],
    to: row['assigned_to'],
    changedPosition: row['changed_position'],
  };
}

function claimOf(row: Row): OpenClaim {
  return {
    plantId: row['plant_id'],
    inverterId: row['inverter_id'],
    serialNumber: row['serial_number'],
    nominalPowerW: row['nominal_power_w'],
    since: row['since'],
    exchangedAt: row['exchanged_at'],
  };
}

export type { OpenClaim } from './device-stays.js';

/** Devices whose first data is awaited, of all plants. */
export async function openClaims(db: Db): Promise<readonly OpenClaim[]> {
  const rows = await db.withSchema('devices').selectFrom('open_claims').selectAll().execute();
  return rows.map(claimOf);
}

/** Every place in which a device ever stood, of some plants: also those that were removed since. */
export async function placesEver(db: Db, plantIds: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = await db
    .withSchema('devices')
    .selectFrom('assignments')
    .select(['plant_id', 'inverter_id'])
    .distinct()
    .where(isOneOf('plant_id', plantIds))
    .execute();
  const places = new Map<string, string[]>();
  for (const row of rows) {
    const ofPlant = places.get(row['plant_id']) ?? [];
    places.set(row['plant_id'], [...ofPlant, row['inverter_id']]);
  }
  return places;
}

/** Where a proven device stands now, or null. */
export async function currentPlace(
  db: Db,
  serialNumber: string,
): Promise<{ readonly plantId: string; readonly inverterId: string; readonly timeZone: string } | null> {
  const row = await db
    .withSchema('devices')
    .selectFrom('assignments')
    .select(['plant_id', 'inverter_id', 'time_zone'])
    .where('serial_number', '=', serialNumber)
    .where('assigned_to', 'is', null)
    .orderBy('position', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (row === undefined) return null;
  return { plantId: row['plant_id'], inverterId: row['inverter_id'], timeZone: row['time_zone'] };
}
