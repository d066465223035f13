import type { Incident } from '../api/types.js';
import { isDay } from '../plant/view.js';

export const incidentKinds = [
  'noData',
  'deviation',
  'belowForecast',
  'deviceErrors',
] as const satisfies readonly Kind[];
type Kind = Incident['evidence']['kind'];

/** What the address line of the incidents holds: which of them are shown. Days are inclusive. */
export type IncidentsSearch = {
  readonly kind?: Kind | undefined;
  readonly search?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
};

/** Reads the search part of the address; what makes no sense is dropped. */
export function parseIncidentsSearch(given: Readonly<Record<string, unknown>>): IncidentsSearch {
  const day = (value: unknown) => (typeof value === 'string' && isDay(value) ? value : undefined);
  const search = ['string', 'number'].includes(typeof given['search']) ? String(given['search']).slice(0, 120) : '';
  return {
    kind: incidentKinds.find((one) => one === given['kind']),
    search: search === '' ? undefined : search,
    from: day(given['from']),
    to: day(given['to']),
  };
}
