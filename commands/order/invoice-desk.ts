import type { OrderId } from '../../domain/kernel/ids.js';
import type { InvoiceFacts, Seller } from '../../domain/order/invoice.js';

export type InvoiceFile = {
  readonly pdf: Buffer;
  /** Of the file, in hex. */
  readonly sha256: string;
  readonly fileName: string;
};

/** Where invoices get their number and become documents. */
export type InvoiceDesk = {
  readonly seller: Seller;
  /**
   * The next number of the year of `day`, without gaps. The same document gets the same number, however often it is asked
   * for: a crash between number and document leaves nothing behind.
   */
  numberFor(documentKey: string, day: string): Promise<string>;
  /**
   * Makes the document, a PDF file with the structured invoice in it, and keeps its bytes: what was issued once stays as it is,
   * whatever a later release would print.
   */
  issue(orderId: OrderId, facts: InvoiceFacts): Promise<InvoiceFile>;
  /** The file as it was issued. */
  file(facts: InvoiceFacts): Promise<InvoiceFile>;
  /** Nobody has to keep the documents of an order any more. */
  forget(orderId: OrderId): Promise<void>;
};
