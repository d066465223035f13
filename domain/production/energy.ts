import { impossiblePowerW } from './channels.js';

/** What a record says about energy. Times in epoch seconds; null = the record did not carry the channel. */
export type EnergySample = {
  readonly atS: number;
  /** Counter of the device's day; starts at 0 around midnight. */
  readonly dayEnergyWh: number | null;
  /** Counter of the device's life. */
  readonly totalEnergyWh: number | null;
  readonly acPowerW: number | null;
};

/** Energy that came in between two records. */
export type EnergyStep = { readonly fromS: number; readonly toS: number; readonly energyWh: number };

/** Assumed peak when a day has no AC power at all. */
const assumedPeakW = 60_000;
/** Counters move in steps of 100 Wh and may be read up to two steps late. */
const counterSlackWh = 200;
const hourS = 3_600;

/**
 * The energy of one plant-local day as steps; their sum is the energy of the day, null when nothing tells it.
 *
 * First choice is the sum of the increments of the day counter. It tolerates a counter that is set back late (the value
 * of yesterday stands until morning) or early (before midnight), that restarts at 0 by day (restart, exchanged board),
 * that falls back to an older value, and single wrong readings, also the first one. Where it rises, the total counter tells whether it was
 * set back in between. Without a day counter the increments of the total
 * counter are taken, without that AC power is integrated over gaps of at most an hour.
 *
 * `before` is the last record before the samples, at most two days old, or null. `dayStartS` is the first instant of the
 * day. The samples may come in any order and repeated.
 */
export function energyOfDay(
  dayStartS: number,
  before: EnergySample | null,
  samples: readonly EnergySample[],
): readonly EnergyStep[] | null {
  const ordered = inOrder(samples);
  return (
    fromDayCounter(dayStartS, before, ordered) ?? fromTotalCounter(dayStartS, before, ordered) ?? fromPower(ordered)
  );
}

export function sumOfSteps(steps: readonly EnergyStep[] | null): number | null {
  return steps === null ? null : steps.reduce((sum, step) => sum + step.energyWh, 0);
}

/** By time, each time once (the last one wins). */
function inOrder(samples: readonly EnergySample[]): readonly EnergySample[] {
  const sorted = [...samples].sort((a, b) => a.atS - b.atS);
  return sorted.filter((sample, index) => sorted[index + 1]?.atS !== sample.atS);
}

type Reading = { readonly atS: number; readonly wh: number };
/** A reading of a counter, and the total counter beside it. */
type Point = Reading & { readonly totalWh: number | null };

function pointsOf(samples: readonly EnergySample[], counter: 'dayEnergyWh' | 'totalEnergyWh'): readonly Point[] {
  return samples.flatMap((sample) => {
    const wh = sample[counter];
    return wh === null ? [] : [{ atS: sample.atS, wh, totalWh: sample.totalEnergyWh }];
  });
}

function fromDayCounter(
  dayStartS: number,
  before: EnergySample | null,
  samples: readonly EnergySample[],
): readonly EnergyStep[] | null {
  const peakW = samples.reduce((peak, sample) => Math.max(peak, sample.acPowerW ?? 0), 0) || assumedPeakW;
  const begun = withoutFalseStart(dayStartS, before, pointsOf(samples, 'dayEnergyWh'), peakW);
  const points = withoutGlitches(begun, peakW);
  const first = points[0];
  if (first === undefined) return null;
  const fromS = Math.min(first.atS, Math.max(dayStartS, before?.atS ?? dayStartS));
  const steps: EnergyStep[] = [{ fromS, toS: first.atS, energyWh: firstEnergyWh(dayStartS, before, points) }];
  for (let i = 1; i < points.length; i++) {
    const last = points[i - 1] as Point;
    const next = points[i] as Point;
    steps.push({ fromS: last.atS, toS: next.atS, energyWh: dayCounterIncreaseWh(last, next, peakW) });
  }
  return steps;
}

/** What the first reading of the day contributes: everything since midnight, unless it still is yesterday's counter. */
function firstEnergyWh(dayStartS: number, before: EnergySample | null, points: readonly Point[]): number {
  const first = points[0] as Point;
  const previousWh = before?.dayEnergyWh ?? null;
  if (previousWh !== null && first.wh < previousWh) return first.wh;
  if (before !== null && previousWh !== null) {
    const judged = judgedByTotal({ atS: before.atS, wh: previousWh, totalWh: before.totalEnergyWh }, first);
    if (judged !== null) return judged === 'anew' ? first.wh : first.wh - previousWh;
  }
  if (before !== null && before.atS >= dayStartS && previousWh !== null) return first.wh - previousWh;
  if (previousWh !== null && first.wh === previousWh) return 0;
  const drop = points.findIndex((point, index) => index > 0 && point.wh < (points[index - 1] as Point).wh);
  const resetLate = drop > 0 && (points[drop] as Point).atS < dayStartS + 12 * hourS;
  if (!resetLate) return first.wh;
  if (previousWh !== null) return first.wh - previousWh;
  const stoodStill = (points[drop - 1] as Point).wh === first.wh;
  return stoodStill ? 0 : first.wh;
}

function dayCounterIncreaseWh(last: Point, next: Point, peakW: number): number {
  if (next.wh >= last.wh && judgedByTotal(last, next) !== 'anew') return plausibleIncreaseWh(last, next);
  // A restart counts from 0 again; a value too large for that is an older state of the counter, which goes on from there.
  return next.wh <= reachableWh(last, next, peakW) ? next.wh : 0;
}

/**
 * What the total counter says about a day counter that did not fall: that it began anew in between, that it went on, or
 * null when both or neither would fit.
 */
function judgedByTotal(last: Point, next: Point): 'anew' | 'on' | null {
  if (last.totalWh === null || next.totalWh === null) return null;
  const gainedWh = next.totalWh - last.totalWh;
  const anew = Math.abs(gainedWh - next.wh) <= counterSlackWh;
  const on = Math.abs(gainedWh - (next.wh - last.wh)) <= counterSlackWh;
  if (anew === on) return null;
  return anew ? 'anew' : 'on';
}

function reachableWh(last: Reading, next: Reading, powerW: number): number {
  return (1.25 * powerW * (next.atS - last.atS)) / hourS + counterSlackWh;
}

/** The increase of a counter that should only grow: 0 when it fell or grew faster than any device delivers. */
function plausibleIncreaseWh(last: Reading, next: Reading): number {
  const increaseWh = next.wh - last.wh;
  return increaseWh < 0 || increaseWh > reachableWh(last, next, impossiblePowerW) ? 0 : increaseWh;
}

/**
 * Drops a first reading that neither today nor what the counter showed before can explain. When the next one is lower, it
 * is measured by the peak of the day, as any single wrong reading is.
 */
function withoutFalseStart(
  dayStartS: number,
  before: EnergySample | null,
  points: readonly Point[],
  peakW: number,
): readonly Point[] {
  const [first, next] = points;
  if (first === undefined) return points;
  const stoodWh = before?.dayEnergyWh ?? null;
  const stood =
    before === null || stoodWh === null ? { atS: dayStartS - 24 * hourS, wh: 0 } : { atS: before.atS, wh: stoodWh };
  const powerW = next !== undefined && next.wh < first.wh ? peakW : impossiblePowerW;
  return first.wh > stood.wh + reachableWh(stood, first, powerW) ? points.slice(1) : points;
}

/** Drops single readings that leave the curve and come back at once, faster than the device can deliver. */
function withoutGlitches(points: readonly Point[], peakW: number): readonly Point[] {
  const kept: Point[] = [];
  points.forEach((point, index) => {
    const last = kept.at(-1);
    const next = points[index + 1];
    if (
      last !== undefined &&
      next !== undefined &&
      (isDip(last, point, next, peakW) || isSpike(last, point, next, peakW))
    )
      return;
    kept.push(point);
  });
  return kept;
}

function isDip(last: Point, point: Point, next: Point, peakW: number): boolean {
  return point.wh < last.wh && next.wh >= last.wh && next.wh - point.wh > reachableWh(point, next, peakW);
}

function isSpike(last: Point, point: Point, next: Point, peakW: number): boolean {
  return next.wh >= last.wh && next.wh < point.wh && point.wh - last.wh > reachableWh(last, point, peakW);
}

function fromTotalCounter(
  dayStartS: number,
  before: EnergySample | null,
  samples: readonly EnergySample[],
): readonly EnergyStep[] | null {
  const recent = before !== null && before.atS > dayStartS - 18 * hourS ? [before] : [];
  const points = pointsOf([...recent, ...samples], 'totalEnergyWh');
  if (points.length < 2) return null;
  return points.slice(1).map((next, index) => {
    const last = points[index] as Point;
    return { fromS: Math.max(dayStartS, last.atS), toS: next.atS, energyWh: plausibleIncreaseWh(last, next) };
  });
}

function fromPower(samples: readonly EnergySample[]): readonly EnergyStep[] | null {
  const steps: EnergyStep[] = [];
  let last: { readonly atS: number; readonly w: number } | null = null;
  for (const { atS, acPowerW } of samples) {
    if (acPowerW === null) continue;
    if (last !== null && atS - last.atS <= hourS) {
      const energyWh = (Math.max(0, last.w + acPowerW) / 2) * ((atS - last.atS) / hourS);
      steps.push({ fromS: last.atS, toS: atS, energyWh });
    }
    last = { atS, w: acPowerW };
  }
  return steps.length === 0 ? null : steps;
}

/**
 * A stretch of a total counter: where it began, where it stands, and by how much it grew in between (more than the
 * difference when it was set back). Stretches of one device join to longer ones in any grouping, so that a month is
 * joined from days and a life from months.
 */
export type CounterStretch = {
  readonly firstWh: number;
  readonly firstAtS: number;
  readonly lastWh: number;
  readonly lastAtS: number;
  readonly increaseWh: number;
};

/** The stretch that a day's records show, null without a total counter. */
export function counterStretch(samples: readonly EnergySample[]): CounterStretch | null {
  return pointsOf(inOrder(samples), 'totalEnergyWh')
    .map(({ atS, wh }) => ({ firstWh: wh, firstAtS: atS, lastWh: wh, lastAtS: atS, increaseWh: 0 }))
    .reduce<CounterStretch | null>((sum, one) => joinStretches(sum, one), null);
}

/**
 * Joins an earlier stretch with a later one. What the counter gained in the gap belongs to it (records may be lost, the
 * counter is not); a counter that was set back goes on from its new value. While the device was away (`wasAway`) its
 * counter grew for another place.
 */
export function joinStretches(
  earlier: CounterStretch | null,
  later: CounterStretch | null,
  wasAway = false,
): CounterStretch | null {
  if (earlier === null || later === null) return earlier ?? later;
  const gapWh = wasAway
    ? 0
    : plausibleIncreaseWh({ atS: earlier.lastAtS, wh: earlier.lastWh }, { atS: later.firstAtS, wh: later.firstWh });
  return {
    firstWh: earlier.firstWh,
    firstAtS: earlier.firstAtS,
    lastWh: later.lastWh,
    lastAtS: later.lastAtS,
    increaseWh: earlier.increaseWh + gapWh + later.increaseWh,
  };
}

/** What one device contributed to a place during its assignment. */
type DeviceContribution = {
  readonly stretch: CounterStretch | null;
  /** Energy counted before the first reading of the total counter, on the first day. */
  readonly leadWh: number;
  /** Sum of its day energies; used when it has no total counter. */
  readonly energyWh: number | null;
  /** By how much people corrected what was measured, over all days. */
  readonly correctionWh: number | null;
};

/**
 * Total of a place: the first device brings its counter along (with what it produced before it was connected), each
 * further device adds what it produced in the place. What people wrote about the time before the counter was read is part of
 * the counter, unless it is more. In the order of the assignments; null when nothing is known.
 */
export function totalOfPlace(contributions: readonly DeviceContribution[]): number | null {
  const parts = contributions.map(({ stretch, leadWh, energyWh, correctionWh }, index) => {
    if (stretch === null) return energyWh;
    return stretch.increaseWh + (index === 0 ? Math.max(stretch.firstWh, leadWh) : leadWh) + (correctionWh ?? 0);
  });
  const known = parts.filter((part) => part !== null);
  return known.length === 0 ? null : known.reduce((sum, part) => sum + part, 0);
}

/** The energy of a day up to and including the first reading of the total counter. */
export function leadOf(steps: readonly EnergyStep[] | null, stretch: CounterStretch | null): number {
  if (steps === null || stretch === null) return 0;
  return steps.filter((step) => step.toS <= stretch.firstAtS).reduce((sum, step) => sum + step.energyWh, 0);
}
