import { removedPlaces } from '../adapters/fleet/current-numbers.js';
import type { ClimateQueries } from '../adapters/weather/port.js';
import { inverterState } from '../commands/plant/inverter-state.js';
import type { Clock, InverterCatalogue, Sighting } from '../commands/ports.js';
import { AccountId, PlantId, type SerialNumber } from '../domain/kernel/ids.js';
import type { Temporal } from '../domain/kernel/time.js';
import { legalTimeZone } from '../domain/kernel/time.js';
import type { LicenceState } from '../domain/licence/licence.js';
import { licenceSummary } from '../domain/licence/summary.js';
import type { InverterType } from '../domain/plant/inverter-types.js';
import { emissionFactorOf } from '../domain/plant/emission-factor.js';
import type { PlacedInverter } from '../domain/plant/state.js';
import { modelOfPlant } from '../domain/production/yield/model-of-plant.js';
import type { PlantRecord } from '../projections/plant-queries.js';
import { known } from '../projections/plant-view.js';
import type { InverterForViewing, PlantAccess, PlantForViewing } from './routes/production-deps.js';

/** Read models and readings put together: what pages show of a plant beyond its master data. */
type ViewingDeps = {
  readonly findPlant: (accountId: AccountId, plantId: PlantId) => Promise<PlantRecord | null>;
  readonly placesEver: (plantIds: readonly string[]) => Promise<ReadonlyMap<string, readonly string[]>>;
  readonly licencesOf: (plantIds: readonly string[]) => Promise<(plantId: string) => LicenceState>;
  readonly lastSeen: (serialNumbers: readonly SerialNumber[]) => Promise<ReadonlyMap<string, Sighting>>;
  readonly catalogue: InverterCatalogue;
  readonly climates: ClimateQueries;
  readonly clock: Clock;
};

/** The plant as the production pages need it, for those who may look at it. */
export function plantAccessWith(deps: ViewingDeps): PlantAccess {
  return async (accountId, plantId) => {
    const account = AccountId.safeParse(accountId);
    const id = PlantId.safeParse(plantId);
    if (!account.success || !id.success) return null;
    const record = await deps.findPlant(account.data, id.data);
    if (record === null) return null;
    const inverters = [...record.plant.inverters.values()];
    const model = modelOfPlant(record.plant);
    const [types, seen, licences, places, measured] = await Promise.all([
      deps.catalogue.list(),
      deps.lastSeen(inverters.map(({ serialNumber }) => serialNumber)),
      deps.licencesOf([id.data]),
      deps.placesEver([id.data]),
      deps.climates.at(model?.place ?? null),
    ]);
    const now = deps.clock.now();
    return {
      ...{ ...masterData(record), model, measured },
      licence: licenceSummary(licences(id.data), now.toZonedDateTimeISO(legalTimeZone).toPlainDate()),
      inverters: inverters.map((inverter) => forViewing(inverter, types, seen.get(inverter.serialNumber), now)),
      removedInverterIds: removedPlaces(places.get(id.data), inverters),
    };
  };
}

function masterData({
  plant,
}: PlantRecord): Omit<PlantForViewing, 'licence' | 'inverters' | 'removedInverterIds' | 'model' | 'measured'> {
  const { details, power } = plant;
  return {
    plantId: plant.plantId,
    name: known(details.name, ''),
    timeZone: details.timeZone,
    nominalPowerW: power.nominalPowerW,
    nominalPowerAssumed: power.assumedPowerW > 0,
    generatorPowerW: details.generatorPowerW,
    ownForecasts: plant.ownForecasts,
    feedInTariffs: details.feedInTariffs,
    emissionFactor: emissionFactorOf(plant),
    subplants: [...plant.subplants].map(([id, { name }]) => ({ id, name: known(name, '') })),
  };
}

function forViewing(
  inverter: PlacedInverter,
  types: readonly InverterType[],
  sighting: Sighting | undefined,
  now: Temporal.Instant,
): InverterForViewing {
  const { inverterId, name, serialNumber, typeId, nominalPowerW, subplantId } = inverter;
  return {
    id: inverterId,
    name: known(name, ''),
    serialNumber,
    model: types.find(({ id }) => id === typeId)?.model ?? null,
    nominalPowerW,
    subplantId,
    state: inverterState(inverter, sighting, now),
  };
}
