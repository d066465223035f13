import { accept, type Decider } from '../kernel/decider.js';
import type { PlantId } from '../kernel/ids.js';
import { dayIn, legalTimeZone, Temporal } from '../kernel/time.js';
import type { LicenceEvent } from './events.js';

export { licenceEvents } from './events.js';

/** Length of the trial in whole calendar days, the first one included (FAQ 9). */
const trialDays = 40;

/** `at`: RFC 3339, when the first inverter of the plant was activated. */
type LicenceCommand = { readonly type: 'StartTrial'; readonly plantId: PlantId; readonly at: string };

/** A second trial is never granted; asking for it is no mistake, so nothing is refused. */
type LicenceRejection = never;

/** Calendar days in Europe/Berlin, both included. */
type LicencePeriod = { readonly firstDay: string; readonly lastDay: string };

export type LicenceState = { readonly status: 'none' } | { readonly status: 'trial'; readonly trial: LicencePeriod };

export const licenceDecider: Decider<LicenceCommand, LicenceState, LicenceEvent, LicenceRejection> = {
  initialState: { status: 'none' },
  decide: ({ plantId, at }, state) => {
    if (state.status !== 'none') return accept();
    return accept<LicenceEvent>({ type: 'TrialStarted', data: { plantId, at, ...trialFrom(at) } });
  },
  evolve: (_state, event) => {
    const { firstDay, lastDay } = event.data;
    return { status: 'trial', trial: { firstDay, lastDay } };
  },
};

/** The trial that starts at an instant (RFC 3339). */
export function trialFrom(at: string): LicencePeriod {
  const firstDay = dayIn(legalTimeZone, Temporal.Instant.from(at));
  return { firstDay: firstDay.toString(), lastDay: firstDay.add({ days: trialDays - 1 }).toString() };
}

type LicenceSummary = {
  readonly state: 'none' | 'trial' | 'expired';
  readonly firstDay: string | null;
  readonly lastDay: string | null;
  /** Days that can still be used, the present one included; 0 when it has expired, null without a licence. */
  readonly daysLeft: number | null;
};

/** What of the licence a page shows on a calendar day of Europe/Berlin. */
export function licenceSummary(state: LicenceState, day: Temporal.PlainDate): LicenceSummary {
  if (state.status === 'none') return { state: 'none', firstDay: null, lastDay: null, daysLeft: null };
  const { firstDay, lastDay } = state.trial;
  const daysLeft = Math.max(0, day.until(Temporal.PlainDate.from(lastDay), { largestUnit: 'days' }).days + 1);
  return { state: daysLeft > 0 ? 'trial' : 'expired', firstDay, lastDay, daysLeft };
}
