import { sql, type Migration } from 'kysely';

/** Stays whose time zone was corrected, and when to look once more for what other nodes stored with the old one. */
export const zoneRechecks: Migration = {
  up: async (db) => {
    await sql`
      create table public.zone_rechecks (
        device_id integer not null references public.devices (id),
        inverter_id uuid not null,
        assigned_from timestamptz not null,
        old_time_zone text not null,
        due_at timestamptz not null,
        primary key (device_id, inverter_id, assigned_from, old_time_zone)
      )`.execute(db);
  },
};
