import { cosDeg } from './angles.js';
import { dayOfYear, extraterrestrialWm2 } from './atmosphere.js';
import { clearSky, darkness, type Irradiance } from './clear-sky.js';
import { sunPosition, type Place, type SunPosition } from './sun-position.js';

/** The light at a place and an instant, as astronomy and a cloudless sky have it. */
export type Light = {
  /** Epoch seconds. */
  readonly atS: number;
  readonly sun: SunPosition;
  /** Of the apparent zenith; negative at night. */
  readonly cosZenith: number;
  readonly outsideWm2: number;
  readonly clear: Irradiance;
};

export function lightAt(place: Place, atS: number): Light {
  const sun = sunPosition(place, atS);
  const cosZenith = cosDeg(sun.apparentZenithDeg);
  const outsideWm2 = extraterrestrialWm2(dayOfYear(atS));
  const clear = cosZenith > 0 ? clearSky(outsideWm2, place.altitudeM, sun.apparentZenithDeg) : darkness;
  return { atS, sun, cosZenith, outsideWm2, clear };
}

/** The air around the modules. */
export type Air = { readonly airTemperatureC: number; readonly windMs: number };

/** What the sky does at an instant; null = nobody knows. */
export type Sky = (light: Light) => (Irradiance & Air) | null;

/** A sky without clouds: what a plant can produce at most, but for light that clouds add for some minutes. */
export function cloudless(airTemperatureC = 20, windMs = 1): Sky {
  return ({ clear }) => ({ ...clear, airTemperatureC, windMs });
}
