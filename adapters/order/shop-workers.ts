import { v7 as uuidV7 } from 'uuid';
import type { CommandContext } from '../../commands/handle.js';
import { passTime } from '../../commands/licence/pass-time.js';
import { lookAfterOrder } from '../../commands/order/look-after-order.js';
import type { PaymentGateway } from '../../commands/order/payment-gateway.js';
import { sendRefunds } from '../../commands/order/send-refunds.js';
import type { Clock, EventLog } from '../../commands/ports.js';
import { dueLicences } from '../../projections/licences.js';
import { refundingOrders, unpaidOrders } from '../../projections/orders.js';
import type { Leases, Db } from '../database/port.js';
import { startDueWorker } from '../jobs/due-worker.js';

/** How many are dealt with in one round. */
const perRound = 500;
/** Nobody is told sooner by asking the provider more often: notifications and customers who come back do that. */
const reconcileMs = 30_000;
const refundMs = 2_000;
/** How long money is looked for that comes after an order is over, in case that its notification is lost. */
const lateDays = 3;

type ShopWorkersOptions = {
  readonly db: Db;
  readonly leases: Leases;
  readonly log: EventLog;
  readonly clock: Clock;
  readonly gateway: PaymentGateway;
  readonly onTrouble: (error: unknown) => void;
};

/** What licences and orders need without being asked: time passes, lost payments are found, money goes back. */
export function startShopWorkers(options: ShopWorkersOptions): { stop(): Promise<void> } {
  const { db, clock } = options;
  const workers = [
    startDueWorker({
      ...options,
      leaseName: 'licence-clock',
      due: () => dueLicences(db, clock.now(), perRound),
      act: (plantId) => passTime(options, plantId, contextOf('licence-clock')),
    }),
    startDueWorker({
      ...options,
      leaseName: 'open-orders',
      pollMs: reconcileMs,
      due: async () => {
        const over = clock.now().subtract({ hours: 24 * lateDays });
        return (await unpaidOrders(db, { over, limit: perRound })).map(({ placed }) => placed.orderId);
      },
      act: (orderId) => lookAfterOrder(options, orderId, contextOf('open-orders')),
    }),
    startDueWorker({
      ...options,
      leaseName: 'refunds',
      pollMs: refundMs,
      due: async () => (await refundingOrders(db, perRound)).map(({ placed }) => placed.orderId),
      act: (orderId) => sendRefunds(options, orderId, contextOf('refunds')),
    }),
  ];
  return {
    async stop() {
      await Promise.all(workers.map((worker) => worker.stop()));
    },
  };
}

function contextOf(id: string): CommandContext {
  return { actor: { kind: 'policy', id }, correlationId: uuidV7() };
}
