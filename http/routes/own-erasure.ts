import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { cancelErasure, requestErasure } from '../../commands/account/erase-account.js';
import { loadAccount } from '../../commands/account/load-account.js';
import type { ProveCodeDeps } from '../../commands/account/prove-code.js';
import type { ProvePasswordDeps } from '../../commands/account/prove-password.js';
import { attemptProblem } from '../attempt-problem.js';
import { commandContext, requireSession } from '../caller.js';
import { ProblemError, rejectionProblem } from '../problem.js';
import { Problem } from '../schemas/common.js';
import { Erasure } from '../schemas/accounts.js';
import { ErasureBody } from '../schemas/erasure.js';

type OwnErasureDeps = ProvePasswordDeps &
  ProveCodeDeps & {
    /** Bounded: an answer never hangs on a read model. */
    readonly waitFor: (position: bigint) => Promise<unknown>;
  };

const tags = ['Own data'];
/** What the law grants in any case. */
const config = { access: 'account', beforeAcceptance: true } as const;
const requestLimit = { max: 10, timeWindow: 3_600_000 };

/** The end of the own account: asked for with the password, done after a waiting time, taken back until then (A15). */
export function ownErasureRoutes(deps: OwnErasureDeps): FastifyPluginAsyncZod {
  return async (app) => {
    app.route({
      method: 'DELETE',
      url: '/api/v1/me',
      config: { ...config, rateLimit: requestLimit },
      schema: {
        tags,
        summary: 'Ask for the account to be erased, with its plants and values; it is done at `dueAt`',
        body: ErasureBody,
        response: { 202: Erasure, 422: Problem, 423: Problem },
      },
      async handler(request, reply) {
        const { accountId } = requireSession(request);
        const { password, code = null } = request.body;
        const wish = { accountId, password, code, address: request.ip };
        const result = await requestErasure(deps, wish, commandContext(request));
        if (!result.ok) throw attemptProblem(result.rejection, deps.clock.now());
        if (result.position !== null) await deps.waitFor(result.position);
        const account = await loadAccount(deps.log, accountId);
        const erasure = account.status === 'unregistered' ? null : account.erasure;
        // Somebody else of this account took it back in this very moment.
        if (erasure === null) throw new ProblemError('erasure.not-requested');
        const { requestedAt, dueAt } = erasure;
        return reply.code(202).send({ requestedAt: requestedAt.toString(), dueAt: dueAt.toString() });
      },
    });

    app.route({
      method: 'DELETE',
      url: '/api/v1/me/erasure',
      config,
      schema: { tags, summary: 'Take the erasure back: the account stays', response: { 204: z.undefined() } },
      async handler(request, reply) {
        const { accountId } = requireSession(request);
        const result = await cancelErasure(deps, accountId, commandContext(request));
        if (!result.ok) throw rejectionProblem(result.rejection);
        if (result.position !== null) await deps.waitFor(result.position);
        return reply.code(204).send();
      },
    });
  };
}
