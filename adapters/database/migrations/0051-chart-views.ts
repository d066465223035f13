import { sql, type Migration } from 'kysely';

/** Charts of their own choice that people keep. */
export const chartViews: Migration = {
  up: async (db) => {
    await sql`
      create table chart_views (
        account_id uuid primary key references credentials (account_id) on delete cascade,
        views jsonb not null
      )`.execute(db);
  },
};
