import { shareOf, vatOn, type Amount } from '../kernel/money.js';
import { netPriceCents, type PriceList } from '../licence/price-list.js';
import type { Licence } from '../licence/state.js';

export type SupplementRejection =
  /** The true power is within what the licence allows: nothing is owed. */
  | { readonly code: 'supplement.within-licence'; readonly licensedPowerW: number }
  /** Both powers cost the same, or nothing of the licence was used. */
  | { readonly code: 'supplement.costs-the-same' }
  | { readonly code: 'supplement.price-on-request' };

/** The two prices whose difference is charged, and for how many days of the term. */
export type SupplementPrice = Amount & {
  readonly statedNetCents: number;
  readonly trueNetCents: number;
  readonly chargedDays: number;
};

/**
 * What a licence costs more for the true power (F10): the difference of two prices of the list it was bought by. Of a licence
 * that ended early only the days that were used count, as its remaining value was given back. VAT follows the first invoice.
 */
export function supplementOf(
  licence: Licence,
  truePowerW: number,
  priceList: PriceList,
):
  | { readonly ok: true; readonly price: SupplementPrice }
  | { readonly ok: false; readonly rejection: SupplementRejection } {
  const { licensedPowerW, termDays, end } = licence;
  if (truePowerW <= licensedPowerW) return no({ code: 'supplement.within-licence', licensedPowerW });
  const statedNetCents = netPriceCents(priceList, licensedPowerW, termDays);
  const trueNetCents = netPriceCents(priceList, truePowerW, termDays);
  if (statedNetCents === null || trueNetCents === null) return no({ code: 'supplement.price-on-request' });
  const chargedDays = end === null ? termDays : end.usedDays;
  const netCents = shareOf(Math.max(0, trueNetCents - statedNetCents), chargedDays, termDays);
  if (netCents === 0) return no({ code: 'supplement.costs-the-same' });
  const { vatRateBasisPoints } = licence.cost;
  const vatCents = vatOn(netCents, vatRateBasisPoints);
  const amount = { netCents, vatRateBasisPoints, vatCents, grossCents: netCents + vatCents };
  return { ok: true, price: { ...amount, statedNetCents, trueNetCents, chargedDays } };
}

function no(rejection: SupplementRejection) {
  return { ok: false, rejection } as const;
}
