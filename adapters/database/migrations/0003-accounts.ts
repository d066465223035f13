import { sql, type Kysely } from 'kysely';

/** What belongs to accounts but not into the log: hashes of secrets, sessions, and the mailbox of development. */
export const accounts = {
  async up(db: Kysely<unknown>): Promise<void> {
    await sql`
      create table credentials (
        account_id uuid primary key,
        user_name_key text not null unique,
        -- null: a decoy, which only keeps a user name
        email_key text unique,
        password_hash text not null,
        changed_at timestamptz not null,
        reserved_at timestamptz not null,
        confirmed_at timestamptz
      )`.execute(db);
    await sql`
      create table sessions (
        id uuid primary key,
        account_id uuid not null,
        refresh_hash bytea not null,
        previous_refresh_hash bytea,
        created_at timestamptz not null,
        last_used_at timestamptz not null,
        expires_at timestamptz not null,
        user_agent text,
        revoked_at timestamptz
      )`.execute(db);
    await sql`create index sessions_by_account on sessions (account_id)`.execute(db);
    await sql`create index sessions_by_expiry on sessions (expires_at)`.execute(db);
    await sql`
      create table dev_mails (
        id bigint generated always as identity primary key,
        message_key text not null unique,
        recipient text not null,
        subject text not null,
        text_body text not null,
        html_body text not null,
        sent_at timestamptz not null
      )`.execute(db);
    await sql`create index dev_mails_by_recipient on dev_mails (lower(recipient), id desc)`.execute(db);
  },
};
