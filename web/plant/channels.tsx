import './channels.css';
import { useState } from 'react';
import { useText } from '../i18n/use-text.js';
import { LoadFailure } from '../shell/failure.js';
import { ButtonLink } from '../ui/button.js';
import { EmptyState, Loading } from '../ui/surfaces.js';
import type { Overview, OverviewInverter } from '../api/types.js';
import { ChannelChart } from './channel-chart.js';
import { channelGroups, channelMetrics, type ChannelGroup } from './channel-groups.js';
import { Choice } from './choice.js';
import { DateStepper } from './date-stepper.js';
import { useOverview, useSeries } from './queries.js';
import { rangeOf } from './ranges.js';
import { SubPage } from './sub-page.js';

type DateProps = {
  /** Undefined = today. */
  readonly date: string | undefined;
  /** Whose curves are shown first; undefined = those of the first few. */
  readonly inverterId: string | undefined;
  /** Puts the day into the address line, so that the back button returns. */
  readonly onDate: (date: string | undefined) => void;
};

/** All channels of the inverters over a day, one chart for each unit. */
export function Channels({ plantId, date, inverterId, onDate }: DateProps & { readonly plantId: string }) {
  const text = useText();
  const overview = useOverview(plantId);
  return (
    <SubPage plantId={plantId} title={text('plant.nav.channels')}>
      {overview.isPending && <Loading />}
      {overview.error && !overview.data && (
        <div className="card">
          <LoadFailure error={overview.error} retry={() => void overview.refetch()} />
        </div>
      )}
      {overview.data && <ChannelCharts overview={overview.data} {...{ date, inverterId, onDate }} />}
    </SubPage>
  );
}

const firstChosen = 3;

function ChannelCharts({ overview, date: wanted, inverterId, onDate }: DateProps & { readonly overview: Overview }) {
  const text = useText();
  const date = wanted !== undefined && wanted <= overview.today ? wanted : overview.today;
  const setDate = (day: string) => onDate(day === overview.today ? undefined : day);
  const [inverterIds, setInverterIds] = useState<ReadonlySet<string>>(() => new Set(firstOf(overview, inverterId)));
  const [groupIds, setGroupIds] = useState<ReadonlySet<string>>(
    () => new Set(['power', 'voltage', 'current', 'temperature']),
  );
  const series = useSeries(overview.plantId, {
    metrics: channelMetrics,
    ...rangeOf('day', date),
    resolution: 'PT10M',
    by: 'inverter',
  });
  const inverters = overview.inverters.filter(({ id }) => inverterIds.has(id));
  const groups = channelGroups.filter(({ id }) => groupIds.has(id));
  if (overview.inverters.length === 0)
    return (
      <div className="card">
        <EmptyState icon="chart" title={text('plant.channels.noInverters')} />
      </div>
    );
  return (
    <>
      <div className="sub-head">
        <h2>{text('plant.nav.channels')}</h2>
        <DateStepper view="day" date={date} today={overview.today} onDate={setDate} />
        <ButtonLink icon="chart" to="/plants/$plantId/chart" params={{ plantId: overview.plantId }}>
          {text('plant.chart.title')}
        </ButtonLink>
      </div>
      <div className="channel-choice">
        <InverterChoice inverters={overview.inverters} chosen={inverterIds} onChange={setInverterIds} />
        <GroupChoice chosen={groupIds} onChange={setGroupIds} />
      </div>
      {series.isPending && <Loading />}
      {series.error && !series.data && <LoadFailure error={series.error} retry={() => void series.refetch()} />}
      {(inverters.length === 0 || groups.length === 0) && (
        <div className="card">
          <EmptyState icon="chart" title={text('plant.channels.nothingChosen')} />
        </div>
      )}
      <div className="channel-grid">
        {series.data &&
          inverters.length > 0 &&
          groups.map((group: ChannelGroup) => (
            <ChannelChart
              key={group.id}
              group={group}
              date={date}
              series={series.data}
              isStale={series.isPlaceholderData}
              inverters={inverters}
            />
          ))}
      </div>
    </>
  );
}

function firstOf({ inverters }: Overview, inverterId: string | undefined): readonly string[] {
  const ids = inverters.map(({ id }) => id);
  return inverterId !== undefined && ids.includes(inverterId) ? [inverterId] : ids.slice(0, firstChosen);
}

type ChoiceProps = {
  readonly chosen: ReadonlySet<string>;
  readonly onChange: (chosen: ReadonlySet<string>) => void;
};

function InverterChoice({
  inverters,
  chosen,
  onChange,
}: ChoiceProps & { readonly inverters: readonly OverviewInverter[] }) {
  const text = useText();
  const options = inverters.map(({ id, name }) => ({ id, name }));
  return <Choice label={text('plant.nav.inverters')} options={options} chosen={chosen} onChange={onChange} />;
}

function GroupChoice({ chosen, onChange }: ChoiceProps) {
  const text = useText();
  const options = channelGroups.map(({ id }) => ({ id, name: text(`plant.channels.${id}`) }));
  return <Choice label={text('plant.channels.channels')} options={options} chosen={chosen} onChange={onChange} />;
}
