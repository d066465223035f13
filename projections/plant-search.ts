import { sql } from 'kysely';
import type { Db } from '../adapters/database/port.js';
import { pageFrom, type Page } from './engine/page.js';
import { folded } from './folded.js';
import type { PlantListing } from './plant-view.js';
import { plantName } from './plants.js';

/** A plant as the office finds it. */
export type FoundPlant = { readonly plantId: string; readonly ownerId: string; readonly listing: PlantListing };

/** Plants whose name begins so, whatever its capitals, in the order of names. `after` is the `next` of the page before. */
export async function plantsNamed(
  db: Db,
  {
    name,
    after,
    limit,
  }: { readonly name: string; readonly after: readonly [string, string] | null; readonly limit: number },
): Promise<Page<FoundPlant, readonly [string, string]>> {
  const beginning = folded(sql`${name}::text`);
  const { rows } = await sql<Row & { readonly name: string }>`
    select plant_id, owner_id, listing, ${plantName} as name from plants.plants
    where ${plantName} >= ${beginning} and ${plantName} < ${beginning} || chr(1114111)
      ${after === null ? sql`` : sql`and (${plantName}, plant_id) > (${after[0]}, ${after[1]}::uuid)`}
    order by ${plantName}, plant_id limit ${limit + 1}`.execute(db);
  const { items, next } = pageFrom(rows, limit, (row) => [row.name, row.plant_id] as const);
  return { items: items.map(foundOf), next };
}

/** The plants of an owner, those added first; at most `limit`. */
export async function plantsOwnedBy(db: Db, ownerId: string, limit: number): Promise<readonly FoundPlant[]> {
  const { rows } = await sql<Row>`
    select plant_id, owner_id, listing from plants.plants
    where owner_id = ${ownerId} order by position limit ${limit}`.execute(db);
  return rows.map(foundOf);
}

/** Plants by their ids; those that are gone are left out. */
export async function plantsByIds(db: Db, plantIds: readonly string[]): Promise<readonly FoundPlant[]> {
  if (plantIds.length === 0) return [];
  const { rows } = await sql<Row>`
    select plant_id, owner_id, listing from plants.plants where plant_id = any(${[...plantIds]}::uuid[])`.execute(db);
  return rows.map(foundOf);
}

/** Where a device ever stood, or is awaited: the latest first. At most `limit`. */
export async function plantIdsOfSerial(db: Db, serialNumber: string, limit: number): Promise<readonly string[]> {
  const stood = await sql<{ readonly plant_id: string }>`
    select plant_id from devices.assignments where serial_number = ${serialNumber}
    order by position desc limit ${limit}`.execute(db);
  const awaited = await sql<{ readonly plant_id: string }>`
    select plant_id from devices.open_claims where serial_number = ${serialNumber} limit ${limit}`.execute(db);
  return [...new Set([...awaited.rows, ...stood.rows].map((row) => row.plant_id))].slice(0, limit);
}

type Row = { readonly plant_id: string; readonly owner_id: string; readonly listing: PlantListing };

function foundOf({ plant_id: plantId, owner_id: ownerId, listing }: Row): FoundPlant {
  return { plantId, ownerId, listing };
}
