import type { FastifyReply, FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { attachFile, removeFile, type RepairFiles } from '../../commands/repair/attachments.js';
import { loadRepair } from '../../commands/repair/repair-orders.js';
import type { Clock, EventLog } from '../../commands/ports.js';
import { RepairOrderId } from '../../domain/kernel/ids.js';
import { attachmentEndings, attachmentLimits, AttachmentType } from '../../domain/repair/attachments.js';
import { isOver, type RepairOrder as Repair } from '../../domain/repair/repair-order.js';
import { repairNumber, type RepairFile } from '../../domain/repair/state.js';
import { commandContext, requireCaller } from '../caller.js';
import { ProblemError } from '../problem.js';
import { fileOf, Problem } from '../schemas/common.js';
import { RepairAttachment, RepairAttachments } from '../schemas/repairs.js';
import { sendFile } from '../send-file.js';
import { takeUploads, uploadBody, uploadedFile } from '../uploaded-file.js';
import { attachmentAnswer } from './repair-answers.js';
import { isOf, repairProblem } from './own-repairs.js';

type AttachmentDeps = { readonly log: EventLog; readonly clock: Clock; readonly repairFiles: RepairFiles };

const own = '/api/v1/repair-orders/:id/attachments';
const office = '/api/v1/office/repair-orders/:id/attachments';
const params = z.object({ id: RepairOrderId });
const fileParams = z.object({ id: RepairOrderId, fileId: z.uuid() });
/** Of one caller: a request has twenty files at most, and somebody may have many to send. */
const uploads = { rateLimit: { max: 60, timeWindow: 10 * 60_000 } };
const upload = {
  consumes: ['multipart/form-data'],
  body: uploadBody,
  response: { 201: RepairAttachment, 409: Problem, 413: Problem, 422: Problem, 429: Problem },
};
const bodyLimit = attachmentLimits.bytes + 64 * 1024;
const download = { response: { 200: fileOf(AttachmentType.options) } };

/** Photos and PDFs of a repair (H1, H3), of both sides. */
export function repairAttachmentRoutes(deps: AttachmentDeps): FastifyPluginAsyncZod {
  async function ownRepair(request: FastifyRequest, id: RepairOrderId): Promise<Repair> {
    const repair = await loadRepair(deps.log, id);
    if (!isOf(repair, requireCaller(request).accountId)) throw new ProblemError('repair.not-found');
    return repair;
  }

  async function sentRepair(id: RepairOrderId): Promise<Repair> {
    const repair = await loadRepair(deps.log, id);
    if (repair.status === 'none' || repair.sent === null) throw new ProblemError('repair.not-found');
    return repair;
  }

  async function attached(request: FastifyRequest, repair: Repair, kind: 'customer' | 'office') {
    // Nobody sends ten megabytes in vain.
    if (isOver(repair)) throw repairProblem({ code: 'repair.wrong-state' });
    if (repair.files.length >= attachmentLimits.files) throw repairProblem({ code: 'repair.too-many-files' });
    const file = await uploadedFile(request, { missing: 'repair.file-missing', tooLarge: 'repair.file-too-large' });
    const by = { kind, accountId: requireCaller(request).accountId };
    const name = file.name.trim().slice(0, 200) || 'file';
    const wish = { ...file, name };
    const handled = await attachFile(deps, repair.repairOrderId, by, wish, commandContext(request));
    if (!handled.ok) throw repairProblem(handled.rejection);
    const stored = handled.state.status === 'none' ? undefined : fileOfRepair(handled.state, handled.fileId);
    if (stored === undefined) throw new ProblemError('repair.file-not-found');
    return attachmentAnswer(stored);
  }

  async function sent(reply: FastifyReply, repair: Repair, fileId: string) {
    const file = fileOfRepair(repair, fileId);
    const content = file === undefined ? null : await deps.repairFiles.read(fileId);
    if (file === undefined || content === null) throw new ProblemError('repair.file-not-found');
    const place = repair.files.indexOf(file) + 1;
    const name = `${repairNumber(repair.repairOrderId)}-${place}.${attachmentEndings[file.mediaType]}`;
    // Whatever hides in it: it is saved and not shown, is what it says, and runs nothing.
    reply.header('content-security-policy', "default-src 'none'; sandbox").header('x-content-type-options', 'nosniff');
    return sendFile(reply, { type: file.mediaType, name, content });
  }

  return async (app) => {
    await takeUploads(app, attachmentLimits.bytes);

    app.get(
      own,
      {
        config: { access: 'repairs:follow' },
        schema: {
          ...{ tags: ['Repairs'], summary: 'Photos and PDFs of a repair', params },
          response: { 200: RepairAttachments },
        },
      },
      async (request, reply) => {
        const repair = await ownRepair(request, request.params.id);
        return reply
          .header('cache-control', 'no-store')
          .send({ items: repair.files.map(attachmentAnswer), next: null });
      },
    );

    app.post(
      own,
      {
        config: { access: 'repairs:follow', ...uploads },
        bodyLimit,
        schema: { tags: ['Repairs'], summary: 'Attach a photo (JPEG, PNG, WebP) or a PDF', params, ...upload },
      },
      async (request, reply) =>
        reply.code(201).send(await attached(request, await ownRepair(request, request.params.id), 'customer')),
    );

    app.get(
      `${own}/:fileId`,
      {
        config: { access: 'repairs:follow' },
        schema: { tags: ['Repairs'], summary: 'The content of an attachment', params: fileParams, ...download },
      },
      async (request, reply) => sent(reply, await ownRepair(request, request.params.id), request.params.fileId),
    );

    app.delete(
      `${own}/:fileId`,
      {
        config: { access: 'repairs:follow' },
        schema: {
          ...{ tags: ['Repairs'], summary: 'Take a file out of a draft', params: fileParams },
          response: { 204: z.null(), 409: Problem },
        },
      },
      async (request, reply) => {
        const { id, fileId } = request.params;
        const by = { kind: 'customer', accountId: requireCaller(request).accountId } as const;
        const handled = await removeFile(deps, id, by, fileId, commandContext(request));
        if (!handled.ok) throw repairProblem(handled.rejection);
        return reply.code(204).send(null);
      },
    );

    app.post(
      office,
      {
        config: { access: 'repairs:handle', ...uploads },
        bodyLimit,
        schema: { tags: ['Office'], summary: 'Send the customer a photo or a PDF', params, ...upload },
      },
      async (request, reply) =>
        reply.code(201).send(await attached(request, await sentRepair(request.params.id), 'office')),
    );

    app.get(
      `${office}/:fileId`,
      {
        config: { access: 'repairs:read' },
        schema: { tags: ['Office'], summary: 'The content of an attachment', params: fileParams, ...download },
      },
      async (request, reply) => sent(reply, await sentRepair(request.params.id), request.params.fileId),
    );
  };
}

function fileOfRepair({ files }: Repair, fileId: string): RepairFile | undefined {
  return files.find((file) => file.fileId === fileId);
}
