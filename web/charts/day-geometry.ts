import { runs, type Points } from './gaps.js';
import type { Linear } from './scale.js';
import type { Span } from './time.js';

type Shape = { readonly line: string; readonly area: string };

/**
 * Line and area of each unbroken run. A value is the mean of its interval and stands in its middle; the ends of a run
 * reach to the bounds of their intervals, so that a line meets the hatching beside it. Nothing is drawn after `untilMs`.
 */
export function shapesOf(points: Points, x: Linear, y: Linear, untilMs = Infinity): readonly Shape[] {
  const { timesMs, values, stepMs } = points;
  const base = y(0).toFixed(1);
  return runs(points).map(({ first, last }) => {
    const at = (ms: number, i: number) => `${x(Math.min(ms, untilMs)).toFixed(1)},${y(values[i] ?? 0).toFixed(1)}`;
    const start = timesMs[first] ?? 0;
    const end = Math.min((timesMs[last] ?? 0) + stepMs, untilMs);
    const middle = timesMs.slice(first, last + 1).map((ms, i) => at(ms + stepMs / 2, first + i));
    const line = [at(start, first), ...middle, at(end, last)].join('L');
    return { line: `M${line}`, area: `M${x(start).toFixed(1)},${base}L${line}L${x(end).toFixed(1)},${base}Z` };
  });
}

/** The band between two curves on the same instants, as far as both are known. */
export function bandOf(lower: Points, upper: Points, x: Linear, y: Linear): string {
  const { timesMs, stepMs } = lower;
  const known = timesMs.flatMap((ms, i) => {
    const [low, high] = [lower.values[i] ?? null, upper.values[i] ?? null];
    return low === null || high === null ? [] : [{ at: x(ms + stepMs / 2).toFixed(1), low, high: Math.max(low, high) }];
  });
  if (known.length < 2) return '';
  const down = known.map(({ at, low }) => `${at},${y(low).toFixed(1)}`);
  const up = known.map(({ at, high }) => `${at},${y(high).toFixed(1)}`).reverse();
  return `M${[...down, ...up].join('L')}Z`;
}

/** Index of the interval that contains `ms`, or the nearest one. */
export function indexAt({ timesMs, stepMs }: Points, ms: number): number {
  const next = timesMs.findIndex((start) => start + stepMs > ms);
  return next < 0 ? timesMs.length - 1 : next;
}

/** The part of `whole` between two instants in any order; null when it is shorter than `leastMs`. */
export function selection(whole: Span, a: number, b: number, leastMs: number): Span | null {
  const fromMs = Math.round(Math.max(whole.fromMs, Math.min(a, b)));
  const toMs = Math.round(Math.min(whole.toMs, Math.max(a, b)));
  return toMs - fromMs < leastMs ? null : { fromMs, toMs };
}

/** `view` narrowed (factor < 1) or widened around `centreMs`, inside `whole`; null when it would be all of it. */
export function zoomed(whole: Span, view: Span, centreMs: number, factor: number, leastMs: number): Span | null {
  const length = Math.round(Math.max(leastMs, (view.toMs - view.fromMs) * factor));
  if (length >= whole.toMs - whole.fromMs) return null;
  const fromMs = Math.round(Math.min(Math.max(whole.fromMs, centreMs - length / 2), whole.toMs - length));
  return { fromMs, toMs: fromMs + length };
}
