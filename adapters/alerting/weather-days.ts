import type { Forecast } from '../../domain/alerting/watched.js';
import type { InverterId } from '../../domain/kernel/ids.js';
import type { ActivePlant } from '../../domain/plant/state.js';
import type { MeasuredClimate } from '../../domain/production/yield/climate.js';
import { modelledPlant, type ModelledPlant } from '../../domain/production/yield/modelled-plant.js';
import { civilDay } from '../../domain/production/yield/sun-events.js';
import { cellOf } from '../../domain/production/yield/weather-cell.js';
import { weatherPerInverter } from '../../domain/production/yield/weather-per-inverter.js';
import { weatherOfCells, type ToldInterval } from '../weather/kept-weather.js';
import type { Queryable } from './facts.js';
import { isProven, locationOf } from './plants.js';

export type AskedWeather = { readonly plant: ActivePlant; readonly firstDay: number; readonly lastDay: number };

/** What the weather of a day allowed an inverter, or the plant (null). */
export type DayForecast = (inverterId: InverterId | null, day: number) => Forecast;

/** Where the temperature of an hour is not known, the usual one stands in. */
export type WeatherDays = (plant: ActivePlant, measured: MeasuredClimate | null) => DayForecast;

/** What the weather of days allowed plants, with one question for all of them. */
export async function weatherDays(db: Queryable, asked: readonly AskedWeather[]): Promise<WeatherDays> {
  const located = asked.flatMap(({ plant, firstDay, lastDay }) => {
    const place = locationOf(plant);
    if (place === null) return [];
    const { timeZone } = plant.details;
    const span = { fromS: civilDay(timeZone, firstDay).fromS, toS: civilDay(timeZone, lastDay).toS };
    return [{ plant, cell: cellOf(place), span }];
  });
  const weather = await weatherOfCells(db, located);
  const told = new Map(located.map(({ plant }, index) => [plant.plantId, weather[index] ?? []]));
  return (plant, measured) => {
    const modelled = modelledPlant(plant, measured);
    return dayForecast(plant, (day) => allowedOn(modelled, plant.details.timeZone, told.get(plant.plantId) ?? [], day));
  };
}

function dayForecast(plant: ActivePlant, allowedBy: (day: number) => ReadonlyMap<string, number | null>): DayForecast {
  const known = new Map<number, ReadonlyMap<string, number | null>>();
  const allowed = (day: number) => {
    const before = known.get(day);
    if (before !== undefined) return before;
    const allowedWh = allowedBy(day);
    known.set(day, allowedWh);
    return allowedWh;
  };
  const proven = [...plant.inverters.values()].filter(isProven);
  return (inverterId, day) => {
    const parts = inverterId === null ? proven.map((one) => one.inverterId) : [inverterId];
    const energiesWh = parts.map((id) => allowed(day).get(id) ?? null);
    const energyWh = energiesWh.reduce<number | null>(
      (sum, part) => (sum === null || part === null ? null : sum + part),
      0,
    );
    return energyWh === null || parts.length === 0 ? 'weatherUnknown' : { energyWh, source: 'model' };
  };
}

/** By inverter. What was told of an hour before it was over was a forecast, by which nobody is alarmed. */
function allowedOn(
  modelled: ModelledPlant,
  timeZone: string,
  weather: readonly ToldInterval[],
  day: number,
): ReadonlyMap<string, number | null> {
  const { fromS, toS } = civilDay(timeZone, day);
  const ofDay = weather.filter((one) => one.toS > fromS && one.fromS < toS && one.issuedS >= one.toS);
  const metrics = weatherPerInverter(modelled, ofDay, ['weatherEnergyWh'], [fromS, toS], 'P1D');
  return new Map([...(metrics.get('weatherEnergyWh') ?? [])].map(([id, [energyWh = null]]) => [id, energyWh]));
}
