import { fold } from '../../domain/kernel/decider.js';
import { isOf } from '../../domain/kernel/event.js';
import { streamOf, type OrderId } from '../../domain/kernel/ids.js';
import { licenceDecider } from '../../domain/licence/licence.js';
import { OrderCancelled, OrderExpired, PaymentConfirmed, type OrderItem } from '../../domain/order/events.js';
import { orderDecider, type Order } from '../../domain/order/order.js';
import { handle, type CommandContext } from '../handle.js';
import { loadLicence } from '../order/ask-quote.js';
import { loadOrder } from '../order/load-order.js';
import { loadPlant } from '../plant/manage.js';
import type { EventLog } from '../ports.js';
import type { Policy } from './engine.js';

/**
 * Once an order is paid its licences are granted and the contract is concluded; one that is over gives back what it held. A
 * supplementary charge that is paid lets the licence cover the true power.
 */
export function fulfilOrderPolicy(deps: { readonly log: EventLog }): Policy {
  return {
    name: 'fulfil-order',
    prefixes: ['order-'],
    async react(event, context) {
      if (isOf(PaymentConfirmed, event)) {
        const order = await loadOrder(deps.log, event.data.orderId);
        if (order.status !== 'none') await fulfil(deps.log, order, event.data.at, context);
      }
      if (isOf(OrderExpired, event) || isOf(OrderCancelled, event)) {
        const order = await loadOrder(deps.log, event.data.orderId);
        if (order.status !== 'none') await release(deps.log, order, event.data.at, context);
      }
      return [];
    },
  };
}

/** An order is fulfilled as a whole: when one of its plants is gone, everything that was paid goes back. */
async function fulfil(log: EventLog, order: Order, at: string, context: CommandContext): Promise<void> {
  const { items, orderId } = order.placed;
  const stream = streamOf.order(orderId);
  if (order.supplement !== null) {
    for (const item of items) await supplement(log, orderId, item, at, context);
    await handle(log, orderDecider, stream, { type: 'AcceptOrder', at }, context);
    return;
  }
  if (order.repair !== null) {
    await handle(log, orderDecider, stream, { type: 'AcceptOrder', at }, context);
    return;
  }
  const standing = await Promise.all(items.map((item) => stands(log, orderId, item)));
  if (standing.includes(false)) {
    await handle(log, orderDecider, stream, { type: 'CancelOrder', at, reason: 'notFulfilled' }, context);
    return;
  }
  for (const item of items) await grant(log, order, item, at, context);
  await handle(log, orderDecider, stream, { type: 'AcceptOrder', at }, context);
}

/** Whether the plant is there and holds what the order reserved, or has its licence already: this may be a repetition. */
async function stands(log: EventLog, orderId: string, { plantId, licenceId }: OrderItem): Promise<boolean> {
  const [plant, history] = await Promise.all([loadPlant(log, plantId), loadLicence(log, plantId)]);
  const { licences, reservations } = fold(licenceDecider, history);
  if (licences.some((licence) => licence.licenceId === licenceId)) return true;
  return plant.status === 'active' && reservations.some((reservation) => reservation.orderId === orderId);
}

/** Throws when it is refused: after the look at what stands, that is a mistake of ours, which stops the policy. */
async function grant(log: EventLog, order: Order, item: OrderItem, at: string, context: CommandContext): Promise<void> {
  const { plantId, licenceId, termDays, licensedPowerW, netCents, vatCents, grossCents } = item;
  const { orderId, vatRateBasisPoints, priceListVersion } = order.placed;
  const cost = { netCents, vatRateBasisPoints, vatCents, grossCents };
  const terms = { orderId, licenceId, termDays, licensedPowerW, cost, priceListVersion };
  const command = { type: 'GrantLicence' as const, plantId, at, ...terms };
  const granted = await handle(log, licenceDecider, streamOf.licence(plantId), command, context);
  if (!granted.ok) throw new Error(`order ${orderId} was paid, but ${plantId} refused: ${granted.rejection.code}`);
}

async function supplement(
  log: EventLog,
  orderId: OrderId,
  { plantId, licenceId, licensedPowerW, netCents, vatCents }: OrderItem,
  at: string,
  context: CommandContext,
): Promise<void> {
  const more = { licenceId, orderId, licensedPowerW, netCents, vatCents };
  const command = { type: 'SupplementLicence' as const, plantId, at, ...more };
  const covered = await handle(log, licenceDecider, streamOf.licence(plantId), command, context);
  if (!covered.ok) throw new Error(`charge ${orderId} was paid, but ${plantId} refused: ${covered.rejection.code}`);
}

async function release(log: EventLog, { placed }: Order, at: string, context: CommandContext): Promise<void> {
  const { orderId, items } = placed;
  for (const { plantId } of items) {
    const command = { type: 'ReleaseReservation', plantId, at, orderId } as const;
    await handle(log, licenceDecider, streamOf.licence(plantId), command, context);
  }
}
