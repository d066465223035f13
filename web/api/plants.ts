import { queryOptions } from '@tanstack/react-query';
import { request } from './client.js';
import type {
  InverterType,
  Page,
  Plant,
  PlantBody,
  PlantListItem,
  PlantPatch,
  Subplant,
  SubplantBody,
  SubplantPatch,
} from './types.js';

const listRefreshMs = 60_000;

/** All plants of the owner, following the cursor. Query keys of one plant begin with `['plants', id]`. */
export const plantsQuery = queryOptions({
  queryKey: ['plants', 'list'],
  refetchInterval: listRefreshMs,
  queryFn: async ({ signal }) => {
    const items: PlantListItem[] = [];
    let cursor: string | undefined;
    do {
      const page = await request<Page<PlantListItem>>('GET', '/plants', { query: { cursor }, signal });
      items.push(...page.items);
      cursor = page.next ?? undefined;
    } while (cursor !== undefined);
    return items;
  },
});

export const plantQuery = (plantId: string) =>
  queryOptions({
    queryKey: ['plants', plantId],
    queryFn: ({ signal }) => request<Plant>('GET', `/plants/${plantId}`, { signal }),
  });

/** Its id; null when the viewer sees none with this number of the data service. */
export const plantByNumberQuery = (number: string) =>
  queryOptions({
    queryKey: ['plants', 'number', number],
    queryFn: async ({ signal }) => {
      const { items } = await request<Page<PlantListItem>>('GET', '/plants', { query: { number }, signal });
      return items[0]?.id ?? null;
    },
  });

export const inverterTypesQuery = queryOptions({
  queryKey: ['inverter-types'],
  staleTime: 60 * 60_000,
  queryFn: async ({ signal }) => (await request<Page<InverterType>>('GET', '/inverter-types', { signal })).items,
});

export const addPlant = (body: PlantBody, idempotencyKey: string) =>
  request<Plant>('POST', '/plants', { body, idempotencyKey });

export const editPlant = (plantId: string, body: PlantPatch, revision: string) =>
  request<Plant>('PATCH', `/plants/${plantId}`, { body, revision });

export const deletePlant = (plantId: string) => request<undefined>('DELETE', `/plants/${plantId}`);

export const addSubplant = (plantId: string, body: SubplantBody) =>
  request<Subplant>('POST', `/plants/${plantId}/subplants`, { body });

export const editSubplant = (plantId: string, subplantId: string, body: SubplantPatch) =>
  request<Subplant>('PATCH', `/plants/${plantId}/subplants/${subplantId}`, { body });

export const deleteSubplant = (plantId: string, subplantId: string) =>
  request<undefined>('DELETE', `/plants/${plantId}/subplants/${subplantId}`);
