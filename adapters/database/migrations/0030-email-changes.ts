import { sql, type Migration } from 'kysely';

/** Since when an account is found by another address without the log having been told; null = the log knows. */
export const emailChanges: Migration = {
  up: async (db) => {
    await sql`alter table credentials add column email_changed_at timestamptz`.execute(db);
    await sql`
      create index credentials_email_changed on credentials (email_changed_at)
      where email_changed_at is not null`.execute(db);
  },
};
