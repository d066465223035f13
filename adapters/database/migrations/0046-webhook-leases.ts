import { sql, type Migration } from 'kysely';

/** Who is busy with a webhook is not told by when it is due: a change of the latter must not let a second one in. */
export const webhookLeases: Migration = {
  up: async (db) => {
    await sql`alter table webhooks add column leased_until timestamptz`.execute(db);
  },
};
