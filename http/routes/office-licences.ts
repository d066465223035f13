import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { reviveLicence } from '../../commands/licence/revive-licence.js';
import type { EventLog } from '../../commands/ports.js';
import { LicenceId, PlantId } from '../../domain/kernel/ids.js';
import type { Order as OrderFacts } from '../../domain/order/order.js';
import { commandContext } from '../caller.js';
import { ProblemError, rejectionProblem } from '../problem.js';
import { Problem, text } from '../schemas/common.js';
import { LicenceHistory, Order } from '../schemas/licences.js';
import { orderAnswer } from './licence-answers.js';
import { historyAnswer, type LicenceRoutesDeps } from './licences.js';

export type OfficeLicencesDeps = Pick<LicenceRoutesDeps, 'licenceHistory' | 'clock'> & {
  readonly log: EventLog;
  readonly differingOrders: () => Promise<readonly OrderFacts[]>;
  /** Bounded: an answer never hangs on a read model. */
  readonly waitFor: (position: bigint) => Promise<unknown>;
};

const tags = ['Office'];

/** The back office: histories for auditors (F13), licences that are given back, and money that does not fit. */
export function officeLicenceRoutes(deps: OfficeLicencesDeps): FastifyPluginAsyncZod {
  return async (app) => {
    app.get(
      '/api/v1/office/licences/:plantId/history',
      {
        config: { access: 'licences:audit' },
        schema: {
          tags,
          summary: 'Every event of the licence of any plant, and every credit computed again',
          params: z.object({ plantId: PlantId }),
          response: { 200: LicenceHistory, 404: Problem },
        },
      },
      async (request) => {
        const events = await deps.licenceHistory(request.params.plantId);
        if (events.length === 0) throw new ProblemError('licence.not-found');
        return historyAnswer(events);
      },
    );

    app.post(
      '/api/v1/office/licences/:plantId/:licenceId/revival',
      {
        config: { access: 'licences:operate' },
        schema: {
          tags,
          summary: 'Give a licence back that ended by more power',
          params: z.object({ plantId: PlantId, licenceId: LicenceId }),
          body: z.strictObject({ reason: text(300) }),
          response: { 204: z.undefined(), 404: Problem, 409: Problem },
        },
      },
      async (request, reply) => {
        const revived = await reviveLicence(deps, { ...request.params, ...request.body }, commandContext(request));
        if (!revived.ok) throw rejectionProblem(revived.rejection);
        if (revived.position !== null) await deps.waitFor(revived.position);
        return reply.code(204).send();
      },
    );

    app.get(
      '/api/v1/office/orders/differing',
      {
        config: { access: 'orders:audit' },
        schema: {
          tags,
          summary: 'Orders on which money came that does not fit',
          response: { 200: z.object({ items: z.array(Order) }) },
        },
      },
      async () => ({ items: (await deps.differingOrders()).map(orderAnswer) }),
    );
  };
}
