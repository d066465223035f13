import { dayNumber } from '../../domain/production/device-clock.js';
import { isIntraday, type Resolution, type Values } from '../../domain/production/series.js';
import type { WorthMetric } from '../../domain/production/units.js';
import { gathered, tariffPieces, worthOf } from '../../domain/production/worth.js';
import type { PlantForViewing, ProductionDeps } from './production-deps.js';

type EnergyMetric = 'energyWh' | WorthMetric;

/** The energy of inverters over intervals, and what it was worth, by metric and inverter. */
export async function energyOver(
  plant: PlantForViewing,
  metrics: readonly EnergyMetric[],
  ids: readonly string[],
  bounds: readonly number[],
  resolution: Resolution,
  production: Pick<ProductionDeps['production'], 'intradayEnergy' | 'dailyEnergy'>,
): Promise<ReadonlyMap<EnergyMetric, ReadonlyMap<string, Values>>> {
  const { timeZone, feedInTariffs: tariffs, emissionFactor } = plant;
  const days = bounds.map((atS) => dayNumber(timeZone, atS));
  const isFine = isIntraday(resolution);
  // A tariff begins with a day: only longer intervals may have two.
  const pieces = isFine || !metrics.includes('revenueCents') ? days : tariffPieces(days, tariffs);
  const energies = isFine
    ? await production.intradayEnergy(ids, timeZone, bounds)
    : await production.dailyEnergy(ids, pieces);
  const over = (metric: EnergyMetric, energyWh: Values): Values => {
    const values = metric === 'energyWh' ? energyWh : worthOf(metric, energyWh, pieces, { tariffs, emissionFactor });
    return pieces === days ? values : gathered(values, pieces, days);
  };
  return new Map(
    metrics.map((metric) => [metric, new Map([...energies].map(([id, energyWh]) => [id, over(metric, energyWh)]))]),
  );
}
