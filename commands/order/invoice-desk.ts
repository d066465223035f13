import type { InvoiceFacts, Seller } from '../../domain/order/invoice.js';

/** Where invoices get their number and become documents. */
export type InvoiceDesk = {
  readonly seller: Seller;
  /**
   * The next number of the year of `day`, without gaps. The same document gets the same number, however often it is asked
   * for: a crash between number and document leaves nothing behind.
   */
  numberFor(documentKey: string, day: string): Promise<string>;
  /** The document as a PDF file with the structured invoice in it: the same bytes for the same facts. */
  make(facts: InvoiceFacts): Promise<{ readonly pdf: Buffer; readonly sha256: string; readonly fileName: string }>;
};
