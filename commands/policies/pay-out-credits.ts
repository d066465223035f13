import { isOf } from '../../domain/kernel/event.js';
import { streamOf, type OrderId } from '../../domain/kernel/ids.js';
import { PayOutRequested } from '../../domain/licence/events.js';
import { refundOf } from '../../domain/licence/licence.js';
import { orderDecider } from '../../domain/order/order.js';
import { handle } from '../handle.js';
import type { EventLog } from '../ports.js';
import type { Policy } from './engine.js';

/** The owner wants a balance: each order that paid for it gives its share back by the way it was paid. */
export function payOutCreditsPolicy(deps: { readonly log: EventLog }): Policy {
  return {
    name: 'pay-out-credits',
    prefixes: ['licence-'],
    async react(event, context) {
      if (!isOf(PayOutRequested, event)) return [];
      const { at, payOutId, parts } = event.data;
      const shares = new Map<OrderId, number>();
      for (const { orderId, grossCents } of parts) shares.set(orderId, (shares.get(orderId) ?? 0) + grossCents);
      for (const [orderId, grossCents] of shares) {
        const refundId = refundOf(payOutId, orderId);
        const command = { type: 'RequestRefund', at, refundId, grossCents, reason: 'credit' } as const;
        const asked = await handle(deps.log, orderDecider, streamOf.order(orderId), command, context);
        if (!asked.ok) throw new Error(`${refundId} was not asked for: ${asked.rejection.code}`);
      }
      return [];
    },
  };
}
