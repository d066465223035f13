import { shareOf, vatOn } from '../kernel/money.js';
import { standardRateOn, vatTreatment, type Customer, type VatTreatment } from '../order/vat-treatment.js';
import type { OfferPosition } from './events.js';

type RepairVat = { readonly treatment: VatTreatment; readonly rateBasisPoints: number };

/**
 * How a repair in our workshop is taxed on a day. As any service to a business (§ 3a (2) UStG); where the customer is none, or its
 * VAT id is not proven, work on a movable thing is taxed where it is done: in Germany (§ 3a (3) no. 3 c UStG).
 */
export function repairVat(customer: Customer, day: string): RepairVat {
  return vatTreatment(customer, day) ?? { treatment: 'domestic', rateBasisPoints: standardRateOn(day) };
}

/** What an offer comes to, in cents; VAT is rounded once, on the sum. */
export function offerTotals(
  positions: readonly OfferPosition[],
  vatRateBasisPoints: number,
): { readonly netCents: number; readonly vatCents: number; readonly grossCents: number } {
  const netCents = positions.reduce((sum, { quantity, netCents: one }) => sum + quantity * one, 0);
  const vatCents = vatOn(netCents, vatRateBasisPoints);
  return { netCents, vatCents, grossCents: netCents + vatCents };
}

/** The most that is to be paid for a share of the work, net: so much of the agreed price (§ 357a (3) BGB). */
export function mostCompensationCents(agreedNetCents: number, workDonePercent: number): number {
  return shareOf(agreedNetCents, workDonePercent, 100);
}

type Totals = ReturnType<typeof offerTotals>;

/**
 * What is to be paid in the end, when of an agreed price so much remains. VAT is rounded on what a document will say: on the
 * difference where an invoice is to be corrected, on what remains where none was issued.
 */
export function compensationTotals(
  agreed: Totals & { readonly vatRateBasisPoints: number },
  netCents: number,
  isInvoiced: boolean,
): Totals {
  const rate = agreed.vatRateBasisPoints;
  const vatCents = isInvoiced ? agreed.vatCents - vatOn(agreed.netCents - netCents, rate) : vatOn(netCents, rate);
  return { netCents, vatCents, grossCents: netCents + vatCents };
}
