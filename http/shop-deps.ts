import type { Kysely } from 'kysely';
import { publishedKinds, type Documents } from '../adapters/documents/port.js';
import type { OpenEventLog } from '../adapters/event-log/event-log.js';
import type { EventStore } from '../adapters/event-store/port.js';
import type { PaymentGateway } from '../commands/order/payment-gateway.js';
import type { InvoiceDesk } from '../commands/order/invoice-desk.js';
import type { OrderDeps } from '../commands/order/ports.js';
import type { LoggedEvent } from '../domain/kernel/event.js';
import { streamOf, type AccountId, type OrderId, type PlantId } from '../domain/kernel/ids.js';
import { Temporal } from '../domain/kernel/time.js';
import type { LicenceEvent } from '../domain/licence/events.js';
import type { Followers } from '../projections/engine/followers.js';
import { licencesProjection } from '../projections/licences.js';
import { differingOrders, findOrder, findOrderOfInvoice, ordersOf, ordersProjection } from '../projections/orders.js';

type ShopParts = {
  readonly database: { readonly db: Kysely<any> }; // eslint-disable-line @typescript-eslint/no-explicit-any
  readonly store: EventStore;
  readonly log: OpenEventLog;
  readonly documents: Documents;
  readonly payments: PaymentGateway;
  readonly desk: InvoiceDesk;
  readonly policies: Pick<Followers, 'waitFor'>;
  readonly readModels: Pick<Followers, 'waitFor'>;
};

/** What the routes around licences and orders are given of the system. Calls nothing of it before a request comes. */
export function shopDepsOf(system: ShopParts, publicUrl: string) {
  const { db } = system.database;
  const orderDeps: Omit<OrderDeps, 'log' | 'clock'> = {
    gateway: system.payments,
    orderPage: (orderId) => `${publicUrl}/orders/${orderId}`,
    documentsInForce: (at) =>
      publishedKinds.flatMap((kind) => {
        const document = system.documents.find(kind, { language: 'de', at: Temporal.Instant.from(at) });
        return document === null ? [] : [{ kind, version: document.version }];
      }),
  };
  return {
    ...orderDeps,
    desk: system.desk,
    differingOrders: () => differingOrders(db),
    findOrder: (orderId: OrderId) => findOrder(db, orderId),
    ordersOf: (accountId: AccountId) => ordersOf(db, accountId),
    findOrderOfInvoice: (number: string) => findOrderOfInvoice(db, number),
    licenceHistory: async (plantId: PlantId) => {
      const recorded = await system.store.readStream(streamOf.licence(plantId));
      return (await system.log.decodeForProjection(recorded ?? [])) as readonly LoggedEvent<LicenceEvent>[];
    },
    /** Waits until what follows from a payment, or from a cancellation, is there to be shown. */
    settled: async () => {
      await system.policies.waitFor(await system.log.head(), { names: ['policy/fulfil-order'] });
      const names = [ordersProjection.name, licencesProjection.name];
      await system.readModels.waitFor(await system.log.head(), { names });
    },
  };
}
