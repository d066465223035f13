import type { Overview, Series } from '../api/types.js';
import { ChartFrame, type ChartTable } from '../charts/chart-frame.js';
import { LineChart, LineSample, type Line } from '../charts/line-chart.js';
import { meanOf, sumOf } from '../charts/summary.js';
import { useFigures } from '../charts/use-figures.js';
import { useFormat } from '../format/use-format.js';
import { useText } from '../i18n/use-text.js';
import { LoadFailure } from '../shell/failure.js';
import { EmptyState, Loading } from '../ui/surfaces.js';
import type { LinesRequest } from './api.js';
import { metricFacts, type ChartLine } from './chart-lines.js';
import { lookOf, useLineName, type Part } from './line-names.js';
import { useSeries } from './queries.js';

/** What adds up over time; everything else is a mean. */
const amounts: readonly string[] = ['Wh', '€', 'kg'];
const stepMs = { PT10M: 600_000, PT1H: 3_600_000, P1D: 86_400_000, P1M: 0, P1Y: 0 } as const;

type BuiltChartProps = {
  readonly overview: Overview;
  readonly wanted: LinesRequest;
  readonly lines: readonly ChartLine[];
  readonly parts: readonly Part[];
  readonly isDay: boolean;
};

export function BuiltChart({ overview, wanted, lines: chosen, parts, isDay }: BuiltChartProps) {
  const text = useText();
  const figures = useFigures();
  const format = useFormat();
  const nameOf = useLineName(parts);
  const series = useSeries(overview.plantId, chosen.length === 0 ? null : wanted);
  const { timeZone } = overview;
  const times = series.data?.times ?? [];
  const timesMs = times.map((time) => Date.parse(time));
  const lines = chosen.map((line, index) => lineOf(line, index, nameOf(line), series.data));
  const moment = (ms: number) => {
    const style = wanted.resolution === 'P1D' ? 'day' : isDay ? 'time' : 'dayTime';
    return format.instant(new Date(ms).toISOString(), timeZone, style);
  };
  const isMeasured = lines.some(({ values }) => values.some((value) => value !== null));
  const says = lines.map(({ name, values, base }) => {
    const isSum = amounts.includes(base);
    const value = figures.quantity(isSum ? sumOf(values) : meanOf(values), base);
    return text(isSum ? 'plant.chart.sum' : 'plant.channels.mean', { name, value });
  });
  const table: ChartTable = {
    columns: [text('charts.intervalFrom'), ...lines.map(({ name }) => name)],
    rows: timesMs.flatMap((ms, i) =>
      lines.some(({ values }) => (values[i] ?? null) !== null)
        ? [
            {
              key: `${ms}`,
              cells: [moment(ms), ...lines.map((line) => figures.quantity(line.values[i] ?? null, line.base))],
            },
          ]
        : [],
    ),
  };
  if (chosen.length === 0)
    return (
      <div className="card">
        <EmptyState icon="chart" title={text('plant.chart.none')} />
      </div>
    );
  if (series.data === undefined)
    return (
      <div className="card panel">
        {series.error ? <LoadFailure error={series.error} retry={() => void series.refetch()} /> : <Loading />}
      </div>
    );
  return (
    <ChartFrame
      title={lines.length === 1 ? (lines[0]?.name ?? '') : text('plant.chart.count', { count: lines.length })}
      summary={isMeasured ? `${says.join('; ')}.` : text('plant.chart.nothing')}
      stale={series.isPlaceholderData}
      table={table}
      legend={
        <div className="chart-legend">
          {lines.map(({ key, name, look }) => (
            <span key={key}>
              <LineSample {...look} />
              {name}
            </span>
          ))}
        </div>
      }
    >
      <LineChart
        label={text('plant.chart.count', { count: lines.length })}
        span={{ fromMs: timesMs[0] ?? 0, toMs: timesMs.at(-1) ?? 0 }}
        isTall
        timeZone={timeZone}
        timesMs={timesMs}
        stepMs={stepMs[wanted.resolution]}
        lines={lines}
        whole={text('plant.chart.whole')}
        {...(isDay ? {} : { nameOf: (index: number) => moment(timesMs[index] ?? 0) })}
      />
    </ChartFrame>
  );
}

function lineOf({ metric, of }: ChartLine, index: number, name: string, series: Series | undefined): Line {
  const { base, factor = 1 } = metricFacts[metric];
  // While other lines are on their way, those that are there already stay.
  const values = series?.series.find((each) => each.metric === metric && each.of === of)?.values ?? [];
  return {
    key: `${metric}@${of ?? ''}`,
    name,
    base,
    look: lookOf(index),
    values: series === undefined ? [] : series.times.map((_, i) => scaled(values[i] ?? null, factor)),
  };
}

const scaled = (value: number | null, factor: number) => (value === null ? null : value * factor);
