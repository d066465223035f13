import type { FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { declare, type Declaration, type Declarations, type NamedContracts } from '../../commands/order/declare.js';
import type { Clock, EventLog } from '../../commands/ports.js';
import type { Order } from '../../domain/order/order.js';
import { commandContext } from '../caller.js';
import { CancellationBody, DeclarationReceipt, WithdrawalBody } from '../schemas/declarations.js';

export type DeclarationRoutesDeps = {
  readonly log: EventLog;
  readonly clock: Clock;
  readonly declarations: Declarations;
  readonly findOrderOfInvoice: (number: string) => Promise<Order | null>;
  readonly repairsNumbered: NamedContracts['repairsNumbered'];
};

const tags = ['Declarations'];
/** Each one mails somebody who may never have asked for it. */
const limit = { max: 10, timeWindow: 3_600_000 };

/** Withdrawal and cancellation without signing in (§ 356a, § 312k BGB). */
export function declarationRoutes(deps: DeclarationRoutesDeps): FastifyPluginAsyncZod {
  async function receive(request: FastifyRequest, declaration: Declaration) {
    const { id, receivedAt } = await declare(deps, declaration, commandContext(request));
    return { id, receivedAt };
  }

  return async (app) => {
    app.post(
      '/api/v1/withdrawals',
      {
        config: { access: 'public', rateLimit: limit },
        schema: {
          tags,
          summary: 'Withdraw from a contract; acknowledged by mail with the moment of receipt',
          body: WithdrawalBody,
          response: { 202: DeclarationReceipt },
        },
      },
      async (request, reply) => {
        const { language = request.language, plant = '', ...who } = request.body;
        const rest = { plant: plant === '' ? null : plant, reason: null, desiredEnd: null };
        return reply.code(202).send(await receive(request, { kind: 'withdrawal', ...who, language, ...rest }));
      },
    );

    app.post(
      '/api/v1/cancellations',
      {
        config: { access: 'public', rateLimit: limit },
        schema: {
          tags,
          summary: 'Cancel a contract; acknowledged by mail with the moment of receipt',
          body: CancellationBody,
          response: { 202: DeclarationReceipt },
        },
      },
      async (request, reply) => {
        const { kind, language = request.language, reason = null, desiredEnd = null, ...who } = request.body;
        const declared = { ordinary: 'ordinaryCancellation', extraordinary: 'extraordinaryCancellation' } as const;
        const declaration = { kind: declared[kind], ...who, plant: null, language, reason, desiredEnd };
        return reply.code(202).send(await receive(request, declaration));
      },
    );
  };
}
