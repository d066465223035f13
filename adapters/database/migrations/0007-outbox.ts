import { sql, type Kysely, type Migration } from 'kysely';

/** What is asked about messages that were not delivered, mails with attachments, and faults that were found in the log. */
export const outbox: Migration = {
  async up(db: Kysely<unknown>) {
    await sql`alter table outbox add column event_id uuid, add column last_attempt_at timestamptz`.execute(db);
    await sql`
      alter table dev_mails alter column html_body drop not null,
        add column attachments jsonb not null default '[]'`.execute(db);
    // Each is told once; they go when the log is found whole again.
    await sql`
      create table log.broken_links (
        id uuid primary key,
        stream_id text,
        revision bigint,
        fault text not null,
        what text not null,
        found_at timestamptz not null,
        unique nulls not distinct (stream_id, revision, fault)
      )`.execute(db);
  },
};
