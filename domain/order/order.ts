import { accept, assertNever, reject, type Decider } from '../kernel/decider.js';
import { invoicesKeptUntil } from '../account/retention.js';
import { isErased } from '../kernel/event.js';
import type { OrderId } from '../kernel/ids.js';
import { dayIn, legalTimeZone, Temporal } from '../kernel/time.js';
import { ended, type EndingCommand, type EndingRejection } from './endings.js';
import type { OrderEvent, OrderEventData, PaymentMethod, RefundReason } from './events.js';
import { openMatters, settled, type SettleMatter, type SettlementRejection } from './matters.js';
import { refundableCents, refundOf, unreturnedCents } from './refunds.js';
import { evolveOrder, isOwed, type Order, type OrderState, type Placed } from './state.js';

export { orderEvents } from './events.js';
export { refundableCents } from './refunds.js';
export { isOwed, plannedLastDay, plantsOf } from './state.js';
export type { Order, OrderState } from './state.js';

/** What the provider says of a payment when it is asked. */
export type ReportedPayment = {
  readonly provider: string;
  readonly providerRef: string;
  readonly orderRef: string;
  readonly state: 'open' | 'pending' | 'paid' | 'partial' | 'failed' | 'canceled' | 'expired' | 'chargeback' | 'review';
  readonly paidCents: number;
  readonly currency: string;
  readonly method: PaymentMethod;
};

type At = { readonly at: string };

/** What shows the VAT id of the buyer, where the invoice will rest on it. */
export type VatEvidence = Omit<OrderEventData<'VatEvidenceKept'>, 'orderId' | 'at'>;

type Evidenced = { readonly vatEvidence?: VatEvidence | null };
type OrderCommand =
  | (At & Evidenced & { readonly type: 'PlaceOrder'; readonly order: Omit<Placed, 'at'> })
  | (At &
      Evidenced & {
        readonly type: 'ChargeSupplement';
        readonly charge: Omit<OrderEventData<'SupplementCharged'>, 'at'>;
        readonly kept: Pick<OrderEventData<'PowerEvidenceKept'>, 'shown' | 'file'>;
      })
  | (At & { readonly type: 'ChargeRepair'; readonly charge: Omit<OrderEventData<'RepairCharged'>, 'at'> })
  | (At & { readonly type: 'StartPayment'; readonly provider: string; readonly providerRef: string })
  | (At & { readonly type: 'NotePayment'; readonly payment: ReportedPayment })
  | (At & { readonly type: 'ExpireOrder' })
  | (At & {
      readonly type: 'CancelOrder';
      readonly reason: OrderEventData<'OrderCancelled'>['reason'];
      readonly note?: string;
    })
  | (At & { readonly type: 'AcceptOrder' })
  | (At & { readonly type: 'IssueInvoice'; readonly invoice: Omit<OrderEventData<'InvoiceIssued'>, 'orderId' | 'at'> })
  | EndingCommand
  | (At & {
      readonly type: 'RequestRefund';
      readonly refundId: string;
      readonly grossCents: number;
      readonly reason: RefundReason;
    })
  | (At & { readonly type: 'NoteRefund'; readonly refundId: string; readonly refundRef: string })
  | (At & {
      readonly type: 'NoteRefundRefused';
      readonly refundId: string;
      readonly reason: OrderEventData<'RefundRefused'>['reason'];
    })
  | SettleMatter
  /** The account was erased; means nothing while an invoice has to be kept, or something is under way. */
  | (At & { readonly type: 'ForgetBuyer' });

export type OrderRejection =
  | { readonly code: 'order.not-found' }
  /** It was paid, cancelled or has expired meanwhile. */
  | { readonly code: 'order.not-open'; readonly status: Order['status'] }
  /** More is asked back than was paid and is still here. */
  | { readonly code: 'order.refund-too-large' }
  /** A supplementary charge is owed: the customer cannot take it back. */
  | { readonly code: 'order.is-owed' }
  | EndingRejection
  | SettlementRejection;

export const orderDecider: Decider<OrderCommand, OrderState, OrderEvent, OrderRejection> = {
  initialState: { status: 'none' },
  evolve: evolveOrder,
  decide: (wish, state) => {
    if (wish.type === 'PlaceOrder') {
      return state.status === 'none' ? placed({ ...wish.order, at: wish.at }, wish) : yes();
    }
    if (wish.type === 'ChargeSupplement') {
      if (state.status !== 'none') return yes();
      const { charge, at } = wish;
      const { orderId } = charge;
      return yes(
        { type: 'SupplementCharged', data: { ...charge, at } },
        { type: 'PowerEvidenceKept', data: { orderId, at, ...wish.kept } },
        ...kept(orderId, wish),
      );
    }
    if (wish.type === 'ChargeRepair') {
      if (state.status !== 'none') return yes();
      return yes({ type: 'RepairCharged', data: { ...wish.charge, at: wish.at } });
    }
    return state.status === 'none' ? no({ code: 'order.not-found' }) : decideOn(state, wish);
  },
};

const yes = (...events: readonly OrderEvent[]) => accept<OrderEvent>(...events);
const no = (rejection: OrderRejection) => reject<OrderRejection>(rejection);
type Decision = ReturnType<typeof yes> | ReturnType<typeof no>;
type Command<T extends OrderCommand['type']> = Extract<OrderCommand, { readonly type: T }>;

/** Credits that cover the whole price pay the order at once. */
function placed(data: Placed, wish: At & Evidenced): Decision {
  const { orderId, at, toPayCents } = data;
  const begun = [{ type: 'OrderPlaced', data }, ...kept(orderId, wish)] as const;
  if (toPayCents > 0) return yes(...begun);
  const paid = { orderId, at, provider: 'credit', providerRef: orderId, paidCents: 0, method: 'credit' } as const;
  return yes(...begun, { type: 'PaymentConfirmed', data: paid });
}

function kept(orderId: OrderId, { at, vatEvidence }: At & Evidenced): readonly OrderEvent[] {
  return vatEvidence == null ? [] : [{ type: 'VatEvidenceKept', data: { orderId, at, ...vatEvidence } }];
}

type OnOrder = Exclude<OrderCommand, { readonly type: 'PlaceOrder' | 'ChargeSupplement' | 'ChargeRepair' }>;

function decideOn(order: Order, wish: OnOrder): Decision {
  const { orderId } = order.placed;
  const { at } = wish;
  switch (wish.type) {
    case 'StartPayment': {
      const { provider, providerRef } = wish;
      if (order.status !== 'open') return no({ code: 'order.not-open', status: order.status });
      if (order.payments.some((payment) => payment.providerRef === providerRef)) return yes();
      const attempt = order.payments.length + 1;
      return yes({ type: 'PaymentStarted', data: { orderId, at, provider, providerRef, attempt } });
    }
    case 'NotePayment':
      return yes(...noted(order, wish));
    case 'ExpireOrder':
      if (order.status !== 'open' || isOwed(order) || isBefore(at, order.placed.expiresAt)) return yes();
      return yes({ type: 'OrderExpired', data: { orderId, at } });
    case 'CancelOrder':
      return cancelled(order, wish);
    case 'AcceptOrder':
      if (order.status === 'accepted') return yes();
      if (order.status !== 'paid') return no({ code: 'order.not-paid' });
      return yes({ type: 'OrderAccepted', data: { orderId, at } });
    case 'IssueInvoice':
      if (order.invoices.some(({ number }) => number === wish.invoice.number)) return yes();
      return yes({ type: 'InvoiceIssued', data: { orderId, at, ...wish.invoice } });
    case 'WithdrawOrder':
    case 'CompensateOrder':
    case 'TerminateOrder':
    case 'EndPlanned':
    case 'LiftTermination':
      return ended(order, wish);
    case 'RequestRefund':
      return refund(order, wish);
    case 'NoteRefund': {
      const { refundId, refundRef } = wish;
      const asked = order.refunds.find((one) => one.refundId === refundId);
      if (asked === undefined || asked.isDone) return yes();
      return yes({ type: 'OrderRefunded', data: { orderId, at, refundId, refundRef, grossCents: asked.grossCents } });
    }
    case 'NoteRefundRefused': {
      const { refundId, reason } = wish;
      const asked = order.refunds.find((one) => one.refundId === refundId);
      if (asked === undefined || asked.isDone || asked.refusedAt !== null) return yes();
      const { provider, providerRef } = asked;
      return yes({ type: 'RefundRefused', data: { orderId, at, provider, providerRef, refundId, reason } });
    }
    case 'SettleMatter':
      return settle(order, wish);
    case 'ForgetBuyer':
      return isNeeded(order, at) || isErased(order.placed.buyer)
        ? yes()
        : yes({ type: 'BuyerForgotten', data: { orderId, at } });
    default:
      return assertNever(wish);
  }
}

/** Whether somebody still has to know who bought: while money is to come or to go, and for as long as the law says. */
function isNeeded(order: Order, at: string): boolean {
  const { status, repair, refunds, invoices } = order;
  // What is owed waits without an end, and is not kept for longer than its invoice.
  const isUnbilled = repair !== null && invoices.length === 0;
  const isWaiting = (status === 'open' && (!isOwed(order) || isUnbilled)) || status === 'paid';
  if (isWaiting || refunds.some((one) => !one.isDone && one.refusedAt === null)) return true;
  if (openMatters(order).length > 0 || order.plannedEnds.length > 0) return true;
  const until = invoicesKeptUntil(invoices.map(({ issuedOn }) => ({ issuedOn: Temporal.PlainDate.from(issuedOn) })));
  return until !== null && Temporal.PlainDate.compare(dayIn(legalTimeZone, Temporal.Instant.from(at)), until) <= 0;
}

/** Whatever comes, in whatever order and however often: what was noted once is not noted again. */
function noted(order: Order, { at, payment }: Command<'NotePayment'>): readonly OrderEvent[] {
  const { orderId, toPayCents } = order.placed;
  const { provider, providerRef, paidCents, state } = payment;
  const known = order.payments.find((one) => one.providerRef === providerRef);
  const of = { orderId, at, provider, providerRef };
  if (state === 'failed' || state === 'canceled' || state === 'expired') {
    if (order.status !== 'open' || known === undefined || known.hasFailed) return [];
    return [{ type: 'PaymentFailed', data: { ...of, reason: state } }];
  }
  if (state === 'chargeback' && order.paidBy === providerRef) {
    if (order.chargeback !== null) return [];
    return [{ type: 'PaymentChargedBack', data: { ...of, grossCents: Math.max(0, refundableCents(order)) } }];
  }
  if (paidCents === 0 || paidCents === known?.paidCents || order.paidBy === providerRef) return [];
  const differs = (reason: OrderEventData<'PaymentDiffered'>['reason']): OrderEvent => ({
    type: 'PaymentDiffered',
    data: { ...of, paidCents, currency: payment.currency, reason },
  });
  if (payment.currency !== 'EUR' || payment.orderRef !== orderId) return [differs('foreign')];
  // What went back before, of a part that came earlier, does not go back twice.
  const back = (reason: RefundReason): readonly OrderEvent[] => {
    const grossCents = unreturnedCents(order, { ...(known ?? { attempt: 0, hasFailed: false }), ...of, paidCents });
    return grossCents === 0 ? [] : [refundOf(order, of, { at, grossCents, reason })];
  };
  if (order.status === 'expired' || order.status === 'cancelled') return [differs('late'), ...back('late')];
  if (order.paidBy !== null) return [differs('double'), ...back('double')];
  if (state !== 'paid' || paidCents < toPayCents) return [differs('partial')];
  const confirmed: OrderEvent = { type: 'PaymentConfirmed', data: { ...of, paidCents, method: payment.method } };
  if (paidCents === toPayCents) return [confirmed];
  return [confirmed, differs('double')];
}

/** Money that came in part goes back. */
function cancelled(order: Order, { at, reason, note }: Command<'CancelOrder'>): Decision {
  const { orderId } = order.placed;
  if (order.status === 'cancelled') return yes();
  if (isOwed(order) && reason === 'customer') return no({ code: 'order.is-owed' });
  const isPossible = order.status === 'open' || (order.status === 'paid' && reason === 'notFulfilled');
  if (!isPossible) return no({ code: 'order.not-open', status: order.status });
  const refunds = order.payments
    .map((payment) => ({ payment, grossCents: unreturnedCents(order, payment) }))
    .filter(({ grossCents }) => grossCents > 0)
    .map(({ payment, grossCents }) => refundOf(order, payment, { at, grossCents, reason: 'cancellation' }));
  return yes({ type: 'OrderCancelled', data: { orderId, at, reason, note: note ?? null } }, ...refunds);
}

/** Money that goes back before the order is paid ends the order with it. */
function settle(order: Order, wish: SettleMatter): Decision {
  const settlement = settled(order, wish);
  if (!settlement.ok) return no(settlement.rejection);
  const isUnpaid = wish.how === 'refund' && order.status === 'open';
  return isUnpaid ? cancelled(order, { type: 'CancelOrder', at: wish.at, reason: 'notFulfilled' }) : settlement;
}

function refund(order: Order, { at, refundId, grossCents, reason }: Command<'RequestRefund'>): Decision {
  if (order.refunds.some((one) => one.refundId === refundId)) return yes();
  const payment = order.payments.find((one) => one.providerRef === order.paidBy);
  if (payment === undefined) return no({ code: 'order.not-paid' });
  // A credit that is paid out was counted already: should it be too much, the provider refuses, and the office looks at it.
  if (reason !== 'credit' && grossCents > refundableCents(order)) return no({ code: 'order.refund-too-large' });
  const { provider, providerRef } = payment;
  const { orderId } = order.placed;
  const of = { orderId, at, provider, providerRef };
  return yes({ type: 'RefundRequested', data: { ...of, refundId, grossCents, reason } });
}

function isBefore(a: string, b: string): boolean {
  return Temporal.Instant.compare(a, b) < 0;
}
