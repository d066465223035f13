import type pg from 'pg';
import type { EnergySample } from '../../domain/production/energy.js';
import { maxLeadS } from '../../domain/production/plausibility.js';

type Queryable = Pick<pg.ClientBase, 'query'>;

/** A stretch of one device's records, in epoch seconds, `toS` exclusive. */
export type Stretch = { readonly deviceId: number; readonly fromS: number; readonly toS: number };

export type Sample = EnergySample & {
  /** `atS`, or the arrival when that came earlier: the clock of the device runs a little ahead. */
  readonly presentS: number;
  readonly intervalS: number | null;
  readonly status: number | null;
};

/**
 * Leaves out records that arrived long before their own time: the clock of the device is wrong, or the time zone of its
 * plant. They stay stored, because a corrected zone may give them a time that has come.
 */
export const ofItsTime = `measured_at <= received_at + interval '${maxLeadS} seconds'`;

/** Records of a stretch by time, without those that are not `ofItsTime`, and the last record of the two days before it. */
export type Samples = { readonly before: EnergySample | null; readonly samples: readonly Sample[] };

type Columns = {
  readonly at: number[] | null;
  /** Null where a record arrived after its own time, as nearly all do. */
  readonly early: (number | null)[] | null;
  readonly day: (number | null)[] | null;
  readonly total: (number | null)[] | null;
  readonly power: (number | null)[] | null;
  readonly interval: (number | null)[] | null;
  readonly status: (number | null)[] | null;
  readonly before: [number, number | null, number | null, number | null] | null;
};

/** Loads what energy needs of several stretches in one round trip, in the order of the stretches. */
export async function loadSamples(client: Queryable, stretches: readonly Stretch[]): Promise<readonly Samples[]> {
  if (stretches.length === 0) return [];
  const { rows } = await client.query<Columns>({
    name: 'load-samples',
    text: `
      select stretch.n, inside.*, earlier.before
      from unnest($1::integer[], $2::double precision[], $3::double precision[]) with ordinality
        as stretch (device_id, from_s, to_s, n)
      cross join lateral (
        select json_agg(extract(epoch from measured_at)::double precision) as at,
          json_agg(case when received_at < measured_at then extract(epoch from received_at)::double precision end)
            as early,
          json_agg(day_energy_wh) as day,
          json_agg(total_energy_wh) as total, json_agg(ac_power_w) as power, json_agg(interval_s) as interval,
          json_agg(status) as status
        from (
          select * from public.readings
          where device_id = stretch.device_id
            and measured_at >= to_timestamp(stretch.from_s) and measured_at < to_timestamp(stretch.to_s)
          order by measured_at, device_clock_s
        ) ordered
      ) inside
      left join lateral (
        select json_build_array(extract(epoch from measured_at)::double precision, day_energy_wh, total_energy_wh,
          ac_power_w) as before
        from public.readings
        where device_id = stretch.device_id and measured_at < to_timestamp(stretch.from_s)
          and measured_at >= to_timestamp(stretch.from_s) - interval '2 days'
          and ${ofItsTime}
        order by measured_at desc, device_clock_s desc limit 1
      ) earlier on true
      order by stretch.n`,
    values: [
      stretches.map(({ deviceId }) => deviceId),
      stretches.map(({ fromS }) => fromS),
      stretches.map(({ toS }) => toS),
    ],
  });
  return rows.map((columns) => ({ before: beforeOf(columns), samples: samplesOf(columns) }));
}

function samplesOf({ at, early, day, total, power, interval, status }: Columns): readonly Sample[] {
  const samples = (at ?? []).map((atS, index) => ({
    atS,
    presentS: early?.[index] ?? atS,
    dayEnergyWh: day?.[index] ?? null,
    totalEnergyWh: total?.[index] ?? null,
    acPowerW: power?.[index] ?? null,
    intervalS: interval?.[index] ?? null,
    status: status?.[index] ?? null,
  }));
  return samples.filter(({ atS, presentS }) => atS - presentS <= maxLeadS);
}

function beforeOf({ before }: Columns): EnergySample | null {
  if (before === null) return null;
  const [atS, dayEnergyWh, totalEnergyWh, acPowerW] = before;
  return { atS, dayEnergyWh, totalEnergyWh, acPowerW };
}
