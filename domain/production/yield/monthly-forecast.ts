import { energyOf, expectedCurve, type ExpectedEnergy } from './expected.js';
import type { Sky } from './light.js';
import type { PlantModel } from './plant-model.js';
import { civilDay } from './sun-events.js';

/** Fine enough for sums of days. */
const hourS = 3_600;
const dayMs = 86_400_000;

/** Calendar days as days since 1970-01-01, `to` included. */
export type Days = { readonly from: number; readonly to: number };

/** `month` 1..12. */
export function daysOfMonth(year: number, month: number): Days {
  return { from: Date.UTC(year, month - 1, 1) / dayMs, to: Date.UTC(year, month, 1) / dayMs - 1 };
}

export function daysOfYear(year: number): Days {
  return { from: Date.UTC(year, 0, 1) / dayMs, to: Date.UTC(year + 1, 0, 1) / dayMs - 1 };
}

/** Expected energy of each day, in the zone of the plant. */
export function expectedDays(model: PlantModel, timeZone: string, days: Days, sky: Sky): readonly ExpectedEnergy[] {
  return Array.from({ length: Math.max(0, days.to - days.from + 1) }, (_, index) =>
    energyOf(expectedCurve(model, civilDay(timeZone, days.from + index), sky, hourS)),
  );
}

/** Of all days together: what is known of them, null when nothing is. Coverage is the mean. */
export function sumOfDays(days: readonly ExpectedEnergy[]): ExpectedEnergy {
  const known = days.map(({ energyWh }) => energyWh).filter((energyWh) => energyWh !== null);
  return {
    energyWh: known.length === 0 ? null : known.reduce((sum, energyWh) => sum + energyWh, 0),
    coverage: days.length === 0 ? 0 : days.reduce((sum, { coverage }) => sum + coverage, 0) / days.length,
  };
}

/** One of the twelve values that a plant is judged by, and who says so. */
export type ForecastMonth = {
  /** 1..12 */
  readonly month: number;
  readonly energyWh: number | null;
  readonly source: 'user' | 'model';
};
export type MonthlyForecast = readonly ForecastMonth[];

/**
 * The forecast of a plant: what its owner has written (January first, null = not), and the model for the other months.
 */
export function monthlyForecast(
  own: readonly (number | null)[],
  modelled: readonly (number | null)[],
): MonthlyForecast {
  return Array.from({ length: 12 }, (_, index) => {
    const written = own[index] ?? null;
    return written === null
      ? { month: index + 1, energyWh: modelled[index] ?? null, source: 'model' }
      : { month: index + 1, energyWh: written, source: 'user' };
  });
}

/** What the model expects of each month of a year, Wh. */
export function modelledMonths(
  model: PlantModel,
  timeZone: string,
  year: number,
  sky: Sky,
): readonly (number | null)[] {
  return Array.from(
    { length: 12 },
    (_, index) => sumOfDays(expectedDays(model, timeZone, daysOfMonth(year, index + 1), sky)).energyWh,
  );
}

/**
 * The part of a month's forecast that falls on some of its days, by what the model expects of each of its days (`daily`,
 * of the whole month): the last ten days of a February bring a quarter more than the first.
 */
export function proratedWh(
  monthWh: number,
  daily: readonly ExpectedEnergy[],
  isCounted: (index: number) => boolean,
): number {
  const weights = daily.map(({ energyWh }) => energyWh ?? 0);
  const allWh = weights.reduce((sum, weight) => sum + weight, 0);
  const countedWh = weights.reduce((sum, weight, index) => sum + (isCounted(index) ? weight : 0), 0);
  if (allWh > 0) return monthWh * (countedWh / allWh);
  return daily.length === 0 ? 0 : (monthWh * daily.filter((_, index) => isCounted(index)).length) / daily.length;
}
