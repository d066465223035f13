import { fold } from '../kernel/decider.js';
import type { PlantId } from '../kernel/ids.js';
import { legalTimeZone, Temporal } from '../kernel/time.js';
import { addDays, daysBetween, instantOf, legalDay } from './calendar.js';
import { excessTakesEffect } from './capacity.js';
import type { LicenceEvent } from './events.js';
import { evolveLicence, laterOf, liveLicences, type LicenceState } from './state.js';

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
    const next: readonly LicenceEvent[] =
      due.licence === null
        ? excessTakesEffect(now, plantId, at)
        : [{ type: 'LicenceEnded', data: { plantId, at, ...due.licence, reason: 'expired' } }];
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

type End = {
  readonly at: string;
  /** Null: the announced excess. */
  readonly licence: Pick<Extract<LicenceEvent, { type: 'LicenceEnded' }>['data'], 'licenceId' | 'usedDays'> | null;
};

function nextEnd({ announced, licences }: LicenceState): End | null {
  const ends: End[] = announced === null ? [] : [{ at: announced.effectiveAt, licence: null }];
  for (const { licenceId, end, lastDay, termDays } of licences) {
    if (end !== null) continue;
    ends.push({ at: instantOf(addDays(lastDay, 1)), licence: { licenceId, usedDays: termDays } });
  }
  return ends.toSorted((a, b) => Temporal.Instant.compare(a.at, b.at))[0] ?? null;
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
