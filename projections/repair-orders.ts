import { sql } from 'kysely';
import type { Db } from '../adapters/database/port.js';
import { RepairOrderId, type AccountId } from '../domain/kernel/ids.js';
import type { RepairCategory } from '../domain/repair/category.js';
import type { RepairEvent } from '../domain/repair/events.js';
import { repairNumber, statusAfter, type RepairStatus } from '../domain/repair/state.js';
import { keyedRows } from './engine/keyed-rows.js';
import { pageFrom, type Page } from './engine/page.js';
import type { LoggedEvent, Projection } from './engine/projection.js';
import { isOneOf, upsertRows } from './engine/rows.js';

/** A repair order as lists show it; what people wrote is read from the log. */
export type RepairSummary = {
  readonly repairOrderId: RepairOrderId;
  readonly accountId: AccountId;
  readonly status: RepairStatus;
  readonly serialNumber: string | null;
  readonly category: RepairCategory | null;
  /** RFC 3339. */
  readonly createdAt: string;
  readonly sentAt: string | null;
  readonly changedAt: string;
  /** Calendar day. */
  readonly dueOn: string | null;
  readonly advocateId: AccountId | null;
  readonly lastMessageFrom: 'customer' | 'office' | null;
};

const open: readonly RepairStatus[] = ['requested', 'offered', 'accepted', 'dispatched', 'inRepair', 'sentBack'];

/** Every repair order, for its owner and for the queue of the office. */
export const repairOrdersProjection: Projection = {
  name: 'repair_orders',
  version: 2,
  prefixes: ['repairOrder-'],
  create: (db) =>
    db.schema
      .createTable('repair_orders')
      .addColumn('repair_order_id', 'uuid', (column) => column.primaryKey())
      .addColumn('account_id', 'uuid', (column) => column.notNull())
      .addColumn('created_at', 'timestamptz', (column) => column.notNull())
      .addColumn('is_open', 'boolean', (column) => column.notNull())
      // Neither drafts nor what was thrown away concern the office.
      .addColumn('is_sent', 'boolean', (column) => column.notNull())
      .addColumn('due_on', 'date')
      .addColumn('serial_number', 'text')
      .addColumn('number', 'text', (column) => column.notNull())
      .addColumn('summary', 'jsonb', (column) => column.notNull())
      .execute(),
  createIndexes: async (db) => {
    await sql`create index if not exists repair_orders_by_account
      on ${sql.table('repair_orders')} (account_id, created_at desc, repair_order_id desc)`.execute(db);
    await sql`create index if not exists repair_orders_queue
      on ${sql.table('repair_orders')} (is_open, due_on, repair_order_id) where is_sent`.execute(db);
    await sql`create index if not exists repair_orders_by_number on ${sql.table('repair_orders')} (number)`.execute(db);
    await sql`create index if not exists repair_orders_by_device
      on ${sql.table('repair_orders')} (serial_number, created_at desc) where is_sent`.execute(db);
  },
  ...keyedRows<RepairSummary, LoggedEvent<RepairEvent>>({
    keyOf: (event) => event.data.repairOrderId,
    load: async (db, ids) => {
      const rows = await db.selectFrom('repair_orders').selectAll().where(isOneOf('repair_order_id', ids)).execute();
      return new Map(rows.map((row) => [row['repair_order_id'], row['summary'] as RepairSummary]));
    },
    evolve: (state, event) => evolveSummary(state ?? begun(event), event),
    store: (tx, states) =>
      upsertRows(
        tx,
        'repair_orders',
        [...states.values()].map((summary) => ({
          repair_order_id: summary.repairOrderId,
          account_id: summary.accountId,
          created_at: summary.createdAt,
          is_open: open.includes(summary.status),
          is_sent: summary.sentAt !== null,
          due_on: summary.dueOn,
          serial_number: summary.serialNumber,
          number: repairNumber(summary.repairOrderId),
          summary,
        })),
        { key: 'repair_order_id' },
      ),
  }),
};

function begun({ data: { repairOrderId, accountId, at } }: RepairEvent): RepairSummary {
  return {
    ...{ repairOrderId, accountId, status: 'draft', serialNumber: null, category: null },
    ...{ createdAt: at, sentAt: null, changedAt: at, dueOn: null, advocateId: null, lastMessageFrom: null },
  };
}

function evolveSummary(summary: RepairSummary, event: RepairEvent): RepairSummary {
  const { at } = event.data;
  const now = { ...summary, status: statusAfter[event.type] ?? summary.status, changedAt: at };
  switch (event.type) {
    case 'RepairDraftSaved': {
      const { serialNumber, category } = event.data.device;
      return { ...now, serialNumber, category };
    }
    case 'RepairRequested':
      return { ...now, sentAt: at, dueOn: event.data.dueOn };
    case 'RepairAssigned': {
      const { advocateId, dueOn } = event.data;
      return { ...now, advocateId, dueOn };
    }
    case 'RepairOffered':
      return { ...now, category: event.data.category };
    case 'RepairFileAttached':
      return now.status === 'draft' ? now : { ...now, lastMessageFrom: event.data.from };
    case 'RepairMessageWritten':
      return { ...now, lastMessageFrom: event.data.from };
    default:
      return now;
  }
}

type RepairCursor = readonly [string, string];
type RepairPaging = { readonly after: RepairCursor | null; readonly limit: number };
export type RepairPage = Page<RepairSummary, RepairCursor>;

type Row = { readonly key: string; readonly id: string; readonly summary: unknown };

/** The repair orders of an account, the newest first, also its drafts. */
export async function repairOrdersOf(
  db: Db,
  accountId: AccountId,
  { after, limit }: RepairPaging,
): Promise<RepairPage> {
  const { rows } = await sql<Row>`
    select created_at::text as key, repair_order_id as id, summary from repair_orders.repair_orders
    where account_id = ${accountId} and summary ->> 'status' <> 'discarded'
      ${after === null ? sql`` : sql`and (created_at, repair_order_id) < (${after[0]}::timestamptz, ${after[1]}::uuid)`}
    order by created_at desc, repair_order_id desc limit ${limit + 1}`.execute(db);
  return pageOf(rows, limit);
}

/**
 * What the office has to do, the most urgent first, or has done, the latest first; `serialNumber` shows only those of one device.
 */
export async function repairQueue(
  db: Db,
  {
    isOpen,
    serialNumber,
    after,
    limit,
  }: RepairPaging & { readonly isOpen: boolean; readonly serialNumber: string | null },
): Promise<RepairPage> {
  const beyond = isOpen ? sql`>` : sql`<`;
  const direction = isOpen ? sql`asc` : sql`desc`;
  const { rows } = await sql<Row>`
    select due_on::text as key, repair_order_id as id, summary from repair_orders.repair_orders
    where is_sent and is_open = ${isOpen}
      ${serialNumber === null ? sql`` : sql`and serial_number = ${serialNumber}`}
      ${after === null ? sql`` : sql`and (due_on, repair_order_id) ${beyond} (${after[0]}::date, ${after[1]}::uuid)`}
    order by due_on ${direction}, repair_order_id ${direction} limit ${limit + 1}`.execute(db);
  return pageOf(rows, limit);
}

/** What the office finds, the newest first: repairs of one device, or those whose ids are between two. */
export async function repairsFound(
  db: Db,
  { serialNumber, ids }: { readonly serialNumber: string; readonly ids: readonly [string, string] | null },
  limit: number,
): Promise<readonly RepairSummary[]> {
  const ofIds = sql`union (select summary from repair_orders.repair_orders where is_sent
    and repair_order_id between ${ids?.[0]}::uuid and ${ids?.[1]}::uuid order by repair_order_id limit ${limit})`;
  const { rows } = await sql<Pick<Row, 'summary'>>`
    select summary from (
      (select summary from repair_orders.repair_orders where is_sent and serial_number = ${serialNumber}
        order by created_at desc limit ${limit})
      ${ids === null ? sql`` : ofIds}) found
    order by summary ->> 'createdAt' desc limit ${limit}`.execute(db);
  return rows.map(({ summary }) => summary as RepairSummary);
}

/** The repair that people quote by this number; two of the same are possible, though not to be expected. */
export async function repairsNumbered(db: Db, number: string): Promise<readonly RepairOrderId[]> {
  const { rows } = await sql<{ readonly id: string }>`
    select repair_order_id as id from repair_orders.repair_orders where number = ${number} limit 2`.execute(db);
  return rows.map(({ id }) => RepairOrderId.parse(id));
}

/** Every repair order that an account ever began, the oldest first: what a person may take along. */
export async function repairIdsOf(db: Db, accountId: AccountId): Promise<readonly RepairOrderId[]> {
  const { rows } = await sql<{ readonly id: string }>`
    select repair_order_id as id from repair_orders.repair_orders
    where account_id = ${accountId} order by created_at, repair_order_id`.execute(db);
  return rows.map(({ id }) => RepairOrderId.parse(id));
}

function pageOf(rows: readonly Row[], limit: number): RepairPage {
  const { items, next } = pageFrom(rows, limit, ({ key, id }) => [key, id] as const);
  return { items: items.map(({ summary }) => summary as RepairSummary), next };
}
