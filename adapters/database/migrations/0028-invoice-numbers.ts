import { sql, type Migration } from 'kysely';

/** Which document has which number of the consecutive series of its year. Rows are never deleted. */
export const invoiceNumbers: Migration = {
  up: async (db) => {
    await sql`
      create table invoice_numbers (
        document_key text primary key,
        year int not null,
        number int not null,
        given_at timestamptz not null default clock_timestamp(),
        unique (year, number)
      )`.execute(db);
  },
};
