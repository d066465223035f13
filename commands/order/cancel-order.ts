import { streamOf, type OrderId } from '../../domain/kernel/ids.js';
import { orderDecider } from '../../domain/order/order.js';
import { handle, type CommandContext } from '../handle.js';
import type { OrderDeps } from './ports.js';

/** Takes an order back that waits for its payment; what is owed only the operator drops, and says why. */
export function cancelOrder(
  { log, clock }: Pick<OrderDeps, 'log' | 'clock'>,
  orderId: OrderId,
  context: CommandContext,
  by: { readonly reason: 'customer' } | { readonly reason: 'operator'; readonly note: string } = { reason: 'customer' },
) {
  const command = { type: 'CancelOrder', at: clock.now().toString(), ...by } as const;
  return handle(log, orderDecider, streamOf.order(orderId), command, context);
}
