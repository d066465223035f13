import type pg from 'pg';
import type { Values } from '../../domain/production/series.js';
import type { Assignment } from './assignments.js';
import type { MeasuredRecord, RecordQueries } from './port.js';
import { windowsOf } from './queries.js';
import { channelColumns } from './rows.js';
import { ofItsTime } from './samples.js';

const channels = channelColumns.map(([channel, column]) => `reading.${column} as "${channel}"`).join(', ');

/** The times at which a place counts a device, as the parameters 1 to 3 of a statement. */
const stood = `unnest($1::integer[], $2::double precision[], $3::double precision[]) as stood (device_id, from_s, to_s)`;
const within = `device_id = stood.device_id and measured_at >= to_timestamp(stood.from_s)
  and measured_at < to_timestamp(stood.to_s) and ${ofItsTime}`;

const parametersOf = (windows: readonly Assignment[]) => [
  windows.map(({ deviceId }) => deviceId),
  windows.map(({ fromS }) => fromS),
  windows.map(({ toS }) => toS),
];

/** Reads single records and errors of devices. */
export function postgresRecords(pool: pg.Pool): RecordQueries {
  const everOf = (inverterIds: readonly string[]) => windowsOf(pool, inverterIds, -Infinity, Infinity);
  return {
    async records(inverterId, { fromS, toS }, limit) {
      const windows = await windowsOf(pool, [inverterId], fromS, toS + 1);
      const [records, count] = await Promise.all([
        firstRecords(pool, windows, limit),
        countOf(pool, 'readings', windows),
      ]);
      return { records, count };
    },
    errorCount: async (inverterIds) => countOf(pool, 'device_errors', await everOf(inverterIds)),
    async errors(inverterIds, { limit, offset }) {
      const { rows } = await pool.query(
        `select extract(epoch from error.measured_at)::double precision as "atS", error.code, error.state,
           error.state_after as "stateAfter"
         from ${stood}
         cross join lateral (
           select * from public.device_errors where ${within}
           order by measured_at desc, id desc limit $4::bigint + $5::bigint
         ) error
         order by error.measured_at desc, error.id desc limit $4 offset $5`,
        [...parametersOf(await everOf(inverterIds)), limit, offset],
      );
      return rows;
    },
    dailyIrradiation: (inverterIds, firstDay, lastDay) => dailyIrradiation(pool, inverterIds, firstDay, lastDay),
  };
}

async function firstRecords(
  pool: pg.Pool,
  windows: readonly Assignment[],
  limit: number,
): Promise<readonly MeasuredRecord[]> {
  const { rows } = await pool.query<MeasuredRecord>(
    `select extract(epoch from reading.measured_at)::double precision as "atS", ${channels}
     from ${stood}
     cross join lateral (
       select * from public.readings where ${within} order by measured_at, device_clock_s limit $4
     ) reading
     order by reading.measured_at, reading.device_clock_s limit $4`,
    [...parametersOf(windows), limit],
  );
  return rows;
}

async function countOf(pool: pg.Pool, table: string, windows: readonly Assignment[]): Promise<number> {
  const { rows } = await pool.query<{ count: number }>(
    `select coalesce(sum(counted.count), 0)::double precision as count
     from ${stood} cross join lateral (select count(*) from public.${table} where ${within}) counted`,
    parametersOf(windows),
  );
  return rows[0]?.count ?? 0;
}

/** The counter of a day is read from its last hours: it may be set back soon after, but hardly before. */
async function dailyIrradiation(
  pool: pg.Pool,
  inverterIds: readonly string[],
  firstDay: number,
  lastDay: number,
): Promise<ReadonlyMap<string, Values>> {
  const { rows } = await pool.query<{ inverterId: string; day: number; whPerM2: number | null }>(
    `select inverter_id::text as "inverterId", day - date '1970-01-01' as day, max(last_hours.wh_per_m2) as "whPerM2"
     from public.device_days
     cross join lateral (
       select max(day_irradiation_wh_per_m2) as wh_per_m2 from public.readings
       where device_id = device_days.device_id and measured_at > device_days.last_at - interval '3 hours'
         and measured_at <= device_days.last_at and ${ofItsTime}
     ) last_hours
     where inverter_id = any($1::uuid[]) and day >= date '1970-01-01' + $2::integer
       and day <= date '1970-01-01' + $3::integer and last_hours.wh_per_m2 > 0
     group by 1, 2`,
    [inverterIds, firstDay, lastDay],
  );
  const result = new Map<string, Values>();
  for (const { inverterId, day, whPerM2 } of rows) {
    const values = result.get(inverterId) ?? new Array<number | null>(lastDay - firstDay + 1).fill(null);
    values[day - firstDay] = whPerM2;
    result.set(inverterId, values);
  }
  return result;
}
