import type { Overview } from '../api/types.js';
import { BarChart } from '../charts/bar-chart.js';
import { ChartFrame } from '../charts/chart-frame.js';
import { sumOf } from '../charts/summary.js';
import { addDays, daysBetween } from '../charts/time.js';
import { useFormat } from '../format/use-format.js';
import { useText } from '../i18n/use-text.js';
import { useSeries } from '../plant/queries.js';
import { rangeOf } from '../plant/ranges.js';
import { barsOf, valuesByDay } from '../plant/series.js';

type IncidentMonthProps = {
  readonly overview: Overview;
  /** Null = the plant as a whole. */
  readonly inverterId: string | null;
  /** Its first day. */
  readonly month: string;
};

/** The days of a month that stayed below its forecast. */
export function IncidentMonth({ overview, inverterId, month }: IncidentMonthProps) {
  const text = useText();
  const format = useFormat();
  const { plantId, timeZone, today } = overview;
  const range = rangeOf('month', month);
  const series = useSeries(plantId, {
    ...{ metrics: ['energyWh', 'expectedEnergyWh'], ...range, resolution: 'P1D' },
    by: inverterId === null ? 'plant' : 'inverter',
  });
  const bars = barsOf(
    {
      days: Array.from({ length: daysBetween(range.from, range.to) }, (_, i) => addDays(range.from, i)),
      current: today,
      before: () => '',
    },
    {
      measured: valuesByDay(series.data, timeZone, 'energyWh', inverterId),
      lastYear: new Map(),
      expected: valuesByDay(series.data, timeZone, 'expectedEnergyWh', inverterId),
      noteOf: () => null,
    },
    { tick: (day) => `${Number(day.slice(8))}`, name: (day) => format.day(day, 'weekday') },
  );
  const energy = (value: number | null) => format.inWords(format.energy(value));
  const title = text('alerts.chart', { day: format.day(month, 'month') });
  return (
    <ChartFrame
      title={title}
      summary={text('alerts.chart.month', {
        energy: energy(sumOf(bars.map(({ value }) => value))),
        expected: energy(sumOf(bars.map(({ expected }) => expected))),
      })}
      stale={series.isPlaceholderData}
      table={{
        columns: [text('charts.period'), text('plant.legend.energy'), text('plant.expected.curve')],
        rows: bars.map(({ key, name, value, expected }) => ({ key, cells: [name, energy(value), energy(expected)] })),
      }}
      legend={
        <div className="chart-legend">
          <span>
            <i className="power" />
            {text('plant.legend.energy')}
          </span>
          <span>
            <i className="reference" />
            {text('plant.expected.curve')}
          </span>
        </div>
      }
    >
      <BarChart
        label={title}
        bars={bars}
        base="Wh"
        referenceLabel={text('plant.legend.lastYear')}
        expectedLabel={text('plant.expected.curve')}
      />
    </ChartFrame>
  );
}
