import { intervalBounds, type Resolution, type Values } from '../series.js';
import type { ModelMetric } from '../units.js';
import { climateSky, type Climate } from './climate.js';
import { expectedSeries } from './expected-series.js';
import { cloudless } from './light.js';
import type { ModelOfPlant } from './model-of-plant.js';
import { climateOfPlant, meanPowers, perInverter, type ByInverter, type ModelledPlant } from './modelled-plant.js';
import { modelledMonths, monthlyForecasts } from './monthly-forecast.js';

type Intervals = { readonly bounds: readonly number[]; readonly resolution: Resolution };

/**
 * What is expected of each inverter in each interval: by the model, and in months for which people wrote a value as much
 * as they wrote. Nothing for a plant whose place is not known.
 */
export function expectedPerInverter(
  plant: ModelledPlant,
  metrics: readonly ModelMetric[],
  bounds: readonly number[],
  resolution: Resolution,
): ReadonlyMap<ModelMetric, ByInverter> {
  const { model, timeZone } = plant;
  const climate = climateOfPlant(plant);
  if (model === null || climate === null) return new Map();
  const isUsualWanted = metrics.some((metric) => metric !== 'clearSkyPowerW');
  const expectedWh = isUsualWanted
    ? usualWh({ ...plant, model }, climate, { bounds, resolution })
    : new Map<string, Values>();
  return new Map(
    metrics.map((metric): [ModelMetric, ByInverter] => {
      if (metric === 'expectedEnergyWh') return [metric, expectedWh];
      if (metric === 'expectedPowerW') return [metric, meanPowers(expectedWh, bounds)];
      const clearWh = expectedSeries(model, cloudlessIn(climate), timeZone, bounds, resolution);
      return [metric, meanPowers(perInverter(plant, clearWh), bounds)];
    }),
  );
}

/** As warm as the month usually is. */
function cloudlessIn({ months }: Climate): ReturnType<typeof cloudless> {
  const skies = months.map(({ airTemperatureC }) => cloudless(airTemperatureC));
  return (light) => skies[new Date(light.atS * 1_000).getUTCMonth()]?.(light) ?? null;
}

function usualWh(
  plant: ModelledPlant & { readonly model: ModelOfPlant },
  climate: Climate,
  { bounds, resolution }: Intervals,
): ByInverter {
  const energies = (at: readonly number[]) =>
    perInverter(plant, expectedSeries(plant.model, climateSky(climate), plant.timeZone, at, resolution));
  if (plant.ownForecasts.size === 0) return energies(bounds);
  const [firstS, endS] = [bounds[0] ?? 0, bounds.at(-1) ?? 0];
  const months = intervalBounds(plant.timeZone, firstS, endS, 'P1M');
  const inside = months.filter((atS) => atS > firstS && atS < endS);
  // Years are made of months, each of which is scaled by itself.
  const pieces = [...new Set([...bounds, ...inside])].sort((a, b) => a - b);
  return new Map(
    [...scaled(plant, energies(pieces), pieces, months)].map(([id, values]) => [id, joined(values, pieces, bounds)]),
  );
}

/** The month as it was written, spread over its days and hours as the model has them. */
function scaled(
  plant: ModelledPlant,
  energies: ByInverter,
  pieces: readonly number[],
  months: readonly number[],
): ByInverter {
  const ofFields = modelledMonths(plant, months);
  const modelled = perInverter(plant, ofFields);
  const forecasts = monthlyForecasts(plant, months, () => ofFields);
  return new Map(
    [...energies].map(([id, values]) => {
      const factors = months.slice(0, -1).map((_, index) => {
        const modelledWh = modelled.get(id)?.[index] ?? 0;
        // In a polar night there is nothing that could be scaled.
        return modelledWh === 0 ? 1 : (forecasts.ofInverter(id, index).energyWh ?? modelledWh) / modelledWh;
      });
      let month = 0;
      const wanted = values.map((value, index) => {
        while ((pieces[index] ?? 0) >= (months[month + 1] ?? Infinity)) month++;
        return value === null ? null : value * (factors[month] ?? 1);
      });
      return [id, wanted];
    }),
  );
}

/** Values of pieces as values of the intervals that they are pieces of. */
function joined(values: Values, pieces: readonly number[], bounds: readonly number[]): Values {
  if (pieces.length === bounds.length) return values;
  const sums: Values = bounds.slice(1).map(() => null);
  let interval = 0;
  values.forEach((value, index) => {
    while ((pieces[index] ?? 0) >= (bounds[interval + 1] ?? Infinity)) interval++;
    if (value !== null) sums[interval] = (sums[interval] ?? 0) + value;
  });
  return sums;
}
