import './plant.css';
import type { ReactNode } from 'react';
import { OpenIncidents } from '../alerts/open-incidents.js';
import { ApiProblem } from '../api/problem.js';
import { useFormat } from '../format/use-format.js';
import { useText } from '../i18n/use-text.js';
import { isGone, PlantGone } from '../plants/plant-gone.js';
import { LoadFailure } from '../shell/failure.js';
import { ButtonLink } from '../ui/button.js';
import { PageHeading } from '../ui/page.js';
import { EmptyState, Loading, Notice } from '../ui/surfaces.js';
import type { Overview } from '../api/types.js';
import { FirstDataAwaited, FirstSteps } from './checklist.js';
import { ComparisonPanel } from './comparison-panel.js';
import { EventsPanel } from './events-panel.js';
import { EditPlantLink, PlantHeader, PlantNav } from './plant-header.js';
import { Performance } from './performance.js';
import { ProductionPanel } from './production-panel.js';
import { useMayChange, useOverview, usePlant } from './queries.js';
import { Tiles } from './tiles.js';
import { Outlook } from './outlook.js';
import { YearHours } from './year-hours.js';
import { useDay } from './use-day.js';
import { Troubles } from './troubles.js';
import { useLive, type Connection } from './use-live.js';
import { useNow } from './use-now.js';
import type { PlantSearch } from './view.js';

type PlantDashboardProps = {
  readonly plantId: string;
  readonly search: PlantSearch;
  /** Puts view and date into the address line, so that the back button returns. */
  readonly onSearch: (search: PlantSearch) => void;
};

const pollEveryMs = 30_000;

/** The page of one plant: live figures, the curve of the day, its inverters and what happened. */
export function PlantDashboard({ plantId, search, onSearch }: PlantDashboardProps) {
  const initial = useOverview(plantId);
  const connection = useLive(plantId, initial.data !== undefined);
  const { data, error, refetch } = useOverview(plantId, connection === 'lost' ? pollEveryMs : false);
  if (error instanceof ApiProblem && error.status === 402) return <Locked plantId={plantId} />;
  if (isGone(error)) return <PlantGone />;
  if (data) return <Dashboard overview={data} connection={connection} search={search} onSearch={onSearch} />;
  if (!error) return <Loading />;
  return (
    <BareFrame plantId={plantId}>
      <LoadFailure error={error} retry={() => void refetch()} />
    </BareFrame>
  );
}

type DashboardProps = Omit<PlantDashboardProps, 'plantId'> & {
  readonly overview: Overview;
  readonly connection: Connection;
};

function Dashboard({ overview, connection, search, onSearch }: DashboardProps) {
  const head = (
    <>
      <PlantHeader overview={overview} connection={connection} />
      <PlantNav plantId={overview.plantId} />
    </>
  );
  if (overview.state === 'noInverters' || overview.inverters.length === 0)
    return (
      <>
        {head}
        <FirstSteps overview={overview} />
      </>
    );
  // After an exchange the new device has sent nothing yet, but the place has a history to show.
  const isAwaited = overview.lastValueAt === null && overview.energy.totalWh === null;
  if (isAwaited && !overview.inverters.some(({ isClockAhead }) => isClockAhead))
    return (
      <>
        {head}
        <FirstDataAwaited overview={overview} />
      </>
    );
  return (
    <>
      {head}
      <Figures overview={overview} search={search} onSearch={onSearch} />
    </>
  );
}

function Figures({ overview, search, onSearch }: Omit<DashboardProps, 'connection'>) {
  const { day } = useDay(overview, overview.today, useNow(30_000));
  return (
    <>
      <Notes overview={overview} />
      <OpenIncidents plantId={overview.plantId} />
      <Tiles overview={overview} today={day} />
      <div className="plant-columns">
        <div className="stack">
          <ProductionPanel overview={overview} search={search} onSearch={onSearch} />
          {(search.view === 'month' || search.view === 'year') && (
            <Performance overview={overview} view={search.view} date={dateOf(search, overview)} />
          )}
          {search.view === 'year' && <YearHours overview={overview} year={dateOf(search, overview).slice(0, 4)} />}
          <ComparisonPanel overview={overview} view={search.view} date={dateOf(search, overview)} />
        </div>
        <div className="stack">
          <Outlook overview={overview} />
          <EventsPanel overview={overview} today={day} />
        </div>
      </div>
    </>
  );
}

const dateOf = ({ date }: PlantSearch, { today }: Overview) => (date !== undefined && date <= today ? date : today);

/** Longer than any night without a value is not usual. */
const usualMs = 24 * 3_600_000;

/** Data older than usual, clocks that run ahead, and a nominal power that rests on an assumption. */
function Notes({ overview }: { readonly overview: Overview }) {
  const text = useText();
  const format = useFormat();
  const now = useNow(30_000);
  const { plantId, lastValueAt, nominalPowerAssumed } = overview;
  const link = { to: '/plants/$plantId/inverters', params: { plantId } } as const;
  const mayChange = useMayChange(plantId);
  const ahead = overview.inverters.filter(({ isClockAhead }) => isClockAhead).map(({ name }) => name);
  const isOld = ahead.length === 0 && lastValueAt !== null && now - Date.parse(lastValueAt) > usualMs;
  return (
    <div className="plant-notes">
      {isOld && (
        <Notice tone="warn" live>
          <p>
            <b>{text('plant.old.title', { age: format.age(lastValueAt, now) })}</b> {text('plant.old.text')}
          </p>
        </Notice>
      )}
      {ahead.length > 0 && (
        <Notice tone="warn" live>
          <p>
            <b>{text('plant.clock.title', { names: ahead.join(', ') })}</b> {text('plant.clock.text')}
          </p>
        </Notice>
      )}
      {!isOld && <Troubles overview={overview} />}
      {nominalPowerAssumed && (
        <Notice>
          <p>
            {text('plant.assumed')}{' '}
            {mayChange && (
              <ButtonLink look="quiet" {...link}>
                {text('plant.assumed.choose')}
              </ButtonLink>
            )}
          </p>
        </Notice>
      )}
    </div>
  );
}

/** The licence has ended; the figures wait behind it. */
function Locked({ plantId }: { readonly plantId: string }) {
  const text = useText();
  return (
    <BareFrame plantId={plantId}>
      <EmptyState
        icon="licence"
        title={text('plant.locked.title')}
        actions={
          <ButtonLink look="primary" icon="licence" to="/licences/buy" search={{ plants: plantId }}>
            {text('shop.buy')}
          </ButtonLink>
        }
      >
        <p>{text('plant.locked.stored')}</p>
        <p>{text('plant.locked.goOn')}</p>
      </EmptyState>
    </BareFrame>
  );
}

/** Name and navigation of a plant whose figures cannot be shown. */
function BareFrame({ plantId, children }: { readonly plantId: string; readonly children: ReactNode }) {
  const text = useText();
  const plant = usePlant(plantId);
  return (
    <>
      <header className="plant-head">
        <PageHeading title={plant.data?.name ?? text('plant.locked.plant')} />
        <EditPlantLink plantId={plantId} />
      </header>
      <PlantNav plantId={plantId} />
      <div className="card">{children}</div>
    </>
  );
}
