import type pg from 'pg';
import type { Sighting } from '../../commands/ports.js';
import type { SerialNumber } from '../../domain/kernel/ids.js';
import { Temporal } from '../../domain/kernel/time.js';

type Row = { readonly serial_number: string; readonly seen_ms: number; readonly is_other_device: boolean };

/**
 * When devices were last heard of, whether a plant has them or not; the unheard are left out. A few seconds late. What was
 * heard last may be of another device under the serial number: messages with another MAC than the known one are kept apart.
 */
export function deviceSightings(pool: pg.Pool) {
  return async (serialNumbers: readonly SerialNumber[]): Promise<ReadonlyMap<string, Sighting>> => {
    if (serialNumbers.length === 0) return new Map();
    const { rows } = await pool.query<Row>(
      `select distinct on (serial_number) serial_number,
         extract(epoch from seen_at)::double precision * 1000 as seen_ms, is_other_device
       from (
         select serial_number, last_seen_at as seen_at, false as is_other_device from public.devices
         where serial_number = any($1) and last_seen_at > to_timestamp(0)
         union all
         select serial_number, last_received_at, coalesce(unclaimed.mac <> known.mac, false)
         from public.unclaimed_devices unclaimed left join public.devices known using (serial_number)
         where serial_number = any($1)
       ) seen order by serial_number, seen_at desc, is_other_device`,
      [serialNumbers],
    );
    return new Map(
      rows.map(({ serial_number, seen_ms, is_other_device }) => [
        serial_number,
        {
          lastSeenAt: Temporal.Instant.fromEpochMilliseconds(Math.round(seen_ms)),
          isOtherDevice: is_other_device,
        },
      ]),
    );
  };
}
