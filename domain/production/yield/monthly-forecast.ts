import { dayNumber, dayText } from '../device-clock.js';
import type { Values } from '../series.js';
import { climateSky } from './climate.js';
import { expectedSeries } from './expected-series.js';
import { climateOfPlant, perInverter, type ModelledPlant } from './modelled-plant.js';

/**
 * Where a value comes from: `user`, written for just this; `plant`, the share of an inverter in what is written for the plant;
 * `inverters`, what is written for all of them, and `mixed` for some; else the model by the climate.
 */
export type ForecastSource = 'user' | 'plant' | 'inverters' | 'mixed' | 'model';

export type ForecastMonth = {
  readonly source: ForecastSource;
  /** Null when nobody has written one and the model has no place to compute it for. */
  readonly energyWh: number | null;
};

/** What the climate lets expect of each field of a plant in each month, Wh; `bounds` as `intervalBounds` gives them. */
export function modelledMonths(plant: ModelledPlant, bounds: readonly number[]): readonly Values[] {
  const climate = climateOfPlant(plant);
  if (plant.model === null || climate === null) return [];
  return expectedSeries(plant.model, climateSky(climate), plant.timeZone, bounds, 'P1M');
}

/** The forecast of a plant and its inverters in some months: what people wrote, and the model where they wrote nothing. */
export type MonthlyForecasts = {
  /** Of the month with this index in the bounds. */
  ofInverter(id: string, index: number): ForecastMonth;
  ofPlant(index: number): ForecastMonth;
};

/**
 * `bounds` of whole months. Twelve months of a model are a tenth of a second, so that `modelled` is asked for only where
 * nobody has written a value.
 */
export function monthlyForecasts(
  plant: ModelledPlant,
  bounds: readonly number[],
  modelled: () => readonly Values[] = () => modelledMonths(plant, bounds),
): MonthlyForecasts {
  let known: { readonly ofFields: readonly Values[]; readonly ofInverters: ReadonlyMap<string, Values> } | undefined;
  const model = () => {
    if (known !== undefined) return known;
    const ofFields = modelled();
    return (known = { ofFields, ofInverters: perInverter(plant, ofFields) });
  };
  const writtenFor = (id: string | null, index: number) => {
    const month = monthAt(plant.timeZone, bounds[index] ?? 0);
    return plant.ownForecasts.get(id)?.[month] ?? null;
  };
  const modelledPlantWh = (index: number) => sumOf(model().ofFields.map((values) => values[index] ?? null));

  function ofInverter(id: string, index: number): ForecastMonth {
    const writtenWh = writtenFor(id, index);
    if (writtenWh !== null) return { energyWh: writtenWh, source: 'user' };
    const modelledWh = model().ofInverters.get(id)?.[index] ?? null;
    const [ofPlantWh, allWh] = [writtenFor(null, index), modelledPlantWh(index)];
    if (ofPlantWh === null || modelledWh === null || allWh === null || allWh === 0) {
      return { energyWh: modelledWh, source: 'model' };
    }
    return { energyWh: ofPlantWh * (modelledWh / allWh), source: 'plant' };
  }

  function ofPlant(index: number): ForecastMonth {
    const writtenWh = writtenFor(null, index);
    if (writtenWh !== null) return { energyWh: writtenWh, source: 'user' };
    if (plant.inverters.every(({ id }) => writtenFor(id, index) === null)) {
      return { energyWh: modelledPlantWh(index), source: 'model' };
    }
    return together(plant.inverters.map(({ id }) => ofInverter(id, index)));
  }

  return { ofInverter, ofPlant };
}

/** Of some inverters together. */
export function together(parts: readonly ForecastMonth[]): ForecastMonth {
  const written = parts.filter(({ source }) => source !== 'model').length;
  const source = written === 0 ? 'model' : written === parts.length ? 'inverters' : 'mixed';
  return { energyWh: sumOf(parts.map(({ energyWh }) => energyWh)), source };
}

/** 0 = January, by the calendar of a zone. */
export function monthAt(timeZone: string, atS: number): number {
  return Number(dayText(dayNumber(timeZone, atS)).slice(5, 7)) - 1;
}

/** Null when a part is not known, or there is none. */
function sumOf(parts: readonly (number | null)[]): number | null {
  if (parts.length === 0) return null;
  return parts.reduce((sum, part) => (sum === null || part === null ? null : sum + part), 0);
}
