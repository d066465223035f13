import { QueryClient } from '@tanstack/react-query';
import { meQuery } from '../api/accounts.js';
import { whenDocumentsAreDue, whenSessionEnds } from '../api/client.js';
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

// What is due stands with the account, for which `SignedIn` looks. Calls wait until it is accepted, or nobody is there.
whenDocumentsAreDue(async () => {
  await queryClient.refetchQueries({ queryKey: meQuery.queryKey, exact: true }, { cancelRefetch: false });
  return new Promise((resolve) => {
    const look = () => {
      const me = queryClient.getQueryData(meQuery.queryKey);
      const isSomebody = me !== null && me !== undefined;
      if (isSomebody && me.documentsDue.length > 0) return;
      stop();
      resolve(isSomebody);
    };
    const stop = queryClient.getQueryCache().subscribe(look);
    look();
  });
});
