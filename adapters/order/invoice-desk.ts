import { createHash } from 'node:crypto';
import type pg from 'pg';
import type { InvoiceDesk, InvoiceFile } from '../../commands/order/invoice-desk.js';
import type { Seller } from '../../domain/order/invoice.js';
import type { InvoiceDocuments } from '../invoice-document/port.js';
import { invoiceNumbers } from './invoice-numbers.js';

/** Numbers invoices, makes their documents and keeps these in table `invoice_files`. */
export function postgresInvoiceDesk(pool: pg.Pool, documents: InvoiceDocuments, seller: Seller): InvoiceDesk {
  async function find(number: string): Promise<InvoiceFile | null> {
    const { rows } = await pool.query<InvoiceFile>(
      'select pdf, sha256, file_name as "fileName" from invoice_files where number = $1',
      [number],
    );
    return rows[0] ?? null;
  }

  return {
    seller,
    numberFor: invoiceNumbers(pool),
    async issue(orderId, facts) {
      const { pdf, sha256, fileName } = await documents.make(facts);
      // The first one stays, whoever makes it again after a crash.
      await pool.query(
        `insert into invoice_files (number, order_id, file_name, sha256, pdf) values ($1, $2, $3, $4, $5)
          on conflict (number) do nothing`,
        [facts.number, orderId, fileName, sha256, pdf],
      );
      return (await find(facts.number)) ?? { pdf, sha256, fileName };
    },
    async file(facts) {
      const kept = await find(facts.number);
      // Documents of releases that kept none are made again.
      if (kept === null) return documents.make(facts);
      const found = createHash('sha256').update(kept.pdf).digest('hex');
      if (found !== kept.sha256) throw new Error(`the file of invoice ${facts.number} is not the one that was issued`);
      return kept;
    },
    async forget(orderId) {
      await pool.query('delete from invoice_files where order_id = $1', [orderId]);
      await pool.query('delete from charge_files where order_id = $1', [orderId]);
    },
  };
}
