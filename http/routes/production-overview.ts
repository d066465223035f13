import type { z } from 'zod';
import type { InverterNumbers } from '../../adapters/readings/port.js';
import { avoidedCo2Kg, gridEmission } from '../../domain/production/co2.js';
import { deviceState } from '../../domain/production/device-states.js';
import { dayNumber, dayText } from '../../domain/production/device-clock.js';
import type { InverterCondition, Overview } from '../schemas/production.js';
import type { InverterForViewing, PlantForViewing, ProductionDeps } from './production-deps.js';

type Overview = z.infer<typeof Overview>;
type InverterOverview = Omit<
  Overview['inverters'][number],
  'specificYieldTodayKwhPerKw' | 'specificYield7DaysKwhPerKw' | 'specificYield30DaysKwhPerKw'
>;
type Condition = z.infer<typeof InverterCondition>;

/** A device that was silent that long has no current power; three of its intervals when those are longer. */
const currentForS = 35 * 60;
/** After a whole day and night without a value the last one says nothing of the device any more. */
const knownForS = 24 * 3_600;

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
    state: plantState(inverters.map(({ condition }) => condition)),
    timeZone: plant.timeZone,
    today: dayText(today),
    asOf: now.toString({ smallestUnit: 'second' }),
    lastValueAt: instantText(newest(present)),
    nominalPowerW: plant.nominalPowerW,
    nominalPowerAssumed: plant.nominalPowerAssumed,
    generatorPowerW: plant.generatorPowerW,
    licence: plant.licence,
    acPowerW: sumOfKnown(inverters.map(({ acPowerW }) => acPowerW)),
    energy: numbers.energy,
    revenueCents: numbers.revenueCents,
    co2: { totalKg: avoidedCo2Kg(numbers.energy.totalWh), ...gridEmission },
    inverters,
  } satisfies Overview;
}

export function inverterOverview(
  inverter: InverterForViewing,
  numbers: InverterNumbers | undefined,
  nowS: number,
): InverterOverview {
  const lastS = numbers?.lastValueAtS ?? null;
  const silentS = lastS === null ? Infinity : nowS - lastS;
  const isCurrent = silentS <= Math.max(currentForS, 3 * (numbers?.intervalS ?? 0));
  return {
    id: inverter.id,
    name: inverter.name,
    serialNumber: inverter.serialNumber,
    model: inverter.model,
    subplantId: inverter.subplantId,
    condition: conditionOf(inverter, numbers, silentS),
    state: inverter.state,
    deviceState: numbers?.deviceState ?? null,
    isClockAhead: numbers?.isClockAhead ?? false,
    nominalPowerW: inverter.nominalPowerW,
    acPowerW: isCurrent ? (numbers?.acPowerW ?? null) : null,
    todayWh: numbers?.todayWh ?? null,
    lastValueAt: instantText(lastS),
  };
}

/**
 * A device without data is one that does not report, here as in the list of inverters. One that reports what cannot be used,
 * of another time or of none, or of another device, is worth a note and never all right.
 */
function conditionOf(inverter: InverterForViewing, numbers: InverterNumbers | undefined, silentS: number): Condition {
  const isAhead = numbers?.isClockAhead === true;
  if (silentS > knownForS) {
    if (inverter.state === 'claimOpen') return 'claimOpen';
    return isAhead || inverter.state === 'reporting' || inverter.state === 'otherDevice' ? 'note' : 'noData';
  }
  const state = numbers?.deviceState ?? null;
  const condition = state === null ? 'ok' : deviceState(state).condition;
  const isDoubtful = isAhead || inverter.state === 'otherDevice';
  return isDoubtful && condition === 'ok' ? 'note' : condition;
}

/** The worst of its inverters; some without data are worth a note, all without data are no data. */
export function plantState(conditions: readonly Condition[]): Overview['state'] {
  if (conditions.length === 0) return 'noInverters';
  if (conditions.includes('fault')) return 'fault';
  const silent = conditions.filter((condition) => condition === 'noData' || condition === 'claimOpen').length;
  if (silent === conditions.length) return 'noData';
  return silent > 0 || conditions.includes('note') ? 'note' : 'ok';
}

export function newest(inverters: readonly InverterNumbers[]): number | null {
  const times = inverters.flatMap(({ lastValueAtS }) => lastValueAtS ?? []);
  return times.length === 0 ? null : Math.max(...times);
}

export function sumOfKnown(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0);
}

export function instantText(atS: number | null): string | null {
  return atS === null ? null : new Date(atS * 1000).toISOString().replace('.000Z', 'Z');
}
