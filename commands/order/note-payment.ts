import { OrderId, streamOf } from '../../domain/kernel/ids.js';
import { orderDecider } from '../../domain/order/order.js';
import { handle, type CommandContext } from '../handle.js';
import type { PaymentSnapshot } from './payment-gateway.js';
import type { OrderDeps } from './ports.js';

/**
 * Asks the provider for the true state of a payment and notes it at its order, whatever made us ask: the customer who came
 * back, a notification, or our own clock. Answers its state; null when it belongs to no order of ours. Throws
 * `PaymentUnavailable`.
 */
export async function notePayment(
  deps: Pick<OrderDeps, 'log' | 'clock' | 'gateway'>,
  providerRef: string,
  context: CommandContext,
): Promise<PaymentSnapshot['state'] | null> {
  const { provider } = deps.gateway;
  const { refundedCents: _refunded, method, ...snapshot } = await deps.gateway.fetchPayment(providerRef);
  const orderId = OrderId.safeParse(snapshot.orderRef);
  if (!orderId.success) return null;
  const payment = { provider, ...snapshot, method: method ?? 'other' } as const;
  const command = { type: 'NotePayment', at: deps.clock.now().toString(), payment } as const;
  const { actor, correlationId } = context;
  const noted = await handle(deps.log, orderDecider, streamOf.order(orderId.data), command, { actor, correlationId });
  return noted.ok ? snapshot.state : null;
}
