import type { PaymentSnapshot } from '../../../commands/order/payment-gateway.js';
import { attemptOf, states, type WirePayment } from './wire.js';

/** A charge of a payment, and what of it was given back. */
export type Charge = { readonly id: string; readonly cents: number; readonly cancels: readonly Cancel[] };
export type Cancel = { readonly id: string; readonly cents: number };

type State = PaymentSnapshot['state'];

const chargePath = /\/charges\/([\w-]+)$/;
const cancelPath = /\/charges\/([\w-]+)\/cancels\/([\w-]+)$/;

const isDone = (status: string) => status === 'success';
/** A cancellation that is under way counts: what is given back must not be given back again. */
const isUnderWay = (status: string) => status === 'success' || status === 'pending' || status === 'resumed';

/** The charges that brought money. Of the addresses of transactions only the ids are read. */
export function chargesOf({ transactions }: WirePayment): readonly Charge[] {
  const all = transactions ?? [];
  return all
    .filter(({ type, status }) => type === 'charge' && isDone(status))
    .map(({ url, amount }) => {
      const id = chargePath.exec(url)?.[1] ?? '';
      const cancels = all
        .filter(({ type, status }) => type === 'cancel-charge' && isUnderWay(status))
        .flatMap((cancel) => {
          const [, chargeId, cancelId] = cancelPath.exec(cancel.url) ?? [];
          return chargeId === id && cancelId !== undefined ? [{ id: cancelId, cents: cancel.amount }] : [];
        });
      return { id, cents: amount, cancels };
    });
}

/** What was taken, also when it has been given back since, and what was given back. */
function moneyOf(payment: WirePayment): { readonly paidCents: number; readonly refundedCents: number } {
  const charges = chargesOf(payment);
  const { charged, canceled } = payment.amount;
  if (charges.length === 0) return { paidCents: charged, refundedCents: charged === 0 ? 0 : canceled };
  return {
    paidCents: sum(charges.map(({ cents }) => cents)),
    refundedCents: sum(charges.flatMap(({ cancels }) => cancels.map(({ cents }) => cents))),
  };
}

function stateOf(payment: WirePayment): State {
  const { state, amount, transactions } = payment;
  const { paidCents, refundedCents } = moneyOf(payment);
  const hasFailed = (transactions ?? []).some(({ type, status }) => type === 'charge' && status === 'error');
  switch (state.id) {
    case states.completed:
      // Two places say what was taken; when they do not agree, somebody has to look at it.
      return amount.charged === paidCents || amount.charged === paidCents - refundedCents ? 'paid' : 'review';
    case states.partly:
      return paidCents >= amount.total && refundedCents > 0 ? 'paid' : 'partial';
    case states.canceled:
      if (paidCents > 0) return 'paid';
      return hasFailed ? 'failed' : 'canceled';
    case states.chargeback:
      return 'chargeback';
    case states.pending:
      return hasFailed && !(transactions ?? []).some(({ status }) => status === 'pending') ? 'failed' : 'pending';
    case states.create:
      return 'open';
    default:
      return 'review';
  }
}

/** Of several attempts on one page, the state that weighs most; of attempts that came to nothing, the last one's. */
const weights: readonly State[] = ['chargeback', 'review', 'paid', 'partial', 'pending'];

type Page = {
  readonly providerRef: string;
  /** For which order the page was made; null when we do not remember. */
  readonly orderId: string | null;
  readonly isExpired: boolean;
  /** In the order in which they were made. */
  readonly payments: readonly WirePayment[];
};

/** The state of a page, from all that was tried on it; `typeId` is the means by which it was paid. */
export function snapshotOf({ providerRef, orderId, isExpired, payments }: Page): Omit<PaymentSnapshot, 'method'> & {
  readonly typeId: string | undefined;
} {
  const known = payments.map((payment) => ({ payment, state: stateOf(payment), ...moneyOf(payment) }));
  const weighty = weights.find((state) => known.some((one) => one.state === state));
  const decisive = known.findLast((one) => weighty === undefined || one.state === weighty);
  const state = decisive?.state ?? 'open';
  const withMoney = known.filter(({ paidCents }) => paidCents > 0).map(({ payment }) => payment);
  // Whatever does not fit must be seen, also beside something that does.
  const refs = withMoney.map((payment) => attemptOf(payment.orderId)?.orderId ?? payment.orderId ?? '');
  const currencies = withMoney.map(({ currency }) => currency);
  const lastOrder = attemptOf(decisive?.payment.orderId)?.orderId ?? decisive?.payment.orderId ?? '';
  return {
    providerRef,
    orderRef: refs.find((ref) => ref !== (orderId ?? lastOrder)) ?? orderId ?? lastOrder,
    state: state === 'open' && isExpired ? 'expired' : state,
    paidCents: sum(known.map(({ paidCents }) => paidCents)),
    refundedCents: sum(known.map(({ refundedCents }) => refundedCents)),
    currency: currencies.find((currency) => currency !== 'EUR') ?? decisive?.payment.currency ?? 'EUR',
    typeId: decisive?.payment.resources?.typeId ?? undefined,
  };
}

function sum(amounts: readonly number[]): number {
  return amounts.reduce((total, cents) => total + cents, 0);
}
