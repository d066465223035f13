import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { meQuery } from './accounts.js';
import { request } from './client.js';
import type { DataExport } from './types.js';

const whileBuildingMs = 1_000;

/** The archive of the own data; looked at again while it is being made. */
export const ownExportQuery = queryOptions({
  queryKey: ['me', 'export'],
  queryFn: async ({ signal }) =>
    (await request<{ readonly export: DataExport | null }>('GET', '/me/export', { signal })).export,
  refetchInterval: ({ state: { data } }) =>
    data?.state === 'waiting' || data?.state === 'building' ? whileBuildingMs : false,
});

export function useAskForExport() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => request<DataExport>('POST', '/me/export'),
    onSuccess: (asked) => client.setQueryData(ownExportQuery.queryKey, asked),
  });
}

/** Fetches the file, which is far too large to be kept in the page; asks first, which renews a session that has grown old. */
export function useFetchExport() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async () => {
      const found = await client.fetchQuery({ ...ownExportQuery, staleTime: 0 });
      if (found?.file != null) location.assign(found.file.url);
    },
  });
}

/** Asks for the end of the account, and takes that back; what was loaded of the account is loaded anew. */
export function useErasure() {
  const client = useQueryClient();
  const renewed = () => client.invalidateQueries({ queryKey: meQuery.queryKey, exact: true });
  return {
    ask: async (proof: { readonly password: string; readonly code?: string }) => {
      await request<unknown>('DELETE', '/me', { body: proof });
      await renewed();
    },
    cancel: async () => {
      await request<undefined>('DELETE', '/me/erasure');
      await renewed();
    },
  };
}
