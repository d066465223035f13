import { clamp, cosDeg } from './angles.js';

/** Pressure at sea level, Pa. */
export const standardPressurePa = 101_325;

/**
 * Mean air pressure at a height above the sea, by the standard atmosphere; heights beyond -500..9000 m count as the
 * nearest of these.
 */
export function pressurePa(altitudeM: number): number {
  return 100 * ((44_331.514 - clamp(altitudeM, -500, 9_000)) / 11_880.516) ** (1 / 0.1902632);
}

/**
 * How much air the beam crosses, relative to a sun overhead: F. Kasten and A. Young, Applied Optics 28 (1989) 4735-4738.
 * Zenith with refraction. Null below the horizon, 38 at it.
 */
export function relativeAirMass(apparentZenithDeg: number): number | null {
  if (apparentZenithDeg > 90) return null;
  return 1 / (cosDeg(apparentZenithDeg) + 0.50572 * (96.07995 - apparentZenithDeg) ** -1.6364);
}

/** The same in the thinner air of a high place. */
export function absoluteAirMass(airMass: number, airPressurePa: number): number {
  return (airMass * airPressurePa) / standardPressurePa;
}

const dayS = 86_400;
const solarConstantWm2 = 1_366.1;

/** Day of the year in UTC, 1 = 1 January. */
export function dayOfYear(unixS: number): number {
  const year = new Date(unixS * 1000).getUTCFullYear();
  return Math.floor(unixS / dayS) - Date.UTC(year, 0, 1) / (dayS * 1000) + 1;
}

/**
 * Irradiance outside the atmosphere on a plane that faces the sun, W/m²: J. Spencer, Search 2 (1971) 172, with the solar
 * constant 1366.1. Within 0.03 % of the true distance.
 */
export function extraterrestrialWm2(day: number): number {
  const angle = (2 * Math.PI * (day - 1)) / 365;
  return (
    solarConstantWm2 *
    (1.00011 +
      0.034221 * Math.cos(angle) +
      0.00128 * Math.sin(angle) +
      0.000719 * Math.cos(2 * angle) +
      0.000077 * Math.sin(2 * angle))
  );
}
