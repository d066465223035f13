import { addDays, legalDay } from './calendar.js';
import type { LicenceEvent } from './events.js';
import { valueOfLicence } from './remaining-value.js';
import { liveLicences, usedDaysBefore, type EndReason, type Licence, type LicenceState } from './state.js';

type EarlyEnd = {
  readonly at: string;
  /** The day for which the value is computed, if it is not the day of the end. */
  readonly valueDay?: string;
  readonly reason: Exclude<EndReason, 'expired'>;
  /** False: days that passed do not count as used. */
  readonly countsUsedDays: boolean;
};

/**
 * Ends licences before their last day: each is credited with what it is worth on that day, and one that queued behind them
 * and goes on begins at once.
 */
export function endEarly(
  state: LicenceState,
  plantId: LicenceEvent['data']['plantId'],
  licences: readonly Licence[],
  { at, valueDay = legalDay(at), reason, countsUsedDays }: EarlyEnd,
): readonly LicenceEvent[] {
  const day = legalDay(at);
  const events: LicenceEvent[] = [];
  for (const licence of licences) {
    const { licenceId } = licence;
    const value = valueOfLicence(licence, countsUsedDays ? usedDaysBefore(licence, valueDay) : 0);
    events.push({ type: 'LicenceEnded', data: { plantId, at, licenceId, reason, usedDays: value.usedDays } });
    if (value.grossCents === 0) continue;
    const { termDays } = licence;
    events.push({
      type: 'RemainingValueCredited',
      data: { plantId, at, licenceId, day: valueDay, ...value, termDays },
    });
  }
  const left = liveLicences(state, day).filter((licence) => !licences.includes(licence));
  const next = left[0];
  const wasRunning = licences.some((licence) => licence.firstDay <= day);
  if (next === undefined || !wasRunning || next.firstDay <= day) return events;
  const lastDay = addDays(day, next.termDays - 1);
  events.push({ type: 'LicenceMovedUp', data: { plantId, at, licenceId: next.licenceId, firstDay: day, lastDay } });
  return events;
}
