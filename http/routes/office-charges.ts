import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { EvidenceDeps } from '../../commands/licence/power-evidence.js';
import { chargeSupplement, priceSupplement, type ChargeFiles } from '../../commands/licence/charge-supplement.js';
import { cancelOrder } from '../../commands/order/cancel-order.js';
import { orderNamed, type NamedContracts } from '../../commands/order/declare.js';
import type { Clock, EventLog } from '../../commands/ports.js';
import { type AccountId, LicenceId, OrderId, PlantId } from '../../domain/kernel/ids.js';
import type { Order as OrderFacts } from '../../domain/order/order.js';
import type { ChargesOf, ChargeState } from '../../projections/charges.js';
import { commandContext } from '../caller.js';
import { cursorKeys, cursorText, momentKey, uuidKey } from '../cursor.js';
import { ProblemError, rejectionProblem } from '../problem.js';
import { DayText, Problem } from '../schemas/common.js';
import { Order, SupplementBody } from '../schemas/licences.js';
import { CancellationBody, ChargesQuery, OfficeOrders, SupplementQuote } from '../schemas/office-shop.js';
import { amount, evidenceAnswer, money, orderAnswer, type SurroundingsOf } from './licence-answers.js';
import { officeOrderAnswers } from './office-order-answer.js';

export type OfficeChargesDeps = EvidenceDeps & {
  readonly chargeFiles: ChargeFiles;
  readonly log: EventLog;
  readonly clock: Clock;
  readonly listCharges: (wish: {
    readonly state: ChargeState | null;
    readonly of: ChargesOf | null;
    readonly after: readonly [string, string] | null;
    readonly limit: number;
  }) => Promise<{ readonly items: readonly OrderId[]; readonly next: readonly [string, string] | null }>;
  readonly ordersOf: (accountId: AccountId) => Promise<readonly OrderFacts[]>;
  readonly ordersByIds: (orderIds: readonly string[]) => Promise<ReadonlyMap<string, OrderFacts>>;
  readonly findOrder: (orderId: OrderId) => Promise<OrderFacts | null>;
  readonly findOrderOfInvoice: (number: string) => Promise<OrderFacts | null>;
  readonly repairsNumbered: NamedContracts['repairsNumbered'];
  readonly accountNamed: (name: string) => Promise<AccountId | null>;
  readonly searchPlants: (wish: {
    readonly find: string;
    readonly cursor: undefined;
    readonly limit: number;
  }) => Promise<{ readonly items: readonly { readonly plantId: string }[] }>;
  readonly surroundingsOf: SurroundingsOf;
  readonly userNamesOf: (accountIds: readonly string[]) => Promise<ReadonlyMap<string, string>>;
  /** Bounded: an answer never hangs on a read model. */
  readonly waitFor: (position: bigint) => Promise<unknown>;
};

const tags = ['Office'];
const LicenceParams = z.object({ plantId: PlantId, licenceId: LicenceId });
/** Of a name that many plants begin with, the charges of so many are found. */
const foundPlants = 200;

/** F10: power that was not stated is charged afterwards. */
export function officeChargeRoutes(deps: OfficeChargesDeps): FastifyPluginAsyncZod {
  async function shown(orderId: OrderId, position: bigint | null) {
    if (position !== null) await deps.waitFor(position);
    const order = await deps.findOrder(orderId);
    if (order === null) throw new ProblemError('order.not-found');
    return orderAnswer(order, await deps.surroundingsOf([order]));
  }

  /** A number means its own charge, or those of the plants of its order; anything else an account, or plants. */
  async function meantBy(find: string): Promise<ChargesOf> {
    const order = await orderNamed(deps, find);
    if (order !== null) {
      const { orderId, items } = order.placed;
      const isCharge = order.supplement !== null;
      return { orderId, accountId: null, plantIds: isCharge ? [] : items.map(({ plantId }) => plantId) };
    }
    const [accountId, plants] = await Promise.all([
      deps.accountNamed(find),
      deps.searchPlants({ find, cursor: undefined, limit: foundPlants }),
    ]);
    return { orderId: null, accountId, plantIds: plants.items.map(({ plantId }) => plantId) };
  }

  return async (app) => {
    app.get(
      '/api/v1/office/charges',
      {
        config: { access: 'orders:audit' },
        schema: {
          tags,
          summary:
            'Charges for power that was not stated, the newest first; of an account, a plant or a number, or all',
          querystring: ChargesQuery,
          response: { 200: OfficeOrders },
        },
      },
      async (request, reply) => {
        const { state = null, find, cursor, limit } = request.query;
        const after = cursorKeys(cursor, momentKey, uuidKey);
        const of = find === undefined ? null : await meantBy(find);
        const { items, next } = await deps.listCharges({ state, of, after, limit });
        const orders = await deps.ordersByIds(items);
        const found = items.flatMap((orderId) => orders.get(orderId) ?? []);
        return reply
          .header('cache-control', 'no-store')
          .send({ items: await officeOrderAnswers(deps, found), next: cursorText(next) });
      },
    );

    app.get(
      '/api/v1/office/licences/:plantId/:licenceId/supplement',
      {
        config: { access: 'orders:operate' },
        schema: {
          tags,
          summary: 'What a charge for power that was not stated would come to; nothing is charged',
          params: LicenceParams,
          querystring: z.strictObject({
            truePowerW: z.coerce.number().int().min(1).max(1_000_000_000),
            since: DayText,
          }),
          response: { 200: SupplementQuote, 409: Problem, 422: Problem },
        },
      },
      async (request, reply) => {
        const priced = await priceSupplement(deps, { ...request.params, ...request.query });
        if (!priced.ok) throw rejectionProblem(priced.rejection);
        return reply.header('cache-control', 'no-store').send(quoteOf(priced));
      },
    );

    app.post(
      '/api/v1/office/licences/:plantId/:licenceId/supplement',
      {
        config: { access: 'orders:operate' },
        schema: {
          tags,
          summary: 'Charge what a licence costs more for power that was not stated; the invoice names the evidence',
          params: LicenceParams,
          body: SupplementBody,
          response: { 201: Order, 409: Problem, 422: Problem },
        },
      },
      async (request, reply) => {
        const { fileId = null, ...found } = request.body;
        const finding = { ...request.params, ...found, fileId };
        const charged = await chargeSupplement(deps, finding, commandContext(request));
        if (!charged.ok) throw rejectionProblem(charged.rejection);
        return reply.code(201).send(await shown(charged.orderId, charged.position));
      },
    );

    app.post(
      '/api/v1/office/orders/:id/cancellation',
      {
        config: { access: 'orders:operate' },
        schema: {
          tags,
          summary: 'Drop a supplementary charge, or an order that is not paid, and say why',
          params: z.object({ id: OrderId }),
          body: CancellationBody,
          response: { 200: Order, 409: Problem },
        },
      },
      async (request) => {
        const { id } = request.params;
        const by = { reason: 'operator', note: request.body.reason } as const;
        const cancelled = await cancelOrder(deps, id, commandContext(request), by);
        if (!cancelled.ok) throw rejectionProblem(cancelled.rejection);
        return shown(id, cancelled.position);
      },
    );
  };
}

type Priced = Extract<Awaited<ReturnType<typeof priceSupplement>>, { readonly ok: true }>;

function quoteOf({ charge, shown, price, invoiceNumber }: Priced): z.infer<typeof SupplementQuote> {
  const { plantName, buyer, language, item, statedPowerW, priceListVersion, vatTreatment, dueOn } = charge;
  const { firstDay, lastDay, termDays, licensedPowerW: truePowerW } = item;
  return {
    ...{ plantName, invoiceNumber, language, firstDay, lastDay, termDays, statedPowerW, truePowerW },
    buyer: { name: buyer.name, town: buyer.town, country: buyer.country, email: buyer.email },
    ...{ priceListVersion, vatTreatment, dueOn, chargedDays: price.chargedDays },
    statedNet: money(price.statedNetCents),
    trueNet: money(price.trueNetCents),
    ...amount(price),
    shown: evidenceAnswer(shown),
  };
}
