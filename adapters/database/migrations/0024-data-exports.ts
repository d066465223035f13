import { sql, type Migration } from 'kysely';

/** Archives of their own data that people asked for, one an account; in the database, so that every node can hand them out. */
export const dataExports: Migration = {
  up: async (db) => {
    await sql`
      create table data_exports (
        id uuid primary key,
        account_id uuid not null unique,
        language text not null,
        state text not null check (state in ('waiting', 'building', 'ready', 'failed')),
        requested_at timestamptz not null,
        -- Of the builder that works on it: a former one, which slept, writes nothing any more.
        attempt integer not null default 0,
        not_before timestamptz not null default now(),
        -- 0 to 1
        progress real not null default 0,
        size_bytes bigint,
        ready_at timestamptz,
        expires_at timestamptz
      )`.execute(db);
    await sql`create index data_exports_open on data_exports (requested_at) where state in ('waiting', 'building')`.execute(
      db,
    );
    await sql`
      create table data_export_chunks (
        export_id uuid not null references data_exports (id) on delete cascade,
        ordinal integer not null,
        content bytea not null,
        primary key (export_id, ordinal)
      )`.execute(db);
    // They are compressed already.
    await sql`alter table data_export_chunks alter column content set storage external`.execute(db);
  },
};
