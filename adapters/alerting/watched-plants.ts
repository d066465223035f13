import type pg from 'pg';
import type { Db } from '../database/port.js';
import { isMonthJudged } from '../../domain/alerting/below-forecast.js';
import { lastJudgedDay, monthBefore } from '../../domain/alerting/judged-day.js';
import type { AlertRule } from '../../domain/alerting/rule.js';
import type { Forecast, SunAbove, Watched } from '../../domain/alerting/watched.js';
import type { InverterId } from '../../domain/kernel/ids.js';
import { dayNumber } from '../../domain/production/device-clock.js';
import type { MeasuredClimate } from '../../domain/production/yield/climate.js';
import { cellOf } from '../../domain/production/yield/weather-cell.js';
import type { ActivePlant } from '../../domain/plant/state.js';
import {
  deviceErrorsOf,
  grouped,
  inverterDays,
  inverterPeriods,
  lastContacts,
  type Queryable,
  type AskedDay,
  type AskedPeriod,
} from './facts.js';
import { locationOf, watchedInverters } from './plants.js';
import { climatesOfCells } from '../weather/climates.js';
import { weatherDays, type WeatherDays } from './weather-days.js';

/** What rules need beside the measurements. */
export type Surroundings = {
  readonly sunOver: (place: { readonly latitudeDeg: number; readonly longitudeDeg: number }) => SunAbove;
  readonly clearSkyKwhPerKw: (plant: ActivePlant, inverterId: InverterId, day: number) => number | null;
  readonly monthForecast: (
    plant: ActivePlant,
    measured: MeasuredClimate | null,
    of: { readonly inverterId: InverterId | null; readonly firstDay: number },
  ) => Forecast;
};

export type WatchDeps = Surroundings & {
  readonly pool: pg.Pool;
  readonly db: Db;
};

/** A plant, its rules and the sun over it. */
export type Subject = { readonly plant: ActivePlant; readonly rules: readonly AlertRule[]; readonly sun: SunAbove };

/** The plant with its sun; null when nobody knows any more where it stands. */
export function subjectOf(
  { sunOver }: Pick<Surroundings, 'sunOver'>,
  plant: ActivePlant,
  rules: readonly AlertRule[],
): Subject | null {
  const location = locationOf(plant);
  return location === null ? null : { plant, rules, sun: sunOver(location) };
}

/** Many plants as their rules look at them at an instant, with as many questions as for one. */
export async function watchedPlants(
  deps: WatchDeps,
  subjects: readonly Subject[],
  { nowS, listeningSinceS }: { readonly nowS: number; readonly listeningSinceS: number },
): Promise<ReadonlyMap<Subject, Watched>> {
  const { pool } = deps;
  const serials = subjects.flatMap(({ plant }) =>
    [...plant.inverters.values()].map(({ serialNumber }) => serialNumber),
  );
  const [contacts, days, weather, climates, periods, errors] = await Promise.all([
    lastContacts(pool, serials),
    inverterDays(
      pool,
      subjects.flatMap((subject) => daysToJudge(subject, nowS)),
    ),
    weatherDays(
      pool,
      subjects.flatMap((subject) =>
        daysOfWeather(subject, nowS).map((day) => ({ plant: subject.plant, firstDay: day, lastDay: day })),
      ),
    ),
    measuredClimates(pool, subjects),
    inverterPeriods(
      pool,
      subjects.flatMap((subject) => {
        const today = dayNumber(subject.plant.details.timeZone, nowS);
        return monthsToJudge(subject, today, today);
      }),
    ),
    deviceErrorsOf(pool, subjects.filter(watchesErrors).flatMap(invertersOf), nowS),
  ]);
  const errorsBy = grouped(errors, ({ inverterId }) => inverterId);
  return new Map(
    subjects.map((subject) => {
      const { plant, sun } = subject;
      const ids = invertersOf(subject);
      const watched: Watched = {
        ...{ timeZone: plant.details.timeZone, sun, listeningSinceS },
        inverters: watchedInverters(plant, contacts),
        day: (day) => new Map(ids.flatMap((id) => entry(id, days.get(id)?.get(day)))),
        period: (firstDay) => new Map(ids.flatMap((id) => entry(id, periods.get(id)?.get(firstDay)))),
        errors: ids.flatMap((id) => errorsBy.get(id) ?? []),
        clearSkyKwhPerKw: (inverterId, day) => deps.clearSkyKwhPerKw(plant, inverterId, day),
        forecast: forecastOf(deps, plant, { measured: climates.get(subject) ?? null, weather }),
      };
      return [subject, watched];
    }),
  );
}

/** What is expected of a plant: of a day what its weather allowed, of a month what was written or is usual. */
export function forecastOf(
  { monthForecast }: Pick<Surroundings, 'monthForecast'>,
  plant: ActivePlant,
  { measured, weather }: { readonly measured: MeasuredClimate | null; readonly weather: WeatherDays },
): Watched['forecast'] {
  const ofDay = weather(plant, measured);
  return (inverterId, firstDay, period) =>
    period === 'day' ? ofDay(inverterId, firstDay) : monthForecast(plant, measured, { inverterId, firstDay });
}

/** What was measured over years where plants stand whose energy is compared with what is usual. */
export async function measuredClimates(
  db: Queryable,
  subjects: readonly Subject[],
): Promise<ReadonlyMap<Subject, MeasuredClimate | null>> {
  const concerned = subjects.filter(({ rules }) =>
    rules.some(({ isOn, condition }) => isOn && condition.kind === 'belowForecast'),
  );
  const places = concerned.map(({ plant }) => locationOf(plant));
  const climates = await climatesOfCells(
    db,
    places.map((place) => (place === null ? null : cellOf(place))),
  );
  return new Map(concerned.map((subject, n) => [subject, climates[n] ?? null]));
}

/** An entry of a map, or none. */
export function entry<V>(key: string, value: V | undefined): readonly (readonly [string, V])[] {
  return value === undefined ? [] : [[key, value]];
}

function invertersOf({ plant }: Subject): readonly InverterId[] {
  return [...plant.inverters.keys()];
}

function watchesErrors({ rules }: Subject): boolean {
  return rules.some(({ isOn, condition }) => isOn && condition.kind === 'deviceErrors');
}

/** Whether one of its rules judges days by their weather. */
export function watchesWeather({ rules }: Pick<Subject, 'rules'>): boolean {
  return rules.some(isByWeather);
}

function isByWeather({ isOn, condition }: AlertRule): boolean {
  return isOn && condition.kind === 'belowForecast' && condition.period === 'day';
}

function daysOfWeather({ plant, rules, sun }: Subject, nowS: number): readonly number[] {
  const byWeather = rules.find(isByWeather);
  if (byWeather === undefined) return [];
  return [lastJudgedDay({ timeZone: plant.details.timeZone, sun }, byWeather.condition, nowS)];
}

function daysToJudge(subject: Subject, nowS: number): readonly AskedDay[] {
  const { plant, rules, sun } = subject;
  const sky = { timeZone: plant.details.timeZone, sun };
  const compared = rules.flatMap(({ isOn, condition }) => {
    if (!isOn || condition.kind !== 'deviation') return [];
    const last = lastJudgedDay(sky, condition, nowS);
    return Array.from({ length: condition.days }, (_, ago) => last - ago);
  });
  const days = new Set([...compared, ...daysOfWeather(subject, nowS)]);
  return invertersOf(subject).flatMap((inverterId) => [...days].map((day) => ({ inverterId, day })));
}

/** The months that are judged on the days from the one to the other. */
export function monthsToJudge(subject: Subject, firstDay: number, lastDay: number): readonly AskedPeriod[] {
  const { rules } = subject;
  const watchesMonths = rules.some(
    ({ isOn, condition }) => isOn && condition.kind === 'belowForecast' && condition.period === 'month',
  );
  if (!watchesMonths) return [];
  const days = Array.from({ length: lastDay - firstDay + 1 }, (_, n) => firstDay + n).filter(isMonthJudged);
  const months = new Map(days.map((day) => [monthBefore(day).firstDay, monthBefore(day)]));
  return invertersOf(subject).flatMap((inverterId) => [...months.values()].map((month) => ({ inverterId, ...month })));
}
