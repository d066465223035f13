import { sql } from 'kysely';
import type { Db } from '../adapters/database/port.js';
import { RepairOrderId, type AccountId } from '../domain/kernel/ids.js';
import type { RepairCategory } from '../domain/repair/category.js';
import type { RepairEvent } from '../domain/repair/events.js';
import { repairNumber, statusOn, type RepairStatus } from '../domain/repair/state.js';
import { keyedRows } from './engine/keyed-rows.js';
import { begins } from './engine/beginnings.js';
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
  /** The device was given away and is not on its way back. */
  readonly isDeviceAway: boolean;
};

/** What of the queue is asked for: what is open or one of its stages, or what is over. */
export const repairStages = {
  open: ['requested', 'offered', 'accepted', 'dispatched', 'inRepair', 'sentBack'],
  requested: ['requested'],
  offered: ['offered'],
  agreed: ['accepted', 'dispatched'],
  inWorkshop: ['inRepair', 'sentBack'],
} as const satisfies Record<string, readonly RepairStatus[]>;
export type RepairStage = keyof typeof repairStages;

/** Somebody still has to do something: also to send back the device of a contract that came to nothing. */
function isOpen({ status, isDeviceAway }: RepairSummary): boolean {
  return repairStages.open.some((one) => one === status) || isDeviceAway;
}

/** Every repair order, for its owner and for the queue of the office. */
export const repairOrdersProjection: Projection = {
  name: 'repair_orders',
  version: 3,
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
      .addColumn('advocate_id', 'uuid')
      .addColumn('summary', 'jsonb', (column) => column.notNull())
      .execute(),
  createIndexes: async (db) => {
    await sql`create index if not exists repair_orders_by_account
      on ${sql.table('repair_orders')} (account_id, created_at desc, repair_order_id desc)`.execute(db);
    await sql`create index if not exists repair_orders_queue
      on ${sql.table('repair_orders')} (is_open, due_on, repair_order_id) where is_sent`.execute(db);
    await sql`create index if not exists repair_orders_of_advocate
      on ${sql.table('repair_orders')} (advocate_id, is_open, due_on, repair_order_id) where is_sent`.execute(db);
    await sql`create index if not exists repair_orders_by_number
      on ${sql.table('repair_orders')} (number collate "C")`.execute(db);
    await sql`create index if not exists repair_orders_by_device
      on ${sql.table('repair_orders')} (serial_number collate "C", created_at desc) where is_sent`.execute(db);
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
          is_open: isOpen(summary),
          is_sent: summary.sentAt !== null,
          due_on: summary.dueOn,
          serial_number: summary.serialNumber,
          number: repairNumber(summary.repairOrderId),
          advocate_id: summary.advocateId,
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
    isDeviceAway: false,
  };
}

function evolveSummary(summary: RepairSummary, event: RepairEvent): RepairSummary {
  const { at } = event.data;
  const now = { ...summary, status: statusOn(summary.status, event.type), changedAt: at };
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
    case 'RepairDeviceDispatched':
    case 'RepairDeviceReceived':
      return { ...now, isDeviceAway: true };
    case 'RepairDeviceSentBack':
      return { ...now, isDeviceAway: false };
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

/** What of the queue is wished for. */
export type RepairQueueWish = RepairPaging & {
  readonly stage: RepairStage | 'over';
  /** Only those of one device; null = all. */
  readonly serialNumber: string | null;
  /** Only those that one advocate takes care of, or nobody; null = all. */
  readonly advocate: string | null;
};

/** What the office has to do, the most urgent first, or has done, the latest first. */
export async function repairQueue(
  db: Db,
  { stage, serialNumber, advocate, after, limit }: RepairQueueWish,
): Promise<RepairPage> {
  const isOver = stage === 'over';
  const beyond = isOver ? sql`<` : sql`>`;
  const direction = isOver ? sql`desc` : sql`asc`;
  const ofStage =
    stage === 'over' || stage === 'open' ? sql`` : sql`and summary ->> 'status' = any(${[...repairStages[stage]]})`;
  const ofAdvocate =
    advocate === null
      ? sql``
      : advocate === 'nobody'
        ? sql`and advocate_id is null`
        : sql`and advocate_id = ${advocate}::uuid`;
  const { rows } = await sql<Row>`
    select due_on::text as key, repair_order_id as id, summary from repair_orders.repair_orders
    where is_sent and is_open = ${!isOver} ${ofStage} ${ofAdvocate}
      ${serialNumber === null ? sql`` : sql`and serial_number collate "C" = ${serialNumber}`}
      ${after === null ? sql`` : sql`and (due_on, repair_order_id) ${beyond} (${after[0]}::date, ${after[1]}::uuid)`}
    order by due_on ${direction}, repair_order_id ${direction} limit ${limit + 1}`.execute(db);
  return pageOf(rows, limit);
}

/** Repairs of one device, whoever asked for them, the newest first. */
export async function repairsOfDevice(db: Db, serialNumber: string, limit: number): Promise<readonly RepairSummary[]> {
  const { rows } = await sql<Pick<Row, 'summary'>>`
    select summary from repair_orders.repair_orders where is_sent and serial_number collate "C" = ${serialNumber}
    order by created_at desc limit ${limit}`.execute(db);
  return rows.map(({ summary }) => summary as RepairSummary);
}

/** What an account has asked for of one device and is not over yet, the newest first. */
export async function openRepairsOf(
  db: Db,
  accountId: AccountId,
  serialNumber: string,
): Promise<readonly RepairSummary[]> {
  const { rows } = await sql<Pick<Row, 'summary'>>`
    select summary from repair_orders.repair_orders
    where is_sent and is_open and serial_number collate "C" = ${serialNumber} and account_id = ${accountId}
    order by created_at desc limit 5`.execute(db);
  return rows.map(({ summary }) => summary as RepairSummary);
}

/** By what the office finds repairs: how their number or that of their device begins, their id, and who asked for them. */
type RepairTraces = {
  readonly beginning: string;
  readonly ids: readonly [string, string] | null;
  readonly accountIds: readonly string[];
};

/** What the office finds, not drafts, the newest first. */
export async function repairsFound(
  db: Db,
  { beginning, ids, accountIds }: RepairTraces,
  limit: number,
): Promise<readonly RepairSummary[]> {
  const found = (where: ReturnType<typeof sql>, order: ReturnType<typeof sql>) => sql`
    (select summary from repair_orders.repair_orders where is_sent and ${where} order by ${order} limit ${limit})`;
  const [number, serial] = [sql`number collate "C"`, sql`serial_number collate "C"`];
  const parts = [
    found(begins(number, sql`${beginning.toUpperCase()}::text`), number),
    found(begins(serial, sql`${beginning.toUpperCase()}::text`), serial),
    ...(ids === null
      ? []
      : [found(sql`repair_order_id between ${ids[0]}::uuid and ${ids[1]}::uuid`, sql`repair_order_id`)]),
    ...(accountIds.length === 0
      ? []
      : [found(sql`account_id = any(${[...accountIds]}::uuid[])`, sql`created_at desc, repair_order_id desc`)]),
  ];
  const { rows } = await sql<Pick<Row, 'summary'>>`
    select summary from (${sql.join(parts, sql` union `)}) found
    order by summary ->> 'createdAt' desc limit ${limit}`.execute(db);
  return rows.map(({ summary }) => summary as RepairSummary);
}

/** The repair that people quote by this number; two of the same are possible, though not to be expected. */
export async function repairsNumbered(db: Db, number: string): Promise<readonly RepairOrderId[]> {
  const { rows } = await sql<{ readonly id: string }>`
    select repair_order_id as id from repair_orders.repair_orders where number collate "C" = ${number} limit 2`.execute(
    db,
  );
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
