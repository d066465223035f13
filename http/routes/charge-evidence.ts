import type { FastifyReply, FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { v7 as uuidV7 } from 'uuid';
import { z } from 'zod';
import type { ChargeFiles } from '../../commands/licence/charge-supplement.js';
import { inspectedFile } from '../../commands/repair/attachments.js';
import { OrderId } from '../../domain/kernel/ids.js';
import type { Order } from '../../domain/order/order.js';
import { attachmentLimits, AttachmentType } from '../../domain/repair/attachments.js';
import { requireCaller } from '../caller.js';
import { ProblemError } from '../problem.js';
import { fileOf, Problem } from '../schemas/common.js';
import { ChargeFile } from '../schemas/office-shop.js';
import { fileTypes, sendFile } from '../send-file.js';
import { takeUploads, uploadBody, uploadedFile } from '../uploaded-file.js';
import { isWithinToken } from './orders.js';

type EvidenceDeps = {
  readonly chargeFiles: ChargeFiles;
  readonly findOrder: (orderId: OrderId) => Promise<Order | null>;
  /** What was kept, on paper; null where nothing was. */
  readonly evidenceDocument: (
    order: Order,
    invoiceNumber: string,
  ) => Promise<{ readonly fileName: string; readonly pdf: Buffer } | null>;
  /** What the file that the office added is called beside it. */
  readonly evidenceFileName: (fileName: string, file: { readonly mediaType: AttachmentType }) => string;
};

const params = z.object({ id: OrderId });
const own = '/api/v1/orders/:id/evidence';
const office = '/api/v1/office/charges/:id/evidence';
const paper = { params, response: { 200: fileOf([fileTypes.pdf]), 404: Problem } };
const file = { params, response: { 200: fileOf(AttachmentType.options), 404: Problem } };

/** What shows a supplementary charge (F10): for whoever owes it, and for the office, which may add a photo or a PDF. */
export function chargeEvidenceRoutes(deps: EvidenceDeps): FastifyPluginAsyncZod {
  async function ownCharge(request: FastifyRequest, orderId: OrderId): Promise<Order> {
    const caller = requireCaller(request);
    const order = await deps.findOrder(orderId);
    if (order?.placed.accountId !== caller.accountId || !isWithinToken(order, caller)) {
      throw new ProblemError('order.not-found');
    }
    return order;
  }

  async function anyCharge(orderId: OrderId): Promise<Order> {
    const order = await deps.findOrder(orderId);
    if (order === null) throw new ProblemError('order.not-found');
    return order;
  }

  async function documentOf(order: Order) {
    const invoice = order.invoices.find(({ kind }) => kind === 'supplementary');
    const document = await deps.evidenceDocument(order, invoice?.number ?? order.placed.orderId);
    if (document === null) throw new ProblemError('repair.file-not-found');
    return document;
  }

  async function sendPaper(reply: FastifyReply, order: Order) {
    const { fileName: name, pdf: content } = await documentOf(order);
    return sendFile(reply, { type: fileTypes.pdf, name, content });
  }

  async function sendAdded(reply: FastifyReply, order: Order) {
    const added = order.supplement?.kept?.file ?? null;
    const content = added === null ? null : await deps.chargeFiles.read(order.placed.orderId, added.fileId);
    if (added === null || content === null) throw new ProblemError('repair.file-not-found');
    const { fileName } = await documentOf(order);
    const name = deps.evidenceFileName(fileName, added);
    // Whatever hides in it: it is saved and not shown, is what it says, and runs nothing.
    reply.header('content-security-policy', "default-src 'none'; sandbox").header('x-content-type-options', 'nosniff');
    return sendFile(reply, { type: added.mediaType, name, content });
  }

  return async (app) => {
    await takeUploads(app, attachmentLimits.bytes);

    app.post(
      '/api/v1/office/charge-files',
      {
        config: { access: 'orders:operate', rateLimit: { max: 60, timeWindow: 10 * 60_000 } },
        bodyLimit: attachmentLimits.bytes + 64 * 1024,
        schema: {
          tags: ['Office'],
          summary:
            'A photo (JPEG, PNG, WebP) or a PDF that shows the power for which is charged; named by the charge within a day',
          consumes: ['multipart/form-data'],
          body: uploadBody,
          response: { 201: ChargeFile, 413: Problem, 422: Problem, 429: Problem },
        },
      },
      async (request, reply) => {
        const { declaredType, content } = await uploadedFile(request, {
          missing: 'repair.file-missing',
          tooLarge: 'repair.file-too-large',
        });
        const inspected = inspectedFile({ declaredType, content });
        if (!inspected.ok) throw new ProblemError(inspected.rejection.code);
        const fileId = uuidV7();
        await deps.chargeFiles.keep({ fileId, ...inspected.file, content });
        const { mediaType, sizeBytes } = inspected.file;
        return reply.code(201).send({ id: fileId, mediaType, sizeBytes });
      },
    );

    app.get(
      `${own}.pdf`,
      {
        config: { access: 'orders:read', honoursTokenPlants: true },
        schema: { tags: ['Orders'], summary: 'What shows a supplementary charge, as PDF', ...paper },
      },
      async (request, reply) => sendPaper(reply, await ownCharge(request, request.params.id)),
    );

    app.get(
      `${own}/file`,
      {
        config: { access: 'orders:read', honoursTokenPlants: true },
        schema: { tags: ['Orders'], summary: 'The photo or PDF that the operator has added to it', ...file },
      },
      async (request, reply) => sendAdded(reply, await ownCharge(request, request.params.id)),
    );

    app.get(
      `${office}.pdf`,
      {
        config: { access: 'orders:audit' },
        schema: { tags: ['Office'], summary: 'What shows a supplementary charge, as PDF', ...paper },
      },
      async (request, reply) => sendPaper(reply, await anyCharge(request.params.id)),
    );

    app.get(
      `${office}/file`,
      {
        config: { access: 'orders:audit' },
        schema: { tags: ['Office'], summary: 'The photo or PDF that was added to it', ...file },
      },
      async (request, reply) => sendAdded(reply, await anyCharge(request.params.id)),
    );
  };
}
