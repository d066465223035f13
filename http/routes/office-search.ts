import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import type { z } from 'zod';
import { refusalOf, type Rights } from '../../domain/account/access.js';
import { requireSession, type SessionCaller } from '../caller.js';
import { rightToSearch } from '../office-search.js';
import { searchKinds, SearchHits, SearchQuery, type SearchKind } from '../schemas/office-search.js';

type OfficeSearchDeps = {
  readonly rightsOf: (caller: SessionCaller) => Promise<Rights>;
  readonly searchOffice: (find: string, kinds: readonly SearchKind[]) => Promise<z.infer<typeof SearchHits>>;
};

/** The back office: whatever begins so, of what the roles of the caller see (A13). */
export function officeSearchRoutes({ rightsOf, searchOffice }: OfficeSearchDeps): FastifyPluginAsyncZod {
  return async (app) => {
    app.get(
      '/api/v1/office/search',
      {
        config: { access: 'office:enter' },
        schema: {
          tags: ['Office'],
          summary: 'Accounts, plants, devices, orders, invoices and mails by how a name, a number or an id begins',
          querystring: SearchQuery,
          response: { 200: SearchHits },
        },
      },
      async (request, reply) => {
        const rights = await rightsOf(requireSession(request));
        const kinds = searchKinds.filter((kind) => refusalOf(rightToSearch[kind], rights) === null);
        return reply.header('cache-control', 'no-store').send(await searchOffice(request.query.find, kinds));
      },
    );
  };
}
