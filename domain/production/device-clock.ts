import { Temporal } from '../kernel/time.js';

const secondsPerDay = 86_400;
const maxCachedDays = 20_000;

/** Offset of a zone over one UTC day: constant, or changing once at `changeS`. */
type DayOffsets = { readonly beforeS: number; readonly afterS: number; readonly changeS: number };

const cache = new Map<string, Map<number, DayOffsets>>();
let cachedDays = 0;

/**
 * Which instants a wall clock reading can mean, in epoch seconds. `localS` is the reading written as if it were UTC
 * seconds, as the devices send it (wire.md 1.7). One instant on most days; in the doubled hour of autumn `later` is the
 * second one; a reading in the skipped hour of spring is taken with the offset before the change.
 */
export type Instants = { readonly earlierS: number; readonly laterS: number };

export function instantsOf(timeZone: string, localS: number): Instants {
  const beforeS = offsetS(timeZone, localS - secondsPerDay);
  const afterS = offsetS(timeZone, localS + secondsPerDay);
  const first = localS - beforeS;
  if (beforeS === afterS) return { earlierS: first, laterS: first };
  const second = localS - afterS;
  const firstHolds = offsetS(timeZone, first) === beforeS;
  const secondHolds = offsetS(timeZone, second) === afterS;
  if (firstHolds && secondHolds) return { earlierS: Math.min(first, second), laterS: Math.max(first, second) };
  if (secondHolds) return { earlierS: second, laterS: second };
  return { earlierS: first, laterS: first };
}

/**
 * Which of the two instants a record of the doubled hour means when nothing else is known: the later one if the message
 * arrived live near it (up to ten minutes of clock error before, within the hour after), else the earlier one.
 */
export function likelyInstantS(instants: Instants, receivedS: number): number {
  const afterLaterS = receivedS - instants.laterS;
  return afterLaterS >= -600 && afterLaterS <= 3_600 ? instants.laterS : instants.earlierS;
}

/** Offset of a zone from UTC at an instant, in seconds. Looks up a cached day; Temporal is asked once per zone and day. */
export function offsetS(timeZone: string, instantS: number): number {
  const day = Math.floor(instantS / secondsPerDay);
  const offsets = cache.get(timeZone)?.get(day) ?? remember(timeZone, day);
  return instantS < offsets.changeS ? offsets.beforeS : offsets.afterS;
}

/** The wall clock of a zone at an instant, as if it were UTC seconds. */
export function wallClockS(timeZone: string, instantS: number): number {
  return instantS + offsetS(timeZone, instantS);
}

/** The calendar day of an instant in a zone, as days since 1970-01-01. */
export function dayNumber(timeZone: string, instantS: number): number {
  return Math.floor(wallClockS(timeZone, instantS) / secondsPerDay);
}

/** The first instant of a calendar day (days since 1970-01-01) of a zone. */
export function startOfDayS(timeZone: string, dayNumber: number): number {
  return instantsOf(timeZone, dayNumber * secondsPerDay).earlierS;
}

/** `2026-03-29` of days since 1970-01-01. */
export function dayText(dayNumber: number): string {
  return new Date(dayNumber * secondsPerDay * 1000).toISOString().slice(0, 10);
}

function remember(timeZone: string, day: number): DayOffsets {
  if (cachedDays >= maxCachedDays) {
    cache.clear();
    cachedDays = 0;
  }
  const days = cache.get(timeZone) ?? new Map<number, DayOffsets>();
  cache.set(timeZone, days);
  const offsets = computeDay(timeZone, day);
  days.set(day, offsets);
  cachedDays++;
  return offsets;
}

function computeDay(timeZone: string, day: number): DayOffsets {
  const startS = day * secondsPerDay;
  const endS = startS + secondsPerDay;
  const beforeS = temporalOffsetS(timeZone, startS);
  const afterS = temporalOffsetS(timeZone, endS);
  if (beforeS === afterS) return { beforeS, afterS, changeS: startS };
  let lastBefore = startS;
  let firstAfter = endS;
  while (firstAfter - lastBefore > 1) {
    const middle = Math.floor((lastBefore + firstAfter) / 2);
    if (temporalOffsetS(timeZone, middle) === beforeS) lastBefore = middle;
    else firstAfter = middle;
  }
  return { beforeS, afterS, changeS: firstAfter };
}

function temporalOffsetS(timeZone: string, instantS: number): number {
  return Temporal.Instant.fromEpochMilliseconds(instantS * 1000).toZonedDateTimeISO(timeZone).offsetNanoseconds / 1e9;
}
