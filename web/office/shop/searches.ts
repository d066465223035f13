type Search = Readonly<Record<string, unknown>>;

/** Reads the search part of addresses in the office; what makes no sense is dropped. */
export function parseFind(search: Search): { readonly find?: string | undefined } {
  const find = search['find'];
  // A number looks like one to the router.
  return { find: typeof find === 'string' || typeof find === 'number' ? String(find) : undefined };
}

/** What the office looks for; `q` is what links from elsewhere call it. */
export function parseSearch(search: Search): { readonly find?: string | undefined; readonly q?: undefined } {
  return { find: parseFind(search).find ?? parseFind({ find: search['q'] }).find, q: undefined };
}

/** One message of the outbox; without it, all. */
export function parseMessage(search: Search): { readonly message?: string | undefined } {
  const message = search['message'];
  return { message: typeof message === 'string' && /^[\da-f-]{36}$/i.test(message) ? message : undefined };
}

export const chargeStates = ['open', 'paid', 'cancelled'] as const;
export type ChargeState = (typeof chargeStates)[number];

export type ChargeFilter = { readonly state?: ChargeState | undefined; readonly find?: string | undefined };

export function parseCharges(search: Search): ChargeFilter {
  return { state: chargeStates.find((known) => known === search['state']), ...parseFind(search) };
}

/** Which plant and which of its licences a charge is for, or what the plant is looked for by. */
export type ChargeSubject = {
  readonly find?: string | undefined;
  readonly plant?: string | undefined;
  readonly licence?: string | undefined;
};

export function parseNewCharge(search: Search): ChargeSubject {
  const { plant, licence } = search;
  return {
    ...parseFind(search),
    plant: typeof plant === 'string' ? plant : undefined,
    licence: typeof licence === 'string' ? licence : undefined,
  };
}

export type DeclarationState = 'open' | 'handled';

export function parseDeclarations(search: Search): { readonly state?: DeclarationState | undefined } {
  return { state: search['state'] === 'handled' ? 'handled' : undefined };
}

export function parseAsOf(search: Search): { readonly asOf?: string | undefined } {
  const asOf = search['asOf'];
  return { asOf: typeof asOf === 'string' && !Number.isNaN(Date.parse(asOf)) ? asOf : undefined };
}

export const invoiceKinds = ['invoice', 'correction', 'cancellation', 'supplementary'] as const;
export type InvoiceKind = (typeof invoiceKinds)[number];

export function parseInvoices(search: Search): {
  readonly year?: number | undefined;
  readonly kind?: InvoiceKind | undefined;
} {
  const year = Number(search['year']);
  return {
    year: Number.isInteger(year) && year >= 2000 && year < 3000 ? year : undefined,
    kind: invoiceKinds.find((known) => known === search['kind']),
  };
}
