import { queryOptions, useQuery } from '@tanstack/react-query';
import { request } from '../../api/client.js';
import type { Page, RepairPrices } from '../../api/types.js';
import { portalZone } from '../../format/dates.js';

const listsQuery = queryOptions({
  queryKey: ['office', 'repair-price-lists'],
  queryFn: async ({ signal }) =>
    (await request<Page<RepairPrices>>('GET', '/office/repair-price-lists', { signal })).items,
});

/** Every price list for repairs, that which was published last first. */
export const useRepairPriceLists = () => useQuery(listsQuery);

/** In force is what was published last of those that are valid by now. */
export function withStates(lists: readonly RepairPrices[], now = new Date()) {
  const today = now.toLocaleDateString('sv-SE', { timeZone: portalZone });
  const at = lists.findIndex(({ validFrom }) => validFrom <= today);
  const first = at < 0 ? lists.length : at;
  return lists.map((list, index) => ({
    ...list,
    state: index < first ? ('announced' as const) : index === first ? ('inForce' as const) : ('past' as const),
  }));
}
