import { sql, type Migration } from 'kysely';

/**
 * The newest record of a device is no longer one that bears a time to come. Where one was kept, the days around are
 * computed anew, which finds the right one.
 */
export const presentValues: Migration = {
  up: async (db) => {
    await sql`
      with ahead as (delete from public.device_latest where measured_at > now() returning device_id)
      insert into public.stale_device_days (device_id, day)
      select device_id, current_date + n from ahead cross join generate_series(-2, 3) as n`.execute(db);
  },
};
