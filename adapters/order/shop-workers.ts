import { v7 as uuidV7 } from 'uuid';
import type { CommandContext } from '../../commands/handle.js';
import { passTime } from '../../commands/licence/pass-time.js';
import { endPlanned } from '../../commands/order/end-planned.js';
import { lookAfterOrder } from '../../commands/order/look-after-order.js';
import type { PaymentGateway } from '../../commands/order/payment-gateway.js';
import { sendRefunds } from '../../commands/order/send-refunds.js';
import type { Clock, EventLog } from '../../commands/ports.js';
import type { OrderId } from '../../domain/kernel/ids.js';
import { legalDay } from '../../domain/licence/calendar.js';
import { dueLicences } from '../../projections/licences.js';
import type { Page } from '../../projections/engine/page.js';
import {
  contractsSince,
  endingOrders,
  refundingOrders,
  unpaidOrders,
  type OrderCursor,
} from '../../projections/order-queries.js';
import type { Leases, Db } from '../database/port.js';
import { startDueWorker } from '../jobs/due-worker.js';

/** How many are dealt with in one round. */
const perRound = 500;
const licenceClockMs = 1_000;
/** Nobody is told sooner by asking the provider more often: notifications and customers who come back do that. */
const reconcileMs = 30_000;
const refundMs = 2_000;
/** Contracts end with a day. */
const plannedEndsMs = 60_000;
/** Notifications tell of nearly all payments that a bank takes back: each contract is asked for a few times a day at the most. */
const chargebackMs = 3_600_000;
/** Banks take a payment back for thirteen months, where the customer never agreed to it (§ 676b (2) BGB). */
const chargebackDays = 400;
/** How long money is looked for that comes after an order is over, in case that its notification is lost. */
const lateDays = 3;

type ShopWorkersOptions = {
  readonly db: Db;
  readonly leases: Pick<Leases, 'acquire'>;
  readonly log: EventLog;
  readonly clock: Clock;
  readonly gateway: PaymentGateway;
  readonly onTrouble: (error: unknown) => void;
  /** How often it is looked what time has brought about; left out: every second. */
  readonly licenceClockMs?: number;
  /** How often some contracts are asked for; left out: every hour. */
  readonly chargebackMs?: number;
};

/** What licences and orders need without being asked: time passes, lost payments and chargebacks are found, money goes back. */
export function startShopWorkers(options: ShopWorkersOptions): { stop(): Promise<void> } {
  const { db, clock } = options;
  const daysAgo = (days: number) => clock.now().subtract({ hours: 24 * days });
  const workers = [
    startDueWorker({
      ...options,
      leaseName: 'licence-clock',
      pollMs: options.licenceClockMs ?? licenceClockMs,
      due: () => dueLicences(db, clock.now(), perRound),
      act: (plantId) => passTime(options, plantId, contextOf('licence-clock')),
    }),
    startDueWorker({
      ...options,
      leaseName: 'open-orders',
      pollMs: reconcileMs,
      due: goingRound((after) => unpaidOrders(db, { over: daysAgo(lateDays), after, limit: perRound })),
      act: (orderId) => lookAfterOrder(options, orderId, contextOf('open-orders')),
    }),
    startDueWorker({
      ...options,
      leaseName: 'chargebacks',
      pollMs: options.chargebackMs ?? chargebackMs,
      due: goingRound((after) => contractsSince(db, { since: daysAgo(chargebackDays), after, limit: perRound })),
      act: (orderId) => lookAfterOrder(options, orderId, contextOf('chargebacks')),
    }),
    startDueWorker({
      ...options,
      leaseName: 'planned-ends',
      pollMs: options.licenceClockMs ?? plannedEndsMs,
      due: goingRound((after) => endingOrders(db, { day: legalDay(clock.now().toString()), after, limit: perRound })),
      act: (orderId) => endPlanned(options, orderId, contextOf('planned-ends')),
    }),
    startDueWorker({
      ...options,
      leaseName: 'refunds',
      pollMs: refundMs,
      due: goingRound((after) => refundingOrders(db, { after, limit: perRound })),
      act: (orderId) => sendRefunds(options, orderId, contextOf('refunds')),
    }),
  ];
  return {
    async stop() {
      await Promise.all(workers.map((worker) => worker.stop()));
    },
  };
}

/** Some at a time, and anew when it is through: also where more wait than one round holds, each gets its turn. */
function goingRound(
  pageAfter: (after: OrderCursor | null) => Promise<Page<OrderId, OrderCursor>>,
): () => Promise<readonly OrderId[]> {
  let after: OrderCursor | null = null;
  return async () => {
    const { items, next } = await pageAfter(after);
    after = next;
    return items;
  };
}

function contextOf(id: string): CommandContext {
  return { actor: { kind: 'policy', id }, correlationId: uuidV7() };
}
