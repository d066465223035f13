import type pg from 'pg';
import { instantsOf, likelyInstantS } from '../../domain/production/device-clock.js';
import type { DevicePlace } from './port.js';

/**
 * What this room reads of the plants: which device stands in which place since when. Columns of the projection table
 * `devices.assignments`: serial_number text, inverter_id uuid, plant_id uuid, time_zone text, nominal_power_w integer,
 * assigned_from timestamptz, assigned_to timestamptz (null = still there).
 */
export type Assignment = {
  readonly serialNumber: string;
  readonly deviceId: number;
  readonly inverterId: string;
  readonly plantId: string;
  readonly timeZone: string;
  /** From when the place counts the device, epoch seconds; -Infinity = from its first record on. */
  readonly fromS: number;
  /** Exclusive, epoch seconds; Infinity while it stands there. */
  readonly toS: number;
};

export type Queryable = Pick<pg.ClientBase, 'query'>;

/** False before the plants' projection made its table: then nothing can be summed yet. */
export async function assignmentsExist(client: Queryable): Promise<boolean> {
  const { rows } = await client.query<{ there: boolean }>(
    `select to_regclass('devices.assignments') is not null as there`,
  );
  return rows[0]?.there === true;
}

const selectAssignments = `
  select device.serial_number as "serialNumber", device.id as "deviceId", inverter_id::text as "inverterId",
    plant_id::text as "plantId", time_zone as "timeZone",
    extract(epoch from assigned_from)::double precision as "fromS",
    coalesce(extract(epoch from assigned_to)::double precision, 'infinity') as "toS"
  from devices.assignments assignment join public.devices device using (serial_number)`;

export async function assignmentsOfDevices(client: Queryable, deviceIds: readonly number[]): Promise<Assignment[]> {
  const { rows } = await client.query<Assignment>(
    `${selectAssignments} where device.id = any($1::integer[]) order by assigned_from`,
    [deviceIds],
  );
  return rows;
}

export async function assignmentsOfInverters(client: Queryable, inverterIds: readonly string[]): Promise<Assignment[]> {
  const { rows } = await client.query<Assignment>(
    `${selectAssignments} where inverter_id = any($1::uuid[]) order by assigned_from`,
    [inverterIds],
  );
  return rows;
}

/** A place that a device has left, and when it stood there; epoch seconds, `toS` exclusive. */
export type FormerStay = DevicePlace & Pick<Assignment, 'fromS' | 'toS'>;

/** Where a device stood before, whether these places and plants still exist or not; the newest stay first. */
export async function formerStays(client: Queryable, serialNumber: string): Promise<readonly FormerStay[]> {
  const { rows } = await client.query<FormerStay>(
    `select plant_id::text as "plantId", inverter_id::text as "inverterId", time_zone as "timeZone",
       extract(epoch from assigned_from)::double precision as "fromS",
       extract(epoch from assigned_to)::double precision as "toS"
     from devices.assignments where serial_number = $1 and assigned_to is not null order by assigned_from desc`,
    [serialNumber],
  );
  return rows;
}

/** Every place that a device stands or stood in, the latest stay first; none before the plants' projection made its table. */
export async function staysOfDevice(client: Queryable, serialNumber: string): Promise<readonly Assignment[]> {
  if (!(await assignmentsExist(client))) return [];
  const { rows } = await client.query<Assignment>(
    `${selectAssignments} where assignment.serial_number = $1 order by assigned_from desc`,
    [serialNumber],
  );
  return rows;
}

/** How far the arrival of a live record is from what its stamp means, in seconds: ten minutes and some drift. */
const liveWithinS = 900;

/**
 * The place that a record belongs to: one that the device stood in at the time of its stamp, however late it arrives,
 * else where it stands now. A record that fits the clock of the present place is live, whatever its stamp would have
 * meant in the zone of a former one.
 */
export function placeOfRecord(
  { record, receivedS }: { readonly record: { readonly deviceClockS: number }; readonly receivedS: number },
  former: readonly FormerStay[],
  present: DevicePlace | null,
): DevicePlace | null {
  const instantIn = ({ timeZone }: DevicePlace) => likelyInstantS(instantsOf(timeZone, record.deviceClockS), receivedS);
  if (present !== null && Math.abs(receivedS - instantIn(present)) <= liveWithinS) return present;
  const stood = former.find((stay) => instantIn(stay) >= stay.fromS && instantIn(stay) < stay.toS);
  return stood ?? present;
}
