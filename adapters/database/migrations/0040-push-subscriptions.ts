import { sql, type Migration } from 'kysely';

/** Browsers in which accounts are shown incidents; they go with the account. */
export const pushSubscriptions: Migration = {
  up: async (db) => {
    await sql`
      create table push_subscriptions (
        id uuid primary key,
        account_id uuid not null references credentials (account_id) on delete cascade,
        endpoint text not null unique,
        p256dh text not null,
        auth text not null,
        created_at timestamptz not null default now()
      )`.execute(db);
    await sql`create index push_subscriptions_by_account on push_subscriptions (account_id)`.execute(db);
  },
};
