import { fold } from '../../domain/kernel/decider.js';
import { isOf } from '../../domain/kernel/event.js';
import { streamOf } from '../../domain/kernel/ids.js';
import { licenceDecider } from '../../domain/licence/licence.js';
import { freeCredits } from '../../domain/licence/state.js';
import { ChargebackDecided, type OrderEventData } from '../../domain/order/events.js';
import type { Order } from '../../domain/order/order.js';
import { handle, type CommandContext } from '../handle.js';
import { loadLicence } from '../order/ask-quote.js';
import { loadOrder } from '../order/load-order.js';
import type { EventLog } from '../ports.js';
import type { Policy } from './engine.js';

/**
 * The operator ends licences whose payment the bank took back: what they were still worth counts as paid out with that, so that
 * no credit is left of money that is gone.
 */
export function settleChargebacksPolicy(deps: { readonly log: EventLog }): Policy {
  return {
    name: 'settle-chargebacks',
    prefixes: ['order-'],
    async react(event, context) {
      if (!isOf(ChargebackDecided, event) || event.data.decision === 'keep') return [];
      const order = await loadOrder(deps.log, event.data.orderId);
      if (order.status !== 'none') await end(deps.log, order, event.data, context);
      return [];
    },
  };
}

async function end(
  log: EventLog,
  { placed: { orderId, items } }: Order,
  { at, grossCents: takenCents }: OrderEventData<'ChargebackDecided'>,
  context: CommandContext,
): Promise<void> {
  let left = takenCents;
  for (const { plantId, licenceId } of items) {
    const stream = streamOf.licence(plantId);
    await handle(log, licenceDecider, stream, { type: 'CancelLicence', plantId, at, licenceId }, context);
    const refundId = `${orderId}/chargeback`;
    const history = await loadLicence(log, plantId);
    const done = history.find(
      ({ type, data }) => type === 'CreditPaidOut' && data.refundId === refundId && data.creditId === licenceId,
    );
    const free = freeCredits(fold(licenceDecider, history), at).find((part) => part.creditId === licenceId);
    const grossCents = done?.type === 'CreditPaidOut' ? done.data.grossCents : Math.min(free?.grossCents ?? 0, left);
    left -= grossCents;
    if (done !== undefined || grossCents === 0) continue;
    const payOut = { type: 'PayOutCredit', plantId, at, creditId: licenceId, grossCents, refundId } as const;
    await handle(log, licenceDecider, stream, payOut, context);
  }
}
