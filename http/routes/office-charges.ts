import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { chargeSupplement } from '../../commands/licence/charge-supplement.js';
import { cancelOrder } from '../../commands/order/cancel-order.js';
import type { Clock, EventLog } from '../../commands/ports.js';
import type { AccountId } from '../../domain/kernel/ids.js';
import { LicenceId, OrderId, PlantId } from '../../domain/kernel/ids.js';
import type { Order as OrderFacts } from '../../domain/order/order.js';
import { commandContext } from '../caller.js';
import { ProblemError, rejectionProblem } from '../problem.js';
import { Problem } from '../schemas/common.js';
import { Order, SupplementBody } from '../schemas/licences.js';
import { orderAnswer } from './licence-answers.js';

export type OfficeChargesDeps = {
  readonly log: EventLog;
  readonly clock: Clock;
  readonly ordersOf: (accountId: AccountId) => Promise<readonly OrderFacts[]>;
  readonly findOrder: (orderId: OrderId) => Promise<OrderFacts | null>;
  /** Bounded: an answer never hangs on a read model. */
  readonly waitFor: (position: bigint) => Promise<unknown>;
};

/** F10: power that was not stated is charged afterwards. */
export function officeChargeRoutes(deps: OfficeChargesDeps): FastifyPluginAsyncZod {
  async function shown(orderId: OrderId, position: bigint | null) {
    if (position !== null) await deps.waitFor(position);
    const order = await deps.findOrder(orderId);
    if (order === null) throw new ProblemError('order.not-found');
    return orderAnswer(order);
  }

  return async (app) => {
    app.post(
      '/api/v1/office/licences/:plantId/:licenceId/supplement',
      {
        config: { access: 'orders:operate' },
        schema: {
          tags: ['Office'],
          summary: 'Charge what a licence costs more for power that was not stated; the invoice names the evidence',
          params: z.object({ plantId: PlantId, licenceId: LicenceId }),
          body: SupplementBody,
          response: { 201: Order, 404: Problem, 409: Problem, 422: Problem },
        },
      },
      async (request, reply) => {
        const charged = await chargeSupplement(deps, { ...request.params, ...request.body }, commandContext(request));
        if (!charged.ok) throw rejectionProblem(charged.rejection);
        return reply.code(201).send(await shown(charged.orderId, charged.position));
      },
    );

    app.post(
      '/api/v1/office/orders/:id/cancellation',
      {
        config: { access: 'orders:operate' },
        schema: {
          tags: ['Office'],
          summary: 'Drop a supplementary charge, or an order that is not paid',
          params: z.object({ id: OrderId }),
          response: { 200: Order, 404: Problem, 409: Problem },
        },
      },
      async (request) => {
        const { id } = request.params;
        const cancelled = await cancelOrder(deps, id, commandContext(request), 'operator');
        if (!cancelled.ok) throw rejectionProblem(cancelled.rejection);
        return shown(id, cancelled.position);
      },
    );
  };
}
