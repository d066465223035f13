import type { Span } from './time.js';

/** Parallel arrays: interval i starts at `timesMs[i]`, lasts `stepMs`, and has `values[i]` or null for no data. */
export type Points = {
  readonly timesMs: readonly number[];
  readonly values: readonly (number | null)[];
  readonly stepMs: number;
};

/** Runs of neighbouring intervals that have a value, as index pairs (both inclusive): one line each. */
export function runs({
  timesMs,
  values,
  stepMs,
}: Points): readonly { readonly first: number; readonly last: number }[] {
  const found: { first: number; last: number }[] = [];
  values.forEach((value, i) => {
    if (value === null) return;
    const open = found[found.length - 1];
    const joined = open?.last === i - 1 && (timesMs[i] ?? 0) - (timesMs[i - 1] ?? 0) <= stepMs * 1.5;
    if (open && joined) open.last = i;
    else found.push({ first: i, last: i });
  });
  return found;
}

/**
 * Stretches without data that the reader should know of. Inverters sleep at night, so only `expected` counts (the
 * daylight without its edges); without it, what lies between the first and the last value. Nothing after `untilMs`
 * (now, less the usual delay of a record) is missing yet.
 */
export function findGaps(points: Points, expected: Span | null, untilMs: number): readonly Span[] {
  const { timesMs, values, stepMs } = points;
  const within = expected ?? measured(points);
  if (!within) return [];
  const gaps: { fromMs: number; toMs: number }[] = [];
  timesMs.forEach((fromMs, i) => {
    const toMs = fromMs + stepMs;
    if (values[i] !== null || fromMs < within.fromMs || toMs > Math.min(within.toMs, untilMs)) return;
    const open = gaps[gaps.length - 1];
    if (open && open.toMs === fromMs) open.toMs = toMs;
    else gaps.push({ fromMs, toMs });
  });
  return gaps;
}

function measured({ timesMs, values, stepMs }: Points): Span | null {
  const first = values.findIndex((value) => value !== null);
  const last = values.findLastIndex((value) => value !== null);
  if (first < 0) return null;
  return { fromMs: timesMs[first] ?? 0, toMs: (timesMs[last] ?? 0) + stepMs };
}

/** `span` made narrower by `marginMs` at both ends; null when nothing is left. */
export function inner(span: Span, marginMs: number): Span | null {
  const narrowed = { fromMs: span.fromMs + marginMs, toMs: span.toMs - marginMs };
  return narrowed.fromMs < narrowed.toMs ? narrowed : null;
}

/** `expected` without the time before the first inverter, in which nothing is missing, unless something was measured then. */
export function awaited(expected: Span | null, { timesMs, values }: Points, sinceMs: number): Span | null {
  const firstMs = timesMs[values.findIndex((value) => value !== null)] ?? Infinity;
  return expected && { ...expected, fromMs: Math.max(expected.fromMs, Math.min(sinceMs, firstMs)) };
}
