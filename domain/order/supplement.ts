import { shareOf, vatOn, type Amount } from '../kernel/money.js';
import { netPriceCents, type PriceList } from '../licence/price-list.js';
import type { Licence } from '../licence/state.js';

export type SupplementRejection =
  /** The true power is within what the licence allows: nothing is owed. */
  | { readonly code: 'supplement.within-licence'; readonly licensedPowerW: number }
  /** Both powers cost the same, or nothing of the licence was used. */
  | { readonly code: 'supplement.costs-the-same' }
  | { readonly code: 'supplement.price-on-request' };

/**
 * What a licence costs more for the true power (F10): the difference of two prices of the list it was bought by. Of a licence
 * that ended early only the days that were used count, as its remaining value was given back. VAT follows the first invoice.
 */
export function supplementOf(
  licence: Licence,
  truePowerW: number,
  priceList: PriceList,
): { readonly ok: true; readonly amount: Amount } | { readonly ok: false; readonly rejection: SupplementRejection } {
  const { licensedPowerW, termDays, end } = licence;
  if (truePowerW <= licensedPowerW) return no({ code: 'supplement.within-licence', licensedPowerW });
  const before = netPriceCents(priceList, licensedPowerW, termDays);
  const now = netPriceCents(priceList, truePowerW, termDays);
  if (before === null || now === null) return no({ code: 'supplement.price-on-request' });
  const netCents = shareOf(Math.max(0, now - before), end === null ? termDays : end.usedDays, termDays);
  if (netCents === 0) return no({ code: 'supplement.costs-the-same' });
  const { vatRateBasisPoints } = licence.cost;
  const vatCents = vatOn(netCents, vatRateBasisPoints);
  return { ok: true, amount: { netCents, vatRateBasisPoints, vatCents, grossCents: netCents + vatCents } };
}

function no(rejection: SupplementRejection) {
  return { ok: false, rejection } as const;
}
