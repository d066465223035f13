import { sql, type Migration } from 'kysely';

/** What the messages of devices that no plant has take up, so that they are bounded in bytes too. */
export const unclaimedBytes: Migration = {
  up: async (db) => {
    await sql`
      alter table public.unclaimed_messages
        add column bytes integer not null generated always as (octet_length(content::text)) stored`.execute(db);
    await sql`alter table public.unclaimed_devices add column bytes bigint not null default 0`.execute(db);
    await sql`
      update public.unclaimed_devices device set bytes = kept.bytes from (
        select serial_number, mac, sum(bytes) as bytes from public.unclaimed_messages group by 1, 2
      ) kept where kept.serial_number = device.serial_number and kept.mac = device.mac`.execute(db);
  },
};
