import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { InvoiceDesk } from '../../commands/order/invoice-desk.js';
import { isErased } from '../../domain/kernel/event.js';
import type { AccountId } from '../../domain/kernel/ids.js';
import { InvoiceNumber } from '../../domain/order/invoice.js';
import type { Order } from '../../domain/order/order.js';
import { requireCaller } from '../caller.js';
import { ProblemError } from '../problem.js';
import { Problem } from '../schemas/common.js';
import { Invoice } from '../schemas/licences.js';
import { money } from './licence-answers.js';
import { isWithinToken } from './orders.js';

export type InvoiceRoutesDeps = {
  readonly ordersOf: (accountId: AccountId) => Promise<readonly Order[]>;
  readonly findOrderOfInvoice: (number: string) => Promise<Order | null>;
  readonly desk: Pick<InvoiceDesk, 'file'>;
};

const tags = ['Orders'];

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
          response: { 200: z.object({ items: z.array(Invoice), next: z.null() }), 401: Problem },
        },
      },
      async (request) => {
        const caller = requireCaller(request);
        const orders = (await deps.ordersOf(caller.accountId)).filter((order) => isWithinToken(order, caller));
        const items = orders.flatMap(({ invoices, placed }) =>
          invoices.map(({ number, kind, issuedOn, netCents, vatCents, grossCents, corrects, sha256 }) => ({
            ...{ number, kind, issuedOn, corrects, sha256, orderId: placed.orderId },
            plantIds: placed.items.map((item) => item.plantId),
            net: money(netCents),
            vat: money(vatCents),
            gross: money(grossCents),
          })),
        );
        return { items: items.toSorted((a, b) => (a.number < b.number ? 1 : -1)), next: null };
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
          response: { 200: z.unknown().meta({ type: 'string', format: 'binary' }), 401: Problem, 404: Problem },
        },
      },
      async (request, reply) => {
        const caller = requireCaller(request);
        const { number } = request.params;
        const order = await deps.findOrderOfInvoice(number);
        const invoice = order?.invoices.find((one) => one.number === number);
        const isTheirs = order?.placed.accountId === caller.accountId && isWithinToken(order, caller);
        if (!isTheirs || invoice === undefined || isErased(invoice.facts)) throw new ProblemError('order.not-found');
        const { pdf, fileName } = await deps.desk.file(invoice.facts);
        return reply
          .type('application/pdf')
          .header('content-disposition', `attachment; filename="${fileName}"`)
          .header('cache-control', 'private, no-cache')
          .send(pdf);
      },
    );
  };
}
