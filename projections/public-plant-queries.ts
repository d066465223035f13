import { sql, type RawBuilder } from 'kysely';
import type { Db } from '../adapters/database/port.js';
import { cellAt, plantSizes, postcodeKey, townKey, zoomOfCells, type PlantSize } from '../domain/plant/public-map.js';

/** B9: these columns and no others. */
export type PublicPlant = {
  readonly id: string;
  readonly country: string;
  readonly postcode: string;
  readonly town: string;
  readonly generatorPowerW: number;
  readonly nominalPowerW: number;
  readonly energyTodayWh: number | null;
  readonly energyTotalWh: number | null;
};

/** What is left out is not asked for. Postcode and town: how they begin. */
export type PublicPlantFilter = {
  readonly country?: string | undefined;
  readonly postcode?: string | undefined;
  readonly town?: string | undefined;
  readonly size?: PlantSize | undefined;
};

/** A place in the list: everything before it was seen. */
export type PublicPlantCursor = { readonly rank: number; readonly plantId: string };

export type PublicPlantPage = {
  readonly items: readonly PublicPlant[];
  readonly next: PublicPlantCursor | null;
};

const columns = sql`
  plant.plant_id as id, plant.country, plant.postcode, plant.town, plant.generator_power_w::float8 as "generatorPowerW",
  plant.nominal_power_w::float8 as "nominalPowerW", listed.today_wh as "energyTodayWh", listed.total_wh as "energyTotalWh"`;

/** Of a page, how many may have been hidden since the last look at the sums without making it shorter. */
const hiddenAtMost = 200;

/**
 * Public plants, those first that made most today for each kilowatt of their modules. The order is that of the last look
 * at the sums; whether a plant is public, and what it is, is asked at this moment.
 */
export async function listPublicPlants(
  db: Db,
  filter: PublicPlantFilter,
  page: { readonly limit: number; readonly after: PublicPlantCursor | null },
): Promise<PublicPlantPage> {
  const { limit, after } = page;
  // Of few plants, all are looked at and sorted; else the list is read in its order until the page is full.
  const matching = isNarrow(filter) ? sql`materialized` : sql`not materialized`;
  const { rows } = await sql<PublicPlant & { readonly rank: number }>`
    with matching as ${matching} (
      select plant_id, rank, today_wh, total_wh from public.public_yields where ${condition(filter, 'public_yields')}
        ${after === null ? sql`` : sql`and (rank, plant_id) < (${after.rank}::float8, ${after.plantId}::uuid)`}
    ), listed as materialized (
      select * from matching order by rank desc, plant_id desc limit ${limit + 1 + hiddenAtMost}
    )
    select ${columns}, listed.rank
    from listed
    cross join lateral (select * from public_plants.plants where plant_id = listed.plant_id and is_public) plant
    order by listed.rank desc, listed.plant_id desc limit ${limit + 1}`.execute(db);
  const items = rows.slice(0, limit);
  const last = rows.length > limit ? items.at(-1) : undefined;
  return {
    items: items.map(({ rank: _rank, ...plant }) => plant),
    next: last === undefined ? null : { rank: last.rank, plantId: last.id },
  };
}

/** Null when there is none, or none that is public. */
export async function findPublicPlant(db: Db, plantId: string): Promise<PublicPlant | null> {
  const { rows } = await sql<PublicPlant>`
    select ${columns} from public_plants.plants plant left join public.public_yields listed using (plant_id)
    where plant.plant_id = ${plantId} and plant.is_public`.execute(db);
  return rows[0] ?? null;
}

export type MapView = {
  readonly zoom: number;
  readonly westDeg: number;
  readonly southDeg: number;
  readonly eastDeg: number;
  readonly northDeg: number;
};

export type PublicCluster = {
  readonly latitudeDeg: number;
  readonly longitudeDeg: number;
  readonly plants: number;
  /** The one plant that it is; null when there are more. */
  readonly plantId: string | null;
};

/** Public plants of a part of the map, those near each other counted together. */
export async function publicClusters(
  db: Db,
  filter: PublicPlantFilter,
  view: MapView,
): Promise<readonly PublicCluster[]> {
  const { rows: found } = await (isNarrow(filter) ? placesOf(filter, view) : cellsKept(filter, view)).execute(db);
  const rows = isNarrow(filter) ? inCells(found, view.zoom) : found;
  const single = rows.filter(({ plants }) => plants === 1);
  const ids = await plantsAt(db, filter, single);
  return rows.map((row) => ({
    latitudeDeg: row.latitudeTenths / row.plants / 10,
    longitudeDeg: row.longitudeTenths / row.plants / 10,
    plants: row.plants,
    plantId: row.plants === 1 ? (ids.get(placeOf(row)) ?? null) : null,
  }));
}

type CellRow = { readonly plants: number; readonly latitudeTenths: number; readonly longitudeTenths: number };

const sums = (plants: RawBuilder<unknown>) => sql`
  ${plants}::integer as plants, sum(latitude_tenths)::float8 as "latitudeTenths",
  sum(longitude_tenths)::float8 as "longitudeTenths"`;

function cellsKept(filter: PublicPlantFilter, view: MapView) {
  const zoom = zoomOfCells(view.zoom);
  const from = cellAt(zoom, view.northDeg, view.westDeg);
  const to = cellAt(zoom, view.southDeg, view.eastDeg);
  return sql<CellRow>`
    select ${sums(sql`sum(plants)`)} from public_plants.cells
    where zoom = ${zoom} and x between ${from.x} and ${to.x} and y between ${from.y} and ${to.y}
      and ${condition({ country: filter.country, size: filter.size }, 'cells')}
    group by x, y order by x, y`;
}

const placesAtMost = 5_000;

/** A narrow filter leaves few plants: they are counted by where they stand, and then by cells. */
function placesOf(filter: PublicPlantFilter, { westDeg, southDeg, eastDeg, northDeg }: MapView) {
  return sql<CellRow>`
    select ${sums(sql`count(*)`)} from public_plants.plants plant
    where is_public and ${condition(filter, 'plant')}
      and latitude_tenths between ${southDeg * 10}::float8 and ${northDeg * 10}::float8
      and longitude_tenths between ${westDeg * 10}::float8 and ${eastDeg * 10}::float8
    group by latitude_tenths, longitude_tenths order by latitude_tenths, longitude_tenths limit ${placesAtMost}`;
}

function inCells(places: readonly CellRow[], zoom: number): readonly CellRow[] {
  const cells = new Map<string, CellRow>();
  for (const { plants, latitudeTenths, longitudeTenths } of places) {
    const { x, y } = cellAt(zoomOfCells(zoom), latitudeTenths / plants / 10, longitudeTenths / plants / 10);
    const cell = cells.get(`${x} ${y}`) ?? { plants: 0, latitudeTenths: 0, longitudeTenths: 0 };
    cells.set(`${x} ${y}`, {
      plants: cell.plants + plants,
      latitudeTenths: cell.latitudeTenths + latitudeTenths,
      longitudeTenths: cell.longitudeTenths + longitudeTenths,
    });
  }
  return [...cells.values()];
}

const placeOf = (row: CellRow) => `${row.latitudeTenths} ${row.longitudeTenths}`;

/** Which plants they are that stand alone in their cell. */
async function plantsAt(
  db: Db,
  filter: PublicPlantFilter,
  places: readonly CellRow[],
): Promise<ReadonlyMap<string, string>> {
  if (places.length === 0) return new Map();
  const { rows } = await sql<CellRow & { readonly id: string }>`
    select plant_id as id, latitude_tenths as "latitudeTenths", longitude_tenths as "longitudeTenths"
    from public_plants.plants plant
    join unnest(${places.map((place) => place.latitudeTenths)}::integer[],
      ${places.map((place) => place.longitudeTenths)}::integer[]) as place (latitude_tenths, longitude_tenths)
      using (latitude_tenths, longitude_tenths)
    where is_public and ${condition(filter, 'plant')}`.execute(db);
  return new Map(rows.map((row) => [placeOf(row), row.id]));
}

const isNarrow = ({ postcode, town }: PublicPlantFilter) => postcode !== undefined || town !== undefined;

type Table = 'public_yields' | 'cells' | 'plant';

function condition({ country, postcode, town, size }: PublicPlantFilter, table: Table) {
  const of = (column: string) => sql.ref(`${table}.${column}`);
  const parts = [
    ...(country === undefined ? [] : [sql`${of('country')} = ${country}`]),
    ...(size === undefined ? [] : [sql`${of('size_class')} = ${plantSizes.indexOf(size)}`]),
    ...(postcode === undefined ? [] : [sql`${of('postcode_key')} like ${beginning(postcodeKey(postcode))}`]),
    ...(town === undefined ? [] : [sql`${of('town_key')} like ${beginning(townKey(town))}`]),
  ];
  return parts.length === 0 ? sql`true` : sql.join(parts, sql` and `);
}

function beginning(text: string): string {
  return `${text.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
}

/** Null before the first look at the sums. */
export async function publicTotals(db: Db) {
  const { rows } = await sql<{
    readonly plants: number;
    readonly generatorPowerW: number;
    readonly nominalPowerW: number;
    readonly energyTodayWh: number | null;
    readonly energyTotalWh: number | null;
  }>`
    select plants, generator_power_w as "generatorPowerW", nominal_power_w as "nominalPowerW",
      today_wh as "energyTodayWh", total_wh as "energyTotalWh" from public.public_totals`.execute(db);
  return rows[0] ?? { plants: 0, generatorPowerW: 0, nominalPowerW: 0, energyTodayWh: null, energyTotalWh: null };
}
