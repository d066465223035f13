import { isErased } from '../../domain/kernel/event.js';
import { givesBack, type InvoiceKind } from '../../domain/order/invoice.js';
import type { Order } from '../../domain/order/order.js';
import type { InvoiceRow } from '../../projections/invoices.js';

/** A document with whom it was made out to; null once that was forgotten. */
export type ExportedInvoice = InvoiceRow & {
  readonly buyer: { readonly name: string; readonly country: string; readonly vatId: string | null } | null;
};

/** Adds from the order of a document who got it. */
export function withBuyer(row: InvoiceRow, order: Order | undefined): ExportedInvoice {
  const facts = order?.invoices.find((one) => one.number === row.number)?.facts;
  const buyer = facts === undefined || isErased(facts) ? null : facts.buyer;
  return { ...row, buyer: buyer && { name: buyer.name, country: buyer.country, vatId: buyer.vatId } };
}

/** 1, or -1 where the amount goes back to the customer. */
export function signOf({ kind }: { readonly kind: InvoiceKind }): 1 | -1 {
  return givesBack({ kind }) ? -1 : 1;
}
