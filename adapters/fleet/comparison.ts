import type pg from 'pg';
import { modelledPlant } from '../../domain/production/yield/modelled-plant.js';
import { expectedPerInverter } from '../../domain/production/yield/expected-per-inverter.js';
import { cellOf } from '../../domain/production/yield/weather-cell.js';
import type { MeasuredClimate } from '../../domain/production/yield/climate.js';
import { dayNumber, startOfDayS } from '../../domain/production/device-clock.js';
import type { Values } from '../../domain/production/series.js';
import { compared, worstShare, type ComparedInverter, type Comparison } from '../../domain/production/standing.js';
import type { InverterId } from '../../domain/kernel/ids.js';
import type { ActivePlant } from '../../domain/plant/state.js';
import { isProven, locationOf, orientationOf } from '../alerting/plants.js';
import { weatherDays, type WeatherDays } from '../alerting/weather-days.js';
import type { ProductionQueries } from '../readings/port.js';
import { climatesOfCells } from '../weather/climates.js';

export type PlantComparison = {
  readonly comparison: Comparison | null;
  readonly worstShare: number | null;
  /** Wh of the week before today, the oldest day first. */
  readonly weekWh: Values;
};

const comparedDays = 30;
const week = 7;

/**
 * What plants made on the last full days of what was to be expected of them, by plant id: of as many as there is time for,
 * one at least. One question of each kind for all of them, and one of the energies for each time zone.
 */
export async function comparisons(
  { pool, production }: { readonly pool: pg.Pool; readonly production: Pick<ProductionQueries, 'dailyEnergy'> },
  plants: readonly ActivePlant[],
  { nowS, isTimeOver }: { readonly nowS: number; readonly isTimeOver: () => boolean },
): Promise<ReadonlyMap<string, PlantComparison>> {
  if (plants.length === 0) return new Map();
  const dated = plants.map((plant) => ({ plant, today: dayNumber(plant.details.timeZone, nowS) }));
  const [energies, weather, climates] = await Promise.all([
    dailyEnergies(production, dated),
    weatherDays(
      pool,
      dated.map(({ plant, today }) => ({ plant, firstDay: today - comparedDays, lastDay: today - 1 })),
    ),
    climatesOfCells(
      pool,
      plants.map((plant) => {
        const place = locationOf(plant);
        return place === null ? null : cellOf(place);
      }),
    ),
  ]);
  const found = new Map<string, PlantComparison>();
  for (const [index, one] of dated.entries()) {
    if (found.size > 0 && isTimeOver()) break;
    found.set(one.plant.plantId, comparisonOf(one, { energies, weather, climate: climates[index] ?? null }));
    // Each takes some milliseconds: others get their turn in between.
    await new Promise(setImmediate);
  }
  return found;
}

type Dated = { readonly plant: ActivePlant; readonly today: number };

async function dailyEnergies(
  production: Pick<ProductionQueries, 'dailyEnergy'>,
  dated: readonly Dated[],
): Promise<ReadonlyMap<string, Values>> {
  const days = [...new Set(dated.map(({ today }) => today))];
  const found = await Promise.all(
    days.map((today) =>
      production.dailyEnergy(
        dated.flatMap((one) => (one.today === today ? [...one.plant.inverters.keys()] : [])),
        Array.from({ length: comparedDays + 1 }, (_, day) => today - comparedDays + day),
      ),
    ),
  );
  return new Map(found.flatMap((one) => [...one]));
}

function comparisonOf(
  { plant, today }: Dated,
  {
    energies,
    weather,
    climate,
  }: {
    readonly energies: ReadonlyMap<string, Values>;
    readonly weather: WeatherDays;
    readonly climate: MeasuredClimate | null;
  },
): PlantComparison {
  const { timeZone } = plant.details;
  const days = Array.from({ length: comparedDays }, (_, day) => today - comparedDays + day);
  const nothing = days.map(() => null);
  const bounds = [...days, today].map((day) => startOfDayS(timeZone, day));
  const proven = [...plant.inverters.values()].filter(isProven);
  const usual = once(
    () =>
      expectedPerInverter(modelledPlant(plant, climate), ['expectedEnergyWh'], bounds, 'P1D').get('expectedEnergyWh') ??
      new Map<string, Values>(),
  );
  const forecast = weather(plant, climate);
  const allowed = (inverterId: InverterId, day: number) => {
    const told = forecast(inverterId, day);
    return typeof told === 'string' ? null : told.energyWh;
  };
  const inverters = proven.map((inverter): ComparedInverter => {
    const { inverterId, nominalPowerW } = inverter;
    const measuredWh = energies.get(inverterId) ?? nothing;
    return {
      measuredWh,
      allowedWh: measuredWh.map((wh, index) => (wh === null ? null : allowed(inverterId, days[index] ?? today))),
      usualWh: () => (energies.has(inverterId) ? usual().get(inverterId) : null) ?? nothing,
      nominalPowerW,
      orientation: orientationOf(plant, inverter),
    };
  });
  return {
    comparison: compared(inverters),
    worstShare: worstShare(inverters.map((one) => ({ ...one, measuredWh: one.measuredWh.slice(-week) }))),
    weekWh: nothing.slice(-week).map((_, day) => sumOfDay(inverters, comparedDays - week + day)),
  };
}

/** Computed when somebody asks for it first. */
function once<T>(compute: () => T): () => T {
  let known: { readonly value: T } | null = null;
  return () => (known ??= { value: compute() }).value;
}

function sumOfDay(inverters: readonly ComparedInverter[], day: number): number | null {
  const values = inverters.flatMap(({ measuredWh }) => measuredWh[day] ?? []);
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0);
}
