import { sql, type Migration } from 'kysely';

/** Payment pages that a provider made for us, and the payments of the provider that is built in for development. */
export const payments: Migration = {
  up: async (db) => {
    await sql`
      create table payment_pages (
        provider text not null,
        order_id uuid not null,
        attempt integer not null,
        provider_ref text not null,
        redirect_url text not null,
        expires_at timestamptz not null,
        created_at timestamptz not null default now(),
        primary key (provider, order_id, attempt),
        unique (provider, provider_ref)
      )`.execute(db);
    await sql`
      create table sandbox_payments (
        id uuid primary key,
        order_id uuid not null,
        attempt integer not null,
        amount_cents bigint not null,
        language text not null,
        country text not null,
        description text not null,
        return_url text not null,
        expires_at timestamptz not null,
        state text not null default 'open',
        method text,
        paid_cents bigint not null default 0,
        unique (order_id, attempt)
      )`.execute(db);
    await sql`
      create table sandbox_refunds (
        id uuid primary key,
        payment_id uuid not null references sandbox_payments (id),
        key text not null,
        amount_cents bigint not null,
        reason text not null,
        unique (payment_id, key)
      )`.execute(db);
  },
};
