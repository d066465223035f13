import { sql } from 'kysely';
import type { Db } from '../adapters/database/port.js';
import { OrderId, type AccountId } from '../domain/kernel/ids.js';
import type { Temporal } from '../domain/kernel/time.js';
import type { OrderEvent } from '../domain/order/events.js';
import { orderDecider, type Order, type OrderState } from '../domain/order/order.js';
import { openMatters } from '../domain/order/matters.js';
import { keyedRows } from './engine/keyed-rows.js';
import type { LoggedEvent, Projection } from './engine/projection.js';
import { isOneOf, upsertRows } from './engine/rows.js';

/** Every order as its events have left it, and which of them somebody has to look after. */
export const ordersProjection: Projection = {
  name: 'orders',
  version: 5,
  prefixes: ['order-'],
  create: async (db) => {
    await db.schema
      .createTable('orders')
      .addColumn('order_id', 'uuid', (column) => column.primaryKey())
      .addColumn('account_id', 'uuid', (column) => column.notNull())
      .addColumn('placed_at', 'timestamptz', (column) => column.notNull())
      .addColumn('status', 'text', (column) => column.notNull())
      .addColumn('expires_at', 'timestamptz', (column) => column.notNull())
      .addColumn('has_open_refund', 'boolean', (column) => column.notNull())
      // A person has to look at money that does not fit; of version 2, that it ever did not.
      .addColumn('differs', 'boolean', (column) => column.notNull())
      .addColumn('state', 'jsonb', (column) => column.notNull())
      .execute();
    await db.schema
      .createTable('invoices')
      .addColumn('number', 'text', (column) => column.primaryKey())
      .addColumn('order_id', 'uuid', (column) => column.notNull())
      .execute();
  },
  createIndexes: async (db) => {
    await sql`create index if not exists orders_by_account on ${sql.table('orders')} (account_id, placed_at desc)`.execute(
      db,
    );
    await sql`create index if not exists orders_open on ${sql.table('orders')} (expires_at) where status = 'open'`.execute(
      db,
    );
    await sql`create index if not exists orders_refunding on ${sql.table('orders')} (order_id) where has_open_refund`.execute(
      db,
    );
    await sql`create index if not exists orders_differing on ${sql.table('orders')} (placed_at desc, order_id desc)
      where differs`.execute(db);
  },
  ...keyedRows<OrderState, LoggedEvent<OrderEvent>>({
    keyOf: (event) => event.data.orderId,
    load: async (db, orderIds) => {
      const rows = await db.selectFrom('orders').selectAll().where(isOneOf('order_id', orderIds)).execute();
      return new Map(rows.map((row) => [row['order_id'], row['state'] as OrderState]));
    },
    evolve: (state, event) => orderDecider.evolve(state ?? orderDecider.initialState, event),
    store: async (tx, states) => {
      const known = [...states].flatMap(([orderId, state]) => (state.status === 'none' ? [] : [{ orderId, state }]));
      const rows = known.map(({ orderId, state }) => ({
        order_id: orderId,
        account_id: state.placed.accountId,
        placed_at: state.placed.at,
        status: state.status,
        expires_at: state.placed.expiresAt,
        has_open_refund: state.refunds.some((refund) => !refund.isDone && refund.refusedAt === null),
        differs: openMatters(state).length > 0,
        state,
      }));
      await upsertRows(tx, 'orders', rows, { key: 'order_id' });
      const invoices = known.flatMap(({ orderId, state }) =>
        state.invoices.map(({ number }) => ({ number, order_id: orderId })),
      );
      await upsertRows(tx, 'invoices', invoices, { key: 'number' });
    },
  }),
};

/** The orders of an account, the newest first. At most 500. */
export async function ordersOf(db: Db, accountId: AccountId): Promise<readonly Order[]> {
  const rows = await orders(db).where('account_id', '=', accountId).orderBy('placed_at', 'desc').limit(500).execute();
  return rows.map(orderOf);
}

/**
 * Orders of erased accounts, or of one of them, that still tell who bought. Whether that is over their events decide. Also
 * those that the accounts' read model does not know as erased yet are found by the account.
 */
export async function buyersToForget(db: Db, accountId: AccountId | null): Promise<readonly OrderId[]> {
  const { rows } = await sql<{ order_id: string }>`
    select order_id from orders.orders
    where state -> 'placed' -> 'buyer' -> 'erased' is null and (account_id = ${accountId}::uuid or (
      ${accountId}::uuid is null and exists (
        select from accounts.accounts account
        where account.account_id = orders.account_id and account.view ->> 'erasedAt' is not null)))
    order by order_id`.execute(db);
  return rows.map((row) => OrderId.parse(row.order_id));
}

/** Null when there is no such order. */
export async function findOrder(db: Db, orderId: OrderId): Promise<Order | null> {
  const row = await orders(db).where('order_id', '=', orderId).executeTakeFirst();
  return row === undefined ? null : orderOf(row);
}

/** The order that an invoice belongs to; null when there is none. */
export async function findOrderOfInvoice(db: Db, number: string): Promise<Order | null> {
  const row = await db
    .withSchema('orders')
    .selectFrom('invoices')
    .innerJoin('orders', 'orders.order_id', 'invoices.order_id')
    .select('orders.state')
    .where('number', '=', number)
    .executeTakeFirst();
  return row === undefined ? null : orderOf(row);
}

/**
 * Orders that wait for their payment, and those that are over since `over` without one: money may still come. At most `limit`
 * of each, those first that expire last.
 */
export async function unpaidOrders(
  db: Db,
  { over, limit }: { readonly over: Temporal.Instant; readonly limit: number },
): Promise<readonly Order[]> {
  const open = await orders(db).where('status', '=', 'open').orderBy('expires_at', 'desc').limit(limit).execute();
  const late = await orders(db)
    .where('status', 'in', ['expired', 'cancelled'])
    .where('expires_at', '>', over.toString())
    .orderBy('expires_at', 'desc')
    .limit(limit)
    .execute();
  return [...open, ...late].map(orderOf);
}

/**
 * Contracts of orders that were placed since `since`: a bank may still take their payments back. The next ones after an order,
 * at most `limit`.
 */
export async function contractsAfter(
  db: Db,
  { since, after, limit }: { readonly since: Temporal.Instant; readonly after: OrderId | null; readonly limit: number },
): Promise<readonly OrderId[]> {
  const { rows } = await sql<{ readonly order_id: string }>`
    select order_id from orders.orders
    where status = 'accepted' and placed_at > ${since.toString()}
      ${after === null ? sql`` : sql`and order_id > ${after}`}
    order by order_id limit ${limit}`.execute(db);
  return rows.map((row) => OrderId.parse(row.order_id));
}

/** Orders whose money is to go back. At most `limit`. */
export async function refundingOrders(db: Db, limit: number): Promise<readonly Order[]> {
  const rows = await orders(db).where('has_open_refund', '=', true).limit(limit).execute();
  return rows.map(orderOf);
}

/** Orders by their ids, where there are such. */
export async function ordersByIds(db: Db, orderIds: readonly string[]): Promise<ReadonlyMap<string, Order>> {
  if (orderIds.length === 0) return new Map();
  const rows = await orders(db).where(isOneOf('order_id', orderIds)).execute();
  return new Map(rows.map((row) => orderOf(row)).map((order) => [order.placed.orderId, order]));
}

type DifferingPage = { readonly items: readonly Order[]; readonly next: readonly [string, string] | null };

/**
 * Orders on which money came that a person has to deal with, the newest first. `after` is the `next` of the page before:
 * instant and id of its last order.
 */
export async function differingOrders(
  db: Db,
  { after, limit }: { readonly after: readonly [string, string] | null; readonly limit: number },
): Promise<DifferingPage> {
  const { rows } = await sql<{ readonly placed: string; readonly id: string; readonly state: unknown }>`
    select placed_at::text as placed, order_id as id, state from orders.orders
    where differs
      ${after === null ? sql`` : sql`and (placed_at, order_id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`}
    order by placed_at desc, order_id desc limit ${limit + 1}`.execute(db);
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    // Version 2 knew all that ever differed.
    items: page.map(orderOf).filter((order) => openMatters(order).length > 0),
    next: rows.length > limit && last !== undefined ? [last.placed, last.id] : null,
  };
}

function orders(db: Db) {
  return db.withSchema('orders').selectFrom('orders').select('state');
}

type Later = Pick<Order, 'settlements' | 'supplement' | 'chargeback' | 'endings' | 'cancellation'>;

/** Rows of former versions lack what nobody could have settled, refused, charged, charged back, ended in part or said why then. */
function orderOf(row: { readonly state?: unknown }): Order {
  const { settlements, supplement, chargeback, refunds, endings, cancellation, ...state } = row.state as Order &
    Partial<Later>;
  const { withdrawnAt: at, placed } = state;
  const asAWhole = at === null ? [] : placed.items.map(({ plantId }) => ({ plantId, at, by: 'withdrawal' as const }));
  return {
    ...state,
    settlements: settlements ?? [],
    supplement: supplement ?? null,
    chargeback: chargeback ?? null,
    endings: endings ?? asAWhole,
    cancellation: cancellation ?? null,
    refunds: refunds.map((refund) => ({ ...refund, refusedAt: refund.refusedAt ?? null })),
  };
}
