import { assertNever } from '../kernel/decider.js';
import type { LicenceId, OrderId } from '../kernel/ids.js';
import type { Amount } from '../kernel/money.js';
import { Temporal } from '../kernel/time.js';
import { addDays, daysBetween, legalDay } from './calendar.js';
import type { CreditPart, LicenceEvent, LicenceEventData, TermDays } from './events.js';

/** Calendar days in Europe/Berlin, both included. */
export type LicencePeriod = { readonly firstDay: string; readonly lastDay: string };

export type Licence = LicencePeriod & {
  readonly licenceId: LicenceId;
  readonly orderId: OrderId;
  readonly termDays: TermDays;
  readonly licensedPowerW: number;
  readonly cost: Amount;
  /** Days between first and last day on which it could not be used: it had ended and was revived. */
  readonly pausedDays: number;
  readonly end: { readonly at: string; readonly reason: EndReason; readonly usedDays: number } | null;
};
export type EndReason = LicenceEventData<'LicenceEnded'>['reason'];

/** The value of an ended licence and where it went, in gross cents. */
export type Credit = Amount & {
  readonly creditId: LicenceId;
  readonly usedCents: number;
  readonly paidOutCents: number;
};

export type Reservation = {
  readonly orderId: OrderId;
  readonly until: string;
  readonly credits: readonly CreditPart[];
};

/** A running licence ended by more power on `day`; without it, its last day had been `until`. */
type Extension = { readonly day: string; readonly until: string };

/** The history of the right to use one plant. Plain data: read models keep it as it is. */
export type LicenceState = {
  readonly status: 'none' | 'known';
  readonly trial: (LicencePeriod & { readonly isOver: boolean }) | null;
  /** In the order in which they were paid. */
  readonly licences: readonly Licence[];
  readonly credits: readonly Credit[];
  readonly reservations: readonly Reservation[];
  readonly announced: {
    readonly installedPowerW: number;
    readonly assumedPowerW: number;
    readonly effectiveAt: string;
  } | null;
  readonly extension: Extension | null;
  /** Of the latest event: time does not go backwards in here, whatever a clock says. */
  readonly lastAt: string | null;
  readonly reminded: { readonly lastDay: string; readonly daysBefore: number } | null;
};

export const noLicence: LicenceState = {
  status: 'none',
  trial: null,
  licences: [],
  credits: [],
  reservations: [],
  announced: null,
  extension: null,
  lastAt: null,
  reminded: null,
};

export function evolveLicence(state: LicenceState, event: LicenceEvent): LicenceState {
  return { ...changed(state, event), status: 'known', lastAt: laterOf(state.lastAt, event.data.at) };
}

function changed(state: LicenceState, event: LicenceEvent): LicenceState {
  switch (event.type) {
    case 'TrialStarted':
      return { ...state, trial: { firstDay: event.data.firstDay, lastDay: event.data.lastDay, isOver: false } };
    case 'TrialEnded':
      return state.trial === null ? state : { ...state, trial: { ...state.trial, isOver: true } };
    case 'LicenceReserved': {
      const { orderId, until, credits } = event.data;
      return { ...state, reservations: [...withoutOrder(state, orderId), { orderId, until, credits }] };
    }
    case 'LicenceReservationReleased':
      return { ...state, reservations: withoutOrder(state, event.data.orderId) };
    case 'LicenceGranted':
    case 'LicenceRenewed':
      return {
        ...state,
        licences: [...state.licences, licenceOf(event.data)],
        reservations: withoutOrder(state, event.data.orderId),
        extension: null,
      };
    case 'LicenceMovedUp': {
      const { firstDay, lastDay } = event.data;
      const moved = withLicence(state, event.data.licenceId, (licence) => ({ ...licence, firstDay, lastDay }));
      return { ...moved, extension: null };
    }
    case 'CapacityExcessAnnounced': {
      const { installedPowerW, assumedPowerW, effectiveAt } = event.data;
      return { ...state, announced: { installedPowerW, assumedPowerW, effectiveAt } };
    }
    case 'PayOutRequested':
      return state;
    case 'CapacityExcessLifted':
    case 'CapacityExceeded':
      return { ...state, announced: null };
    case 'LicenceEnded':
      return ended(state, event.data);
    case 'RemainingValueCredited': {
      const { licenceId: creditId, netCents, vatRateBasisPoints, vatCents, grossCents } = event.data;
      const amount = { netCents, vatRateBasisPoints, vatCents, grossCents };
      return { ...state, credits: [...state.credits, { creditId, ...amount, usedCents: 0, paidOutCents: 0 }] };
    }
    case 'CreditUsed': {
      const { creditId, grossCents } = event.data;
      return withCredit(state, creditId, (credit) => ({ ...credit, usedCents: credit.usedCents + grossCents }));
    }
    case 'CreditPaidOut': {
      const { creditId, grossCents } = event.data;
      return withCredit(state, creditId, (credit) => ({ ...credit, paidOutCents: credit.paidOutCents + grossCents }));
    }
    case 'LicenceRevived': {
      const { licenceId, firstDay, lastDay, pausedDays } = event.data;
      const revived = withLicence(state, licenceId, (licence) => ({
        ...licence,
        firstDay,
        lastDay,
        pausedDays,
        end: null,
      }));
      return { ...revived, extension: null, credits: state.credits.filter((credit) => credit.creditId !== licenceId) };
    }
    case 'LicenceSupplemented': {
      const { licenceId, licensedPowerW, netCents, vatCents } = event.data;
      return withLicence(state, licenceId, ({ cost, ...licence }) => ({
        ...licence,
        licensedPowerW,
        cost: {
          ...cost,
          netCents: cost.netCents + netCents,
          vatCents: cost.vatCents + vatCents,
          grossCents: cost.grossCents + netCents + vatCents,
        },
      }));
    }
    case 'LicenceReminderDue':
      return { ...state, reminded: { lastDay: event.data.lastDay, daysBefore: event.data.daysBefore } };
    default:
      return assertNever(event);
  }
}

/** The later of two instants (RFC 3339, any offset). */
export function laterOf(a: string | null, b: string): string {
  return a !== null && Temporal.Instant.compare(a, b) > 0 ? a : b;
}

function licenceOf(data: LicenceEventData<'LicenceGranted'>): Licence {
  const { licenceId, orderId, termDays, licensedPowerW, firstDay, lastDay } = data;
  const { netCents, vatRateBasisPoints, vatCents, grossCents } = data;
  const cost = { netCents, vatRateBasisPoints, vatCents, grossCents };
  return { licenceId, orderId, termDays, licensedPowerW, firstDay, lastDay, cost, pausedDays: 0, end: null };
}

function ended(state: LicenceState, { licenceId, at, reason, usedDays }: LicenceEventData<'LicenceEnded'>) {
  const day = legalDay(at);
  const licence = state.licences.find((one) => one.licenceId === licenceId);
  const without = withLicence(state, licenceId, (one) => ({ ...one, end: { at, reason, usedDays } }));
  const wasExtended =
    reason === 'exceeded' && licence !== undefined && licence.firstDay <= day && day <= licence.lastDay;
  return {
    ...without,
    extension: wasExtended ? { day, until: licence.lastDay } : state.extension,
    announced: without.licences.some((one) => one.end === null) ? state.announced : null,
  };
}

function withLicence(state: LicenceState, licenceId: string, change: (licence: Licence) => Licence): LicenceState {
  return { ...state, licences: state.licences.map((one) => (one.licenceId === licenceId ? change(one) : one)) };
}

function withCredit(state: LicenceState, creditId: string, change: (credit: Credit) => Credit): LicenceState {
  return { ...state, credits: state.credits.map((one) => (one.creditId === creditId ? change(one) : one)) };
}

function withoutOrder(state: LicenceState, orderId: string): readonly Reservation[] {
  return state.reservations.filter((one) => one.orderId !== orderId);
}

/** Licences that run or queue on a day, the first one first. */
export function liveLicences(state: LicenceState, day: string): readonly Licence[] {
  return state.licences
    .filter((licence) => licence.end === null && licence.lastDay >= day)
    .toSorted((a, b) => (a.firstDay < b.firstDay ? -1 : 1));
}

/** Days of its term that were used before a day; all of them after its last day. */
export function usedDaysBefore(licence: Licence, day: string): number {
  if (day <= licence.firstDay) return 0;
  if (day > licence.lastDay) return licence.termDays;
  // Which days were paused is not known: of an end before them, none is charged for.
  return Math.max(0, daysBetween(licence.firstDay, day) - licence.pausedDays);
}

/** What of a credit is neither used nor paid out, in gross cents. */
export function openCredit(credit: Credit): number {
  return credit.grossCents - credit.usedCents - credit.paidOutCents;
}

/** Credits that an order may set off at an instant: those that no other order has kept for itself. */
export function freeCredits(state: LicenceState, at: string): readonly CreditPart[] {
  const held = new Map<string, number>();
  for (const { credits } of state.reservations.filter((one) => Temporal.Instant.compare(one.until, at) > 0)) {
    for (const { creditId, grossCents } of credits) held.set(creditId, (held.get(creditId) ?? 0) + grossCents);
  }
  return state.credits
    .map((credit) => ({
      creditId: credit.creditId,
      grossCents: openCredit(credit) - (held.get(credit.creditId) ?? 0),
    }))
    .filter((part) => part.grossCents > 0);
}

/** The period of a licence that is paid on a day, and why it begins when it does. */
export function nextPeriod(state: LicenceState, paidOn: string, termDays: TermDays) {
  const start = startOf(state, paidOn, termDays);
  return { ...start, lastDay: addDays(start.firstDay, termDays - 1) };
}

type Start = { readonly firstDay: string; readonly because: 'queued' | 'afterTrial' | 'extension' | 'payment' };

function startOf({ trial, extension, ...state }: LicenceState, paidOn: string, termDays: TermDays): Start {
  const last = liveLicences({ trial, extension, ...state }, paidOn).at(-1);
  if (last !== undefined) return { firstDay: addDays(last.lastDay, 1), because: 'queued' };
  if (trial !== null && trial.lastDay >= paidOn) return { firstDay: addDays(trial.lastDay, 1), because: 'afterTrial' };
  // Days since the extension were not usable and are not paid twice.
  if (extension !== null && paidOn < paymentCountsFrom(extension, termDays)) {
    return { firstDay: extension.day, because: 'extension' };
  }
  return { firstDay: paidOn, because: 'payment' };
}

/**
 * The day from which on a licence that is bought after an extension begins with its payment: the former one would have ended
 * by then anyway, or the new one would be over already, which helps nobody.
 */
export function paymentCountsFrom({ day, until }: Extension, termDays: TermDays): string {
  const [formerIsOver, newIsOver] = [addDays(until, 1), addDays(day, termDays)];
  return formerIsOver < newIsOver ? formerIsOver : newIsOver;
}
