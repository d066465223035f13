import { clock, dayOf } from '../charts/time.js';
import type { Points } from '../charts/gaps.js';
import type { Bar } from '../charts/bar-chart.js';
import type { Series, SeriesMetric } from '../api/types.js';

const tenMinutes = 600_000;

/** One metric of a ten-minute series as the charts take it; without the metric everything is null. */
export function pointsOf(series: Series, metric: SeriesMetric, of: string | null = null): Points {
  const found = series.series.find((each) => each.metric === metric && (each.of === of || series.series.length === 1));
  return {
    timesMs: series.times.map((time) => Date.parse(time)),
    values: series.times.map((_, i) => found?.values[i] ?? null),
    stepMs: tenMinutes,
  };
}

/** The curve of another day put onto the instants of this one by the clock; hours that only one of them has are null. */
export function onDay(other: Points, timesMs: readonly number[], timeZone: string): Points {
  const byClock = new Map(other.timesMs.map((ms, i) => [clock(ms, timeZone), other.values[i] ?? null]));
  return { timesMs, values: timesMs.map((ms) => byClock.get(clock(ms, timeZone)) ?? null), stepMs: other.stepMs };
}

/** Of each day, month or year, keyed by the first calendar day of it. */
export function valuesByDay(
  series: Series | undefined,
  timeZone: string,
  metric: SeriesMetric = 'energyWh',
  of: string | null = null,
): ReadonlyMap<string, number | null> {
  const found = series?.series.find((each) => each.metric === metric && each.of === of);
  return new Map(series?.times.map((time, i) => [dayOf(Date.parse(time), timeZone), found?.values[i] ?? null]));
}

type BarWords = {
  readonly tick: (day: string) => string;
  readonly name: (day: string) => string;
};

type Calendar = {
  /** First day of each bar. */
  readonly days: readonly string[];
  /** First day of the bar that today is in. */
  readonly current: string;
  /** The bar a year before. */
  readonly before: (day: string) => string;
};

type Energies = {
  readonly measured: ReadonlyMap<string, number | null>;
  readonly lastYear: ReadonlyMap<string, number | null>;
  readonly expected: ReadonlyMap<string, number | null>;
  readonly noteOf: (day: string) => Bar['note'];
};

/** Bars in calendar order with the same time a year before, and what is usual. */
export function barsOf(
  calendar: Calendar,
  { measured, lastYear, expected, noteOf }: Energies,
  words: BarWords,
): readonly Bar[] {
  return calendar.days.map((day) => ({
    key: day,
    tick: words.tick(day),
    name: words.name(day),
    value: day > calendar.current ? null : (measured.get(day) ?? null),
    reference: lastYear.get(calendar.before(day)) ?? null,
    expected: expected.get(day) ?? null,
    note: noteOf(day),
    time: day === calendar.current ? 'current' : day < calendar.current ? 'past' : 'future',
  }));
}
