import { sql, type Migration } from 'kysely';

/** Which tables were live when a job was begun: others are, once its swap has happened. */
export const rebuildJobTables: Migration = {
  up: async (db) => {
    await sql`alter table rebuild_jobs add column live_oid oid`.execute(db);
  },
};
