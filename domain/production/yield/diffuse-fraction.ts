import { acosDeg, clamp, cosDeg, sinDeg, tanDeg } from './angles.js';
import type { Irradiance } from './clear-sky.js';

/**
 * Splits irradiance on the ground (W/m²) into beam and diffuse by the clearness of the hour: D. Erbs, S. Klein, J. Duffie,
 * Solar Energy 28 (1982) 293-302. Fitted to hours of North America at 31-42° N; all diffuse when the sun is lower than 3°.
 * Not for means of months, nor for a clear sky that was scaled down: `monthlyDiffuseFraction`.
 */
export function erbs(ghiWm2: number, zenithDeg: number, outsideWm2: number): Irradiance {
  const cosZenith = cosDeg(zenithDeg);
  const clearness = clamp(ghiWm2 / (outsideWm2 * Math.max(cosZenith, 0.065)), 0, 1);
  const dhiWm2 = ghiWm2 * diffuseFraction(clearness);
  const dniWm2 = (ghiWm2 - dhiWm2) / cosZenith;
  if (zenithDeg > 87 || ghiWm2 < 0 || dniWm2 < 0) return { ghiWm2, dniWm2: 0, dhiWm2: ghiWm2 };
  return { ghiWm2, dniWm2, dhiWm2 };
}

function diffuseFraction(k: number): number {
  if (k <= 0.22) return 1 - 0.09 * k;
  if (k > 0.8) return 0.165;
  return 0.9511 - 0.1604 * k + 4.388 * k ** 2 - 16.638 * k ** 3 + 12.336 * k ** 4;
}

/**
 * The diffuse part of a month's irradiance, 0..1, by its mean clearness (irradiance on the ground over irradiance outside
 * the atmosphere, both horizontal; 0.3..0.8) and the sunset hour angle of its mean day: Erbs, Klein, Duffie, as above.
 */
export function monthlyDiffuseFraction(clearness: number, sunsetHourAngleDeg: number): number {
  const k = clamp(clearness, 0.3, 0.8);
  return sunsetHourAngleDeg <= 81.4
    ? 1.391 - 3.56 * k + 4.189 * k ** 2 - 2.137 * k ** 3
    : 1.311 - 3.022 * k + 3.427 * k ** 2 - 1.821 * k ** 3;
}

/** The day of each month whose sun stands for the month: S. Klein, Solar Energy 19 (1977) 325. Day of the year. */
const meanDays = [17, 47, 75, 105, 135, 162, 198, 228, 258, 288, 318, 344] as const;

/** Half the length of the mean day of a month (1..12) as an angle; 0 in the polar night, 180 in the polar day. */
export function sunsetHourAngleDeg(latitudeDeg: number, month: number): number {
  const declinationDeg = 23.45 * sinDeg((360 * (284 + (meanDays[month - 1] ?? 0))) / 365);
  return acosDeg(-tanDeg(latitudeDeg) * tanDeg(declinationDeg));
}
