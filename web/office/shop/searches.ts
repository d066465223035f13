type Search = Readonly<Record<string, unknown>>;

/** Reads the search part of addresses in the office; what makes no sense is dropped. */
export function parseFind(search: Search): { readonly find?: string } {
  const find = search['find'];
  // A number looks like one to the router.
  return typeof find === 'string' || typeof find === 'number' ? { find: String(find) } : {};
}

export type DeclarationState = 'open' | 'handled';

export function parseDeclarations(search: Search): { readonly state?: DeclarationState } {
  return search['state'] === 'handled' ? { state: 'handled' } : {};
}

export function parseAsOf(search: Search): { readonly asOf?: string } {
  const asOf = search['asOf'];
  return typeof asOf === 'string' && !Number.isNaN(Date.parse(asOf)) ? { asOf } : {};
}

export const invoiceKinds = ['invoice', 'correction', 'cancellation', 'supplementary'] as const;
export type InvoiceKind = (typeof invoiceKinds)[number];

export function parseInvoices(search: Search): { readonly year?: number; readonly kind?: InvoiceKind } {
  const year = Number(search['year']);
  const kind = invoiceKinds.find((known) => known === search['kind']);
  return {
    ...(Number.isInteger(year) && year >= 2000 && year < 3000 ? { year } : {}),
    ...(kind === undefined ? {} : { kind }),
  };
}
