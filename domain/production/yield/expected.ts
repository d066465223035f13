import { cloudless, lightAt, type Sky } from './light.js';
import { plantOutput, type PlantModel, type PlantOutput } from './plant-model.js';
import type { Span } from './sun-events.js';

/** What is expected of a plant over a stretch of time, in steps of equal length; each value is the mean of its step. */
export type ExpectedCurve = {
  /** Start of the first step, epoch seconds. */
  readonly fromS: number;
  readonly stepS: number;
  /** Null where nobody knows the sky; 0 at night all the same. */
  readonly outputs: readonly (PlantOutput | null)[];
};

/** As the production of a day is shown. */
const defaultStepS = 600;
const dark: PlantOutput = { acPowerW: 0, planeWm2: 0, nominalDcW: 0, correctedDcW: 0 };

/**
 * The expected curve of a plant; `civilDay` gives the span of a day, with 23 and 25 hours.
 * Each step is computed for its middle.
 */
export function expectedCurve(model: PlantModel, span: Span, sky: Sky, stepS: number = defaultStepS): ExpectedCurve {
  const steps = Math.max(0, Math.ceil((span.toS - span.fromS) / stepS));
  const outputs = Array.from({ length: steps }, (_, index) => {
    const light = lightAt(model.place, span.fromS + (index + 0.5) * stepS);
    if (light.cosZenith <= 0) return dark;
    const weather = sky(light);
    return weather === null ? null : plantOutput(model, light, weather);
  });
  return { fromS: span.fromS, stepS, outputs };
}

export type ExpectedEnergy = {
  /** Sum over the steps that are known; null when none is. */
  readonly energyWh: number | null;
  /** Part of the steps that are known, 0..1. */
  readonly coverage: number;
};

export function energyOf({ stepS, outputs }: ExpectedCurve): ExpectedEnergy {
  const known = outputs.filter((output) => output !== null);
  if (known.length === 0) return { energyWh: null, coverage: 0 };
  const energyWh = known.reduce((sum, output) => sum + output.acPowerW, 0) * (stepS / 3_600);
  return { energyWh, coverage: known.length / outputs.length };
}

/**
 * Energy under a sky without clouds, Wh, as the model has it. For an upper bound of what can be true hand in a model
 * without loss: measured DC energy of hours was never above 0.954 of that.
 */
export function clearSkyEnergyWh(model: PlantModel, span: Span, airTemperatureC = 20): number {
  return energyOf(expectedCurve(model, span, cloudless(airTemperatureC))).energyWh ?? 0;
}
