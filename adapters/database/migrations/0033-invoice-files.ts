import { sql, type Migration } from 'kysely';

/** Documents as they were issued (§ 14b UStG); a row goes when nobody has to keep its order any more. */
export const invoiceFiles: Migration = {
  up: async (db) => {
    await sql`
      create table invoice_files (
        number text primary key,
        order_id uuid not null,
        file_name text not null,
        sha256 text not null,
        pdf bytea not null,
        made_at timestamptz not null default clock_timestamp()
      )`.execute(db);
    await sql`create index invoice_files_by_order on invoice_files (order_id)`.execute(db);
  },
};
