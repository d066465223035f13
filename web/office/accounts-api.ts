import { queryOptions, useQueryClient } from '@tanstack/react-query';
import { request } from '../api/client.js';
import type { AccountHistory, OfficeAccount, Page as PageOf } from '../api/types.js';

const accountsKey = ['office', 'accounts'] as const;

export const accountQuery = (name: string) =>
  queryOptions({
    queryKey: [...accountsKey, name],
    queryFn: async ({ signal }) =>
      (await request<PageOf<OfficeAccount>>('GET', '/office/accounts', { query: { name }, signal })).items,
  });

export const accountHistoryQuery = (accountId: string) =>
  queryOptions({
    queryKey: [...accountsKey, accountId, 'history'],
    queryFn: ({ signal }) => request<AccountHistory>('GET', `/office/accounts/${accountId}/history`, { signal }),
  });

/** What was done to an account shows at once, in its history, too. */
export function useLookAgain() {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: accountsKey });
}
