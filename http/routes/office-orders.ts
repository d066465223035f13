import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { orderNamed, type NamedContracts } from '../../commands/order/declare.js';
import { liftTermination } from '../../commands/order/lift-termination.js';
import { settleMatter } from '../../commands/order/settle-matter.js';
import type { Clock, EventLog } from '../../commands/ports.js';
import { OrderId, type AccountId } from '../../domain/kernel/ids.js';
import type { Order as OrderFacts } from '../../domain/order/order.js';
import type { Page } from '../../projections/engine/page.js';
import type { OrderCursor, OrderPaging } from '../../projections/order-queries.js';
import { commandContext } from '../caller.js';
import { cursorKeys, cursorText, momentKey, uuidKey } from '../cursor.js';
import { ProblemError, rejectionProblem } from '../problem.js';
import { Problem, ShortPage, text } from '../schemas/common.js';
import { ContinuationBody, OfficeOrder, OfficeOrders, SettlementBody } from '../schemas/office-shop.js';
import type { SurroundingsOf } from './licence-answers.js';
import { officeOrderAnswers } from './office-order-answer.js';
import type { OrdersPage } from './orders.js';

type OfficeOrdersDeps = {
  readonly log: EventLog;
  readonly clock: Clock;
  readonly differingOrders: (wish: OrderPaging) => Promise<Page<OrderFacts, OrderCursor>>;
  readonly findOrder: (orderId: OrderId) => Promise<OrderFacts | null>;
  readonly findOrderOfInvoice: (number: string) => Promise<OrderFacts | null>;
  readonly repairsNumbered: NamedContracts['repairsNumbered'];
  readonly ordersPage: OrdersPage;
  readonly accountNamed: (name: string) => Promise<AccountId | null>;
  readonly surroundingsOf: SurroundingsOf;
  readonly userNamesOf: (accountIds: readonly string[]) => Promise<ReadonlyMap<string, string>>;
  /** Bounded: an answer never hangs on a read model. */
  readonly waitFor: (position: bigint) => Promise<unknown>;
  readonly settled: () => Promise<unknown>;
};

type Wish = { readonly find: string; readonly cursor?: string | undefined; readonly limit: number };

const tags = ['Office'];
const OrderParams = z.object({ id: OrderId });

/** The back office: orders, and money that does not fit, which somebody deals with. */
export function officeOrderRoutes(deps: OfficeOrdersDeps): FastifyPluginAsyncZod {
  const answers = (orders: readonly OrderFacts[]) => officeOrderAnswers(deps, orders);

  async function oneOrder(orderId: OrderId): Promise<z.infer<typeof OfficeOrder>> {
    const order = await deps.findOrder(orderId);
    const [answer] = order === null ? [] : await answers([order]);
    if (answer === undefined) throw new ProblemError('order.not-found');
    return answer;
  }

  async function found({ find, cursor, limit }: Wish): Promise<Page<OrderFacts, OrderCursor>> {
    const after = cursorKeys(cursor, momentKey, uuidKey);
    const named = await orderNamed(deps, find);
    if (named !== null) return { items: [named], next: null };
    const accountId = await deps.accountNamed(find);
    return accountId === null
      ? { items: [], next: null }
      : deps.ordersPage(accountId, { after, limit, onlyPlants: null });
  }

  /** The order as the command has left it. */
  async function afterwards(orderId: OrderId, done: Awaited<ReturnType<typeof settleMatter>>) {
    if (!done.ok) throw rejectionProblem(done.rejection);
    if (done.position !== null) await deps.waitFor(done.position);
    await deps.settled();
    return oneOrder(orderId);
  }

  return async (app) => {
    app.get(
      '/api/v1/office/orders/differing',
      {
        config: { access: 'orders:audit' },
        schema: {
          tags,
          summary: 'Orders on which money came that does not fit and that nobody has dealt with, the newest first',
          querystring: z.strictObject(ShortPage),
          response: { 200: OfficeOrders },
        },
      },
      async (request, reply) => {
        const { cursor, limit } = request.query;
        const after = cursorKeys(cursor, momentKey, uuidKey);
        const { items, next } = await deps.differingOrders({ after, limit });
        return reply.header('cache-control', 'no-store').send({ items: await answers(items), next: cursorText(next) });
      },
    );

    app.get(
      '/api/v1/office/orders',
      {
        config: { access: 'orders:audit' },
        schema: {
          tags,
          summary: 'The order of an order or invoice number, or the orders of a user name or an e-mail address',
          querystring: z.strictObject({ find: text(254), ...ShortPage }),
          response: { 200: OfficeOrders },
        },
      },
      async (request, reply) => {
        const { items, next } = await found(request.query);
        return reply.header('cache-control', 'no-store').send({ items: await answers(items), next: cursorText(next) });
      },
    );

    app.get(
      '/api/v1/office/orders/:id',
      {
        config: { access: 'orders:audit' },
        schema: { tags, summary: 'One order', params: OrderParams, response: { 200: OfficeOrder } },
      },
      async (request, reply) => reply.header('cache-control', 'no-store').send(await oneOrder(request.params.id)),
    );

    app.post(
      '/api/v1/office/orders/:id/settlement',
      {
        config: { access: 'orders:operate' },
        schema: {
          tags,
          summary:
            'Deal with money that does not fit: give it back, take it as the rest, or note what was done elsewhere',
          params: OrderParams,
          body: SettlementBody,
          response: { 200: OfficeOrder, 409: Problem },
        },
      },
      async (request) => {
        const { id: orderId } = request.params;
        const { body } = request;
        const wish = { orderId, matterId: body.matterId, how: body.how, reason: 'reason' in body ? body.reason : null };
        const settled = await settleMatter(deps, wish, commandContext(request));
        return afterwards(orderId, settled);
      },
    );

    app.post(
      '/api/v1/office/orders/:id/continuation',
      {
        config: { access: 'orders:operate' },
        schema: {
          tags,
          summary: 'Take back, for plants of it, an end that was planned for a day to come: their licences go on',
          params: OrderParams,
          body: ContinuationBody,
          response: { 200: OfficeOrder, 409: Problem, 422: Problem },
        },
      },
      async (request) => {
        const { id: orderId } = request.params;
        return afterwards(orderId, await liftTermination(deps, { orderId, ...request.body }, commandContext(request)));
      },
    );
  };
}
