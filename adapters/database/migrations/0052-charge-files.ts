import { sql, type Migration } from 'kysely';

/** Photos and PDFs that show the power for which is charged; without a charge they go after a day, else with the buyer. */
export const chargeFiles: Migration = {
  up: async (db) => {
    await sql`
      create table charge_files (
        file_id uuid primary key,
        -- null: no charge names it yet
        order_id uuid,
        media_type text not null,
        sha256 text not null,
        content bytea not null,
        kept_at timestamptz not null default clock_timestamp()
      )`.execute(db);
    await sql`create index charge_files_by_order on charge_files (order_id)`.execute(db);
    // Photos are packed already.
    await sql`alter table charge_files alter column content set storage external`.execute(db);
  },
};
