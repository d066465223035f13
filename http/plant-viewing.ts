import type { ProductionQueries } from '../adapters/readings/port.js';
import type { ClimateQueries } from '../adapters/weather/port.js';
import type { Clock, InverterCatalogue, Sighting } from '../commands/ports.js';
import { AccountId, PlantId, type SerialNumber } from '../domain/kernel/ids.js';
import type { Temporal } from '../domain/kernel/time.js';
import { legalTimeZone } from '../domain/kernel/time.js';
import type { LicenceState } from '../domain/licence/licence.js';
import { licenceSummary } from '../domain/licence/summary.js';
import type { InverterType } from '../domain/plant/inverter-types.js';
import type { PlacedInverter } from '../domain/plant/state.js';
import { dayNumber } from '../domain/production/device-clock.js';
import { modelOfPlant } from '../domain/production/yield/model-of-plant.js';
import type { PlantRecord } from '../projections/plant-queries.js';
import { known } from '../projections/plant-view.js';
import { inverterState } from './inverter-state.js';
import type { InverterForViewing, PlantAccess, PlantForViewing } from './routes/production-deps.js';
import { instantText, inverterOverview, newest, plantState, sumOfKnown } from './routes/production-overview.js';
import type { LiveNumbers } from './routes/plants.js';

/** Read models and readings put together: what pages show of a plant beyond its master data. */
type ViewingDeps = {
  readonly findPlant: (accountId: AccountId, plantId: PlantId) => Promise<PlantRecord | null>;
  readonly invertersOf: (plantIds: readonly string[]) => Promise<readonly PlantInverters[]>;
  readonly placesEver: (plantIds: readonly string[]) => Promise<ReadonlyMap<string, readonly string[]>>;
  readonly licencesOf: (plantIds: readonly string[]) => Promise<(plantId: string) => LicenceState>;
  readonly lastSeen: (serialNumbers: readonly SerialNumber[]) => Promise<ReadonlyMap<string, Sighting>>;
  readonly catalogue: InverterCatalogue;
  readonly production: ProductionQueries;
  readonly climates: ClimateQueries;
  readonly clock: Clock;
};

type PlantInverters = {
  readonly plantId: string;
  readonly timeZone: string;
  readonly inverters: readonly PlacedInverter[];
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
      removedInverterIds: removedOf(places.get(id.data), new Set<string>(record.plant.inverters.keys())),
    };
  };
}

/** Places that were removed: what was produced there stays with the plant. */
function removedOf(places: readonly string[] = [], present: ReadonlySet<string>): readonly string[] {
  return places.filter((place) => !present.has(place));
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

/** What a list shows of the readings of each plant; one round of queries per time zone. */
export function liveNumbersWith(
  deps: Pick<ViewingDeps, 'invertersOf' | 'placesEver' | 'lastSeen' | 'production' | 'clock'>,
): (plantIds: readonly string[]) => Promise<ReadonlyMap<string, LiveNumbers>> {
  return async (plantIds) => {
    const [plants, places] = await Promise.all([deps.invertersOf(plantIds), deps.placesEver(plantIds)]);
    const removed = ({ plantId, inverters }: PlantInverters) =>
      removedOf(places.get(plantId), new Set(inverters.map(({ inverterId }) => inverterId)));
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
    const byInverter = new Map(numbers.flat().map((one) => [one.inverterId, one]));
    return new Map(
      plants.map((plant) => {
        const { plantId, inverters } = plant;
        const found = inverters.flatMap(({ inverterId }) => byInverter.get(inverterId) ?? []);
        const overviews = inverters.map((inverter) =>
          inverterOverview(
            forViewing(inverter, [], seen.get(inverter.serialNumber), now),
            byInverter.get(inverter.inverterId),
            nowS,
          ),
        );
        return [
          plantId,
          {
            state: plantState(overviews.map(({ condition }) => condition)),
            acPowerW: sumOfKnown(overviews.map(({ acPowerW }) => acPowerW)),
            todayEnergyWh: sumOfKnown([
              ...overviews.map(({ todayWh }) => todayWh),
              ...removed(plant).map((id) => byInverter.get(id)?.todayWh ?? null),
            ]),
            lastValueAt: instantText(newest(found)),
          },
        ];
      }),
    );
  };
}
