import { localZone } from './local-zone.js';
import { localeOf, nothing, type Language } from './numbers.js';

/** What belongs to no plant is told in this zone, as in mails and documents: an account, an order, a licence. */
export const portalZone = 'Europe/Berlin';

/** Calendar days are `YYYY-MM-DD`, instants RFC 3339; an instant is always shown in a named zone (the plant's, or the portal's). */
const styles = {
  /** 21. Juli 2026 */
  day: { day: 'numeric', month: 'long', year: 'numeric' },
  /** Di., 21. Juli 2026 */
  weekday: { weekday: 'short', day: 'numeric', month: 'long', year: 'numeric' },
  /** Dienstag */
  weekdayName: { weekday: 'long' },
  /** 21.07.2026 */
  dayShort: { day: '2-digit', month: '2-digit', year: 'numeric' },
  /** Juli 2026 */
  month: { month: 'long', year: 'numeric' },
  /** Juli */
  monthName: { month: 'long' },
  /** Jul */
  monthShort: { month: 'short' },
  /** 21. Juli */
  dayMonth: { day: 'numeric', month: 'short' },
  /** 14:37 */
  time: { hour: '2-digit', minute: '2-digit' },
  /** 21. Juli 2026, 14:37 */
  dayTime: { day: 'numeric', month: 'long', year: 'numeric', hour: '2-digit', minute: '2-digit' },
  /** 21.07.2026, 14:37:05 */
  exact: { day: '2-digit', month: '2-digit', year: 'numeric', hour: '2-digit', minute: '2-digit', second: '2-digit' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

export type DateStyle = keyof typeof styles;

const formats = new Map<string, Intl.DateTimeFormat>();

function dateFormat(language: Language, style: DateStyle, timeZone: string): Intl.DateTimeFormat {
  const key = `${language}|${style}|${timeZone}`;
  const known = formats.get(key);
  if (known !== undefined) return known;
  const format = new Intl.DateTimeFormat(localeOf(language), { ...styles[style], timeZone, hourCycle: 'h23' });
  formats.set(key, format);
  return format;
}

/** A calendar day, without any zone. */
export const formatDay = (day: string | null | undefined, language: Language, style: DateStyle = 'day'): string =>
  day === null || day === undefined
    ? nothing
    : dateFormat(language, style, 'UTC').format(new Date(`${day.slice(0, 10)}T12:00:00Z`));

/** An instant in the given zone. */
export const formatInstant = (
  instant: string | null | undefined,
  timeZone: string,
  language: Language,
  style: DateStyle = 'dayTime',
): string =>
  instant === null || instant === undefined ? nothing : dateFormat(language, style, timeZone).format(new Date(instant));

/** An instant in the zone of the portal, which is named beside a time that the reader's clock does not show. */
export function formatInPortal(
  instant: string | null | undefined,
  language: Language,
  style: DateStyle = 'dayTime',
): string {
  const shown = formatInstant(instant, portalZone, language, style);
  if (!('hour' in styles[style]) || typeof instant !== 'string') return shown;
  const at = new Date(instant);
  return differsFromViewer(portalZone, at) ? `${shown} ${zoneName(at, language)}` : shown;
}

/** MEZ */
function zoneName(at: Date, language: Language): string {
  const parts = new Intl.DateTimeFormat(localeOf(language), { timeZone: portalZone, timeZoneName: 'short' });
  return parts.formatToParts(at).find(({ type }) => type === 'timeZoneName')?.value ?? portalZone;
}

/** "14:37" today, "gestern, 14:37" the day before, with its date when it is longer ago; days are those of the zone. */
export function formatMoment(instant: string, now: number, timeZone: string, language: Language): string {
  const at = new Date(instant);
  const dayOf = (date: Date) => Date.parse(date.toLocaleDateString('sv-SE', { timeZone }));
  const daysAgo = Math.round((dayOf(new Date(now)) - dayOf(at)) / 86_400_000);
  if (daysAgo <= 0) return formatInstant(instant, timeZone, language, 'time');
  if (daysAgo > 1) return formatInstant(instant, timeZone, language, 'dayTime');
  const yesterday = new Intl.RelativeTimeFormat(localeOf(language), { numeric: 'auto' }).format(-1, 'day');
  return `${yesterday}, ${formatInstant(instant, timeZone, language, 'time')}`;
}

const ageUnits = [
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
] as const;

/** "vor 3 Minuten"; under a minute "gerade eben". `now` in milliseconds. */
export function formatAge(instant: string, now: number, language: Language): string {
  const seconds = Math.max(0, (now - Date.parse(instant)) / 1000);
  const relative = new Intl.RelativeTimeFormat(localeOf(language), { numeric: 'always' });
  for (const [unit, length] of ageUnits) {
    if (seconds >= length) return relative.format(-Math.floor(seconds / length), unit);
  }
  return language === 'de' ? 'gerade eben' : 'just now';
}

/** True when the zone's wall clock differs from the viewer's right now. */
export function differsFromViewer(timeZone: string, now: Date = new Date()): boolean {
  const clock = (zone: string) =>
    now.toLocaleString('en-GB', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' });
  return clock(timeZone) !== clock(localZone());
}
