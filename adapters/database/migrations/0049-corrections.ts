import { sql, type Migration } from 'kysely';

/**
 * What people wrote about days counts in the sums: by how much it differs from what was measured (null = nothing was, or
 * nothing was written), and which corrections the sums were made with.
 */
export const corrections: Migration = {
  up: async (db) => {
    for (const table of ['device_days', 'device_months']) {
      await sql`alter table ${sql.id('public', table)} add column correction_wh double precision`.execute(db);
    }
    await sql`
      create table public.summed_corrections (
        correction_id uuid primary key,
        is_undone boolean not null
      )`.execute(db);
  },
};
