import { keepPreviousData, queryOptions, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { inverterTypesQuery, plantQuery } from '../api/plants.js';
import { ApiProblem } from '../api/problem.js';
import type { DeviceClaim } from '../api/types.js';
import * as api from './api.js';

/** Keys of the query cache; `['plants', id]` covers everything of a plant. */
export const keys = {
  plant: (plantId: string) => ['plants', plantId] as const,
  overview: (plantId: string) => ['plants', plantId, 'overview'] as const,
  series: (plantId: string) => ['plants', plantId, 'series'] as const,
  inverters: (plantId: string) => ['plants', plantId, 'inverters'] as const,
  forecast: (plantId: string) => ['plants', plantId, 'forecast'] as const,
  emissionFactor: (plantId: string) => ['plants', plantId, 'emission-factor'] as const,
  // Neither is below the plant: a live value changes no month that is over, and nothing that people wrote.
  corrections: (plantId: string) => ['corrections', plantId] as const,
  histories: (plantId: string) => ['histories', plantId] as const,
  historyFetches: (plantId: string) => ['history-fetches', plantId] as const,
  reports: (plantId: string) => ['reports', plantId] as const,
  deviceErrors: (plantId: string) => ['plants', plantId, 'device-errors'] as const,
  // Not below the plant: it changes only when its owner corrects it.
  inverterList: (plantId: string, id: string) => ['inverter-lists', plantId, id] as const,
};

const minute = 60_000;

/** Kept charts, of all plants. */
export const chartViewsQuery = queryOptions({
  queryKey: ['chart-views'],
  queryFn: async ({ signal }) => (await api.getChartViews(signal)).items,
});

/** A refusal stays a refusal; only what may pass by itself is asked again. */
const retry = (failures: number, error: Error) => failures < 2 && !(error instanceof ApiProblem && error.status < 500);

export const useOverview = (plantId: string, pollEveryMs: number | false = false) =>
  useQuery({
    queryKey: keys.overview(plantId),
    queryFn: ({ signal }) => api.getOverview(plantId, signal),
    refetchInterval: pollEveryMs,
    staleTime: minute,
    retry,
  });

export const usePlant = (plantId: string) => useQuery(plantQuery(plantId));

/** Whether the reader may change plant and inverters; false until it is known. */
export const useMayChange = (plantId: string): boolean => {
  const right = usePlant(plantId).data?.right;
  return right === 'owner' || right === 'manager';
};

export const useSeries = (plantId: string, wanted: api.SeriesRequest | api.LinesRequest | null) =>
  useQuery({
    queryKey: [...keys.series(plantId), wanted],
    queryFn: ({ signal }) => {
      if (!wanted) throw new Error('asked without a range');
      return api.getSeries(plantId, wanted, signal);
    },
    enabled: wanted !== null,
    staleTime: minute,
    placeholderData: keepPreviousData,
    retry,
  });

/** Below the series, so that it is renewed with them. */
export const useComparison = (plantId: string, days: { readonly from: string; readonly to: string }) =>
  useQuery({
    queryKey: [...keys.series(plantId), 'comparison', days],
    queryFn: ({ signal }) => api.getComparison(plantId, days, signal),
    staleTime: minute,
    placeholderData: keepPreviousData,
    retry,
  });

export const seriesQuery = (plantId: string, wanted: api.SeriesRequest) =>
  queryOptions({
    queryKey: [...keys.series(plantId), wanted],
    queryFn: ({ signal }) => api.getSeries(plantId, wanted, signal),
    staleTime: minute,
    retry,
  });

export const invertersQuery = (plantId: string) =>
  queryOptions({
    queryKey: keys.inverters(plantId),
    queryFn: ({ signal }) => api.getInverters(plantId, signal),
    staleTime: minute / 2,
    retry,
  });

export const useInverters = (plantId: string, pollEveryMs: number | false = false) =>
  useQuery({
    ...invertersQuery(plantId),
    select: ({ items }) => items,
    refetchInterval: pollEveryMs,
  });

export const useForecast = (plantId: string) =>
  useQuery({
    queryKey: keys.forecast(plantId),
    queryFn: ({ signal }) => api.getForecast(plantId, signal),
    staleTime: minute,
    retry,
  });

/** What people wrote about the energy of the plant, the newest first. */
export const useCorrections = (plantId: string) =>
  useQuery({
    queryKey: keys.corrections(plantId),
    queryFn: ({ signal }) => api.getCorrections(plantId, signal),
    select: ({ items }) => items,
    staleTime: minute,
    retry,
  });

export const useInverterTypes = () => useQuery(inverterTypesQuery);

export const useLatestErrors = (plantId: string) =>
  useQuery({
    queryKey: [...keys.deviceErrors(plantId), 'latest'],
    queryFn: ({ signal }) => api.getDeviceErrors(plantId, { limit: 5 }, signal),
    select: ({ items }) => items,
    staleTime: minute,
    retry,
  });

export const useDeviceErrors = (plantId: string, filter: api.DeviceErrorFilter) =>
  useInfiniteQuery({
    queryKey: [...keys.deviceErrors(plantId), filter],
    queryFn: ({ pageParam, signal }) => api.getDeviceErrors(plantId, { ...filter, cursor: pageParam }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    staleTime: minute,
    retry,
  });

export const useInverterList = (plantId: string, id: string | undefined) =>
  useQuery({
    queryKey: keys.inverterList(plantId, id ?? ''),
    queryFn: ({ signal }) => api.getList(plantId, id ?? '', signal),
    enabled: id !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
    retry,
  });

export const useVerdict = (plantId: string, claim: DeviceClaim | null) =>
  useQuery({
    queryKey: [...keys.plant(plantId), 'verdict', claim],
    queryFn: ({ signal }) => {
      if (!claim) throw new Error('asked without a serial number');
      return api.getVerdict(plantId, claim, signal);
    },
    enabled: claim !== null,
    // A device that starts to report turns the answer green without another key. The server limits guessing, so only
    // an answer that can still change is asked for again.
    refetchInterval: (query) => (query.state.data?.verdict === 'awaitingData' ? 15_000 : false),
    placeholderData: keepPreviousData,
    retry,
  });
