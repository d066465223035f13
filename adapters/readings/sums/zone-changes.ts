import type pg from 'pg';
import type { SerialNumber } from '../../../domain/kernel/ids.js';
import { assignmentsOfDevices, type Assignment } from '../assignments.js';
import { claimedTtlMs } from '../device-cache.js';
import type { PostgresIntake } from '../intake.js';
import { monthPartitions } from '../partitions.js';
import { isDatabaseAway, LeaseLost } from '../../database/port.js';
import type { InTransaction } from '../../database/transaction.js';
import { noteDays } from './note-days.js';
import { maxOffsetS, retime, spread, type ZoneChange } from './retime.js';

/** By then every node has forgotten the old zone, and stored what it had timed with it. */
const recheckAfterMs = claimedTtlMs + 15_000;
const recheckAgainAfterMs = 3_600_000;

export type ZoneChanges = {
  /** Looks among these devices for those whose plant has another time zone now, and corrects what is stored of them. */
  apply(devices: readonly SerialNumber[], nowMs?: number): Promise<void>;
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
  onError: (error: unknown) => void,
): ZoneChanges {
  const partitions = monthPartitions(pool);

  /** Corrects what is stored of a stay; `and` goes with it into the same transaction. */
  async function correct(change: ZoneChange, and: (client: pg.ClientBase) => Promise<void>): Promise<void> {
    const { assignment, oldTimeZone } = change;
    intake.invalidate(assignment.serialNumber as SerialNumber);
    await inTransaction(async (client) => {
      await noteDays(client, spansOf(change, [oldTimeZone, assignment.timeZone]));
      if ((await retime(client, partitions, change)) > 0) {
        await noteDays(client, spansOf(change, [assignment.timeZone]));
      }
      await client.query(
        `update public.summed_assignments set time_zone = $3
         where serial_number = $1 and inverter_id = $2 and time_zone = $4 and assigned_from = to_timestamp($5)`,
        [assignment.serialNumber, assignment.inverterId, assignment.timeZone, oldTimeZone, assignment.fromS],
      );
      await and(client);
    });
  }

  return {
    async apply(devices, nowMs = Date.now()) {
      for (const change of await changedZones(pool, devices)) {
        await correct(change, (client) => noteRecheck(client, change, nowMs + recheckAfterMs));
      }
    },
    async recheck(nowMs = Date.now()) {
      for (const due of await dueRechecks(pool, nowMs)) {
        const change = await asItIsNow(pool, due);
        const done = (client: pg.ClientBase) => forgetRecheck(client, due);
        try {
          await (change === null ? inTransaction(done) : correct(change, done));
        } catch (error) {
          if (isDatabaseAway(error) || error instanceof LeaseLost) throw error;
          onError(new Error(`device ${due.deviceId} could not be looked at once more`, { cause: error }));
          await postponeRecheck(pool, due, nowMs + recheckAgainAfterMs);
        }
      }
    },
  };
}

/** Where records of a changed stay are, wherever the correction moves them. */
function spansOf(change: ZoneChange, timeZones: readonly string[]) {
  const { fromS, toS } = spread(change);
  const { deviceId } = change.assignment;
  const span = { deviceId, fromS: fromS - 2 * maxOffsetS, toS: toS + 2 * maxOffsetS };
  return timeZones.map((timeZone) => ({ ...span, timeZone }));
}

/** Stays that the sums were made for with another zone than the one that holds now. */
async function changedZones(pool: pg.Pool, devices: readonly SerialNumber[]): Promise<readonly ZoneChange[]> {
  const { rows } = await pool.query<{ deviceId: number; inverterId: string; timeZone: string; oldTimeZone: string }>(
    `select distinct device.id as "deviceId", now.inverter_id::text as "inverterId", now.time_zone as "timeZone",
       summed.time_zone as "oldTimeZone"
     from devices.assignments now
     join public.summed_assignments summed using (serial_number, inverter_id, assigned_from)
     join public.devices device using (serial_number)
     where now.time_zone <> summed.time_zone and serial_number = any($1::text[])`,
    [devices],
  );
  if (rows.length === 0) return [];
  const assignments = await assignmentsOfDevices(pool, [...new Set(rows.map(({ deviceId }) => deviceId))]);
  return rows.flatMap(({ deviceId, inverterId, timeZone, oldTimeZone }) =>
    assignments
      .filter((stay) => stay.deviceId === deviceId && stay.inverterId === inverterId && stay.timeZone === timeZone)
      .map((assignment) => ({ assignment, oldTimeZone, sinceS: leftBefore(assignment, assignments) })),
  );
}

/** A stay to look at once more. Kept in the database, because the leader may be another one by then. */
type Recheck = {
  readonly deviceId: number;
  readonly inverterId: string;
  readonly fromS: number;
  readonly oldTimeZone: string;
};

async function noteRecheck(
  client: pg.ClientBase,
  { assignment, oldTimeZone }: ZoneChange,
  dueMs: number,
): Promise<void> {
  await client.query(
    `insert into public.zone_rechecks (device_id, inverter_id, assigned_from, old_time_zone, due_at)
     values ($1, $2, to_timestamp($3), $4, to_timestamp($5))
     on conflict (device_id, inverter_id, assigned_from, old_time_zone) do update set due_at = excluded.due_at`,
    [assignment.deviceId, assignment.inverterId, assignment.fromS, oldTimeZone, dueMs / 1000],
  );
}

async function dueRechecks(pool: pg.Pool, nowMs: number): Promise<readonly Recheck[]> {
  const { rows } = await pool.query<Recheck>(
    `select device_id as "deviceId", inverter_id::text as "inverterId", old_time_zone as "oldTimeZone",
       extract(epoch from assigned_from)::double precision as "fromS"
     from public.zone_rechecks where due_at <= to_timestamp($1) order by due_at`,
    [nowMs / 1000],
  );
  return rows;
}

async function postponeRecheck(pool: pg.Pool, { deviceId, inverterId, fromS, oldTimeZone }: Recheck, dueMs: number) {
  await pool.query(
    `update public.zone_rechecks set due_at = to_timestamp($5)
     where device_id = $1 and inverter_id = $2 and assigned_from = to_timestamp($3) and old_time_zone = $4`,
    [deviceId, inverterId, fromS, oldTimeZone, dueMs / 1000],
  );
}

async function forgetRecheck(client: pg.ClientBase, { deviceId, inverterId, fromS, oldTimeZone }: Recheck) {
  await client.query(
    `delete from public.zone_rechecks
     where device_id = $1 and inverter_id = $2 and assigned_from = to_timestamp($3) and old_time_zone = $4`,
    [deviceId, inverterId, fromS, oldTimeZone],
  );
}

/** The change with the stay as it is by now: the device may have left since. Null when the stay is not known any more. */
async function asItIsNow(
  pool: pg.Pool,
  { deviceId, inverterId, fromS, oldTimeZone }: Recheck,
): Promise<ZoneChange | null> {
  const stays = await assignmentsOfDevices(pool, [deviceId]);
  const assignment = stays.find((stay) => stay.inverterId === inverterId && stay.fromS === fromS);
  return assignment === undefined ? null : { assignment, oldTimeZone, sinceS: leftBefore(assignment, stays) };
}

function leftBefore({ deviceId, fromS }: Assignment, assignments: readonly Assignment[]): number {
  const earlier = assignments.filter((stay) => stay.deviceId === deviceId && stay.toS <= fromS);
  return Math.max(-Infinity, ...earlier.map(({ toS }) => toS));
}
