import { QueryClient } from '@tanstack/react-query';
import { meQuery } from '../api/accounts.js';
import { whenSessionEnds } from '../api/client.js';
import { Unreachable } from '../api/problem.js';

/** Asks again only where waiting may help: a "no" of the server stays a no. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 30_000,
      retry: (failures, error) => error instanceof Unreachable && failures < 2,
      networkMode: 'always',
    },
    mutations: { networkMode: 'always' },
  },
});

whenSessionEnds(() => queryClient.setQueryData(meQuery.queryKey, null));
