import { sql, type RawBuilder } from 'kysely';
import type { Db } from '../adapters/database/port.js';
import { OrderId, type AccountId } from '../domain/kernel/ids.js';
import type { Temporal } from '../domain/kernel/time.js';
import { openMatters } from '../domain/order/matters.js';
import type { Order } from '../domain/order/order.js';
import { hasErasure } from './accounts.js';
import { pageFrom, type Page } from './engine/page.js';
import { isOneOf } from './engine/rows.js';

/** An instant and an id of the last order of the page before. */
export type OrderCursor = readonly [string, string];
export type OrderPaging = { readonly after: OrderCursor | null; readonly limit: number };

/** Every order of an account, the newest first. */
export async function ordersOf(db: Db, accountId: AccountId): Promise<readonly Order[]> {
  const rows = await orders(db)
    .where('account_id', '=', accountId)
    .orderBy('placed_at', 'desc')
    .orderBy('order_id', 'desc')
    .execute();
  return rows.map(orderOf);
}

/** Orders of an account, the newest first, page by page; of `onlyPlants` those that are about these plants alone. */
export async function ordersPage(
  db: Db,
  accountId: AccountId,
  { onlyPlants, ...paging }: OrderPaging & { readonly onlyPlants: readonly string[] | null },
): Promise<Page<Order, OrderCursor>> {
  return newestFirst(db, sql`account_id = ${accountId} ${isAbout(onlyPlants)}`, paging);
}

export type OwnInvoice = { readonly number: string; readonly order: Order };

/** Numbers of the invoices of an account with their orders, the newest first; `after` is the number of the last one. */
export async function invoicesPage(
  db: Db,
  accountId: AccountId,
  {
    after,
    limit,
    onlyPlants,
  }: { readonly after: string | null; readonly limit: number; readonly onlyPlants: readonly string[] | null },
): Promise<Page<OwnInvoice, string>> {
  const placeOf = (number: RawBuilder<unknown>) => sql`left(${number}, 4)::int, substr(${number}, 6)::int`;
  const place = placeOf(sql`number`);
  // The numbers first: an order may be large, and only those of the page are read.
  const { rows } = await sql<{ readonly number: string; readonly state: unknown }>`
    with page as materialized (
      select row_number() over (order by (${place}) desc) as ordinal, number, order_id
      from orders.orders join orders.invoices using (order_id)
      where account_id = ${accountId} ${isAbout(onlyPlants)}
        ${after === null ? sql`` : sql`and (${place}) < (${placeOf(sql`${after}`)})`}
      order by ordinal limit ${limit + 1})
    select number, state from page join orders.orders using (order_id) order by ordinal`.execute(db);
  const { items, next } = pageFrom(rows, limit, ({ number }) => number);
  return { items: items.map((row) => ({ number: row.number, order: orderOf(row) })), next };
}

function isAbout(plantIds: readonly string[] | null) {
  if (plantIds === null) return sql``;
  // What is about no plant is about none of these.
  return sql`and state -> 'placed' -> 'items' <> '[]' and not exists (select from jsonb_array_elements(state -> 'placed' -> 'items') as item
    where item ->> 'plantId' <> all(${[...plantIds]}::text[]))`;
}

/**
 * Orders of erased accounts, or of one of them, that still tell who bought, page by page. Whether that is over their events
 * decide. Also those that the accounts' read model does not know as erased yet are found by the account. `after` is account
 * and order of the last one.
 */
export async function buyersToForget(
  db: Db,
  { accountId, after, limit }: OrderPaging & { readonly accountId: AccountId | null },
): Promise<Page<OrderId, OrderCursor>> {
  const erased = sql`(select account_id from accounts.accounts where ${hasErasure} and view ->> 'erasedAt' is not null)`;
  const { rows } = await sql<{ readonly account_id: string; readonly order_id: string }>`
    select account_id, order_id from orders.orders
    where ${accountId === null ? sql`account_id in ${erased}` : sql`account_id = ${accountId}`}
      and state -> 'placed' -> 'buyer' -> 'erased' is null
      ${after === null ? sql`` : sql`and (account_id, order_id) > (${after[0]}::uuid, ${after[1]}::uuid)`}
    order by account_id, order_id limit ${limit + 1}`.execute(db);
  const { items, next } = pageFrom(rows, limit, (row) => [row.account_id, row.order_id] as const);
  return { items: items.map((row) => OrderId.parse(row.order_id)), next };
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
 * Orders that wait for their payment, and those that expired or were cancelled since `over`, to which money may still come:
 * page by page, those first whose time ends first.
 */
export async function unpaidOrders(
  db: Db,
  { over, after, limit }: OrderPaging & { readonly over: Temporal.Instant },
): Promise<Page<OrderId, OrderCursor>> {
  // Each half has an index of its own, and ends early.
  const further = sql`
    ${after === null ? sql`` : sql`and (expires_at, order_id) > (${after[0]}::timestamptz, ${after[1]}::uuid)`}
    order by expires_at, order_id limit ${limit + 1}`;
  const { rows } = await sql<Key>`
    select expires_at::text as at, order_id as id from (
      (select expires_at, order_id from orders.orders where status = 'open' ${further})
      union all
      (select expires_at, order_id from orders.orders
        where status in ('expired', 'cancelled') and expires_at > ${over.toString()} ${further})
    ) as unpaid order by expires_at, order_id limit ${limit + 1}`.execute(db);
  return idsOf(rows, limit);
}

/** Contracts of orders that were placed since `since`, page by page: a bank may still take their payments back. */
export async function contractsSince(
  db: Db,
  { since, ...paging }: OrderPaging & { readonly since: Temporal.Instant },
): Promise<Page<OrderId, OrderCursor>> {
  return oldestFirst(db, sql`status = 'accepted' and placed_at > ${since.toString()}`, paging);
}

/** Orders whose money is to go back, page by page. */
export async function refundingOrders(db: Db, paging: OrderPaging): Promise<Page<OrderId, OrderCursor>> {
  return oldestFirst(db, sql`has_open_refund`, paging);
}

/** Orders of which a part was to end by a day (`2027-03-31`), and has not, page by page. */
export async function endingOrders(
  db: Db,
  { day, ...paging }: OrderPaging & { readonly day: string },
): Promise<Page<OrderId, OrderCursor>> {
  const which = sql`state -> 'plannedEnds' <> '[]' and exists (
    select from jsonb_array_elements(state -> 'plannedEnds') as planned where planned ->> 'endsOn' <= ${day})`;
  return oldestFirst(db, which, paging);
}

/** Orders by their ids, where there are such. */
export async function ordersByIds(db: Db, orderIds: readonly string[]): Promise<ReadonlyMap<string, Order>> {
  if (orderIds.length === 0) return new Map();
  const rows = await orders(db).where(isOneOf('order_id', orderIds)).execute();
  return new Map(rows.map((row) => orderOf(row)).map((order) => [order.placed.orderId, order]));
}

/** Orders on which money came that a person has to deal with, the newest first, page by page. */
export async function differingOrders(db: Db, paging: OrderPaging): Promise<Page<Order, OrderCursor>> {
  const { items, next } = await newestFirst(db, sql`differs`, paging);
  // Version 2 knew all that ever differed.
  return { items: items.filter((order) => openMatters(order).length > 0), next };
}

type Key = { readonly at: string; readonly id: string };

async function newestFirst(
  db: Db,
  which: RawBuilder<unknown>,
  { after, limit }: OrderPaging,
): Promise<Page<Order, OrderCursor>> {
  const { rows } = await sql<Key & { readonly state: unknown }>`
    select placed_at::text as at, order_id as id, state from orders.orders
    where ${which}
      ${after === null ? sql`` : sql`and (placed_at, order_id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`}
    order by placed_at desc, order_id desc limit ${limit + 1}`.execute(db);
  const { items, next } = pageFrom(rows, limit, keyOf);
  return { items: items.map(orderOf), next };
}

async function oldestFirst(
  db: Db,
  which: RawBuilder<unknown>,
  { after, limit }: OrderPaging,
): Promise<Page<OrderId, OrderCursor>> {
  const { rows } = await sql<Key>`
    select placed_at::text as at, order_id as id from orders.orders
    where ${which}
      ${after === null ? sql`` : sql`and (placed_at, order_id) > (${after[0]}::timestamptz, ${after[1]}::uuid)`}
    order by placed_at, order_id limit ${limit + 1}`.execute(db);
  return idsOf(rows, limit);
}

function idsOf(rows: readonly Key[], limit: number): Page<OrderId, OrderCursor> {
  const { items, next } = pageFrom(rows, limit, keyOf);
  return { items: items.map(({ id }) => OrderId.parse(id)), next };
}

function keyOf({ at, id }: Key): OrderCursor {
  return [at, id];
}

function orders(db: Db) {
  return db.withSchema('orders').selectFrom('orders').select('state');
}

type Later = Pick<
  Order,
  'settlements' | 'supplement' | 'repair' | 'chargeback' | 'endings' | 'plannedEnds' | 'cancellation'
>;

/** Rows of former versions lack what nobody could have settled, refused, charged, charged back, ended in part or said why then. */
function orderOf(row: { readonly state?: unknown }): Order {
  const { settlements, supplement, repair, chargeback, refunds, endings, plannedEnds, cancellation, ...state } =
    row.state as Order & Partial<Later>;
  const { withdrawnAt: at, placed } = state;
  const asAWhole = at === null ? [] : placed.items.map(({ plantId }) => ({ plantId, at, by: 'withdrawal' as const }));
  return {
    ...state,
    settlements: settlements ?? [],
    supplement: supplement ?? null,
    repair: repair ?? null,
    chargeback: chargeback ?? null,
    endings: endings ?? asAWhole,
    plannedEnds: plannedEnds ?? [],
    cancellation: cancellation ?? null,
    refunds: refunds.map((refund) => ({ ...refund, refusedAt: refund.refusedAt ?? null })),
  };
}
