import type { OrderEvent, RefundReason } from './events.js';
import type { Order, Payment } from './state.js';

/** What of the payment that paid the order may still go back, in cents. */
export function refundableCents({ payments, paidBy, refunds, chargeback }: Order): number {
  const paid = payments.find((payment) => payment.providerRef === paidBy)?.paidCents ?? 0;
  const asked = refunds.filter((one) => one.providerRef === paidBy).map((one) => one.grossCents);
  return paid - asked.reduce((sum, cents) => sum + cents, 0) - (chargeback?.grossCents ?? 0);
}

/**
 * What of a payment is still here, in cents: nothing of one in another currency or for another order, which is not ours to
 * count, and of one that somebody has settled.
 */
export function unreturnedCents(order: Order, { providerRef, paidCents }: Payment): number {
  const isForeign = order.differences.some((one) => one.providerRef === providerRef && one.reason === 'foreign');
  if (isForeign || isSettled(order, providerRef)) return 0;
  const asked = order.refunds.filter((one) => one.providerRef === providerRef).map((one) => one.grossCents);
  return Math.max(0, paidCents - asked.reduce((sum, cents) => sum + cents, 0));
}

/** Whether somebody dealt with a matter since it arose; a payment that differs anew is a new matter. */
export function isSettled({ settlements, differences }: Order, matterId: string): boolean {
  const settledAt = settlements.findLast((one) => one.matterId === matterId)?.at;
  const aroseAt = differences.findLast((one) => one.providerRef === matterId)?.at;
  return settledAt !== undefined && (aroseAt === undefined || Date.parse(aroseAt) <= Date.parse(settledAt));
}

/** Asks for some of a payment back, under an id of its own. */
export function refundOf(
  order: Order,
  { provider, providerRef }: Pick<Payment, 'provider' | 'providerRef'>,
  { at, grossCents, reason }: { readonly at: string; readonly grossCents: number; readonly reason: RefundReason },
): OrderEvent {
  const { orderId } = order.placed;
  const base = `${providerRef}/${reason}`;
  const before = order.refunds.filter(({ refundId }) => refundId === base || refundId.startsWith(`${base}/`)).length;
  const refundId = before === 0 ? base : `${base}/${before + 1}`;
  return { type: 'RefundRequested', data: { orderId, at, provider, providerRef, refundId, grossCents, reason } };
}
