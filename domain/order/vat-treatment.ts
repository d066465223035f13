import { z } from 'zod';

/**
 * How a licence is taxed: `domestic` with German VAT; `reverseCharge` where the customer owes it (§ 3a (2), § 13b UStG);
 * `notTaxable` in Germany, for businesses outside the EU (§ 3a (2) UStG).
 */
export const VatTreatment = z.enum(['domestic', 'reverseCharge', 'notTaxable']);
export type VatTreatment = z.infer<typeof VatTreatment>;

/** EU member states (ISO 3166-1 alpha-2; VAT ids of Greece begin with EL). Northern Ireland is EU territory for goods only. */
export const euCountries: ReadonlySet<string> = new Set(
  'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK'.split(' '),
);

/** German standard rates in basis points, from a calendar day on. */
const standardRates = [
  { from: '2007-01-01', basisPoints: 1900 },
  { from: '2020-07-01', basisPoints: 1600 },
  { from: '2021-01-01', basisPoints: 1900 },
] as const;

export type Customer = {
  readonly kind: 'consumer' | 'business';
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  /** An authority found the VAT id valid. */
  readonly isVatIdValid: boolean;
};

/**
 * Treatment and rate of a sale on a day; null where nothing can be sold: to consumers outside Germany, and to businesses of
 * another member state without a valid VAT id (integrations 4.1).
 */
export function vatTreatment(
  { kind, country, isVatIdValid }: Customer,
  day: string,
): { readonly treatment: VatTreatment; readonly rateBasisPoints: number } | null {
  if (country === 'DE') return { treatment: 'domestic', rateBasisPoints: standardRateOn(day) };
  if (kind === 'consumer') return null;
  if (!euCountries.has(country)) return { treatment: 'notTaxable', rateBasisPoints: 0 };
  return isVatIdValid ? { treatment: 'reverseCharge', rateBasisPoints: 0 } : null;
}

/** The German standard rate on a day, in basis points. */
export function standardRateOn(day: string): number {
  return standardRates.findLast(({ from }) => from <= day)?.basisPoints ?? standardRates[0].basisPoints;
}
