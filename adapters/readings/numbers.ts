import type pg from 'pg';
import { dayText } from '../../domain/production/device-clock.js';
import { inSnapshot } from '../database/transaction.js';
import { assignmentsExist, type Queryable } from './assignments.js';
import { ofItsTime } from './samples.js';
import type { EnergyNumbers, InverterNumbers, ProductionNumbers, RevenueNumbers, SpecificYields } from './port.js';

type Tariff = { readonly from: string; readonly centsPerKwh: number };

/**
 * The numbers of the plant page, from sums that are kept ready and of one moment: the parts of a page add up. `today` is a
 * plant-local day since 1970-01-01.
 */
export async function productionNumbers(
  pool: pg.Pool,
  inverterIds: readonly string[],
  today: number,
  tariffs: readonly Tariff[],
): Promise<ProductionNumbers> {
  return inSnapshot(pool, async (client) => {
    const inverters = await inverterNumbers(client, inverterIds, today);
    const specificYields = await yieldsOfPlaces(client, inverterIds, today);
    return { inverters, specificYields, ...(await energyAndRevenue(client, inverterIds, today, tariffs)) };
  });
}

export async function inverterNumbers(
  client: Queryable,
  inverterIds: readonly string[],
  today: number,
): Promise<readonly InverterNumbers[]> {
  const standing = (await assignmentsExist(client))
    ? `select device.id, assigned_from from devices.assignments assignment
       join public.devices device using (serial_number)
       where assignment.inverter_id = place.inverter_id and assigned_to is null`
    : `select null::integer as id, null::timestamptz as assigned_from where false`;
  const { rows } = await client.query<InverterNumbers>(
    `select place.inverter_id::text as "inverterId", extract(epoch from latest.measured_at)::double precision as
       "lastValueAtS", latest.interval_s as "intervalS", latest.ac_power_w as "acPowerW", latest.status as "deviceState",
       ahead.is_ahead as "isClockAhead", today.energy_wh as "todayWh"
     from unnest($1::uuid[]) as place (inverter_id)
     left join lateral (${standing} order by assigned_from desc limit 1) device on true
     left join public.device_latest latest
       on latest.device_id = device.id and latest.measured_at >= device.assigned_from
     cross join lateral (
       select exists (
         select from public.readings where device_id = device.id and not (${ofItsTime})
           and measured_at > coalesce(latest.measured_at, device.assigned_from)
           and received_at > coalesce(latest.measured_at, device.assigned_from)
       ) as is_ahead
     ) ahead
     left join lateral (
       select sum(energy_wh) as energy_wh from public.device_days
       where inverter_id = place.inverter_id and day = $2::date
     ) today on true`,
    [inverterIds, dayText(today)],
  );
  return rows;
}

/** Each device by its own power, as it is known last. */
const ratedDevices = `select distinct on (inverter_id, device.id) inverter_id, device.id as device_id, nominal_power_w
  from devices.assignments join public.devices device using (serial_number)
  where inverter_id = any($1::uuid[])
  order by inverter_id, device.id, assigned_from desc`;

/** Hours at nominal power of places over days since 1970-01-01, `end` exclusive. */
export async function specificYields(
  client: Queryable,
  inverterIds: readonly string[],
  { first, end }: { readonly first: number; readonly end: number },
): Promise<ReadonlyMap<string, number>> {
  if (!(await assignmentsExist(client))) return new Map();
  const { rows } = await client.query<{ inverterId: string; kwhPerKw: number | null }>(
    `with rated as (${ratedDevices})
     select inverter_id::text as "inverterId", sum(energy_wh / nominal_power_w) as "kwhPerKw"
     from rated join public.device_days using (inverter_id, device_id)
     where day >= $2::date and day < $3::date group by inverter_id`,
    [inverterIds, dayText(first), dayText(end)],
  );
  return new Map(rows.flatMap(({ inverterId, kwhPerKw }) => (kwhPerKw === null ? [] : [[inverterId, kwhPerKw]])));
}

async function yieldsOfPlaces(
  client: Queryable,
  inverterIds: readonly string[],
  today: number,
): Promise<readonly SpecificYields[]> {
  if (!(await assignmentsExist(client))) return [];
  const { rows } = await client.query<SpecificYields>(
    `with rated as (
       ${ratedDevices}
     ), hours as (
       select inverter_id, day, energy_wh / nominal_power_w as kwh_per_kw
       from rated join public.device_days using (inverter_id, device_id)
       where day > $2::date - 30 and day <= $2::date
     )
     select inverter_id::text as "inverterId", sum(kwh_per_kw) filter (where day = $2::date) as "todayKwhPerKw",
       sum(kwh_per_kw) filter (where day > $2::date - 7) as "sevenDaysKwhPerKw",
       sum(kwh_per_kw) as "thirtyDaysKwhPerKw"
     from hours group by inverter_id`,
    [inverterIds, dayText(today)],
  );
  return rows;
}

type SumsRow = EnergyNumbers & {
  readonly todayCents: number | null;
  readonly monthCents: number | null;
  readonly yearCents: number | null;
  readonly totalCents: number | null;
};

async function energyAndRevenue(
  client: Queryable,
  inverterIds: readonly string[],
  today: number,
  tariffs: readonly Tariff[],
): Promise<{ readonly energy: EnergyNumbers; readonly revenueCents: RevenueNumbers }> {
  const ordered = [...tariffs].sort((a, b) => a.from.localeCompare(b.from));
  const { rows } = await client.query<SumsRow>(
    `with days as materialized (
       select day, sum(energy_wh) as energy_wh from public.device_days
       where inverter_id = any($1::uuid[]) and energy_wh is not null group by day
     ), earned as (
       select days.day, days.energy_wh / 1000 * tariff.cents_per_kwh as cents
       from days join unnest($3::date[], $4::date[], $5::double precision[]) as tariff (from_day, to_day, cents_per_kwh)
         on days.day >= tariff.from_day and days.day < tariff.to_day
     ), calendar as (
       select $2::date as today, date_trunc('month', $2::date)::date as month, date_trunc('year', $2::date)::date as year,
         (date_trunc('month', $2::date) - interval '1 year')::date as last_year
     ), energy as (
       select sum(energy_wh) filter (where day = today) as "todayWh",
         sum(energy_wh) filter (where day = today - 1) as "yesterdayWh",
         sum(energy_wh) filter (where day >= month and day <= today) as "monthWh",
         sum(energy_wh) filter (where day >= year and day <= today) as "yearWh",
         sum(energy_wh) filter (where day >= last_year and day < (last_year + interval '1 month')::date)
           as "sameMonthLastYearWh"
       from days cross join calendar
     ), revenue as (
       select sum(cents) filter (where day = today) as "todayCents",
         sum(cents) filter (where day >= month and day <= today) as "monthCents",
         sum(cents) filter (where day >= year and day <= today) as "yearCents", sum(cents) as "totalCents"
       from earned cross join calendar
     )
     select energy.*, revenue.*,
       (select sum(total_wh) from public.inverter_totals where inverter_id = any($1::uuid[])) as "totalWh"
     from energy cross join revenue`,
    [
      inverterIds,
      dayText(today),
      ordered.map(({ from }) => from),
      ordered.map((_, index) => ordered[index + 1]?.from ?? 'infinity'),
      ordered.map(({ centsPerKwh }) => centsPerKwh),
    ],
  );
  const { todayCents, monthCents, yearCents, totalCents, ...energy } = rows[0] ?? emptySums;
  return { energy, revenueCents: { today: todayCents, month: monthCents, year: yearCents, total: totalCents } };
}

const emptySums: SumsRow = {
  todayWh: null,
  yesterdayWh: null,
  monthWh: null,
  yearWh: null,
  sameMonthLastYearWh: null,
  totalWh: null,
  todayCents: null,
  monthCents: null,
  yearCents: null,
  totalCents: null,
};
