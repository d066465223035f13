import { change, sumOf } from './summary.js';

type Compared = {
  readonly value: number | null;
  readonly expected: number | null;
  readonly time: 'past' | 'current' | 'future';
};

/**
 * What was measured over what is usual, in the bars that are over; null when fewer than `least` can be compared. The first
 * value is left out where the bars before it are empty, and in the bars of a whole life: the plant may have started in the
 * middle of that time.
 */
export function shareOfExpected(bars: readonly Compared[], least: number, isWholeLife = false): number | null {
  const start = bars.findIndex((bar) => bar.value !== null);
  const both = bars.filter(
    (bar, i) =>
      bar.time === 'past' && bar.value !== null && bar.expected !== null && (i > start || (i === 0 && !isWholeLife)),
  );
  const delta = change(sumOf(both.map((bar) => bar.value)), sumOf(both.map((bar) => bar.expected)));
  return delta === null || both.length < least ? null : delta + 1;
}
