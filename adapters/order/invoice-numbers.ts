import type pg from 'pg';
import { inTransaction, lockUntilEnd } from '../database/transaction.js';

/**
 * The next number of the year of a day, `2026-000123`: one after the other, without gaps, also when many ask at once or die
 * while they do. A document that has a number keeps it.
 */
export function invoiceNumbers(pool: pg.Pool): (documentKey: string, day: string) => Promise<string> {
  return (documentKey, day) =>
    inTransaction(pool, async (tx) => {
      // One at a time: whoever comes second sees what the first has written.
      await lockUntilEnd(tx, 'invoice-numbers');
      const given = await tx.query<Row>('select year, number from invoice_numbers where document_key = $1', [
        documentKey,
      ]);
      const found = given.rows[0];
      if (found !== undefined) return textOf(found);
      const made = await tx.query<Row>(
        `insert into invoice_numbers (document_key, year, number)
          select $1, $2, coalesce(max(number), 0) + 1 from invoice_numbers where year = $2
          returning year, number`,
        [documentKey, Number(day.slice(0, 4))],
      );
      return textOf(made.rows[0] as Row);
    });
}

/** How complete the series of a year is. Numbers are whole texts, at most 20 of each. */
export type NumberingCheck = {
  /** Null while the year has none. */
  readonly first: string | null;
  readonly last: string | null;
  readonly given: number;
  /** Never given, although later ones were. */
  readonly missing: readonly string[];
  /** Given, and the document is not there: it is being made, or something keeps it from being made. */
  readonly withoutDocument: readonly string[];
};

/** Looks at every number of a year, and whether its document is known. */
export async function checkNumbering(pool: pg.Pool, year: number): Promise<NumberingCheck> {
  const series = await pool.query<{ readonly given: number; readonly last: number }>(
    'select count(*)::int as given, coalesce(max(number), 0) as last from invoice_numbers where year = $1',
    [year],
  );
  const { given, last } = series.rows[0] ?? { given: 0, last: 0 };
  const missing = await pool.query<Row>(
    `select $1::int as year, running as number from generate_series(1, $2::int) as running
      where not exists (select from invoice_numbers where year = $1 and number = running) order by running limit 20`,
    [year, given === last ? 0 : last],
  );
  const withoutDocument = await pool.query<Row>(
    `select year, number from invoice_numbers given
      where year = $1 and not exists (
        select from invoices.invoices document where document.year = given.year and document.running = given.number)
      order by number limit 20`,
    [year],
  );
  return {
    first: last === 0 ? null : textOf({ year, number: 1 }),
    last: last === 0 ? null : textOf({ year, number: last }),
    given,
    missing: missing.rows.map(textOf),
    withoutDocument: withoutDocument.rows.map(textOf),
  };
}

type Row = { readonly year: number; readonly number: number };

function textOf({ year, number }: Row): string {
  return `${year}-${String(number).padStart(6, '0')}`;
}
