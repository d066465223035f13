import { sql } from 'kysely';
import type { Db, Tx } from '../adapters/database/port.js';
import { isOf, type LoggedEvent } from '../domain/kernel/event.js';
import { OrderId, type AccountId } from '../domain/kernel/ids.js';
import { OrderCancelled, PaymentConfirmed, SupplementCharged, type OrderEvent } from '../domain/order/events.js';
import { pageFrom, type Page } from './engine/page.js';
import type { Projection } from './engine/projection.js';
import { isOneOf, upsertRows } from './engine/rows.js';

/** Every charge for power that was not stated (F10), to be listed and found; what it says stands in its order. */
export const chargesProjection: Projection = {
  name: 'charges',
  version: 1,
  prefixes: ['order-'],
  create: (db) =>
    db.schema
      .createTable('charges')
      .addColumn('order_id', 'uuid', (column) => column.primaryKey())
      .addColumn('account_id', 'uuid', (column) => column.notNull())
      .addColumn('plant_id', 'uuid', (column) => column.notNull())
      .addColumn('charged_at', 'timestamptz', (column) => column.notNull())
      .addColumn('state', 'text', (column) => column.notNull())
      .execute(),
  createIndexes: async (db) => {
    const charges = sql.table('charges');
    await sql`create index if not exists charges_by_time on ${charges} (charged_at desc, order_id desc)`.execute(db);
    await sql`create index if not exists charges_by_state on ${charges} (state, charged_at desc, order_id desc)`.execute(
      db,
    );
    await sql`create index if not exists charges_by_account on ${charges} (account_id)`.execute(db);
    await sql`create index if not exists charges_by_plant on ${charges} (plant_id)`.execute(db);
  },
  apply: async (tx, events) => {
    const charged = events.flatMap((event) => {
      if (!isOf(SupplementCharged, event)) return [];
      const { orderId, accountId, item, at } = event.data;
      return { order_id: orderId, account_id: accountId, plant_id: item.plantId, charged_at: at, state: 'open' };
    });
    await upsertRows(tx, 'charges', charged, { key: 'order_id' });
    await become(tx, 'paid', idsOf(events, PaymentConfirmed.type));
    await become(tx, 'cancelled', idsOf(events, OrderCancelled.type));
  },
};

export type ChargeState = 'open' | 'paid' | 'cancelled';

function idsOf(events: readonly LoggedEvent[], type: OrderEvent['type']): readonly string[] {
  return events.flatMap((event) => (event.type === type ? String(event.data['orderId']) : []));
}

/** Orders that are no charges have no row. */
async function become(tx: Tx, state: ChargeState, orderIds: readonly string[]): Promise<void> {
  if (orderIds.length === 0) return;
  await tx.updateTable('charges').set({ state }).where(isOneOf('order_id', orderIds)).execute();
}

/** Whose charges are meant: any of these is enough. */
export type ChargesOf = {
  readonly orderId: OrderId | null;
  readonly accountId: AccountId | null;
  readonly plantIds: readonly string[];
};

type Listing = {
  /** Null = every state. */
  readonly state: ChargeState | null;
  /** Null = everybody's. */
  readonly of: ChargesOf | null;
  /** The `next` of the page before: instant and id of its last charge. */
  readonly after: readonly [string, string] | null;
  readonly limit: number;
};

/** Orders that are charges, the newest first. */
export async function listCharges(
  db: Db,
  { state, of, after, limit }: Listing,
): Promise<Page<OrderId, readonly [string, string]>> {
  const { rows } = await sql<{ readonly charged: string; readonly id: string }>`
    select charged_at::text as charged, order_id as id from charges.charges
    where true
      ${state === null ? sql`` : sql`and state = ${state}`}
      ${of === null ? sql`` : meant(of)}
      ${after === null ? sql`` : sql`and (charged_at, order_id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`}
    order by charged_at desc, order_id desc limit ${limit + 1}`.execute(db);
  const { items, next } = pageFrom(rows, limit, ({ charged, id }) => [charged, id] as const);
  return { items: items.map(({ id }) => OrderId.parse(id)), next };
}

function meant({ orderId, accountId, plantIds }: ChargesOf) {
  return sql`and (order_id = ${orderId}::uuid or account_id = ${accountId}::uuid or plant_id = any(${[...plantIds]}::uuid[]))`;
}
