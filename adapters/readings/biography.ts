import type pg from 'pg';
import type { SerialNumber } from '../../domain/kernel/ids.js';
import type { StoredDeviceError } from './port.js';
import { ofItsTime } from './samples.js';

/** What a device has told in its life, wherever it stood. Times are epoch seconds. */
export type DeviceBiography = {
  readonly firstSeenAtS: number;
  readonly lastSeenAtS: number;
  /** What it made in each place, by the id of the inverter there; null where its counter tells nothing. */
  readonly energyWh: ReadonlyMap<string, number | null>;
  /** The latest first. */
  readonly errors: readonly Pick<StoredDeviceError, 'id' | 'atS' | 'code' | 'state'>[];
};

const errorsShown = 20;

/** Null for a device that was never heard, or whose values are erased. */
export function deviceBiographies(pool: pg.Pool) {
  return async (serialNumber: SerialNumber): Promise<DeviceBiography | null> => {
    const device = await pool.query<{ id: number; firstSeenAtS: number; lastSeenAtS: number }>(
      `select id, extract(epoch from first_seen_at)::double precision as "firstSeenAtS",
         extract(epoch from last_seen_at)::double precision as "lastSeenAtS"
       from public.devices where serial_number = $1`,
      [serialNumber],
    );
    const [known] = device.rows;
    if (known === undefined) return null;
    const { id, ...seen } = known;
    const energy = await pool.query<{ inverterId: string; energyWh: number | null }>(
      `select inverter_id::text as "inverterId", sum(energy_wh) as "energyWh"
       from public.device_months where device_id = $1 group by 1`,
      [id],
    );
    const errors = await pool.query<DeviceBiography['errors'][number]>(
      `select id::text as id, extract(epoch from measured_at)::double precision as "atS", code, state
       from public.device_errors where device_id = $1 and ${ofItsTime}
       order by measured_at desc, id desc limit ${errorsShown}`,
      [id],
    );
    const energyWh = new Map(energy.rows.map((row) => [row.inverterId, row.energyWh]));
    return { ...seen, energyWh, errors: errors.rows };
  };
}
