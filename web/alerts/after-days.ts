import { Temporal } from 'temporal-polyfill';

/** The same time of day so many days later where the plant stands, also when clocks change in between; RFC 3339. */
export function afterDays(days: number, timeZone: string, now = Temporal.Now.instant()): string {
  return now.toZonedDateTimeISO(timeZone).add({ days }).toInstant().toString({ smallestUnit: 'second' });
}
