import type { Resolution, Values } from '../../domain/production/series.js';
import type { ModelMetric } from '../../domain/production/units.js';
import { climateSky, defaultClimate, type Climate } from '../../domain/production/yield/climate.js';
import { expectedSeries } from '../../domain/production/yield/expected-series.js';
import { cloudless } from '../../domain/production/yield/light.js';
import type { ModelOfPlant } from '../../domain/production/yield/model-of-plant.js';
import type { InverterForViewing, PlantForViewing } from './production-deps.js';

const hourS = 3_600;

/** What the model needs to know of a plant. */
type ModelledPlant = Pick<PlantForViewing, 'model' | 'timeZone'> & {
  readonly inverters: readonly Pick<InverterForViewing, 'id' | 'subplantId' | 'nominalPowerW'>[];
};

/** The climate that a plant is compared with; null when nobody knows where it stands. */
export function climateOfPlant({ model }: Pick<PlantForViewing, 'model'>): Climate | null {
  return model === null ? null : defaultClimate(model.place);
}

/**
 * What the model says of each inverter in each interval: its field's part by its share of the nominal power. Nothing for
 * a plant whose place is not known.
 */
export function expectedPerInverter(
  plant: ModelledPlant,
  metrics: readonly ModelMetric[],
  bounds: readonly number[],
  resolution: Resolution,
): ReadonlyMap<ModelMetric, ReadonlyMap<string, Values>> {
  const { model, timeZone } = plant;
  const climate = climateOfPlant(plant);
  if (model === null || climate === null) return new Map();
  const usual = climateSky(climate);
  const isUsualWanted = metrics.some((metric) => metric !== 'clearSkyPowerW');
  const expectedWh = isUsualWanted ? expectedSeries(model, usual, timeZone, bounds, resolution) : [];
  return new Map(
    metrics.map((metric) => {
      const ofFieldsWh =
        metric === 'clearSkyPowerW'
          ? expectedSeries(model, cloudlessIn(climate), timeZone, bounds, resolution)
          : expectedWh;
      const ofFields =
        metric === 'expectedEnergyWh' ? ofFieldsWh : ofFieldsWh.map((values) => meanPowers(values, bounds));
      return [metric, shared(plant, model, ofFields)];
    }),
  );
}

/** As warm as the month usually is. */
function cloudlessIn({ months }: Climate): ReturnType<typeof cloudless> {
  const skies = months.map(({ airTemperatureC }) => cloudless(airTemperatureC));
  return (light) => skies[new Date(light.atS * 1_000).getUTCMonth()]?.(light) ?? null;
}

function meanPowers(energiesWh: Values, bounds: readonly number[]): Values {
  return energiesWh.map((energyWh, index) => {
    const hours = ((bounds[index + 1] ?? 0) - (bounds[index] ?? 0)) / hourS;
    return energyWh === null ? null : energyWh / hours;
  });
}

function shared(plant: ModelledPlant, { fields }: ModelOfPlant, ofFields: readonly Values[]) {
  return new Map<string, Values>(
    plant.inverters.flatMap(({ id, subplantId, nominalPowerW }): [string, Values][] => {
      const index = fields.findIndex((field) => field.subplantId === subplantId);
      const field = fields[index];
      const values = ofFields[index];
      if (field === undefined || values === undefined || field.inverterPowerW === 0) return [];
      const share = nominalPowerW / field.inverterPowerW;
      return [[id, values.map((value) => (value === null ? null : value * share))]];
    }),
  );
}
