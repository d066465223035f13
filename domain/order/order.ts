import { accept, assertNever, reject, type Decider } from '../kernel/decider.js';
import { invoicesKeptUntil } from '../account/retention.js';
import { Erased, isErased } from '../kernel/event.js';
import type { PlantId } from '../kernel/ids.js';
import { dayIn, legalTimeZone, Temporal } from '../kernel/time.js';
import type { OrderEvent, OrderEventData, PaymentMethod, RefundReason } from './events.js';

export { orderEvents } from './events.js';

type Placed = OrderEventData<'OrderPlaced'>;
type Payment = {
  readonly provider: string;
  readonly providerRef: string;
  readonly attempt: number;
  /** What of it has arrived. */
  readonly paidCents: number;
  readonly hasFailed: boolean;
};
type Refund = {
  readonly refundId: string;
  readonly provider: string;
  readonly providerRef: string;
  readonly grossCents: number;
  readonly reason: RefundReason;
  readonly isDone: boolean;
};

export type Order = {
  /** `open` waits for money; `paid` has it; `accepted` is a contract. */
  readonly status: 'open' | 'paid' | 'accepted' | 'expired' | 'cancelled';
  readonly placed: Placed;
  readonly payments: readonly Payment[];
  /** Which of them paid the order. */
  readonly paidBy: string | null;
  readonly paidAt: string | null;
  readonly acceptedAt: string | null;
  readonly withdrawnAt: string | null;
  readonly invoices: readonly OrderEventData<'InvoiceIssued'>[];
  readonly refunds: readonly Refund[];
  /** Money that does not fit, for the office to look at. */
  readonly differences: readonly OrderEventData<'PaymentDiffered'>[];
};
export type OrderState = { readonly status: 'none' } | Order;

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
type OrderCommand =
  | (At & { readonly type: 'PlaceOrder'; readonly order: Omit<Placed, 'at'> })
  | (At & { readonly type: 'StartPayment'; readonly provider: string; readonly providerRef: string })
  | (At & { readonly type: 'NotePayment'; readonly payment: ReportedPayment })
  | (At & { readonly type: 'ExpireOrder' })
  | (At & { readonly type: 'CancelOrder'; readonly reason: OrderEventData<'OrderCancelled'>['reason'] })
  | (At & { readonly type: 'AcceptOrder' })
  | (At & { readonly type: 'IssueInvoice'; readonly invoice: Omit<OrderEventData<'InvoiceIssued'>, 'orderId' | 'at'> })
  | (At & { readonly type: 'WithdrawOrder'; readonly plantIds: readonly PlantId[] })
  | (At & {
      readonly type: 'RequestRefund';
      readonly refundId: string;
      readonly grossCents: number;
      readonly reason: RefundReason;
    })
  | (At & { readonly type: 'NoteRefund'; readonly refundId: string; readonly refundRef: string })
  /** The account was erased; means nothing while an invoice has to be kept, or something is under way. */
  | (At & { readonly type: 'ForgetBuyer' });

export type OrderRejection =
  | { readonly code: 'order.not-found' }
  /** It was paid, cancelled or has expired meanwhile. */
  | { readonly code: 'order.not-open'; readonly status: Order['status'] }
  | { readonly code: 'order.not-paid' }
  /** More is asked back than was paid and is still here. */
  | { readonly code: 'order.refund-too-large' };

export const orderDecider: Decider<OrderCommand, OrderState, OrderEvent, OrderRejection> = {
  initialState: { status: 'none' },
  evolve,
  decide: (wish, state) => {
    if (wish.type === 'PlaceOrder') {
      return state.status === 'none' ? placed({ ...wish.order, at: wish.at }) : yes();
    }
    return state.status === 'none' ? no({ code: 'order.not-found' }) : decideOn(state, wish);
  },
};

const yes = (...events: readonly OrderEvent[]) => accept<OrderEvent>(...events);
const no = (rejection: OrderRejection) => reject<OrderRejection>(rejection);
type Decision = ReturnType<typeof yes> | ReturnType<typeof no>;
type Command<T extends OrderCommand['type']> = Extract<OrderCommand, { readonly type: T }>;

/** Credits that cover the whole price pay the order at once. */
function placed(data: Placed): Decision {
  const { orderId, at, toPayCents } = data;
  if (toPayCents > 0) return yes({ type: 'OrderPlaced', data });
  const paid = { orderId, at, provider: 'credit', providerRef: orderId, paidCents: 0, method: 'credit' } as const;
  return yes({ type: 'OrderPlaced', data }, { type: 'PaymentConfirmed', data: paid });
}

function decideOn(order: Order, wish: Exclude<OrderCommand, { readonly type: 'PlaceOrder' }>): Decision {
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
      if (order.status !== 'open' || isBefore(at, order.placed.expiresAt)) return yes();
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
      if (order.status !== 'accepted') return no({ code: 'order.not-paid' });
      if (order.withdrawnAt !== null) return yes();
      return yes({ type: 'OrderWithdrawn', data: { orderId, at, plantIds: wish.plantIds } });
    case 'RequestRefund':
      return refund(order, wish);
    case 'NoteRefund': {
      const { refundId, refundRef } = wish;
      const asked = order.refunds.find((one) => one.refundId === refundId);
      if (asked === undefined || asked.isDone) return yes();
      return yes({ type: 'OrderRefunded', data: { orderId, at, refundId, refundRef, grossCents: asked.grossCents } });
    }
    case 'ForgetBuyer':
      return isNeeded(order, at) || isErased(order.placed.buyer)
        ? yes()
        : yes({ type: 'BuyerForgotten', data: { orderId, at } });
    default:
      return assertNever(wish);
  }
}

/** Whether somebody still has to know who bought: while money is to come or to go, and for as long as the law says. */
function isNeeded({ status, refunds, invoices }: Order, at: string): boolean {
  if (status === 'open' || status === 'paid' || refunds.some((one) => !one.isDone)) return true;
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
  if (paidCents === 0 || paidCents === known?.paidCents || order.paidBy === providerRef) return [];
  const differs = (reason: OrderEventData<'PaymentDiffered'>['reason']): OrderEvent => ({
    type: 'PaymentDiffered',
    data: { ...of, paidCents, currency: payment.currency, reason },
  });
  if (payment.currency !== 'EUR' || payment.orderRef !== orderId) return [differs('foreign')];
  const back = (reason: RefundReason): OrderEvent => {
    const refundId = `${providerRef}/${reason}`;
    return { type: 'RefundRequested', data: { ...of, refundId, grossCents: paidCents, reason } };
  };
  if (order.status === 'expired' || order.status === 'cancelled') return [differs('late'), back('late')];
  if (order.paidBy !== null) return [differs('double'), back('double')];
  if (state !== 'paid' || paidCents < toPayCents) return [differs('partial')];
  const confirmed: OrderEvent = { type: 'PaymentConfirmed', data: { ...of, paidCents, method: payment.method } };
  if (paidCents === toPayCents) return [confirmed];
  return [confirmed, differs('double')];
}

/** Money that came in part goes back. */
function cancelled(order: Order, { at, reason }: Command<'CancelOrder'>): Decision {
  const { orderId } = order.placed;
  if (order.status === 'cancelled') return yes();
  const isPossible = order.status === 'open' || (order.status === 'paid' && reason === 'notFulfilled');
  if (!isPossible) return no({ code: 'order.not-open', status: order.status });
  const refunds = order.payments
    .filter((payment) => payment.paidCents > 0)
    .map(({ provider, providerRef, paidCents }): OrderEvent => {
      const refundId = `${providerRef}/cancellation`;
      const of = { orderId, at, provider, providerRef };
      return { type: 'RefundRequested', data: { ...of, refundId, grossCents: paidCents, reason: 'cancellation' } };
    });
  return yes({ type: 'OrderCancelled', data: { orderId, at, reason } }, ...refunds);
}

function refund(order: Order, { at, refundId, grossCents, reason }: Command<'RequestRefund'>): Decision {
  if (order.refunds.some((one) => one.refundId === refundId)) return yes();
  const payment = order.payments.find((one) => one.providerRef === order.paidBy);
  if (payment === undefined) return no({ code: 'order.not-paid' });
  if (grossCents > refundableCents(order)) return no({ code: 'order.refund-too-large' });
  const { provider, providerRef } = payment;
  const { orderId } = order.placed;
  const of = { orderId, at, provider, providerRef };
  return yes({ type: 'RefundRequested', data: { ...of, refundId, grossCents, reason } });
}

/** What of the payment that paid the order may still go back, in cents. */
export function refundableCents({ payments, paidBy, refunds }: Order): number {
  const paid = payments.find((payment) => payment.providerRef === paidBy)?.paidCents ?? 0;
  const asked = refunds.filter((one) => one.providerRef === paidBy).map((one) => one.grossCents);
  return paid - asked.reduce((sum, cents) => sum + cents, 0);
}

function evolve(state: OrderState, event: OrderEvent): OrderState {
  if (event.type === 'OrderPlaced') {
    const nothing = { paidBy: null, paidAt: null, acceptedAt: null, withdrawnAt: null };
    const empty = { payments: [], invoices: [], refunds: [], differences: [] };
    return { status: 'open', placed: event.data, ...nothing, ...empty };
  }
  if (state.status === 'none') return state;
  switch (event.type) {
    case 'PaymentStarted': {
      const { provider, providerRef, attempt } = event.data;
      return {
        ...state,
        payments: [...state.payments, { provider, providerRef, attempt, paidCents: 0, hasFailed: false }],
      };
    }
    case 'PaymentConfirmed': {
      const { providerRef, at } = event.data;
      return { ...withPaid(state, event.data), status: 'paid', paidBy: providerRef, paidAt: at };
    }
    case 'PaymentFailed': {
      const { providerRef } = event.data;
      const failed = (one: Payment) => (one.providerRef === providerRef ? { ...one, hasFailed: true } : one);
      return { ...state, payments: state.payments.map(failed) };
    }
    case 'PaymentDiffered':
      return { ...withPaid(state, event.data), differences: [...state.differences, event.data] };
    case 'OrderExpired':
      return { ...state, status: 'expired' };
    case 'OrderCancelled':
      return { ...state, status: 'cancelled' };
    case 'OrderAccepted':
      return { ...state, status: 'accepted', acceptedAt: event.data.at };
    case 'InvoiceIssued':
      return { ...state, invoices: [...state.invoices, event.data] };
    case 'OrderWithdrawn':
      return { ...state, withdrawnAt: event.data.at };
    case 'RefundRequested': {
      const { refundId, provider, providerRef, grossCents, reason } = event.data;
      const asked = { refundId, provider, providerRef, grossCents, reason, isDone: false };
      return { ...state, refunds: [...state.refunds, asked] };
    }
    case 'OrderRefunded': {
      const { refundId } = event.data;
      const refunds = state.refunds.map((one) => (one.refundId === refundId ? { ...one, isDone: true } : one));
      return { ...state, refunds };
    }
    case 'BuyerForgotten':
      return {
        ...state,
        placed: { ...state.placed, buyer: Erased, plantNames: Erased },
        invoices: state.invoices.map((invoice) => ({ ...invoice, facts: Erased })),
      };
    default:
      return assertNever(event);
  }
}

function withPaid(order: Order, paid: { provider: string; providerRef: string; paidCents: number }): Order {
  const { provider, providerRef, paidCents } = paid;
  const known = order.payments.find((one) => one.providerRef === providerRef);
  const rest = order.payments.filter((one) => one !== known);
  const attempt = known?.attempt ?? order.payments.length + 1;
  return { ...order, payments: [...rest, { provider, providerRef, attempt, paidCents, hasFailed: false }] };
}

function isBefore(a: string, b: string): boolean {
  return Temporal.Instant.compare(a, b) < 0;
}
