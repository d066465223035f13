import type { Resolution, Values } from '../series.js';
import type { WeatherMetric } from '../units.js';
import { expectedSeries } from './expected-series.js';
import { climateOfPlant, meanPowers, perInverter, type ModelledPlant } from './modelled-plant.js';
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
  const { model, timeZone } = plant;
  const climate = climateOfPlant(plant);
  if (model === null || climate === null || weather.length === 0) return new Map();
  const usualC = (atS: number) => climate.months[new Date(atS * 1_000).getUTCMonth()]?.airTemperatureC ?? 10;
  const sky = weatherSky(model.place, weather, usualC);
  const ofFieldsWh = expectedSeries(model, sky, timeZone, bounds, resolution, { isAlikeEveryYear: false });
  const energiesWh = perInverter(plant, ofFieldsWh);
  return new Map(
    metrics.map((metric) => [metric, metric === 'weatherEnergyWh' ? energiesWh : meanPowers(energiesWh, bounds)]),
  );
}
