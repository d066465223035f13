import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { acceptDocuments, type AcceptDocumentsDeps } from '../../commands/account/accept-documents.js';
import { commandContext, requireSession } from '../caller.js';
import { ProblemError, rejectionProblem } from '../problem.js';
import { Problem } from '../schemas/common.js';
import { Me } from '../schemas/accounts.js';
import { AcceptBody } from '../schemas/documents.js';
import { given } from './given.js';
import { answerMe, type MeDeps } from './me-answer.js';

type AcceptedDocumentRoutesDeps = AcceptDocumentsDeps &
  MeDeps & {
    /** Bounded: an answer never hangs on a read model. */
    readonly waitFor: (position: bigint) => Promise<unknown>;
  };

/** The one way out of a 412: accepting the documents in force. */
export function acceptedDocumentRoutes(deps: AcceptedDocumentRoutesDeps): FastifyPluginAsyncZod {
  return async (app) => {
    app.post(
      '/api/v1/me/accepted-documents',
      {
        config: { access: 'account', beforeAcceptance: true },
        schema: {
          tags: ['Documents'],
          summary: 'Accept the terms of use or the privacy policy in force',
          description: 'Until then everything else answers 412 with the code `documents.not-accepted`.',
          body: AcceptBody,
          response: { 200: Me, 422: Problem },
        },
      },
      async (request, reply) => {
        const caller = requireSession(request);
        const versions = given(request.body);
        const accepted = await acceptDocuments(deps, caller.accountId, versions, commandContext(request));
        if (!accepted.ok) {
          const { rejection } = accepted;
          if (rejection.code !== 'documents.version-refused') throw rejectionProblem(rejection);
          throw new ProblemError(rejection.code, { errors: rejection.errors });
        }
        if (accepted.position !== null) await deps.waitFor(accepted.position);
        return reply.send(await answerMe(deps, reply, caller));
      },
    );
  };
}
