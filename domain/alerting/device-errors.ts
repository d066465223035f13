import { instantText } from '../kernel/time.js';
import { deviceState } from '../production/device-states.js';
import type { EvidenceOf } from './evidence.js';
import type { ConditionOf } from './rule.js';
import type { Verdict } from './verdict.js';
import { errorHours, type SeenError, type Watched, type WatchedInverter } from './watched.js';

const shownCodes = 10;
const hourS = 3_600;

/** How grave an error is, by the states that the device tells with it: a fault, or worth a note. */
export function severityOf({ state, stateAfter }: Pick<SeenError, 'state' | 'stateAfter'>): 'fault' | 'note' {
  const isFault = [state, stateAfter].some((id) => id !== null && deviceState(id).condition === 'fault');
  return isFault ? 'fault' : 'note';
}

/** E4: errors of the last `errorHours` hours; without one for so long the device counts as sound. */
export function judgeDeviceErrors(
  watched: Watched,
  { severity }: ConditionOf<'deviceErrors'>,
  nowS: number,
): readonly Verdict[] {
  const sinceS = nowS - errorHours * hourS;
  const grave = watched.errors.filter(
    (error) => error.atS > sinceS && error.atS <= nowS && (severity === 'note' || severityOf(error) === 'fault'),
  );
  return watched.inverters.map((inverter) => verdictOf(inverter, grave, nowS));
}

function verdictOf({ inverterId }: WatchedInverter, grave: readonly SeenError[], nowS: number): Verdict {
  const ours = grave.filter((error) => error.inverterId === inverterId);
  if (ours.length === 0) return { inverterId, sinceS: nowS, is: 'clear', evidence: null };
  return { inverterId, sinceS: Math.min(...ours.map(({ atS }) => atS)), is: 'alert', evidence: evidenceOf(ours) };
}

function evidenceOf(errors: readonly SeenError[]): EvidenceOf<'deviceErrors'> {
  const codes = [...new Set(errors.map(({ code }) => code))];
  const told = codes.map((code) => {
    const ofCode = errors.filter((error) => error.code === code);
    const isFault = ofCode.some((error) => severityOf(error) === 'fault');
    const lastAtS = Math.max(...ofCode.map(({ atS }) => atS));
    return { code, count: ofCode.length, lastAtS, severity: isFault ? ('fault' as const) : ('note' as const) };
  });
  const newest = told.toSorted((a, b) => b.lastAtS - a.lastAtS || a.code.localeCompare(b.code)).slice(0, shownCodes);
  return {
    kind: 'deviceErrors',
    errors: newest.map(({ lastAtS, ...error }) => ({ ...error, lastAt: instantText(lastAtS) })),
  };
}
