import { fileTypes, sendFile } from '../send-file.js';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { datevBatch, maxBookings } from '../../adapters/accounting/datev.js';
import { signOf, type ExportedInvoice } from '../../adapters/accounting/exported-invoice.js';
import { invoiceCsv } from '../../adapters/accounting/invoice-csv.js';
import { exampleAccounting, fiscalYearOf, type Accounting } from '../../adapters/accounting/settings.js';
import type { NumberingCheck } from '../../adapters/order/invoice-numbers.js';
import type { InvoiceDesk } from '../../commands/order/invoice-desk.js';
import type { Clock } from '../../commands/ports.js';
import { isErased } from '../../domain/kernel/event.js';
import { InvoiceNumber, type InvoiceKind } from '../../domain/order/invoice.js';
import type { Order } from '../../domain/order/order.js';
import type { InvoiceRow } from '../../projections/invoices.js';
import { cursorKeys, cursorText } from '../cursor.js';
import { ProblemError } from '../problem.js';
import { fileOf, Problem } from '../schemas/common.js';
import { ExportQuery, InvoicesQuery, InvoiceYear, type OfficeInvoice, OfficeInvoices } from '../schemas/office-shop.js';
import { sendInvoice } from './invoices.js';
import { money } from './licence-answers.js';

type Sums = { readonly netCents: number; readonly vatCents: number; readonly grossCents: number };
type Range = { readonly from: string; readonly to: string };

type OfficeInvoicesDeps = {
  readonly clock: Clock;
  readonly accounting: Accounting;
  readonly desk: Pick<InvoiceDesk, 'file'>;
  readonly findOrderOfInvoice: (number: string) => Promise<Order | null>;
  /** The same documents, with whom they were made out to. */
  readonly withBuyers: (rows: readonly InvoiceRow[]) => Promise<readonly ExportedInvoice[]>;
  readonly listInvoices: (wish: {
    readonly year: number;
    readonly kind: InvoiceKind | null;
    readonly before: number | null;
    readonly limit: number;
  }) => Promise<{ readonly items: readonly InvoiceRow[]; readonly next: number | null }>;
  readonly invoiceSums: (year: number) => Promise<{
    readonly years: readonly number[];
    readonly kinds: readonly (Sums & { readonly kind: InvoiceKind; readonly count: number })[];
  }>;
  readonly checkNumbering: (year: number) => Promise<NumberingCheck>;
  /** Documents of any amount; not counted further than `atMost`. */
  readonly countInvoices: (range: Range, atMost: number) => Promise<number>;
  readonly invoicesBetween: (range: Range) => AsyncIterable<readonly InvoiceRow[]>;
};

const tags = ['Office'];

/** The back office: every document of the consecutive series, and what accounting takes over of them. */
export function officeInvoiceRoutes(deps: OfficeInvoicesDeps): FastifyPluginAsyncZod {
  async function* exported(range: Range): AsyncGenerator<readonly ExportedInvoice[], void, undefined> {
    for await (const page of deps.invoicesBetween(range)) yield await deps.withBuyers(page);
  }

  return async (app) => {
    app.get(
      '/api/v1/office/invoices',
      {
        config: { access: 'orders:audit' },
        schema: {
          tags,
          summary: 'Documents of a year, the newest first',
          querystring: InvoicesQuery,
          response: { 200: OfficeInvoices },
        },
      },
      async (request, reply) => {
        const { year, kind = null, cursor, limit } = request.query;
        const [before = null] = cursorKeys(cursor, /^\d{1,9}$/) ?? [];
        const wish = { year, kind, before: before === null ? null : Number(before), limit };
        const { items, next } = await deps.listInvoices(wish);
        const shown = await deps.withBuyers(items);
        return reply
          .header('cache-control', 'no-store')
          .send({ items: shown.map(invoiceAnswer), next: next === null ? null : cursorText([String(next)]) });
      },
    );

    app.get(
      '/api/v1/office/invoices/years/:year',
      {
        config: { access: 'orders:audit' },
        schema: {
          tags,
          summary: 'Sums of a year, and whether its numbers follow each other without a gap',
          params: z.object({ year: InvoicesQuery.shape.year }),
          response: { 200: InvoiceYear },
        },
      },
      async (request, reply) => {
        const { year } = request.params;
        const [{ years, kinds }, numbering] = await Promise.all([deps.invoiceSums(year), deps.checkNumbering(year)]);
        const sumOf = (part: keyof Sums) => money(kinds.reduce((sum, one) => sum + signOf(one) * one[part], 0));
        return reply.header('cache-control', 'no-store').send({
          year,
          years: [...years],
          kinds: kinds.map(({ kind, count, ...sums }) => ({
            ...{ kind, count, net: money(sums.netCents), vat: money(sums.vatCents), gross: money(sums.grossCents) },
          })),
          total: { net: sumOf('netCents'), vat: sumOf('vatCents'), gross: sumOf('grossCents') },
          numbering: {
            ...numbering,
            missing: [...numbering.missing],
            withoutDocument: [...numbering.withoutDocument],
          },
          isAccountingExample: deps.accounting === exampleAccounting,
        });
      },
    );

    app.get(
      '/api/v1/office/invoices/export',
      {
        config: { access: 'orders:audit' },
        schema: {
          tags,
          summary: 'Documents of a range of days for accounting: CSV, or a batch of bookings in the DATEV format',
          querystring: ExportQuery,
          response: { 200: fileOf(['text/csv']), 422: Problem },
        },
      },
      async (request, reply) => {
        const { format, from, to } = request.query;
        const range = { from, to };
        if (to < from) throw new ProblemError('accounting.range-reversed');
        const { accounting } = deps;
        const isDatev = format === 'datev';
        if (isDatev && fiscalYearOf(accounting, range) === null) throw new ProblemError('accounting.two-years');
        if (isDatev && (await deps.countInvoices(range, maxBookings + 1)) > maxBookings) {
          throw new ProblemError('accounting.too-many-bookings');
        }
        const pages = exported(range);
        const now = deps.clock.now();
        const content = isDatev ? datevBatch(pages, { accounting, range, now }) : invoiceCsv(pages);
        const name = isDatev ? `EXTF_Buchungsstapel_${from}_${to}.csv` : `invoices-${from}-${to}.csv`;
        const type = isDatev ? 'text/csv; charset=windows-1252' : fileTypes.csv;
        return sendFile(reply, { type, name, content });
      },
    );

    app.get(
      '/api/v1/office/invoices/:number.pdf',
      {
        config: { access: 'orders:audit' },
        schema: {
          tags,
          summary: 'A document as PDF file with the structured invoice (ZUGFeRD) in it',
          params: z.object({ number: InvoiceNumber }),
          response: { 200: fileOf(['application/pdf']), 410: Problem },
        },
      },
      async (request, reply) => {
        const { number } = request.params;
        const order = await deps.findOrderOfInvoice(number);
        const invoice = order?.invoices.find((one) => one.number === number);
        if (invoice === undefined) throw new ProblemError('invoice.not-found');
        if (isErased(invoice.facts)) throw new ProblemError('invoice.forgotten');
        return sendInvoice(reply, await deps.desk.file(invoice.facts));
      },
    );
  };
}

function invoiceAnswer(invoice: ExportedInvoice): z.infer<typeof OfficeInvoice> {
  const { number, kind, issuedOn, orderId, corrects, sha256, vatTreatment, vatRateBasisPoints, buyer } = invoice;
  return {
    ...{ number, kind, issuedOn, orderId, corrects, sha256, vatTreatment },
    vatRatePercent: vatRateBasisPoints / 100,
    customer: buyer?.name ?? null,
    net: money(invoice.netCents),
    vat: money(invoice.vatCents),
    gross: money(invoice.grossCents),
  };
}
