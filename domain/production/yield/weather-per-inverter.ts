import type { Resolution, Values } from '../series.js';
import type { WeatherMetric } from '../units.js';
import { expectedSeries } from './expected-series.js';
import { usualAirTemperatureC } from './climate.js';
import { meanPowers, perInverter, type ModelledPlant } from './modelled-plant.js';
import type { PlantOutput } from './plant-model.js';
import { weatherSky, type WeatherInterval } from './weather-sky.js';

/**
 * What the weather allows each inverter in each interval; null where nobody knows the weather, for a day with one hour of
 * daylight unknown. Nothing for a plant whose place is not known. Where only the temperature is unknown the usual one of
 * the month stands in.
 */
export function weatherPerInverter(
  plant: ModelledPlant,
  weather: readonly WeatherInterval[],
  metrics: readonly WeatherMetric[],
  bounds: readonly number[],
  resolution: Resolution,
): ReadonlyMap<WeatherMetric, ReadonlyMap<string, Values>> {
  const { model, measured, timeZone } = plant;
  if (model === null || weather.length === 0) return new Map();
  const ofMonthC = usualAirTemperatureC(model.place, measured);
  const usualC = (atS: number) => ofMonthC(new Date(atS * 1_000).getUTCMonth() + 1);
  const sky = weatherSky(model.place, weather, usualC);
  const options = { isAlikeEveryYear: false } as const;
  const energiesWh = metrics.some((metric) => metric !== 'weatherIrradianceWPerM2')
    ? perInverter(plant, expectedSeries(model, sky, timeZone, bounds, resolution, options))
    : new Map<string, Values>();
  const light = () => {
    const onPlane = { ...options, powerOf: ({ planeWm2 }: PlantOutput) => planeWm2 };
    return perInverter(plant, expectedSeries(model, sky, timeZone, bounds, resolution, onPlane), { isShared: false });
  };
  return new Map(
    metrics.map((metric) => {
      if (metric === 'weatherEnergyWh') return [metric, energiesWh];
      return [metric, meanPowers(metric === 'weatherPowerW' ? energiesWh : light(), bounds)];
    }),
  );
}
