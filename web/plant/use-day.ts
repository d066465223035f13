import { useMemo } from 'react';
import { awaited, findGaps, inner, type Points } from '../charts/gaps.js';
import { peakOf, sumOf, type Peak } from '../charts/summary.js';
import { addDays, clock, daylight, daySpan, type Span } from '../charts/time.js';
import type { Inverter, Overview, Series, SeriesMetric } from '../api/types.js';
import { useInverters, usePlant, useSeries } from './queries.js';
import { onDay, pointsOf } from './series.js';

const minute = 60_000;
const hour = 60 * minute;
/** Devices send every ten minutes; a record may take a little longer on its way. */
const usualDelayMs = 25 * minute;
/** Inverters wake up after sunrise and sleep before sunset. */
const edgeOfDayMs = 60 * minute;

export type Day = {
  /** What a chart draws: daylight in full hours and everything that was measured. */
  readonly span: Span;
  readonly power: Points;
  readonly energyWh: number | null;
  readonly peak: Peak | null;
  readonly gaps: readonly Span[];
  readonly before: { readonly power: Points; readonly energyWh: number | null } | null;
  /** Null when nobody knows where the plant stands. */
  readonly expected: Expected | null;
  /** Of the day before up to the same time of day; null without one to compare with. */
  readonly energyBeforeSameTimeWh: number | null;
  readonly nowMs: number | null;
};

export type Expected = {
  /** What the weather of the day allows where it is known, else what is usual at this time of the year. */
  readonly curve: Points;
  /** To whom the weather is owed; null when the curve is the usual one. */
  readonly weather: Series['weather'] | null;
  /** Without clouds. */
  readonly clear: Points;
  /** Of the curve, of today until now. */
  readonly energyWh: number;
  /** What was measured over what the weather allowed at the same times; null with too little of both. */
  readonly share: number | null;
  readonly source: NonNullable<Series['expectation']>;
};

const dayMetrics = ['acPowerW', 'energyWh'] as const;
const modelMetrics = ['expectedPowerW', 'clearSkyPowerW', 'weatherPowerW'] as const;
/** Of what the weather allows over the day; less says nothing about it. */
const leastCompared = 0.1;

/** Everything a page says of one calendar day of the plant, or of one of its inverters, with the day before as its comparison. */
export function useDay(overview: Overview, date: string, nowMs: number, inverterId: string | null = null) {
  const { plantId, timeZone, today } = overview;
  const plant = usePlant(plantId);
  const wanted = (from: string) =>
    ({
      metrics: dayMetrics,
      from,
      to: addDays(from, 1),
      resolution: 'PT10M',
      by: inverterId === null ? 'plant' : 'inverter',
    }) as const;
  const series = useSeries(plantId, { ...wanted(date), metrics: [...dayMetrics, ...modelMetrics] });
  const before = useSeries(plantId, wanted(addDays(date, -1)));
  const location = plant.data?.location;
  const sinceMs = firstInverterMs(useInverters(plantId).data);
  const isToday = date === today;
  // A minute is fine enough for a drawing of ten-minute means.
  const nowMinute = Math.floor(nowMs / minute) * minute;

  const day = useMemo<Day | null>(() => {
    if (!series.data) return null;
    const light = location ? daylight(date, location.latitudeDeg, location.longitudeDeg) : null;
    const power = pointsOf(series.data, 'acPowerW', inverterId);
    const energy = pointsOf(series.data, 'energyWh', inverterId);
    const isBeforeThere = before.data !== undefined && !before.isPlaceholderData;
    const powerBefore = isBeforeThere
      ? onDay(pointsOf(before.data, 'acPowerW', inverterId), power.timesMs, timeZone)
      : null;
    const energyBefore = isBeforeThere ? pointsOf(before.data, 'energyWh', inverterId) : null;
    const untilMs = awaitedUntil(isToday ? nowMinute : null);
    return {
      span: drawnSpan(daySpan(date, timeZone), light, power),
      power,
      energyWh: sumOf(energy.values),
      peak: peakOf(power),
      gaps: gapsOf(power, { light, sinceMs, untilMs }),
      before:
        powerBefore && peakOf(powerBefore) && energyBefore
          ? { power: powerBefore, energyWh: sumOf(energyBefore.values) }
          : null,
      expected: expectedOf(series.data, inverterId, isToday ? nowMinute : Infinity),
      energyBeforeSameTimeWh: energyBefore
        ? sumOf(until(energyBefore, isToday ? clock(nowMinute, timeZone) : '24:00', timeZone))
        : null,
      nowMs: isToday ? nowMinute : null,
    };
  }, [
    series.data,
    before.data,
    before.isPlaceholderData,
    location,
    date,
    timeZone,
    isToday,
    nowMinute,
    sinceMs,
    inverterId,
  ]);

  return { day, isStale: series.isPlaceholderData, error: series.error, retry: () => void series.refetch() };
}

/** Until when values should have come. */
export const awaitedUntil = (nowMs: number | null) => (nowMs === null ? Infinity : nowMs - usualDelayMs);

type Awaited = { readonly light: Span | null; readonly sinceMs: number; readonly untilMs: number };

/** Where values are missing by day, longer than one record. */
export function gapsOf(power: Points, { light, sinceMs, untilMs }: Awaited): readonly Span[] {
  return findGaps(power, light ? awaited(inner(light, edgeOfDayMs), power, sinceMs) : null, untilMs).filter(
    (gap) => gap.toMs - gap.fromMs > power.stepMs,
  );
}

function expectedOf(series: Series, inverterId: string | null, untilMs: number): Expected | null {
  const { expectation: source } = series;
  if (source === null) return null;
  const of = (metric: SeriesMetric) => pointsOf(series, metric, inverterId);
  const [usual, clear, byWeather] = [of('expectedPowerW'), of('clearSkyPowerW'), of('weatherPowerW')];
  const isWeatherKnown = byWeather.values.every((value) => value !== null);
  const curve = isWeatherKnown ? byWeather : usual;
  const passedWh = curve.values.map((powerW, i) => {
    const passedMs = Math.min(curve.stepMs, Math.max(0, untilMs - (curve.timesMs[i] ?? 0)));
    return powerW === null ? null : (powerW * passedMs) / hour;
  });
  return {
    ...{ curve, clear, source, weather: isWeatherKnown ? series.weather : null },
    energyWh: sumOf(passedWh) ?? 0,
    share: isWeatherKnown ? shareOf(of('acPowerW'), byWeather) : null,
  };
}

/** Of the curve, over the times at which there was a value. */
function shareOf(measured: Points, curve: Points): number | null {
  const isCompared = (i: number) => (measured.values[i] ?? null) !== null;
  const allowed = sumOf(curve.values.filter((_, i) => isCompared(i))) ?? 0;
  if (allowed <= leastCompared * (sumOf(curve.values) ?? 0)) return null;
  return (sumOf(measured.values) ?? 0) / allowed;
}

/** When the first inverter came to the plant; -Infinity until that is known. */
function firstInverterMs(inverters: readonly Inverter[] | undefined): number {
  if (inverters === undefined || inverters.length === 0) return -Infinity;
  return Math.min(...inverters.map(({ addedAt }) => Date.parse(addedAt)));
}

const until = ({ timesMs, values }: Points, time: string, timeZone: string) =>
  values.filter((_, i) => clock(timesMs[i] ?? 0, timeZone) < time);

/** Daylight widened to full hours and to everything measured above 0, inside the day. */
function drawnSpan(day: Span, light: Span | null, { timesMs, values, stepMs }: Points): Span {
  if (!light) return day;
  const first = timesMs[values.findIndex((value) => (value ?? 0) > 0)] ?? Infinity;
  const last = timesMs[values.findLastIndex((value) => (value ?? 0) > 0)] ?? -Infinity;
  const fromMs = Math.floor(Math.min(light.fromMs, first) / hour) * hour;
  const toMs = Math.ceil(Math.max(light.toMs, last + stepMs) / hour) * hour;
  return { fromMs: Math.max(day.fromMs, fromMs), toMs: Math.min(day.toMs, toMs) };
}
