import { sql, type Migration } from 'kysely';

/** Which process does what only one should do, and when the nightly jobs were done last. */
export const leases: Migration = {
  up: async (db) => {
    await sql`
      create table log.leases (
        name text primary key,
        holder uuid not null,
        -- By the clock of the database: from then on somebody else may take it.
        expires_at timestamptz not null,
        taken_at timestamptz not null default clock_timestamp()
      ) with (fillfactor = 50)`.execute(db);
    await sql`
      create table scheduled_jobs (
        name text primary key,
        -- The last day in Europe/Berlin for which it was done.
        done_for date not null,
        done_at timestamptz not null default clock_timestamp()
      )`.execute(db);
  },
};
