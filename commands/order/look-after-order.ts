import { streamOf, type OrderId } from '../../domain/kernel/ids.js';
import { Temporal } from '../../domain/kernel/time.js';
import { isOwed, orderDecider } from '../../domain/order/order.js';
import { handle, type CommandContext } from '../handle.js';
import { loadOrder } from './load-order.js';
import { notePayment } from './note-payment.js';
import type { OrderDeps } from './ports.js';

/** How long a transfer that the provider calls pending keeps an order open beyond its time. */
const pendingDays = 3;

/**
 * Reconciles an order that waits for its payment: asks the provider for every attempt, in case the customer closed the browser
 * and the notification was lost, and lets the order expire when its time is over and no money is on its way. Of an order that
 * is over, money that came late is found as well.
 */
export async function lookAfterOrder(
  deps: Pick<OrderDeps, 'log' | 'clock' | 'gateway'>,
  orderId: OrderId,
  context: CommandContext,
): Promise<void> {
  const order = await loadOrder(deps.log, orderId);
  if (order.status === 'none') return;
  let isPending = false;
  for (const { provider, providerRef, hasFailed } of order.payments) {
    // What is owed may wait for months: only the page that is open now is looked at.
    if (isOwed(order) && hasFailed) continue;
    // Another provider was configured since: this one cannot be asked any more.
    if (provider !== deps.gateway.provider) continue;
    // Also where an attempt has failed: its page takes another one.
    const state = await notePayment(deps, providerRef, context);
    isPending ||= state === 'pending' || state === 'review';
  }
  if (order.status !== 'open') return;
  const now = deps.clock.now();
  const end = Temporal.Instant.from(order.placed.expiresAt).add({ hours: isPending ? 24 * pendingDays : 0 });
  if (Temporal.Instant.compare(now, end) < 0) return;
  await handle(deps.log, orderDecider, streamOf.order(orderId), { type: 'ExpireOrder', at: now.toString() }, context);
}
