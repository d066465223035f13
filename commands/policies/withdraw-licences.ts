import { fold } from '../../domain/kernel/decider.js';
import { isOf } from '../../domain/kernel/event.js';
import { streamOf } from '../../domain/kernel/ids.js';
import { licenceDecider } from '../../domain/licence/licence.js';
import { freeCredits } from '../../domain/licence/state.js';
import { OrderWithdrawn } from '../../domain/order/events.js';
import { orderDecider, type Order } from '../../domain/order/order.js';
import { refundableCents } from '../../domain/order/refunds.js';
import { handle, type CommandContext } from '../handle.js';
import { loadLicence } from '../order/ask-quote.js';
import { loadOrder } from '../order/load-order.js';
import type { EventLog } from '../ports.js';
import type { Policy } from './engine.js';

/**
 * F12: a withdrawal ends the licences of the order. What was paid goes back by the way it came, less the days that were used
 * where an early start was asked for; what had been paid with credits becomes credit again.
 */
export function withdrawLicencesPolicy(deps: { readonly log: EventLog }): Policy {
  return {
    name: 'withdraw-licences',
    prefixes: ['order-'],
    async react(event, context) {
      if (!isOf(OrderWithdrawn, event)) return [];
      const { orderId, at } = event.data;
      const order = await loadOrder(deps.log, orderId);
      if (order.status !== 'none') await withdraw(deps.log, order, at, context);
      return [];
    },
  };
}

async function withdraw(log: EventLog, order: Order, at: string, context: CommandContext): Promise<void> {
  const { orderId, items, earlyStart } = order.placed;
  const refundId = `${orderId}/withdrawal`;
  const asked = order.refunds.find((refund) => refund.refundId === refundId)?.grossCents;
  let left = asked ?? refundableCents(order);
  let backCents = 0;
  for (const { plantId, licenceId } of items) {
    const stream = streamOf.licence(plantId);
    const end = { type: 'WithdrawLicence', plantId, at, orderId, startedEarly: earlyStart === true } as const;
    await handle(log, licenceDecider, stream, end, context);
    const state = fold(licenceDecider, await loadLicence(log, plantId));
    const paidBefore = state.credits.find((credit) => credit.creditId === licenceId)?.paidOutCents ?? 0;
    const free = freeCredits(state, at).find((part) => part.creditId === licenceId)?.grossCents ?? 0;
    // A repetition finds what it has paid out before.
    const grossCents = Math.min(free + paidBefore, left);
    if (grossCents === 0) continue;
    left -= grossCents;
    backCents += grossCents;
    const payOut = { type: 'PayOutCredit', plantId, at, creditId: licenceId, grossCents, refundId } as const;
    if (paidBefore === 0) await handle(log, licenceDecider, stream, payOut, context);
  }
  if (backCents === 0) return;
  const refund = { type: 'RequestRefund', at, refundId, grossCents: backCents, reason: 'withdrawal' } as const;
  await handle(log, orderDecider, streamOf.order(orderId), refund, context);
}
