import { queryOptions } from '@tanstack/react-query';
import { request } from '../../api/client.js';
import type { Advocate, Page } from '../../api/types.js';

/** Who may take care of repairs. */
export const advocatesQuery = queryOptions({
  queryKey: ['office', 'advocates'],
  queryFn: async ({ signal }) => (await request<Page<Advocate>>('GET', '/office/advocates', { signal })).items,
});

export const repairStates = ['open', 'requested', 'offered', 'agreed', 'inWorkshop', 'over'] as const;
export type RepairState = (typeof repairStates)[number];

/** What of the queue an address asks for. */
export function parseQueue({ state, advocate }: Readonly<Record<string, unknown>>): {
  readonly state?: RepairState | undefined;
  readonly advocate?: string | undefined;
} {
  return {
    state: repairStates.find((one) => one === state),
    advocate: typeof advocate === 'string' && advocate !== '' ? advocate : undefined,
  };
}
