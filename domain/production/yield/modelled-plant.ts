import type { MonthsWh } from '../../plant/events.js';
import type { ActivePlant } from '../../plant/state.js';
import type { Values } from '../series.js';
import {
  climateOf,
  climateSource,
  defaultClimate,
  type Climate,
  type ClimateSource,
  type MeasuredClimate,
} from './climate.js';
import { modelOfPlant, type ModelOfPlant } from './model-of-plant.js';

const hourS = 3_600;

/** Values of a series by the inverter that they are of. */
export type ByInverter = ReadonlyMap<string, Values>;

/** What is expected of a plant is computed from this. */
export type ModelledPlant = {
  /** Null when nobody knows where it stands. */
  readonly model: ModelOfPlant | null;
  /** Over years where it stands; null = nobody could tell. */
  readonly measured: MeasuredClimate | null;
  readonly timeZone: string;
  readonly inverters: readonly {
    readonly id: string;
    readonly subplantId: string | null;
    readonly nominalPowerW: number;
  }[];
  /** What people wrote, by inverter; null = the plant as a whole. */
  readonly ownForecasts: ReadonlyMap<string | null, MonthsWh>;
};

/** A plant as its owner describes it, under the climate of its place. */
export function modelledPlant(
  plant: Pick<ActivePlant, 'details' | 'subplants' | 'inverters' | 'ownForecasts'>,
  measured: MeasuredClimate | null,
): ModelledPlant {
  return {
    model: modelOfPlant(plant),
    measured,
    timeZone: plant.details.timeZone,
    inverters: [...plant.inverters.values()].map(({ inverterId, subplantId, nominalPowerW }) => ({
      ...{ id: inverterId, subplantId, nominalPowerW },
    })),
    ownForecasts: plant.ownForecasts,
  };
}

/** The climate that a plant is compared with; null when nobody knows where it stands. */
export function climateOfPlant({ model, measured }: Pick<ModelledPlant, 'model' | 'measured'>): Climate | null {
  if (model === null) return null;
  return measured === null ? defaultClimate(model.place) : climateOf(model.place, measured);
}

/** Where that climate comes from. */
export function climateSourceOfPlant({
  model,
  measured,
}: Pick<ModelledPlant, 'model' | 'measured'>): ClimateSource | null {
  return model === null ? null : climateSource(model.place, measured);
}

/**
 * What the model says of each inverter: the part of its field by its share of the nominal power; or all of it where, as
 * light, it is not shared.
 */
export function perInverter(
  { model, inverters }: Pick<ModelledPlant, 'model' | 'inverters'>,
  ofFields: readonly Values[],
  { isShared = true }: { readonly isShared?: boolean } = {},
): ByInverter {
  const fields = model?.fields ?? [];
  return new Map<string, Values>(
    inverters.flatMap(({ id, subplantId, nominalPowerW }): [string, Values][] => {
      const index = fields.findIndex((field) => field.subplantId === subplantId);
      const field = fields[index];
      const values = ofFields[index];
      if (field === undefined || values === undefined || field.inverterPowerW === 0) return [];
      const share = isShared ? nominalPowerW / field.inverterPowerW : 1;
      return [[id, values.map((value) => (value === null ? null : value * share))]];
    }),
  );
}

/** Means over the intervals between bounds, W, of energies in them, Wh. */
export function meanPowers(energiesWh: ByInverter, bounds: readonly number[]): ByInverter {
  return new Map(
    [...energiesWh].map(([id, values]) => [
      id,
      values.map((energyWh, index) => {
        const hours = ((bounds[index + 1] ?? 0) - (bounds[index] ?? 0)) / hourS;
        return energyWh === null ? null : energyWh / hours;
      }),
    ]),
  );
}
