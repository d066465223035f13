import { sql, type Migration } from 'kysely';

/** Records whose place in the readings another record of the same device holds under the same stamp. */
export const repeatedStamps: Migration = {
  up: async (db) => {
    await sql`
      create table public.repeated_stamps (
        device_id integer not null references public.devices (id),
        device_clock_s bigint not null,
        received_at timestamptz not null,
        content jsonb not null,
        content_md5 text not null,
        primary key (device_id, device_clock_s, content_md5)
      )`.execute(db);
  },
};
