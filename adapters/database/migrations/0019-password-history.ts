import { sql, type Migration } from 'kysely';

/** Hashes of the passwords that were replaced, as many as may not be chosen again. */
export const passwordHistory: Migration = {
  up: async (db) => {
    await sql`
      create table password_history (
        id bigint generated always as identity primary key,
        account_id uuid not null references credentials (account_id) on delete cascade,
        password_hash text not null,
        replaced_at timestamptz not null
      )`.execute(db);
    await sql`create index password_history_by_account on password_history (account_id, id desc)`.execute(db);
  },
};
