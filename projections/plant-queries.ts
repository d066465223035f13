import { sql } from 'kysely';
import type { Db } from '../adapters/database/port.js';
import type { PlantRole } from '../domain/account/access.js';
import { PlantId } from '../domain/kernel/ids.js';
import { roleIn } from '../domain/plant/roles.js';
import type { ActivePlant, PlacedInverter } from '../domain/plant/state.js';
import { everyItem, pageFrom, type Page } from './engine/page.js';
import { restoreView, roleAmong, type PlaceHistory, type PlantListing, type StoredGrants } from './plant-view.js';

/** A plant for its page, as its owner sees it, and those whom the owner permits it. */
export type PlantRecord = {
  readonly plant: ActivePlant;
  /** What the account is to it. */
  readonly role: PlantRole;
  /** Revision of its stream: the ETag. */
  readonly revision: string;
  /** By inverter id. */
  readonly places: Readonly<Record<string, PlaceHistory>>;
};

/** The plant when the account may see it, else null. */
export async function findPlant(db: Db, accountId: string, plantId: string): Promise<PlantRecord | null> {
  const row = await db
    .withSchema('plants')
    .selectFrom('plants')
    .select('view')
    .where('plant_id', '=', plantId)
    .where(isVisibleTo(accountId))
    .executeTakeFirst();
  if (row === undefined) return null;
  const { plant, revision, places } = restoreView(row['view']);
  const role = plant.status === 'active' ? roleIn(plant, accountId) : null;
  return plant.status === 'active' && role !== null ? { plant, role, revision, places } : null;
}

/** Whether the account may see the plant: as `findPlant`, without reading it. */
export async function seesPlant(db: Db, accountId: string, plantId: string): Promise<boolean> {
  const row = await db
    .withSchema('plants')
    .selectFrom('plants')
    .select('plant_id')
    .where('plant_id', '=', plantId)
    .where(isVisibleTo(accountId))
    .executeTakeFirst();
  return row !== undefined;
}

/** Ids of what an account has or looks after, each half by its index: asked of every plant, as below, it reads all of them. */
export function seenBy(accountId: string) {
  return sql<string>`
    select plant_id from plants.plants where owner_id = ${accountId}
    union select plant_id from grants.invitations where account_id = ${accountId}`;
}

/** For one plant. */
function isVisibleTo(accountId: string) {
  return sql<boolean>`(owner_id = ${accountId} or exists (
    select from grants.invitations as granted where granted.account_id = ${accountId} and granted.plant_id = plants.plant_id
  ))`;
}

/** Every plant that the account has or looks after. */
export async function plantIdsOf(db: Db, accountId: string): Promise<readonly PlantId[]> {
  const { rows } = await sql<{ readonly plant_id: string }>`
    select plant_id from plants.plants where plant_id in (${seenBy(accountId)})`.execute(db);
  return rows.map((row) => PlantId.parse(row.plant_id));
}

type ListedPlant = PlantListing & { readonly id: string; readonly ownerId: string; readonly role: PlantRole };
export type PageWish = {
  readonly limit: number;
  readonly cursor: bigint | null;
  /** Ids of plants, at least one; null = all. */
  readonly only?: readonly string[] | null;
};
export type PlantPage = Page<ListedPlant, string>;

/**
 * The plants of an account, and those of others that it looks after, in the order in which they were added, or only some
 * of them. `cursor` is the `next` of the page before.
 */
export async function listPlants(
  db: Db,
  accountId: string,
  { limit, cursor, only = null }: PageWish,
): Promise<PlantPage> {
  const further = sql`
    ${only === null ? sql`` : sql`and plant_id = any(${[...only]}::uuid[])`}
    ${cursor === null ? sql`` : sql`and position > ${cursor}`}
    order by position limit ${limit + 1}`;
  // Each half has an index of its own, and ends early.
  const { rows } = await sql<ListedRow>`
    (select plant_id, owner_id, position, listing, 'owner' as role, null as grants from plants.plants
      where owner_id = ${accountId} ${further})
    union all
    (select plant_id, owner_id, position, listing, null, view -> 'plant' -> 'grants' from plants.plants
      where plant_id in (select plant_id from grants.invitations where account_id = ${accountId}) ${further})
    order by position limit ${limit + 1}`.execute(db);
  const { items, next } = pageFrom(rows, limit, ({ position }) => String(position));
  return {
    items: items.flatMap((row) => {
      const role = row.role ?? roleAmong(row.grants, accountId);
      return role === null ? [] : [{ ...row.listing, id: row.plant_id, ownerId: row.owner_id, role }];
    }),
    next,
  };
}

type ListedRow = {
  readonly plant_id: string;
  readonly owner_id: string;
  readonly position: bigint;
  readonly listing: PlantListing;
  readonly role: 'owner' | null;
  readonly grants: StoredGrants | null;
};

/** How many plants are in memory at a time. */
const plantsAtOnce = 500;

/** Every place whose device has a type: for the operator who corrects the catalogue. Reads all plants, some at a time. */
export async function* invertersOfType(
  db: Db,
  typeId: string,
): AsyncGenerator<{ readonly plantId: string; readonly inverterId: string }, void, undefined> {
  for await (const { plant_id: plantId, view } of everyItem((after: string | null) => viewsAfter(db, after))) {
    const { plant } = restoreView(view);
    if (plant.status !== 'active') continue;
    for (const inverter of plant.inverters.values()) {
      if (inverter.typeId === typeId) yield { plantId, inverterId: inverter.inverterId };
    }
  }
}

async function viewsAfter(db: Db, after: string | null) {
  const { rows } = await sql<{ readonly plant_id: string; readonly view: unknown }>`
    select plant_id, view from plants.plants ${after === null ? sql`` : sql`where plant_id > ${after}`}
    order by plant_id limit ${plantsAtOnce + 1}`.execute(db);
  return pageFrom(rows, plantsAtOnce, ({ plant_id }) => plant_id);
}

/** The places of some plants, for lists; plants that are gone are left out. */
export async function invertersOf(
  db: Db,
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

/** Some plants as they decide, without who was invited and what they are watched for; plants that are gone are left out. */
export async function activePlants(db: Db, plantIds: readonly string[]): Promise<ReadonlyMap<string, ActivePlant>> {
  if (plantIds.length === 0) return new Map();
  const { rows } = await sql<{ plant_id: string; view: unknown }>`
    select plant_id::text, view from plants.plants where plant_id = any(${[...plantIds]}::uuid[])`.execute(db);
  return new Map(
    rows.flatMap(({ plant_id, view }) => {
      const { plant } = restoreView(view);
      return plant.status === 'active' ? [[plant_id, plant] as const] : [];
    }),
  );
}
