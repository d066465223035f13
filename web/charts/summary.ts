import type { Points } from './gaps.js';

export type Peak = { readonly value: number; readonly atMs: number };

/** Largest value and the start of its interval; null without a value above 0. */
export function peakOf({ timesMs, values }: Points): Peak | null {
  let peak: Peak | null = null;
  values.forEach((value, i) => {
    if (value !== null && value > (peak?.value ?? 0)) peak = { value, atMs: timesMs[i] ?? 0 };
  });
  return peak;
}

/** Sum of what was measured; null when nothing was. */
export function sumOf(values: readonly (number | null)[]): number | null {
  return values.reduce<number | null>((sum, value) => (value === null ? sum : (sum ?? 0) + value), null);
}

/** Mean of what was measured; null when nothing was. */
export function meanOf(values: readonly (number | null)[]): number | null {
  const sum = sumOf(values);
  return sum === null ? null : sum / values.filter((value) => value !== null).length;
}

/** End of the last interval with a value; null without one. */
export function lastValueEndMs({ timesMs, values, stepMs }: Points): number | null {
  const last = values.findLastIndex((value) => value !== null);
  return last < 0 ? null : (timesMs[last] ?? 0) + stepMs;
}

/** Index of the best value; -1 without one above 0. */
export function bestIndex(values: readonly (number | null)[]): number {
  return values.reduce<number>((best, value, i) => ((value ?? 0) > (values[best] ?? 0) ? i : best), -1);
}

/** Change against a reference as a fraction (0.08 = 8 % more); null when there is nothing to compare with. */
export function change(value: number | null, reference: number | null): number | null {
  return value === null || reference === null || reference <= 0 ? null : value / reference - 1;
}

/** Values as fractions of the best one, best first; those without a value last, in their order. */
export function ranked<T>(
  items: readonly T[],
  valueOf: (item: T) => number | null,
): readonly { readonly item: T; readonly value: number | null; readonly share: number | null }[] {
  const best = Math.max(0, ...items.map((item) => valueOf(item) ?? 0));
  return items
    .map((item) => ({ item, value: valueOf(item) }))
    .sort((a, b) => (b.value ?? -1) - (a.value ?? -1))
    .map(({ item, value }) => ({ item, value, share: value === null || best === 0 ? null : value / best }));
}
