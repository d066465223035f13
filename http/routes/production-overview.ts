import { sumOfKnown } from '../../domain/production/series.js';
import { instantText } from '../../domain/kernel/time.js';
import type { z } from 'zod';
import type { InverterNumbers } from '../../adapters/readings/port.js';
import { avoidedCo2Kg } from '../../domain/production/co2.js';
import { conditionOf, currentPowerW, newestValueS, plantCondition } from '../../domain/production/condition.js';
import { dayNumber, dayText } from '../../domain/production/device-clock.js';
import type { Overview } from '../schemas/production.js';
import type { InverterForViewing, PlantForViewing, ProductionDeps } from './production-deps.js';

type Overview = z.infer<typeof Overview>;
type InverterOverview = Omit<
  Overview['inverters'][number],
  'specificYieldTodayKwhPerKw' | 'specificYield7DaysKwhPerKw' | 'specificYield30DaysKwhPerKw'
>;

/** The plant page in one answer. */
export async function overviewOf(plant: PlantForViewing, deps: Pick<ProductionDeps, 'production' | 'clock'>) {
  const now = deps.clock.now();
  const nowS = now.epochMilliseconds / 1000;
  const today = dayNumber(plant.timeZone, nowS);
  const ids = [...plant.inverters.map(({ id }) => id), ...plant.removedInverterIds];
  const numbers = await deps.production.numbers(ids, today, plant.feedInTariffs);
  const byId = new Map(numbers.inverters.map((one) => [one.inverterId, one]));
  const present = plant.inverters.flatMap(({ id }) => byId.get(id) ?? []);
  const yields = new Map(numbers.specificYields.map((one) => [one.inverterId, one]));
  const inverters = plant.inverters.map((inverter) => {
    const specific = yields.get(inverter.id);
    return {
      ...inverterOverview(inverter, byId.get(inverter.id), nowS),
      specificYieldTodayKwhPerKw: specific?.todayKwhPerKw ?? null,
      specificYield7DaysKwhPerKw: specific?.sevenDaysKwhPerKw ?? null,
      specificYield30DaysKwhPerKw: specific?.thirtyDaysKwhPerKw ?? null,
    };
  });
  return {
    plantId: plant.plantId,
    name: plant.name,
    state: plantCondition(inverters.map(({ condition }) => condition)),
    timeZone: plant.timeZone,
    today: dayText(today),
    asOf: now.toString({ smallestUnit: 'second' }),
    lastValueAt: instantOrNull(newestValueS(present)),
    nominalPowerW: plant.nominalPowerW,
    nominalPowerAssumed: plant.nominalPowerAssumed,
    generatorPowerW: plant.generatorPowerW,
    licence: plant.licence,
    acPowerW: sumOfKnown(inverters.map(({ acPowerW }) => acPowerW)),
    energy: numbers.energy,
    revenueCents: numbers.revenueCents,
    co2: { totalKg: avoidedCo2Kg(numbers.energy.totalWh, plant.emissionFactor), ...plant.emissionFactor },
    inverters,
  } satisfies Overview;
}

export function inverterOverview(
  inverter: InverterForViewing,
  numbers: InverterNumbers | undefined,
  nowS: number,
): InverterOverview {
  return {
    id: inverter.id,
    name: inverter.name,
    serialNumber: inverter.serialNumber,
    model: inverter.model,
    subplantId: inverter.subplantId,
    condition: conditionOf(inverter.state, numbers, nowS),
    state: inverter.state,
    deviceState: numbers?.deviceState ?? null,
    isClockAhead: numbers?.isClockAhead ?? false,
    nominalPowerW: inverter.nominalPowerW,
    acPowerW: currentPowerW(numbers, nowS),
    todayWh: numbers?.todayWh ?? null,
    lastValueAt: instantOrNull(numbers?.lastValueAtS ?? null),
  };
}

function instantOrNull(atS: number | null): string | null {
  return atS === null ? null : instantText(atS);
}
