import type { Kysely } from 'kysely';
import type { ActivePlant, PlacedInverter } from '../domain/plant/state.js';
import { restoreView, type PlaceHistory, type PlantListing } from './plant-view.js';

/* eslint-disable @typescript-eslint/no-explicit-any -- database handles, as in the engine */

/** A plant for its page, as its owner sees it. */
export type PlantRecord = {
  readonly plant: ActivePlant;
  /** Revision of its stream: the ETag. */
  readonly revision: string;
  /** By inverter id. */
  readonly places: Readonly<Record<string, PlaceHistory>>;
};

/** The plant when the account may see it, else null. */
export async function findPlant(db: Kysely<any>, accountId: string, plantId: string): Promise<PlantRecord | null> {
  const row = await db
    .withSchema('plants')
    .selectFrom('plants')
    .select('view')
    .where('plant_id', '=', plantId)
    .where('owner_id', '=', accountId)
    .executeTakeFirst();
  if (row === undefined) return null;
  const { plant, revision, places } = restoreView(row['view']);
  return plant.status === 'active' ? { plant, revision, places } : null;
}

type ListedPlant = PlantListing & { readonly id: string };
export type PageWish = {
  readonly limit: number;
  readonly cursor: bigint | null;
  /** Ids of plants, at least one; null = all. */
  readonly only?: readonly string[] | null;
};
export type PlantPage = { readonly items: readonly ListedPlant[]; readonly next: string | null };

/**
 * The plants of an account in the order in which they were added, or only some of them. `cursor` is the `next` of the page
 * before.
 */
export async function listPlants(
  db: Kysely<any>,
  accountId: string,
  { limit, cursor, only = null }: PageWish,
): Promise<PlantPage> {
  let query = db
    .withSchema('plants')
    .selectFrom('plants')
    .select(['plant_id', 'position', 'listing'])
    .where('owner_id', '=', accountId);
  if (only !== null) query = query.where('plant_id', 'in', only);
  if (cursor !== null) query = query.where('position', '>', cursor);
  const rows = await query
    .orderBy('position')
    .limit(limit + 1)
    .execute();
  const page = rows.slice(0, limit);
  return {
    items: page.map((row) => ({ id: row['plant_id'], ...row['listing'] })),
    next: rows.length > limit ? String(page.at(-1)?.['position']) : null,
  };
}

/** Every place whose device has a type: for the operator who corrects the catalogue. */
export async function invertersOfType(
  db: Kysely<any>,
  typeId: string,
): Promise<readonly { readonly plantId: string; readonly inverterId: string }[]> {
  const rows = await db.withSchema('plants').selectFrom('plants').select(['plant_id', 'view']).execute();
  return rows.flatMap((row) => {
    const { plant } = restoreView(row['view']);
    if (plant.status !== 'active') return [];
    return [...plant.inverters.values()]
      .filter((inverter) => inverter.typeId === typeId)
      .map(({ inverterId }) => ({ plantId: row['plant_id'] as string, inverterId }));
  });
}

/** The places of some plants, for lists; plants that are gone are left out. */
export async function invertersOf(
  db: Kysely<any>,
  plantIds: readonly string[],
): Promise<
  readonly { readonly plantId: string; readonly timeZone: string; readonly inverters: readonly PlacedInverter[] }[]
> {
  if (plantIds.length === 0) return [];
  const rows = await db
    .withSchema('plants')
    .selectFrom('plants')
    .select(['plant_id', 'view'])
    .where('plant_id', 'in', plantIds)
    .execute();
  return rows.flatMap((row) => {
    const { plant } = restoreView(row['view']);
    if (plant.status !== 'active') return [];
    return [{ plantId: row['plant_id'], timeZone: plant.details.timeZone, inverters: [...plant.inverters.values()] }];
  });
}
