import type pg from 'pg';
import type { Db } from '../adapters/database/port.js';
import { publishedKinds, type Documents } from '../adapters/documents/port.js';
import { withBuyer } from '../adapters/accounting/exported-invoice.js';
import type { OpenEventLog } from '../adapters/event-log/event-log.js';
import { exportLine } from '../adapters/event-log/export-format.js';
import { auditLicence, type LicenceAudit } from '../adapters/event-log/licence-audit.js';
import type { EventStore } from '../adapters/event-store/port.js';
import { evidenceDocument, evidenceFileName } from '../adapters/order/evidence-document.js';
import { checkNumbering } from '../adapters/order/invoice-numbers.js';
import type { PaymentGateway } from '../commands/order/payment-gateway.js';
import type { InvoiceDesk } from '../commands/order/invoice-desk.js';
import type { OrderDeps } from '../commands/order/ports.js';
import type { Clock, Credentials } from '../commands/ports.js';
import type { LoggedEvent } from '../domain/kernel/event.js';
import { streamOf, type AccountId, type OrderId, type PlantId } from '../domain/kernel/ids.js';
import { Temporal } from '../domain/kernel/time.js';
import { legalDay } from '../domain/licence/calendar.js';
import type { LicenceEvent } from '../domain/licence/events.js';
import type { Order } from '../domain/order/order.js';
import { listCharges } from '../projections/charges.js';
import type { Followers } from '../projections/engine/followers.js';
import { licencesOf, licencesProjection } from '../projections/licences.js';
import {
  differingOrders,
  findOrder,
  findOrderOfInvoice,
  invoicesPage,
  ordersByIds,
  ordersOf,
  ordersPage,
} from '../projections/order-queries.js';
import { ordersProjection } from '../projections/orders.js';
import { repairsNumbered } from '../projections/repair-orders.js';
import { plantIdsOfSerial, plantsByIds, plantsNamed, plantsOwnedBy } from '../projections/plant-search.js';
import { namesOf, userNamesOf } from '../projections/account-queries.js';
import {
  countInvoices,
  invoicesBetween,
  invoicesProjection,
  invoiceSums,
  listInvoices,
  type InvoiceRow,
} from '../projections/invoices.js';
import { plantSearchWith } from './plant-search.js';

type ShopParts = {
  readonly database: { readonly db: Db; readonly pool: pg.Pool };
  readonly clock: Clock;
  readonly credentials: Pick<Credentials, 'findByEmailOrUserName'>;
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
    differingOrders: (wish: Parameters<typeof differingOrders>[1]) => differingOrders(db, wish),
    ordersByIds: (orderIds: readonly string[]) => ordersByIds(db, orderIds),
    findOrder: (orderId: OrderId) => findOrder(db, orderId),
    ordersOf: (accountId: AccountId) => ordersOf(db, accountId),
    ordersPage: (accountId: AccountId, wish: Parameters<typeof ordersPage>[2]) => ordersPage(db, accountId, wish),
    invoicesPage: (accountId: AccountId, wish: Parameters<typeof invoicesPage>[2]) => invoicesPage(db, accountId, wish),
    surroundingsOf: async (orders: readonly Order[]) => {
      const plantIds = orders.flatMap(({ placed }) => placed.items.map(({ plantId }) => plantId));
      return { licences: await licencesOf(db, [...new Set(plantIds)]), today: legalDay(system.clock.now().toString()) };
    },
    findOrderOfInvoice: (number: string) => findOrderOfInvoice(db, number),
    repairsNumbered: (number: string) => repairsNumbered(db, number),
    licenceHistory: async (plantId: PlantId) => {
      const recorded = await system.store.readStream(streamOf.licence(plantId));
      return (await system.log.decodeForProjection(recorded ?? [])) as readonly LoggedEvent<LicenceEvent>[];
    },
    ...officeDepsOf(system),
    evidenceDocument,
    evidenceFileName,
    /** Waits until what follows from a payment, or from a cancellation, is there to be shown. */
    settled: async () => {
      await system.policies.waitFor(await system.log.head(), {
        names: ['policy/fulfil-order', 'policy/charge-repairs'],
      });
      const names = [ordersProjection.name, licencesProjection.name, invoicesProjection.name];
      await system.readModels.waitFor(await system.log.head(), { names });
    },
  };
}

/** What only the office asks for. */
function officeDepsOf({ database: { db, pool }, store, clock, credentials }: ShopParts) {
  const accountNamed = async (name: string): Promise<AccountId | null> => {
    const known = await credentials.findByEmailOrUserName(name);
    return known === null || known.isDecoy ? null : known.accountId;
  };
  const today = () => Temporal.PlainDate.from(legalDay(clock.now().toString()));
  return {
    accountNamed,
    searchPlants: plantSearchWith({
      accountNamed,
      today,
      byIds: (plantIds) => plantsByIds(db, plantIds),
      ownedBy: (ownerId, limit) => plantsOwnedBy(db, ownerId, limit),
      idsOfSerial: (serialNumber, limit) => plantIdsOfSerial(db, serialNumber, limit),
      named: (wish) => plantsNamed(db, wish),
      namesOf: (accountIds) => namesOf(db, accountIds),
      licencesOf: (plantIds) => licencesOf(db, plantIds),
    }),
    auditOf: async (plantId: PlantId, asOf: string) => {
      const recorded = await store.readStream(streamOf.licence(plantId));
      return recorded === null ? null : auditLicence(recorded, asOf);
    },
    namesIn: async ({ plantId, events }: LicenceAudit) => {
      const accountIds = events.flatMap(({ metadata: { actor } }) => (actor.kind === 'account' ? [actor.id] : []));
      const [userNames, [found]] = await Promise.all([
        userNamesOf(db, [...new Set(accountIds)]),
        plantsByIds(db, [plantId]),
      ]);
      if (found === undefined) return { userNames, plant: null };
      const { name, town, nominalPowerW } = found.listing;
      const ownerName = (await namesOf(db, [found.ownerId])).get(found.ownerId) ?? null;
      return { userNames, plant: { name, town, nominalPowerW, ownerName } };
    },
    exportedHistory: async (plantId: PlantId) =>
      (await store.readStream(streamOf.licence(plantId)))?.map((event) => exportLine(event)) ?? null,
    listCharges: (wish: Parameters<typeof listCharges>[1]) => listCharges(db, wish),
    listInvoices: (wish: Parameters<typeof listInvoices>[1]) => listInvoices(db, wish),
    invoiceSums: (year: number) => invoiceSums(db, year),
    countInvoices: (range: Parameters<typeof countInvoices>[1], atMost: number) => countInvoices(db, range, atMost),
    invoicesBetween: (range: Parameters<typeof invoicesBetween>[1]) => invoicesBetween(db, range),
    checkNumbering: (year: number) => checkNumbering(pool, year),
    withBuyers: async (rows: readonly InvoiceRow[]) => {
      const orders = await ordersByIds(db, [...new Set(rows.map(({ orderId }) => orderId))]);
      return rows.map((row) => withBuyer(row, orders.get(row.orderId)));
    },
  };
}
