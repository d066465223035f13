import type { Temporal } from '../kernel/time.js';
import { addDays, daysBetween } from './calendar.js';
import { liveLicences, type EndReason, type Licence, type LicenceState } from './state.js';

export type LicenceSummary = {
  readonly state: 'none' | 'trial' | 'licensed' | 'exceeded' | 'expired';
  /** The right of use that runs, or ran last; a queued licence that follows is included in `lastDay`. */
  readonly firstDay: string | null;
  readonly lastDay: string | null;
  /** Days that can still be used, the present one included; 0 when it is over, null without a licence. */
  readonly daysLeft: number | null;
};

/** What of the licence a page shows on a calendar day of Europe/Berlin. */
export function licenceSummary(state: LicenceState, day: Temporal.PlainDate): LicenceSummary {
  const today = day.toString();
  const live = liveLicences(state, today);
  const running = live.find((licence) => licence.firstDay <= today);
  const { trial } = state;
  const lastDay = live.at(-1)?.lastDay;
  if (running !== undefined) return period('licensed', running.firstDay, lastDay ?? running.lastDay, today);
  if (trial !== null && trial.lastDay >= today) return period('trial', trial.firstDay, lastDay ?? trial.lastDay, today);
  const last = state.licences.at(-1);
  if (last === undefined) {
    if (trial === null) return { state: 'none', firstDay: null, lastDay: null, daysLeft: null };
    return period('expired', trial.firstDay, trial.lastDay, today);
  }
  return period(last.end?.reason === 'exceeded' ? 'exceeded' : 'expired', last.firstDay, last.lastDay, today);
}

function period(state: LicenceSummary['state'], firstDay: string, lastDay: string, today: string): LicenceSummary {
  const isOver = state === 'exceeded' || state === 'expired';
  return { state, firstDay, lastDay, daysLeft: isOver ? 0 : daysBetween(today, lastDay) + 1 };
}

export type LicenceStanding = {
  readonly state: 'queued' | 'running' | EndReason;
  /** What gives the right of use until a queued licence begins. */
  readonly follows: 'trial' | 'licence' | null;
};

/** How one licence of a plant stands on a day. */
export function standingOf(
  { trial }: Pick<LicenceState, 'trial'>,
  { end, firstDay, lastDay }: Licence,
  today: string,
): LicenceStanding {
  if (end !== null) return { state: end.reason, follows: null };
  if (firstDay > today) {
    const follows = trial?.lastDay === addDays(firstDay, -1) ? 'trial' : 'licence';
    return { state: 'queued', follows };
  }
  return { state: lastDay < today ? 'expired' : 'running', follows: null };
}
