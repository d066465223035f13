import type { Language } from '../format/numbers.js';
import type { Town } from './find-towns.js';

const loading: Partial<Record<Language, Promise<readonly Town[]>>> = {};

/**
 * Towns for orientation (GeoNames, CC BY 4.0), the most populous first, with their names in a language; part of the
 * application, loaded when needed.
 */
export function loadTowns(language: Language): Promise<readonly Town[]> {
  return (loading[language] ??= import('virtual:towns').then(({ columns }) => {
    const latitudes = columns.latitudes.split(' ');
    const longitudes = columns.longitudes.split(' ');
    const altitudes = columns.altitudes.split(' ');
    const germanNames = new Map(
      columns.germanNames.split('|').map((entry) => {
        const end = entry.indexOf(' ');
        return [Number(entry.slice(0, end)), entry.slice(end + 1)];
      }),
    );
    return columns.names.split('|').map((name, index) => ({
      ...namesOf(name, germanNames.get(index), language),
      country: columns.countries.slice(index * 2, index * 2 + 2),
      latitudeDeg: Number(latitudes[index]) / 100,
      longitudeDeg: Number(longitudes[index]) / 100,
      altitudeM: Number(altitudes[index]) * 10,
    }));
  }));
}

function namesOf(name: string, germanName: string | undefined, language: Language): Pick<Town, 'name' | 'otherName'> {
  if (germanName === undefined) return { name };
  return language === 'de' ? { name: germanName, otherName: name } : { name, otherName: germanName };
}

/** The next town within 15 km, or undefined. */
export function nearestTown(towns: readonly Town[], latitudeDeg: number, longitudeDeg: number): Town | undefined {
  const kmPerDegree = 111;
  const shrink = Math.cos((latitudeDeg * Math.PI) / 180);
  let nearest: Town | undefined;
  let nearestKm = 15;
  for (const town of towns) {
    const north = (town.latitudeDeg - latitudeDeg) * kmPerDegree;
    const east = (town.longitudeDeg - longitudeDeg) * kmPerDegree * shrink;
    const km = Math.hypot(north, east);
    if (km < nearestKm) {
      nearest = town;
      nearestKm = km;
    }
  }
  return nearest;
}
