import { sql, type Migration } from 'kysely';

/** History that is brought from an old portal, call by call; what was fetched waits here until somebody takes it. */
export const historyFetches: Migration = {
  up: async (db) => {
    await sql`
      create table history_fetches (
        fetch_id uuid primary key,
        account_id uuid not null references credentials (account_id) on delete cascade,
        plant_id uuid not null,
        address text not null,
        plant_number integer not null,
        -- Null as soon as it is over.
        sealed_login bytea,
        state text not null default 'running' check (state in ('running', 'ready', 'failed')),
        failure text,
        said text,
        plan jsonb,
        calls_done integer not null default 0,
        calls_all integer,
        tries integer not null default 0,
        begun_at timestamptz not null,
        next_at timestamptz not null,
        ended_at timestamptz,
        check (state = 'running' or sealed_login is null)
      )`.execute(db);
    // The quota of an old portal is that of its user: one at a time.
    await sql`create unique index history_fetches_running on history_fetches (account_id) where state = 'running'`.execute(
      db,
    );
    await sql`create index history_fetches_due on history_fetches (next_at) where state = 'running'`.execute(db);
    await sql`create index history_fetches_by_plant on history_fetches (plant_id, begun_at)`.execute(db);
    await sql`
      create table history_fetch_pieces (
        fetch_id uuid not null references history_fetches (fetch_id) on delete cascade,
        call integer not null,
        inverter integer not null,
        days jsonb not null,
        primary key (fetch_id, call)
      )`.execute(db);
  },
};
