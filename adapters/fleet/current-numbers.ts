import { sumOfKnown } from '../../domain/production/series.js';
import { inverterState } from '../../commands/plant/inverter-state.js';
import type { Clock, Sighting } from '../../commands/ports.js';
import type { SerialNumber } from '../../domain/kernel/ids.js';
import type { PlacedInverter } from '../../domain/plant/state.js';
import {
  conditionOf,
  currentPowerW,
  newestValueS,
  plantCondition,
  type PlantCondition,
} from '../../domain/production/condition.js';
import { dayNumber } from '../../domain/production/device-clock.js';
import type { InverterNumbers, ProductionQueries } from '../readings/port.js';

/** What the devices of a plant say at this moment; null = nothing measured. */
export type CurrentNumbers = {
  readonly state: PlantCondition;
  readonly acPowerW: number | null;
  readonly todayEnergyWh: number | null;
  /** RFC 3339. */
  readonly lastValueAt: string | null;
};

export type PlantInverters = {
  readonly plantId: string;
  readonly timeZone: string;
  readonly inverters: readonly PlacedInverter[];
};

export type CurrentNumbersDeps = {
  readonly invertersOf: (plantIds: readonly string[]) => Promise<readonly PlantInverters[]>;
  readonly placesEver: (plantIds: readonly string[]) => Promise<ReadonlyMap<string, readonly string[]>>;
  readonly lastSeen: (serialNumbers: readonly SerialNumber[]) => Promise<ReadonlyMap<string, Sighting>>;
  readonly production: Pick<ProductionQueries, 'current'>;
  readonly clock: Clock;
};

/** Of many plants with one round of queries per time zone; plants that are gone are left out. */
export function currentNumbersWith(
  deps: CurrentNumbersDeps,
): (plantIds: readonly string[]) => Promise<ReadonlyMap<string, CurrentNumbers>> {
  return async (plantIds) => {
    const [plants, places] = await Promise.all([deps.invertersOf(plantIds), deps.placesEver(plantIds)]);
    const removed = ({ plantId, inverters }: PlantInverters) => removedPlaces(places.get(plantId), inverters);
    const now = deps.clock.now();
    const nowS = now.epochMilliseconds / 1000;
    const zones = [...new Set(plants.map(({ timeZone }) => timeZone))];
    const [seen, ...numbers] = await Promise.all([
      deps.lastSeen(plants.flatMap(({ inverters }) => inverters.map(({ serialNumber }) => serialNumber))),
      ...zones.map((zone) =>
        deps.production.current(
          plants.flatMap((plant) =>
            plant.timeZone === zone ? [...plant.inverters.map(({ inverterId }) => inverterId), ...removed(plant)] : [],
          ),
          dayNumber(zone, nowS),
        ),
      ),
    ]);
    const byPlace = new Map(numbers.flat().map((one) => [one.inverterId, one]));
    return new Map(
      plants.map((plant) => {
        const conditions = plant.inverters.map((inverter) =>
          conditionOf(
            inverterState(inverter, seen.get(inverter.serialNumber), now),
            byPlace.get(inverter.inverterId),
            nowS,
          ),
        );
        const present = plant.inverters.flatMap(({ inverterId }) => byPlace.get(inverterId) ?? []);
        const gone = removed(plant).flatMap((inverterId) => byPlace.get(inverterId) ?? []);
        return [plant.plantId, { state: plantCondition(conditions), ...sums(present, gone, nowS) }];
      }),
    );
  };
}

function sums(present: readonly InverterNumbers[], gone: readonly InverterNumbers[], nowS: number) {
  const lastS = newestValueS(present);
  return {
    acPowerW: sumOfKnown(present.map((one) => currentPowerW(one, nowS))),
    todayEnergyWh: sumOfKnown([...present, ...gone].map(({ todayWh }) => todayWh)),
    lastValueAt: lastS === null ? null : new Date(lastS * 1_000).toISOString().replace('.000Z', 'Z'),
  };
}

/** Places that stand no more: what was produced there stays with the plant. */
export function removedPlaces(
  places: readonly string[] | undefined,
  present: readonly Pick<PlacedInverter, 'inverterId'>[],
): readonly string[] {
  const standing = new Set<string>(present.map(({ inverterId }) => inverterId));
  return (places ?? []).filter((place) => !standing.has(place));
}
