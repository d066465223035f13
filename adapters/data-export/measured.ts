import type pg from 'pg';
import { assignmentsExist } from '../readings/assignments.js';
import { channelColumns } from '../readings/rows.js';

/** Rows read at once: less than a megabyte of text. */
const pageSize = 5_000;

/** A device in a place of a plant; instants as PostgreSQL writes them, `until` exclusive. */
export type Stay = {
  readonly inverterId: string;
  readonly serialNumber: string;
  readonly deviceId: number;
  readonly from: string;
  readonly until: string;
  /** Times of the first and the last value, epoch seconds; equal where there is none. */
  readonly firstS: number;
  readonly lastS: number;
};

/** Which devices stood in a plant, the oldest first. */
export async function staysIn(pool: pg.Pool, plantId: string): Promise<readonly Stay[]> {
  if (!(await assignmentsExist(pool))) return [];
  const { rows } = await pool.query<Stay>(
    `select assignment.inverter_id::text as "inverterId", serial_number as "serialNumber", device.id as "deviceId",
        assigned_from::text as "from", coalesce(assigned_to, 'infinity')::text as "until",
        coalesce(extract(epoch from ends.first)::double precision, 0) as "firstS",
        coalesce(extract(epoch from ends.last)::double precision, 0) as "lastS"
      from devices.assignments assignment join public.devices device using (serial_number)
      cross join lateral (
        select min(measured_at) as first, max(measured_at) as last from public.readings
        where device_id = device.id and measured_at >= assigned_from
          and measured_at < coalesce(assigned_to, 'infinity')) ends
      where assignment.plant_id = $1 order by assignment.inverter_id, assigned_from`,
    [plantId],
  );
  return rows;
}

const channels = channelColumns.map(([channel]) => channel);
export const readingColumns: readonly string[] = ['measuredAt', 'receivedAt', 'serialNumber', 'intervalS', ...channels];

const instantText = (column: string) => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`;

/** The server writes the lines: taking millions of rows apart here would take minutes. */
const readingsPage = `
  select string_agg(line, '' order by measured_at, device_clock_s) as lines, count(*)::integer as count,
    (array_agg(measured_at::text order by measured_at desc, device_clock_s desc))[1] as "lastAt",
    (array_agg(device_clock_s order by measured_at desc, device_clock_s desc))[1] as "lastClockS",
    extract(epoch from max(measured_at))::double precision as "lastS"
  from (
    select measured_at, device_clock_s, concat(
        ${instantText('measured_at')}, ',', ${instantText('received_at')}, ',', $2::text, ',', interval_s,
        ${channelColumns.map(([, column]) => `',', ${column}`).join(', ')}, E'\\r\\n') as line
    from public.readings
    where device_id = $1 and measured_at >= greatest($3::timestamptz, $5::timestamptz)
      and measured_at < $4::timestamptz and (measured_at, device_clock_s) > ($5::timestamptz, $6::bigint)
    order by measured_at, device_clock_s limit ${pageSize}
  ) page`;

type Page = {
  readonly lines: string | null;
  readonly count: number;
  readonly lastAt: string;
  readonly lastClockS: bigint;
  readonly lastS: number;
};

/** What a device sent while it stood there, as lines of CSV, with the time of the last one in epoch seconds. */
export async function* readingsOf(
  pool: pg.Pool,
  stay: Stay,
): AsyncGenerator<{ readonly lines: string; readonly lastS: number }, void, undefined> {
  const { deviceId, serialNumber, from, until } = stay;
  let lastAt = '-infinity';
  let lastClockS = 0n;
  for (;;) {
    const values = [deviceId, quoted(serialNumber), from, until, lastAt, lastClockS];
    const [page] = (await pool.query<Page>(readingsPage, values)).rows;
    if (page === undefined || page.lines === null) return;
    yield { lines: page.lines, lastS: page.lastS };
    if (page.count < pageSize) return;
    ({ lastAt, lastClockS } = page);
  }
}

/** Printable characters without blanks, but any of them: see `SerialNumber`. */
function quoted(serialNumber: string): string {
  return `"${serialNumber.replaceAll('"', '""')}"`;
}

export type ErrorRow = { readonly measuredAt: string; readonly code: string };

export async function errorsOf(pool: pg.Pool, stay: Stay): Promise<readonly ErrorRow[]> {
  const { rows } = await pool.query<ErrorRow>(
    `select ${instantText('measured_at')} as "measuredAt", code from public.device_errors
      where device_id = $1 and measured_at >= $2::timestamptz and measured_at < $3::timestamptz
      order by measured_at, id`,
    [stay.deviceId, stay.from, stay.until],
  );
  return rows;
}

export type DayRow = { readonly inverterId: string; readonly day: string; readonly energyWh: number | null };

/** The energy of each day in some places. */
export async function daysOf(pool: pg.Pool, inverterIds: readonly string[]): Promise<readonly DayRow[]> {
  const { rows } = await pool.query<DayRow>(
    `select inverter_id::text as "inverterId", day::text as day, sum(energy_wh) as "energyWh"
      from public.device_days where inverter_id = any($1::uuid[])
      group by inverter_id, day order by inverter_id, day`,
    [inverterIds],
  );
  return rows;
}
