import type { Correction } from '../api/types.js';

/** How the energy of some time was written by hand. */
export type Mark = 'corrected' | 'estimated' | 'unknown';

export const markOf = ({ energyWhPerDay, basis }: Pick<Correction, 'energyWhPerDay' | 'basis'>): Mark =>
  energyWhPerDay === null ? 'unknown' : basis;

/**
 * What counts by hand of the days from `from` until before `to`; null when everything is as it was measured. A value that
 * somebody knows says more than an estimate, and that more than none.
 */
export function markBetween(corrections: readonly Correction[], from: string, to: string): Mark | null {
  const marks = corrections
    .filter(({ undone, firstDay, lastDay }) => undone === null && firstDay < to && lastDay >= from)
    .map(markOf);
  return (['corrected', 'estimated', 'unknown'] as const).find((mark) => marks.includes(mark)) ?? null;
}
