import { dayNumber, startOfDayS } from './device-clock.js';
import type { EnergyStep } from './energy.js';
import { seriesUnits, type SeriesMetric } from './units.js';

export type Resolution = 'PT10M' | 'PT1H' | 'P1D' | 'P1M' | 'P1Y';
/** One value per interval; null = no data, never 0. */
export type Values = (number | null)[];

const stepS = { PT10M: 600, PT1H: 3_600 } as const;
const hourS = 3_600;

export function isIntraday(resolution: Resolution): resolution is keyof typeof stepS {
  return resolution === 'PT10M' || resolution === 'PT1H';
}

/**
 * Starts of the intervals that touch [fromS, toS), epoch seconds, and the end of the last one as one more element.
 * Intervals begin at plant-local midnight: a day of 23 hours has 23 hourly intervals, one of 25 hours 25; days, months
 * and years are calendar ones.
 */
export function intervalBounds(
  timeZone: string,
  fromS: number,
  toS: number,
  resolution: Resolution,
): readonly number[] {
  const bounds: number[] = [];
  const lastDay = dayNumber(timeZone, toS - 1);
  if (toS <= fromS) return [];
  let day = intervalStartDay(dayNumber(timeZone, fromS), resolution);
  while (day <= lastDay) {
    const startS = startOfDayS(timeZone, day);
    day = nextIntervalDay(day, resolution);
    const endS = startOfDayS(timeZone, day);
    if (!isIntraday(resolution)) bounds.push(startS);
    else for (let at = startS; at < endS; at += stepS[resolution]) bounds.push(at);
  }
  const afterS = startOfDayS(timeZone, day);
  const inside = bounds.filter((startS, index) => startS < toS && (bounds[index + 1] ?? afterS) > fromS);
  const last = inside.at(-1);
  if (last === undefined) return [];
  return [...inside, bounds[bounds.indexOf(last) + 1] ?? afterS];
}

/**
 * Days since 1970-01-01 on which the days, months or years begin that touch the days from `firstDay` to `lastDay`, and the
 * day after the last of them as one more element.
 */
export function calendarBounds(firstDay: number, lastDay: number, resolution: Resolution): readonly number[] {
  if (lastDay < firstDay) return [];
  const bounds = [intervalStartDay(firstDay, resolution)];
  for (let day = bounds[0] ?? firstDay; day <= lastDay;) {
    day = nextIntervalDay(day, resolution);
    bounds.push(day);
  }
  return bounds;
}

function intervalStartDay(day: number, resolution: Resolution): number {
  const date = new Date(day * 86_400_000);
  if (resolution === 'P1M') return utcDay(date.getUTCFullYear(), date.getUTCMonth());
  if (resolution === 'P1Y') return utcDay(date.getUTCFullYear(), 0);
  return day;
}

function nextIntervalDay(day: number, resolution: Resolution): number {
  const date = new Date(day * 86_400_000);
  if (resolution === 'P1M') return utcDay(date.getUTCFullYear(), date.getUTCMonth() + 1);
  if (resolution === 'P1Y') return utcDay(date.getUTCFullYear() + 1, 0);
  return day + 1;
}

function utcDay(year: number, month: number): number {
  return Date.UTC(year, month, 1) / 86_400_000;
}

/** Index of the interval that holds a time, -1 outside. */
function intervalAt(bounds: readonly number[], atS: number): number {
  let low = 0;
  let high = bounds.length - 1;
  if (high < 1 || atS < (bounds[0] as number) || atS >= (bounds[high] as number)) return -1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((bounds[middle] as number) <= atS) low = middle;
    else high = middle;
  }
  return low;
}

/**
 * Energy per interval. A step between records up to an hour apart is spread evenly over its time; after a longer gap
 * nobody knows when the energy came, so it stands in the interval in which the counter was read again.
 */
export function energyPerInterval(bounds: readonly number[], steps: readonly EnergyStep[]): Values {
  const values: Values = new Array<number | null>(Math.max(0, bounds.length - 1)).fill(null);
  const add = (index: number, energyWh: number) => {
    if (index >= 0) values[index] = (values[index] ?? 0) + energyWh;
  };
  for (const { fromS, toS, energyWh } of steps) {
    if (toS <= fromS || toS - fromS > hourS) {
      const index = intervalAt(bounds, Math.max(fromS, toS - 1));
      add(index, energyWh);
      continue;
    }
    let atS = fromS;
    while (atS < toS) {
      const index = intervalAt(bounds, atS);
      const endS = index < 0 ? toS : Math.min(toS, bounds[index + 1] as number);
      add(index, (energyWh * (endS - atS)) / (toS - fromS));
      atS = endS;
    }
  }
  return values;
}

/** The sum of what is known; null when nothing is. */
export function sumOfKnown(values: Values): number | null {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0);
}

/** Several inverters in one series: sums of power, current and energy, means of everything else; null when none has data. */
export function combineValues(metric: SeriesMetric, parts: readonly Values[], length: number): Values {
  const { over } = seriesUnits[metric];
  return Array.from({ length }, (_, index) => {
    const known = parts.flatMap((values) => values[index] ?? []);
    if (known.length === 0) return null;
    const sum = known.reduce((total, value) => total + value, 0);
    return over === 'sum' ? sum : sum / known.length;
  });
}
