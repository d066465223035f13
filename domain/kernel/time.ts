import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';

export { Temporal };

/** The zone in which licences, tariffs and legal deadlines count their days. */
export const legalTimeZone = 'Europe/Berlin';

/** An instant as it stands in events: RFC 3339 in UTC, `2026-07-21T12:37:00Z`. */
export const Instant = z.iso.datetime({ offset: true });

/** A calendar day, `2026-07-21`. */
export const Day = z.iso.date();

/** A zone of the IANA database, `Europe/Berlin`. */
export const TimeZone = z.string().max(64).refine(isTimeZone, { error: 'unknown time zone' });

/** Asking takes long and logs repeat few zones; bounded by the number of zones (and spellings of their case) there are. */
const knownZones = new Set<string>();

export function isTimeZone(name: string): boolean {
  if (knownZones.has(name)) return true;
  if (!/^[A-Za-z][A-Za-z0-9_+\-/]*$/.test(name)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    if (knownZones.size < 1_000) knownZones.add(name);
    return true;
  } catch {
    return false;
  }
}

/**
 * A zone that a plant may be given: one that Intl, Temporal and PostgreSQL know alike. Names without an area are
 * abbreviations to PostgreSQL (`CET` has no summer time there) or nothing at all (`BET`), and `SystemV/…` is known to Intl
 * alone. Stored events may name others.
 */
export function isPlantTimeZone(name: string): boolean {
  const isPlace = name === 'UTC' || (name.includes('/') && !name.startsWith('SystemV/'));
  if (!isPlace || !isTimeZone(name)) return false;
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name);
    return true;
  } catch {
    return false;
  }
}

/** Seconds of 1970-01-01 UTC as an instant is written, to the second. */
export function instantText(epochS: number): string {
  return new Date(Math.round(epochS) * 1_000).toISOString().replace('.000Z', 'Z');
}

/** The calendar day of an instant in a zone. */
export function dayIn(timeZone: string, instant: Temporal.Instant): Temporal.PlainDate {
  return instant.toZonedDateTimeISO(timeZone).toPlainDate();
}
