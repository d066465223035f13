import { sql } from 'kysely';
import type { Db } from '../adapters/database/port.js';
import type { PlantRole } from '../domain/account/access.js';
import type { PlantCondition } from '../domain/production/condition.js';
import { belowExpected, hurt, type Comparison } from '../domain/production/standing.js';
import { pageFrom } from './engine/page.js';
import { hasWords } from './words.js';
import { roleAmong, type PlantListing, type StoredGrants } from './plant-view.js';

/** Which plants of a fleet are shown: all, those in a state, or those that want something. */
export const fleetFilters = [
  ...(['all', 'fault', 'noData', 'incidents', 'note', 'belowExpected', 'noInverters', 'ok', 'licenceEnding'] as const),
] as const;
export type FleetFilter = (typeof fleetFilters)[number];

export const fleetSorts = [
  ...(['worst', 'name', 'generatorPower', 'acPower', 'today', 'expected', 'worstInverter', 'incidents'] as const),
  ...(['lastValue', 'licence'] as const),
] as const;
export type FleetSort = (typeof fleetSorts)[number];

/** Columns of the list that people choose. */
export const fleetColumns = [
  ...(['power', 'now', 'today', 'expected', 'worst', 'alerts', 'lastValue', 'licence', 'owner', 'week'] as const),
] as const;
export type FleetColumn = (typeof fleetColumns)[number];

export type FleetWish = {
  readonly show: FleetFilter;
  /** Words, each of which stands in the name or the town. */
  readonly search: string;
  readonly sort: FleetSort;
  readonly order: 'asc' | 'desc';
  readonly limit: number;
  /** `next` of the page before. */
  readonly cursor: readonly [string, string] | null;
  /** Ids of plants; null = all that the account sees. */
  readonly only: readonly string[] | null;
  /** The day in Europe/Berlin by which licences end. */
  readonly today: string;
};

export type FleetPlant = Pick<
  PlantListing,
  'name' | 'town' | 'country' | 'generatorPowerW' | 'nominalPowerW' | 'inverterCount' | 'latitudeDeg' | 'longitudeDeg'
> & {
  readonly id: string;
  readonly ownerId: string;
  readonly role: PlantRole;
  readonly state: PlantCondition;
  readonly acPowerW: number | null;
  readonly todayEnergyWh: number | null;
  readonly lastValueAt: string | null;
  readonly openIncidents: number;
  readonly expectedBy: Comparison['by'] | null;
  readonly shareOfExpected: number | null;
  readonly isBelowExpected: boolean;
  readonly lostWh: number | null;
  readonly worstShare: number | null;
  readonly weekWh: readonly (number | null)[];
};

export type FleetPage = {
  readonly counts: Readonly<Record<FleetFilter, number>>;
  readonly totals: {
    readonly generatorPowerW: number;
    readonly acPowerW: number | null;
    readonly todayEnergyWh: number | null;
  };
  readonly items: readonly FleetPlant[];
  readonly next: readonly [string, string] | null;
};

/** Whose licence ends within so many days wants to know. */
const licenceEndsWithinDays = 30;

const conditions = {
  all: sql`true`,
  fault: sql`state = 'fault'`,
  noData: sql`state = 'noData'`,
  note: sql`state = 'note'`,
  ok: sql`state = 'ok'`,
  noInverters: sql`state = 'noInverters'`,
  incidents: sql`"openIncidents" > 0`,
  belowExpected: sql`"isBelowExpected"`,
  licenceEnding: sql`"isLicenceEnding"`,
} as const satisfies Record<FleetFilter, unknown>;

const keys = {
  worst: sql`hurt`,
  name: sql`name`,
  generatorPower: sql`"generatorPowerW"`,
  acPower: sql`"acPowerW"`,
  today: sql`"todayEnergyWh" / nullif("generatorPowerW", 0)`,
  expected: sql`"shareOfExpected"`,
  worstInverter: sql`"worstShare"`,
  incidents: sql`"openIncidents"`,
  lastValue: sql`extract(epoch from "lastValueAt")`,
  licence: sql`extract(epoch from licence_until)`,
} as const satisfies Record<FleetSort, unknown>;

/**
 * The plants that an account has or looks after, counted and in the order wished for: one query over what is kept ready of
 * each. What is not known stands last in either order.
 */
export async function listFleet(db: Db, accountId: string, wish: FleetWish): Promise<FleetPage> {
  const { only, show, sort, order, limit, cursor } = wish;
  const direction = order === 'asc' ? sql`asc` : sql`desc`;
  const last = order === 'asc' ? 'infinity' : '-infinity';
  const key =
    sort === 'name'
      ? sql`lower(name) collate "und-x-icu"`
      : sql`coalesce((${keys[sort]})::double precision, ${last}::double precision)`;
  const cursorKey = sort === 'name' ? sql`${cursor?.[0]}::text` : sql`${cursor?.[0]}::double precision`;
  const beyond = order === 'asc' ? sql`>` : sql`<`;
  const further = cursor === null ? sql`` : sql`and (${key}, id) ${beyond} (${cursorKey}, ${cursor[1]}::uuid)`;
  const among = only === null ? sql`` : sql`and plant_id = any(${[...only]}::uuid[])`;
  const counters = fleetFilters.map(
    (filter) => sql`count(*) filter (where ${conditions[filter]}) as ${sql.ref(`count_${filter}`)}`,
  );
  const { rows } = await sql<Answer>`
    with visible as (
      select plant_id, owner_id, listing from plants.plants where owner_id = ${accountId} ${among}
      union all
      select plant_id, owner_id, listing from plants.plants
      where plant_id in (select plant_id from grants.invitations where account_id = ${accountId}) ${among}
    ), fleet as materialized (
      select plant_id as id, owner_id as "ownerId", listed.*, ${stateOf} as state, ac_power_w as "acPowerW",
        today_wh as "todayEnergyWh", last_value_at as "lastValueAt", coalesce(open_incidents, 0) as "openIncidents",
        compared_by as "expectedBy", share_of_expected as "shareOfExpected", lost_wh as "lostWh",
        worst_share as "worstShare", coalesce(week_wh, '{}') as "weekWh", licence_until,
        coalesce(share_of_expected < case compared_by when 'weather' then ${belowExpected.weather}::double precision
          else ${belowExpected.usual}::double precision end, false) as "isBelowExpected",
        coalesce(licence_state in ('expired', 'exceeded')
          or licence_until < ${wish.today}::date + ${licenceEndsWithinDays}::integer, false) as "isLicenceEnding",
        case when listed."inverterCount" = 0 then ${hurtUnknown('noInverters')}::double precision
          when coalesce(state, 'noInverters') = 'noInverters' then ${hurtUnknown('noData')}::double precision
          else hurt end as hurt
      from visible
      cross join lateral json_to_record(listing) as listed (name text, town text, country text,
        "generatorPowerW" double precision, "nominalPowerW" double precision, "inverterCount" integer,
        "latitudeDeg" double precision, "longitudeDeg" double precision)
      left join public.plant_standings using (plant_id)
      where ${hasWords(wish.search, sql`listed.name || ' ' || listed.town`)}
    ), page as (
      select *, ${key} as key from fleet where ${conditions[show]} ${further}
      order by ${key} ${direction}, id ${direction} limit ${limit + 1}
    )
    select counted.*, (select coalesce(json_agg(page order by key ${direction}, id ${direction}), '[]') from page) as page
    from (
      select ${sql.join(counters)}, coalesce(sum("generatorPowerW"), 0) as "generatorPowerW", sum("acPowerW") as "acPowerW",
        sum("todayEnergyWh") as "todayEnergyWh"
      from fleet
    ) counted`.execute(db);
  const [answer] = rows;
  if (answer === undefined) throw new Error('a count has one row');
  const { page, generatorPowerW, acPowerW, todayEnergyWh } = answer;
  const { items, next } = pageFrom(page, limit, ({ key, id }) => [String(key), id] as const);
  return {
    counts: Object.fromEntries(
      fleetFilters.map((filter) => [filter, Number(answer[`count_${filter}`])]),
    ) as FleetPage['counts'],
    totals: { generatorPowerW, acPowerW, todayEnergyWh },
    items: await withRoles(db, accountId, items),
    next,
  };
}

/** Of a plant that nobody has looked at yet, which was added just now, and of one whose first or last inverter came or went. */
const stateOf = sql`case when listed."inverterCount" = 0 then 'noInverters'
  when coalesce(state, 'noInverters') = 'noInverters' then 'noData' else state end`;

const hurtUnknown = (state: PlantCondition) => hurt({ state, openIncidents: 0, lostWh: null });

type Row = Omit<FleetPlant, 'role'> & {
  readonly key: string | number;
  readonly hurt: number;
  readonly licence_until: string | null;
  readonly isLicenceEnding: boolean;
};
type Answer = Readonly<Record<`count_${FleetFilter}`, bigint>> &
  FleetPage['totals'] & { readonly page: readonly Row[] };

/** What the account is to plants of others stands in their views, which are read for the page only. */
async function withRoles(db: Db, accountId: string, rows: readonly Row[]): Promise<readonly FleetPlant[]> {
  const others = rows.filter(({ ownerId }) => ownerId !== accountId).map(({ id }) => id);
  const found =
    others.length === 0
      ? []
      : (
          await sql<{ readonly id: string; readonly grants: StoredGrants | null }>`
            select plant_id::text as id, view -> 'plant' -> 'grants' as grants from plants.plants
            where plant_id = any(${others}::uuid[])`.execute(db)
        ).rows;
  const grants = new Map(found.map((one) => [one.id, one.grants]));
  return rows.flatMap(({ key: _key, hurt: _hurt, licence_until: _until, isLicenceEnding: _ending, ...plant }) => {
    const role = plant.ownerId === accountId ? 'owner' : roleAmong(grants.get(plant.id) ?? null, accountId);
    return role === null ? [] : [{ ...plant, role }];
  });
}
