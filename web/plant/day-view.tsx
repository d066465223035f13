import type { ReactNode } from 'react';
import { DayChart } from '../charts/day-chart.js';
import { change, lastValueEndMs } from '../charts/summary.js';
import type { Points } from '../charts/gaps.js';
import type { Span } from '../charts/time.js';
import { useFigures } from '../charts/use-figures.js';
import { useFormat } from '../format/use-format.js';
import { useText } from '../i18n/use-text.js';
import type { ChartTable } from '../charts/chart-frame.js';
import { ExpectationSource } from './expectation.js';
import type { Day, Expected } from './use-day.js';
import type { Silences } from './silences.js';
import type { DayLight } from './use-day-light.js';
import { WeatherSource } from './weather-source.js';

type DayViewProps = {
  readonly day: Day;
  readonly date: string;
  readonly timeZone: string;
  readonly silences?: Silences | null;
  readonly light?: DayLight | null;
  /** Instants of which something is told elsewhere. */
  readonly marksMs?: readonly number[];
};

export function DayDrawing({ day, date, timeZone, silences = null, light = null, marksMs = [] }: DayViewProps) {
  const text = useText();
  const format = useFormat();
  return (
    <DayChart
      key={date}
      label={text('plant.day.label', { date: format.day(date, 'weekday') })}
      span={day.span}
      timeZone={timeZone}
      points={day.power}
      gaps={day.gaps}
      // Three curves are one too many: yesterday stands in where nothing is expected.
      reference={day.expected ? null : day.before && { label: text('plant.day.before'), points: day.before.power }}
      expected={
        day.expected && {
          label: text(nameOf(day.expected)),
          clearLabel: text('plant.expected.clear'),
          curve: day.expected.curve,
          clear: day.expected.clear,
        }
      }
      silences={silences}
      light={light && { label: text('plant.day.light'), points: light.points }}
      marksMs={marksMs}
      nowMs={day.nowMs}
    />
  );
}

type DayLegendProps = Pick<DayViewProps, 'day' | 'silences' | 'light'> & { readonly children?: ReactNode };

export function DayLegend({ day, silences, light, children }: DayLegendProps) {
  const text = useText();
  return (
    <div className="chart-legend">
      <span>
        <i className="power" />
        {text('plant.legend.power')}
      </span>
      {day.expected && (
        <>
          <span>
            <i className="reference" />
            {text(nameOf(day.expected))}
          </span>
          <span>
            <i className="band" />
            {text('plant.expected.band')}
          </span>
        </>
      )}
      {!day.expected && day.before && (
        <span>
          <i className="reference" />
          {text('plant.day.before')}
        </span>
      )}
      {day.gaps.length > 0 && (
        <span>
          <i className="gap" />
          {text('charts.noData')}
        </span>
      )}
      {silences && (
        <span>
          <i className="silence" />
          {text('plant.legend.silence')}
        </span>
      )}
      {light && (
        <span>
          <i className="light" />
          {text(`plant.day.light.${light.source}`)}
        </span>
      )}
      {children}
      {day.expected && isBeaten(day) && <span className="source">{text('plant.expected.beaten')}</span>}
      {day.expected && <DaySource expected={day.expected} />}
    </div>
  );
}

/** Less than this is within what is computed only roughly. */
const beatenBy = 1.02;

/** Whether the best of the day was clearly more than what is computed for a clear sky at that time. */
function isBeaten({ power, expected }: Day): boolean {
  const most = Math.max(0, ...(expected?.clear.values ?? []).map((value) => value ?? 0));
  return power.values.some((value, i) => {
    const clear = expected?.clear.values[i] ?? null;
    return value !== null && clear !== null && clear > most / 4 && value > beatenBy * clear;
  });
}

const nameOf = ({ weather }: Expected) => (weather === null ? 'plant.expected.curve' : 'plant.weather.curve');

function DaySource({ expected: { weather, source } }: { readonly expected: Expected }) {
  return weather === null ? <ExpectationSource source={source} /> : <WeatherSource weather={weather} />;
}

/** The day in one or two sentences. */
export function useDaySummary(day: Day | null, timeZone: string, silences: Silences | null): string {
  const text = useText();
  const format = useFormat();
  if (!day) return '\u00a0';
  const time = (ms: number) => format.instant(new Date(ms).toISOString(), timeZone, 'time');
  const end = lastValueEndMs(day.power);
  if (end === null) return text(day.nowMs === null ? 'plant.day.nothing' : 'plant.day.nothingYet');
  const energy = format.inWords(format.energy(day.energyWh));
  const first =
    day.nowMs === null
      ? text('plant.day.sum', { energy })
      : text('plant.day.sumUntil', { energy, time: time(Math.min(end, day.nowMs)) });
  const peak =
    day.peak &&
    text('plant.day.peak', { power: format.inWords(format.power(day.peak.value)), time: time(day.peak.atMs) });
  const sentence = `${[first, peak].filter(Boolean).join(', ')}.`;
  return [sentence, comparison(day), usual(day), gapSentence(day.gaps), silenceSentence(silences, day.power)]
    .filter(Boolean)
    .join(' ');

  function comparison({ energyWh, energyBeforeSameTimeWh, nowMs }: Day): string {
    const delta = change(energyWh, energyBeforeSameTimeWh);
    if (delta === null || Math.abs(delta) < 0.005 || delta > 9.99) return '';
    const id = delta > 0 ? 'more' : 'less';
    const percent = format.inWords(format.percent(Math.abs(delta)));
    return text(nowMs === null ? `plant.day.${id}Whole` : `plant.day.${id}`, { percent });
  }

  function usual({ expected, nowMs }: Day): string {
    if (expected === null || expected.energyWh <= 0) return '';
    const energy = format.inWords(format.energy(expected.energyWh));
    const { weather, share } = expected;
    if (weather === null) return text(nowMs === null ? 'plant.expected.day' : 'plant.expected.dayUntil', { energy });
    const first = text(nowMs === null ? 'plant.weather.day' : 'plant.weather.dayUntil', { energy });
    const percent = share === null ? '' : format.inWords(format.percent(share));
    return percent === '' ? `${first}.` : `${first}${text('plant.weather.share', { percent })}`;
  }

  function silenceSentence(silences: Silences | null, { timesMs }: Points): string {
    const [span, ...more] = silences?.spans ?? [];
    if (silences === null || span === undefined) return '';
    const names = format.list([...new Set(timesMs.flatMap((_, index) => silences.at(index)))]);
    if (more.length > 0) return text('plant.day.silences', { names });
    return text('plant.day.silence', { names, from: time(span.fromMs), to: time(span.toMs) });
  }

  function gapSentence(gaps: readonly Span[]): string {
    const [gap, ...more] = gaps;
    if (!gap) return '';
    if (more.length > 0) return text('plant.day.gaps', { count: gaps.length });
    return text('plant.day.gap', { from: time(gap.fromMs), to: time(gap.toMs) });
  }
}

/** Ten-minute values of the drawn part of the day. */
export function useDayTable(day: Day | null, timeZone: string, light: DayLight | null): ChartTable {
  const text = useText();
  const format = useFormat();
  const { quantity } = useFigures();
  const columns = [
    text('charts.intervalFrom'),
    text('plant.legend.power'),
    text(day?.expected ? nameOf(day.expected) : 'plant.expected.curve'),
    text('plant.day.before'),
    ...(light === null ? [] : [text('plant.day.light')]),
  ];
  if (!day) return { columns, rows: [] };
  const { timesMs, values } = day.power;
  const rows = timesMs.flatMap((ms, i) => {
    if (ms < day.span.fromMs || ms >= day.span.toMs || (day.nowMs !== null && ms >= day.nowMs)) return [];
    const power = (value: number | null | undefined) => format.inWords(format.power(value ?? null));
    const time = format.instant(new Date(ms).toISOString(), timeZone, 'time');
    return [
      {
        key: `${ms}`,
        cells: [
          ...[time, power(values[i]), power(day.expected?.curve.values[i]), power(day.before?.power.values[i])],
          ...(light === null ? [] : [quantity(light.points.values[i] ?? null, 'W/m²')]),
        ],
      },
    ];
  });
  return { columns, rows };
}
