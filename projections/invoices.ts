import { sql } from 'kysely';
import type { Db } from '../adapters/database/port.js';
import { isOf } from '../domain/kernel/event.js';
import { InvoiceIssued } from '../domain/order/events.js';
import type { InvoiceKind } from '../domain/order/invoice.js';
import type { VatTreatment } from '../domain/order/vat-treatment.js';
import { pageFrom, type Page } from './engine/page.js';
import type { Projection } from './engine/projection.js';
import { upsertRows } from './engine/rows.js';

/** Every document of the consecutive series, without what it says of people: that stands in its order. */
export const invoicesProjection: Projection = {
  name: 'invoices',
  version: 1,
  prefixes: ['order-'],
  create: (db) =>
    db.schema
      .createTable('invoices')
      .addColumn('number', 'text', (column) => column.primaryKey())
      .addColumn('year', 'integer', (column) => column.notNull())
      .addColumn('running', 'integer', (column) => column.notNull())
      .addColumn('order_id', 'uuid', (column) => column.notNull())
      .addColumn('kind', 'text', (column) => column.notNull())
      // A calendar day has no zone to be converted to.
      .addColumn('issued_on', 'text', (column) => column.notNull())
      .addColumn('vat_treatment', 'text', (column) => column.notNull())
      .addColumn('vat_rate_basis_points', 'integer', (column) => column.notNull())
      .addColumn('net_cents', 'int8', (column) => column.notNull())
      .addColumn('vat_cents', 'int8', (column) => column.notNull())
      .addColumn('gross_cents', 'int8', (column) => column.notNull())
      .addColumn('corrects', 'text')
      .addColumn('sha256', 'text', (column) => column.notNull())
      .execute(),
  createIndexes: async (db) => {
    const invoices = sql.table('invoices');
    await sql`create index if not exists invoices_by_year on ${invoices} (year, running)`.execute(db);
    await sql`create index if not exists invoices_by_kind on ${invoices} (year, kind, running)`.execute(db);
    await sql`create index if not exists invoices_by_day on ${invoices} (issued_on, year, running)`.execute(db);
  },
  apply: async (tx, events) => {
    const rows = events.flatMap((event) => {
      if (!isOf(InvoiceIssued, event)) return [];
      const { number, orderId, kind, issuedOn, vatTreatment, vatRateBasisPoints } = event.data;
      const { netCents, vatCents, grossCents, corrects, sha256 } = event.data;
      return {
        ...{ number, ...partsOf(number), order_id: orderId, kind, issued_on: issuedOn, corrects, sha256 },
        ...{ vat_treatment: vatTreatment, vat_rate_basis_points: vatRateBasisPoints },
        ...{ net_cents: netCents, vat_cents: vatCents, gross_cents: grossCents },
      };
    });
    await upsertRows(tx, 'invoices', rows, { key: 'number' });
  },
};

/** Year and place in its series: `2026-000123`. */
function partsOf(number: string) {
  const [year, running] = number.split('-').map(Number);
  return { year: year ?? 0, running: running ?? 0 };
}

export type InvoiceRow = {
  readonly number: string;
  readonly orderId: string;
  readonly kind: InvoiceKind;
  readonly issuedOn: string;
  readonly vatTreatment: VatTreatment;
  readonly vatRateBasisPoints: number;
  readonly netCents: number;
  readonly vatCents: number;
  readonly grossCents: number;
  readonly corrects: string | null;
  readonly sha256: string;
};

type Listing = {
  readonly year: number;
  /** Null = every kind. */
  readonly kind: InvoiceKind | null;
  /** Only those with a lower running number; null = from the newest on. */
  readonly before: number | null;
  readonly limit: number;
};

/** Documents of a year, the newest first; `next` is the running number after which the next page begins. */
export async function listInvoices(db: Db, { year, kind, before, limit }: Listing): Promise<Page<InvoiceRow, number>> {
  const { rows } = await sql<Row>`
    select * from invoices.invoices
    where year = ${year}
      ${kind === null ? sql`` : sql`and kind = ${kind}`}
      ${before === null ? sql`` : sql`and running < ${before}`}
    order by running desc limit ${limit + 1}`.execute(db);
  const { items, next } = pageFrom(rows, limit, ({ running }) => running);
  return { items: items.map(rowOf), next };
}

/** Sums of a year, by kind; and the years that have documents, the newest first. */
export async function invoiceSums(db: Db, year: number) {
  const sums = await sql<{ kind: InvoiceKind; count: bigint; net: bigint; vat: bigint; gross: bigint }>`
    select kind, count(*) as count, sum(net_cents)::int8 as net, sum(vat_cents)::int8 as vat, sum(gross_cents)::int8 as gross
    from invoices.invoices where year = ${year} group by kind order by kind`.execute(db);
  // One step of the index a year, instead of all of it.
  const years = await sql<{ year: number }>`
    with recursive years as (
      (select year from invoices.invoices order by year desc limit 1)
      union all
      select (select year from invoices.invoices where year < years.year order by year desc limit 1)
      from years where years.year is not null)
    select year from years where year is not null`.execute(db);
  return {
    years: years.rows.map((row) => row.year),
    kinds: sums.rows.map(({ kind, count, net, vat, gross }) => ({
      ...{ kind, count: Number(count) },
      ...{ netCents: Number(net), vatCents: Number(vat), grossCents: Number(gross) },
    })),
  };
}

/** Documents of a range of days that are of any amount; not counted further than `atMost`. */
export async function countInvoices(
  db: Db,
  { from, to }: { readonly from: string; readonly to: string },
  atMost: number,
): Promise<number> {
  const { rows } = await sql<{ readonly count: bigint }>`
    select count(*) as count from (
      select from invoices.invoices
      where issued_on >= ${from} and issued_on <= ${to} and gross_cents > 0
      limit ${atMost}) as counted`.execute(db);
  return Number(rows[0]?.count ?? 0);
}

const pageSize = 1_000;

/** Every document of a range of days, in the order of the days and their numbers, read page by page. */
export async function* invoicesBetween(
  db: Db,
  { from, to }: { readonly from: string; readonly to: string },
): AsyncGenerator<readonly InvoiceRow[], void, undefined> {
  for (let after: readonly [string, number, number] = [from, -1, -1]; ;) {
    const [day, year, running] = after;
    const { rows } = await sql<Row>`
      select * from invoices.invoices
      where (issued_on, year, running) > (${day}, ${year}, ${running}) and issued_on <= ${to}
      order by issued_on, year, running limit ${pageSize}`.execute(db);
    if (rows.length > 0) yield rows.map(rowOf);
    const last = rows.at(-1);
    if (last === undefined || rows.length < pageSize) return;
    after = [last.issued_on, last.year, last.running];
  }
}

type Row = {
  readonly number: string;
  readonly year: number;
  readonly running: number;
  readonly order_id: string;
  readonly kind: InvoiceKind;
  readonly issued_on: string;
  readonly vat_treatment: VatTreatment;
  readonly vat_rate_basis_points: number;
  readonly net_cents: bigint;
  readonly vat_cents: bigint;
  readonly gross_cents: bigint;
  readonly corrects: string | null;
  readonly sha256: string;
};

function rowOf(row: Row): InvoiceRow {
  return {
    ...{ number: row.number, orderId: row.order_id, kind: row.kind, issuedOn: row.issued_on },
    ...{ vatTreatment: row.vat_treatment, vatRateBasisPoints: row.vat_rate_basis_points },
    ...{ netCents: Number(row.net_cents), vatCents: Number(row.vat_cents), grossCents: Number(row.gross_cents) },
    ...{ corrects: row.corrects, sha256: row.sha256 },
  };
}
