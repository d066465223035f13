import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { OrderDeps } from '../../commands/order/ports.js';
import { acceptRepairOffer } from '../../commands/repair/accept-offer.js';
import { payRepair } from '../../commands/repair/settle-repair.js';
import { RepairOrderId } from '../../domain/kernel/ids.js';
import { commandContext, requireCaller, requireSession } from '../caller.js';
import { rejectionProblem } from '../problem.js';
import { Problem } from '../schemas/common.js';
import { PlacedOrder } from '../schemas/licences.js';
import { OfferAcceptanceBody, OfferRefusalBody, RepairOrder } from '../schemas/repairs.js';
import { ownRepairs } from './own-repairs.js';

type OfferRoutesDeps = OrderDeps & {
  /** Bounded: an answer never hangs on a read model. */
  readonly waitFor: (position: bigint) => Promise<unknown>;
};

const tags = ['Repairs'];
const url = '/api/v1/repair-orders';
const params = z.object({ id: RepairOrderId });

/** What a customer answers to an offer, and what follows from it (H3, H4). */
export function repairOfferRoutes(deps: OfferRoutesDeps): FastifyPluginAsyncZod {
  const { ownRepair, answered, wished } = ownRepairs(deps);

  return async (app) => {
    app.post(
      `${url}/:id/offer/acceptance`,
      {
        config: { access: 'repairs:follow' },
        schema: {
          ...{ tags, summary: 'Accept the offer, with obligation to pay', params, body: OfferAcceptanceBody },
          response: { 200: RepairOrder, 409: Problem, 422: Problem },
        },
      },
      async (request, reply) => {
        const { accountId } = requireCaller(request);
        const context = commandContext(request);
        return answered(await acceptRepairOffer(deps, request.params.id, accountId, request.body, context), reply);
      },
    );

    app.post(
      `${url}/:id/payment`,
      {
        config: { access: 'repairs:follow' },
        schema: {
          tags,
          summary: 'Go to the payment page for an agreed repair, or begin again after an attempt that failed',
          params,
          response: { 200: PlacedOrder, 409: Problem, 503: Problem },
        },
      },
      async (request) => {
        const { accountId } = requireSession(request);
        const { id } = request.params;
        await ownRepair(id, accountId);
        const started = await payRepair(deps, id, accountId, commandContext(request));
        if (!started.ok) throw rejectionProblem(started.rejection);
        if (started.position !== null) await deps.waitFor(started.position);
        return { id: started.orderId, paymentUrl: started.redirectUrl };
      },
    );

    app.post(
      `${url}/:id/offer/refusal`,
      {
        config: { access: 'repairs:follow' },
        schema: {
          ...{ tags, summary: 'Decline the offer', params, body: OfferRefusalBody },
          response: { 200: RepairOrder, 409: Problem },
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
          response: { 200: RepairOrder, 409: Problem },
        },
      },
      async (request, reply) => answered(await wished(request, request.params.id, { type: 'NoteDispatch' }), reply),
    );
  };
}
