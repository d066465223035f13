import { isOf } from '../../domain/kernel/event.js';
import { streamOf } from '../../domain/kernel/ids.js';
import { licenceDecider } from '../../domain/licence/licence.js';
import { ChargebackDecided, type OrderEventData } from '../../domain/order/events.js';
import type { Order } from '../../domain/order/order.js';
import { handle, type CommandContext } from '../handle.js';
import { payBackLicences } from '../licence/pay-back-licences.js';
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
  { at, grossCents: atMostCents }: OrderEventData<'ChargebackDecided'>,
  context: CommandContext,
): Promise<void> {
  for (const { plantId, licenceId } of items) {
    const end = { type: 'CancelLicence', plantId, at, licenceId } as const;
    await handle(log, licenceDecider, streamOf.licence(plantId), end, context);
  }
  const taken = { at, refundId: `${orderId}/chargeback`, atMostCents };
  await payBackLicences(log, items, taken, context);
}
