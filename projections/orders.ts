import { sql } from 'kysely';
import type { OrderEvent } from '../domain/order/events.js';
import { orderDecider, type OrderState } from '../domain/order/order.js';
import { openMatters } from '../domain/order/matters.js';
import { keyedRows } from './engine/keyed-rows.js';
import type { LoggedEvent, Projection } from './engine/projection.js';
import { isOneOf, upsertRows } from './engine/rows.js';

/** Every order as its events have left it, and which of them somebody has to look after. */
export const ordersProjection: Projection = {
  name: 'orders',
  version: 9,
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
    const orders = sql.table('orders');
    await sql`create index if not exists orders_by_account on ${orders} (account_id, placed_at desc, order_id desc)`.execute(
      db,
    );
    await sql`create index if not exists orders_open on ${orders} (expires_at, order_id) where status = 'open'`.execute(
      db,
    );
    await sql`create index if not exists orders_over on ${orders} (expires_at, order_id)
      where status in ('expired', 'cancelled')`.execute(db);
    await sql`create index if not exists orders_contracts on ${orders} (placed_at, order_id)
      where status = 'accepted'`.execute(db);
    await sql`create index if not exists orders_refunding on ${orders} (placed_at, order_id)
      where has_open_refund`.execute(db);
    await sql`create index if not exists orders_differing on ${orders} (placed_at desc, order_id desc)
      where differs`.execute(db);
    await sql`create index if not exists invoices_by_order on ${sql.table('invoices')} (order_id)`.execute(db);
    await sql`create index if not exists orders_ending on ${orders} (placed_at, order_id)
      where state -> 'plannedEnds' <> '[]'`.execute(db);
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
