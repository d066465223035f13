import { sql } from 'kysely';
import type { Db } from '../adapters/database/port.js';
import type { PlantListing } from './plant-view.js';

/** A place where a device stands, stood, or is awaited. Instants are RFC 3339. */
export type DeviceStay = {
  readonly plantId: string;
  /** Null once the plant is gone. */
  readonly plantName: string | null;
  readonly inverterId: string;
  readonly state: 'awaited' | 'there' | 'former';
  /** Null for all that it ever told, and while its first data is awaited. */
  readonly from: string | null;
  readonly to: string | null;
};

const most = 100;

/** Where a device is awaited, and where it stood, the latest first. */
export async function staysOf(db: Db, serialNumber: string): Promise<readonly DeviceStay[]> {
  const { rows } = await sql<Row>`
    select stay.plant_id, stay.inverter_id, stay.state, plant.listing, stay.assigned_to,
      case when isfinite(stay.assigned_from) then stay.assigned_from end as assigned_from
    from (
      (select plant_id, inverter_id, assigned_from, assigned_to, position,
          case when assigned_to is null then 'there' else 'former' end as state from devices.assignments
        where serial_number = ${serialNumber} order by position desc limit ${most})
      union all
      (select plant_id, inverter_id, null, null, null, 'awaited' from devices.open_claims
        where serial_number collate "C" = ${serialNumber} limit ${most})
    ) stay left join plants.plants plant using (plant_id)
    order by stay.position desc nulls first`.execute(db);
  return rows.map((row) => ({
    ...{ plantId: row.plant_id, inverterId: row.inverter_id, plantName: row.listing?.name ?? null, state: row.state },
    ...{ from: row.assigned_from?.toISOString() ?? null, to: row.assigned_to?.toISOString() ?? null },
  }));
}

type Row = {
  readonly state: DeviceStay['state'];
  readonly plant_id: string;
  readonly inverter_id: string;
  readonly assigned_from: Date | null;
  readonly assigned_to: Date | null;
  readonly listing: PlantListing | null;
};
