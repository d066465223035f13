import { useInfiniteQuery } from '@tanstack/react-query';
import { request } from './client.js';
import type { Page } from './types.js';

type Query = Readonly<Record<string, string | number | undefined>>;

type Options<P> = {
  readonly enabled?: boolean;
  /** After how long it is asked for again, by what its first page says; left out: when somebody looks again. */
  readonly refetchMs?: (first: P | undefined) => number;
};

/**
 * A list that is read page by page; `items` are all that were read, `first` is what the first page says besides. Its key begins
 * with the parts of its path.
 */
export function usePages<Item, P extends Page<Item> = Page<Item>>(
  path: `/${string}`,
  query: Query = {},
  { enabled = true, refetchMs }: Options<P> = {},
) {
  const pages = useInfiniteQuery({
    queryKey: [...path.slice(1).split('/'), query],
    enabled,
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) => request<P>('GET', path, { query: { ...query, cursor: pageParam }, signal }),
    getNextPageParam: ({ next }) => next ?? undefined,
    // Each page is asked for again: the more there are, the less often.
    refetchInterval: ({ state: { data } }) =>
      refetchMs === undefined ? false : refetchMs(data?.pages[0]) * (data?.pages.length ?? 1),
  });
  return { ...pages, first: pages.data?.pages[0], items: pages.data?.pages.flatMap(({ items }) => items) };
}
