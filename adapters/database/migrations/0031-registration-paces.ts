import { sql, type Migration } from 'kysely';

/** From which addresses and networks registrations came in the last day; subjects are keyed hashes. */
export const registrationPaces: Migration = {
  up: async (db) => {
    await sql`
      create table registration_paces (
        subject text primary key,
        -- instants, the oldest first
        registered_at jsonb not null,
        changed_at timestamptz not null
      )`.execute(db);
    await sql`create index registration_paces_by_age on registration_paces (changed_at)`.execute(db);
  },
};
