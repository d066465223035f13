import './fleet.css';
import { lazy, Suspense, useEffect, useState, useSyncExternalStore } from 'react';
import type { Fleet as FleetPage, FleetPlant } from '../api/types.js';
import { useText } from '../i18n/use-text.js';
import { Button } from '../ui/button.js';
import { Segmented } from '../ui/segmented.js';
import { EmptyState, Loading } from '../ui/surfaces.js';
import { FleetBar } from './fleet-bar.js';
import { FleetCards } from './fleet-cards.js';
import { FleetColumns } from './fleet-columns.js';
import { FleetSelection } from './fleet-selection.js';
import { FleetTable } from './fleet-table.js';
import { FleetViews } from './fleet-views.js';
import { everything, type FleetWish } from './fleet-wish.js';

/** The map is large, and few look at it. */
const FleetMap = lazy(async () => ({ default: (await import('./fleet-map.js')).FleetMap }));

type FleetProps = {
  readonly wish: FleetWish;
  readonly counts: FleetPage['counts'];
  /** Those that are loaded. */
  readonly plants: readonly FleetPlant[];
  /** What is shown answers the wish of before. */
  readonly isOld: boolean;
  readonly onWish: (wish: FleetWish) => void;
  readonly onNearEnd: () => void;
};

/** Rows to go until the next page is asked for. */
const aheadRows = 60;

/** Many plants: counted, searched, sorted and acted on together; rows on a wide screen, cards on a phone. */
export function Fleet({ wish, counts, plants, isOld, onWish, onNearEnd }: FleetProps) {
  const text = useText();
  const isNarrow = useNarrow();
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const count = counts[wish.show];
  const onShown = (end: number) => {
    if (end + aheadRows >= plants.length && plants.length < count) onNearEnd();
  };
  const change = (next: FleetWish) => {
    setSelected(new Set());
    onWish(next);
  };
  useFleetKeys();
  return (
    <div className="fleet" aria-busy={isOld}>
      <FleetBar wish={wish} counts={counts} onWish={change} />
      <div className="fleet-tools">
        <FleetViews wish={wish} onWish={change} />
        {!isNarrow && wish.as === 'list' && <FleetColumns wish={wish} onWish={onWish} />}
        <Segmented
          label={text('fleet.as')}
          value={wish.as}
          options={(['list', 'map'] as const).map((value) => ({ value, label: text(`fleet.as.${value}`) }))}
          onChange={(as) => onWish({ ...wish, as })}
        />
      </div>
      <p className="visually-hidden" role="status">
        {isOld ? '' : text('fleet.found', { count })}
      </p>
      {count === 0 ? (
        <div className="card">
          <EmptyState
            icon="search"
            title={text('fleet.none')}
            actions={<Button onClick={() => change(everything)}>{text('fleet.showAll')}</Button>}
          />
        </div>
      ) : wish.as === 'map' ? (
        <Suspense fallback={<Loading />}>
          <FleetMap plants={plants} count={count} onNearEnd={onNearEnd} />
        </Suspense>
      ) : isNarrow ? (
        <FleetCards plants={plants} count={count} onShown={onShown} />
      ) : (
        <FleetTable
          plants={plants}
          count={count}
          wish={wish}
          onWish={onWish}
          onShown={onShown}
          selected={selected}
          onSelect={setSelected}
        />
      )}
      {!isNarrow && wish.as === 'list' && (
        <FleetSelection wish={wish} selected={selected} onClear={() => setSelected(new Set())} count={count} />
      )}
    </div>
  );
}

const narrow = matchMedia('(max-width: 860px)');
const onNarrow = (listener: () => void) => {
  narrow.addEventListener('change', listener);
  return () => narrow.removeEventListener('change', listener);
};
const useNarrow = () => useSyncExternalStore(onNarrow, () => narrow.matches);

/** `/` goes to the search, `j` and `k` from plant to plant. */
function useFleetKeys(): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const at = event.target instanceof HTMLElement ? event.target : null;
      const isTyping = at?.closest('input:not([type=checkbox]), select, textarea, dialog') != null;
      if (isTyping || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.key === '/') document.querySelector<HTMLInputElement>('.fleet input[type=search]')?.focus();
      else if (event.key === 'j' || event.key === 'k') {
        const all = [...document.querySelectorAll<HTMLAnchorElement>('.fleet a.fleet-name')];
        const before = all.findIndex((link) => link === document.activeElement);
        const next = all[event.key === 'j' ? before + 1 : Math.max(0, before - 1)];
        next?.focus();
        next?.scrollIntoView({ block: 'nearest' });
      } else return;
      event.preventDefault();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
}
