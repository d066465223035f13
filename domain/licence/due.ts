import { fold } from '../kernel/decider.js';
import type { PlantId } from '../kernel/ids.js';
import { legalTimeZone, Temporal } from '../kernel/time.js';
import { addDays, daysBetween, instantOf, legalDay } from './calendar.js';
import { excessTakesEffect } from './capacity.js';
import type { LicenceEvent } from './events.js';
import { evolveLicence, laterOf, liveLicences, type Licence, type LicenceState } from './state.js';

/** Days before the end on which people are told (F9), the most urgent first. */
const licenceReminderDays = [0, 3, 14, 40] as const;
const trialReminderDays = [0, 3, 14] as const;
/** Hour of the day in Berlin from which on a reminder of that day is due. */
const reminderHour = 7;

/**
 * Everything that time alone brings about up to an instant (RFC 3339), each at its own instant: announced excesses take effect,
 * licences expire, reminders become due. The same events whenever it is asked, early, late or twice.
 */
export function dueEvents(state: LicenceState, plantId: PlantId, until: string): readonly LicenceEvent[] {
  const events: LicenceEvent[] = [];
  for (let now = state; ;) {
    const due = nextEnd(now);
    if (due === null || isAfter(due.at, until)) return [...events, ...reminders(now, plantId, until)];
    const at = laterOf(now.lastAt, due.at);
    const next = ending(now, due, plantId, at);
    events.push(...next);
    for (const event of next) now = evolveLicence(now, event);
  }
}

/** The state as it is at an instant, with what is due by then and stands in no event yet. */
export function licenceAt(state: LicenceState, plantId: PlantId, at: string): LicenceState {
  if (state.status === 'none') return state;
  return fold({ initialState: state, evolve: evolveLicence }, dueEvents(state, plantId, at));
}

/** When something is due next (RFC 3339); null when time alone changes nothing any more. */
export function nextDueAt(state: LicenceState): string | null {
  const end = nextEnd(state)?.at ?? null;
  const reminder = nextReminderAt(state);
  if (end === null || reminder === null) return end ?? reminder;
  return isAfter(end, reminder) ? reminder : end;
}

type End =
  { readonly at: string; readonly of: 'trial' | 'announcement' } | { readonly at: string; readonly of: Licence };

function nextEnd({ trial, announced, licences }: LicenceState): End | null {
  const ends: End[] = announced === null ? [] : [{ at: announced.effectiveAt, of: 'announcement' }];
  if (trial !== null && !trial.isOver) ends.push({ at: instantOf(addDays(trial.lastDay, 1)), of: 'trial' });
  for (const licence of licences) {
    if (licence.end === null) ends.push({ at: instantOf(addDays(licence.lastDay, 1)), of: licence });
  }
  return ends.toSorted((a, b) => Temporal.Instant.compare(a.at, b.at))[0] ?? null;
}

function ending(state: LicenceState, { of }: End, plantId: PlantId, at: string): readonly LicenceEvent[] {
  if (of === 'announcement') return excessTakesEffect(state, plantId, at);
  if (of === 'trial') return [{ type: 'TrialEnded', data: { plantId, at } }];
  const { licenceId, termDays: usedDays } = of;
  return [{ type: 'LicenceEnded', data: { plantId, at, licenceId, reason: 'expired', usedDays } }];
}

/** The last day of the right of use as it stands, and on which days before it people are told. */
function coverage(state: LicenceState, day: string) {
  const last = liveLicences(state, day).at(-1);
  if (last !== undefined)
    return { licenceId: last.licenceId, lastDay: last.lastDay, reminderDays: licenceReminderDays };
  const { trial } = state;
  if (trial === null || trial.lastDay < day) return null;
  return { licenceId: null, lastDay: trial.lastDay, reminderDays: trialReminderDays };
}

/** At most one: who was not told in time is told what is most urgent now, not everything that was missed. */
function reminders(state: LicenceState, plantId: PlantId, until: string): readonly LicenceEvent[] {
  const day = dayOfReminders(until);
  const covered = coverage(state, day);
  if (covered === null) return [];
  const { licenceId, lastDay, reminderDays } = covered;
  const daysLeft = daysBetween(day, lastDay);
  const daysBefore = reminderDays.find((days) => daysLeft <= days);
  if (daysBefore === undefined || wasReminded(state, lastDay, daysBefore)) return [];
  const at = laterOf(state.lastAt, until);
  return [{ type: 'LicenceReminderDue', data: { plantId, at, licenceId, lastDay, daysBefore } }];
}

/** The day whose reminders are due: the next one's are not before the hour at which people read them. */
function dayOfReminders(at: string): string {
  const { hour } = Temporal.Instant.from(at).toZonedDateTimeISO(legalTimeZone);
  return hour >= reminderHour ? legalDay(at) : addDays(legalDay(at), -1);
}

function wasReminded({ reminded }: LicenceState, lastDay: string, daysBefore: number): boolean {
  return reminded !== null && reminded.lastDay === lastDay && reminded.daysBefore <= daysBefore;
}

function nextReminderAt(state: LicenceState): string | null {
  const covered = coverage(state, state.lastAt === null ? '' : legalDay(state.lastAt));
  if (covered === null) return null;
  const next = covered.reminderDays.findLast((days) => !wasReminded(state, covered.lastDay, days));
  return next === undefined ? null : instantOf(addDays(covered.lastDay, -next), reminderHour);
}

function isAfter(a: string, b: string): boolean {
  return Temporal.Instant.compare(a, b) > 0;
}
