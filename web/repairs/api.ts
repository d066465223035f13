import { queryOptions } from '@tanstack/react-query';
import { request } from '../api/client.js';
import type { RepairOrder, RepairPrices } from '../api/types.js';

export const repairPricesQuery = queryOptions({
  queryKey: ['repair-prices'],
  queryFn: ({ signal }) => request<RepairPrices>('GET', '/public/repair-prices', { signal }),
});

/** One repair; whoever looks at it sees what happens to it meanwhile. */
export const repairQuery = (repairId: string) =>
  queryOptions({
    queryKey: ['repairs', repairId],
    queryFn: ({ signal }) => request<RepairOrder>('GET', `/repair-orders/${repairId}`, { signal }),
    refetchInterval: ({ state }) => (state.data === undefined || state.data.status === 'draft' ? false : 30_000),
  });

export const repairCategories = ['ae', 'aeRefu', 'siemens', 'outOfWarranty'] as const;

/** In these nothing happens to a repair any more. */
export const overStatuses: readonly RepairOrder['status'][] = ['closed', 'refused', 'declined', 'withdrawn'];
