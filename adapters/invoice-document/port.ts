import type { InvoiceFacts } from '../../domain/order/invoice.js';

export type InvoiceDocument = {
  /** PDF/A-3b with the structured invoice (`factur-x.xml`) in it. */
  readonly pdf: Buffer;
  /** Of the file, in hex. */
  readonly sha256: string;
  /** `Rechnung-2026-000123.pdf`. */
  readonly fileName: string;
};

export type InvoiceDocuments = {
  /**
   * Makes the document: the same bytes for the same facts, on every machine. Throws when the facts break a rule
   * (`domain/order/invoice-rules.ts`): such a document must never be issued.
   */
  make(facts: InvoiceFacts): Promise<InvoiceDocument>;
};
