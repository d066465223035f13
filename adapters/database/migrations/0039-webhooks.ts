import { sql, type Migration } from 'kysely';

/** Where accounts want to be told of incidents by a program, and what became of each event; both go with the account. */
export const webhooks: Migration = {
  up: async (db) => {
    await sql`
      create table webhooks (
        id uuid primary key,
        account_id uuid not null references credentials (account_id) on delete cascade,
        url text not null,
        -- null = on
        switched_off text check (switched_off in ('owner', 'failing')),
        secret_version integer not null default 1,
        secret_renewed_at timestamptz,
        created_at timestamptz not null default now(),
        failing_since timestamptz,
        -- failures in a row
        attempts integer not null default 0,
        next_attempt_at timestamptz not null default now()
      )`.execute(db);
    await sql`create index webhooks_by_account on webhooks (account_id)`.execute(db);
    await sql`
      create table webhook_deliveries (
        webhook_id uuid not null references webhooks (id) on delete cascade,
        position bigint not null,
        event jsonb not null,
        state text not null default 'waiting' check (state in ('waiting', 'delivered', 'refused')),
        attempts integer not null default 0,
        last_attempt_at timestamptz,
        answer text,
        created_at timestamptz not null default now(),
        primary key (webhook_id, position)
      )`.execute(db);
    await sql`create index webhook_deliveries_waiting on webhook_deliveries (webhook_id) where state = 'waiting'`.execute(
      db,
    );
    await sql`create index webhook_deliveries_by_age on webhook_deliveries (created_at)`.execute(db);
  },
};
