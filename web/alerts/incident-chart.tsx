import type { IncidentDetails, Overview } from '../api/types.js';
import { ChartFrame } from '../charts/chart-frame.js';
import { DayChart } from '../charts/day-chart.js';
import type { Points } from '../charts/gaps.js';
import { daySpan } from '../charts/time.js';
import { useFormat } from '../format/use-format.js';
import { useText } from '../i18n/use-text.js';
import { DayDrawing, DayLegend, useDaySummary, useDayTable } from '../plant/day-view.js';
import { useDeviceErrors } from '../plant/queries.js';
import { useDay, type Day } from '../plant/use-day.js';
import { useNow } from '../plant/use-now.js';
import { Loading } from '../ui/surfaces.js';
import { IncidentMonth } from './incident-month.js';
import { dayOfIncident } from './incident-place.js';

type Props = { readonly incident: IncidentDetails; readonly overview: Overview };

/** The day or the month that an incident is about, drawn. */
export function IncidentChart({ incident, overview }: Props) {
  const { evidence } = incident;
  if (evidence.kind === 'belowForecast' && evidence.period === 'month') {
    return <IncidentMonth overview={overview} inverterId={incident.inverterId} month={evidence.from} />;
  }
  if (evidence.kind === 'deviation') return <AgainstBest incident={incident} overview={overview} evidence={evidence} />;
  return <OneDay incident={incident} overview={overview} />;
}

/** Power over the day, where it is missing, and when errors came. */
function OneDay({ incident, overview }: Props) {
  const text = useText();
  const format = useFormat();
  const { inverterId, timeZone, evidence } = incident;
  const date = dayOfIncident(incident);
  const { day, isStale } = useDay(overview, date, useNow(30_000), inverterId);
  const summary = useDaySummary(day, timeZone, null);
  const table = useDayTable(day, timeZone, null);
  const marksMs = useErrorTimes(incident, date);
  return (
    <ChartFrame
      title={text('alerts.chart', { day: format.day(date, 'weekday') })}
      summary={summary}
      table={table}
      stale={isStale}
      legend={
        day && (
          <DayLegend day={day}>
            {evidence.kind === 'deviceErrors' && marksMs.length > 0 && (
              <span>
                <i className="error" />
                {text('alerts.chart.errors')}
              </span>
            )}
          </DayLegend>
        )
      }
    >
      {day === null ? <Room /> : <DayDrawing day={day} date={date} timeZone={timeZone} marksMs={marksMs} />}
    </ChartFrame>
  );
}

/** More would not be told apart. */
const drawnErrors = 100;

function useErrorTimes({ plantId, inverterId, evidence, timeZone }: IncidentDetails, date: string): readonly number[] {
  const { fromMs, toMs } = daySpan(date, timeZone);
  const errors = useDeviceErrors(plantId, {
    limit: evidence.kind === 'deviceErrors' ? drawnErrors : 1,
    ...(inverterId === null ? {} : { inverterId }),
    from: new Date(fromMs).toISOString(),
    to: new Date(toMs).toISOString(),
  });
  if (evidence.kind !== 'deviceErrors') return [];
  return errors.data?.pages[0]?.items.map(({ at }) => Date.parse(at)) ?? [];
}

type DeviationProps = Props & {
  readonly evidence: Extract<IncidentDetails['evidence'], { readonly kind: 'deviation' }>;
};

/** The inverter beside the best one, and how far below it nobody is told yet. */
function AgainstBest({ incident, overview, evidence }: DeviationProps) {
  const text = useText();
  const format = useFormat();
  const now = useNow(30_000);
  const { inverterId, inverterName, referenceName, timeZone } = incident;
  const { day: date, basis, reference, thresholdPercent } = evidence;
  const own = useDay(overview, date, now, inverterId);
  const best = useDay(overview, date, now, reference.inverterId);
  const powerOf = (id: string | null) => overview.inverters.find((one) => one.id === id)?.nominalPowerW ?? 0;
  const isScaled = basis === 'specific' && powerOf(inverterId) !== powerOf(reference.inverterId);
  const factor =
    isScaled && powerOf(reference.inverterId) > 0 ? powerOf(inverterId) / powerOf(reference.inverterId) : 1;
  const names = { own: inverterName ?? '–', best: referenceName ?? '–' };
  const percent = format.inWords(format.percent(thresholdPercent / 100));
  const clear = best.day && times(best.day.power, factor);
  const limit = clear && times(clear, 1 - thresholdPercent / 100);
  const label = text('alerts.chart.limit', { percent, name: names.best });
  const power = (value: number | null | undefined) => format.inWords(format.power(value ?? null));
  return (
    <ChartFrame
      title={text('alerts.chart', { day: format.day(date, 'weekday') })}
      summary={text(isScaled ? 'alerts.chart.scaled' : 'alerts.chart.beside', names)}
      stale={own.isStale || best.isStale}
      table={{
        columns: [text('charts.intervalFrom'), names.own, names.best, label],
        rows: (own.day?.power.timesMs ?? []).flatMap((ms, i) => {
          const values = [own.day?.power.values[i], clear?.values[i], limit?.values[i]];
          if (values.every((value) => value == null)) return [];
          const time = format.instant(new Date(ms).toISOString(), timeZone, 'time');
          return [{ key: `${ms}`, cells: [time, ...values.map(power)] }];
        }),
      }}
      legend={
        <div className="chart-legend">
          <span>
            <i className="power" />
            {names.own}
          </span>
          <span>
            <i className="reference" />
            {label}
          </span>
          <span>
            <i className="band" />
            {text('alerts.chart.upTo', { name: names.best })}
          </span>
        </div>
      }
    >
      {own.day === null || clear === null || limit === null ? (
        <Room />
      ) : (
        <DayChart
          label={text('alerts.chart', { day: format.day(date, 'weekday') })}
          span={spanOf(own.day, best.day)}
          timeZone={timeZone}
          points={own.day.power}
          gaps={own.day.gaps}
          reference={null}
          expected={{ label, clearLabel: names.best, curve: limit, clear }}
          nowMs={null}
        />
      )}
    </ChartFrame>
  );
}

function times(points: Points, factor: number): Points {
  return { ...points, values: points.values.map((value) => (value === null ? null : value * factor)) };
}

function spanOf({ span }: Day, other: Day | null) {
  if (other === null) return span;
  return { fromMs: Math.min(span.fromMs, other.span.fromMs), toMs: Math.max(span.toMs, other.span.toMs) };
}

function Room() {
  return (
    <div className="chart-room">
      <Loading />
    </div>
  );
}
