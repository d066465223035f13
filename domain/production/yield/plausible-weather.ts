import { sunPosition, type Place } from './sun-position.js';
import type { WeatherInterval } from './weather-sky.js';

const limits = {
  ghiWm2: [-20, 1_500],
  dniWm2: [-20, 1_200],
  dhiWm2: [-20, 1_000],
  airTemperatureC: [-90, 65],
  windMs: [0, 110],
} as const;
const fields = Object.keys(limits) as readonly (keyof typeof limits)[];

/** An interval without what cannot be: such values are as good as missing, slightly negative light is none. */
export function plausible(interval: WeatherInterval): WeatherInterval {
  const kept = Object.fromEntries(
    fields.map((field) => {
      const value = interval[field];
      const [min, max] = limits[field];
      if (value === null || !(value >= min && value <= max)) return [field, null];
      return [field, field.endsWith('Wm2') ? Math.max(value, 0) : value];
    }),
  ) as Pick<WeatherInterval, (typeof fields)[number]>;
  return { fromS: interval.fromS, toS: interval.toS, ...kept };
}

/** Bright twilight ends here; no cloud sends light from a sun that stands lower. */
const darkElevationDeg = -2;
const nightLightWm2 = 20;

/**
 * Whether weather shines while the sun is down: then its times are those of another zone, or it is from another place.
 * A shift of an hour shows at the edges of a clear day.
 */
export function shinesAtNight(place: Place, intervals: readonly WeatherInterval[]): boolean {
  return intervals.some(({ fromS, toS, ghiWm2 }) => {
    if (ghiWm2 === null || ghiWm2 <= nightLightWm2) return false;
    return [fromS, (fromS + toS) / 2, toS].every((atS) => sunPosition(place, atS).elevationDeg < darkElevationDeg);
  });
}
