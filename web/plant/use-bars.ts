import { change, sumOf } from '../charts/summary.js';
import type { Bar } from '../charts/bar-chart.js';
import { addDays, addMonths, addYears, daysBetween, monthStart, yearStart } from '../charts/time.js';
import { useFormat } from '../format/use-format.js';
import type { Overview, Series, SeriesMetric } from '../api/types.js';
import { useText } from '../i18n/use-text.js';
import { markBetween } from './marks.js';
import { useCorrections, useSeries } from './queries.js';
import { barsOf, valuesByDay } from './series.js';
import { rangeOf, yearBefore, type Range } from './ranges.js';
import type { Worth } from './view.js';

/** What is asked for, and by how much it is multiplied for the bars, which are in Wh, € and kg. */
const worthOf = {
  energy: { metric: 'energyWh', factor: 1, base: 'Wh' },
  revenue: { metric: 'revenueCents', factor: 0.01, base: '€' },
  co2: { metric: 'avoidedCo2Kg', factor: 1, base: 'kg' },
} as const;

const measuredOf = (worth: Worth, range: Range, resolution: 'P1D' | 'P1M' | 'P1Y') =>
  ({ metrics: [worthOf[worth].metric], ...range, resolution, by: 'plant' }) as const;
/** What will be paid depends on the day, which a usual month does not know: only energy, and what follows from it, is expected. */
const expectedOf = (worth: Worth, range: Range, resolution: 'P1D' | 'P1M' | 'P1Y') => {
  const measured = measuredOf(worth, range, resolution);
  return worth === 'revenue' ? measured : { ...measured, metrics: [...measured.metrics, 'expectedEnergyWh' as const] };
};
/** By what expected energy is multiplied. */
const perWh = (worth: Worth, { co2 }: Overview) => (worth === 'co2' ? co2.gramsPerKwh / 1e6 : 1);

export type Bars = {
  /** Unit of the values: Wh, € or kg. */
  readonly base: (typeof worthOf)[Worth]['base'];
  readonly bars: readonly Bar[];
  /** What the expected energy rests on; null without any. */
  readonly expectation: Series['expectation'];
  readonly isStale: boolean;
  readonly isLoading: boolean;
};

/** Days of the month or months of the year of `date`, with the same time a year before. */
export function useCalendarBars(
  overview: Overview,
  view: 'month' | 'year',
  date: string,
  worth: Worth = 'energy',
): Bars {
  const format = useFormat();
  const { plantId, timeZone, today } = overview;
  const range = rangeOf(view, date);
  const resolution = view === 'month' ? 'P1D' : 'P1M';
  const series = useSeries(plantId, expectedOf(worth, range, resolution));
  const last = useSeries(plantId, measuredOf(worth, yearBefore(range), resolution));
  const { metric, factor, base } = worthOf[worth];
  const noteOf = useNotes(plantId, (day) => (view === 'month' ? addDays(day, 1) : addMonths(day, 1)));
  const days =
    view === 'month'
      ? Array.from({ length: daysBetween(range.from, range.to) }, (_, i) => addDays(range.from, i))
      : Array.from({ length: 12 }, (_, i) => addMonths(range.from, i));
  const words =
    view === 'month'
      ? { tick: (day: string) => `${Number(day.slice(8))}`, name: (day: string) => format.day(day, 'weekday') }
      : {
          tick: (day: string) => format.day(day, 'monthShort').replace('.', ''),
          name: (day: string) => format.day(day, 'month'),
        };
  const bars = barsOf(
    { days, current: view === 'month' ? today : monthStart(today), before: (day) => addYears(day, -1) },
    {
      measured: fresh(series, timeZone, metric, factor),
      lastYear: fresh(last, timeZone, metric, factor),
      expected: fresh(series, timeZone, 'expectedEnergyWh', perWh(worth, overview)),
      noteOf,
    },
    words,
  );
  return {
    bars,
    base,
    expectation: series.data?.expectation ?? null,
    isStale: series.isPlaceholderData,
    isLoading: series.isPending,
  };
}

/**
 * Change against the year before over what is complete in both years; null when nothing is. Where the year before
 * begins without values, its first value is left out: the plant may have started in the middle of that time.
 */
export function changeToYearBefore(bars: readonly Bar[]): number | null {
  const start = bars.findIndex((bar) => bar.reference !== null);
  const both = bars.filter(
    (bar, i) => bar.time === 'past' && bar.value !== null && bar.reference !== null && (i > start || i === 0),
  );
  return change(sumOf(both.map((bar) => bar.value)), sumOf(both.map((bar) => bar.reference)));
}

/** No plant of this kind is older. */
const firstYear = '2000-01-01';

/** All years since the first one with a value. */
export function useYearBars(overview: Overview, worth: Worth): Bars {
  const { plantId, timeZone, today } = overview;
  const to = addYears(yearStart(today), 1);
  const series = useSeries(plantId, expectedOf(worth, { from: firstYear, to }, 'P1Y'));
  const { metric, factor, base } = worthOf[worth];
  const values = fresh(series, timeZone, metric, factor);
  const measured = [...values].filter(([, value]) => value !== null).map(([day]) => day);
  const first = measured.sort()[0] ?? yearStart(today);
  const count = Number(today.slice(0, 4)) - Number(first.slice(0, 4)) + 1;
  const days = Array.from({ length: count }, (_, i) => addYears(first, i));
  const words = { tick: (day: string) => day.slice(0, 4), name: (day: string) => day.slice(0, 4) };
  const energies = {
    measured: values,
    lastYear: new Map<string, number>(),
    expected: fresh(series, timeZone, 'expectedEnergyWh', perWh(worth, overview)),
    noteOf: useNotes(plantId, (day) => addYears(day, 1)),
  };
  const bars = barsOf({ days, current: yearStart(today), before: () => '' }, energies, words);
  return {
    bars,
    base,
    expectation: series.data?.expectation ?? null,
    isStale: series.isPlaceholderData,
    isLoading: series.isPending,
  };
}

/** What was written by hand of the time that a bar stands for; `after` = the day after it. */
function useNotes(plantId: string, after: (day: string) => string): (day: string) => Bar['note'] {
  const text = useText();
  const corrections = useCorrections(plantId).data ?? [];
  return (day) => {
    const mark = markBetween(corrections, day, after(day));
    return mark && { word: text(`plant.corrections.mark.${mark}`), isEstimate: mark === 'estimated' };
  };
}

/** While another range is on its way, its bars are empty rather than those of a wrong month. */
const fresh = (
  query: { data: Series | undefined; isPlaceholderData: boolean },
  timeZone: string,
  metric: SeriesMetric,
  factor: number,
) => {
  const values = valuesByDay(query.isPlaceholderData ? undefined : query.data, timeZone, metric);
  return new Map([...values].map(([day, value]) => [day, value === null ? null : value * factor]));
};
