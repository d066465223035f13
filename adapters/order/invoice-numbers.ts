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

type Row = { readonly year: number; readonly number: number };

function textOf({ year, number }: Row): string {
  return `${year}-${String(number).padStart(6, '0')}`;
}
