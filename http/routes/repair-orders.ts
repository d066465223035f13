import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { proposeCategory } from '../../commands/repair/category.js';
import { discardDraft, type RepairFiles } from '../../commands/repair/attachments.js';
import type { RepairDeps } from '../../commands/repair/ports.js';
import {
  deviceEvidenceFor,
  newMessageId,
  newRepairOrderId,
  saveRepairDraft,
  sendRepairRequest,
} from '../../commands/repair/repair-orders.js';
import { RepairOrderId, type AccountId } from '../../domain/kernel/ids.js';
import type { RepairPage, RepairSummary } from '../../projections/repair-orders.js';
import { commandContext, requireCaller } from '../caller.js';
import { cursorKeys, cursorText, momentKey, uuidKey } from '../cursor.js';
import { Problem } from '../schemas/common.js';
import {
  CategoryProposal,
  CategoryQuery,
  RepairDevice,
  RepairDeviceQuery,
  RepairMessageBody,
  RepairMessages,
  RepairOrder,
  RepairOrders,
  RepairOrdersQuery,
  RepairRequestBody,
} from '../schemas/repairs.js';
import { ownRepairs, repairProblem } from './own-repairs.js';
import { listedRepair, messageAnswers, repairAnswer, repairDeviceAnswer } from './repair-answers.js';

type RepairRoutesDeps = RepairDeps & {
  readonly repairFiles: RepairFiles;
  readonly repairOrdersOf: (
    accountId: AccountId,
    page: { readonly after: readonly [string, string] | null; readonly limit: number },
  ) => Promise<RepairPage>;
  readonly openRepairsOf: (accountId: AccountId, serialNumber: string) => Promise<readonly RepairSummary[]>;
  /** Bounded: an answer never hangs on a read model. */
  readonly waitFor: (position: bigint) => Promise<unknown>;
};

const tags = ['Repairs'];
const url = '/api/v1/repair-orders';
const params = z.object({ id: RepairOrderId });

/** Repairs of the customer's devices (H1, H3): drafts, requests, and what is written about them. */
export function repairOrderRoutes(deps: RepairRoutesDeps): FastifyPluginAsyncZod {
  const { now, ownRepair, answered, wished } = ownRepairs(deps);

  return async (app) => {
    app.get(
      url,
      {
        config: { access: 'repairs:follow' },
        schema: {
          ...{ tags, summary: 'Own repair orders and drafts, the newest first' },
          querystring: RepairOrdersQuery,
          response: { 200: RepairOrders },
        },
      },
      async (request) => {
        const { cursor, limit } = request.query;
        const { accountId } = requireCaller(request);
        const after = cursorKeys(cursor, momentKey, uuidKey);
        const { items, next } = await deps.repairOrdersOf(accountId, { after, limit });
        return { items: items.map(listedRepair), next: cursorText(next) };
      },
    );

    app.post(
      url,
      {
        config: { access: 'repairs:order' },
        schema: {
          ...{ tags, summary: 'Begin a draft of a repair request', body: RepairRequestBody },
          response: { 201: RepairOrder },
        },
      },
      async (request, reply) => {
        const { accountId } = requireCaller(request);
        const context = commandContext(request);
        const repairOrderId = newRepairOrderId(accountId, context);
        const saved = await saveRepairDraft(deps, { repairOrderId, accountId, request: request.body }, context);
        const answer = await answered(saved, reply);
        return reply.code(201).header('location', `${url}/${answer.id}`).send(answer);
      },
    );

    app.get(
      '/api/v1/repair-category',
      {
        config: { access: 'repairs:order' },
        schema: {
          ...{
            tags,
            summary: 'The category that the portal proposes for a device, and why; null where it cannot know',
          },
          querystring: CategoryQuery,
          response: { 200: CategoryProposal },
        },
      },
      async ({ query: { serialNumber, type = null, deliveredOn = null } }) =>
        proposeCategory(deps, { serialNumber, type, deliveredOn }),
    );

    app.get(
      '/api/v1/repair-device',
      {
        config: { access: 'repairs:order' },
        schema: {
          ...{ tags, summary: 'What a request about a device would find: own open repairs, and what would go along' },
          querystring: RepairDeviceQuery,
          response: { 200: RepairDevice },
        },
      },
      async (request, reply) => {
        const { accountId } = requireCaller(request);
        const { serialNumber } = request.query;
        const [openRepairs, evidence] = await Promise.all([
          deps.openRepairsOf(accountId, serialNumber),
          deviceEvidenceFor(deps, serialNumber, accountId),
        ]);
        return reply
          .header('cache-control', 'no-store')
          .send(repairDeviceAnswer(openRepairs, evidence, request.language));
      },
    );

    app.get(
      `${url}/:id`,
      {
        config: { access: 'repairs:follow' },
        schema: {
          tags,
          summary: 'A repair order with all its steps',
          params,
          response: { 200: RepairOrder },
        },
      },
      async (request, reply) => {
        const { id } = request.params;
        const repair = await ownRepair(id, requireCaller(request).accountId);
        return reply.header('cache-control', 'no-store').send(repairAnswer(repair, now()));
      },
    );

    app.put(
      `${url}/:id`,
      {
        config: { access: 'repairs:order' },
        schema: {
          ...{ tags, summary: 'Replace what a draft says', params, body: RepairRequestBody },
          response: { 200: RepairOrder, 409: Problem },
        },
      },
      async (request, reply) => {
        const { accountId } = requireCaller(request);
        const repairOrderId = request.params.id;
        await ownRepair(repairOrderId, accountId);
        const wish = { repairOrderId, accountId, request: request.body };
        return answered(await saveRepairDraft(deps, wish, commandContext(request)), reply);
      },
    );

    app.delete(
      `${url}/:id`,
      {
        config: { access: 'repairs:follow' },
        schema: { tags, summary: 'Throw a draft away', params, response: { 204: z.null(), 409: Problem } },
      },
      async (request, reply) => {
        const by = { kind: 'customer', accountId: requireCaller(request).accountId } as const;
        const handled = await discardDraft(deps, request.params.id, by, commandContext(request));
        if (!handled.ok) throw repairProblem(handled.rejection);
        if (handled.position !== null) await deps.waitFor(handled.position);
        return reply.code(204).send(null);
      },
    );

    app.post(
      `${url}/:id/request`,
      {
        config: { access: 'repairs:order' },
        schema: {
          ...{ tags, summary: 'Send the request; what the portal knows of the device goes along', params },
          response: { 200: RepairOrder, 409: Problem, 422: Problem },
        },
      },
      async (request, reply) => {
        const { accountId } = requireCaller(request);
        return answered(await sendRepairRequest(deps, request.params.id, accountId, commandContext(request)), reply);
      },
    );

    app.post(
      `${url}/:id/withdrawal`,
      {
        config: { access: 'repairs:follow' },
        schema: {
          ...{ tags, summary: 'Take a request back, while no offer was accepted', params },
          response: { 200: RepairOrder, 409: Problem },
        },
      },
      async (request, reply) => answered(await wished(request, request.params.id, { type: 'WithdrawRepair' }), reply),
    );

    app.get(
      `${url}/:id/messages`,
      {
        config: { access: 'repairs:follow' },
        schema: {
          ...{ tags, summary: 'What customer and office wrote to each other', params },
          response: { 200: RepairMessages },
        },
      },
      async (request, reply) => {
        const repair = await ownRepair(request.params.id, requireCaller(request).accountId);
        return reply.header('cache-control', 'no-store').send({ items: messageAnswers(repair), next: null });
      },
    );

    app.post(
      `${url}/:id/messages`,
      {
        config: { access: 'repairs:follow' },
        schema: {
          ...{ tags, summary: 'Write to the office', params, body: RepairMessageBody },
          response: { 201: RepairOrder, 409: Problem },
        },
      },
      async (request, reply) => {
        const { id } = request.params;
        const messageId = newMessageId(id, commandContext(request));
        const { text } = request.body;
        const handled = await wished(request, id, { type: 'WriteRepairMessage', messageId, text });
        return reply.code(201).send(await answered(handled, reply));
      },
    );
  };
}
