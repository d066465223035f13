import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { request } from '../api/client.js';
import type { SearchHits } from '../api/types.js';

/** Shorter texts would find half of everything. */
export const leastLetters = 3;

export const searchQuery = (find: string) =>
  queryOptions({
    queryKey: ['office', 'search', find],
    queryFn: ({ signal }) => request<SearchHits>('GET', '/office/search', { query: { find }, signal }),
    enabled: find.length >= leastLetters,
    // The hits of before stay while the next letter is looked for.
    placeholderData: keepPreviousData,
  });
