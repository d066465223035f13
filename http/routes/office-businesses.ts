import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { confirmBusiness, type DetailsDeps } from '../../commands/account/correct-details.js';
import { AccountId } from '../../domain/kernel/ids.js';
import type { Page } from '../../projections/engine/page.js';
import type { UnconfirmedBusiness } from '../../projections/identities.js';
import { commandContext } from '../caller.js';
import { cursorKeys, cursorText, uuidKey } from '../cursor.js';
import { rejectionProblem } from '../problem.js';
import { ShortPage } from '../schemas/common.js';
import { ConfirmationBody, UnconfirmedBusinesses } from '../schemas/identity.js';

type OfficeBusinessesDeps = DetailsDeps & {
  readonly unconfirmedBusinesses: (wish: {
    readonly after: string | null;
    readonly limit: number;
  }) => Promise<Page<UnconfirmedBusiness, string>>;
  readonly userNamesOf: (accountIds: readonly string[]) => Promise<ReadonlyMap<string, string>>;
  /** Bounded: an answer never hangs on a read model. */
  readonly waitFor: (position: bigint) => Promise<unknown>;
};

/** The back office: businesses outside the EU, which are confirmed by hand (A9). */
export function officeBusinessRoutes(deps: OfficeBusinessesDeps): FastifyPluginAsyncZod {
  return async (app) => {
    app.get(
      '/api/v1/office/unconfirmed-businesses',
      {
        config: { access: 'accounts:confirm-business' },
        schema: {
          tags: ['Office'],
          summary: 'Businesses outside the EU that wait to be confirmed',
          querystring: z.strictObject(ShortPage),
          response: { 200: UnconfirmedBusinesses },
        },
      },
      async (request, reply) => {
        const { cursor, limit } = request.query;
        const [after = null] = cursorKeys(cursor, uuidKey) ?? [];
        const { items: businesses, next } = await deps.unconfirmedBusinesses({ after, limit });
        const names = await deps.userNamesOf(businesses.map(({ accountId }) => accountId));
        const items = businesses.map((one) => ({ ...one, userName: names.get(one.accountId) ?? '' }));
        return reply
          .header('cache-control', 'no-store')
          .send({ items, next: next === null ? null : cursorText([next]) });
      },
    );

    app.post(
      '/api/v1/office/accounts/:id/business-confirmation',
      {
        config: { access: 'accounts:confirm-business' },
        schema: {
          tags: ['Office'],
          summary: 'Confirm a business outside the EU',
          params: z.object({ id: z.uuid() }),
          body: ConfirmationBody,
          response: { 204: z.undefined() },
        },
      },
      async (request, reply) => {
        const accountId = AccountId.parse(request.params.id);
        const handled = await confirmBusiness(deps, accountId, request.body.evidence, commandContext(request));
        if (!handled.ok) throw rejectionProblem(handled.rejection);
        if (handled.position !== null) await deps.waitFor(handled.position);
        return reply.code(204).send();
      },
    );
  };
}
