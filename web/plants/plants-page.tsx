import './plants.css';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { mayAddPlants, useMe } from '../api/accounts.js';
import { fleetQuery } from '../api/fleet.js';
import type { Fleet as FleetPage } from '../api/types.js';
import { useFormat } from '../format/use-format.js';
import { useText } from '../i18n/use-text.js';
import { ReceivedInvitations } from '../sharing/received-invitations.js';
import { LoadFailure } from '../shell/failure.js';
import { ButtonLink } from '../ui/button.js';
import { Page } from '../ui/page.js';
import { Loading } from '../ui/surfaces.js';
import { FirstSteps } from './first-steps.js';
import { Fleet } from './fleet.js';
import { everything, isSameWish, searchOf } from './fleet-wish.js';
import { PlantCard } from './plant-card.js';

/** So few plants have room for a card each, and need nothing to find them. */
const fewPlants = 12;

/** All plants that somebody has or looks after, or how to get the first one. */
export function PlantsPage() {
  const text = useText();
  const navigate = useNavigate();
  const wish = { ...everything, ...useSearch({ from: '/signed-in/plants' }) };
  const plants = useInfiniteQuery(fleetQuery(wish));
  const me = useMe().data;
  const mayAdd = me != null && mayAddPlants(me);
  const [first] = plants.data?.pages ?? [];
  const isWhole = isSameWish({ ...wish, sort: 'worst', order: 'desc', columns: '' }, everything);
  const hasNone = isWhole && first?.counts.all === 0;
  const areFew = isWhole && first !== undefined && first.counts.all <= fewPlants;
  return (
    <Page
      title={text('plants.title')}
      actions={
        first !== undefined &&
        !hasNone && (
          <>
            <ButtonLink look="quiet" icon="eye" to="/wall">
              {text('wall.open')}
            </ButtonLink>
            {mayAdd && (
              <ButtonLink icon="add" to="/plants/new">
                {text('plants.add')}
              </ButtonLink>
            )}
          </>
        )
      }
      {...(first !== undefined && first.counts.all > 1 ? { lead: <Total of={first} /> } : {})}
    >
      <ReceivedInvitations />
      {first === undefined ? (
        plants.isError ? (
          <LoadFailure error={plants.error} retry={() => void plants.refetch()} />
        ) : (
          <Loading />
        )
      ) : hasNone ? (
        me != null && <FirstSteps me={me} />
      ) : areFew ? (
        <ul className="plant-grid">
          {first.items.map((plant) => (
            <PlantCard key={plant.id} plant={plant} />
          ))}
        </ul>
      ) : (
        <Fleet
          wish={wish}
          counts={first.counts}
          plants={plants.data?.pages.flatMap(({ items }) => items) ?? []}
          isOld={plants.isPlaceholderData}
          onWish={(next) => void navigate({ to: '/plants', search: searchOf(next), replace: true })}
          onNearEnd={() => {
            if (plants.hasNextPage && !plants.isFetching) void plants.fetchNextPage();
          }}
        />
      )}
    </Page>
  );
}

function Total({ of: { counts, totals } }: { readonly of: FleetPage }) {
  const text = useText();
  const format = useFormat();
  const energy = format.inWords(format.energy(totals.todayEnergyWh));
  const count = format.number(counts.all);
  if (totals.acPowerW === null) return <>{text('plants.totalToday', { count, energy })}</>;
  return <>{text('plants.total', { count, power: format.inWords(format.power(totals.acPowerW)), energy })}</>;
}
