import { cosDeg } from './angles.js';
import { dayOfYear, extraterrestrialWm2 } from './atmosphere.js';
import { clearSky, darkness, type Irradiance } from './clear-sky.js';
import { sunBetween } from './geocentric-sun.js';
import type { Span } from './sun-events.js';
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

/** Asks for the light at instants of a span of at most three days. */
export function lightDuring(place: Place, { fromS, toS }: Span): (atS: number) => Light {
  const geocentric = sunBetween(fromS, toS);
  return (atS) => {
    const sun = sunPosition(place, atS, geocentric(atS));
    const cosZenith = cosDeg(sun.apparentZenithDeg);
    const clear = cosZenith > 0 ? clearSky(atS, place.altitudeM, sun.apparentZenithDeg) : darkness;
    return { atS, sun, cosZenith, outsideWm2: extraterrestrialWm2(dayOfYear(atS)), clear };
  };
}

const dayS = 86_400;

/** As `lightDuring`, for some hours from an instant on: all that begin on one day of UTC share what is costly. */
export function lightFrom(place: Place, atS: number): (atS: number) => Light {
  const fromS = Math.floor(atS / dayS) * dayS;
  return lightDuring(place, { fromS, toS: fromS + 2 * dayS });
}

/** The air around the modules. */
export type Air = { readonly airTemperatureC: number; readonly windMs: number };

/** What the sky does at an instant; null = nobody knows. */
export type Sky = (light: Light) => (Irradiance & Air) | null;

/** A sky without clouds: what a plant can produce at most, but for light that clouds add for some minutes. */
export function cloudless(airTemperatureC = 20, windMs = 1): Sky {
  return ({ clear }) => ({ ...clear, airTemperatureC, windMs });
}
