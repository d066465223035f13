import { sql, type Migration } from 'kysely';

/** Sessions of visitors of the demonstration account: they only look, whatever the portal is configured to by then. */
export const visits: Migration = {
  up: async (db) => {
    await sql`alter table sessions add column is_visit boolean not null default false`.execute(db);
  },
};
