import { clamp } from './angles.js';

/**
 * The part of the beam that passes the glass, by the cosine of its angle of incidence: ASHRAE 93-77 with b0 = 0.05, as A.
 * Souka and H. Safwat, Solar Energy 10 (1966) 170. 0 from 90° on; too low beyond 80°, where there is little.
 */
export function ashraeTransmission(cosTheta: number): number {
  if (cosTheta <= 0) return 0;
  return clamp(1 - 0.05 * (1 / cosTheta - 1), 0, 1);
}

/** How a module loses heat, W/(m² K): at rest, and more per m/s of wind. */
export type Cooling = { readonly atRest: number; readonly perWindMs: number };

/** On a rack, wind at the height of the modules: D. Faiman, Progress in Photovoltaics 16 (2008) 307-315. */
export const openRack: Cooling = { atRest: 25, perWindMs: 6.84 };

/** Wind where nobody measures it. */
export const assumedWindMs = 1;

/** Cell temperature, °C, by the irradiance on the modules: Faiman, as above. */
export function cellTemperatureC(
  planeWm2: number,
  airTemperatureC: number,
  windMs: number = assumedWindMs,
  cooling: Cooling = openRack,
): number {
  return airTemperatureC + planeWm2 / (cooling.atRest + cooling.perWindMs * windMs);
}

/**
 * DC power of modules, W: PVWatts version 5 (A. Dobos, NREL/TP-6A20-62641, 2014). `effectiveWm2` is what passes the glass;
 * `coefficientPerK` is negative, -0.004 = 0.4 % less per kelvin above 25 °C. Never below 0.
 */
export function dcPowerW(peakPowerW: number, effectiveWm2: number, cellC: number, coefficientPerK: number): number {
  return Math.max(0, (effectiveWm2 / 1_000) * peakPowerW * (1 + coefficientPerK * (cellC - 25)));
}
