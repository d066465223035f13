import { fold } from '../kernel/decider.js';
import type { PlantId } from '../kernel/ids.js';
import { splitCents, vatOn, type Amount } from '../kernel/money.js';
import { daysBetween, legalDay } from '../licence/calendar.js';
import type { InstalledPower } from '../licence/commands.js';
import { dueEvents } from '../licence/due.js';
import type { CreditPart, LicenceEvent, TermDays } from '../licence/events.js';
import { licenceDecider, whyNotOrderable } from '../licence/licence.js';
import { netPriceCents, type PriceList } from '../licence/price-list.js';
import { recomputedCredits, type CreditCheck } from '../licence/remaining-value.js';
import {
  freeCredits,
  nextPeriod,
  openCredit,
  paymentCountsFrom,
  type LicencePeriod,
  type LicenceState,
} from '../licence/state.js';
import type { VatTreatment } from './vat-treatment.js';

/** One plant in a wish for licences. */
export type WishedLicence = {
  readonly plantId: PlantId;
  readonly termDays: TermDays;
  /** The history of the plant's licence, from its first event on. */
  readonly history: readonly LicenceEvent[];
  readonly power: InstalledPower;
  /** What the plant is to have, where the price of an extension is asked for beforehand; null = as it is. */
  readonly plannedPowerW: number | null;
};

export type QuotedLicence = Amount &
  LicencePeriod & {
    readonly plantId: PlantId;
    readonly termDays: TermDays;
    readonly licensedPowerW: number;
    /** A part of the power is assumed for inverters of unknown type. */
    readonly isPowerAssumed: boolean;
    /** Why it begins on its first day. */
    readonly because: ReturnType<typeof nextPeriod>['because'];
    /** Null where none of its days is over when it is paid. */
    readonly standstill: Standstill | null;
    /** Credits of this plant that the order sets off. */
    readonly credits: readonly CreditPart[];
    /** How each credit of this plant that is still there was found. */
    readonly calculations: readonly CreditCheck[];
  };

/** Some days of a licence could not be used, because it is bought only after the extension from which it counts. */
export type Standstill = {
  readonly usableFrom: string;
  readonly usableDays: number;
  /** Whoever buys from that day on gets a licence that begins with the payment. */
  readonly paymentCountsFrom: string;
};

export type Quote = {
  readonly items: readonly QuotedLicence[];
  readonly priceListVersion: string;
  readonly vat: { readonly treatment: VatTreatment; readonly rateBasisPoints: number };
  readonly netCents: number;
  readonly vatCents: number;
  readonly grossCents: number;
  /** Gross value of the credits set off. */
  readonly creditCents: number;
  readonly toPayCents: number;
};

export type QuoteRejection =
  | { readonly code: 'order.empty' }
  | { readonly code: 'order.plant-twice'; readonly index: number }
  | { readonly code: 'order.no-power'; readonly index: number }
  | { readonly code: 'order.price-on-request'; readonly index: number }
  | { readonly code: 'order.already-queued'; readonly index: number; readonly firstDay: string }
  | { readonly code: 'order.in-other-order'; readonly index: number; readonly orderId: string };

type QuoteFacts = {
  readonly at: string;
  readonly items: readonly WishedLicence[];
  readonly priceList: PriceList;
  readonly vat: Quote['vat'];
  /** The order that the quote is for already; its own reservations do not stand in the way. */
  readonly orderId: string | null;
};

/**
 * What licences cost that are ordered and paid at an instant: the same computation for a question beforehand and for the
 * order. VAT is computed on the sum and shared out, so that the parts add up to the invoice; credits are set off against
 * the total, those of the first plant first.
 */
export function quote(
  facts: QuoteFacts,
): { readonly ok: true; readonly quote: Quote } | { readonly ok: false; readonly rejection: QuoteRejection } {
  const { items, vat, priceList, at } = facts;
  if (items.length === 0) return { ok: false, rejection: { code: 'order.empty' } };
  const priced: Priced[] = [];
  for (const [index, item] of items.entries()) {
    const found = priceOf(item, index, facts);
    if ('code' in found) return { ok: false, rejection: found };
    priced.push(found);
  }
  const netCents = sum(priced.map((one) => one.netCents));
  const vatCents = vatOn(netCents, vat.rateBasisPoints);
  const grossCents = netCents + vatCents;
  const vatShares = splitCents(
    vatCents,
    priced.map((one) => one.netCents),
  );
  let left = grossCents;
  const quoted = priced.map((one, index): QuotedLicence => {
    const credits = takenFrom(freeCredits(one.state, at), left);
    left -= sum(credits.map((part) => part.grossCents));
    const share = vatShares[index] ?? 0;
    const { plantId, termDays } = one.item;
    const period = nextPeriod(one.state, legalDay(at), termDays);
    return {
      ...{ plantId, termDays, licensedPowerW: one.licensedPowerW, isPowerAssumed: one.isPowerAssumed },
      ...period,
      standstill: standstillOf(one.state, legalDay(at), { termDays, ...period }),
      ...{ netCents: one.netCents, vatRateBasisPoints: vat.rateBasisPoints, vatCents: share },
      grossCents: one.netCents + share,
      credits,
      calculations: calculationsOf(one),
    };
  });
  const creditCents = grossCents - left;
  const total = { netCents, vatCents, grossCents, creditCents, toPayCents: left };
  return { ok: true, quote: { items: quoted, priceListVersion: priceList.version, vat, ...total } };
}

type Priced = {
  readonly item: WishedLicence;
  readonly licensedPowerW: number;
  readonly isPowerAssumed: boolean;
  readonly netCents: number;
  readonly history: readonly LicenceEvent[];
  readonly state: LicenceState;
};

function priceOf(item: WishedLicence, index: number, { items, priceList, orderId, at }: QuoteFacts) {
  const { plantId, termDays, power, plannedPowerW } = item;
  if (items.findIndex((one) => one.plantId === plantId) !== index) return refused('order.plant-twice', index);
  const licensedPowerW = plannedPowerW ?? power.nominalPowerW;
  if (licensedPowerW < 1) return refused('order.no-power', index);
  const history = asIfExtended(item, at);
  const state = fold(licenceDecider, history);
  const obstacle = whyNotOrderable(state, orderId, at);
  if (obstacle?.code === 'licence.already-queued') {
    return { ...refused('order.already-queued', index), firstDay: obstacle.firstDay };
  }
  if (obstacle?.code === 'licence.in-other-order') {
    return { ...refused('order.in-other-order', index), orderId: obstacle.orderId };
  }
  const netCents = netPriceCents(priceList, licensedPowerW, termDays);
  if (netCents === null) return refused('order.price-on-request', index);
  const isPowerAssumed = plannedPowerW === null && power.assumedPowerW > 0;
  return { item, licensedPowerW, isPowerAssumed, netCents, history, state } satisfies Priced;
}

/** The history with what is due by now, and with the extension that is only thought of. */
function asIfExtended({ plantId, history, plannedPowerW }: WishedLicence, at: string): readonly LicenceEvent[] {
  const state = fold(licenceDecider, history);
  const due = state.status === 'none' ? [] : dueEvents(state, plantId, at);
  if (plannedPowerW === null) return [...history, ...due];
  const power = { nominalPowerW: plannedPowerW, assumedPowerW: 0 };
  const extended = licenceDecider.decide({ type: 'NotePower', plantId, at, power, graceDays: 0 }, state);
  const events = extended.ok && extended.events.length > 0 ? extended.events : due;
  return [...history, ...events];
}

function standstillOf(
  { extension }: LicenceState,
  today: string,
  { termDays, firstDay, lastDay }: LicencePeriod & { readonly termDays: TermDays },
): Standstill | null {
  if (extension === null || firstDay >= today) return null;
  const usableDays = daysBetween(today, lastDay) + 1;
  return { usableFrom: today, usableDays, paymentCountsFrom: paymentCountsFrom(extension, termDays) };
}

function calculationsOf({ history, state }: Priced): readonly CreditCheck[] {
  const left = new Set<string>(state.credits.filter((one) => openCredit(one) > 0).map((one) => one.creditId));
  return recomputedCredits(history).filter(({ stored }) => left.has(stored.licenceId));
}

function takenFrom(free: readonly CreditPart[], needed: number): readonly CreditPart[] {
  let left = needed;
  return free.flatMap(({ creditId, grossCents }) => {
    const part = Math.min(left, grossCents);
    left -= part;
    return part === 0 ? [] : [{ creditId, grossCents: part }];
  });
}

function refused<C extends QuoteRejection['code']>(code: C, index: number) {
  return { code, index } as const;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
