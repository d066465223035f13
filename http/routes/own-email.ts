import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import {
  cancelEmailChange,
  confirmEmail,
  examineEmailLink,
  requestEmailChange,
  type ConfirmEmailDeps,
} from '../../commands/account/change-email.js';
import type { ProveCodeDeps } from '../../commands/account/prove-code.js';
import type { ProvePasswordDeps } from '../../commands/account/prove-password.js';
import { attemptProblem } from '../attempt-problem.js';
import { commandContext, requireSession } from '../caller.js';
import { rejectionProblem } from '../problem.js';
import { Problem, LinkParams } from '../schemas/common.js';
import { EmailChangeBody, EmailConfirmationBody } from '../schemas/email.js';

type OwnEmailDeps = ProvePasswordDeps &
  ProveCodeDeps &
  ConfirmEmailDeps & {
    /** Bounded: an answer never hangs on a read model. */
    readonly waitFor: (position: bigint) => Promise<unknown>;
  };

const tags = ['Accounts'];
/** Each request mails somebody who may never have asked for it. */
const requestLimit = { max: 10, timeWindow: 3_600_000 };
const confirmLimit = { max: 60, timeWindow: 600_000 };

/** Another e-mail address for the own account, confirmed by a link that is mailed there (A5). */
export function ownEmailRoutes(deps: OwnEmailDeps): FastifyPluginAsyncZod {
  return async (app) => {
    app.route({
      method: 'PUT',
      url: '/api/v1/me/email',
      config: { access: 'account', rateLimit: requestLimit },
      schema: {
        tags,
        summary: 'Ask for another e-mail address; it counts once the link in the mail there was followed',
        body: EmailChangeBody,
        response: { 202: z.undefined(), 422: Problem, 423: Problem, 429: Problem },
      },
      async handler(request, reply) {
        const { accountId } = requireSession(request);
        const { code = null, ...wish } = request.body;
        const proof = { ...wish, accountId, code, address: request.ip };
        const result = await requestEmailChange(deps, proof, commandContext(request));
        if (!result.ok) throw attemptProblem(result.rejection, deps.clock.now());
        if (result.position !== null) await deps.waitFor(result.position);
        return reply.code(202).send();
      },
    });

    app.route({
      method: 'DELETE',
      url: '/api/v1/me/email',
      config: { access: 'account' },
      schema: { tags, summary: 'Take the change of the address back', response: { 204: z.undefined() } },
      async handler(request, reply) {
        const { accountId } = requireSession(request);
        const result = await cancelEmailChange(deps, accountId, commandContext(request));
        if (!result.ok) throw rejectionProblem(result.rejection);
        if (result.position !== null) await deps.waitFor(result.position);
        return reply.code(204).send();
      },
    });

    app.route({
      method: 'GET',
      url: '/api/v1/accounts/email-confirmations/:token',
      config: { access: 'public', rateLimit: confirmLimit },
      schema: {
        tags,
        summary: 'Whether the link of the mail still confirms an address; says nothing else',
        params: LinkParams,
        response: { 204: z.undefined(), 409: Problem, 422: Problem },
      },
      async handler(request, reply) {
        const link = await examineEmailLink(deps, request.params.token);
        if (!link.ok) throw rejectionProblem(link.rejection);
        return reply.header('cache-control', 'no-store').code(204).send();
      },
    });

    app.route({
      method: 'POST',
      url: '/api/v1/accounts/email-confirmations',
      config: { access: 'public', rateLimit: confirmLimit },
      schema: {
        tags,
        summary: 'Follow the link of the mail: the address counts from now on; signs nobody in',
        body: EmailConfirmationBody,
        response: { 204: z.undefined(), 409: Problem, 410: Problem, 422: Problem },
      },
      async handler(request, reply) {
        const result = await confirmEmail(deps, request.body.token, commandContext(request));
        if (!result.ok) throw rejectionProblem(result.rejection);
        if (result.position !== null) await deps.waitFor(result.position);
        return reply.code(204).send();
      },
    });
  };
}
