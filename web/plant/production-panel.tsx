import { Link } from '@tanstack/react-router';
import './choice.css';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { BarChart, isNarrow, type Bar } from '../charts/bar-chart.js';
import { ChartFrame, type ChartTable } from '../charts/chart-frame.js';
import { shareOfExpected } from '../charts/expected.js';
import { MonthStrip } from '../charts/month-strip.js';
import { bestIndex, sumOf } from '../charts/summary.js';
import { useFigures } from '../charts/use-figures.js';
import { addDays, monthStart } from '../charts/time.js';
import { useFormat } from '../format/use-format.js';
import { useText } from '../i18n/use-text.js';
import { Segmented } from '../ui/segmented.js';
import { LoadFailure } from '../shell/failure.js';
import { Loading } from '../ui/surfaces.js';
import type { Overview } from '../api/types.js';
import { DateStepper } from './date-stepper.js';
import { DayDrawing, DayLegend, useDaySummary, useDayTable } from './day-view.js';
import { changeToYearBefore, useCalendarBars, useYearBars, type Bars } from './use-bars.js';
import { ExpectationSource } from './expectation.js';
import { markBetween } from './marks.js';
import { useCorrections, useMayChange } from './queries.js';
import { useDay } from './use-day.js';
import { useDayLight } from './use-day-light.js';
import { silencesOf } from './silences.js';
import { useInverterDays } from './use-inverter-days.js';
import { useNow } from './use-now.js';
import { EmissionFactor } from './emission-factor.js';
import { TariffNote } from './tariff-note.js';
import { views, worths, type PlantSearch, type View, type Worth } from './view.js';

type ProductionPanelProps = {
  readonly overview: Overview;
  readonly search: PlantSearch;
  readonly onSearch: (search: PlantSearch) => void;
};

type ViewProps = {
  readonly overview: Overview;
  readonly date: string;
  readonly worth: Worth;
  readonly show: (view: View, date: string, worth?: Worth) => void;
};

/** Production by day, month, year and in total; bars lead from the long times to the short. */
export function ProductionPanel({ overview, search, onSearch }: ProductionPanelProps) {
  const view = search.view ?? 'day';
  const date = search.date !== undefined && search.date <= overview.today ? search.date : overview.today;
  const worth = search.worth ?? 'energy';
  const show = (nextView: View, nextDate: string, nextWorth = worth) =>
    onSearch({
      ...(nextWorth === 'energy' ? {} : { worth: nextWorth }),
      ...(nextView === 'day' ? {} : { view: nextView }),
      ...(nextDate >= overview.today ? {} : { date: nextDate }),
    });
  const props = { overview, date, worth, show };
  return (
    <div ref={useFocusKept(view)}>
      {view === 'day' ? (
        <DayPanel {...props} />
      ) : view === 'total' ? (
        <TotalPanel {...props} />
      ) : (
        <CalendarPanel {...props} view={view} />
      )}
    </div>
  );
}

/** Another view is another panel: a focus that was lost with the old one goes to the choice of the view. */
function useFocusKept(view: View) {
  const panel = useRef<HTMLDivElement>(null);
  const before = useRef(view);
  useEffect(() => {
    if (before.current === view) return;
    before.current = view;
    if (document.activeElement === document.body) panel.current?.querySelector<HTMLElement>('input:checked')?.focus();
  }, [view]);
  return panel;
}

function Controls({ view, date, worth, overview, show }: ViewProps & { readonly view: View }) {
  const text = useText();
  return (
    <>
      <Segmented
        label={text('plant.view')}
        value={view}
        options={views.map((value) => ({ value, label: text(`plant.view.${value}`) }))}
        onChange={(next) => show(next, date)}
      />
      {view !== 'day' && (
        <Segmented
          label={text('plant.worth')}
          value={worth}
          options={worths.map((value) => ({ value, label: text(`plant.worth.${value}`) }))}
          onChange={(next) => show(view, date, next)}
        />
      )}
      {view !== 'total' && (
        <DateStepper view={view} date={date} today={overview.today} onDate={(next) => show(view, next)} />
      )}
    </>
  );
}

function DayPanel(props: ViewProps) {
  const { overview, date, show } = props;
  const text = useText();
  const { day, isStale, error, retry } = useDay(overview, date, useNow(30_000));
  const [isLightWanted, setLightWanted] = useState(false);
  const found = useDayLight(overview, date, isLightWanted);
  const light = found === 'unknown' ? null : found;
  const inverterDays = useInverterDays(overview, date, day?.nowMs ?? null, overview.inverters.length > 1);
  const silences = silencesOf(inverterDays, day?.gaps ?? []);
  const summary = useDaySummary(day, overview.timeZone, silences);
  const table = useDayTable(day, overview.timeZone, light);
  const months = useCalendarBars(overview, 'year', date);
  return (
    <ChartFrame
      title={text('plant.day.title')}
      summary={summary}
      table={table}
      stale={isStale}
      controls={<Controls {...props} view="day" />}
      legend={day && <DayLegend day={day} silences={silences} light={light} />}
      below={
        <>
          <div className="choice light-choice">
            <label>
              <input
                type="checkbox"
                checked={isLightWanted}
                onChange={(event) => setLightWanted(event.target.checked)}
              />
              <span>{text('plant.day.light')}</span>
            </label>
            <small role="status">{found === 'unknown' && text('plant.day.lightUnknown')}</small>
          </div>
          <DayNote plantId={overview.plantId} date={date} />
          <MonthStrip
            label={text('plant.months', { year: date.slice(0, 4) })}
            bars={months.bars}
            selected={monthStart(date)}
            onOpen={(month) => show('month', month)}
          />
        </>
      }
    >
      {day ? (
        <DayDrawing day={day} date={date} timeZone={overview.timeZone} silences={silences} light={light} />
      ) : (
        <div className="chart-room">{error ? <LoadFailure error={error} retry={retry} /> : <Loading />}</div>
      )}
    </ChartFrame>
  );
}

/** Says when the energy of a day was written by hand, and leads those who may to where it is done. */
function DayNote({ plantId, date }: { readonly plantId: string; readonly date: string }) {
  const text = useText();
  const mayChange = useMayChange(plantId);
  const mark = markBetween(useCorrections(plantId).data ?? [], date, addDays(date, 1));
  if (mark === null && !mayChange) return null;
  return (
    <p className="secondary day-note">
      {mark !== null && `${text('plant.corrections.dayNote', { mark: text(`plant.corrections.mark.${mark}`) })} `}
      <Link to="/plants/$plantId/corrections" params={{ plantId }} search={{ date }}>
        {text(mark === null ? 'plant.corrections.title' : 'plant.corrections.see')}
      </Link>
    </p>
  );
}

function CalendarPanel(props: ViewProps & { readonly view: 'month' | 'year' }) {
  const { overview, date, worth, show, view } = props;
  const text = useText();
  const bars = useCalendarBars(overview, view, date, worth);
  return (
    <BarsFrame
      title={text(`plant.${view}.title`)}
      overview={overview}
      worth={worth}
      bars={bars}
      controls={<Controls {...props} />}
      onOpen={(day) => show(view === 'month' ? 'day' : 'month', day)}
    />
  );
}

function TotalPanel(props: ViewProps) {
  const text = useText();
  return (
    <BarsFrame
      title={text('plant.total.title')}
      overview={props.overview}
      worth={props.worth}
      bars={useYearBars(props.overview, props.worth)}
      isWholeLife
      controls={<Controls {...props} view="total" />}
      onOpen={(year) => props.show('year', year)}
    />
  );
}

type BarsFrameProps = {
  readonly overview: Overview;
  readonly worth: Worth;
  readonly title: string;
  readonly bars: Bars;
  readonly isWholeLife?: boolean;
  readonly controls: ReactNode;
  readonly onOpen: (key: string) => void;
};

/** What the diamond means, and the way to what was written. */
function CorrectionsKey({ plantId }: { readonly plantId: string }) {
  const text = useText();
  return (
    <span>
      <i className="note" />
      {text('plant.corrections.key')}{' '}
      <Link to="/plants/$plantId/corrections" params={{ plantId }}>
        {text('plant.corrections.see')}
      </Link>
    </span>
  );
}

function BarsFrame({
  title,
  overview,
  worth,
  bars: { bars, base, expectation, isStale, isLoading },
  isWholeLife = false,
  controls,
  onOpen,
}: BarsFrameProps) {
  const text = useText();
  const { plantId, co2 } = overview;
  const summary = useBarsSummary(bars, base, isWholeLife);
  const table = useBarsTable(bars, worth, base);
  const hasReference = bars.some((bar) => bar.reference !== null);
  return (
    <ChartFrame
      title={title}
      summary={isLoading || isStale ? '\u00a0' : summary}
      table={table}
      stale={isStale}
      controls={controls}
      legend={
        <div className="chart-legend">
          <span>
            <i className="power" />
            {text(`plant.legend.${worth}`)}
          </span>
          {hasReference && (
            <span>
              <i className={isNarrow(bars) ? 'mark' : 'outline'} />
              {text('plant.legend.lastYear')}
            </span>
          )}
          {bars.some((bar) => bar.note !== null) && <CorrectionsKey plantId={plantId} />}
          {expectation && (
            <>
              <span>
                <i className="reference" />
                {text('plant.expected.curve')}
              </span>
              <ExpectationSource source={expectation} />
            </>
          )}
          {worth === 'co2' && <EmissionFactor plantId={plantId} factor={co2} />}
          {worth === 'revenue' && <TariffNote plantId={plantId} />}
        </div>
      }
    >
      <BarChart
        label={title}
        bars={bars}
        base={base}
        referenceLabel={text('plant.legend.lastYear')}
        expectedLabel={text('plant.expected.curve')}
        onOpen={onOpen}
      />
    </ChartFrame>
  );
}

function useBarsSummary(bars: readonly Bar[], base: Bars['base'], isWholeLife: boolean): string {
  const text = useText();
  const format = useFormat();
  const { quantity } = useFigures();
  const total = sumOf(bars.map((bar) => bar.value));
  if (total === null) return text('plant.bars.nothing');
  const best = bars[bestIndex(bars.map((bar) => bar.value))];
  const energy = (value: number | null) => quantity(value, base);
  const sum = text('plant.bars.sum', { energy: energy(total) });
  const bestPart = best && bars.length > 1 && text('plant.bars.best', { name: best.name, energy: energy(best.value) });
  const delta = changeToYearBefore(bars);
  const compared =
    delta === null
      ? ''
      : text(delta < 0 ? 'plant.bars.less' : 'plant.bars.more', {
          percent: format.inWords(format.percent(Math.abs(delta))),
        });
  const share = shareOfExpected(bars, 1, isWholeLife);
  const expected =
    share === null ? '' : text('plant.expected.bars', { percent: format.inWords(format.percent(share)) });
  return [`${[sum, bestPart].filter(Boolean).join(', ')}.`, compared, expected].filter(Boolean).join(' ');
}

function useBarsTable(bars: readonly Bar[], worth: Worth, base: Bars['base']): ChartTable {
  const text = useText();
  const { quantity } = useFigures();
  const energy = (value: number | null) => quantity(value, base);
  const noted = ({ value, note }: Bar) => (note === null ? energy(value) : `${energy(value)} (${note.word})`);
  return {
    columns: [
      text('charts.period'),
      text(`plant.legend.${worth}`),
      text('plant.expected.curve'),
      text('plant.legend.lastYear'),
    ],
    rows: bars
      .filter((bar) => bar.time !== 'future')
      .map((bar) => ({
        key: bar.key,
        cells: [bar.name, noted(bar), energy(bar.expected), energy(bar.reference)],
      })),
  };
}
