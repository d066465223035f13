import { cosDeg } from './angles.js';
import { absoluteAirMass, pressurePa, relativeAirMass } from './atmosphere.js';

/** What the sky sends, W/m²: on a horizontal plane, from the sun on a plane that faces it, from the rest of the sky. */
export type Irradiance = { readonly ghiWm2: number; readonly dniWm2: number; readonly dhiWm2: number };

export const darkness: Irradiance = { ghiWm2: 0, dniWm2: 0, dhiWm2: 0 };

/** How much haze and vapour dim the sun, as so many clean dry atmospheres; 3 is a mean of Central Europe. */
export const defaultLinkeTurbidity = 3;

type ClearSkyInput = {
  readonly apparentZenithDeg: number;
  readonly absoluteAirMass: number;
  readonly linkeTurbidity: number;
  readonly altitudeM: number;
  readonly outsideWm2: number;
};

/**
 * Irradiance under a cloudless sky: P. Ineichen and R. Perez, Solar Energy 73 (2002) 151-157, with the beam limited as in
 * its correction (Solar Energy 82 (2008) 758). For turbidities of 1.5 to 8 and altitudes up to 3000 m; darkness when the
 * sun is not above the horizon.
 */
export function ineichenPerez(input: ClearSkyInput): Irradiance {
  const { altitudeM, linkeTurbidity, outsideWm2 } = input;
  const cosZenith = cosDeg(input.apparentZenithDeg);
  if (cosZenith <= 0) return darkness;
  const fh1 = Math.exp(-altitudeM / 8_000);
  const fh2 = Math.exp(-altitudeM / 1_250);
  const cg1 = 5.09e-5 * altitudeM + 0.868;
  const cg2 = 3.92e-5 * altitudeM + 0.0387;
  const dimming = Math.exp(-cg2 * input.absoluteAirMass * (fh1 + fh2 * (linkeTurbidity - 1)));
  const ghiWm2 = cg1 * outsideWm2 * cosZenith * dimming;
  const beamWm2 = outsideWm2 * (0.664 + 0.163 / fh1) * Math.exp(-0.09 * input.absoluteAirMass * (linkeTurbidity - 1));
  const beamShare = Math.max(0, 1 - (0.1 - 0.2 * Math.exp(-linkeTurbidity)) / (0.1 + 0.882 / fh1));
  const dniWm2 = Math.min(beamWm2, (ghiWm2 * beamShare) / cosZenith);
  return { ghiWm2, dniWm2, dhiWm2: ghiWm2 - dniWm2 * cosZenith };
}

/**
 * Irradiance on a horizontal plane under a cloudless sky from the zenith alone: B. Haurwitz, Journal of Meteorology 2
 * (1945) 154. Only to see that another value is not absurd.
 */
export function haurwitzGhiWm2(apparentZenithDeg: number): number {
  const cosZenith = cosDeg(apparentZenithDeg);
  return cosZenith <= 0 ? 0 : 1_098 * cosZenith * Math.exp(-0.059 / cosZenith);
}

/** `ineichenPerez` at an altitude, by the light outside the atmosphere on that day. */
export function clearSky(
  outsideWm2: number,
  altitudeM: number,
  apparentZenithDeg: number,
  linkeTurbidity: number = defaultLinkeTurbidity,
): Irradiance {
  const airMass = relativeAirMass(apparentZenithDeg);
  if (airMass === null) return darkness;
  return ineichenPerez({
    apparentZenithDeg,
    absoluteAirMass: absoluteAirMass(airMass, pressurePa(altitudeM)),
    linkeTurbidity,
    altitudeM,
    outsideWm2,
  });
}
