import { sql, type Migration } from 'kysely';

/** Second factors, and what failed at the door. */
export const signIn: Migration = {
  up: async (db) => {
    await sql`
      create table second_factors (
        account_id uuid primary key,
        sealed_secret bytea not null,
        begun_at timestamptz not null,
        -- null: its owner has yet to show a code
        confirmed_at timestamptz,
        -- of the newest code that was accepted
        last_time_step bigint not null default 0
      )`.execute(db);
    await sql`
      create table recovery_codes (
        account_id uuid not null,
        code_hash bytea not null,
        used_at timestamptz,
        primary key (account_id, code_hash)
      )`.execute(db);
    await sql`
      create table sign_in_failures (
        subject text primary key,
        -- instants, the oldest first
        failed_at jsonb not null,
        locked_until timestamptz,
        changed_at timestamptz not null
      )`.execute(db);
    await sql`create index sign_in_failures_by_age on sign_in_failures (changed_at)`.execute(db);
  },
};
