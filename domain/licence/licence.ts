import { accept, assertNever, fold, reject, type Decider } from '../kernel/decider.js';
import { Temporal } from '../kernel/time.js';
import { addDays, daysBetween, legalDay } from './calendar.js';
import { isExceeded, notePower } from './capacity.js';
import type * as command from './commands.js';
import type { LicenceCommand, LicenceRejection } from './commands.js';
import { dueEvents } from './due.js';
import { endEarly } from './endings.js';
import type { LicenceEvent } from './events.js';
import {
  evolveLicence,
  freeCredits,
  laterOf,
  liveLicences,
  nextPeriod,
  noLicence,
  openCredit,
  type Licence,
  type LicencePeriod,
  type LicenceState,
} from './state.js';

export { licenceEvents } from './events.js';
export type { LicenceState } from './state.js';

/** Length of the trial in whole calendar days, the first one included (FAQ 9). */
const trialDays = 40;

const yes = (...events: readonly LicenceEvent[]) => accept<LicenceEvent>(...events);
const no = (rejection: LicenceRejection) => reject<LicenceRejection>(rejection);
type Decision = ReturnType<typeof yes> | ReturnType<typeof no>;

/**
 * The right to use the monitoring of one plant. What time alone brings about comes before every decision, so that nothing
 * depends on when somebody looked; and the time of a history never goes backwards.
 */
export const licenceDecider: Decider<LicenceCommand, LicenceState, LicenceEvent, LicenceRejection> = {
  initialState: noLicence,
  evolve: evolveLicence,
  decide(wish, state) {
    const at = laterOf(state.lastAt, wish.at);
    const due = state.status === 'none' ? [] : dueEvents(state, wish.plantId, at);
    const now = fold({ initialState: state, evolve: evolveLicence }, due);
    const decision = decideNow({ ...wish, at }, now);
    // A wish that changes nothing leaves what is due to whoever watches the time.
    if (!decision.ok || (decision.events.length === 0 && wish.type !== 'PassTime')) return decision;
    return yes(...due, ...decision.events);
  },
};

function decideNow(wish: LicenceCommand, state: LicenceState): Decision {
  switch (wish.type) {
    case 'StartTrial':
      return startTrial(wish, state);
    case 'ReserveLicence':
      return reserve(wish, state);
    case 'ReleaseReservation':
      return release(wish, state);
    case 'GrantLicence':
      return grant(wish, state);
    case 'NotePower':
      return yes(...notePower(state, wish));
    case 'PassTime':
      return yes();
    case 'WithdrawLicence':
      return withdraw(wish, state);
    case 'CancelLicence':
      return cancel(wish, state);
    case 'ReviveLicence':
      return revive(wish, state);
    case 'SupplementLicence':
      return supplement(wish, state);
    case 'PayOutCredit':
      return payOut(wish, state);
    case 'RequestPayOut':
      return requestPayOut(wish, state);
    default:
      return assertNever(wish);
  }
}

/** A second trial is never granted, nor one after a licence; asking for it is no mistake. */
function startTrial({ plantId, at }: command.StartTrial, state: LicenceState): Decision {
  if (state.trial !== null || state.licences.length > 0) return yes();
  return yes({ type: 'TrialStarted', data: { plantId, at, ...trialFrom(at) } });
}

/** The trial that starts at an instant (RFC 3339). */
export function trialFrom(at: string): LicencePeriod {
  const firstDay = legalDay(at);
  return { firstDay, lastDay: addDays(firstDay, trialDays - 1) };
}

function reserve({ plantId, at, orderId, until, credits }: command.ReserveLicence, state: LicenceState): Decision {
  const refused = whyNotOrderable(state, orderId, at);
  if (refused !== null) return no(refused);
  if (state.reservations.some((one) => one.orderId === orderId)) return yes();
  const free = new Map(freeCredits(state, at).map((part) => [part.creditId, part.grossCents]));
  const isThere = credits.every(({ creditId, grossCents }) => grossCents <= (free.get(creditId) ?? 0));
  if (!isThere) return no({ code: 'licence.credit-changed' });
  return yes({ type: 'LicenceReserved', data: { plantId, at, orderId, until, credits } });
}

/** Why no licence for the plant can be ordered at an instant; null when it can, or stands in this very order. */
export function whyNotOrderable(state: LicenceState, orderId: string | null, at: string): LicenceRejection | null {
  const queued = liveLicences(state, legalDay(at)).find((licence) => licence.firstDay > legalDay(at));
  if (queued !== undefined) return { code: 'licence.already-queued', firstDay: queued.firstDay };
  const other = state.reservations.find((one) => one.orderId !== orderId && isBefore(at, one.until));
  if (other === undefined) return null;
  return { code: 'licence.in-other-order', orderId: other.orderId, until: other.until };
}

function isBefore(at: string, until: string): boolean {
  return Temporal.Instant.compare(at, until) < 0;
}

function release({ plantId, at, orderId }: command.ReleaseReservation, state: LicenceState): Decision {
  if (!state.reservations.some((one) => one.orderId === orderId)) return yes();
  return yes({ type: 'LicenceReservationReleased', data: { plantId, at, orderId } });
}

function grant(wish: command.GrantLicence, state: LicenceState): Decision {
  const { plantId, at, orderId, licenceId, termDays, licensedPowerW, cost, priceListVersion } = wish;
  if (state.licences.some((licence) => licence.licenceId === licenceId)) return yes();
  const reservation = state.reservations.find((one) => one.orderId === orderId);
  if (reservation === undefined) return no({ code: 'licence.reservation-missing' });
  for (const { creditId, grossCents } of reservation.credits) {
    const credit = state.credits.find((one) => one.creditId === creditId);
    if (credit === undefined || openCredit(credit) < grossCents) return no({ code: 'licence.credit-changed' });
  }
  const { because, ...period } = nextPeriod(state, legalDay(at), termDays);
  const terms = { licenceId, orderId, termDays, licensedPowerW, ...period, ...cost, priceListVersion };
  return yes(
    { type: because === 'queued' ? 'LicenceRenewed' : 'LicenceGranted', data: { plantId, at, ...terms } },
    ...reservation.credits.map((part): LicenceEvent => ({
      type: 'CreditUsed',
      data: { plantId, at, orderId, ...part },
    })),
  );
}

/** Licences of the order that have ended by then stay as they are. */
function withdraw({ plantId, at, orderId, startedEarly }: command.WithdrawLicence, state: LicenceState): Decision {
  const theirs = liveLicences(state, legalDay(at)).filter((licence) => licence.orderId === orderId);
  return yes(...endEarly(state, plantId, theirs, { at, reason: 'withdrawn', countsUsedDays: startedEarly }));
}

function cancel(
  { plantId, at, licenceId, endsOn = legalDay(at) }: command.CancelLicence,
  state: LicenceState,
): Decision {
  const licence = state.licences.find((one) => one.licenceId === licenceId);
  if (licence === undefined) return no({ code: 'licence.not-found' });
  if (licence.end !== null) return yes();
  const valueDay = endsOn < legalDay(at) ? endsOn : legalDay(at);
  return yes(...endEarly(state, plantId, [licence], { at, valueDay, reason: 'cancelled', countsUsedDays: true }));
}

function revive({ plantId, at, licenceId, power, reason }: command.ReviveLicence, state: LicenceState): Decision {
  const licence = state.licences.find((one) => one.licenceId === licenceId);
  if (licence === undefined) return no({ code: 'licence.not-found' });
  if (licence.end === null) return yes();
  const credit = state.credits.find((one) => one.creditId === licenceId);
  const isWhole = credit === undefined || openCredit(credit) === credit.grossCents;
  const isHeld = state.reservations.some((one) => one.credits.some((part) => part.creditId === licenceId));
  const { at: endedAt, reason: wasEndedBy } = licence.end;
  const later = state.licences.slice(state.licences.indexOf(licence) + 1);
  const isLast = later.every((one) => one.end?.at === endedAt);
  const fits = !isExceeded(licence, power.nominalPowerW);
  if (wasEndedBy !== 'exceeded' || !isWhole || isHeld || !isLast || !fits) {
    return no({ code: 'licence.not-revivable' });
  }
  const period = revivedPeriod(licence, legalDay(endedAt), legalDay(at), state);
  return yes({ type: 'LicenceRevived', data: { plantId, at, licenceId, ...period, reason } });
}

/** A licence that had not begun queues again; one that had goes on, later by the days on which it could not be used. */
function revivedPeriod(licence: Licence, endedOn: string, today: string, state: LicenceState) {
  const { firstDay, lastDay, pausedDays } = licence;
  if (endedOn < firstDay) {
    const next = nextPeriod(state, today, licence.termDays);
    return { firstDay: next.firstDay, lastDay: next.lastDay, pausedDays };
  }
  const paused = daysBetween(endedOn, today);
  return { firstDay, lastDay: addDays(lastDay, paused), pausedDays: pausedDays + paused };
}

function supplement(wish: command.SupplementLicence, state: LicenceState): Decision {
  const { plantId, at, licenceId, orderId, netCents, vatCents } = wish;
  const licence = state.licences.find((one) => one.licenceId === licenceId);
  if (licence === undefined) return no({ code: 'licence.not-found' });
  const licensedPowerW = Math.max(licence.licensedPowerW, wish.licensedPowerW);
  const data = { plantId, at, licenceId, orderId, licensedPowerW, netCents, vatCents };
  return yes({ type: 'LicenceSupplemented', data });
}

function payOut({ plantId, at, creditId, grossCents, refundId }: command.PayOutCredit, state: LicenceState): Decision {
  const free = freeCredits(state, at).find((part) => part.creditId === creditId)?.grossCents ?? 0;
  if (grossCents <= 0 || grossCents > free) return no({ code: 'licence.credit-changed' });
  return yes({ type: 'CreditPaidOut', data: { plantId, at, creditId, grossCents, refundId } });
}

/** All parts or none; what an order holds stays with that order. */
function requestPayOut({ plantId, at, payOutId, parts }: command.RequestPayOut, state: LicenceState): Decision {
  const left = new Map(freeCredits(state, at).map((part) => [part.creditId, part.grossCents]));
  for (const { creditId, grossCents } of parts) left.set(creditId, (left.get(creditId) ?? 0) - grossCents);
  if ([...left.values()].some((cents) => cents < 0)) return no({ code: 'licence.credit-changed' });
  return yes(
    { type: 'PayOutRequested', data: { plantId, at, payOutId, parts } },
    ...parts.map(({ creditId, orderId, grossCents }): LicenceEvent => {
      const refundId = refundOf(payOutId, orderId);
      return { type: 'CreditPaidOut', data: { plantId, at, creditId, grossCents, refundId } };
    }),
  );
}

/** The refund by which an order's share of a pay-out goes back. */
export function refundOf(payOutId: string, orderId: string): string {
  return `${payOutId}/${orderId}`;
}
