import { sql, type Kysely } from 'kysely';
import { OrderId, type AccountId } from '../domain/kernel/ids.js';
import type { Temporal } from '../domain/kernel/time.js';
import type { OrderEvent } from '../domain/order/events.js';
import { orderDecider, type Order, type OrderState } from '../domain/order/order.js';
import { keyedRows } from './engine/keyed-rows.js';
import type { LoggedEvent, Projection } from './engine/projection.js';
import { isOneOf, upsertRows } from './engine/rows.js';

/* eslint-disable @typescript-eslint/no-explicit-any -- database handles, as in the engine */

/** Every order as its events have left it, and which of them somebody has to look after. */
export const ordersProjection: Projection = {
  name: 'orders',
  version: 2,
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
        has_open_refund: state.refunds.some((refund) => !refund.isDone),
        differs: state.differences.length > 0,
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
export async function ordersOf(db: Kysely<any>, accountId: AccountId): Promise<readonly Order[]> {
  const rows = await orders(db).where('account_id', '=', accountId).orderBy('placed_at', 'desc').limit(500).execute();
  return rows.map((row) => row['state'] as Order);
}

/**
 * Orders of erased accounts, or of one of them, that still tell who bought. Whether that is over their events decide. Also
 * those that the accounts' read model does not know as erased yet are found by the account.
 */
export async function buyersToForget(db: Kysely<any>, accountId: AccountId | null): Promise<readonly OrderId[]> {
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
export async function findOrder(db: Kysely<any>, orderId: OrderId): Promise<Order | null> {
  const row = await orders(db).where('order_id', '=', orderId).executeTakeFirst();
  return row === undefined ? null : (row['state'] as Order);
}

/** The order that an invoice belongs to; null when there is none. */
export async function findOrderOfInvoice(db: Kysely<any>, number: string): Promise<Order | null> {
  const row = await db
    .withSchema('orders')
    .selectFrom('invoices')
    .innerJoin('orders', 'orders.order_id', 'invoices.order_id')
    .select('orders.state')
    .where('number', '=', number)
    .executeTakeFirst();
  return row === undefined ? null : (row['state'] as Order);
}

/**
 * Orders that wait for their payment, and those that are over since `over` without one: money may still come. At most `limit`
 * of each, those first that expire last.
 */
export async function unpaidOrders(
  db: Kysely<any>,
  { over, limit }: { readonly over: Temporal.Instant; readonly limit: number },
): Promise<readonly Order[]> {
  const open = await orders(db).where('status', '=', 'open').orderBy('expires_at', 'desc').limit(limit).execute();
  const late = await orders(db)
    .where('status', 'in', ['expired', 'cancelled'])
    .where('expires_at', '>', over.toString())
    .orderBy('expires_at', 'desc')
    .limit(limit)
    .execute();
  const rows = [...open, ...late];
  return rows.map((row) => row['state'] as Order);
}

/** Orders whose money is to go back. At most `limit`. */
export async function refundingOrders(db: Kysely<any>, limit: number): Promise<readonly Order[]> {
  const rows = await orders(db).where('has_open_refund', '=', true).limit(limit).execute();
  return rows.map((row) => row['state'] as Order);
}

/** Orders on which money came that does not fit, the newest first. At most 500. */
export async function differingOrders(db: Kysely<any>): Promise<readonly Order[]> {
  const rows = await orders(db).where('differs', '=', true).orderBy('placed_at', 'desc').limit(500).execute();
  return rows.map((row) => row['state'] as Order);
}

function orders(db: Kysely<any>) {
  return db.withSchema('orders').selectFrom('orders').select('state');
}
