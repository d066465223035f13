import type { Place } from './sun-position.js';

/**
 * The tenth of a degree in which a place lies, about 11 km by 7: weather is asked for and kept by the cell, so that a
 * service is asked once for all plants of a village and never learns where a roof is.
 */
export type WeatherCell = { readonly latitudeTenths: number; readonly longitudeTenths: number };

export function cellOf({ latitudeDeg, longitudeDeg }: Pick<Place, 'latitudeDeg' | 'longitudeDeg'>): WeatherCell {
  // Adding 0 turns -0, which is another number in a key, into 0.
  return { latitudeTenths: Math.round(latitudeDeg * 10) + 0, longitudeTenths: Math.round(longitudeDeg * 10) + 0 };
}

/** Its middle, at sea level: irradiance and temperature of a cell are told for the height that the service knows. */
export function centreOf({ latitudeTenths, longitudeTenths }: WeatherCell): Place {
  return { latitudeDeg: latitudeTenths / 10, longitudeDeg: longitudeTenths / 10, altitudeM: 0 };
}
