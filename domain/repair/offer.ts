import { vatOn } from '../kernel/money.js';
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
