import type pg from 'pg';
import { startOfDayS } from '../../domain/production/device-clock.js';
import {
  writtenDays,
  type HistoryDay,
  type WrittenDays,
  type WrittenSpan,
} from '../../domain/production/written-days.js';
import type { Assignment, Queryable } from './assignments.js';

/**
 * What people wrote about days, from the projection tables `corrections.written` (correction_id uuid, inverter_id uuid,
 * first_day text, last_day text, energy_wh_per_day float8, is_undone boolean, made_position int8, changed_position int8) and
 * `corrections.history` (the same with energies_wh float8[] from first_day on). False before the projection made them: then
 * nothing was written.
 */
async function correctionsExist(client: Queryable): Promise<boolean> {
  const { rows } = await client.query<{ there: boolean }>(
    `select to_regclass('corrections.history') is not null as there`,
  );
  return rows[0]?.there === true;
}

/** What counts by hand in these places on some days. */
export async function writtenDaysOf(
  client: Queryable,
  inverterIds: readonly string[],
  days: readonly number[],
): Promise<WrittenDays> {
  if (inverterIds.length === 0 || days.length === 0 || !(await correctionsExist(client))) return writtenDays([]);
  const [first, last] = [days.reduce((a, b) => Math.min(a, b)), days.reduce((a, b) => Math.max(a, b))];
  const { rows: spans } = await client.query<WrittenSpan>(
    `select inverter_id::text as "inverterId", first_day::date - date '1970-01-01' as "firstDay",
       last_day::date - date '1970-01-01' as "lastDay", energy_wh_per_day as "energyWh"
     from corrections.written where inverter_id = any($1::uuid[]) and not is_undone order by made_position`,
    [inverterIds],
  );
  const { rows: history } = await client.query<HistoryDay>(
    `select inverter_id::text as "inverterId", start.day + n::integer - 1 as day, energy_wh as "energyWh"
     from corrections.history
     cross join lateral (select first_day::date - date '1970-01-01' as day) start
     cross join lateral unnest(energies_wh) with ordinality as told (energy_wh, n)
     where inverter_id = any($1::uuid[]) and not is_undone and energy_wh is not null
       and start.day <= $3 and start.day + cardinality(energies_wh) > $2
       and start.day + n - 1 between $2 and $3
     order by made_position`,
    [inverterIds, first, last],
  );
  return writtenDays(spans, history);
}

/** How far the corrections have been looked at; a table that was built anew is another one. */
export type CorrectionsMark = { readonly table: string; readonly position: bigint };

export const nothingLookedAt: CorrectionsMark = { table: '', position: 0n };

/** Where the corrections stand now. */
export async function correctionsMark(client: Queryable): Promise<CorrectionsMark> {
  if (!(await correctionsExist(client))) return nothingLookedAt;
  const { rows } = await client.query<CorrectionsMark>(
    `select 'corrections.history'::regclass::oid::text as table, greatest(
       (select coalesce(max(changed_position), 0) from corrections.written),
       (select coalesce(max(changed_position), 0) from corrections.history)) as position`,
  );
  return rows[0] ?? nothingLookedAt;
}

/** Whatever speaks of days, by inverter. */
const stretches = `
  select correction_id, inverter_id, first_day::date, last_day::date, is_undone from corrections.written
  union all
  select correction_id, inverter_id, first_day::date, first_day::date + cardinality(energies_wh) - 1, is_undone
  from corrections.history`;

/**
 * Notes the days of what was written or taken back since the sums were made, for every device that ever stood in the place,
 * and remembers it as seen. Runs in the caller's transaction.
 */
export async function noteNewCorrections(client: pg.ClientBase): Promise<void> {
  await client.query(
    `with changed as (
       insert into public.summed_corrections as summed (correction_id, is_undone)
       select distinct correction_id, is_undone from (${stretches}) stretch
       on conflict (correction_id) do update set is_undone = excluded.is_undone
         where summed.is_undone <> excluded.is_undone
       returning correction_id
     )
     insert into public.stale_device_days (device_id, day)
     select distinct device.id, day::date
     from changed join (${stretches}) stretch using (correction_id)
     join devices.assignments using (inverter_id)
     join public.devices device using (serial_number)
     cross join generate_series(first_day, last_day, interval '1 day') day`,
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
     join (${stretches}) stretch using (inverter_id)
     cross join generate_series(first_day, last_day, interval '1 day') day
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
