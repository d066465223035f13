import type { Temporal } from '../kernel/time.js';

/** Bookkeeping vouchers, invoices among them: § 147 (3) AO, § 257 (4) HGB, § 14b (1) UStG. */
const retentionYears = 8;

/** An invoice, as far as the law minds how long it is kept. */
type KeptInvoice = { readonly issuedOn: Temporal.PlainDate };

/**
 * The last day on which the invoices of a person have to be there, and with them who got them, also when the account is
 * erased before; null when there are none, and everything goes. The time begins with the end of the year.
 */
export function invoicesKeptUntil(invoices: readonly KeptInvoice[]): Temporal.PlainDate | null {
  const years = invoices.map(({ issuedOn }) => issuedOn.year);
  const [first] = invoices;
  if (first === undefined) return null;
  return first.issuedOn.with({ year: Math.max(...years) + retentionYears, month: 12, day: 31 });
}
