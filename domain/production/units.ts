import { channelFacts, type MeasuredChannel } from './channels.js';

/** A metric that the devices measure directly; energy is computed from counters. */
export type ChannelMetric = {
  [Channel in MeasuredChannel]: (typeof channelFacts)[Channel] extends { readonly series: object } ? Channel : never;
}[MeasuredChannel];
/** What nobody measures: the yield model under the usual sky of the season, and under a sky without clouds. */
export type ModelMetric = 'expectedPowerW' | 'expectedEnergyWh' | 'clearSkyPowerW';
/** The yield model under the weather as it was, or is to come, and the light on the modules that it computes with. */
export type WeatherMetric = 'weatherPowerW' | 'weatherEnergyWh' | 'weatherIrradianceWPerM2';
/** Energy over what the modules would give in the light that there was (IEC 61724-1), plain and at the temperature of the cells. */
export type RatioMetric = 'performanceRatioPercent' | 'correctedPerformanceRatioPercent';
/** What the energy was worth: money by the tariff of each day, and what the grid did not emit. */
export type WorthMetric = 'revenueCents' | 'avoidedCo2Kg';
export type SeriesMetric = ChannelMetric | 'energyWh' | WorthMetric | ModelMetric | WeatherMetric | RatioMetric;

/** Units of the series metrics as the API writes them, and how several inverters become one value. */
export const seriesUnits: Readonly<Record<SeriesMetric, { readonly unit: string; readonly over: 'sum' | 'mean' }>> = {
  acPowerW: channelFacts.acPowerW.series,
  energyWh: { unit: 'Wh', over: 'sum' },
  revenueCents: { unit: 'ct', over: 'sum' },
  avoidedCo2Kg: { unit: 'kg', over: 'sum' },
  expectedPowerW: { unit: 'W', over: 'sum' },
  expectedEnergyWh: { unit: 'Wh', over: 'sum' },
  clearSkyPowerW: { unit: 'W', over: 'sum' },
  weatherPowerW: { unit: 'W', over: 'sum' },
  weatherEnergyWh: { unit: 'Wh', over: 'sum' },
  weatherIrradianceWPerM2: { unit: 'W/m²', over: 'mean' },
  performanceRatioPercent: { unit: '%', over: 'mean' },
  correctedPerformanceRatioPercent: { unit: '%', over: 'mean' },
  ...(Object.fromEntries(
    Object.entries(channelFacts).flatMap(([channel, facts]) => ('series' in facts ? [[channel, facts.series]] : [])),
  ) as Record<Exclude<ChannelMetric, 'acPowerW'>, (typeof channelFacts)[ChannelMetric]['series']>),
};

export const seriesMetrics = Object.keys(seriesUnits) as readonly SeriesMetric[];

export function isSeriesMetric(name: string): name is SeriesMetric {
  return Object.hasOwn(seriesUnits, name);
}

export function isModelMetric(metric: SeriesMetric): metric is ModelMetric {
  return metric === 'expectedPowerW' || metric === 'expectedEnergyWh' || metric === 'clearSkyPowerW';
}

export function isWeatherMetric(metric: SeriesMetric): metric is WeatherMetric {
  return metric === 'weatherPowerW' || metric === 'weatherEnergyWh' || metric === 'weatherIrradianceWPerM2';
}

export function isRatioMetric(metric: SeriesMetric): metric is RatioMetric {
  return metric === 'performanceRatioPercent' || metric === 'correctedPerformanceRatioPercent';
}

/** True for energy and what is computed from nothing else. */
export function isEnergyMetric(metric: SeriesMetric): metric is 'energyWh' | WorthMetric {
  return metric === 'energyWh' || metric === 'revenueCents' || metric === 'avoidedCo2Kg';
}

/** True for what is read from the single records of the devices. */
export function isChannelMetric(metric: SeriesMetric): metric is ChannelMetric {
  return Object.hasOwn(channelFacts, metric);
}
