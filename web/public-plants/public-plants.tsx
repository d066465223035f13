import './public-plants.css';
import { useInfiniteQuery } from '@tanstack/react-query';
import { lazy, Suspense, useEffect, useState } from 'react';
import { useText } from '../i18n/use-text.js';
import { LoadFailure } from '../shell/failure.js';
import { Button } from '../ui/button.js';
import { More } from '../ui/more.js';
import { EmptyState, Loading } from '../ui/surfaces.js';
import { noFilter, publicPlantsQuery, type PublicFilter } from './api.js';
import { FilterFields } from './filter-fields.js';
import { PlantTable } from './plant-table.js';

const PublicMap = lazy(() => import('./public-map.js').then((module) => ({ default: module.PublicMap })));

/** The map and the list of public plants, with one filter for both. */
export function PublicPlants({ perPage }: { readonly perPage: number }) {
  const text = useText();
  const [wanted, setWanted] = useState<PublicFilter>(noFilter);
  const filter = useSettled(wanted);
  return (
    <>
      <FilterFields filter={wanted} onChange={setWanted} />
      <div className="map-frame public-map" role="group" aria-label={text('public.map')}>
        <Suspense fallback={null}>
          <PublicMap filter={filter} />
        </Suspense>
      </div>
      <p className="help">{text('public.mapHelp')}</p>
      <PlantList filter={filter} perPage={perPage} onReset={() => setWanted(noFilter)} />
    </>
  );
}

const typingMs = 250;

/** What was typed, once the typing has paused. */
function useSettled(wanted: PublicFilter): PublicFilter {
  const [settled, setSettled] = useState(wanted);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(wanted), typingMs);
    return () => clearTimeout(timer);
  }, [wanted]);
  return settled;
}

type PlantListProps = { readonly filter: PublicFilter; readonly perPage: number; readonly onReset: () => void };

function PlantList({ filter, perPage, onReset }: PlantListProps) {
  const text = useText();
  const plants = useInfiniteQuery(publicPlantsQuery(filter, perPage));
  if (plants.data === undefined) {
    return plants.isError ? <LoadFailure error={plants.error} retry={() => void plants.refetch()} /> : <Loading />;
  }
  const items = plants.data.pages.flatMap((page) => page.items);
  return (
    <section className="card public-list" aria-labelledby="public-list">
      <div className="public-list-head">
        <h2 id="public-list">{text('public.list')}</h2>
        <p className="secondary">{text('public.order')}</p>
      </div>
      <p className="visually-hidden" role="status">
        {text('public.count', { count: items.length })}
      </p>
      {items.length === 0 && Object.values(filter).every((wish) => wish === '') ? (
        <EmptyState icon="search" title={text('public.nobody')}>
          <p>{text('public.nobodyText')}</p>
        </EmptyState>
      ) : items.length === 0 ? (
        <EmptyState
          icon="search"
          title={text('public.none')}
          actions={<Button onClick={onReset}>{text('public.reset')}</Button>}
        >
          <p>{text('public.noneText')}</p>
        </EmptyState>
      ) : (
        <PlantTable plants={items} />
      )}
      <More pages={plants} label={text('public.more')} />
    </section>
  );
}
