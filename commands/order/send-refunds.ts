import { streamOf, type OrderId } from '../../domain/kernel/ids.js';
import { orderDecider } from '../../domain/order/order.js';
import { handle, type CommandContext } from '../handle.js';
import { loadOrder } from './load-order.js';
import type { OrderDeps } from './ports.js';

/** Sends what is to go back to the provider, once: a repetition after a crash carries the same key. */
export async function sendRefunds(
  deps: Pick<OrderDeps, 'log' | 'clock' | 'gateway'>,
  orderId: OrderId,
  context: CommandContext,
): Promise<void> {
  const order = await loadOrder(deps.log, orderId);
  if (order.status === 'none') return;
  for (const { refundId, providerRef, grossCents, reason } of order.refunds.filter((refund) => !refund.isDone)) {
    const wish = { amountCents: grossCents, reason, key: refundId };
    const { refundRef } = await deps.gateway.refund(providerRef, wish);
    const command = { type: 'NoteRefund', at: deps.clock.now().toString(), refundId, refundRef } as const;
    await handle(deps.log, orderDecider, streamOf.order(orderId), command, context);
  }
}
