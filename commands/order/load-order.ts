import { fold } from '../../domain/kernel/decider.js';
import { streamOf, type OrderId } from '../../domain/kernel/ids.js';
import type { OrderEvent } from '../../domain/order/events.js';
import { orderDecider, type OrderState } from '../../domain/order/order.js';
import type { EventLog } from '../ports.js';

/** The present state of an order, from its history. */
export async function loadOrder(log: Pick<EventLog, 'load'>, orderId: OrderId): Promise<OrderState> {
  return fold(orderDecider, (await log.load(streamOf.order(orderId))).events as readonly OrderEvent[]);
}
