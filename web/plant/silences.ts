import type { Points } from '../charts/gaps.js';
import { peakOf } from '../charts/summary.js';
import type { Span } from '../charts/time.js';

/** Power of one inverter over a day, and where it was silent. */
export type InverterDay = {
  readonly id: string;
  readonly name: string;
  readonly nominalPowerW: number;
  readonly power: Points;
  readonly gaps: readonly Span[];
};

/** Some inverters were silent while others sent. */
export type Silences = {
  readonly spans: readonly Span[];
  /** Names of those who were silent in an interval. */
  readonly at: (index: number) => readonly string[];
};

/** Where one inverter is silent and the plant is not; null when there is only one, or none is silent. */
export function silencesOf(days: readonly InverterDay[] | null, plantGaps: readonly Span[]): Silences | null {
  const [first] = days ?? [];
  if (days === null || first === undefined || days.length < 2) return null;
  const { timesMs, stepMs } = first.power;
  const covers = (spans: readonly Span[], ms: number) => spans.some(({ fromMs, toMs }) => fromMs <= ms && ms < toMs);
  const names = timesMs.map((ms) =>
    covers(plantGaps, ms) ? [] : days.filter(({ gaps }) => covers(gaps, ms)).map(({ name }) => name),
  );
  const spans: { fromMs: number; toMs: number }[] = [];
  timesMs.forEach((fromMs, index) => {
    if ((names[index] ?? []).length === 0) return;
    const open = spans.at(-1);
    if (open?.toMs === fromMs) open.toMs = fromMs + stepMs;
    else spans.push({ fromMs, toMs: fromMs + stepMs });
  });
  return spans.length === 0 ? null : { spans, at: (index) => names[index] ?? [] };
}

/** The most that any of them reached of its nominal power, at least a tenth: so high all are drawn. */
export function highestShare(days: readonly InverterDay[]): number {
  return Math.max(0.1, ...days.map(({ power, nominalPowerW }) => (peakOf(power)?.value ?? 0) / nominalPowerW));
}
