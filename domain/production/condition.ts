import { deviceState } from './device-states.js';

/** Whether the device of a place sends, as far as anybody can tell. */
export type InverterState = 'claimOpen' | 'awaitingData' | 'reporting' | 'otherDevice' | 'silent';

/** What is the matter with an inverter, in the words of the pages. */
export type Condition = 'ok' | 'note' | 'fault' | 'noData' | 'claimOpen';

/** What is the matter with a plant. */
export const plantConditions = ['ok', 'note', 'fault', 'noData', 'noInverters'] as const;
export type PlantCondition = (typeof plantConditions)[number];

/** What a device sent last; null = nothing. Times are epoch seconds. */
export type LastNumbers = {
  readonly lastValueAtS: number | null;
  readonly intervalS: number | null;
  readonly acPowerW: number | null;
  readonly deviceState: number | null;
  readonly isClockAhead: boolean;
};

/** A device that was silent that long has no current power; three of its intervals when those are longer. */
const currentForS = 35 * 60;
/** After a whole day and night without a value the last one says nothing of the device any more. */
const knownForS = 24 * 3_600;

const silentForS = (numbers: LastNumbers | undefined, nowS: number): number => {
  const lastS = numbers?.lastValueAtS ?? null;
  return lastS === null ? Infinity : nowS - lastS;
};

/** The power of a device at this moment; null when it has not sent lately. */
export function currentPowerW(numbers: LastNumbers | undefined, nowS: number): number | null {
  const isCurrent = silentForS(numbers, nowS) <= Math.max(currentForS, 3 * (numbers?.intervalS ?? 0));
  return isCurrent ? (numbers?.acPowerW ?? null) : null;
}

/**
 * A device without data is one that does not report, here as in the list of inverters. One that reports what cannot be used,
 * of another time or of none, or of another device, is worth a note and never all right.
 */
export function conditionOf(state: InverterState, numbers: LastNumbers | undefined, nowS: number): Condition {
  const isAhead = numbers?.isClockAhead === true;
  if (silentForS(numbers, nowS) > knownForS) {
    if (state === 'claimOpen') return 'claimOpen';
    return isAhead || state === 'reporting' || state === 'otherDevice' ? 'note' : 'noData';
  }
  const told = numbers?.deviceState ?? null;
  const condition = told === null ? 'ok' : deviceState(told).condition;
  const isDoubtful = isAhead || state === 'otherDevice';
  return isDoubtful && condition === 'ok' ? 'note' : condition;
}

/** The worst of its inverters; some without data are worth a note, all without data are no data. */
export function plantCondition(conditions: readonly Condition[]): PlantCondition {
  if (conditions.length === 0) return 'noInverters';
  if (conditions.includes('fault')) return 'fault';
  const silent = conditions.filter((condition) => condition === 'noData' || condition === 'claimOpen').length;
  if (silent === conditions.length) return 'noData';
  return silent > 0 || conditions.includes('note') ? 'note' : 'ok';
}

/** When the newest value was measured; null without any. */
export function newestValueS(numbers: readonly LastNumbers[]): number | null {
  const times = numbers.flatMap(({ lastValueAtS }) => lastValueAtS ?? []);
  return times.length === 0 ? null : Math.max(...times);
}
