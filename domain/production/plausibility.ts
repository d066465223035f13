import { measuredChannels, type Channels, type MeasuredChannel } from './channels.js';

const maxPowerW = 10_000_000;
const maxInteger = 2_147_483_647;

/** What is physically possible, per channel, inclusive; a value outside is a broken reading. */
const limits: Readonly<Record<MeasuredChannel, readonly [min: number, max: number]>> = {
  acPowerW: [-maxPowerW, maxPowerW],
  acVoltageV: [-100_000, 100_000],
  acCurrentA: [-100_000, 100_000],
  acFrequencyHz: [0, 1_000],
  dcPowerW: [-maxPowerW, maxPowerW],
  dcVoltageV: [-100_000, 100_000],
  dcCurrentA: [-100_000, 100_000],
  temperature1C: [-273.15, 1_000],
  temperature2C: [-273.15, 1_000],
  irradianceWPerM2: [-1_000, 5_000],
  moduleTemperatureC: [-273.15, 1_000],
  dayEnergyWh: [0, 24 * maxPowerW],
  status: [-32_768, maxInteger],
  totalEnergyWh: [0, 1e12],
  operatingHoursRaw: [0, 4_294_967_295],
  dayIrradiationWhPerM2: [0, 100_000],
  powerLimitPercent: [-1_000, 1_000],
};

const wholeNumbers: ReadonlySet<MeasuredChannel> = new Set(['dayEnergyWh', 'status']);

/** The value as it can be kept, or null when it is absent, not a number or physically impossible. */
export function plausibleValue(channel: MeasuredChannel, value: number | undefined): number | null {
  if (value === undefined) return null;
  const [min, max] = limits[channel];
  // Written so that NaN fails, too.
  if (!(value >= min && value <= max)) return null;
  return wholeNumbers.has(channel) ? Math.round(value) : value;
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

/** True when the time of a record can be real. Both are epoch seconds; zones are covered by the two days. */
export function isPlausibleClock(deviceClockS: number, receivedS: number): boolean {
  return (
    Number.isSafeInteger(deviceClockS) && deviceClockS >= earliestClockS && deviceClockS <= receivedS + maxClockAheadS
  );
}
