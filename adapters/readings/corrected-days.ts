import type pg from 'pg';
import { startOfDayS } from '../../domain/production/device-clock.js';
import { writtenDays, type WrittenDays } from '../../domain/production/written-days.js';
import type { Assignment, Queryable } from './assignments.js';

/**
 * What people wrote about days, from the projection table `corrections.written`: correction_id uuid, inverter_id uuid,
 * first_day text, last_day text, energy_wh_per_day float8, basis text, is_undone boolean, made_position int8,
 * changed_position int8. False before the projection made it: then nothing was written.
 */
async function correctionsExist(client: Queryable): Promise<boolean> {
  const { rows } = await client.query<{ there: boolean }>(
    `select to_regclass('corrections.written') is not null as there`,
  );
  return rows[0]?.there === true;
}

/** What counts by hand in these places. */
export async function writtenDaysOf(client: Queryable, inverterIds: readonly string[]): Promise<WrittenDays> {
  if (inverterIds.length === 0 || !(await correctionsExist(client))) return writtenDays([]);
  const { rows } = await client.query<Parameters<typeof writtenDays>[0][number]>(
    `select inverter_id::text as "inverterId", first_day::date - date '1970-01-01' as "firstDay",
       last_day::date - date '1970-01-01' as "lastDay", energy_wh_per_day as "energyWh"
     from corrections.written where inverter_id = any($1::uuid[]) and not is_undone order by made_position`,
    [inverterIds],
  );
  return writtenDays(rows);
}

/** How far the corrections have been looked at; a table that was built anew is another one. */
export type CorrectionsMark = { readonly table: string; readonly position: bigint };

export const nothingLookedAt: CorrectionsMark = { table: '', position: 0n };

/** Where the corrections stand now. */
export async function correctionsMark(client: Queryable): Promise<CorrectionsMark> {
  if (!(await correctionsExist(client))) return nothingLookedAt;
  const { rows } = await client.query<CorrectionsMark>(
    `select 'corrections.written'::regclass::oid::text as table, coalesce(max(changed_position), 0) as position
     from corrections.written`,
  );
  return rows[0] ?? nothingLookedAt;
}

/**
 * Notes the days of what was written or taken back since the sums were made, for every device that ever stood in the place,
 * and remembers it as seen. Runs in the caller's transaction.
 */
export async function noteNewCorrections(client: pg.ClientBase): Promise<void> {
  await client.query(
    `with changed as (
       insert into public.summed_corrections as summed (correction_id, is_undone)
       select correction_id, is_undone from corrections.written
       on conflict (correction_id) do update set is_undone = excluded.is_undone
         where summed.is_undone <> excluded.is_undone
       returning correction_id
     )
     insert into public.stale_device_days (device_id, day)
     select distinct device.id, day::date
     from changed join corrections.written using (correction_id)
     join devices.assignments using (inverter_id)
     join public.devices device using (serial_number)
     cross join generate_series(first_day::date, last_day::date, interval '1 day') day`,
  );
}

/** Notes all corrected days of the places in which these devices stood. */
export async function noteCorrectedDays(client: pg.ClientBase, deviceIds: readonly number[]): Promise<void> {
  if (!(await correctionsExist(client))) return;
  await client.query(
    `insert into public.stale_device_days (device_id, day)
     select distinct device.id, day::date
     from public.devices device
     join devices.assignments using (serial_number)
     join corrections.written using (inverter_id)
     cross join generate_series(first_day::date, last_day::date, interval '1 day') day
     where device.id = any($1::integer[]) and not is_undone`,
    [deviceIds],
  );
}

/**
 * The device that a written day of a place is put down to: the last one that stood there on that day; before the first one
 * came that one, else whoever was there before.
 */
export function bearerOf(stays: readonly Assignment[], day: number): Assignment | null {
  const ordered = [...stays].sort((a, b) => a.fromS - b.fromS);
  const begun = ordered.findLast(({ timeZone, fromS }) => fromS < startOfDayS(timeZone, day + 1));
  return begun ?? ordered[0] ?? null;
}
