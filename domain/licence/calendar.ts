import { dayIn, legalTimeZone, Temporal } from '../kernel/time.js';

/** Calendar days of licences are those of Europe/Berlin, written `2026-07-21`; they sort as text. */

/** Days are counted on the calendar, where each has as many: a day alone is parsed as UTC. */
const msPerDay = 86_400_000;

/** The calendar day of an instant (RFC 3339). */
export function legalDay(at: string): string {
  return dayIn(legalTimeZone, Temporal.Instant.from(at)).toString();
}

export function addDays(day: string, days: number): string {
  return new Date(Date.parse(day) + days * msPerDay).toISOString().slice(0, 10);
}

/** Whole days from the one to the other; negative when `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / msPerDay;
}

/** The instant (RFC 3339, UTC) at which a clock on the wall in Berlin shows that hour of the day. */
export function instantOf(day: string, hour = 0): string {
  const time = { timeZone: legalTimeZone, plainTime: Temporal.PlainTime.from({ hour }) };
  return Temporal.PlainDate.from(day).toZonedDateTime(time).toInstant().toString();
}
