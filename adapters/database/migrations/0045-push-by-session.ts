import { sql, type Migration } from 'kysely';

/** The session in which a browser subscribed to incidents: whoever is signed out there is shown nothing there any more. */
export const pushBySession: Migration = {
  up: async (db) => {
    await sql`alter table push_subscriptions add column session_id uuid`.execute(db);
    await sql`create index push_subscriptions_by_session on push_subscriptions (session_id)`.execute(db);
  },
};
