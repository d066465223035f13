import type { Resolution, Values } from '../series.js';
import type { WeatherMetric } from '../units.js';
import { expectedSeries } from './expected-series.js';
import { usualAirTemperatureC } from './climate.js';
import { meanPowers, perInverter, type ModelledPlant } from './modelled-plant.js';
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
  const ofFieldsWh = expectedSeries(model, sky, timeZone, bounds, resolution, { isAlikeEveryYear: false });
  const energiesWh = perInverter(plant, ofFieldsWh);
  return new Map(
    metrics.map((metric) => [metric, metric === 'weatherEnergyWh' ? energiesWh : meanPowers(energiesWh, bounds)]),
  );
}
