import { sql, type Migration } from 'kysely';

/** A plant stands in lists before there was time to look back over its month. */
export const plantsNotCompared: Migration = {
  up: async (db) => {
    await sql`
      alter table plant_standings
        alter column compared_at drop not null, alter column compared_revision drop not null`.execute(db);
  },
};
