import type { FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { askQuote, type PurchaseRejection } from '../../commands/order/ask-quote.js';
import { cancelOrder } from '../../commands/order/cancel-order.js';
import { lookAfterOrder } from '../../commands/order/look-after-order.js';
import { PaymentUnavailable } from '../../commands/order/payment-gateway.js';
import { documentsFor, placeOrder, type OrderPlacementRejection } from '../../commands/order/place-order.js';
import type { OrderDeps } from '../../commands/order/ports.js';
import { startPayment } from '../../commands/order/start-payment.js';
import { OrderId, PlantId, type AccountId } from '../../domain/kernel/ids.js';
import type { Order as OrderFacts } from '../../domain/order/order.js';
import type { Page } from '../../projections/engine/page.js';
import type { OrderCursor, OrderPaging } from '../../projections/order-queries.js';
import { commandContext, requireCaller, requireSession } from '../caller.js';
import { cursorKeys, cursorText, momentKey, uuidKey } from '../cursor.js';
import { ProblemError, rejectionProblem } from '../problem.js';
import { pageOf, Problem, ShortPage } from '../schemas/common.js';
import { Order, OrderBody, PlacedOrder, Quote, QuoteBody } from '../schemas/licences.js';
import { orderAnswer, quoteAnswer, type SurroundingsOf } from './licence-answers.js';

export type OrdersPage = (
  accountId: AccountId,
  wish: OrderPaging & { readonly onlyPlants: readonly string[] | null },
) => Promise<Page<OrderFacts, OrderCursor>>;

export type OrderRoutesDeps = OrderDeps & {
  readonly findOrder: (orderId: OrderId) => Promise<OrderFacts | null>;
  readonly ordersPage: OrdersPage;
  readonly surroundingsOf: SurroundingsOf;
  /** Bounded: an answer never hangs on a read model. */
  readonly waitFor: (position: bigint) => Promise<unknown>;
  /** Waits for what the policies make of an order that was just paid; bounded. */
  readonly settled: () => Promise<unknown>;
};

const tags = ['Orders'];
const OrderParams = z.object({ id: OrderId });
/** A question costs a look at every plant of it. */
const quoteLimit = { max: 120, timeWindow: 60_000 };

/** Licences are bought: price, order, payment. Orders of somebody else do not exist. */
export function orderRoutes(deps: OrderRoutesDeps): FastifyPluginAsyncZod {
  async function ownOrder(request: FastifyRequest, orderId: OrderId): Promise<OrderFacts> {
    const caller = requireCaller(request);
    const order = await deps.findOrder(orderId);
    const isTheirs = order?.placed.accountId === caller.accountId && isWithinToken(order, caller);
    if (!isTheirs) throw new ProblemError('order.not-found');
    return order;
  }

  const shown = async (order: OrderFacts) => orderAnswer(order, await deps.surroundingsOf([order]));

  return async (app) => {
    app.post(
      '/api/v1/orders/quote',
      {
        config: { access: 'licences:buy', rateLimit: quoteLimit },
        schema: {
          tags,
          summary: 'What licences would cost now',
          body: QuoteBody,
          response: { 200: Quote, 404: Problem, 409: Problem },
        },
      },
      async (request) => {
        const { accountId } = requireSession(request);
        const at = deps.clock.now().toString();
        const items = request.body.items.map(({ plantId, termDays, plannedPowerW = null }) => ({
          plantId: PlantId.parse(plantId),
          ...{ termDays, plannedPowerW },
        }));
        const asked = await askQuote(deps, { accountId, items, at, orderId: null });
        if (!asked.ok) throw purchaseProblem(asked.rejection);
        const documents = documentsFor(deps.documentsInForce(at), asked.quoted.customerKind);
        return quoteAnswer(asked.quoted, documents);
      },
    );

    app.post(
      '/api/v1/orders',
      {
        config: { access: 'licences:buy' },
        schema: {
          tags,
          summary: 'Order with obligation to pay',
          body: OrderBody,
          response: { 201: PlacedOrder, 404: Problem, 409: Problem },
        },
      },
      async (request, reply) => {
        const { accountId } = requireSession(request);
        const { items, language, accepted, quoteTotal } = request.body;
        const wish = {
          accountId,
          items: items.map(({ plantId, termDays }) => ({
            plantId: PlantId.parse(plantId),
            termDays,
            plannedPowerW: null,
          })),
          language,
          accepted: { terms: accepted.terms, generalTerms: accepted.generalTerms },
          earlyStart: accepted.earlyStart === true,
          quoteTotalCents: quoteTotal.cents,
        };
        const placed = await placeOrder(deps, wish, commandContext(request));
        if (!placed.ok) throw purchaseProblem(placed.rejection);
        if (placed.position !== null) await deps.waitFor(placed.position);
        void reply.code(201).header('location', `/api/v1/orders/${placed.orderId}`);
        return { id: placed.orderId, paymentUrl: placed.paymentUrl };
      },
    );

    app.get(
      '/api/v1/orders',
      {
        config: { access: 'orders:read', honoursTokenPlants: true },
        schema: {
          tags,
          summary: 'The orders of the caller, the newest first',
          querystring: z.strictObject(ShortPage),
          response: { 200: pageOf(Order) },
        },
      },
      async (request) => {
        const { cursor, limit } = request.query;
        const caller = requireCaller(request);
        const after = cursorKeys(cursor, momentKey, uuidKey);
        const wish = { after, limit, onlyPlants: caller.plantIds };
        const { items, next } = await deps.ordersPage(caller.accountId, wish);
        const surroundings = await deps.surroundingsOf(items);
        return { items: items.map((order) => orderAnswer(order, surroundings)), next: cursorText(next) };
      },
    );

    app.get(
      '/api/v1/orders/:id',
      {
        config: { access: 'orders:read', honoursTokenPlants: true },
        schema: { tags, summary: 'One order', params: OrderParams, response: { 200: Order } },
      },
      async (request) => shown(await ownOrder(request, request.params.id)),
    );

    app.post(
      '/api/v1/orders/:id/payment',
      {
        config: { access: 'licences:buy' },
        schema: {
          tags,
          summary: 'Go on to the payment page, or begin again after an attempt that failed',
          params: OrderParams,
          response: { 200: PlacedOrder, 409: Problem, 503: Problem },
        },
      },
      async (request) => {
        requireSession(request);
        const { placed } = await ownOrder(request, request.params.id);
        const started = await startPayment(deps, placed.orderId, commandContext(request));
        if (!started.ok) throw rejectionProblem(started.rejection);
        return { id: placed.orderId, paymentUrl: started.redirectUrl };
      },
    );

    app.post(
      '/api/v1/orders/:id/payment/check',
      {
        config: { access: 'licences:buy' },
        schema: {
          tags,
          summary: 'Ask the provider how the payment stands, after coming back from its page',
          params: OrderParams,
          response: { 200: Order },
        },
      },
      async (request) => {
        requireSession(request);
        const { placed } = await ownOrder(request, request.params.id);
        try {
          await lookAfterOrder(deps, placed.orderId, commandContext(request));
        } catch (error) {
          // The provider is not there: the order is shown as it is known, and looked after in the background.
          if (!(error instanceof PaymentUnavailable)) throw error;
        }
        await deps.settled();
        return shown(await ownOrder(request, request.params.id));
      },
    );

    app.post(
      '/api/v1/orders/:id/cancellation',
      {
        config: { access: 'licences:buy' },
        schema: {
          tags,
          summary: 'Take an order back that is not paid',
          params: OrderParams,
          response: { 200: Order, 409: Problem },
        },
      },
      async (request) => {
        requireSession(request);
        const { placed } = await ownOrder(request, request.params.id);
        const result = await cancelOrder(deps, placed.orderId, commandContext(request));
        if (!result.ok) throw rejectionProblem(result.rejection);
        if (result.position !== null) await deps.waitFor(result.position);
        await deps.settled();
        return shown(await ownOrder(request, request.params.id));
      },
    );
  };
}

/** A token that is made for some plants sees orders of these alone. */
export function isWithinToken({ placed }: OrderFacts, caller: ReturnType<typeof requireCaller>): boolean {
  const only = caller.plantIds;
  if (only === null) return true;
  const { items } = placed;
  // What is about no plant, as a repair, is about none of these.
  return items.length > 0 && items.every((item) => only.some((plantId) => plantId === item.plantId));
}

/** A problem of one plant stands beside that plant. */
function purchaseProblem(rejection: PurchaseRejection | OrderPlacementRejection): ProblemError {
  if (!('index' in rejection)) return rejectionProblem(rejection);
  const errors = [{ pointer: `/items/${rejection.index}/plantId`, code: rejection.code }];
  return rejectionProblem(rejection, { errors });
}
