import type { NamedContracts } from '../../commands/order/declare.js';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { DeclarationDesk, OfficeDeclaration as Declared } from '../../adapters/order/declarations.js';
import { assignDeclaration } from '../../commands/order/assign-declaration.js';
import { decideDeclaration } from '../../commands/order/decide-declaration.js';
import type { Clock, EventLog } from '../../commands/ports.js';
import { isErased } from '../../domain/kernel/event.js';
import { plannedLastDay, plantsOf, type Order } from '../../domain/order/order.js';
import { commandContext, requireSession } from '../caller.js';
import { cursorKeys, cursorText, momentKey, uuidKey } from '../cursor.js';
import { ProblemError, rejectionProblem } from '../problem.js';
import { Problem, Uuid } from '../schemas/common.js';
import {
  AssignmentBody,
  DecisionBody,
  DeclarationsQuery,
  HandledBody,
  OfficeDeclaration,
  OfficeDeclarations,
} from '../schemas/office-shop.js';

type OfficeDeclarationsDeps = {
  readonly log: EventLog;
  readonly clock: Clock;
  readonly declarations: DeclarationDesk;
  readonly findOrderOfInvoice: (number: string) => Promise<Order | null>;
  readonly repairsNumbered: NamedContracts['repairsNumbered'];
  readonly ordersByIds: (orderIds: readonly string[]) => Promise<ReadonlyMap<string, Order>>;
  readonly userNamesOf: (accountIds: readonly string[]) => Promise<ReadonlyMap<string, string>>;
  /** Waits for what the policies make of a withdrawal; bounded. */
  readonly settled: () => Promise<unknown>;
};

const tags = ['Office'];
const DeclarationParams = z.object({ id: Uuid });

/** The back office: withdrawals and cancellations, to which contract they belong, and what was done about them. */
export function officeDeclarationRoutes(deps: OfficeDeclarationsDeps): FastifyPluginAsyncZod {
  async function answers(declared: readonly Declared[]): Promise<z.infer<typeof OfficeDeclaration>[]> {
    const orders = await deps.ordersByIds(declared.flatMap(({ orderId }) => orderId ?? []));
    const names = await deps.userNamesOf([...new Set(declared.flatMap(({ handledBy }) => handledBy ?? []))]);
    return declared.map(({ id, kind, receivedAt, name, contract, plant, email, ...rest }) => {
      const { reason, desiredEnd, orderId, handledAt, handledBy, note } = rest;
      return {
        ...{ id, kind, receivedAt, name, contract, plant, email, reason, desiredEnd, handledAt, note },
        order: orderId === null ? null : contractOf(orders.get(orderId)),
        handledBy: handledBy === null ? null : (names.get(handledBy) ?? handledBy),
      };
    });
  }

  async function answerOf(id: string): Promise<z.infer<typeof OfficeDeclaration>> {
    await deps.settled();
    const declared = await deps.declarations.find(id);
    const [answer] = declared === null ? [] : await answers([declared]);
    if (answer === undefined) throw new ProblemError('declaration.not-found');
    return answer;
  }

  return async (app) => {
    app.get(
      '/api/v1/office/declarations',
      {
        config: { access: 'orders:audit' },
        schema: {
          tags,
          summary:
            'Withdrawals and cancellations: those that wait, the oldest first, or those that are done, the newest first',
          querystring: DeclarationsQuery,
          response: { 200: OfficeDeclarations },
        },
      },
      async (request, reply) => {
        const { state, cursor, limit } = request.query;
        const after = cursorKeys(cursor, momentKey, uuidKey);
        const { items, next } = await deps.declarations.list({ isHandled: state === 'handled', after, limit });
        return reply.header('cache-control', 'no-store').send({ items: await answers(items), next: cursorText(next) });
      },
    );

    app.post(
      '/api/v1/office/declarations/:id/assignment',
      {
        config: { access: 'orders:operate' },
        schema: {
          tags,
          summary: 'Say which contract it means; a withdrawal that came in time takes effect as of its receipt',
          params: DeclarationParams,
          body: AssignmentBody,
          response: { 200: OfficeDeclaration, 409: Problem, 422: Problem },
        },
      },
      async (request) => {
        const { accountId } = requireSession(request);
        const wish = { declarationId: request.params.id, contract: request.body.contract, by: accountId };
        const assigned = await assignDeclaration(deps, wish, commandContext(request));
        if (!assigned.ok) {
          const { rejection } = assigned;
          if (rejection.code === 'order.not-found') throw new ProblemError('declaration.no-such-contract');
          throw rejectionProblem(rejection);
        }
        return answerOf(request.params.id);
      },
    );

    app.post(
      '/api/v1/office/declarations/:id/decision',
      {
        config: { access: 'orders:operate' },
        schema: {
          tags,
          summary:
            'Let it take effect for plants of its contract: a withdrawal as of its receipt, a cancellation for good cause on a day, which may be to come',
          params: DeclarationParams,
          body: DecisionBody,
          response: { 200: OfficeDeclaration, 409: Problem, 422: Problem },
        },
      },
      async (request) => {
        const { accountId } = requireSession(request);
        const wish = { declarationId: request.params.id, decision: request.body, by: accountId };
        const decided = await decideDeclaration(deps, wish, commandContext(request));
        if (!decided.ok) throw rejectionProblem(decided.rejection);
        return answerOf(request.params.id);
      },
    );

    app.post(
      '/api/v1/office/declarations/:id/handled',
      {
        config: { access: 'orders:operate' },
        schema: {
          tags,
          summary: 'Somebody has dealt with it',
          params: DeclarationParams,
          body: HandledBody,
          response: { 204: z.undefined(), 409: Problem },
        },
      },
      async (request, reply) => {
        const { accountId } = requireSession(request);
        const { id } = request.params;
        const note = request.body?.note ?? '';
        if (!(await deps.declarations.markHandled(id, accountId, note === '' ? null : note))) {
          const isThere = (await deps.declarations.find(id)) !== null;
          throw new ProblemError(isThere ? 'declaration.handled' : 'declaration.not-found');
        }
        return reply.code(204).send();
      },
    );
  };
}

/** An order that was just placed may not have reached the read model. */
function contractOf(order: Order | undefined): z.infer<typeof OfficeDeclaration>['order'] {
  if (order === undefined) return null;
  const { placed, status, acceptedAt, withdrawnAt } = order;
  const names = isErased(placed.plantNames) ? [] : placed.plantNames;
  const left = plantsOf(order);
  const plants = placed.items.map(({ plantId, firstDay, lastDay }, index) => ({
    ...{ plantId, name: names[index] ?? '', firstDay, lastDay },
    isOver: !left.includes(plantId),
    plannedLastDay: plannedLastDay(order, plantId),
  }));
  return { id: placed.orderId, status, acceptedAt, withdrawnAt, plants };
}
