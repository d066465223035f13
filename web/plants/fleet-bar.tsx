import type { Fleet } from '../api/types.js';
import { useFormat } from '../format/use-format.js';
import { useText } from '../i18n/use-text.js';
import { Icon, type IconName } from '../ui/icon.js';
import { SearchField } from '../ui/search-field.js';
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
      <SearchField
        label={text('fleet.search')}
        value={wish.search}
        onSearch={(search) => onWish({ ...wish, search })}
      />
    </div>
  );
}
