import { sql, type Migration } from 'kysely';

/** Which sessions were opened with a second factor. */
export const secondFactor: Migration = {
  up: async (db) => {
    await sql`alter table sessions add column second_factor boolean not null default false`.execute(db);
  },
};
