import { sql } from 'kysely';
import type { Db } from '../database/port.js';
import type { ClaimedPlace, DeviceRegistry } from '../../commands/ports.js';
import { InverterId, PlantId, type SerialNumber } from '../../domain/kernel/ids.js';

/** Age from which a claim counts only when its device really stands there: longer than any command may take. */
const unprovenClaimLifetime = sql`interval '1 minute'`;

type ClaimRow = { readonly plant_id: string; readonly inverter_id: string; readonly fresh: boolean };

/**
 * The operator's devices and the claims on them. A claim is taken before the plant's event is written, so a process
 * that dies in between leaves a claim without a place: `stands`, which asks the plant's history, tells such a claim
 * from a good one, and the next one who asks takes it over.
 */
export function deviceRegistry(
  db: Db,
  stands: (serialNumber: SerialNumber, place: ClaimedPlace) => Promise<boolean>,
): DeviceRegistry {
  return {
    async find(serialNumber) {
      const row = await db
        .selectFrom('device_registry.devices')
        .select(['activation_code', 'type_id'])
        .where('serial_number', '=', serialNumber)
        .executeTakeFirst();
      if (row === undefined) return null;
      return { serialNumber, activationCode: row['activation_code'], typeId: row['type_id'] };
    },

    async claim(serialNumber, place) {
      if (await insertClaim(db, serialNumber, place)) return 'claimed';
      const claim = await findClaim(db, serialNumber);
      if (claim === null) return (await insertClaim(db, serialNumber, place)) ? 'claimed' : 'taken';
      const holder = placeOf(claim);
      if (holder.inverterId === place.inverterId && holder.plantId === place.plantId) return 'claimed';
      if (claim.fresh || (await stands(serialNumber, holder))) return 'taken';
      return (await takeOver(db, serialNumber, holder, place)) ? 'claimed' : 'taken';
    },

    async release(serialNumber, place) {
      // Somebody may have added the device at this very place again in the meantime.
      if (await stands(serialNumber, place)) return;
      await db
        .deleteFrom('device_registry.claims')
        .where('serial_number', '=', serialNumber)
        .where('plant_id', '=', place.plantId)
        .where('inverter_id', '=', place.inverterId)
        .execute();
    },

    async holder(serialNumber) {
      const claim = await findClaim(db, serialNumber);
      if (claim === null) return null;
      const holder = placeOf(claim);
      return claim.fresh || (await stands(serialNumber, holder)) ? holder : null;
    },
  };
}

async function insertClaim(db: Db, serialNumber: SerialNumber, place: ClaimedPlace): Promise<boolean> {
  const { rows } = await sql`
    insert into device_registry.claims (serial_number, plant_id, inverter_id)
    values (${serialNumber}, ${place.plantId}, ${place.inverterId})
    on conflict (serial_number) do nothing
    returning 1`.execute(db);
  return rows.length === 1;
}

async function findClaim(db: Db, serialNumber: SerialNumber): Promise<ClaimRow | null> {
  const { rows } = await sql<ClaimRow>`
    select plant_id, inverter_id, claimed_at > now() - ${unprovenClaimLifetime} as fresh
    from device_registry.claims where serial_number = ${serialNumber}`.execute(db);
  return rows[0] ?? null;
}

/** Of several who found the same stale claim, one wins. */
async function takeOver(db: Db, serialNumber: SerialNumber, from: ClaimedPlace, to: ClaimedPlace): Promise<boolean> {
  const { rows } = await sql`
    update device_registry.claims
    set plant_id = ${to.plantId}, inverter_id = ${to.inverterId}, claimed_at = now()
    where serial_number = ${serialNumber} and plant_id = ${from.plantId} and inverter_id = ${from.inverterId}
      and claimed_at <= now() - ${unprovenClaimLifetime}
    returning 1`.execute(db);
  return rows.length === 1;
}

function placeOf(claim: ClaimRow): ClaimedPlace {
  return { plantId: PlantId.parse(claim.plant_id), inverterId: InverterId.parse(claim.inverter_id) };
}
