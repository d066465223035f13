import type pg from 'pg';
import { assignmentsExist } from './assignments.js';

/**
 * Deletes what devices sent while they stood in a plant, and the sums over it: of a plant that is removed and whose owner
 * is not to be known any more. Month by month, so that no transaction holds others up; may be repeated.
 */
export async function eraseMeasured(pool: pg.Pool, plantId: string): Promise<void> {
  if (!(await assignmentsExist(pool))) return;
  const { rows: stays } = await pool.query<Stay>(
    `select device.id as "deviceId", serial_number as "serialNumber", inverter_id::text as "inverterId",
        assigned_from::text as from, coalesce(assigned_to, 'infinity')::text as until
      from devices.assignments join public.devices device using (serial_number) where plant_id = $1`,
    [plantId],
  );
  for (const stay of stays) {
    while (await eraseOldestMonth(pool, stay));
    for (const statement of besidesReadings) {
      await pool.query(statement, [stay.deviceId, stay.from, stay.until]);
    }
    await pool.query(
      `delete from public.raw_messages where serial_number = $1
        and received_at >= $2::timestamptz and received_at < $3::timestamptz`,
      [stay.serialNumber, stay.from, stay.until],
    );
  }
  const places = [...new Set(stays.map(({ inverterId }) => inverterId))];
  for (const table of ['device_days', 'device_months', 'inverter_totals']) {
    await pool.query(`delete from public.${table} where inverter_id = any($1::uuid[])`, [places]);
  }
}

type Stay = {
  readonly deviceId: number;
  readonly serialNumber: string;
  readonly inverterId: string;
  readonly from: string;
  readonly until: string;
};

/** False when there is nothing left. */
async function eraseOldestMonth(pool: pg.Pool, { deviceId, from, until }: Stay): Promise<boolean> {
  const { rowCount } = await pool.query(
    `with oldest as (
        select min(measured_at) as at from public.readings
        where device_id = $1 and measured_at >= $2::timestamptz and measured_at < $3::timestamptz)
      delete from public.readings using oldest
      where device_id = $1 and measured_at >= oldest.at
        and measured_at < least($3::timestamptz, oldest.at + interval '1 month')`,
    [deviceId, from, until],
  );
  return (rowCount ?? 0) > 0;
}

const besidesReadings = [
  `delete from public.device_errors
    where device_id = $1 and measured_at >= $2::timestamptz and measured_at < $3::timestamptz`,
  `delete from public.device_latest
    where device_id = $1 and measured_at >= $2::timestamptz and measured_at < $3::timestamptz`,
  `delete from public.repeated_stamps
    where device_id = $1 and received_at >= $2::timestamptz and received_at < $3::timestamptz`,
];
