import type { PlantOutput } from './plant-model.js';

/** Wh per W of peak power, the same number as kWh/kWp (final yield Yf of IEC 61724-1); null without either. */
export function specificYield(energyWh: number | null, peakPowerW: number): number | null {
  return energyWh === null || peakPowerW <= 0 ? null : energyWh / peakPowerW;
}

/** An interval in which energy was measured, and the light that was there; null = not known. */
export type JudgedInterval = {
  readonly hours: number;
  readonly energyWh: number | null;
  readonly output: Pick<PlantOutput, 'planeWm2' | 'nominalDcW' | 'correctedDcW'> | null;
};

export type PerformanceRatio = {
  /** Energy over what the modules would give under their nominal conditions in this light. */
  readonly plain: number;
  /** The same at the temperature that the cells had, so that summer and winter can be compared. */
  readonly temperatureCorrected: number;
  /** Part of the hours of light in which both energy and light were known, 0..1. */
  readonly coverage: number;
};

/** Less light than this says little and is measured badly. */
const leastPlaneWm2 = 50;

/**
 * Performance ratio after IEC 61724-1:2021, plain and corrected to 25 °C, over intervals in which both sides are known and
 * the modules had at least 50 W/m². Null when there is none.
 */
export function performanceRatio(intervals: readonly JudgedInterval[]): PerformanceRatio | null {
  let [energyWh, nominalWh, correctedWh, hours, lightHours] = [0, 0, 0, 0, 0];
  for (const interval of intervals) {
    const { output } = interval;
    if (output !== null && output.planeWm2 < leastPlaneWm2) continue;
    lightHours += interval.hours;
    if (output === null || interval.energyWh === null) continue;
    energyWh += interval.energyWh;
    nominalWh += output.nominalDcW * interval.hours;
    correctedWh += output.correctedDcW * interval.hours;
    hours += interval.hours;
  }
  if (nominalWh <= 0 || correctedWh <= 0) return null;
  return {
    plain: energyWh / nominalWh,
    temperatureCorrected: energyWh / correctedWh,
    coverage: hours / lightHours,
  };
}

/** Efficiency of modules under nominal conditions by their area, 0..1. */
export function moduleEfficiency(peakPowerW: number, moduleAreaM2: number): number | null {
  return moduleAreaM2 <= 0 ? null : peakPowerW / (moduleAreaM2 * 1_000);
}

/** What crystalline and thin-film modules can have; beyond it area and power contradict each other. */
export function isPlausibleEfficiency(efficiency: number): boolean {
  return efficiency >= 0.04 && efficiency <= 0.26;
}
