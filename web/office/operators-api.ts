import { queryOptions, useQueryClient } from '@tanstack/react-query';
import { request } from '../api/client.js';
import type { OfficeAccount, Operator, Page as PageOf, RoleChangeBody, RoleTable } from '../api/types.js';

const operatorsKey = ['office', 'operators'] as const;

export const operatorsQuery = queryOptions({
  queryKey: operatorsKey,
  queryFn: async ({ signal }) => (await request<PageOf<Operator>>('GET', '/office/operators', { signal })).items,
});

export const roleTableQuery = queryOptions({
  queryKey: ['office', 'roles'],
  staleTime: Infinity,
  queryFn: async ({ signal }) => (await request<RoleTable>('GET', '/office/roles', { signal })).items,
});

/** The account of exactly this user name or address, or undefined. */
export async function accountCalled(name: string): Promise<OfficeAccount | undefined> {
  return (await request<PageOf<OfficeAccount>>('GET', '/office/accounts', { query: { name } })).items[0];
}

/** Gives a role or takes it back; the list knows when it is done. */
export function useChangeRole() {
  const client = useQueryClient();
  return async (accountId: string, body: RoleChangeBody): Promise<void> => {
    await request('POST', `/office/operators/${accountId}/roles`, { body, idempotencyKey: crypto.randomUUID() });
    await client.invalidateQueries({ queryKey: operatorsKey });
  };
}
