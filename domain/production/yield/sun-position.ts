import { asinDeg, atan2Deg, cosDeg, fullCircleDeg, sinDeg, tanDeg } from './angles.js';
import { pressurePa } from './atmosphere.js';
import { meanHourAngleDeg, sunAt } from './geocentric-sun.js';

/** Where a plant stands. North and east are positive. */
export type Place = { readonly latitudeDeg: number; readonly longitudeDeg: number; readonly altitudeM: number };

/** The centre of the sun as seen from a place. */
export type SunPosition = {
  /** Height above the horizon, without air; -90..90. */
  readonly elevationDeg: number;
  /** Angle to the vertical with refraction, as the beam arrives: what irradiance is computed with. */
  readonly apparentZenithDeg: number;
  /** Clockwise from true north: 90 = east, 180 = south. */
  readonly compassAzimuthDeg: number;
};

/** Radius of the sun and refraction at the horizon: where sunrise and sunset are. */
export const sunriseElevationDeg = -0.8333;

const flattening = 0.99664719;
const earthRadiusM = 6_378_140;
const airTemperatureC = 12;

/**
 * Where the sun stands over a place at an instant (epoch seconds): Reda and Andreas (`sun-tables.ts`), steps 3.11 to 3.14.
 * Refraction for the mean pressure of the altitude and 12 °C.
 */
export function sunPosition(place: Place, unixS: number): SunPosition {
  const { latitudeDeg, longitudeDeg, altitudeM } = place;
  const { declinationDeg, equationOfTimeDeg, distanceAu } = sunAt(unixS);
  const hourAngleDeg = meanHourAngleDeg(unixS) + equationOfTimeDeg + longitudeDeg;

  const parallax = sinDeg(8.794 / 3600 / distanceAu);
  const reduced = Math.atan(flattening * tanDeg(latitudeDeg));
  const x = Math.cos(reduced) + (altitudeM / earthRadiusM) * cosDeg(latitudeDeg);
  const y = flattening * Math.sin(reduced) + (altitudeM / earthRadiusM) * sinDeg(latitudeDeg);
  const across = cosDeg(declinationDeg) - x * parallax * cosDeg(hourAngleDeg);
  const shiftDeg = atan2Deg(-x * parallax * sinDeg(hourAngleDeg), across);
  const localDeclinationDeg = atan2Deg((sinDeg(declinationDeg) - y * parallax) * cosDeg(shiftDeg), across);
  const localHourAngleDeg = hourAngleDeg - shiftDeg;

  const elevationDeg = asinDeg(
    sinDeg(latitudeDeg) * sinDeg(localDeclinationDeg) +
      cosDeg(latitudeDeg) * cosDeg(localDeclinationDeg) * cosDeg(localHourAngleDeg),
  );
  const azimuthFromSouthDeg = atan2Deg(
    sinDeg(localHourAngleDeg),
    cosDeg(localHourAngleDeg) * sinDeg(latitudeDeg) - tanDeg(localDeclinationDeg) * cosDeg(latitudeDeg),
  );
  return {
    elevationDeg,
    apparentZenithDeg: 90 - elevationDeg - refractionDeg(elevationDeg, pressurePa(altitudeM)),
    compassAzimuthDeg: fullCircleDeg(azimuthFromSouthDeg + 180),
  };
}

/** How much higher the sun seems, 0 when it is below the horizon. */
function refractionDeg(elevationDeg: number, airPressurePa: number): number {
  if (elevationDeg < -(0.26667 + 0.5667)) return 0;
  const curve = 1.02 / (60 * tanDeg(elevationDeg + 10.3 / (elevationDeg + 5.11)));
  return (airPressurePa / 100 / 1010) * (283 / (273 + airTemperatureC)) * curve;
}
