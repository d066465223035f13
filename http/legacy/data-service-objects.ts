import type { ObjectKind } from '../../adapters/data-service/request.js';
import type { ClimateQueries } from '../../adapters/weather/port.js';
import type { EmissionFactor } from '../../domain/production/co2.js';
import type { Authenticated } from '../../commands/account/authenticate.js';
import { PlantId, type AccountId } from '../../domain/kernel/ids.js';
import { dayIn, legalTimeZone } from '../../domain/kernel/time.js';
import type { LicenceState } from '../../domain/licence/licence.js';
import { licenceSummary } from '../../domain/licence/summary.js';
import { isOpenFor, type Monitoring } from '../../domain/account/services.js';
import type { TokenScope } from '../../domain/account/access.js';
import type { Clock } from '../../commands/ports.js';
import { modelOfPlant } from '../../domain/production/yield/model-of-plant.js';
import { emissionFactorOf } from '../../domain/plant/emission-factor.js';
import type { ActivePlant } from '../../domain/plant/state.js';
import type { ModelledPlant } from '../../domain/production/yield/modelled-plant.js';
import type { PlantRecord } from '../../projections/plant-queries.js';
import { known } from '../../projections/plant-view.js';

/** Says no in the words that the sender reads. */
export class DataServiceRefusal extends Error {
  override readonly name = 'DataServiceRefusal';
}

/** One answer for what does not exist, belongs to others, has no licence, or is not what a token is made for. */
const accessDenied = "Access denied. The requested plant's data is not accessible for the specified user";

export type ObjectDeps = {
  readonly monitoringOf: (caller: { readonly accountId: AccountId }, action: 'readings:view') => Promise<Monitoring>;
  readonly findNumbered: (
    kind: ObjectKind,
    number: number,
  ) => Promise<{ readonly id: string; readonly plantId: string } | null>;
  readonly numbersOf: (plantIds: readonly string[]) => Promise<ReadonlyMap<string, number>>;
  readonly findPlant: (accountId: AccountId, plantId: PlantId) => Promise<PlantRecord | null>;
  readonly placesEver: (plantIds: readonly string[]) => Promise<ReadonlyMap<string, readonly string[]>>;
  readonly licencesOf: (plantIds: readonly string[]) => Promise<(plantId: string) => LicenceState>;
  readonly climates: ClimateQueries;
  readonly clock: Clock;
};

type ShownInverter = {
  readonly nominalPowerW: number;
  readonly id: string;
  readonly name: string;
  readonly serialNumber: string;
  readonly subplantId: string | null;
};

type ShownPlant = Pick<ModelledPlant, 'model' | 'measured' | 'ownForecasts'> & {
  readonly name: string;
  readonly timeZone: string;
  readonly feedInTariffs: readonly { readonly from: string; readonly centsPerKwh: number }[];
  readonly emissionFactor: EmissionFactor;
  readonly ratedPowerW: number;
  readonly subplants: readonly { readonly id: string; readonly name: string }[];
  readonly inverters: readonly ShownInverter[];
  /** With the places that were removed: what they produced stays with the plant. */
  readonly inverterIds: readonly string[];
  readonly numberOf: (id: string) => number;
};

/** A plant, subplant or inverter that the caller may look at. */
export type ShownObject = {
  readonly kind: ObjectKind;
  readonly number: number;
  readonly plant: ShownPlant;
  readonly inverterIds: readonly string[];
  /** What its yield is measured by: peak power of the modules where it is known, else what its inverters are rated for. */
  readonly powerW: number;
  readonly ratedPowerW: number;
};

/** Throws `DataServiceRefusal`. */
export async function shownObject(
  deps: ObjectDeps,
  { accountId, token }: Authenticated,
  scope: TokenScope,
  wish: { readonly kind: ObjectKind; readonly number: number },
): Promise<ShownObject> {
  const found = await deps.findNumbered(wish.kind, wish.number);
  if (found === null) throw new DataServiceRefusal(accessDenied);
  const plantId = PlantId.parse(found.plantId);
  if (token !== null && !(token.scopes.includes(scope) && (token.plantIds?.includes(plantId) ?? true))) {
    throw new DataServiceRefusal(accessDenied);
  }
  const [record, monitoring, licences, places, numbers] = await Promise.all([
    deps.findPlant(accountId, plantId),
    deps.monitoringOf({ accountId }, 'readings:view'),
    deps.licencesOf([plantId]),
    deps.placesEver([plantId]),
    deps.numbersOf([plantId]),
  ]);
  const { state } = licenceSummary(licences(plantId), dayIn(legalTimeZone, deps.clock.now()));
  const isLocked = !isOpenFor(monitoring, plantId) || state === 'expired' || state === 'exceeded';
  const object = record === null || isLocked ? null : await shown(record);
  if (object === null) throw new DataServiceRefusal(accessDenied);
  return object;

  async function shown({ plant }: PlantRecord): Promise<ShownObject | null> {
    const model = modelOfPlant(plant);
    const measured = await deps.climates.at(model?.place ?? null);
    return objectIn(plant, { places: places.get(plantId) ?? [], numbers, model, measured }, found?.id ?? '', wish);
  }
}

function objectIn(
  active: ActivePlant,
  {
    places,
    numbers,
    ...modelled
  }: Pick<ModelledPlant, 'model' | 'measured'> & {
    readonly places: readonly string[];
    readonly numbers: ReadonlyMap<string, number>;
  },
  id: string,
  { kind, number }: { readonly kind: ObjectKind; readonly number: number },
): ShownObject | null {
  const { plantId, details, subplants, inverters, power, ownForecasts } = active;
  const standing = [...inverters.values()];
  const plant: ShownPlant = {
    name: known(details.name, ''),
    timeZone: details.timeZone,
    feedInTariffs: details.feedInTariffs,
    emissionFactor: emissionFactorOf(active),
    ratedPowerW: power.nominalPowerW,
    ...modelled,
    ownForecasts,
    subplants: [...subplants].map(([subplantId, { name }]) => ({ id: subplantId, name: known(name, '') })),
    inverters: standing.map(({ inverterId, name, serialNumber, subplantId, nominalPowerW }) => ({
      ...{ id: inverterId, name: known(name, ''), serialNumber, subplantId, nominalPowerW },
    })),
    inverterIds: [...new Set([...inverters.keys(), ...places])],
    numberOf: (of) => numbers.get(of) ?? 0,
  };
  if (kind === 'plant') {
    const { inverterIds, ratedPowerW } = plant;
    return { kind, number, plant, inverterIds, powerW: details.generatorPowerW, ratedPowerW };
  }
  const subplant = [...subplants.values()].find(({ subplantId }) => subplantId === id);
  const parts = standing.filter(({ inverterId, subplantId }) => (kind === 'inverter' ? inverterId : subplantId) === id);
  if (plantId !== id && subplant === undefined && parts.length === 0) return null;
  const ratedPowerW = parts.reduce((total, { nominalPowerW }) => total + nominalPowerW, 0);
  const powerW = subplant?.generatorPowerW ?? ratedPowerW;
  return { kind, number, plant, inverterIds: parts.map(({ inverterId }) => inverterId), powerW, ratedPowerW };
}
