import type pg from 'pg';
import { assignmentsExist, formerStays, type FormerStay } from './assignments.js';
import type { SerialNumber } from '../../domain/kernel/ids.js';
import type { DeviceDirectory, DevicePlace } from './port.js';

/** How long another node may go on with an old assignment of a device. */
export const claimedTtlMs = 60_000;
const unclaimedTtlMs = 3_000;
const maxDevices = 100_000;
/** Longer than any night, polar ones aside: each morning two devices with one serial number race for the first word. */
const silenceBeforeSwapS = 36 * 3_600;

/** A device as the intake needs it. `place` null: no plant has it. */
export type CachedDevice = {
  readonly serialNumber: SerialNumber;
  /** 0 while no place ever had it. */
  readonly id: number;
  readonly place: DevicePlace | null;
  /** Where it stood before: its late records belong there. */
  readonly former: readonly FormerStay[];
  mac: string | null;
  /** Epoch seconds of its last message, 0 when unknown. */
  lastSeenS: number;
  readonly expiresAtMs: number;
};

type DeviceCache = {
  /** The device when it is in memory, else a promise of it. */
  lookup(serialNumber: SerialNumber): CachedDevice | Promise<CachedDevice>;
  /**
   * Whether a message with this MAC is from the known device. A board swap is adopted after a day and a half of silence;
   * until then a second device with the same serial number is a stranger.
   */
  admits(device: CachedDevice, mac: string | null, receivedS: number): boolean | Promise<boolean>;
  /** As `admits` of a device that stands nowhere: its late records come from the board that stood there. */
  admitsLate(device: CachedDevice, mac: string | null, receivedS: number): boolean;
  invalidate(serialNumber: SerialNumber): void;
  /** Writes down when devices were last seen; called now and then, not for each message. */
  flushSeen(): Promise<void>;
};

export function deviceCache(pool: pg.Pool, directory: DeviceDirectory): DeviceCache {
  const cache = new Map<SerialNumber, CachedDevice>();
  const resolving = new Map<SerialNumber, Promise<CachedDevice>>();
  let seen = new Set<CachedDevice>();
  let hasAssignments = false;

  async function resolve(serialNumber: SerialNumber): Promise<CachedDevice> {
    hasAssignments ||= await assignmentsExist(pool);
    const former = hasAssignments ? await formerStays(pool, serialNumber) : [];
    const place = await directory.find(serialNumber);
    const expiresAtMs = Date.now() + (place === null ? unclaimedTtlMs : claimedTtlMs);
    if (place === null && former.length === 0) {
      return { serialNumber, id: 0, place, former, mac: null, lastSeenS: 0, expiresAtMs };
    }
    const known = cache.get(serialNumber);
    const row = known !== undefined && known.id !== 0 ? known : await registered(pool, serialNumber);
    return {
      serialNumber,
      id: row.id,
      place,
      former,
      mac: row.mac,
      lastSeenS: row.lastSeenS,
      expiresAtMs,
    };
  }

  function remember(device: CachedDevice): CachedDevice {
    cache.delete(device.serialNumber);
    cache.set(device.serialNumber, device);
    if (cache.size > maxDevices) {
      const oldest = cache.keys().next().value;
      if (oldest !== undefined) cache.delete(oldest);
    }
    return device;
  }

  function markSeen(device: CachedDevice, receivedS: number): true {
    if (receivedS > device.lastSeenS) device.lastSeenS = receivedS;
    seen.add(device);
    return true;
  }

  async function adopt(device: CachedDevice, mac: string, receivedS: number): Promise<boolean> {
    if (device.mac !== null && receivedS - device.lastSeenS <= silenceBeforeSwapS) return false;
    const { rows } = await pool.query<{ mac: string | null }>(
      `update public.devices set mac = $2, last_seen_at = greatest(last_seen_at, to_timestamp($3)),
         mac_after_clock_s = case when mac <> $2 then (
           select device_clock_s from public.readings where device_id = $1 order by measured_at desc limit 1
         ) else mac_after_clock_s end
       where id = $1 and (mac is null or mac = $2 or last_seen_at < to_timestamp($3) - make_interval(secs => $4))
       returning mac`,
      [device.id, mac, receivedS, silenceBeforeSwapS],
    );
    if (rows.length === 0) return false;
    device.mac = mac;
    return markSeen(device, receivedS);
  }

  return {
    lookup(serialNumber) {
      const cached = cache.get(serialNumber);
      if (cached !== undefined && cached.expiresAtMs > Date.now()) return cached;
      let resolution = resolving.get(serialNumber);
      if (resolution === undefined) {
        resolution = resolve(serialNumber)
          .then(remember)
          .finally(() => resolving.delete(serialNumber));
        resolving.set(serialNumber, resolution);
      }
      return resolution;
    },
    admits(device, mac, receivedS) {
      if (mac === null || mac === device.mac) return markSeen(device, receivedS);
      return adopt(device, mac, receivedS);
    },
    admitsLate(device, mac, receivedS) {
      return (mac === null || device.mac === null || mac === device.mac) && markSeen(device, receivedS);
    },
    invalidate: (serialNumber) => void cache.delete(serialNumber),
    async flushSeen() {
      const devices = [...seen];
      seen = new Set();
      if (devices.length === 0) return;
      try {
        await pool.query(
          `update public.devices set last_seen_at = greatest(last_seen_at, to_timestamp(seen.at))
           from unnest($1::integer[], $2::double precision[]) as seen (id, at) where devices.id = seen.id`,
          [devices.map(({ id }) => id), devices.map(({ lastSeenS }) => lastSeenS)],
        );
      } catch (error) {
        for (const device of devices) seen.add(device);
        throw error;
      }
    },
  };
}

type RegisteredDevice = { readonly id: number; readonly mac: string | null; readonly lastSeenS: number };

/** Finds or creates the row of a device. A device that was never heard of counts as seen in 1970. */
async function registered(pool: pg.Pool, serialNumber: SerialNumber): Promise<RegisteredDevice> {
  const { rows } = await pool.query<RegisteredDevice>(
    `with added as (
       insert into public.devices (serial_number, first_seen_at, last_seen_at) values ($1, now(), to_timestamp(0))
       on conflict (serial_number) do nothing
       returning id, mac, last_seen_at
     )
     select id, mac, extract(epoch from last_seen_at)::double precision as "lastSeenS" from added
     union all
     select id, mac, extract(epoch from last_seen_at)::double precision from public.devices where serial_number = $1`,
    [serialNumber],
  );
  const row = rows[0];
  // Another node added it between the two halves of the statement: it is there now.
  return row ?? registered(pool, serialNumber);
}
