/**
 * The channels of a device record (wire.md 1.4, keys `1` to `12`), each in the unit of its name. A missing channel is
 * absent, never 0.
 */
export type Channels = {
  readonly acPowerW?: number;
  readonly acVoltageV?: number;
  readonly acCurrentA?: number;
  readonly acFrequencyHz?: number;
  readonly dcPowerW?: number;
  readonly dcVoltageV?: number;
  readonly dcCurrentA?: number;
  /** Heat sink, right. */
  readonly temperature1C?: number;
  /** Inside, top left. */
  readonly temperature2C?: number;
  readonly irradianceWPerM2?: number;
  readonly moduleTemperatureC?: number;
  /** Counter of the day; 0.1 kWh steps. */
  readonly dayEnergyWh?: number;
  readonly status?: number;
  /** Counter of the device's life; 0.1 kWh steps. */
  readonly totalEnergyWh?: number;
  readonly operatingHoursRaw?: number;
  readonly dayIrradiationWhPerM2?: number;
  readonly powerLimitPercent?: number;
  /** Keys of later firmware, as sent: key → hex text. */
  readonly unknown?: Readonly<Record<string, string>>;
};

export const measuredChannels = [
  'acPowerW',
  'acVoltageV',
  'acCurrentA',
  'acFrequencyHz',
  'dcPowerW',
  'dcVoltageV',
  'dcCurrentA',
  'temperature1C',
  'temperature2C',
  'irradianceWPerM2',
  'moduleTemperatureC',
  'dayEnergyWh',
  'status',
  'totalEnergyWh',
  'operatingHoursRaw',
  'dayIrradiationWhPerM2',
  'powerLimitPercent',
] as const satisfies readonly (keyof Channels)[];

export type MeasuredChannel = (typeof measuredChannels)[number];
