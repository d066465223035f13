import type { FastifyRequest } from 'fastify';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { DeclarationDesk } from '../../adapters/order/declarations.js';
import { declare, type Declaration } from '../../commands/order/declare.js';
import type { Clock, EventLog } from '../../commands/ports.js';
import type { Order } from '../../domain/order/order.js';
import { commandContext, requireSession } from '../caller.js';
import { ProblemError } from '../problem.js';
import { Problem, Uuid } from '../schemas/common.js';
import { CancellationBody, DeclarationReceipt, OpenDeclaration, WithdrawalBody } from '../schemas/declarations.js';

export type DeclarationRoutesDeps = {
  readonly log: EventLog;
  readonly clock: Clock;
  readonly declarations: DeclarationDesk;
  readonly findOrderOfInvoice: (number: string) => Promise<Order | null>;
};

const tags = ['Declarations'];
/** Each one mails somebody who may never have asked for it. */
const limit = { max: 10, timeWindow: 3_600_000 };

/** Withdrawal and cancellation without signing in (§ 356a, § 312k BGB), and what of them is left to the office. */
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
          response: { 202: DeclarationReceipt, 422: Problem },
        },
      },
      async (request, reply) => {
        const { language = request.language, ...who } = request.body;
        const nothing = { reason: null, desiredEnd: null };
        return reply.code(202).send(await receive(request, { kind: 'withdrawal', ...who, language, ...nothing }));
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
          response: { 202: DeclarationReceipt, 422: Problem },
        },
      },
      async (request, reply) => {
        const { kind, language = request.language, reason = null, desiredEnd = null, ...who } = request.body;
        const declared = { ordinary: 'ordinaryCancellation', extraordinary: 'extraordinaryCancellation' } as const;
        const declaration = { kind: declared[kind], ...who, language, reason, desiredEnd };
        return reply.code(202).send(await receive(request, declaration));
      },
    );

    app.get(
      '/api/v1/office/declarations',
      {
        config: { access: 'orders:audit' },
        schema: {
          tags: ['Office'],
          summary: 'Withdrawals and cancellations that nobody has dealt with',
          response: { 200: z.object({ items: z.array(OpenDeclaration) }) },
        },
      },
      async () => ({
        items: (await deps.declarations.open()).map(({ id, kind, receivedAt, name, contract, email, ...rest }) => ({
          ...{ id, kind, receivedAt, name, contract, email },
          ...{ reason: rest.reason, desiredEnd: rest.desiredEnd },
        })),
      }),
    );

    app.post(
      '/api/v1/office/declarations/:id/handled',
      {
        config: { access: 'orders:operate' },
        schema: {
          tags: ['Office'],
          summary: 'Somebody has dealt with it',
          params: z.object({ id: Uuid }),
          response: { 204: z.undefined(), 404: Problem },
        },
      },
      async (request, reply) => {
        const { accountId } = requireSession(request);
        if (!(await deps.declarations.markHandled(request.params.id, accountId))) {
          throw new ProblemError('request.not-found');
        }
        return reply.code(204).send();
      },
    );
  };
}
