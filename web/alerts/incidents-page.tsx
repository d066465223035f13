import '../ui/filters.css';
import './alerts.css';
import { getRouteApi } from '@tanstack/react-router';
import { useIncidents } from '../api/alerts.js';
import { addDays, daySpan } from '../charts/time.js';
import { localZone } from '../format/local-zone.js';
import { useText } from '../i18n/use-text.js';
import { LoadFailure } from '../shell/failure.js';
import { Button } from '../ui/button.js';
import { More } from '../ui/more.js';
import { Page } from '../ui/page.js';
import { SearchField } from '../ui/search-field.js';
import { Card, EmptyState, Loading } from '../ui/surfaces.js';
import { IncidentList } from './incident-list.js';
import { incidentKinds, type IncidentsSearch } from './incidents-search.js';

const route = getRouteApi('/signed-in/incidents');

/** `/incidents`: what was found in all plants, what is open first, then what was. */
export function IncidentsPage() {
  const text = useText();
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const change = (part: IncidentsSearch) =>
    void navigate({ search: { ...search, ...part }, replace: true, resetScroll: false });
  const { from, to, kind } = search;
  const isFiltered = Object.values(search).some((value) => value !== undefined);
  const startOf = (day: string) => new Date(daySpan(day, localZone()).fromMs).toISOString();
  const wish = {
    ...{ kind, search: search.search },
    from: from && startOf(from),
    to: to && startOf(addDays(to, 1)),
  };
  const open = useIncidents({ ...wish, status: 'open' });
  const past = useIncidents({ ...wish, status: 'past' });
  return (
    <Page title={text('alerts.title')} lead={text('alerts.all.lead')}>
      <div className="filters" role="group" aria-label={text('alerts.all.filter')}>
        <SearchField
          label={text('alerts.all.search')}
          value={search.search ?? ''}
          onSearch={(words) => change({ search: words === '' ? undefined : words })}
        />
        <label className="filter">
          <span>{text('alerts.all.kind')}</span>
          <select
            className="select"
            value={kind ?? ''}
            onChange={({ target }) => change({ kind: incidentKinds.find((one) => one === target.value) })}
          >
            <option value="">{text('alerts.all.everything')}</option>
            {incidentKinds.map((one) => (
              <option key={one} value={one}>
                {text(`alerts.kind.${one}`)}
              </option>
            ))}
          </select>
        </label>
        <DayFilter label={text('alerts.all.from')} value={from} onChange={(day) => change({ from: day })} />
        <DayFilter label={text('alerts.all.to')} value={to} onChange={(day) => change({ to: day })} />
        {isFiltered && (
          <Button
            look="quiet"
            onClick={() => change({ kind: undefined, search: undefined, from: undefined, to: undefined })}
          >
            {text('alerts.all.reset')}
          </Button>
        )}
      </div>
      <div className="stack">
        <Part
          title={text('alerts.all.open')}
          pages={open}
          none={text(isFiltered ? 'alerts.all.noneFound' : 'alerts.all.noneOpen')}
        />
        <Part
          title={text('alerts.all.past')}
          pages={past}
          none={text(isFiltered ? 'alerts.all.noneFound' : 'alerts.all.nonePast')}
        />
      </div>
    </Page>
  );
}

type PartProps = { readonly title: string; readonly none: string; readonly pages: ReturnType<typeof useIncidents> };

function Part({ title, none, pages }: PartProps) {
  const { items } = pages;
  return (
    <Card>
      <div className="panel-head">
        <h2>{title}</h2>
      </div>
      {items === undefined ? (
        pages.isError ? (
          <LoadFailure error={pages.error} retry={() => void pages.refetch()} />
        ) : (
          <Loading />
        )
      ) : items.length === 0 ? (
        <EmptyState icon="check" title={none} />
      ) : (
        <IncidentList incidents={items} ofPlants />
      )}
      <More pages={pages} />
    </Card>
  );
}

type DayFilterProps = {
  readonly label: string;
  readonly value: string | undefined;
  readonly onChange: (day: string | undefined) => void;
};

function DayFilter({ label, value, onChange }: DayFilterProps) {
  return (
    <label className="filter">
      <span>{label}</span>
      <input
        className="input"
        type="date"
        value={value ?? ''}
        onChange={({ target }) => onChange(target.value === '' ? undefined : target.value)}
      />
    </label>
  );
}
