import { ChartFrame } from '../charts/chart-frame.js';
import { LineChart, LineSample, type Line } from '../charts/line-chart.js';
import { lineLook } from '../charts/line-options.js';
import { meanOf } from '../charts/summary.js';
import { daySpan, type Span } from '../charts/time.js';
import { useFigures } from '../charts/use-figures.js';
import { useFormat } from '../format/use-format.js';
import { useText } from '../i18n/use-text.js';
import type { OverviewInverter, Series } from '../api/types.js';
import type { ChannelGroup } from './channel-groups.js';

type ChannelChartProps = {
  readonly group: ChannelGroup;
  readonly date: string;
  readonly series: Series;
  readonly isStale: boolean;
  readonly inverters: readonly OverviewInverter[];
};

const hour = 3_600_000;

/** One unit: a line for each chosen inverter and channel that measured something. */
export function ChannelChart({ group, date, series, isStale, inverters }: ChannelChartProps) {
  const text = useText();
  const format = useFormat();
  const figures = useFigures();
  const timesMs = series.times.map((time) => Date.parse(time));
  const title = text(`plant.channels.${group.id}`);
  const lines = inverters.flatMap((inverter, owner) =>
    group.metrics.flatMap((metric, channel): readonly Line[] => {
      const found = series.series.find((each) => each.metric === metric && each.of === inverter.id);
      if (!found?.values.some((value) => value !== null)) return [];
      const word = group.metrics.length > 1 ? ` ${text(`plant.channel.${metric}`)}` : '';
      return [
        {
          key: `${inverter.id}${metric}`,
          name: `${inverter.name}${word}`,
          values: found.values,
          look: lineLook(owner, channel),
          base: group.base,
        },
      ];
    }),
  );
  const means = lines
    .filter((line) => line.look.dash.length === 0)
    .map((line) =>
      text('plant.channels.mean', { name: line.name, value: figures.quantity(meanOf(line.values), group.base) }),
    );
  const time = (ms: number) => format.instant(new Date(ms).toISOString(), series.timeZone, 'time');
  const span = measuredSpan(daySpan(date, series.timeZone), timesMs, lines);
  return (
    <ChartFrame
      title={title}
      summary={
        lines.length === 0
          ? text('plant.channels.nothing')
          : `${means.slice(0, 4).join(', ')}${means.length > 4 ? ' …' : '.'}`
      }
      stale={isStale}
      legend={
        <div className="chart-legend">
          {lines.map((line) => (
            <span key={line.key}>
              <LineSample {...line.look} />
              {line.name}
            </span>
          ))}
        </div>
      }
      table={{
        columns: [text('charts.intervalFrom'), ...lines.map((line) => line.name)],
        rows: timesMs.flatMap((ms, i) =>
          lines.some((line) => (line.values[i] ?? null) !== null)
            ? [
                {
                  key: `${ms}`,
                  cells: [time(ms), ...lines.map((line) => figures.quantity(line.values[i] ?? null, group.base))],
                },
              ]
            : [],
        ),
      }}
    >
      {lines.length > 0 && (
        <LineChart
          label={`${title}, ${format.day(date, 'weekday')}`}
          span={span}
          timeZone={series.timeZone}
          timesMs={timesMs}
          stepMs={600_000}
          lines={lines}
        />
      )}
    </ChartFrame>
  );
}

/** The hours in which anything was measured. */
function measuredSpan(day: Span, timesMs: readonly number[], lines: readonly Line[]): Span {
  const hasValue = (_: number, i: number) => lines.some((line) => (line.values[i] ?? null) !== null);
  const first = timesMs.find(hasValue);
  const last = timesMs.findLast(hasValue);
  if (first === undefined || last === undefined) return day;
  return { fromMs: Math.floor(first / hour) * hour, toMs: Math.ceil((last + 600_000) / hour) * hour };
}
