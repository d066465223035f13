import type { FastifyReply, FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { loadAccount } from '../../commands/account/load-account.js';
import type { InvoiceDesk } from '../../commands/order/invoice-desk.js';
import { offerRepair } from '../../commands/repair/offer-repair.js';
import type { RepairDeps } from '../../commands/repair/ports.js';
import { commandRepair, loadRepair, newMessageId, type RepairWish } from '../../commands/repair/repair-orders.js';
import { billRepair, noteRepairTransfer, settleWithdrawal } from '../../commands/repair/settle-repair.js';
import { rolesFor, type OperatorRole } from '../../domain/account/access.js';
import { AccountId, RepairOrderId } from '../../domain/kernel/ids.js';
import { legalDay } from '../../domain/licence/calendar.js';
import type { RepairOrder as Repair } from '../../domain/repair/repair-order.js';
import type { OperatorView } from '../../projections/account-view.js';
import type { RepairPage, RepairQueueWish } from '../../projections/repair-orders.js';
import { commandContext, requireCaller } from '../caller.js';
import { cursorKeys, cursorText, uuidKey } from '../cursor.js';
import { ProblemError } from '../problem.js';
import { Problem, type Language } from '../schemas/common.js';
import {
  Advocates,
  DeclineBody,
  OfferBody,
  OfficeRepairOrder,
  OfficeRepairOrders,
  OfficeRepairOrdersQuery,
  RepairAssignmentBody,
  RepairMessageBody,
  RepairPaymentBody,
  RepairWithdrawalBody,
  SendBackBody,
} from '../schemas/repairs.js';
import { tag } from './plants.js';
import { namesInQueue, officeRepairAnswer, queuedRepair } from './repair-answers.js';
import { repairProblem } from './own-repairs.js';

type OfficeRepairsDeps = RepairDeps & {
  readonly desk: InvoiceDesk;
  readonly repairQueue: (wish: RepairQueueWish) => Promise<RepairPage>;
  readonly userNamesOf: (accountIds: readonly string[]) => Promise<ReadonlyMap<string, string>>;
  readonly listOperators: () => Promise<readonly OperatorView[]>;
  /** Bounded: an answer never hangs on a read model. */
  readonly waitFor: (position: bigint) => Promise<unknown>;
};

const tags = ['Office'];
const url = '/api/v1/office/repair-orders';
const params = z.object({ id: RepairOrderId });
/** What most steps answer: the repair, or that it is not the time for them. */
const response = { 200: OfficeRepairOrder, 409: Problem };
const dayKey = /^\d{4}-\d\d-\d\d$/;

/** The back office: repairs, from the request to the end (H3, H4, H6). */
export function officeRepairRoutes(deps: OfficeRepairsDeps): FastifyPluginAsyncZod {
  const now = () => deps.clock.now().toString();

  async function shown(repair: Repair, language: Language) {
    const { accountId, advocateId } = repair;
    const names = await deps.userNamesOf([accountId, ...(advocateId === null ? [] : [advocateId])]);
    const customer = await loadAccount(deps.log, accountId);
    const customerLanguage = customer.status === 'active' ? customer.language : 'de';
    return officeRepairAnswer(repair, { now: now(), names, language, customerLanguage });
  }

  async function answered(
    handled: Awaited<ReturnType<typeof offerRepair>>,
    request: FastifyRequest,
    reply: FastifyReply,
  ) {
    if (!handled.ok) throw repairProblem(handled.rejection);
    if (handled.position !== null) await deps.waitFor(handled.position);
    if (handled.state.status === 'none') throw new ProblemError('repair.not-found');
    tag(reply, handled.revision.toString());
    return shown(handled.state, request.language);
  }

  async function done(request: FastifyRequest, reply: FastifyReply, id: RepairOrderId, wish: RepairWish) {
    const by = { kind: 'office', accountId: requireCaller(request).accountId } as const;
    return answered(await commandRepair(deps, id, by, wish, commandContext(request)), request, reply);
  }

  return async (app) => {
    app.get(
      url,
      {
        config: { access: 'repairs:read' },
        schema: {
          ...{ tags, summary: 'The queue of repairs, the most urgent first; or those that are over, the latest first' },
          querystring: OfficeRepairOrdersQuery,
          response: { 200: OfficeRepairOrders },
        },
      },
      async (request, reply) => {
        const { state, serialNumber = null, advocate = null, cursor, limit } = request.query;
        const after = cursorKeys(cursor, dayKey, uuidKey);
        const page = await deps.repairQueue({ stage: state, serialNumber, advocate, after, limit });
        const names = await deps.userNamesOf(namesInQueue(page.items));
        const items = page.items.map((one) => queuedRepair(one, { names, today: legalDay(now()) }));
        return reply.header('cache-control', 'no-store').send({ items, next: cursorText(page.next) });
      },
    );

    app.get(
      `${url}/:id`,
      {
        config: { access: 'repairs:read' },
        schema: {
          tags,
          summary: 'A repair with what the portal knew of its device',
          params,
          response: { 200: OfficeRepairOrder },
        },
      },
      async (request, reply) => {
        const repair = await loadRepair(deps.log, request.params.id);
        if (repair.status === 'none' || repair.sent === null) throw new ProblemError('repair.not-found');
        return reply.header('cache-control', 'no-store').send(await shown(repair, request.language));
      },
    );

    app.get(
      '/api/v1/office/advocates',
      {
        config: { access: 'repairs:read' },
        schema: { tags, summary: 'Who may take care of repairs', response: { 200: Advocates } },
      },
      async (_request, reply) => {
        const people = (await deps.listOperators()).filter(
          ({ isActive, roles }) => isActive && roles.some(({ role }) => handlesRepairs(role)),
        );
        const items = people.map(({ accountId, userName }) => ({ accountId, userName }));
        return reply.header('cache-control', 'no-store').send({ items, next: null });
      },
    );

    app.post(
      `${url}/:id/assignment`,
      {
        config: { access: 'repairs:handle' },
        schema: {
          tags,
          summary: 'Say who takes care of it, and by when',
          params,
          body: RepairAssignmentBody,
          response: { ...response, 422: Problem },
        },
      },
      async (request, reply) => {
        const { advocateId, dueOn } = request.body;
        const assignee = advocateId === null ? null : AccountId.parse(advocateId);
        if (assignee !== null && !(await isAdvocate(deps, assignee))) throw new ProblemError('repair.advocate-unknown');
        return done(request, reply, request.params.id, { type: 'AssignRepair', advocateId: assignee, dueOn });
      },
    );

    app.post(
      `${url}/:id/messages`,
      {
        config: { access: 'repairs:handle' },
        schema: {
          tags,
          summary: 'Write to the customer',
          params,
          body: RepairMessageBody,
          response: { 200: OfficeRepairOrder },
        },
      },
      async (request, reply) => {
        const { id } = request.params;
        const messageId = newMessageId(id, commandContext(request));
        return done(request, reply, id, { type: 'WriteRepairMessage', messageId, text: request.body.text });
      },
    );

    app.post(
      `${url}/:id/offer`,
      {
        config: { access: 'repairs:handle' },
        schema: {
          tags,
          summary: 'Make an offer; a later one replaces it',
          params,
          body: OfferBody,
          response: { ...response, 422: Problem },
        },
      },
      async (request, reply) => {
        const { accountId } = requireCaller(request);
        const context = commandContext(request);
        return answered(await offerRepair(deps, request.params.id, accountId, request.body, context), request, reply);
      },
    );

    app.post(
      `${url}/:id/declination`,
      {
        config: { access: 'repairs:handle' },
        schema: {
          tags,
          summary: 'Decline the repair, with a reason for the customer',
          params,
          body: DeclineBody,
          response,
        },
      },
      async (request, reply) =>
        done(request, reply, request.params.id, { type: 'DeclineRepair', reason: request.body.reason }),
    );

    app.post(
      `${url}/:id/dispatch`,
      {
        config: { access: 'repairs:handle' },
        schema: { tags, summary: 'Note that the device was fetched', params, response },
      },
      async (request, reply) => done(request, reply, request.params.id, { type: 'NoteDispatch' }),
    );

    app.post(
      `${url}/:id/arrival`,
      {
        config: { access: 'repairs:handle' },
        schema: { tags, summary: 'Note that the device is on the bench', params, response },
      },
      async (request, reply) => done(request, reply, request.params.id, { type: 'NoteArrival' }),
    );

    app.post(
      `${url}/:id/return`,
      {
        config: { access: 'repairs:handle' },
        schema: { tags, summary: 'Note that the device is on its way back', params, body: SendBackBody, response },
      },
      async (request, reply) => done(request, reply, request.params.id, { type: 'SendBack', ...request.body }),
    );

    app.post(
      `${url}/:id/invoice`,
      {
        config: { access: 'repairs:handle' },
        schema: { tags, summary: 'Issue the invoice of the agreed sum', params, response },
      },
      async (request, reply) => {
        const { accountId } = requireCaller(request);
        const billed = await billRepair(deps, request.params.id, accountId, commandContext(request));
        return answered(billed, request, reply);
      },
    );

    app.post(
      `${url}/:id/payment`,
      {
        config: { access: 'repairs:handle' },
        schema: {
          tags,
          summary: 'Note that the invoice was paid by transfer',
          params,
          body: RepairPaymentBody,
          response: { ...response, 422: Problem },
        },
      },
      async (request, reply) => {
        const { accountId } = requireCaller(request);
        const { paidOn } = request.body;
        const noted = await noteRepairTransfer(deps, request.params.id, accountId, paidOn, commandContext(request));
        return answered(noted, request, reply);
      },
    );

    app.post(
      `${url}/:id/withdrawal`,
      {
        config: { access: 'repairs:handle' },
        schema: {
          tags,
          summary: 'Settle the withdrawal of a consumer from a repair whose work has begun',
          params,
          body: RepairWithdrawalBody,
          response: { ...response, 422: Problem },
        },
      },
      async (request, reply) => {
        const { accountId } = requireCaller(request);
        const { id } = request.params;
        return answered(
          await settleWithdrawal(deps, id, accountId, request.body, commandContext(request)),
          request,
          reply,
        );
      },
    );

    app.post(
      `${url}/:id/closing`,
      {
        config: { access: 'repairs:handle' },
        schema: { tags, summary: 'Close a repair whose device is back and paid for', params, response },
      },
      async (request, reply) => done(request, reply, request.params.id, { type: 'CloseRepair' }),
    );
  };
}

async function isAdvocate({ log }: Pick<RepairDeps, 'log'>, accountId: AccountId): Promise<boolean> {
  const account = await loadAccount(log, accountId);
  return account.status === 'active' && account.roles.some(handlesRepairs);
}

function handlesRepairs(role: OperatorRole): boolean {
  return rolesFor('repairs:handle').includes(role);
}
