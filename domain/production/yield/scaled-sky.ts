import { clamp, sinDeg } from './angles.js';
import type { Irradiance } from './clear-sky.js';
import type { Light } from './light.js';

/** A sky that is known by its mean over an hour or a month: how bright against a cloudless one, and how diffuse. */
export type SkyShape = {
  /** Global irradiance over that of a cloudless sky. */
  readonly clearSkyIndex: number;
  /** 0..1. */
  readonly diffuseFraction: number;
};

/**
 * Irradiance at an instant within the time that `shape` is the mean of: the course of a cloudless day, scaled. The beam is
 * limited to `maxDniWm2`; what is above counts as diffuse. Feeding a scaled clear sky through the hourly Erbs instead
 * costs 4 to 20 % of the energy on a tilted plane.
 */
export function scaledSky(light: Light, { clearSkyIndex, diffuseFraction }: SkyShape, maxDniWm2: number): Irradiance {
  const ghiWm2 = Math.max(clearSkyIndex, 0) * light.clear.ghiWm2;
  // Of the sun without refraction, as the monthly fractions were fitted.
  const cosZenith = sinDeg(light.sun.elevationDeg);
  if (cosZenith <= 0.065) return { ghiWm2, dniWm2: 0, dhiWm2: ghiWm2 };
  const dniWm2 = clamp((ghiWm2 * (1 - diffuseFraction)) / cosZenith, 0, maxDniWm2);
  return { ghiWm2, dniWm2, dhiWm2: ghiWm2 - dniWm2 * cosZenith };
}
