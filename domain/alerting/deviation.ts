import { dayText, startOfDayS } from '../production/device-clock.js';
import type { EvidenceOf } from './evidence.js';
import { daylightOf, isCovered } from './judged-day.js';
import type { ConditionOf } from './rule.js';
import type { Verdict } from './verdict.js';
import { secondsIn, type Span, type Watched, type WatchedInverter } from './watched.js';

/** More than this share of a cloudless day is a wrong reading: measured days never reached it. */
const clearSkyFactor = 1.15;
/** kWh/kW that no modules make on average over the daylight of a day. */
const mostPerHour = 0.6;
/** With so many inverters one that is so far above the median is no reference. */
const medianOf = 4;
const medianFactor = 1.3;
/** An open incident ends so many points below the threshold, not just below it. */
const hysteresisPoints = 2;
/** Of floating-point arithmetic. */
const guard = 1e-9;

type Deviation = ConditionOf<'deviation'>;

/** What inverters are compared by where nobody has set a rule. */
export const usualDeviation: Deviation = {
  ...{ kind: 'deviation', thresholdPercent: 20, basis: 'specific', among: 'orientation' },
  ...{ leastBestKwhPerKw: 0.5, days: 1 },
};

type Candidate = {
  readonly inverter: WatchedInverter;
  readonly energyWh: number;
  readonly kwhPerKw: number;
};
type Skipped = EvidenceOf<'deviation'>['skipped'][number];

/**
 * E2: how far each inverter stayed behind the best one of its group on a day. Who was not recorded through the day is not
 * compared: silence is the business of another rule. Two days in a row when the rule asks for them.
 */
export function judgeDeviation(watched: Watched, condition: Deviation, day: number): readonly Verdict[] {
  const latest = verdictsOf(watched, condition, day);
  if (condition.days === 1) return latest;
  const before = new Map(verdictsOf(watched, condition, day - 1).map((verdict) => [verdict.inverterId, verdict]));
  return latest.map((verdict) => {
    const earlier = before.get(verdict.inverterId);
    return verdict.is !== 'alert' || earlier?.is === 'alert' ? verdict : { ...verdict, is: 'keep' };
  });
}

function verdictsOf(watched: Watched, condition: Deviation, day: number): readonly Verdict[] {
  const groups = new Map<string, WatchedInverter[]>();
  for (const inverter of watched.inverters) {
    const name = condition.among === 'orientation' ? inverter.orientation : '';
    groups.set(name, [...(groups.get(name) ?? []), inverter]);
  }
  return [...groups.values()].flatMap((group) => verdictsOfGroup(watched, condition, day, group));
}

function verdictsOfGroup(
  watched: Watched,
  condition: Deviation,
  day: number,
  group: readonly WatchedInverter[],
): readonly Verdict[] {
  const sinceS = startOfDayS(watched.timeZone, day);
  const daylight = daylightOf(watched, day);
  if (daylight.length === 0) return notJudged(group, sinceS, 'noDaylight');
  const facts = watched.day(day);
  const candidates = group.flatMap((inverter): Candidate[] => {
    const known = facts.get(inverter.inverterId);
    if (known === undefined || known.energyWh === null || known.kwhPerKw === null) return [];
    const { energyWh, kwhPerKw } = known;
    return isCovered(known, daylight) ? [{ inverter, energyWh, kwhPerKw }] : [];
  });
  const skipped = isPlain(candidates, daylight)
    ? []
    : candidates.flatMap((one) => implausible(watched, day, one, candidates) ?? []);
  const references = candidates.filter(({ inverter }) =>
    skipped.every((one) => one.inverterId !== inverter.inverterId),
  );
  const measure = (one: Candidate) => (condition.basis === 'specific' ? one.kwhPerKw : one.energyWh);
  const best = references.toSorted((a, b) => measure(b) - measure(a))[0];
  return group.map((inverter): Verdict => {
    const { inverterId } = inverter;
    const one = candidates.find((candidate) => candidate.inverter === inverter);
    if (one === undefined) return { inverterId, sinceS, is: 'notJudged', because: 'dataMissing' };
    if (candidates.length < 2) return { inverterId, sinceS, is: 'notJudged', because: 'nothingToCompareWith' };
    if (best === undefined) return { inverterId, sinceS, is: 'notJudged', because: 'noPlausibleReference' };
    if (best.kwhPerKw < condition.leastBestKwhPerKw) return { inverterId, sinceS, is: 'notJudged', because: 'tooDark' };
    const deviationPercent = 100 * (1 - measure(one) / measure(best));
    const evidence = evidenceOf(condition, day, { one, best, deviationPercent, compared: candidates.length, skipped });
    return { inverterId, sinceS, is: verdictOn(deviationPercent, condition), evidence };
  });
}

/** Whether something stays further behind the best than the rule allows. */
export function isFarBehind(deviationPercent: number, { thresholdPercent }: Deviation): boolean {
  return deviationPercent > thresholdPercent + guard;
}

function verdictOn(deviationPercent: number, condition: Deviation): 'alert' | 'keep' | 'clear' {
  const { thresholdPercent } = condition;
  if (isFarBehind(deviationPercent, condition)) return 'alert';
  // A threshold of 1 or 2 % would leave no room to recover.
  return deviationPercent <= Math.max(thresholdPercent - hysteresisPoints, thresholdPercent / 2) + guard
    ? 'clear'
    : 'keep';
}

/**
 * Whether nothing is conspicuous: nobody is far ahead of the others, and nobody made more than any modules make under any
 * sky. Saves computing the sky of each plant and day.
 */
function isPlain(candidates: readonly Candidate[], daylight: readonly Span[]): boolean {
  const [best = 0, second = 0] = candidates.map(({ kwhPerKw }) => kwhPerKw).toSorted((a, b) => b - a);
  const daylightHours = secondsIn(daylight) / 3_600;
  return best <= clearSkyFactor * second && best <= mostPerHour * daylightHours;
}

function implausible(
  watched: Watched,
  day: number,
  { inverter: { inverterId }, kwhPerKw }: Candidate,
  candidates: readonly Candidate[],
): Skipped | null {
  const clearSky = watched.clearSkyKwhPerKw(inverterId, day);
  if (clearSky !== null && kwhPerKw > clearSkyFactor * clearSky) {
    return { inverterId, kwhPerKw, because: 'aboveClearSky' };
  }
  const isFarAhead =
    candidates.length >= medianOf && kwhPerKw > medianFactor * median(candidates.map((one) => one.kwhPerKw));
  return isFarAhead ? { inverterId, kwhPerKw, because: 'aboveOthers' } : null;
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2;
}

function evidenceOf(
  { basis, thresholdPercent }: Deviation,
  day: number,
  {
    one,
    best,
    deviationPercent,
    compared,
    skipped,
  }: {
    readonly one: Candidate;
    readonly best: Candidate;
    readonly deviationPercent: number;
    readonly compared: number;
    readonly skipped: readonly Skipped[];
  },
): EvidenceOf<'deviation'> {
  return {
    ...{ kind: 'deviation', day: dayText(day), basis, energyWh: one.energyWh, kwhPerKw: one.kwhPerKw },
    reference: { inverterId: best.inverter.inverterId, energyWh: best.energyWh, kwhPerKw: best.kwhPerKw },
    ...{ deviationPercent, thresholdPercent, compared, skipped },
    isUncertain: basis === 'specific' && (one.inverter.powerAssumed || best.inverter.powerAssumed),
  };
}

function notJudged(group: readonly WatchedInverter[], sinceS: number, because: 'noDaylight'): readonly Verdict[] {
  return group.map(({ inverterId }) => ({ inverterId, sinceS, is: 'notJudged', because }));
}
