import { factsOf, measuredChannels, type Channels, type MeasuredChannel } from './channels.js';

/** The value as it can be kept, or null when it is absent, not a number or physically impossible. */
export function plausibleValue(channel: MeasuredChannel, value: number | undefined): number | null {
  if (value === undefined) return null;
  const { limits, whole } = factsOf(channel);
  const [min, max] = limits;
  // Written so that NaN fails, too.
  if (!(value >= min && value <= max)) return null;
  return whole === true ? Math.round(value) : value;
}

/** How many channels of a record hold values that cannot be kept. */
export function countImplausible(channels: Channels): number {
  return measuredChannels.filter(
    (name) => channels[name] !== undefined && plausibleValue(name, channels[name]) === null,
  ).length;
}

/** Earliest device time that can be a reading: no device of the family is older. */
const earliestClockS = Date.UTC(2000, 0, 1) / 1000;
/** How far ahead a device clock may be. */
const maxClockAheadS = 2 * 86_400;

/**
 * How far ahead of their arrival records may be stamped and still be taken at their word, in seconds: an hour for a
 * clock that was not set back in autumn, and some minutes of drift.
 */
export const maxLeadS = 75 * 60;

/** True when the time of a record can be real. Both are epoch seconds; zones are covered by the two days. */
export function isPlausibleClock(deviceClockS: number, receivedS: number): boolean {
  return (
    Number.isSafeInteger(deviceClockS) && deviceClockS >= earliestClockS && deviceClockS <= receivedS + maxClockAheadS
  );
}
