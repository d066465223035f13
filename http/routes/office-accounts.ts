import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Sessions } from '../../adapters/sessions/port.js';
import { signOutEverywhere, type SignOutEverywhereDeps } from '../../commands/account/sign-out-everywhere.js';
import type { Credentials } from '../../commands/ports.js';
import { AccountId } from '../../domain/kernel/ids.js';
import type { AccountView } from '../../projections/accounts.js';
import { commandContext } from '../caller.js';
import { rejectionProblem } from '../problem.js';
import { text } from '../schemas/common.js';
import { OfficeAccounts } from '../schemas/office.js';

type OfficeAccountsDeps = SignOutEverywhereDeps & {
  readonly credentials: Pick<Credentials, 'findForSignIn'>;
  readonly sessions: Pick<Sessions, 'list'>;
  readonly findAccount: (accountId: AccountId) => Promise<AccountView | null>;
};

/**
 * The back office: one account, for whoever has its owner on the telephone. It is found by the whole user name or the
 * whole address; there is no list to leaf through.
 */
export function officeAccountRoutes(deps: OfficeAccountsDeps): FastifyPluginAsyncZod {
  return async (app) => {
    app.get(
      '/api/v1/office/accounts',
      {
        config: { access: 'accounts:read' },
        schema: {
          tags: ['Office'],
          summary: 'The account of a user name or an e-mail address, and where it is signed in',
          querystring: z.strictObject({ name: text(254) }),
          response: { 200: OfficeAccounts },
        },
      },
      async (request, reply) => {
        const known = await deps.credentials.findForSignIn(request.query.name);
        const found = known === null || known.isDecoy ? null : await deps.findAccount(known.accountId);
        const items = found === null ? [] : [await answerOf(found)];
        return reply.header('cache-control', 'no-store').send({ items, next: null });
      },
    );

    app.delete(
      '/api/v1/office/accounts/:id/sessions',
      {
        config: { access: 'accounts:sign-out' },
        schema: {
          tags: ['Office'],
          summary: 'Sign an account out everywhere',
          params: z.object({ id: z.uuid() }),
          response: { 204: z.undefined() },
        },
      },
      async (request, reply) => {
        const accountId = AccountId.parse(request.params.id);
        const ended = await signOutEverywhere(deps, accountId, commandContext(request));
        if (!ended.ok) throw rejectionProblem(ended.rejection);
        return reply.code(204).send();
      },
    );
  };

  async function answerOf({ id, userName, email, kind, language, registeredAt }: AccountView) {
    const sessions = await deps.sessions.list(AccountId.parse(id), deps.clock.now());
    return {
      ...{ accountId: id, userName, email, kind, language, registeredAt },
      sessions: sessions.map(({ userAgent, openedAt, lastUsedAt }) => ({
        ...{ userAgent, openedAt: openedAt.toString(), lastUsedAt: lastUsedAt.toString() },
      })),
    };
  }
}
