import { streamOf, type OrderId } from '../../domain/kernel/ids.js';
import { orderDecider } from '../../domain/order/order.js';
import { handle, type CommandContext } from '../handle.js';
import { loadOrder } from './load-order.js';
import { PaymentRefused, type PaymentGateway, type RefundWish } from './payment-gateway.js';
import type { OrderDeps } from './ports.js';

/**
 * Sends what is to go back to the provider, once: a repetition after a crash carries the same key. What the provider refuses
 * for good is noted, and the office looks at it.
 */
export async function sendRefunds(
  deps: Pick<OrderDeps, 'log' | 'clock' | 'gateway'>,
  orderId: OrderId,
  context: CommandContext,
): Promise<void> {
  const order = await loadOrder(deps.log, orderId);
  if (order.status === 'none') return;
  const isWaiting = (refund: (typeof order.refunds)[number]) => !refund.isDone && refund.refusedAt === null;
  for (const { refundId, providerRef, grossCents, reason } of order.refunds.filter(isWaiting)) {
    const wish = { amountCents: grossCents, reason, key: refundId };
    const outcome = await sent(deps.gateway, providerRef, wish);
    const command = { ...outcome, at: deps.clock.now().toString(), refundId };
    await handle(deps.log, orderDecider, streamOf.order(orderId), command, context);
  }
}

async function sent(gateway: PaymentGateway, providerRef: string, wish: RefundWish) {
  try {
    const { refundRef } = await gateway.refund(providerRef, wish);
    return { type: 'NoteRefund', refundRef } as const;
  } catch (error) {
    if (!(error instanceof PaymentRefused)) throw error;
    return { type: 'NoteRefundRefused', reason: error.reason } as const;
  }
}
