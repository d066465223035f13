import type pg from 'pg';
import { dayNumber } from '../../domain/production/device-clock.js';
import { energyOfDay, sumOfSteps, type EnergyStep } from '../../domain/production/energy.js';
import { energyPerInterval, type Values } from '../../domain/production/series.js';
import { scaledTo, type WrittenDays } from '../../domain/production/written-days.js';
import type { ChannelMetric } from '../../domain/production/units.js';
import { assignmentsExist, assignmentsOfInverters, type Assignment } from './assignments.js';
import { writtenDaysOf } from './corrected-days.js';
import { inverterNumbers, productionNumbers, specificYields } from './numbers.js';
import type { DeviceErrorCursor, ProductionQueries, StoredDeviceError } from './port.js';
import { channelColumns } from './rows.js';
import { loadSamples, ofItsTime } from './samples.js';
import { tasksOf } from './sums/device-day.js';

const columnOf = new Map<string, string>(channelColumns.map(([channel, column]) => [channel, column]));

/** Reads what the intake stored and the sums worker computed. */
export function postgresProduction(pool: pg.Pool): ProductionQueries {
  return {
    current: (inverterIds, today) => inverterNumbers(pool, inverterIds, today),
    numbers: (inverterIds, today, tariffs) => productionNumbers(pool, inverterIds, today, tariffs),
    channelMeans: (inverterIds, metrics, bounds) => channelMeans(pool, inverterIds, metrics, bounds),
    intradayEnergy: (inverterIds, timeZone, bounds) => intradayEnergy(pool, inverterIds, timeZone, bounds),
    dailyEnergy: (inverterIds, bounds) => dailyEnergy(pool, inverterIds, bounds),
    lastMeasuredS: (inverterId, range) => lastMeasuredS(pool, inverterId, range),
    specificYields: (inverterIds, days) => specificYields(pool, inverterIds, days),
    measuredBefore: (stretches) => measuredBefore(pool, stretches),
    deviceErrors: (inverterIds, range, page) => deviceErrors(pool, inverterIds, range, page),
  };
}

/** When which device stood in these places, within a stretch of time; `toS` exclusive. */
export async function windowsOf(pool: pg.Pool, inverterIds: readonly string[], fromS: number, toS: number) {
  if (!(await assignmentsExist(pool))) return [];
  const assignments = await assignmentsOfInverters(pool, inverterIds);
  return assignments.flatMap((assignment): readonly Assignment[] => {
    const window = { ...assignment, fromS: Math.max(fromS, assignment.fromS), toS: Math.min(toS, assignment.toS) };
    return window.fromS < window.toS ? [window] : [];
  });
}

async function channelMeans(
  pool: pg.Pool,
  inverterIds: readonly string[],
  metrics: readonly ChannelMetric[],
  bounds: readonly number[],
): Promise<ReadonlyMap<string, ReadonlyMap<ChannelMetric, Values>>> {
  const windows = await windowsOf(pool, inverterIds, bounds[0] ?? 0, bounds.at(-1) ?? 0);
  const means = metrics.map((metric) => `avg(reading.${columnOf.get(metric) ?? 'null'})::double precision`);
  const { rows } = await pool.query<[string, number, ...(number | null)[]]>({
    text: `
      select stood.inverter_id, width_bucket(reading.at_s, $5::double precision[]) - 1 as n, ${means.join(', ')}
      from unnest($1::text[], $2::integer[], $3::double precision[], $4::double precision[])
        as stood (inverter_id, device_id, from_s, to_s)
      cross join lateral (
        select *, extract(epoch from measured_at)::double precision as at_s from public.readings
        where device_id = stood.device_id
          and measured_at >= to_timestamp(stood.from_s) and measured_at < to_timestamp(stood.to_s) and ${ofItsTime}
        -- Keeps the planner from turning the look-ups by index into one join over whole months.
        offset 0
      ) reading
      group by 1, 2`,
    values: [
      windows.map(({ inverterId }) => inverterId),
      windows.map(({ deviceId }) => deviceId),
      windows.map(({ fromS }) => fromS),
      windows.map(({ toS }) => toS),
      bounds,
    ],
    rowMode: 'array',
  });
  const length = bounds.length - 1;
  const result = new Map<string, Map<ChannelMetric, Values>>();
  for (const [inverterId, n, ...values] of rows) {
    const series = result.get(inverterId) ?? new Map(metrics.map((metric) => [metric, emptyValues(length)]));
    result.set(inverterId, series);
    metrics.forEach((metric, index) => {
      const target = series.get(metric);
      if (target !== undefined) target[n] = values[index] ?? null;
    });
  }
  return result;
}

async function lastMeasuredS(
  pool: pg.Pool,
  inverterId: string,
  { fromS, toS }: { readonly fromS: number; readonly toS: number },
): Promise<number | null> {
  const windows = await windowsOf(pool, [inverterId], fromS, toS);
  const { rows } = await pool.query<{ lastS: number | null }>(
    `select extract(epoch from max(reading.measured_at))::double precision as "lastS"
     from unnest($1::integer[], $2::double precision[], $3::double precision[]) as stood (device_id, from_s, to_s)
     cross join lateral (
       select measured_at from public.readings
       where device_id = stood.device_id
         and measured_at >= to_timestamp(stood.from_s) and measured_at < to_timestamp(stood.to_s) and ${ofItsTime}
       order by measured_at desc limit 1
     ) reading`,
    [windows.map(({ deviceId }) => deviceId), windows.map((one) => one.fromS), windows.map((one) => one.toS)],
  );
  return rows[0]?.lastS ?? null;
}

function emptyValues(length: number): Values {
  return new Array<number | null>(Math.max(0, length)).fill(null);
}

async function intradayEnergy(
  pool: pg.Pool,
  inverterIds: readonly string[],
  timeZone: string,
  bounds: readonly number[],
): Promise<ReadonlyMap<string, Values>> {
  const fromS = bounds[0] ?? 0;
  const toS = bounds.at(-1) ?? 0;
  const assignments = await windowsOf(pool, inverterIds, -Infinity, Infinity);
  const tasks = assignments
    .map((assignment) => ({ ...assignment, timeZone }))
    .flatMap((assignment) =>
      daysBetween(dayNumber(timeZone, fromS), dayNumber(timeZone, toS - 1)).flatMap((day) =>
        tasksOf({ deviceId: assignment.deviceId, day }, [assignment]),
      ),
    );
  const loaded = await loadSamples(pool, tasks);
  const measured = tasks.flatMap(({ assignment: { inverterId }, day, dayStartS }, index) => {
    const { before, samples } = loaded[index] ?? { before: null, samples: [] };
    const steps = energyOfDay(dayStartS, before, samples);
    return steps === null ? [] : [{ inverterId, day, steps }];
  });
  const result = new Map<string, Values>();
  for (const { inverterId, steps } of asWritten(
    measured,
    await writtenDaysOf(
      pool,
      inverterIds,
      tasks.map(({ day }) => day),
    ),
  )) {
    result.set(inverterId, plus(result.get(inverterId), energyPerInterval(bounds, steps)));
  }
  return result;
}

type MeasuredDay = { readonly inverterId: string; readonly day: number; readonly steps: readonly EnergyStep[] };

/** Days that people wrote another energy for keep their shape; those that count as not known are left out. */
function asWritten(days: readonly MeasuredDay[], written: WrittenDays): readonly MeasuredDay[] {
  const nameOf = ({ inverterId, day }: MeasuredDay) => `${inverterId}/${day}`;
  const sums = new Map<string, number>();
  for (const one of days) sums.set(nameOf(one), (sums.get(nameOf(one)) ?? 0) + (sumOfSteps(one.steps) ?? 0));
  return days.map((one) => {
    const measuredWh = sums.get(nameOf(one)) ?? 0;
    const instead = written.instead(one.inverterId, one.day, measuredWh);
    return instead === null ? one : { ...one, steps: scaledTo(one.steps, measuredWh, instead.energyWh) };
  });
}

function daysBetween(first: number, last: number): readonly number[] {
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
}

function plus(sum: Values | undefined, values: Values): Values {
  if (sum === undefined) return values;
  return values.map((value, index) => (value === null ? (sum[index] ?? null) : value + (sum[index] ?? 0)));
}

async function dailyEnergy(
  pool: pg.Pool,
  inverterIds: readonly string[],
  bounds: readonly number[],
): Promise<ReadonlyMap<string, Values>> {
  const { rows } = await pool.query<{ inverterId: string; n: number; energyWh: number | null }>(
    `select inverter_id::text as "inverterId",
       width_bucket(day - date '1970-01-01', $2::integer[]) - 1 as n, sum(energy_wh) as "energyWh"
     from public.device_days
     where inverter_id = any($1::uuid[]) and day >= date '1970-01-01' + $3::integer
       and day < date '1970-01-01' + $4::integer
     group by 1, 2`,
    [inverterIds, bounds, bounds[0] ?? 0, bounds.at(-1) ?? 0],
  );
  const result = new Map<string, Values>();
  for (const { inverterId, n, energyWh } of rows) {
    const values = result.get(inverterId) ?? emptyValues(bounds.length - 1);
    values[n] = energyWh;
    result.set(inverterId, values);
  }
  return result;
}

/** Where something was written over what was measured, the difference is kept beside the sum. */
async function measuredBefore(
  pool: pg.Pool,
  stretches: Parameters<ProductionQueries['measuredBefore']>[0],
): Promise<Values> {
  const { rows } = await pool.query<{ measuredWh: number | null }>(
    `select measured.wh as "measuredWh"
     from unnest($1::uuid[], $2::date[], $3::date[]) with ordinality as stretch (inverter_id, first_day, last_day, n)
     cross join lateral (
       select sum(coalesce(energy_wh, 0) - coalesce(correction_wh, 0)) as wh from public.device_days
       where inverter_id = stretch.inverter_id and day >= first_day and day <= last_day
         and (counter_first_wh is not null or first_at < last_at)
     ) measured
     order by stretch.n`,
    [
      stretches.map(({ inverterId }) => inverterId),
      stretches.map(({ firstDay }) => firstDay),
      stretches.map(({ lastDay }) => lastDay),
    ],
  );
  return rows.map(({ measuredWh }) => measuredWh);
}

/** A device that does not run again for so long is not looked for any further. */
const runningWithinDays = 7;
/** The state of a device that feeds in (`device-states.ts`). */
const running = 4;

async function deviceErrors(
  pool: pg.Pool,
  inverterIds: readonly string[],
  range: { readonly fromS: number | null; readonly toS: number | null },
  page: { readonly limit: number; readonly after: DeviceErrorCursor | null },
): Promise<readonly StoredDeviceError[]> {
  const windows = await windowsOf(pool, inverterIds, range.fromS ?? -Infinity, range.toS ?? Infinity);
  const { rows } = await pool.query<StoredDeviceError>(
    `select error.id::text as id, stood.inverter_id as "inverterId", stood.serial_number as "serialNumber",
       extract(epoch from error.measured_at)::double precision as "atS", error.code, error.state,
       error.state_after as "stateAfter", extract(epoch from running.at)::double precision as "runningAgainS"
     from unnest($1::text[], $2::text[], $3::integer[], $4::double precision[], $5::double precision[])
       as stood (inverter_id, serial_number, device_id, from_s, to_s)
     cross join lateral (
       select * from public.device_errors
       where device_id = stood.device_id
         and measured_at >= to_timestamp(stood.from_s) and measured_at < to_timestamp(stood.to_s)
         and ${ofItsTime}
         and (measured_at, id) < (to_timestamp($6::double precision), $7::bigint)
       order by measured_at desc, id desc limit $8
     ) error
     left join lateral (
       select measured_at as at from public.readings
       where device_id = stood.device_id and measured_at >= error.measured_at
         and measured_at < error.measured_at + interval '${runningWithinDays} days' and status = ${running}
         and ${ofItsTime}
       order by measured_at limit 1
     ) running on true
     order by error.measured_at desc, error.id desc limit $8`,
    [
      windows.map(({ inverterId }) => inverterId),
      windows.map(({ serialNumber }) => serialNumber),
      windows.map(({ deviceId }) => deviceId),
      windows.map(({ fromS }) => fromS),
      windows.map(({ toS }) => toS),
      page.after?.atS ?? Infinity,
      page.after?.id ?? '9223372036854775807',
      page.limit,
    ],
  );
  return rows;
}
