import type { Overview } from '../api/types.js';
import type { ChartTable } from '../charts/chart-frame.js';
import { SmallDay } from '../charts/small-day.js';
import { peakOf } from '../charts/summary.js';
import type { Span } from '../charts/time.js';
import { useFormat } from '../format/use-format.js';
import { useText } from '../i18n/use-text.js';
import { highestShare, type InverterDay } from './silences.js';

/** Hours in which any of them gave power, of all the same; without any the whole day. */
function spanOf(days: readonly InverterDay[]): Span {
  const hour = 3_600_000;
  const { timesMs = [], stepMs = 0 } = days[0]?.power ?? {};
  const gives = (_: number, i: number) => days.some(({ power }) => (power.values[i] ?? 0) > 0);
  const [first = timesMs[0] ?? 0, last = timesMs.at(-1) ?? 0] = [timesMs.find(gives), timesMs.findLast(gives)];
  return { fromMs: Math.floor(first / hour) * hour, toMs: Math.ceil((last + stepMs) / hour) * hour };
}

/** The day of each inverter side by side, all to the same share of their nominal power. */
export function InverterDays({ days, timeZone }: { readonly days: readonly InverterDay[]; readonly timeZone: string }) {
  const text = useText();
  const format = useFormat();
  const span = spanOf(days);
  const share = highestShare(days);
  return (
    <ul className="small-days">
      {days.map(({ id, name, nominalPowerW, power, gaps }) => {
        const peak = peakOf(power);
        return (
          <li key={id}>
            <b>{name}</b>
            <SmallDay span={span} power={power} gaps={gaps} maxW={share * nominalPowerW} />
            <small className="num">
              {peak === null
                ? text('charts.noData')
                : text('plant.comparison.peak', {
                    power: format.inWords(format.power(peak.value)),
                    percent: format.inWords(format.percent(peak.value / nominalPowerW)),
                    time: format.instant(new Date(peak.atMs).toISOString(), timeZone, 'time'),
                  })}
            </small>
          </li>
        );
      })}
    </ul>
  );
}

/** The same as a table: a column for each inverter. */
export function useInverterDaysTable(days: readonly InverterDay[], { timeZone }: Overview): ChartTable {
  const text = useText();
  const format = useFormat();
  const times = days[0]?.power.timesMs ?? [];
  return {
    columns: [text('charts.intervalFrom'), ...days.map(({ name }) => name)],
    rows: times.flatMap((ms, i) =>
      days.some(({ power }) => (power.values[i] ?? null) !== null)
        ? [
            {
              key: `${ms}`,
              cells: [
                format.instant(new Date(ms).toISOString(), timeZone, 'time'),
                ...days.map(({ power }) => format.inWords(format.power(power.values[i] ?? null))),
              ],
            },
          ]
        : [],
    ),
  };
}
