import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Sessions } from '../../adapters/sessions/port.js';
import { signOut } from '../../commands/account/sign-out.js';
import type { Clock } from '../../commands/ports.js';
import { isVisit, requireSession } from '../caller.js';
import { rejectionProblem } from '../problem.js';
import { SessionList } from '../schemas/accounts.js';
import { Uuid } from '../schemas/common.js';
import { clearSessionCookies } from '../session-answer.js';

type OwnSessionsDeps = { readonly sessions: Sessions; readonly clock: Clock };

const tags = ['Sessions'];
const config = { access: 'account' } as const;
/** Leaving is open to everybody who is in. */
const leaving = { access: 'account', beforeAcceptance: true } as const;
const params = z.object({ id: Uuid });

/** Where the caller is signed in, and signing out there (A14). */
export function ownSessionRoutes(deps: OwnSessionsDeps): FastifyPluginAsyncZod {
  return async (app) => {
    app.get(
      '/api/v1/me/sessions',
      { config, schema: { tags, summary: 'Where the caller is signed in', response: { 200: SessionList } } },
      async (request, reply) => {
        const caller = requireSession(request);
        const visit = isVisit(caller) ? caller.sessionId : null;
        const sessions = await deps.sessions.list(caller.accountId, deps.clock.now(), { visit });
        const items = sessions.map(({ sessionId, userAgent, secondFactor, openedAt, lastUsedAt }) => ({
          id: sessionId,
          current: sessionId === caller.sessionId,
          userAgent,
          secondFactor,
          openedAt: openedAt.toString(),
          lastUsedAt: lastUsedAt.toString(),
        }));
        return reply.header('cache-control', 'no-store').send({ items, next: null });
      },
    );

    // Also at /api/v1/sessions/:id, where a session was opened.
    for (const url of ['/api/v1/me/sessions/:id', '/api/v1/sessions/:id']) {
      app.delete(
        url,
        {
          config: leaving,
          schema: { tags, summary: 'End a session of one’s own', params, response: { 204: z.undefined() } },
        },
        async (request, reply) => {
          const { accountId, sessionId } = requireSession(request);
          const { id } = request.params;
          const result = await signOut(deps, accountId, id);
          if (!result.ok) throw rejectionProblem(result.rejection);
          if (id === sessionId) clearSessionCookies(reply);
          return reply.code(204).send();
        },
      );
    }

    app.delete(
      '/api/v1/me/sessions',
      { config: leaving, schema: { tags, summary: 'Sign out everywhere, here too', response: { 204: z.undefined() } } },
      async (request, reply) => {
        await deps.sessions.revokeAll(requireSession(request).accountId, deps.clock.now());
        clearSessionCookies(reply);
        return reply.code(204).send();
      },
    );
  };
}
