import { useEffect, useRef, useState } from 'react';
import type { Fleet } from '../api/types.js';
import { useFormat } from '../format/use-format.js';
import { useText } from '../i18n/use-text.js';
import { Icon, type IconName } from '../ui/icon.js';
import type { Tone } from '../ui/surfaces.js';
import { filters, type FleetFilter, type FleetWish } from './fleet-wish.js';
import { looks } from './plant-card.js';

const filterLooks: Readonly<Record<FleetFilter, readonly [Tone, IconName]>> = {
  ...looks,
  all: ['mute', 'plants'],
  incidents: ['fault', 'bell'],
  belowExpected: ['warn', 'chart'],
  licenceEnding: ['sun', 'licence'],
};

const typingPauseMs = 250;

/** How many there are of each kind, each a filter; and the search. */
export function FleetBar({
  wish,
  counts,
  onWish,
}: {
  readonly wish: FleetWish;
  readonly counts: Fleet['counts'];
  readonly onWish: (wish: FleetWish) => void;
}) {
  const text = useText();
  const format = useFormat();
  return (
    <div className="fleet-bar">
      <div className="fleet-filters" role="group" aria-label={text('fleet.filter')}>
        {filters
          .filter((filter) => filter === 'all' || filter === wish.show || counts[filter] > 0)
          .map((filter) => {
            const [tone, icon] = filterLooks[filter];
            return (
              <button
                key={filter}
                type="button"
                className={`fleet-filter ${tone}`}
                aria-pressed={wish.show === filter}
                onClick={() => onWish({ ...wish, show: wish.show === filter ? 'all' : filter })}
              >
                <Icon name={icon} size={16} />
                <b className="num">{format.number(counts[filter])}</b> {text(`fleet.show.${filter}`)}
              </button>
            );
          })}
      </div>
      <Search value={wish.search} onSearch={(search) => onWish({ ...wish, search })} />
    </div>
  );
}

function Search({ value, onSearch }: { readonly value: string; readonly onSearch: (search: string) => void }) {
  const text = useText();
  const [typed, setTyped] = useState(value);
  const last = useRef(value);
  const search = useRef(onSearch);
  useEffect(() => {
    search.current = onSearch;
  });
  // Another view, or the way back.
  useEffect(() => {
    if (value === last.current) return;
    last.current = value;
    setTyped(value);
  }, [value]);
  useEffect(() => {
    const wished = typed.trim();
    if (wished === last.current) return;
    const timer = setTimeout(() => {
      last.current = wished;
      search.current(wished);
    }, typingPauseMs);
    return () => clearTimeout(timer);
  }, [typed]);
  return (
    <div className="fleet-search" role="search">
      <Icon name="search" size={16} />
      <input
        className="input"
        type="search"
        maxLength={120}
        autoComplete="off"
        aria-label={text('fleet.search')}
        aria-keyshortcuts="/"
        placeholder={text('fleet.search')}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
    </div>
  );
}
