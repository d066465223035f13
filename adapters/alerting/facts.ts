import type pg from 'pg';
import type { InverterId } from '../../domain/kernel/ids.js';
import { errorHours, type InverterDay, type SeenError, type Span } from '../../domain/alerting/watched.js';
import { ofItsTime } from '../readings/samples.js';

export type Queryable = Pick<pg.ClientBase, 'query'>;

/** An inverter on a day, days since 1970-01-01 in the zone of its plant. */
export type AskedDay = { readonly inverterId: string; readonly day: number };

/** What is known of many inverters, in a few questions for all of them. */

/** When anything came from each device last, epoch seconds; those that were never heard are left out. */
export async function lastContacts(
  db: Queryable,
  serialNumbers: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const { rows } = await db.query<{ serialNumber: string; atS: number }>(
    `select serial_number as "serialNumber", extract(epoch from last_seen_at)::double precision as "atS"
     from public.devices where serial_number = any($1::text[]) and last_seen_at > to_timestamp(0)`,
    [serialNumbers],
  );
  return new Map(rows.map(({ serialNumber, atS }) => [serialNumber, atS]));
}

type DayRow = AskedDay & {
  readonly energyWh: number | null;
  readonly powerW: number | null;
  readonly fromS: number;
  readonly toS: number;
};

/** What inverters did on days, by inverter and day; days without records are left out. */
export async function inverterDays(
  db: Queryable,
  asked: readonly AskedDay[],
): Promise<ReadonlyMap<string, ReadonlyMap<number, InverterDay>>> {
  if (asked.length === 0) return new Map();
  const { rows } = await db.query<DayRow>(
    `select part.inverter_id::text as "inverterId", part.day - date '1970-01-01' as day, part.energy_wh as "energyWh",
       extract(epoch from part.first_at)::double precision as "fromS",
       extract(epoch from part.last_at)::double precision as "toS",
       (select nominal_power_w from devices.assignments stay join public.devices device using (serial_number)
         where stay.inverter_id = part.inverter_id and device.id = part.device_id
         order by assigned_from desc limit 1) as "powerW"
     from unnest($1::uuid[], $2::integer[]) as asked (inverter_id, day)
     join public.device_days part on part.inverter_id = asked.inverter_id and part.day = date '1970-01-01' + asked.day
     order by part.inverter_id, part.first_at`,
    [asked.map(({ inverterId }) => inverterId), asked.map(({ day }) => day)],
  );
  const found = new Map<string, Map<number, InverterDay>>();
  for (const row of rows) {
    const days = found.get(row.inverterId) ?? new Map<number, InverterDay>();
    days.set(row.day, plus(days.get(row.day), row));
    found.set(row.inverterId, days);
  }
  return found;
}

function plus(before: InverterDay | undefined, { energyWh, powerW, fromS, toS }: DayRow): InverterDay {
  const recorded: readonly Span[] = [...(before?.recorded ?? []), { fromS, toS }];
  if (energyWh === null || powerW === null) {
    return { energyWh: before?.energyWh ?? null, kwhPerKw: before?.kwhPerKw ?? null, recorded };
  }
  return {
    energyWh: (before?.energyWh ?? 0) + energyWh,
    kwhPerKw: (before?.kwhPerKw ?? 0) + energyWh / powerW,
    recorded,
  };
}

type EnergyOfPeriod = { readonly energyWh: number; readonly days: number };

/** A stretch of days of an inverter; `endDay` does not belong to it. */
export type AskedPeriod = { readonly inverterId: string; readonly firstDay: number; readonly endDay: number };

/** Energy of inverters in periods, and on how many days each has data: by inverter and first day. */
export async function inverterPeriods(
  db: Queryable,
  asked: readonly AskedPeriod[],
): Promise<ReadonlyMap<string, ReadonlyMap<number, EnergyOfPeriod>>> {
  if (asked.length === 0) return new Map();
  const { rows } = await db.query<EnergyOfPeriod & { inverterId: string; firstDay: number }>(
    `select asked.inverter_id::text as "inverterId", asked.first_day as "firstDay", sum(part.energy_wh) as "energyWh",
       count(distinct part.day)::integer as days
     from unnest($1::uuid[], $2::integer[], $3::integer[]) as asked (inverter_id, first_day, end_day)
     join public.device_days part on part.inverter_id = asked.inverter_id
       and part.day >= date '1970-01-01' + asked.first_day and part.day < date '1970-01-01' + asked.end_day
     where part.energy_wh is not null group by 1, 2`,
    [
      asked.map(({ inverterId }) => inverterId),
      asked.map(({ firstDay }) => firstDay),
      asked.map(({ endDay }) => endDay),
    ],
  );
  const found = new Map<string, Map<number, EnergyOfPeriod>>();
  for (const { inverterId, firstDay, energyWh, days } of rows) {
    const periods = found.get(inverterId) ?? new Map<number, EnergyOfPeriod>();
    found.set(inverterId, periods.set(firstDay, { energyWh, days }));
  }
  return found;
}

/** Errors that the devices of inverters reported in the `errorHours` hours before an instant, or since another one. */
export async function deviceErrorsOf(
  db: Queryable,
  inverterIds: readonly string[],
  nowS: number,
  sinceS = nowS - errorHours * 3_600,
): Promise<readonly SeenError[]> {
  if (inverterIds.length === 0) return [];
  const { rows } = await db.query<SeenError & { inverterId: InverterId }>(
    `select stay.inverter_id::text as "inverterId", error.code, error.state, error.state_after as "stateAfter",
       extract(epoch from error.measured_at)::double precision as "atS"
     from devices.assignments stay join public.devices device using (serial_number)
     cross join lateral (
       select * from public.device_errors
       where device_id = device.id and measured_at > to_timestamp($2) and measured_at <= to_timestamp($3)
         and measured_at >= stay.assigned_from and (stay.assigned_to is null or measured_at < stay.assigned_to)
         and ${ofItsTime}
       order by measured_at desc limit 500
     ) error
     where stay.inverter_id = any($1::uuid[])`,
    [inverterIds, sinceS, nowS],
  );
  return rows;
}

/** Things by a text of theirs, in their order. */
export function grouped<T>(things: readonly T[], nameOf: (thing: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const thing of things) {
    const group = groups.get(nameOf(thing));
    if (group === undefined) groups.set(nameOf(thing), [thing]);
    else group.push(thing);
  }
  return groups;
}
