import { createHash } from 'node:crypto';
import type pg from 'pg';
import type { SerialNumber } from '../../domain/kernel/ids.js';
import type { ReadingsCounters } from './counters.js';
import { groupCommit, type GroupCommit } from './group-commit.js';
import type { DeviceErrorRecord, DeviceRecord } from './port.js';
import { storableJson } from './rows.js';
import { inTransaction } from '../database/transaction.js';

/**
 * 90 days of ten-minute records with all their channels; a device that was heard for an hour has more than a few. A batch
 * holds so few devices that it stays within the bound in all.
 */
export const defaultBounds = {
  maxMessagesPerDevice: 13_000,
  maxBytesPerDevice: 8 * 1024 ** 2,
  maxDevices: 5_000,
  maxBytes: 4 * 1024 ** 3,
  fewMessages: 6,
};
export type UnclaimedBounds = typeof defaultBounds;

export type UnclaimedEntry = { readonly receivedS: number } & (
  | { readonly kind: 'record'; readonly record: DeviceRecord }
  | { readonly kind: 'error'; readonly record: DeviceErrorRecord }
);

/**
 * Keeps messages of devices that no plant has, apart per serial number and MAC. A repeated message is kept once. At a
 * bound of a device, in messages or bytes, its oldest messages go; at a bound of all devices see `dropExcessDevices`.
 */
export function unclaimedStore(
  pool: pg.Pool,
  counters: ReadingsCounters,
  bounds: UnclaimedBounds = defaultBounds,
): GroupCommit<UnclaimedEntry> {
  return groupCommit(async (entries) => {
    const { stored, dropped } = await inTransaction(pool, async (client) => {
      await upsertDevices(client, entries);
      const stored = await insertMessages(client, entries);
      const dropped = (await dropOldest(client, entries, bounds)) + (await dropExcessDevices(client, entries, bounds));
      return { stored, dropped };
    });
    counters.unclaimedStored += stored;
    counters.unclaimedDropped += dropped;
  }, 500);
}

/** Locks the devices of a batch in one order, so that two nodes cannot wait for each other. */
async function upsertDevices(client: pg.PoolClient, entries: readonly UnclaimedEntry[]): Promise<void> {
  await client.query(
    `insert into public.unclaimed_devices (serial_number, mac, messages, first_received_at, last_received_at)
     select serial_number, mac, 0, to_timestamp(min(received_s)), to_timestamp(max(received_s))
     from unnest($1::text[], $2::text[], $3::double precision[]) as seen (serial_number, mac, received_s)
     group by serial_number, mac order by serial_number, mac
     on conflict (serial_number, mac) do update
       set last_received_at = greatest(unclaimed_devices.last_received_at, excluded.last_received_at)`,
    [...identities(entries), entries.map(({ receivedS }) => receivedS)],
  );
}

async function insertMessages(client: pg.PoolClient, entries: readonly UnclaimedEntry[]): Promise<number> {
  const contents = entries.map(({ record }) => storableJson(contentOf(record)));
  const { rows } = await client.query<{ stored: number }>(
    `with stored as (
       insert into public.unclaimed_messages
         (serial_number, mac, kind, device_clock_s, content, content_md5, received_at)
       select serial_number, mac, kind, device_clock_s, content::jsonb, content_md5, to_timestamp(received_s)
       from unnest($1::text[], $2::text[], $3::text[], $4::bigint[], $5::text[], $6::text[], $7::double precision[])
         as incoming (serial_number, mac, kind, device_clock_s, content, content_md5, received_s)
       on conflict on constraint unclaimed_messages_identity do nothing
       returning serial_number, mac, bytes
     ), counted as (
       select serial_number, mac, count(*)::integer as messages, sum(bytes) as bytes from stored group by serial_number, mac
     ), raised as (
       update public.unclaimed_devices device
       set messages = device.messages + counted.messages, bytes = device.bytes + counted.bytes from counted
       where device.serial_number = counted.serial_number and device.mac = counted.mac
     )
     select coalesce(sum(messages), 0)::integer as stored from counted`,
    [
      ...identities(entries),
      entries.map(({ kind }) => kind),
      entries.map(({ record }) => record.deviceClockS),
      contents,
      contents.map((content) => createHash('md5').update(content).digest('hex')),
      entries.map(({ receivedS }) => receivedS),
    ],
  );
  return rows[0]?.stored ?? 0;
}

function contentOf(record: DeviceRecord | DeviceErrorRecord): object {
  const { serialNumber: _serialNumber, mac: _mac, deviceClockS: _deviceClockS, ...content } = record;
  return content;
}

async function dropOldest(
  client: pg.PoolClient,
  entries: readonly UnclaimedEntry[],
  { maxMessagesPerDevice, maxBytesPerDevice }: UnclaimedBounds,
): Promise<number> {
  let dropped = 0;
  for (;;) {
    const { rows: full } = await client.query<FullDevice>(
      `select serial_number, mac, greatest(0, messages - $3) as messages, greatest(0, bytes - $4) as bytes
       from public.unclaimed_devices
       where (serial_number, mac) in (select * from unnest($1::text[], $2::text[])) and (messages > $3 or bytes > $4)`,
      [...identities(entries), maxMessagesPerDevice, maxBytesPerDevice],
    );
    if (full.length === 0) return dropped;
    for (const device of full) dropped += await dropExcess(client, device);
  }
}

/** What a device has more than it may have. */
type FullDevice = {
  readonly serial_number: string;
  readonly mac: string;
  readonly messages: number;
  readonly bytes: bigint;
};

/**
 * Drops the oldest messages of a device, as many as must go or as are looked at in one step. Counts of a device that has
 * no message begin anew: a node of the release before counts no bytes.
 */
async function dropExcess(client: pg.PoolClient, { serial_number, mac, messages, bytes }: FullDevice): Promise<number> {
  const { rows } = await client.query<{ dropped: number }>(
    `with oldest as (
       select id, bytes from public.unclaimed_messages
       where serial_number = $1 and mac = $2 order by id limit greatest($3, 500)
     ), counted as (
       select id, row_number() over (order by id) as nth, sum(bytes) over (order by id) - bytes as bytes_before from oldest
     ), dropped as (
       delete from public.unclaimed_messages
       where id in (select id from counted where nth <= $3 or bytes_before < $4)
       returning bytes
     ), sums as (select count(*)::integer as messages, coalesce(sum(bytes), 0) as bytes from dropped)
     update public.unclaimed_devices device
     set messages = case when sums.messages = 0 then 0 else device.messages - sums.messages end,
       bytes = case when sums.messages = 0 then 0 else device.bytes - sums.bytes end
     from sums where serial_number = $1 and mac = $2
     returning sums.messages as dropped`,
    [serial_number, mac, messages, bytes],
  );
  return rows[0]?.dropped ?? 0;
}

const excessOfAll = 'select count(*) - $1 as devices, sum(bytes) - $2 as bytes from public.unclaimed_devices';

/**
 * At the bounds of all devices, in number and bytes, some give way, never one of the batch itself: first those that no
 * registry and no claim knows, among them those that fell silent, then those with few messages, each time the one not
 * heard of for longest. So a flood of invented serial numbers gives way to itself, and does not keep out who comes
 * later. Devices that another node is writing are left alone, until the next batch.
 */
async function dropExcessDevices(
  client: pg.PoolClient,
  entries: readonly UnclaimedEntry[],
  { maxDevices, maxBytes, fewMessages }: UnclaimedBounds,
): Promise<number> {
  const { rowCount: isFull } = await client.query(
    `select from (${excessOfAll}) excess where devices > 0 or bytes > 0`,
    [maxDevices, maxBytes],
  );
  if (isFull === 0) return 0;
  const { rows: first } = await client.query<Identity>(
    `select serial_number, mac from (
       select serial_number, mac, row_number() over first_to_go as nth, sum(bytes) over first_to_go - bytes as bytes_before
       from public.unclaimed_devices device
       where (serial_number, mac) not in (select * from unnest($3::text[], $4::text[]))
       window first_to_go as (
         order by exists (select from device_registry.devices known where known.serial_number = device.serial_number)
             or exists (select from device_registry.claims claim where claim.serial_number = device.serial_number),
           last_received_at > to_timestamp($5) - interval '2 days', messages > $6, last_received_at, serial_number, mac)
     ) ranked, (${excessOfAll}) excess
     where nth <= excess.devices or bytes_before < excess.bytes`,
    [maxDevices, maxBytes, ...identities(entries), Math.max(...entries.map(({ receivedS }) => receivedS)), fewMessages],
  );
  // In a statement of its own: joined with the ranking, a table that has just grown was compared row by row with itself.
  const { rows } = await client.query<Identity>(
    `select serial_number, mac from public.unclaimed_devices
     where (serial_number, mac) in (select * from unnest($1::text[], $2::text[]))
     for update skip locked`,
    columnsOf(first),
  );
  if (rows.length === 0) return 0;
  const dropped = columnsOf(rows);
  const { rowCount } = await client.query(
    `delete from public.unclaimed_messages
     where (serial_number, mac) in (select * from unnest($1::text[], $2::text[]))`,
    dropped,
  );
  await client.query(
    `delete from public.unclaimed_devices
     where (serial_number, mac) in (select * from unnest($1::text[], $2::text[]))`,
    dropped,
  );
  return rowCount ?? 0;
}

/** What is kept of devices that no plant has. */
export type UnclaimedUse = { readonly devices: number; readonly messages: number; readonly bytes: number };

export async function unclaimedUse(pool: pg.Pool): Promise<UnclaimedUse> {
  const { rows } = await pool.query<UnclaimedUse>(
    `select count(*)::integer as devices, coalesce(sum(messages), 0)::integer as messages,
       coalesce(sum(bytes), 0)::double precision as bytes
     from public.unclaimed_devices`,
  );
  return rows[0] ?? { devices: 0, messages: 0, bytes: 0 };
}

type Identity = { readonly serial_number: string; readonly mac: string };

function columnsOf(devices: readonly Identity[]): [serialNumbers: string[], macs: string[]] {
  return [devices.map(({ serial_number }) => serial_number), devices.map(({ mac }) => mac)];
}

function identities(entries: readonly UnclaimedEntry[]): [serialNumbers: string[], macs: string[]] {
  return [entries.map(({ record }) => record.serialNumber), entries.map(({ record }) => record.mac ?? '')];
}

/**
 * Deletes messages of one serial number, and its devices that have none left. Runs in the caller's transaction. The
 * devices are locked first and looked at in later statements: a statement that waits for a lock goes on with what it saw
 * before, so it would not see what the intake has committed meanwhile.
 */
export async function forgetMessages(
  client: pg.ClientBase,
  serialNumber: SerialNumber,
  messages: readonly { readonly id: string; readonly mac: string }[],
): Promise<void> {
  const macs = [...new Set(messages.map(({ mac }) => mac))];
  await client.query(
    `select from public.unclaimed_devices where serial_number = $1 and mac = any($2::text[])
     order by serial_number, mac for update`,
    [serialNumber, macs],
  );
  await client.query('delete from public.unclaimed_messages where id = any($1::bigint[])', [
    messages.map(({ id }) => id),
  ]);
  await recount(
    client,
    macs.map(() => serialNumber),
    macs,
  );
}

/** Deletes what is older than 90 days; answers how many messages went. Locks as `forgetMessages` does. */
export async function purgeUnclaimed(pool: pg.Pool): Promise<number> {
  return inTransaction(pool, async (client) => {
    const { rows: devices } = await client.query<Identity>(
      `select serial_number, mac from public.unclaimed_devices where messages = 0 or (serial_number, mac) in (
         select serial_number, mac from public.unclaimed_messages where received_at < now() - interval '90 days')
       order by serial_number, mac for update`,
    );
    const locked = columnsOf(devices);
    const { rowCount } = await client.query(
      `delete from public.unclaimed_messages
       where received_at < now() - interval '90 days'
         and (serial_number, mac) in (select * from unnest($1::text[], $2::text[]))`,
      locked,
    );
    await recount(client, ...locked);
    return rowCount ?? 0;
  });
}

/** Corrects the counts of devices that the caller has locked; those without messages go. */
async function recount(client: pg.ClientBase, serialNumbers: readonly string[], macs: readonly string[]) {
  await client.query(
    `update public.unclaimed_devices device set messages = kept.messages, bytes = kept.bytes from (
       select serial_number, mac, count(message.id)::integer as messages, coalesce(sum(message.bytes), 0) as bytes
       from unnest($1::text[], $2::text[]) as locked (serial_number, mac)
       left join public.unclaimed_messages message using (serial_number, mac)
       group by serial_number, mac
     ) kept
     where device.serial_number = kept.serial_number and device.mac = kept.mac`,
    [serialNumbers, macs],
  );
  await client.query(
    `delete from public.unclaimed_devices
     where messages = 0 and (serial_number, mac) in (select * from unnest($1::text[], $2::text[]))`,
    [serialNumbers, macs],
  );
}
