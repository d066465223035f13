/** Units of the series metrics as the API writes them, and how several inverters become one value. */
export const seriesUnits = {
  acPowerW: { unit: 'W', over: 'sum' },
  energyWh: { unit: 'Wh', over: 'sum' },
  acVoltageV: { unit: 'V', over: 'mean' },
  acCurrentA: { unit: 'A', over: 'sum' },
  acFrequencyHz: { unit: 'Hz', over: 'mean' },
  dcPowerW: { unit: 'W', over: 'sum' },
  dcVoltageV: { unit: 'V', over: 'mean' },
  dcCurrentA: { unit: 'A', over: 'sum' },
  temperature1C: { unit: '°C', over: 'mean' },
  temperature2C: { unit: '°C', over: 'mean' },
  irradianceWPerM2: { unit: 'W/m²', over: 'mean' },
  moduleTemperatureC: { unit: '°C', over: 'mean' },
  powerLimitPercent: { unit: '%', over: 'mean' },
} as const;

export type SeriesMetric = keyof typeof seriesUnits;
/** A metric that the devices measure directly; energy is computed from counters. */
export type ChannelMetric = Exclude<SeriesMetric, 'energyWh'>;

export function isSeriesMetric(name: string): name is SeriesMetric {
  return Object.hasOwn(seriesUnits, name);
}
