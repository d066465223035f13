import { sql, type Migration } from 'kysely';

/** Photos and PDFs of repairs; a row goes with its draft, or when its account is erased. */
export const repairFiles: Migration = {
  up: async (db) => {
    await sql`
      create table repair_files (
        file_id uuid primary key,
        repair_order_id uuid not null,
        account_id uuid not null,
        content bytea not null,
        kept_at timestamptz not null default clock_timestamp()
      )`.execute(db);
    await sql`create index repair_files_by_account on repair_files (account_id)`.execute(db);
    // Photos are packed already.
    await sql`alter table repair_files alter column content set storage external`.execute(db);
  },
};
