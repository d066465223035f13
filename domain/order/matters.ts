import { accept, reject } from '../kernel/decider.js';
import type { OrderEvent } from './events.js';
import { isSettled, refundOf, unreturnedCents } from './refunds.js';
import type { Order, Payment, Refund } from './state.js';

/** How somebody in the office may deal with a matter. */
export type Way = 'refund' | 'restReceived' | 'elsewhere' | 'keep' | 'end';

/** Money that does not fit, and that nothing but a person can settle. */
export type Matter = {
  /** The provider's reference of the payment, or the id of the refund that was refused. */
  readonly matterId: string;
  readonly kind: 'partial' | 'excess' | 'foreign' | 'refundRefused' | 'chargeback';
  readonly provider: string;
  readonly providerRef: string;
  /** What it is about, in the hundredths of the currency: what came, came too much, or should have gone back. */
  readonly cents: number;
  readonly currency: string;
  /** RFC 3339. */
  readonly since: string;
  readonly ways: readonly Way[];
};

export type SettleMatter = {
  readonly type: 'SettleMatter';
  readonly at: string;
  readonly matterId: string;
  readonly how: Way;
  /** Null where money goes back by itself. */
  readonly reason: string | null;
};

export type SettlementRejection =
  /** There is none such, or somebody was faster. */
  { readonly code: 'order.matter-not-open' } | { readonly code: 'order.way-not-possible' };

/** What of an order a person has to deal with. What came late or twice goes back by itself, and is none of it. */
export function openMatters(order: Order): readonly Matter[] {
  const ofPayments = order.payments.flatMap((payment) => matterOf(order, payment) ?? []);
  const ofRefunds = order.refunds.flatMap((refund) => refusedRefund(refund) ?? []);
  const all = [...ofPayments, ...ofRefunds].filter(({ matterId }) => !isSettled(order, matterId));
  return [...all, ...chargebackOf(order)];
}

function matterOf(order: Order, payment: Payment): Matter | null {
  const { provider, providerRef, paidCents } = payment;
  const difference = order.differences.findLast((one) => one.providerRef === providerRef);
  if (difference === undefined) return null;
  const { at: since, currency, reason } = difference;
  const of = { matterId: providerRef, provider, providerRef, currency, since };
  if (reason === 'foreign') return { ...of, kind: 'foreign', cents: paidCents, ways: ['elsewhere'] };
  const isPaidByIt = order.paidBy === providerRef;
  if (reason === 'partial' && !isPaidByIt) {
    const cents = unreturnedCents(order, payment);
    const rest = order.status === 'open' ? (['restReceived'] as const) : [];
    return cents === 0 ? null : { ...of, kind: 'partial', cents, ways: ['refund', ...rest, 'elsewhere'] };
  }
  const cents = isPaidByIt ? excessCents(order, payment) : 0;
  return cents === 0 ? null : { ...of, kind: 'excess', cents, ways: ['refund', 'elsewhere'] };
}

/** More was paid than was asked for, and is still here. */
function excessCents(order: Order, payment: Payment): number {
  const back = order.refunds.filter((one) => one.providerRef === payment.providerRef && one.reason === 'double');
  const excess = payment.paidCents - order.placed.toPayCents - back.reduce((sum, one) => sum + one.grossCents, 0);
  return Math.max(0, Math.min(excess, unreturnedCents(order, payment)));
}

function refusedRefund({ refundId, provider, providerRef, grossCents, refusedAt, isDone }: Refund): Matter | null {
  if (refusedAt === null || isDone) return null;
  const of = { matterId: refundId, provider, providerRef, currency: 'EUR', since: refusedAt };
  return { ...of, kind: 'refundRefused', cents: grossCents, ways: ['refund', 'elsewhere'] };
}

/** The bank took the payment back: the licences stay, or they end with what they were still worth. */
function chargebackOf({ chargeback, payments, paidBy }: Order): readonly Matter[] {
  const payment = payments.find(({ providerRef }) => providerRef === paidBy);
  if (chargeback === null || chargeback.decision !== null || payment === undefined) return [];
  const { provider, providerRef } = payment;
  const of = { matterId: `${providerRef}/chargeback`, provider, providerRef, currency: 'EUR', since: chargeback.at };
  return [{ ...of, kind: 'chargeback', cents: chargeback.grossCents, ways: ['keep', 'end'] }];
}

/** What follows when somebody deals with a matter in one of its ways. */
export function settled(order: Order, { at, matterId, how, reason }: SettleMatter) {
  const matter = openMatters(order).find((one) => one.matterId === matterId);
  if (matter === undefined) return reject<SettlementRejection>({ code: 'order.matter-not-open' });
  if (!matter.ways.includes(how)) return reject<SettlementRejection>({ code: 'order.way-not-possible' });
  if (how === 'refund') return accept<OrderEvent>(backAgain(order, matter, at));
  const { orderId } = order.placed;
  if (how === 'keep' || how === 'end') {
    const decided = { orderId, at, decision: how, grossCents: matter.cents, reason: reason ?? '' };
    return accept<OrderEvent>({ type: 'ChargebackDecided', data: decided });
  }
  const noted: OrderEvent = {
    type: 'PaymentMatterSettled',
    data: { orderId, at, matterId, how, reason: reason ?? '' },
  };
  if (how === 'elsewhere') return accept<OrderEvent>(noted);
  const { provider, providerRef, cents } = matter;
  const paid = { orderId, at, provider, providerRef, paidCents: cents, method: 'other' } as const;
  return accept<OrderEvent>(noted, { type: 'PaymentConfirmed', data: paid });
}

function backAgain(order: Order, { kind, matterId, cents, ...payment }: Matter, at: string): OrderEvent {
  const refused = order.refunds.find((one) => one.refundId === matterId);
  if (refused === undefined) {
    return refundOf(order, payment, { at, grossCents: cents, reason: kind === 'excess' ? 'double' : 'cancellation' });
  }
  const { refundId, provider, providerRef, grossCents, reason } = refused;
  const { orderId } = order.placed;
  return { type: 'RefundRequested', data: { orderId, at, provider, providerRef, refundId, grossCents, reason } };
}
