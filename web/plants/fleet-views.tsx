import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { fleetViewsQuery, keepFleetViews } from '../api/fleet.js';
import type { FleetView } from '../api/types.js';
import { KeptViews } from '../forms/kept-views.js';
import { useText } from '../i18n/use-text.js';
import { LoadFailure } from '../shell/failure.js';
import { columnsIn, columnsText, everything, isSameWish, type FleetWish } from './fleet-wish.js';

type FleetViewsProps = { readonly wish: FleetWish; readonly onWish: (wish: FleetWish) => void };

/** Ways of looking at the plants that somebody has given names. */
export function FleetViews({ wish, onWish }: FleetViewsProps) {
  const text = useText();
  const views = useQuery(fleetViewsQuery).data ?? [];
  const client = useQueryClient();
  const keep = useMutation({
    mutationFn: keepFleetViews,
    onSuccess: ({ items }) => client.setQueryData(fleetViewsQuery.queryKey, items),
  });
  const current = views.find((view) => isSameWish(wishOf(view), wish));
  return (
    <>
      <KeptViews
        label={text('fleet.views')}
        views={views}
        current={current}
        isKeepable={current === undefined && !isSameWish(wish, everything)}
        onOpen={(view) => onWish(view === undefined ? everything : wishOf(view))}
        onForget={(view) => keep.mutate(views.filter((one) => one !== view))}
        onKeep={async (name) => {
          const { show, search, sort, order, columns } = wish;
          const view = { name, show, search, sort, order, columns: [...columnsIn(columns)] };
          await keep.mutateAsync([...views, view]);
        }}
      />
      {keep.error && <LoadFailure error={keep.error} />}
    </>
  );
}

const wishOf = ({ show, search, sort, order, columns = [] }: FleetView): FleetWish => ({
  ...{ ...everything, show, search, sort, order },
  columns: columnsText(columnsIn(columns.join(','))),
});
