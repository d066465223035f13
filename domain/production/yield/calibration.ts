import { clamp } from './angles.js';

/** Mean powers of the steps of one day; null = not measured. */
export type DayOfPower = {
  readonly measuredW: readonly (number | null)[];
  /** Under a cloudless sky, by the model of the plant without calibration. */
  readonly clearW: readonly number[];
};

/** How far the measured curve of a clear day may differ from the scaled one, by its peak (root mean square). */
const shapeTolerance = 0.03;
/** Part of the steps of daylight that have to be measured. */
const leastCoverage = 0.95;
const fewestDays = 5;
const [leastFactor, mostFactor] = [0.7, 1.1];

/** Over how many days back a plant is looked at. */
export const calibrationDays = 60;

/**
 * Measured over expected energy of a day whose curve has the shape of a cloudless one; null for all other days. Haze dims
 * such a day by some percent and frost lights it up; the median over many days says what the plant does.
 */
export function clearDayRatio({ measuredW, clearW }: DayOfPower): number | null {
  const peakW = Math.max(0, ...clearW);
  if (peakW === 0) return null;
  let [daylight, count, measured, clear, mixed, squared] = [0, 0, 0, 0, 0, 0];
  clearW.forEach((expectedW, index) => {
    if (expectedW <= 0) return;
    daylight += 1;
    const powerW = measuredW[index] ?? null;
    if (powerW === null) return;
    count += 1;
    measured += powerW;
    clear += expectedW;
    mixed += powerW * expectedW;
    squared += expectedW * expectedW;
  });
  if (count < leastCoverage * daylight || squared === 0) return null;
  const scale = mixed / squared;
  const errors = clearW.reduce((sum, expectedW, index) => {
    const powerW = measuredW[index] ?? null;
    return expectedW <= 0 || powerW === null ? sum : sum + (powerW - scale * expectedW) ** 2;
  }, 0);
  const isClear = scale > 0 && Math.sqrt(errors / count) <= shapeTolerance * scale * peakW;
  return isClear ? measured / clear : null;
}

export type Calibration = {
  readonly factor: number;
  /** Clear days that it rests on; 0 = none yet, the factor is 1. */
  readonly days: number;
};

/** The factor of a plant by the ratios of its clear days: their median, within 0.7..1.1; 1 as long as there are few. */
export function calibrationOf(ratios: readonly (number | null)[]): Calibration {
  const known = ratios.filter((ratio) => ratio !== null).sort((a, b) => a - b);
  if (known.length < fewestDays) return { factor: 1, days: 0 };
  const middle = known.length / 2;
  const median = ((known[Math.ceil(middle) - 1] as number) + (known[Math.floor(middle)] as number)) / 2;
  return { factor: clamp(median, leastFactor, mostFactor), days: known.length };
}
