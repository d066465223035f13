import { useInfiniteQuery } from '@tanstack/react-query';
import { request } from '../../api/client.js';
import type { Page as PageOf } from '../../api/types.js';
import { useText } from '../../i18n/use-text.js';
import { Button } from '../../ui/button.js';

type Query = Readonly<Record<string, string | number | undefined>>;

/** A list of the office that is read page by page; `items` are all that were read. */
export function usePages<Item>(path: string, query: Query = {}, enabled = true) {
  const pages = useInfiniteQuery({
    queryKey: ['office', path, query],
    enabled,
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) =>
      request<PageOf<Item>>('GET', path, { query: { ...query, cursor: pageParam }, signal }),
    getNextPageParam: ({ next }) => next ?? undefined,
  });
  return { ...pages, items: pages.data?.pages.flatMap(({ items }) => items) };
}

type MoreProps = {
  readonly pages: { readonly hasNextPage: boolean; readonly isFetchingNextPage: boolean; fetchNextPage(): unknown };
};

/** The way to the next page, where there is one. */
export function More({ pages }: MoreProps) {
  const text = useText();
  if (!pages.hasNextPage) return null;
  return (
    <div className="row more">
      <Button busy={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
        {text('office.shop.more')}
      </Button>
    </div>
  );
}
