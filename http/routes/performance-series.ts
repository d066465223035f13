import { dayNumber } from '../../domain/production/device-clock.js';
import { intervalBounds, isIntraday, type Resolution, type Values } from '../../domain/production/series.js';
import type { RatioMetric } from '../../domain/production/units.js';
import { nominalEnergies, performanceRatios } from '../../domain/production/yield/performance-series.js';
import type { KeptWeather } from '../../adapters/weather/port.js';
import type { PlantForViewing, ProductionDeps } from './production-deps.js';

type Performance = (inverterIds: readonly string[], metric: RatioMetric) => Values;

/** Performance ratios of any inverters of a plant over intervals, from the energy and the weather of their days. */
export async function performanceOver(
  plant: PlantForViewing,
  bounds: readonly number[],
  resolution: Resolution,
  kept: KeptWeather | null,
  production: Pick<ProductionDeps['production'], 'intradayEnergy' | 'dailyEnergy'>,
): Promise<Performance> {
  const { timeZone, inverters } = plant;
  const ids = inverters.map(({ id }) => id);
  const isFine = isIntraday(resolution);
  const pieces = isFine ? bounds : intervalBounds(timeZone, bounds[0] ?? 0, bounds.at(-1) ?? 0, 'P1D');
  const energies = isFine
    ? await production.intradayEnergy(ids, timeZone, pieces)
    : await production.dailyEnergy(
        ids,
        pieces.map((atS) => dayNumber(timeZone, atS)),
      );
  return (inverterIds, metric) => {
    const nominal = nominalEnergies(plant, kept?.intervals ?? [], metric, pieces, isFine ? resolution : 'P1D');
    return performanceRatios(inverterIds, energies, nominal, pieces, bounds);
  };
}
