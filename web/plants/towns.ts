import type { Town } from './find-towns.js';

let loading: Promise<readonly Town[]> | undefined;

/** Towns for orientation (GeoNames, CC BY 4.0), the most populous first; part of the application, loaded when needed. */
export function loadTowns(): Promise<readonly Town[]> {
  loading ??= import('virtual:towns').then(({ columns }) => {
    const latitudes = columns.latitudes.split(' ');
    const longitudes = columns.longitudes.split(' ');
    const altitudes = columns.altitudes.split(' ');
    return columns.names.split('|').map((name, index) => ({
      name,
      country: columns.countries.slice(index * 2, index * 2 + 2),
      latitudeDeg: Number(latitudes[index]) / 100,
      longitudeDeg: Number(longitudes[index]) / 100,
      altitudeM: Number(altitudes[index]) * 10,
    }));
  });
  return loading;
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
