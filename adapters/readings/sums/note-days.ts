import type pg from 'pg';

/** A time of a device whose days are to be summed anew, by the calendar of a zone; epoch seconds, may be infinite. */
type StaleSpan = {
  readonly deviceId: number;
  readonly timeZone: string;
  readonly fromS: number;
  readonly toS: number;
};

/**
 * Notes those days of the spans that have a reading. Asks the index once a day instead of reading all that was measured
 * in it, from an hour before midnight on, because there may be two midnights. Runs in the caller's transaction.
 */
export async function noteDays(client: pg.ClientBase, spans: readonly StaleSpan[]): Promise<void> {
  await client.query(
    `insert into public.stale_device_days (device_id, day)
     select distinct device_id, day::date
     from unnest($1::integer[], $2::text[], $3::double precision[], $4::double precision[])
       as span (device_id, zone, from_s, to_s)
     cross join lateral (
       select min(measured_at) at time zone zone as first, max(measured_at) at time zone zone as last
       from public.readings
       where device_id = span.device_id and measured_at >= to_timestamp(from_s) and measured_at < to_timestamp(to_s)
     ) ends
     cross join lateral generate_series(date_trunc('day', first), last, interval '1 day') day
     where exists (
       select from public.readings
       where device_id = span.device_id and measured_at >= day at time zone zone - interval '1 hour'
         and measured_at < (day + interval '1 day') at time zone zone)`,
    [
      spans.map(({ deviceId }) => deviceId),
      spans.map(({ timeZone }) => timeZone),
      spans.map(({ fromS }) => fromS),
      spans.map(({ toS }) => toS),
    ],
  );
}
