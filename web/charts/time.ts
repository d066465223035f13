import { Temporal } from 'temporal-polyfill';

/** `from` inclusive, `to` exclusive, epoch milliseconds. */
export type Span = { readonly fromMs: number; readonly toMs: number };

const startOf = (day: Temporal.PlainDate, timeZone: string) =>
  day.toZonedDateTime({ timeZone }).toInstant().epochMilliseconds;

/** The calendar day `2026-03-29` in the plant's zone: 23, 24 or 25 hours long. */
export function daySpan(day: string, timeZone: string): Span {
  const date = Temporal.PlainDate.from(day);
  return { fromMs: startOf(date, timeZone), toMs: startOf(date.add({ days: 1 }), timeZone) };
}

/** Start instants of the hours that read 0, `stepHours`, 2·`stepHours` … on the plant's clock inside `span`. */
export function hourTicks(span: Span, timeZone: string, stepHours: number): readonly number[] {
  const ticks: number[] = [];
  let at = Temporal.Instant.fromEpochMilliseconds(Math.floor(span.fromMs)).toZonedDateTimeISO(timeZone).round({
    smallestUnit: 'hour',
    roundingMode: 'ceil',
  });
  while (at.epochMilliseconds < span.toMs) {
    const previous = ticks.length > 0 ? clock(ticks[ticks.length - 1] ?? 0, timeZone) : '';
    if (at.hour % stepHours === 0 && clock(at.epochMilliseconds, timeZone) !== previous)
      ticks.push(at.epochMilliseconds);
    at = at.add({ hours: 1 });
  }
  return ticks;
}

/** Coarsest of 1, 2, 3, 4, 6 hours that leaves at least `minGapPx` between two labels. */
export function hourStep(span: Span, widthPx: number, minGapPx: number): number {
  const perHour = widthPx / Math.max(1, (span.toMs - span.fromMs) / 3_600_000);
  return [1, 2, 3, 4, 6].find((hours) => hours * perHour >= minGapPx) ?? 12;
}

type TickKind = 'hour' | 'day' | 'month';

/** Labelled instants inside `span`: hours of a day or two, days up to two months, first days of months beyond. */
export function timeTicks(span: Span, timeZone: string, widthPx: number) {
  const days = (span.toMs - span.fromMs) / 86_400_000;
  const kind: TickKind = days <= 2.1 ? 'hour' : days <= 62 ? 'day' : 'month';
  if (kind === 'hour') return { kind, ticks: hourTicks(span, timeZone, hourStep(span, widthPx, 56)) };
  const [unit, count] = kind === 'day' ? (['days', days] as const) : (['months', days / 30.4] as const);
  const step = [1, 2, 3, 4, 7, 14].find((each) => (widthPx / count) * each >= 56) ?? 28;
  const ticks: number[] = [];
  const day = dayOf(span.fromMs, timeZone);
  const first = Temporal.PlainDate.from(kind === 'month' ? monthStart(day) : day);
  for (let index = 0; ; index += step) {
    const at = startOf(first.add({ [unit]: index }), timeZone);
    if (at >= span.toMs) return { kind, ticks };
    if (at >= span.fromMs - 1) ticks.push(at);
  }
}

/** `HH:MM` on the plant's clock; for keys and comparisons, not for people. */
export function clock(ms: number, timeZone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(Math.floor(ms))
    .toZonedDateTimeISO(timeZone)
    .toPlainTime()
    .toString({ smallestUnit: 'minute' });
}

/** The instant at which the plant's clock shows `2026-03-29T12:00`, RFC 3339. */
export function instantAt(wallClock: string, timeZone: string): string {
  return Temporal.PlainDateTime.from(wallClock).toZonedDateTime(timeZone).toInstant().toString();
}

/** The calendar day of an instant in the plant's zone. */
export function dayOf(ms: number, timeZone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(Math.floor(ms)).toZonedDateTimeISO(timeZone).toPlainDate().toString();
}

export const addDays = (day: string, days: number): string => Temporal.PlainDate.from(day).add({ days }).toString();
export const addMonths = (day: string, months: number): string =>
  Temporal.PlainDate.from(day).add({ months }).toString();
export const addYears = (day: string, years: number): string => Temporal.PlainDate.from(day).add({ years }).toString();

/** First day of the month and of the year of `day`. */
export const monthStart = (day: string): string => `${day.slice(0, 7)}-01`;
export const yearStart = (day: string): string => `${day.slice(0, 4)}-01-01`;

/** Number of calendar days from `from` to `to`. */
export const daysBetween = (from: string, to: string): number =>
  Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: 'day' }).days;

/** The sunrise that ends the present night; null by day, and where the sun does not rise or set. `today` is the day there. */
export function nextSunrise(nowMs: number, today: string, latitudeDeg: number, longitudeDeg: number): number | null {
  const light = daylight(today, latitudeDeg, longitudeDeg);
  if (light === null || (nowMs >= light.fromMs && nowMs < light.toMs)) return null;
  return nowMs < light.fromMs ? light.fromMs : (daylight(addDays(today, 1), latitudeDeg, longitudeDeg)?.fromMs ?? null);
}

/**
 * Sunrise and sunset to about five minutes: declination and equation of time after NOAA's general solar position
 * equations (Spencer 1971), upper limb at 0.833° below the horizon. Null where the sun does not rise or set that day.
 */
export function daylight(day: string, latitudeDeg: number, longitudeDeg: number): Span | null {
  const date = Temporal.PlainDate.from(day);
  const g = (2 * Math.PI * (date.dayOfYear - 1)) / date.daysInYear;
  const equationMin =
    229.18 *
    (0.000075 +
      0.001868 * Math.cos(g) -
      0.032077 * Math.sin(g) -
      0.014615 * Math.cos(2 * g) -
      0.040849 * Math.sin(2 * g));
  const declination =
    0.006918 -
    0.399912 * Math.cos(g) +
    0.070257 * Math.sin(g) -
    0.006758 * Math.cos(2 * g) +
    0.000907 * Math.sin(2 * g) -
    0.002697 * Math.cos(3 * g) +
    0.00148 * Math.sin(3 * g);
  const latitude = (latitudeDeg * Math.PI) / 180;
  const cosHour =
    Math.cos((90.833 * Math.PI) / 180) / (Math.cos(latitude) * Math.cos(declination)) -
    Math.tan(latitude) * Math.tan(declination);
  if (!(Math.abs(cosHour) <= 1)) return null;
  const halfMin = (4 * Math.acos(cosHour) * 180) / Math.PI;
  const noonMin = 720 - 4 * longitudeDeg - equationMin;
  const midnight = startOf(date, 'UTC');
  return { fromMs: midnight + (noonMin - halfMin) * 60_000, toMs: midnight + (noonMin + halfMin) * 60_000 };
}
