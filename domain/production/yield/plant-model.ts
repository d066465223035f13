import type { Irradiance } from './clear-sky.js';
import { acPowerW } from './inverter.js';
import type { Air, Light } from './light.js';
import { ashraeTransmission, cellTemperatureC, dcPowerW } from './module.js';
import { cosIncidence, hayDavies, type Plane } from './plane-of-array.js';
import type { Place } from './sun-position.js';

/** Modules that face one way, and the inverters that they feed. */
export type ModuleField = Plane & {
  /** Under 1000 W/m² and 25 °C. */
  readonly peakPowerW: number;
  /** Negative: -0.004 = 0.4 % less per kelvin. */
  readonly coefficientPerK: number;
  /** AC; what the inverters cut off at. */
  readonly inverterPowerW: number;
};

/** What the yield of a plant is computed from. */
export type PlantModel = {
  readonly place: Place;
  readonly fields: readonly ModuleField[];
  /** Part of the DC energy that dirt, shade, cables, mismatch and standstill take. */
  readonly systemLoss: number;
  /** What the plant has turned out to deliver of that (`calibration.ts`); 1 = as computed. */
  readonly calibration: number;
  /** What the glass reflects of a slanting beam; `none` for comparison with models that leave it out. */
  readonly glass: 'ashrae' | 'none';
};

/** As PVWatts version 5 assumes, without the inverter. */
export const defaultSystemLoss = 0.14;

/** What a plant makes of the light, and what it is judged by. */
export type PlantOutput = {
  /** At the grid. */
  readonly acPowerW: number;
  /** Irradiance on the modules, W/m²; the mean over the fields by their peak power. */
  readonly planeWm2: number;
  /** DC power by the irradiance alone, and by irradiance and cell temperature, before glass and losses. */
  readonly nominalDcW: number;
  readonly correctedDcW: number;
};

const nothing: PlantOutput = { acPowerW: 0, planeWm2: 0, nominalDcW: 0, correctedDcW: 0 };

/** The chain from the sky to the grid. Fields add up; each is cut off by its own inverters. Nothing at night. */
export function plantOutput(model: PlantModel, light: Light, sky: Irradiance & Air): PlantOutput {
  if (light.cosZenith <= 0) return nothing;
  let [acW, nominalDcW, correctedDcW, peakPowerW] = [0, 0, 0, 0];
  for (const field of model.fields) {
    const on = hayDavies(field, light.sun, sky, light.outsideWm2);
    const diffuseWm2 = on.skyDiffuseWm2 + on.groundWm2;
    const planeWm2 = on.beamWm2 + diffuseWm2;
    const cellC = cellTemperatureC(planeWm2, sky.airTemperatureC, sky.windMs);
    const passing = model.glass === 'none' ? 1 : ashraeTransmission(cosIncidence(field, light.sun));
    const effectiveWm2 = on.beamWm2 * passing + diffuseWm2;
    const dcW = (irradianceWm2: number) => dcPowerW(field.peakPowerW, irradianceWm2, cellC, field.coefficientPerK);
    acW += acPowerW(dcW(effectiveWm2) * (1 - model.systemLoss) * model.calibration, field.inverterPowerW);
    nominalDcW += (field.peakPowerW * planeWm2) / 1_000;
    correctedDcW += dcW(planeWm2);
    peakPowerW += field.peakPowerW;
  }
  const planeWm2 = peakPowerW === 0 ? 0 : (nominalDcW / peakPowerW) * 1_000;
  return { acPowerW: acW, planeWm2, nominalDcW, correctedDcW };
}
