import type pg from 'pg';
import type { SerialNumber } from '../../../domain/kernel/ids.js';
import { assignmentsExist, formerStays, placeOfRecord } from '../assignments.js';
import type { PostgresIntake } from '../intake.js';
import type { DeviceErrorRecord, DevicePlace, DeviceRecord } from '../port.js';
import { inTransaction } from '../../database/transaction.js';
import { forgetMessages, type UnclaimedEntry } from '../unclaimed.js';
import { noteDays } from './note-days.js';

const attachBatch = 1_000;

/**
 * How far the assignments have been compared with the sums: those changed later are new. Tables that were built anew are
 * others, and compared from the beginning.
 */
export type AssignmentsMark = { readonly table: string; readonly position: bigint };

/** Before any comparison. */
export const nothingCompared: AssignmentsMark = { table: '', position: 0n };

/** Where the assignments stand now. */
export async function assignmentsMark(client: Pick<pg.ClientBase, 'query'>): Promise<AssignmentsMark> {
  const { rows } = await client.query<AssignmentsMark>(
    `select 'devices.assignments'::regclass::oid::text as table, coalesce(max(changed_position), 0) as position
     from devices.assignments`,
  );
  return rows[0] ?? nothingCompared;
}

/** How many devices are compared in one transaction: a house of any size is compared in steps that end in time. */
const devicesAtOnce = 10_000;

/** Devices whose assignments changed after a position, 0 for all of them, in portions. */
export async function* devicesChangedAfter(
  pool: Pick<pg.Pool, 'query'>,
  position: bigint,
): AsyncGenerator<readonly SerialNumber[], void, undefined> {
  const changed = `select distinct serial_number from devices.assignments
    where serial_number > $1 and changed_position > $3 order by serial_number limit $2`;
  const all = `select serial_number from (
      (select distinct serial_number from devices.assignments where serial_number > $1 order by 1 limit $2)
      union (select distinct serial_number from public.summed_assignments where serial_number > $1 order by 1 limit $2)
    ) known order by 1 limit $2`;
  for (let last: SerialNumber | '' = ''; ;) {
    const page: readonly (string | number | bigint)[] = [last, devicesAtOnce];
    const { rows } = await (position === 0n
      ? pool.query<DeviceRow>(all, [...page])
      : pool.query<DeviceRow>(changed, [...page, position]));
    const end = rows.at(-1);
    if (end === undefined) return;
    yield rows.map(({ serial_number }) => serial_number);
    if (rows.length < devicesAtOnce) return;
    last = end.serial_number;
  }
}

type DeviceRow = { readonly serial_number: SerialNumber };

/** The assignments, without one that began at the same moment as another one of the same device in the same place. */
const stays = `select distinct on (serial_number, inverter_id, assigned_from) serial_number,
    inverter_id, plant_id, time_zone, assigned_from, assigned_to
  from devices.assignments where serial_number = any($1::text[])
  order by serial_number, inverter_id, assigned_from, assigned_to desc nulls first`;

/**
 * Compares the assignments of these devices with those that the sums were made with, and notes the days of devices that
 * came, went or moved. Runs in the caller's transaction; answers the serial numbers concerned.
 */
export async function noteChangedAssignments(
  client: pg.ClientBase,
  devices: readonly SerialNumber[],
): Promise<readonly SerialNumber[]> {
  const { rows } = await client.query<{ serialNumber: SerialNumber }>(
    `select distinct coalesce(now.serial_number, summed.serial_number) as "serialNumber"
     from (${stays}) now
     full join (select * from public.summed_assignments where serial_number = any($1::text[])) summed
       on summed.serial_number = now.serial_number and summed.inverter_id = now.inverter_id
       and summed.assigned_from = now.assigned_from
     where (now.plant_id, now.time_zone, now.assigned_to) is distinct from
       (summed.plant_id, summed.time_zone, summed.assigned_to)`,
    [devices],
  );
  const serialNumbers = rows.map(({ serialNumber }) => serialNumber);
  if (serialNumbers.length === 0) return [];
  const { rows: calendars } = await client.query<{ deviceId: number; timeZone: string }>(
    `select device.id as "deviceId", time_zone as "timeZone"
     from public.devices device
     join (
       select serial_number, time_zone from devices.assignments
       union select serial_number, time_zone from public.summed_assignments
     ) stay using (serial_number)
     where serial_number = any($1::text[])`,
    [serialNumbers],
  );
  await noteDays(
    client,
    calendars.map((calendar) => ({ ...calendar, fromS: -Infinity, toS: Infinity })),
  );
  await client.query('delete from public.summed_assignments where serial_number = any($1::text[])', [serialNumbers]);
  await client.query(
    `insert into public.summed_assignments (serial_number, inverter_id, plant_id, time_zone, assigned_from, assigned_to)
     select serial_number, inverter_id, plant_id, time_zone, assigned_from, assigned_to
     from (${stays}) now`,
    [serialNumbers],
  );
  return serialNumbers;
}

/**
 * Devices with messages kept apart that belong to a place: any while the device stands somewhere (`place`), else those of
 * the time when it did, which came before anybody knew of that.
 */
export async function attachable(
  client: Pick<pg.ClientBase, 'query'>,
): Promise<readonly { readonly serialNumber: SerialNumber; readonly place: DevicePlace | null }[]> {
  const { rows } = await client.query<{ serialNumber: SerialNumber; place: DevicePlace | null }>(
    `select distinct on (serial_number) serial_number as "serialNumber", case when assigned_to is null then
       json_build_object('plantId', plant_id, 'inverterId', inverter_id, 'timeZone', time_zone) end as place
     from devices.assignments
     join public.unclaimed_devices kept using (serial_number)
     left join public.devices device using (serial_number)
     cross join lateral (select ${clockOf('assigned_from', '-1e15')} as from_clock_s,
       ${clockOf('assigned_to', '1e15')} as to_clock_s) stay
     where (kept.mac = '' or device.mac is null or device.mac = kept.mac)
       and exists (
         select from public.unclaimed_messages message
         where message.serial_number = kept.serial_number and message.mac = kept.mac
           and message.kind in ('record', 'error')
           and (assigned_to is null or device_clock_s >= stay.from_clock_s and device_clock_s < stay.to_clock_s)
           and (kept.mac = '' or device.mac_after_clock_s is null or device_clock_s > device.mac_after_clock_s))
     order by serial_number, assigned_to is not null, assigned_from desc`,
  );
  return rows;
}

/** What the clock of a device shows at an instant: wall clock as if it were UTC with its fraction, `never` for none and for -infinity. */
function clockOf(instant: string, never: string): string {
  return `case when isfinite(${instant}) then extract(epoch from ${instant} at time zone time_zone)::double precision
    else ${never}::double precision end`;
}

/**
 * Moves the kept messages of a device into the readings, each with the zone of the place that it belongs to. When several
 * devices sent under its serial number, the one that the device is known by, else the one heard of last, is taken; after a
 * swap of its board only what is newer than the last record of the former one. What belongs to no place stays while the
 * device stands nowhere. Answers how many moved. May be repeated at any point: a message is removed only after it was
 * stored.
 */
export async function attachUnclaimed(
  pool: pg.Pool,
  intake: PostgresIntake,
  serialNumber: SerialNumber,
  place: DevicePlace | null,
): Promise<number> {
  intake.invalidate(serialNumber);
  const former = (await assignmentsExist(pool)) ? await formerStays(pool, serialNumber) : [];
  const { deviceId, macs, macAfterClockS } = await knownDevice(pool, serialNumber);
  let moved = 0;
  let afterId = '0';
  for (;;) {
    const { rows } = await pool.query<KeptRow>(
      `select id::text, mac, kind, device_clock_s::double precision as "deviceClockS", content,
         extract(epoch from received_at)::double precision as "receivedS"
       from public.unclaimed_messages
       where serial_number = $1 and mac = any($2::text[]) and id > $5
         and (mac = '' or $3::bigint is null or device_clock_s > $3::bigint)
       order by id limit $4`,
      [serialNumber, macs, macAfterClockS, attachBatch, afterId],
    );
    const last = rows.at(-1);
    if (last === undefined) return moved;
    afterId = last.id;
    const placed = rows.flatMap((row) => {
      const entry = entryOf(serialNumber, row);
      const belongs = placeOfRecord(entry, former, place);
      return belongs === null ? [] : [{ row, entry, place: belongs }];
    });
    await Promise.all(placed.map((one) => intake.storeFor(deviceId, one.place, [one.entry])));
    if (placed.length > 0) {
      const done = placed.map(({ row }) => row);
      await inTransaction(pool, (client) => forgetMessages(client, serialNumber, done));
    }
    moved += placed.length;
  }
}

/** Registers the device, with the MAC heard of last when it has none yet. */
async function knownDevice(
  pool: pg.Pool,
  serialNumber: SerialNumber,
): Promise<{ readonly deviceId: number; readonly macs: readonly string[]; readonly macAfterClockS: bigint | null }> {
  const { rows } = await pool.query<{ id: number; mac: string | null; macAfterClockS: bigint | null }>(
    `insert into public.devices (serial_number, mac, first_seen_at, last_seen_at)
     select $1, (array_agg(mac order by last_received_at desc) filter (where mac <> ''))[1],
       coalesce(min(first_received_at), now()), coalesce(max(last_received_at), to_timestamp(0))
     from public.unclaimed_devices where serial_number = $1
     on conflict (serial_number) do update set mac = coalesce(devices.mac, excluded.mac),
       first_seen_at = least(devices.first_seen_at, excluded.first_seen_at),
       last_seen_at = greatest(devices.last_seen_at, excluded.last_seen_at)
     returning id, mac, mac_after_clock_s as "macAfterClockS"`,
    [serialNumber],
  );
  const device = rows[0];
  if (device === undefined) throw new Error(`device ${serialNumber} could not be registered`);
  const macs = ['', ...(device.mac === null ? [] : [device.mac])];
  return { deviceId: device.id, macs, macAfterClockS: device.macAfterClockS };
}

type KeptRow = {
  readonly id: string;
  readonly mac: string;
  readonly kind: 'record' | 'error';
  readonly deviceClockS: number;
  readonly content: object;
  readonly receivedS: number;
};

function entryOf(serialNumber: SerialNumber, row: KeptRow): UnclaimedEntry {
  // The content was a record without these three fields when it was kept.
  const record = { ...row.content, serialNumber, mac: row.mac || null, deviceClockS: row.deviceClockS };
  const { receivedS } = row;
  return row.kind === 'record'
    ? { kind: 'record', record: record as DeviceRecord, receivedS }
    : { kind: 'error', record: record as DeviceErrorRecord, receivedS };
}
