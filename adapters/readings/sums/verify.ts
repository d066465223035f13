import type pg from 'pg';
import { noteCorrectedDays } from '../corrected-days.js';
import { devicesChangedAfter, noteChangedAssignments } from './reconcile.js';
import { recomputeStale } from './recompute.js';

/** Devices recomputed in one transaction. */
const batchSize = 20;
const maxNotes = 1_000;

/** A sum that is not what the readings give. */
export type SumDifference = {
  readonly table: 'device_days' | 'device_months' | 'inverter_totals';
  /** Null for the total of a place. */
  readonly serialNumber: string | null;
  readonly inverterId: string;
  /** Day, or first day of the month; null for a total. */
  readonly day: string | null;
  /** Wh; null when there is none. */
  readonly keptWh: number | null;
  readonly recomputedWh: number | null;
};

type SumsProgress = { readonly devices: number; readonly of: number };

/**
 * Computes all sums of some devices anew from their readings and compares them with those that are kept. What was not
 * summed yet is summed first, as the worker would. Everything happens in transactions that are rolled back; nobody else
 * must work on the sums meanwhile. Yields after each batch of devices.
 */
export async function* verifySums(
  pool: pg.Pool,
  deviceIds: readonly number[],
): AsyncGenerator<SumsProgress & { readonly differences: readonly SumDifference[] }, void, undefined> {
  for (let from = 0; from < deviceIds.length; from += batchSize) {
    const batch = deviceIds.slice(from, from + batchSize);
    const differences = await leavingNoTrace(pool, (client) => recomputeAndCompare(client, batch));
    yield { devices: from + batch.length, of: deviceIds.length, differences };
  }
}

/** Devices that have sums or readings that belong into some; a number takes so many of them at random. */
export async function devicesToSum(pool: pg.Pool, sample: number | 'all'): Promise<readonly number[]> {
  const { rows } = await pool.query<{ id: number }>(
    `select id from public.devices device
      where exists (select from devices.assignments where serial_number = device.serial_number)
        or exists (select from public.device_days where device_id = device.id)
      order by random() limit $1`,
    [sample === 'all' ? null : sample],
  );
  return rows.map(({ id }) => id).sort((a, b) => a - b);
}

async function leavingNoTrace<T>(pool: pg.Pool, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  let isUndone = false;
  try {
    await client.query('begin');
    const result = await work(client);
    await client.query('rollback');
    isUndone = true;
    return result;
  } finally {
    // Closing the connection undoes all, too.
    client.release(!isUndone);
  }
}

const places = `select inverter_id from public.device_days where device_id = any($1::integer[])
  union select inverter_id from public.device_months where device_id = any($1::integer[])`;

async function recomputeAndCompare(
  client: pg.ClientBase,
  deviceIds: readonly number[],
): Promise<readonly SumDifference[]> {
  for await (const devices of devicesChangedAfter(client, 0n)) await noteChangedAssignments(client, devices);
  await client.query('delete from public.stale_device_days where device_id <> all($1::integer[])', [deviceIds]);
  await recomputeAll(client);
  for (const table of ['device_days', 'device_months'] as const) {
    await client.query(
      `create temp table kept_${table} on commit drop as
        select * from public.${table} where device_id = any('{${deviceIds.join(',')}}'::integer[])`,
    );
  }
  await client.query(
    `create temp table kept_inverter_totals on commit drop as
      select * from public.inverter_totals where inverter_id in (
        select inverter_id from kept_device_days union select inverter_id from kept_device_months)`,
  );
  await client.query(`delete from public.inverter_totals where inverter_id in (${places})`, [deviceIds]);
  await client.query('delete from public.device_days where device_id = any($1::integer[])', [deviceIds]);
  await client.query('delete from public.device_months where device_id = any($1::integer[])', [deviceIds]);
  await noteAllDays(client, deviceIds);
  await noteCorrectedDays(client, deviceIds);
  await recomputeAll(client);
  return [
    ...(await differencesIn(client, 'device_days', deviceIds)),
    ...(await differencesIn(client, 'device_months', deviceIds)),
    ...(await differentTotals(client)),
  ];
}

async function recomputeAll(client: pg.ClientBase): Promise<void> {
  while ((await recomputeStale(client, maxNotes)).days > 0);
}

async function noteAllDays(client: pg.ClientBase, deviceIds: readonly number[]): Promise<void> {
  await client.query(
    `insert into public.stale_device_days (device_id, day)
      select distinct device.id, (reading.measured_at at time zone assignment.time_zone)::date
      from public.devices device
      join (select distinct serial_number, time_zone from devices.assignments) assignment using (serial_number)
      join public.readings reading on reading.device_id = device.id
      where device.id = any($1::integer[])`,
    [deviceIds],
  );
}

const valueColumns = `plant_id, energy_wh, first_at, last_at, counter_first_wh, counter_first_at, counter_last_wh,
  counter_last_at, counter_increase_wh, lead_wh, correction_wh`;
const valuesOf = (row: string) =>
  `(${valueColumns
    .split(/,\s+/)
    .map((column) => `${row}.${column}`)
    .join(', ')})`;

async function differencesIn(
  client: pg.ClientBase,
  table: 'device_days' | 'device_months',
  deviceIds: readonly number[],
): Promise<readonly SumDifference[]> {
  const { rows } = await client.query<SumDifference>(
    `select '${table}' as table, device.serial_number as "serialNumber", inverter_id::text as "inverterId",
        day::text as day, kept.energy_wh as "keptWh", recomputed.energy_wh as "recomputedWh"
      from kept_${table} kept
      full join (select * from public.${table} where device_id = any($1::integer[])) recomputed
        using (inverter_id, day, device_id)
      join public.devices device on device.id = device_id
      where ${valuesOf('kept')} is distinct from ${valuesOf('recomputed')}
      order by day, device_id, inverter_id`,
    [deviceIds],
  );
  return rows;
}

async function differentTotals(client: pg.ClientBase): Promise<readonly SumDifference[]> {
  const { rows } = await client.query<SumDifference>(
    `select 'inverter_totals' as table, null as "serialNumber", place.inverter_id::text as "inverterId", null as day,
        kept.total_wh as "keptWh", recomputed.total_wh as "recomputedWh"
      from (select inverter_id from kept_device_days union select inverter_id from kept_device_months) place
      left join kept_inverter_totals kept using (inverter_id)
      left join public.inverter_totals recomputed using (inverter_id)
      where (kept.plant_id, kept.total_wh) is distinct from (recomputed.plant_id, recomputed.total_wh)
      order by place.inverter_id`,
  );
  return rows;
}
