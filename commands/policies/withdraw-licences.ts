import { isOf } from '../../domain/kernel/event.js';
import { streamOf, type PlantId } from '../../domain/kernel/ids.js';
import type { LicenceCommand } from '../../domain/licence/commands.js';
import { licenceDecider } from '../../domain/licence/licence.js';
import { OrderTerminated, OrderWithdrawn, type OrderItem } from '../../domain/order/events.js';
import { orderDecider, type Order } from '../../domain/order/order.js';
import { refundableCents } from '../../domain/order/refunds.js';
import { handle, type CommandContext } from '../handle.js';
import { payBackLicences } from '../licence/pay-back-licences.js';
import { loadOrder } from '../order/load-order.js';
import type { EventLog } from '../ports.js';
import type { Policy } from './engine.js';

/**
 * F12: a withdrawal, or a cancellation for good cause, ends licences of the order. What was paid for them goes back by the way
 * it came, less the days that were used (of a withdrawal: where an early start was asked for); what had been paid with
 * credits becomes credit again.
 */
export function withdrawLicencesPolicy({ log }: { readonly log: EventLog }): Policy {
  return {
    name: 'withdraw-licences',
    prefixes: ['order-'],
    async react(event, context) {
      if (!isOf(OrderWithdrawn, event) && !isOf(OrderTerminated, event)) return [];
      const { orderId, at, plantIds } = event.data;
      const order = await loadOrder(log, orderId);
      if (order.status === 'none') return [];
      const startedEarly = order.placed.earlyStart === true;
      await end(log, order, plantIds, context, {
        at,
        reason: isOf(OrderWithdrawn, event) ? 'withdrawal' : 'cancellation',
        command: ({ plantId, licenceId }) =>
          isOf(OrderWithdrawn, event)
            ? { type: 'WithdrawLicence', plantId, at, orderId, startedEarly }
            : { type: 'CancelLicence', plantId, at, licenceId, endsOn: event.data.endsOn },
      });
      return [];
    },
  };
}

type End = {
  readonly at: string;
  readonly reason: 'withdrawal' | 'cancellation';
  readonly command: (item: OrderItem) => LicenceCommand;
};

async function end(
  log: EventLog,
  order: Order,
  plantIds: readonly PlantId[],
  context: CommandContext,
  { at, reason, command }: End,
): Promise<void> {
  const { orderId, items } = order.placed;
  const ended = items.filter(({ plantId }) => plantIds.includes(plantId));
  for (const item of ended) {
    await handle(log, licenceDecider, streamOf.licence(item.plantId), command(item), context);
  }
  const base = `${orderId}/${reason}`;
  // The contract ends once for a plant, so that the first of them names what goes back.
  const refundId = ended.length === items.length ? base : `${base}/${plantIds[0]}`;
  const asked = order.refunds.find((refund) => refund.refundId === refundId)?.grossCents;
  const atMostCents = asked ?? Math.max(0, refundableCents(order));
  const grossCents = await payBackLicences(log, ended, { at, refundId, atMostCents }, context);
  if (grossCents === 0) return;
  const refund = { type: 'RequestRefund', at, refundId, grossCents, reason } as const;
  await handle(log, orderDecider, streamOf.order(orderId), refund, context);
}
