import type { FastifyReply, FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { proposeCategory } from '../../commands/repair/category.js';
import { discardDraft, type RepairFiles } from '../../commands/repair/attachments.js';
import type { RepairDeps } from '../../commands/repair/ports.js';
import {
  commandRepair,
  loadRepair,
  newMessageId,
  newRepairOrderId,
  saveRepairDraft,
  sendRepairRequest,
  type RepairWish,
} from '../../commands/repair/repair-orders.js';
import { RepairOrderId, type AccountId } from '../../domain/kernel/ids.js';
import type { RepairOrder as Repair, RepairState } from '../../domain/repair/repair-order.js';
import type { RepairPage } from '../../projections/repair-orders.js';
import { commandContext, requireCaller } from '../caller.js';
import { cursorKeys, cursorText, momentKey, uuidKey } from '../cursor.js';
import { ProblemError, rejectionProblem } from '../problem.js';
import { Problem } from '../schemas/common.js';
import {
  CategoryProposal,
  CategoryQuery,
  OfferAcceptanceBody,
  OfferRefusalBody,
  RepairMessageBody,
  RepairMessages,
  RepairOrder,
  RepairOrders,
  RepairOrdersQuery,
  RepairRequestBody,
} from '../schemas/repairs.js';
import { tag } from './plants.js';
import { listedRepair, messageAnswers, repairAnswer } from './repair-answers.js';

type RepairRoutesDeps = RepairDeps & {
  readonly repairFiles: RepairFiles;
  readonly repairOrdersOf: (
    accountId: AccountId,
    page: { readonly after: readonly [string, string] | null; readonly limit: number },
  ) => Promise<RepairPage>;
  /** Bounded: an answer never hangs on a read model. */
  readonly waitFor: (position: bigint) => Promise<unknown>;
};

const tags = ['Repairs'];
const url = '/api/v1/repair-orders';
const params = z.object({ id: RepairOrderId });
const problems = { 401: Problem, 404: Problem, 409: Problem, 422: Problem };

/** Repairs of the customer's devices (H1 to H3): drafts, requests, and all that follows. */
export function repairOrderRoutes(deps: RepairRoutesDeps): FastifyPluginAsyncZod {
  const now = () => deps.clock.now().toString();

  async function ownRepair(id: RepairOrderId, accountId: AccountId): Promise<Repair> {
    const repair = await loadRepair(deps.log, id);
    if (!isOf(repair, accountId)) throw new ProblemError('repair.not-found');
    return repair;
  }

  /** The answer to a wish of the customer: the repair order as it is now. */
  async function answered(handled: Awaited<ReturnType<typeof saveRepairDraft>>, reply: FastifyReply) {
    if (!handled.ok) throw repairProblem(handled.rejection);
    if (handled.position !== null) await deps.waitFor(handled.position);
    if (handled.state.status === 'none') throw new ProblemError('repair.not-found');
    tag(reply, handled.revision.toString());
    return repairAnswer(handled.state, now());
  }

  function wished(request: FastifyRequest, id: RepairOrderId, wish: RepairWish) {
    const by = { kind: 'customer', accountId: requireCaller(request).accountId } as const;
    return commandRepair(deps, id, by, wish, commandContext(request));
  }

  return async (app) => {
    app.get(
      url,
      {
        config: { access: 'repairs:follow' },
        schema: {
          ...{ tags, summary: 'Own repair orders and drafts, the newest first' },
          querystring: RepairOrdersQuery,
          response: { 200: RepairOrders, 401: Problem },
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
          response: { 201: RepairOrder, ...problems },
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
          ...{ tags, summary: 'The category that the portal proposes for a device; null where it cannot know' },
          querystring: CategoryQuery,
          response: { 200: CategoryProposal, 401: Problem },
        },
      },
      async ({ query: { serialNumber, type = null, deliveredOn = null } }) => ({
        category: await proposeCategory(deps, { serialNumber, type, deliveredOn }),
      }),
    );

    app.get(
      `${url}/:id`,
      {
        config: { access: 'repairs:follow' },
        schema: {
          tags,
          summary: 'A repair order with all its steps',
          params,
          response: { 200: RepairOrder, ...problems },
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
          response: { 200: RepairOrder, ...problems },
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
        schema: { tags, summary: 'Throw a draft away', params, response: { 204: z.null(), ...problems } },
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
          response: { 200: RepairOrder, ...problems },
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
          response: { 200: RepairOrder, ...problems },
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
          response: { 200: RepairMessages, ...problems },
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
          response: { 201: RepairOrder, ...problems },
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

    app.post(
      `${url}/:id/offer/acceptance`,
      {
        config: { access: 'repairs:follow' },
        schema: {
          ...{ tags, summary: 'Accept the offer, with obligation to pay', params, body: OfferAcceptanceBody },
          response: { 200: RepairOrder, ...problems },
        },
      },
      async (request, reply) => {
        const { offerNo } = request.body;
        return answered(await wished(request, request.params.id, { type: 'AcceptRepairOffer', offerNo }), reply);
      },
    );

    app.post(
      `${url}/:id/offer/refusal`,
      {
        config: { access: 'repairs:follow' },
        schema: {
          ...{ tags, summary: 'Decline the offer', params, body: OfferRefusalBody },
          response: { 200: RepairOrder, ...problems },
        },
      },
      async (request, reply) => {
        const wish = { type: 'RefuseRepairOffer', ...request.body } as const;
        return answered(await wished(request, request.params.id, wish), reply);
      },
    );

    app.post(
      `${url}/:id/dispatch`,
      {
        config: { access: 'repairs:follow' },
        schema: {
          ...{ tags, summary: 'Say that the device is on its way', params },
          response: { 200: RepairOrder, ...problems },
        },
      },
      async (request, reply) => answered(await wished(request, request.params.id, { type: 'NoteDispatch' }), reply),
    );
  };
}

/** Whether it is there for this customer. */
export function isOf(repair: RepairState, accountId: AccountId): repair is Repair {
  return repair.status !== 'none' && repair.status !== 'discarded' && repair.accountId === accountId;
}

/** The problem of a rejection, with the fields of the form that are still open, or the line of the offer that is wrong. */
export function repairProblem(rejection: { readonly code: string }): ProblemError {
  if ('pointers' in rejection) {
    const pointers = rejection.pointers as readonly string[];
    return new ProblemError(rejection.code, {
      errors: pointers.map((pointer) => ({ pointer, code: 'repair.field-missing' })),
    });
  }
  if ('index' in rejection) {
    const pointer = `/positions/${String(rejection.index)}`;
    return new ProblemError(rejection.code, { errors: [{ pointer, code: rejection.code }] });
  }
  return rejectionProblem(rejection);
}
