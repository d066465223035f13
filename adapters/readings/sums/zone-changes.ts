import type pg from 'pg';
import type { SerialNumber } from '../../../domain/kernel/ids.js';
import { assignmentsOfDevices, type Assignment } from '../assignments.js';
import { claimedTtlMs } from '../device-cache.js';
import type { PostgresIntake } from '../intake.js';
import { monthPartitions } from '../partitions.js';
import type { InTransaction } from '../../database/transaction.js';
import { changedSince } from './reconcile.js';
import { retime, type ZoneChange } from './retime.js';

/** By then every node has forgotten the old zone, and stored what it had timed with it. */
const recheckAfterMs = claimedTtlMs + 15_000;

export type ZoneChanges = {
  /**
   * Looks for plants whose time zone was changed, among the assignments changed after a position (0 for all), and corrects
   * what is stored of their devices.
   */
  apply(afterPosition: bigint, nowMs?: number): Promise<void>;
  /** Once more what was corrected a while ago, while other nodes still had the old zone. */
  recheck(nowMs?: number): Promise<void>;
};

/**
 * The owner of a plant corrects its time zone: then every stored instant of its devices was wrong, because devices send
 * their wall clock. Each stay is corrected in one transaction, together with the notes of the days to sum anew. Other
 * nodes go on with the old zone for a moment, so it is done once more when they have noticed.
 */
export function zoneChanges(
  pool: pg.Pool,
  inTransaction: InTransaction,
  intake: Pick<PostgresIntake, 'invalidate'>,
): ZoneChanges {
  const partitions = monthPartitions(pool);
  let rechecks: { readonly change: ZoneChange; readonly dueMs: number }[] = [];

  async function correct(change: ZoneChange): Promise<void> {
    const { assignment, oldTimeZone } = change;
    intake.invalidate(assignment.serialNumber as SerialNumber);
    await inTransaction(async (client) => {
      await noteDays(client, assignment.deviceId, [oldTimeZone, assignment.timeZone]);
      if ((await retime(client, partitions, change)) > 0) {
        await noteDays(client, assignment.deviceId, [assignment.timeZone]);
      }
      await client.query(
        `update public.summed_assignments set time_zone = $3
         where serial_number = $1 and inverter_id = $2 and time_zone = $4`,
        [assignment.serialNumber, assignment.inverterId, assignment.timeZone, oldTimeZone],
      );
    });
  }

  return {
    async apply(afterPosition, nowMs = Date.now()) {
      for (const change of await changedZones(pool, afterPosition)) {
        await correct(change);
        rechecks.push({ change, dueMs: nowMs + recheckAfterMs });
      }
    },
    async recheck(nowMs = Date.now()) {
      const due = rechecks.filter(({ dueMs }) => dueMs <= nowMs);
      for (const { change } of due) await correct(await asItIsNow(pool, change));
      rechecks = rechecks.filter((recheck) => !due.includes(recheck));
    },
  };
}

/** Stays that the sums were made for with another zone than the one that holds now. */
async function changedZones(pool: pg.Pool, afterPosition: bigint): Promise<readonly ZoneChange[]> {
  const { rows } = await pool.query<{ deviceId: number; inverterId: string; timeZone: string; oldTimeZone: string }>(
    `select distinct device.id as "deviceId", now.inverter_id::text as "inverterId", now.time_zone as "timeZone",
       summed.time_zone as "oldTimeZone"
     from devices.assignments now
     join public.summed_assignments summed using (serial_number, inverter_id, assigned_from)
     join public.devices device using (serial_number)
     where now.time_zone <> summed.time_zone and ${changedSince}`,
    [afterPosition],
  );
  if (rows.length === 0) return [];
  const assignments = await assignmentsOfDevices(pool, [...new Set(rows.map(({ deviceId }) => deviceId))]);
  return rows.flatMap(({ deviceId, inverterId, timeZone, oldTimeZone }) =>
    assignments
      .filter((stay) => stay.deviceId === deviceId && stay.inverterId === inverterId && stay.timeZone === timeZone)
      .map((assignment) => ({ assignment, oldTimeZone, sinceS: leftBefore(assignment, assignments) })),
  );
}

/** The change with the stay as it is by now: the device may have left since, and stand elsewhere in the old zone. */
async function asItIsNow(pool: pg.Pool, change: ZoneChange): Promise<ZoneChange> {
  const { deviceId, inverterId, fromS } = change.assignment;
  const stays = await assignmentsOfDevices(pool, [deviceId]);
  const assignment = stays.find((stay) => stay.inverterId === inverterId && stay.fromS === fromS);
  return assignment === undefined ? change : { ...change, assignment };
}

function leftBefore({ deviceId, fromS }: Assignment, assignments: readonly Assignment[]): number {
  const earlier = assignments.filter((stay) => stay.deviceId === deviceId && stay.toS <= fromS);
  return Math.max(-Infinity, ...earlier.map(({ toS }) => toS));
}

async function noteDays(client: pg.ClientBase, deviceId: number, timeZones: readonly string[]): Promise<void> {
  await client.query(
    `insert into public.stale_device_days (device_id, day)
     select distinct device_id, (measured_at at time zone zone)::date
     from public.readings, unnest($2::text[]) as zone where device_id = $1`,
    [deviceId, timeZones],
  );
}
