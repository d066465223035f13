import { legalTimeZone, Temporal } from '../kernel/time.js';
import { legalDay } from './calendar.js';
import type { NotePower } from './commands.js';
import { endEarly } from './endings.js';
import type { LicenceEvent } from './events.js';
import { liveLicences, type Licence, type LicenceState } from './state.js';

/** How long an excess waits that rests on an assumed power only, in days. */
export const assumedExcessGraceDays = 14;

/**
 * F7: more power than a licence allows ends it at that moment. What is exceeded only because an unknown type counts 20,000 W
 * is announced first; a power within the licence lifts the announcement.
 */
export function notePower(state: LicenceState, { plantId, at, power, graceDays }: NotePower): readonly LicenceEvent[] {
  const { nominalPowerW, assumedPowerW } = power;
  const live = liveLicences(state, legalDay(at));
  const exceeded = live.filter((licence) => nominalPowerW - assumedPowerW > licence.licensedPowerW);
  const doubtful = live.filter((licence) => !exceeded.includes(licence) && nominalPowerW > licence.licensedPowerW);
  const facts = { plantId, at, installedPowerW: nominalPowerW, assumedPowerW };
  const events: LicenceEvent[] = [];
  if (exceeded.length > 0) {
    events.push({ type: 'CapacityExceeded', data: facts });
    events.push(...endEarly(state, plantId, exceeded, { at, reason: 'exceeded', countsUsedDays: true }));
  }
  const announced = exceeded.length > 0 ? null : state.announced;
  if (doubtful.length > 0 && announced?.installedPowerW !== nominalPowerW) {
    const effectiveAt = announced?.effectiveAt ?? afterDays(at, graceDays);
    events.push({ type: 'CapacityExcessAnnounced', data: { ...facts, effectiveAt } });
  }
  if (doubtful.length === 0 && announced !== null) events.push({ type: 'CapacityExcessLifted', data: facts });
  return events;
}

/** The announced excess takes effect at its own instant. */
export function excessTakesEffect(
  state: LicenceState,
  plantId: NotePower['plantId'],
  at: string,
): readonly LicenceEvent[] {
  if (state.announced === null) return [];
  const { installedPowerW, assumedPowerW } = state.announced;
  const exceeded = liveLicences(state, legalDay(at)).filter((licence) => isExceeded(licence, installedPowerW));
  return [
    { type: 'CapacityExceeded', data: { plantId, at, installedPowerW, assumedPowerW } },
    ...endEarly(state, plantId, exceeded, { at, reason: 'exceeded', countsUsedDays: true }),
  ];
}

/** Equal is allowed, one watt more is not. */
export function isExceeded(licence: Licence, installedPowerW: number): boolean {
  return installedPowerW > licence.licensedPowerW;
}

/** The same time of day in Berlin, that many days later. */
function afterDays(at: string, days: number): string {
  const from = Temporal.Instant.from(at).toZonedDateTimeISO(legalTimeZone);
  return from.add({ days }).toInstant().toString();
}
