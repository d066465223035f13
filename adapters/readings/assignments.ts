import type pg from 'pg';

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

type Queryable = Pick<pg.ClientBase, 'query'>;

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
