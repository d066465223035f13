import { fold } from '../kernel/decider.js';
import { shareOf, vatOn, type Amount } from '../kernel/money.js';
import type { LicenceEvent, LicenceEventData } from './events.js';
import {
  evolveLicence,
  liveLicences,
  noLicence,
  openCredit,
  usedDaysBefore,
  type Credit,
  type Licence,
} from './state.js';

/** How the value of one licence was found: net cost × unused days ÷ term, rounded half up to the cent once. */
export type ValueOfLicence = Amount & {
  readonly costNetCents: number;
  readonly termDays: number;
  readonly usedDays: number;
  readonly unusedDays: number;
};

/**
 * What a licence is worth after some days of its term were used. VAT follows the rate at which the licence was invoiced, and
 * is never more than was.
 */
export function valueOfLicence({ cost, termDays }: Licence, usedDays: number): ValueOfLicence {
  const unusedDays = termDays - usedDays;
  const netCents = shareOf(cost.netCents, unusedDays, termDays);
  const { vatRateBasisPoints } = cost;
  const vatCents =
    unusedDays === termDays ? cost.vatCents : Math.min(vatOn(netCents, vatRateBasisPoints), cost.vatCents);
  const amount = { netCents, vatRateBasisPoints, vatCents, grossCents: netCents + vatCents };
  return { ...amount, costNetCents: cost.netCents, termDays, usedDays, unusedDays };
}

/** One licence in the answer of `remainingValue`. */
export type LicenceStep = ValueOfLicence & {
  readonly licenceId: string;
  /** Revision of the event that granted it, in its stream. */
  readonly revision: number;
  readonly firstDay: string;
  readonly lastDay: string;
  /** For people: `11900 × 265 ÷ 365 = 8639.73`. */
  readonly formula: string;
};

/** One credit in the answer of `remainingValue`: the value of a licence that has ended, and where it went. */
export type CreditStep = Credit & { readonly revision: number; readonly openCents: number };

export type RemainingValue = {
  readonly day: string;
  readonly licences: readonly LicenceStep[];
  readonly credits: readonly CreditStep[];
  /** Net value of the licences that run or queue. */
  readonly netCents: number;
  /** The same with VAT. */
  readonly grossCents: number;
  /** Gross value of the credits that nobody has used. */
  readonly balanceCents: number;
};

/**
 * What a plant's licences are worth on a calendar day of Europe/Berlin, and every step of the calculation. `history` is the
 * whole stream from its first event on (revision = index), up to the moment for which the value is asked; quote, order,
 * page and audit use this one function.
 */
export function remainingValue(history: readonly LicenceEvent[], day: string): RemainingValue {
  const state = fold({ initialState: noLicence, evolve: evolveLicence }, history);
  const licences = liveLicences(state, day).map((licence) => licenceStep(licence, day, history));
  const credits = state.credits.map((credit) => ({
    ...credit,
    openCents: openCredit(credit),
    revision: history.findLastIndex(
      (event) => event.type === 'RemainingValueCredited' && event.data.licenceId === credit.creditId,
    ),
  }));
  return {
    day,
    licences,
    credits,
    netCents: sum(licences.map((step) => step.netCents)),
    grossCents: sum(licences.map((step) => step.grossCents)),
    balanceCents: sum(credits.map((step) => step.openCents)),
  };
}

/** One stored credit, computed again from the events before it. */
export type CreditCheck = {
  readonly revision: number;
  readonly stored: LicenceEventData<'RemainingValueCredited'>;
  readonly computed: ValueOfLicence;
  readonly isEqual: boolean;
};

/** Every credit of a history (revision = index) against what its licence was worth on the day of its end. */
export function recomputedCredits(history: readonly LicenceEvent[]): readonly CreditCheck[] {
  const checks: CreditCheck[] = [];
  let state = noLicence;
  for (const [revision, event] of history.entries()) {
    if (event.type === 'RemainingValueCredited') {
      const stored = event.data;
      const licence = state.licences.find((one) => one.licenceId === stored.licenceId);
      if (licence === undefined) throw new Error(`revision ${revision} credits a licence that was never granted`);
      const computed = valueOfLicence(licence, usedWhenEnded(licence, stored.day));
      checks.push({ revision, stored, computed, isEqual: isSameValue(stored, computed) });
    }
    state = evolveLicence(state, event);
  }
  return checks;
}

/** Who withdraws without having asked for an early start has used nothing; everybody else the days before the end. */
function usedWhenEnded(licence: Licence, day: string): number {
  return licence.end?.reason === 'withdrawn' && licence.end.usedDays === 0 ? 0 : usedDaysBefore(licence, day);
}

function isSameValue(a: ValueOfLicence, b: ValueOfLicence): boolean {
  const numbers = (value: ValueOfLicence) => [
    value.costNetCents,
    value.termDays,
    value.usedDays,
    value.unusedDays,
    value.netCents,
    value.vatRateBasisPoints,
    value.vatCents,
    value.grossCents,
  ];
  return numbers(a).join() === numbers(b).join();
}

function licenceStep(licence: Licence, day: string, history: readonly LicenceEvent[]): LicenceStep {
  const { licenceId, firstDay, lastDay } = licence;
  const value = valueOfLicence(licence, usedDaysBefore(licence, day));
  const revision = history.findIndex(
    ({ type, data }) => (type === 'LicenceGranted' || type === 'LicenceRenewed') && data.licenceId === licenceId,
  );
  return { licenceId, revision, firstDay, lastDay, ...value, formula: formulaOf(value) };
}

/** The calculation as people write it, in cents: `11900 × 265 ÷ 365 = 8639.73`. */
export function formulaOf({ costNetCents, unusedDays, termDays }: ValueOfLicence): string {
  const exact = ((costNetCents * unusedDays) / termDays).toFixed(2);
  return `${costNetCents} × ${unusedDays} ÷ ${termDays} = ${exact}`;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
