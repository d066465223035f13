import type { Resolution, Values } from '../series.js';
import type { RatioMetric } from '../units.js';
import { usualAirTemperatureC } from './climate.js';
import { expectedSeries } from './expected-series.js';
import { perInverter, type ByInverter, type ModelledPlant } from './modelled-plant.js';
import { weatherSky, type WeatherInterval } from './weather-sky.js';

/**
 * What the modules of each inverter would have given in the light that there was, under nominal conditions or at the
 * temperature of their cells, in each piece of time, Wh; null where an hour of daylight is not known.
 */
export function nominalEnergies(
  plant: ModelledPlant,
  weather: readonly WeatherInterval[],
  metric: RatioMetric,
  bounds: readonly number[],
  resolution: Resolution,
): ByInverter {
  const { model, measured, timeZone } = plant;
  if (model === null || weather.length === 0) return new Map();
  const ofMonthC = usualAirTemperatureC(model.place, measured);
  const sky = weatherSky(model.place, weather, (atS) => ofMonthC(new Date(atS * 1_000).getUTCMonth() + 1));
  const ofFields = expectedSeries(model, sky, timeZone, bounds, resolution, {
    isAlikeEveryYear: false,
    powerOf: (output) => (metric === 'performanceRatioPercent' ? output.nominalDcW : output.correctedDcW),
  });
  return perInverter(plant, ofFields);
}

/** Less light than this says little, as a share of what the pieces of a whole have at most. */
const leastShare = 0.02;

/**
 * Performance ratio of some inverters together, in percent, for each interval: over the pieces of it (its days) in which both
 * the energy of an inverter and the light on its modules are known. Null without any.
 */
export function performanceRatios(
  inverterIds: readonly string[],
  energies: ReadonlyMap<string, Values>,
  nominal: ByInverter,
  pieces: readonly number[],
  bounds: readonly number[],
): Values {
  const sums = bounds.slice(1).map(() => ({ energyWh: 0, nominalWh: 0 }));
  for (const id of inverterIds) {
    const [made, could] = [energies.get(id), nominal.get(id)];
    if (made === undefined || could === undefined) continue;
    const leastWh = leastShare * could.reduce<number>((most, wh) => Math.max(most, wh ?? 0), 0);
    for (let piece = 0, interval = 0; piece < pieces.length - 1; piece++) {
      while ((pieces[piece] ?? 0) >= (bounds[interval + 1] ?? Infinity)) interval++;
      const [energyWh, nominalWh, sum] = [made[piece] ?? null, could[piece] ?? null, sums[interval]];
      if (energyWh === null || nominalWh === null || nominalWh <= leastWh || sum === undefined) continue;
      sum.energyWh += energyWh;
      sum.nominalWh += nominalWh;
    }
  }
  return sums.map(({ energyWh, nominalWh }) => (nominalWh === 0 ? null : (100 * energyWh) / nominalWh));
}
