import { clamp, sinDeg } from './angles.js';
import { airTemperatures, clearSkyIndices, tableLatitudes } from './climate-tables.js';
import { monthlyDiffuseFraction, sunsetHourAngleDeg } from './diffuse-fraction.js';
import { lightAt, type Sky } from './light.js';
import { scaledSky, type SkyShape } from './scaled-sky.js';
import type { Place } from './sun-position.js';

/** What a month is like at a place. */
export type MonthOfClimate = SkyShape & { readonly airTemperatureC: number };

/** Where a climate comes from, as a page shows it. */
export type ClimateSource = {
  /** `table`: condensed tables of Central Europe; `guess`: the nearest row of them, elsewhere; else whoever was asked. */
  readonly kind: 'table' | 'guess' | 'service';
  readonly attribution: string;
  /** Years that the means are over, `2006-2025`. */
  readonly period: string;
  /** How far the energy of an average year may be off, %. */
  readonly accuracyPercent: number;
};

export type Climate = { readonly months: readonly MonthOfClimate[]; readonly source: ClimateSource };

/** Twelve means, January first. */
export type MonthlyMeans = { readonly ghiWm2: readonly number[]; readonly airTemperatureC: readonly number[] };

/** What somebody measured over years at a place. */
export type MeasuredClimate = { readonly means: MonthlyMeans; readonly source: ClimateSource };

/** Months are compared with the clear sky of this year; others differ by less than the climate does. */
const referenceYear = 2025;
const months = Array.from({ length: 12 }, (_, index) => index + 1);
const dayS = 86_400;

/** The climate of a place from twelve measured means of global irradiance and temperature. */
export function climateOf(place: Place, measured: MeasuredClimate): Climate {
  const { means, source } = measured;
  const airTemperatureC = usualAirTemperatureC(place, measured);
  return {
    source,
    months: months.map((month) => {
      const mean = clearMonth(place, month);
      const ghiWm2 = Math.max(means.ghiWm2[month - 1] ?? 0, 0);
      return {
        clearSkyIndex: mean.clearWm2 === 0 ? 0 : ghiWm2 / mean.clearWm2,
        diffuseFraction: diffuseFractionOf(place, month, mean.outsideWm2 === 0 ? 0 : ghiWm2 / mean.outsideWm2),
        airTemperatureC: airTemperatureC(month),
      };
    }),
  };
}

/**
 * The climate of a place when nobody was asked: tables for 45-56° N in Central Europe, elsewhere their nearest row (in the
 * south of the earth half a year later), which is no more than a guess.
 */
export function defaultClimate(place: Place): Climate {
  const northDeg = Math.abs(place.latitudeDeg);
  const airTemperatureC = usualAirTemperatureC(place, null);
  return {
    source: climateSource(place, null),
    months: months.map((month) => {
      const clearSkyIndex = clearSkyIndexAt(northDeg, seasonOf(place, month));
      const { clearWm2, outsideWm2 } = clearMonth(place, month);
      const clearness = outsideWm2 === 0 ? 0 : (clearSkyIndex * clearWm2) / outsideWm2;
      return {
        clearSkyIndex,
        diffuseFraction: diffuseFractionOf(place, month, clearness),
        airTemperatureC: airTemperatureC(month),
      };
    }),
  };
}

/** Where the climate of a place comes from: from whoever measured it, else from the tables. */
export function climateSource(place: Place, measured: MeasuredClimate | null): ClimateSource {
  if (measured !== null) return measured.source;
  const isCovered =
    place.latitudeDeg >= tableLatitudes.minDeg &&
    place.latitudeDeg <= tableLatitudes.maxDeg &&
    place.longitudeDeg >= 5 &&
    place.longitudeDeg <= 16;
  return {
    kind: isCovered ? 'table' : 'guess',
    attribution: 'EUMETSAT CM SAF / DWD / IWU',
    period: '2006-2025',
    accuracyPercent: isCovered ? 10 : 20,
  };
}

/** How warm the months of a place usually are, °C, by their number from 1; without its sky, which takes time to compute. */
export function usualAirTemperatureC(place: Place, measured: MeasuredClimate | null): (month: number) => number {
  if (measured !== null) return (month) => measured.means.airTemperatureC[month - 1] ?? 0;
  const northDeg = Math.abs(place.latitudeDeg);
  return (month) => airTemperatureAt(northDeg, place.altitudeM, seasonOf(place, month));
}

/** The month that it is in the north, 0 = January. */
function seasonOf({ latitudeDeg }: Place, month: number): number {
  return latitudeDeg < 0 ? (month + 5) % 12 : month - 1;
}

/** The mean sky of each month, every day alike: for sums over weeks, never to judge a single day. */
export function climateSky({ months }: Climate, windMs = 1): Sky {
  return (light) => {
    const month = months[new Date(light.atS * 1_000).getUTCMonth()];
    if (month === undefined) return null;
    const irradiance = scaledSky(light, month, 1.1 * light.clear.dniWm2);
    return { ...irradiance, airTemperatureC: month.airTemperatureC, windMs };
  };
}

function diffuseFractionOf({ latitudeDeg }: Place, month: number, clearness: number): number {
  return clamp(monthlyDiffuseFraction(clearness, sunsetHourAngleDeg(latitudeDeg, month)), 0, 1);
}

/** How many days stand for a month: within 0.02 % of all of them. */
const sampledDays = 6;

/** Mean global irradiance of a month under a cloudless sky, and outside the atmosphere, both horizontal, W/m². */
function clearMonth(place: Place, month: number): { readonly clearWm2: number; readonly outsideWm2: number } {
  const fromS = Date.UTC(referenceYear, month - 1, 1) / 1_000;
  const days = (Date.UTC(referenceYear, month, 1) / 1_000 - fromS) / dayS;
  let [clearWm2, outsideWm2] = [0, 0];
  for (let sample = 0; sample < sampledDays; sample += 1) {
    const startS = fromS + (((sample + 0.5) / sampledDays) * days - 0.5) * dayS;
    for (let hour = 0; hour < 24; hour++) {
      const light = lightAt(place, startS + (hour + 0.5) * 3_600);
      clearWm2 += light.clear.ghiWm2;
      outsideWm2 += light.outsideWm2 * Math.max(sinDeg(light.sun.elevationDeg), 0);
    }
  }
  const hours = sampledDays * 24;
  return { clearWm2: clearWm2 / hours, outsideWm2: outsideWm2 / hours };
}

/** Between the rows of the table by latitude; `season` 0 = January in the north. */
function clearSkyIndexAt(northDeg: number, season: number): number {
  const rows = clearSkyIndices;
  const next = rows.findIndex((row) => row.latitudeDeg >= northDeg);
  const [above, below] = [
    rows[next < 0 ? rows.length - 1 : next],
    rows[next < 0 ? rows.length - 1 : Math.max(next - 1, 0)],
  ];
  if (above === undefined || below === undefined) return 0;
  const width = above.latitudeDeg - below.latitudeDeg;
  const share = width === 0 ? 0 : (northDeg - below.latitudeDeg) / width;
  return (below.months[season] ?? 0) * (1 - share) + (above.months[season] ?? 0) * share;
}

/** Beyond 35..70° N as there: modules do not notice more. */
function airTemperatureAt(northDeg: number, altitudeM: number, season: number): number {
  const { at50Deg, perDegNorth, perM } = airTemperatures;
  const northOf50 = clamp(northDeg, 35, 70) - 50;
  return (at50Deg[season] ?? 0) + (perDegNorth[season] ?? 0) * northOf50 + perM * altitudeM;
}
