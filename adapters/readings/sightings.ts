import type pg from 'pg';
import type { SerialNumber } from '../../domain/kernel/ids.js';
import { Temporal } from '../../domain/kernel/time.js';

/** When devices were last heard of, whether a plant has them or not; the unheard are left out. A few seconds late. */
export function deviceSightings(pool: pg.Pool) {
  return async (serialNumbers: readonly SerialNumber[]): Promise<ReadonlyMap<string, Temporal.Instant>> => {
    if (serialNumbers.length === 0) return new Map();
    const { rows } = await pool.query<{ serial_number: string; seen_ms: number }>(
      `select serial_number, extract(epoch from max(seen_at))::double precision * 1000 as seen_ms
       from (
         select serial_number, last_seen_at as seen_at from public.devices
         where serial_number = any($1) and last_seen_at > to_timestamp(0)
         union all
         select serial_number, last_received_at from public.unclaimed_devices where serial_number = any($1)
       ) seen group by serial_number`,
      [serialNumbers],
    );
    return new Map(
      rows.map((row) => [row.serial_number, Temporal.Instant.fromEpochMilliseconds(Math.round(row.seen_ms))]),
    );
  };
}
