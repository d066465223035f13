import { fileTypes, sendFile } from '../send-file.js';
import type { FastifyReply } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { InvoiceDesk, InvoiceFile } from '../../commands/order/invoice-desk.js';
import { isErased } from '../../domain/kernel/event.js';
import type { AccountId } from '../../domain/kernel/ids.js';
import { InvoiceNumber } from '../../domain/order/invoice.js';
import type { Order } from '../../domain/order/order.js';
import type { Page } from '../../projections/engine/page.js';
import type { OwnInvoice } from '../../projections/order-queries.js';
import { requireCaller } from '../caller.js';
import { cursorKeys, cursorText } from '../cursor.js';
import { ProblemError } from '../problem.js';
import { fileOf, pageOf, ShortPage } from '../schemas/common.js';
import { Invoice } from '../schemas/licences.js';
import { money } from './licence-answers.js';
import { isWithinToken } from './orders.js';

export type InvoiceRoutesDeps = {
  readonly invoicesPage: (
    accountId: AccountId,
    wish: { readonly after: string | null; readonly limit: number; readonly onlyPlants: readonly string[] | null },
  ) => Promise<Page<OwnInvoice, string>>;
  readonly findOrderOfInvoice: (number: string) => Promise<Order | null>;
  readonly desk: Pick<InvoiceDesk, 'file'>;
};

const tags = ['Orders'];
/** As `InvoiceNumber` has it. */
const invoiceNumberKey = /^\d{4}-\d{6,9}$/;

/** The documents of one's own orders. Those of somebody else do not exist. */
export function invoiceRoutes(deps: InvoiceRoutesDeps): FastifyPluginAsyncZod {
  return async (app) => {
    app.get(
      '/api/v1/invoices',
      {
        config: { access: 'orders:read', honoursTokenPlants: true },
        schema: {
          tags,
          summary: 'Invoices of the caller, the newest first',
          querystring: z.strictObject(ShortPage),
          response: { 200: pageOf(Invoice) },
        },
      },
      async (request) => {
        const { cursor, limit } = request.query;
        const caller = requireCaller(request);
        const [after = null] = cursorKeys(cursor, invoiceNumberKey) ?? [];
        const wish = { after, limit, onlyPlants: caller.plantIds };
        const { items, next } = await deps.invoicesPage(caller.accountId, wish);
        return { items: items.flatMap(invoiceAnswer), next: next === null ? null : cursorText([next]) };
      },
    );

    app.get(
      '/api/v1/invoices/:number.pdf',
      {
        config: { access: 'orders:read', honoursTokenPlants: true },
        schema: {
          tags,
          summary: 'A document as PDF file with the structured invoice (ZUGFeRD) in it',
          params: z.object({ number: InvoiceNumber }),
          response: { 200: fileOf([fileTypes.pdf]) },
        },
      },
      async (request, reply) => {
        const caller = requireCaller(request);
        const { number } = request.params;
        const order = await deps.findOrderOfInvoice(number);
        const invoice = order?.invoices.find((one) => one.number === number);
        const isTheirs = order?.placed.accountId === caller.accountId && isWithinToken(order, caller);
        if (!isTheirs || invoice === undefined || isErased(invoice.facts)) throw new ProblemError('order.not-found');
        return sendInvoice(reply, await deps.desk.file(invoice.facts));
      },
    );
  };
}

function invoiceAnswer({ number, order }: OwnInvoice): z.infer<typeof Invoice>[] {
  const { invoices, placed } = order;
  return invoices
    .filter((one) => one.number === number)
    .map(({ kind, issuedOn, netCents, vatCents, grossCents, corrects, sha256 }) => ({
      ...{ number, kind, issuedOn, corrects, sha256, orderId: placed.orderId },
      plantIds: placed.items.map((item) => item.plantId),
      net: money(netCents),
      vat: money(vatCents),
      gross: money(grossCents),
    }));
}

/** A document of an order, to be kept as a file. */
export function sendInvoice(reply: FastifyReply, { pdf, fileName }: InvoiceFile): FastifyReply {
  return sendFile(reply, { type: fileTypes.pdf, name: fileName, content: pdf, cacheControl: 'private, no-cache' });
}
