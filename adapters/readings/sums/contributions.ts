import type pg from 'pg';
import { joinStretches, totalOfPlace, type CounterStretch } from '../../../domain/production/energy.js';
import { assignmentsOfInverters, type Assignment } from '../assignments.js';
import type { Contribution, DeviceDay, Latest } from './device-day.js';

/** Replaces what the given days of the given devices contributed; answers the months that this touches. */
export async function replaceDays(
  client: pg.ClientBase,
  days: readonly DeviceDay[],
  contributions: readonly Contribution[],
): Promise<readonly MonthKey[]> {
  const { rows: gone } = await client.query<MonthKey>(
    `delete from public.device_days day using unnest($1::integer[], $2::integer[]) as stale (device_id, day)
     where day.device_id = stale.device_id and day.day = date '1970-01-01' + stale.day
       and not exists (
         select from unnest($3::uuid[], $4::integer[], $5::integer[]) as kept (inverter_id, device_id, day)
         where kept.inverter_id = day.inverter_id and kept.device_id = stale.device_id and kept.day = stale.day)
     returning plant_id::text as "plantId", inverter_id::text as "inverterId", day.device_id as "deviceId",
       (date_trunc('month', day.day)::date - date '1970-01-01') as month`,
    [
      days.map(({ deviceId }) => deviceId),
      days.map(({ day }) => day),
      contributions.map(({ inverterId }) => inverterId),
      contributions.map(({ deviceId }) => deviceId),
      contributions.map(({ day }) => day),
    ],
  );
  await upsertContributions(client, 'device_days', contributions);
  const keys = [...gone, ...contributions.map((one) => ({ ...one, month: monthStart(one.day) }))];
  return [...new Map(keys.map((key) => [`${key.inverterId}/${key.deviceId}/${key.month}`, key])).values()];
}

/** A month of a device in a place; `month` is its first day, days since 1970-01-01. */
type MonthKey = {
  readonly plantId: string;
  readonly inverterId: string;
  readonly deviceId: number;
  readonly month: number;
};

function monthStart(day: number): number {
  const date = new Date(day * 86_400_000);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), 1) / 86_400_000;
}

/** Adds the days of months up anew. */
export async function replaceMonths(client: pg.ClientBase, months: readonly MonthKey[]): Promise<void> {
  const key = [
    months.map(({ inverterId }) => inverterId),
    months.map(({ deviceId }) => deviceId),
    months.map(({ month }) => month),
  ];
  const { rows } = await client.query<ContributionRow & { month: number }>(
    `select stale.month, ${contributionColumns} from unnest($1::uuid[], $2::integer[], $3::integer[])
       as stale (inverter_id, device_id, month)
     join public.device_days part on part.inverter_id = stale.inverter_id and part.device_id = stale.device_id
       and part.day >= date '1970-01-01' + stale.month
       and part.day < (date '1970-01-01' + stale.month + interval '1 month')::date
     order by part.inverter_id, part.device_id, part.day`,
    key,
  );
  const stays = await assignmentsOfInverters(client, [...new Set(months.map(({ inverterId }) => inverterId))]);
  const sums = joinContributions(
    rows.map((row) => ({ ...contributionOfRow(row), day: row.month })),
    stays,
  );
  await upsertContributions(client, 'device_months', sums);
  await client.query(
    `delete from public.device_months month
     using unnest($1::uuid[], $2::integer[], $3::integer[]) as stale (inverter_id, device_id, month)
     where month.inverter_id = stale.inverter_id and month.device_id = stale.device_id
       and month.day = date '1970-01-01' + stale.month
       and not exists (
         select from public.device_days day where day.inverter_id = month.inverter_id
           and day.device_id = month.device_id and day.day >= month.day
           and day.day < (month.day + interval '1 month')::date)`,
    key,
  );
}

/** Computes the totals of places from their months. */
export async function replaceTotals(client: pg.ClientBase, inverterIds: readonly string[]): Promise<void> {
  const { rows } = await client.query<ContributionRow>(
    `select ${contributionColumns} from public.device_months part where inverter_id = any($1::uuid[])
     order by part.inverter_id, part.day, part.first_at`,
    [inverterIds],
  );
  const stays = await assignmentsOfInverters(client, inverterIds);
  const places = new Map<string, Map<number, Contribution>>();
  for (const part of rows.map(contributionOfRow)) {
    const devices = places.get(part.inverterId) ?? new Map<number, Contribution>();
    devices.set(part.deviceId, joined(devices.get(part.deviceId), part, stays));
    places.set(part.inverterId, devices);
  }
  const totals = [...places].map(([inverterId, devices]) => {
    const parts = [...devices.values()].sort((a, b) => a.firstAtS - b.firstAtS);
    return { inverterId, plantId: parts[0]?.plantId ?? null, totalWh: totalOfPlace(parts) };
  });
  await client.query(
    `with gone as (
       delete from public.inverter_totals where inverter_id = any($1::uuid[]) and inverter_id <> all($2::uuid[])
     )
     insert into public.inverter_totals (inverter_id, plant_id, total_wh)
     select * from unnest($2::uuid[], $3::uuid[], $4::double precision[])
     on conflict (inverter_id) do update set plant_id = excluded.plant_id, total_wh = excluded.total_wh`,
    [
      inverterIds,
      totals.map(({ inverterId }) => inverterId),
      totals.map(({ plantId }) => plantId),
      totals.map(({ totalWh }) => totalWh),
    ],
  );
}

/** Keeps the newest record of each device at hand. */
export async function keepLatest(client: pg.ClientBase, latest: readonly Latest[]): Promise<void> {
  await client.query(
    `insert into public.device_latest as kept (device_id, measured_at, interval_s, ac_power_w, status)
     select device_id, to_timestamp(measured_s), interval_s, ac_power_w, status
     from unnest($1::integer[], $2::double precision[], $3::integer[], $4::real[], $5::integer[])
       as newest (device_id, measured_s, interval_s, ac_power_w, status)
     on conflict (device_id) do update set measured_at = excluded.measured_at, interval_s = excluded.interval_s,
       ac_power_w = excluded.ac_power_w, status = excluded.status
     where kept.measured_at <= excluded.measured_at`,
    [
      latest.map(({ deviceId }) => deviceId),
      latest.map(({ sample }) => sample.presentS),
      latest.map(({ sample }) => sample.intervalS),
      latest.map(({ sample }) => sample.acPowerW),
      latest.map(({ sample }) => sample.status),
    ],
  );
}

/**
 * Joins contributions of one device to one place that bear the same day (or month); they come in the order of time.
 * `stays` tell whether it was away in between.
 */
export function joinContributions(
  parts: readonly Contribution[],
  stays: readonly Assignment[],
): readonly Contribution[] {
  const sums = new Map<string, Contribution>();
  for (const part of parts) {
    const name = `${part.inverterId}/${part.deviceId}/${part.day}`;
    sums.set(name, joined(sums.get(name), part, stays));
  }
  return [...sums.values()];
}

function joined(sum: Contribution | undefined, part: Contribution, stays: readonly Assignment[]): Contribution {
  if (sum === undefined) return part;
  const wasAway = cameBack(sum, part, stays);
  // What it produced here on its return before its total counter was read.
  const leadWh = wasAway && sum.stretch !== null ? part.leadWh : 0;
  const returned = part.stretch && { ...part.stretch, increaseWh: part.stretch.increaseWh + leadWh };
  return {
    ...sum,
    energyWh: sum.energyWh === null ? part.energyWh : sum.energyWh + (part.energyWh ?? 0),
    lastAtS: part.lastAtS,
    stretch: joinStretches(sum.stretch, returned, wasAway),
    leadWh: sum.stretch === null ? (sum.energyWh ?? 0) + part.leadWh : sum.leadWh,
    correctionWh: part.correctionWh === null ? sum.correctionWh : (sum.correctionWh ?? 0) + part.correctionWh,
  };
}

/** Whether a stay of the device in the place began between what is summed up so far and the next part. */
function cameBack(sum: Contribution, part: Contribution, stays: readonly Assignment[]): boolean {
  const lastS = sum.stretch?.lastAtS ?? sum.lastAtS;
  const firstS = part.stretch?.firstAtS ?? part.firstAtS;
  return stays.some(
    ({ inverterId, deviceId, fromS }) =>
      inverterId === part.inverterId && deviceId === part.deviceId && fromS > lastS && fromS <= firstS,
  );
}

type ContributionRow = Omit<Contribution, 'stretch'> & {
  readonly [Field in keyof CounterStretch as `counter_${Field}`]: number | null;
};

const contributionColumns = `part.plant_id::text as "plantId", part.inverter_id::text as "inverterId",
  part.device_id as "deviceId", part.day - date '1970-01-01' as day, part.energy_wh as "energyWh",
  extract(epoch from part.first_at)::double precision as "firstAtS",
  extract(epoch from part.last_at)::double precision as "lastAtS",
  part.counter_first_wh as "counter_firstWh",
  extract(epoch from part.counter_first_at)::double precision as "counter_firstAtS",
  part.counter_last_wh as "counter_lastWh",
  extract(epoch from part.counter_last_at)::double precision as "counter_lastAtS",
  part.counter_increase_wh as "counter_increaseWh", coalesce(part.lead_wh, 0) as "leadWh",
  part.correction_wh as "correctionWh"`;

function contributionOfRow(row: ContributionRow): Contribution {
  const { plantId, inverterId, deviceId, day, energyWh, firstAtS, lastAtS, leadWh, correctionWh } = row;
  const stretch = stretchOfRow(row);
  return { plantId, inverterId, deviceId, day, energyWh, firstAtS, lastAtS, leadWh, correctionWh, stretch };
}

function stretchOfRow(row: ContributionRow): CounterStretch | null {
  if (row.counter_firstWh === null) return null;
  return {
    firstWh: row.counter_firstWh,
    firstAtS: row.counter_firstAtS ?? 0,
    lastWh: row.counter_lastWh ?? 0,
    lastAtS: row.counter_lastAtS ?? 0,
    increaseWh: row.counter_increaseWh ?? 0,
  };
}

async function upsertContributions(
  client: pg.ClientBase,
  table: 'device_days' | 'device_months',
  parts: readonly Contribution[],
): Promise<void> {
  if (parts.length === 0) return;
  await client.query(
    `insert into public.${table} (plant_id, inverter_id, device_id, day, energy_wh, first_at, last_at,
       counter_first_wh, counter_first_at, counter_last_wh, counter_last_at, counter_increase_wh, lead_wh,
       correction_wh)
     select plant_id, inverter_id, device_id, date '1970-01-01' + day, energy_wh, to_timestamp(first_s),
       to_timestamp(last_s), first_wh, to_timestamp(counter_first_s), last_wh, to_timestamp(counter_last_s), increase_wh,
       lead_wh, correction_wh
     from unnest($1::uuid[], $2::uuid[], $3::integer[], $4::integer[], $5::double precision[], $6::double precision[],
       $7::double precision[], $8::double precision[], $9::double precision[], $10::double precision[],
       $11::double precision[], $12::double precision[], $13::double precision[], $14::double precision[])
       as part (plant_id, inverter_id, device_id, day, energy_wh, first_s, last_s, first_wh, counter_first_s, last_wh,
         counter_last_s, increase_wh, lead_wh, correction_wh)
     on conflict (inverter_id, day, device_id) do update set plant_id = excluded.plant_id,
       energy_wh = excluded.energy_wh, first_at = excluded.first_at, last_at = excluded.last_at,
       counter_first_wh = excluded.counter_first_wh, counter_first_at = excluded.counter_first_at,
       counter_last_wh = excluded.counter_last_wh, counter_last_at = excluded.counter_last_at,
       counter_increase_wh = excluded.counter_increase_wh, lead_wh = excluded.lead_wh,
       correction_wh = excluded.correction_wh`,
    [
      parts.map(({ plantId }) => plantId),
      parts.map(({ inverterId }) => inverterId),
      parts.map(({ deviceId }) => deviceId),
      parts.map(({ day }) => day),
      parts.map(({ energyWh }) => energyWh),
      parts.map(({ firstAtS }) => firstAtS),
      parts.map(({ lastAtS }) => lastAtS),
      parts.map(({ stretch }) => stretch?.firstWh ?? null),
      parts.map(({ stretch }) => stretch?.firstAtS ?? null),
      parts.map(({ stretch }) => stretch?.lastWh ?? null),
      parts.map(({ stretch }) => stretch?.lastAtS ?? null),
      parts.map(({ stretch }) => stretch?.increaseWh ?? null),
      parts.map(({ leadWh }) => leadWh),
      parts.map(({ correctionWh }) => correctionWh),
    ],
  );
}
