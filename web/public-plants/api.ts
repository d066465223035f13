import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { request } from '../api/client.js';
import type { components } from '../api/schema.js';

export type PublicPlant = components['schemas']['PublicPlant'];
export type PublicCluster = components['schemas']['PublicMap']['clusters'][number];
type PublicTotals = components['schemas']['PublicTotals'];
type PublicPlantList = { readonly items: readonly PublicPlant[]; readonly next: string | null };

export const plantSizes = ['upTo10kW', 'upTo30kW', 'upTo100kW', 'over100kW'] as const;

/** Empty: not asked for. */
export type PublicFilter = {
  readonly country: string;
  readonly postcode: string;
  readonly town: string;
  readonly size: string;
};

export const noFilter: PublicFilter = { country: '', postcode: '', town: '', size: '' };

export type MapView = {
  readonly zoom: number;
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
};

/** Devices send every ten minutes; what is not public any more should not stand long on an open page. */
const refreshMs = 60_000;

export const publicTotalsQuery = queryOptions({
  queryKey: ['public-plants', 'totals'],
  refetchInterval: refreshMs,
  queryFn: ({ signal }) => request<PublicTotals>('GET', '/public/totals', { signal }),
});

export const publicPlantsQuery = (filter: PublicFilter, limit: number) =>
  infiniteQueryOptions({
    queryKey: ['public-plants', 'list', filter, limit],
    refetchInterval: refreshMs,
    placeholderData: keepPreviousData,
    initialPageParam: '',
    queryFn: ({ pageParam: cursor, signal }) =>
      request<PublicPlantList>('GET', '/public/plants', { query: { ...filter, limit, cursor }, signal }),
    getNextPageParam: ({ next }) => next ?? undefined,
  });

export const publicMapQuery = (filter: PublicFilter, view: MapView | undefined) =>
  queryOptions({
    queryKey: ['public-plants', 'map', filter, view],
    enabled: view !== undefined,
    refetchInterval: refreshMs,
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }) => {
      const query = { ...filter, ...view };
      return (await request<components['schemas']['PublicMap']>('GET', '/public/plants/map', { query, signal }))
        .clusters;
    },
  });

export const publicPlantQuery = (id: string) =>
  queryOptions({
    queryKey: ['public-plants', 'plant', id],
    queryFn: ({ signal }) => request<PublicPlant>('GET', `/public/plants/${encodeURIComponent(id)}`, { signal }),
  });
