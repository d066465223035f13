import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { request } from './client.js';
import type { Fleet, FleetSnoozed, FleetView } from './types.js';

const refreshMs = 60_000;
/** The first page is there at once; the others come in larger pieces while one scrolls. */
const pageSizes = { first: 100, others: 500 };

type Wish = Pick<FleetView, 'show' | 'search' | 'sort' | 'order'>;

/** The plants of the caller, page by page; the key begins like that of all plants, so that it is renewed with them. */
export const fleetQuery = ({ show, search, sort, order }: Wish) => {
  const wish = { show, search, sort, order };
  return infiniteQueryOptions({
    queryKey: ['plants', 'fleet', wish],
    refetchInterval: refreshMs,
    placeholderData: keepPreviousData,
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) => {
      const limit = pageParam === undefined ? pageSizes.first : pageSizes.others;
      return request<Fleet>('GET', '/fleet', { query: { ...wish, limit, cursor: pageParam }, signal });
    },
    getNextPageParam: ({ next }) => next ?? undefined,
  });
};

export const fleetViewsQuery = queryOptions({
  queryKey: ['fleet-views'],
  queryFn: async ({ signal }) =>
    (await request<{ readonly items: readonly FleetView[] }>('GET', '/me/fleet-views', { signal })).items,
});

export const keepFleetViews = (items: readonly FleetView[]) =>
  request<{ readonly items: readonly FleetView[] }>('PUT', '/me/fleet-views', { body: { items } });

export const snoozePlants = (plantIds: readonly string[], until: string) =>
  request<FleetSnoozed>('POST', '/fleet/snooze', { body: { plantIds, until } });

/** The address of a file with what is shown, or with some plants of it. */
export function fleetFilePath({ show, search, sort, order }: Wish, plantIds: readonly string[]): string {
  const wish = { show, search, sort, order };
  const query = new URLSearchParams({ ...wish, ...(plantIds.length === 0 ? {} : { plants: plantIds.join(',') }) });
  return `/fleet.xlsx?${query.toString()}`;
}
