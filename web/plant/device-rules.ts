import { Temporal } from 'temporal-polyfill';
import { instantAt } from '../charts/time.js';
import { textUpTo } from '../forms/rules.js';
import type { Text } from '../i18n/use-text.js';

/** As the devices send it and the API takes it: printable ASCII without blanks. */
const serialNumberPattern = /^[\x21-\x7e]+$/;

/** Why this cannot be a serial number; undefined when it can. */
export function wrongSerialNumber(text: Text, value: string): string | undefined {
  const isWrong = value.trim() !== '' && !serialNumberPattern.test(value.trim());
  return isWrong ? text('plant.inverter.serialNumberWrong') : textUpTo(text, value, 40);
}

/** The present minute of the plant's clock, as a field for date and time takes it. */
export const nowIn = (zone: string): string => Temporal.Now.plainDateTimeISO(zone).toString({ smallestUnit: 'minute' });

/** Why a device cannot have been exchanged at that time of the plant's clock; undefined when it can. */
export function wrongExchangeTime(
  text: Text,
  wallClock: string,
  { zone, standsSince }: { readonly zone: string; readonly standsSince: string | undefined },
): string | undefined {
  if (wallClock === '') return undefined;
  // A year of six digits, as browsers take it, is no time that could be read.
  if (!/^\d{4}-/.test(wallClock)) return text('plant.inverter.exchangedInFuture');
  const exchangedAt = Temporal.Instant.from(instantAt(wallClock, zone));
  if (Temporal.Instant.compare(exchangedAt, Temporal.Now.instant()) > 0)
    return text('plant.inverter.exchangedInFuture');
  const isTooEarly =
    standsSince !== undefined && Temporal.Instant.compare(exchangedAt, Temporal.Instant.from(standsSince)) < 0;
  return isTooEarly ? text('plant.inverter.exchangedTooEarly') : undefined;
}
