import { streamOf, type OrderId } from '../../domain/kernel/ids.js';
import { orderDecider } from '../../domain/order/order.js';
import { handle, type CommandContext } from '../handle.js';
import type { OrderDeps } from './ports.js';

/** Takes an order back that waits for its payment; what is owed only the operator drops. */
export function cancelOrder(
  { log, clock }: Pick<OrderDeps, 'log' | 'clock'>,
  orderId: OrderId,
  context: CommandContext,
  reason: 'customer' | 'operator' = 'customer',
) {
  const command = { type: 'CancelOrder', at: clock.now().toString(), reason } as const;
  return handle(log, orderDecider, streamOf.order(orderId), command, context);
}
