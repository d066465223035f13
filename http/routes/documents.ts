import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Documents } from '../../adapters/documents/port.js';
import { LegalDocument } from '../schemas/accounts.js';
import { Language } from '../schemas/common.js';

type DocumentRoutesDeps = { readonly documents: Documents };

const DocumentsQuery = z.strictObject({ language: Language.optional() });
const DocumentsAnswer = z.object({ items: z.array(LegalDocument), next: z.null() }).meta({ id: 'LegalDocuments' });

/** What everybody may read before registering: the legal texts in force. */
export function documentRoutes(deps: DocumentRoutesDeps): FastifyPluginAsyncZod {
  return async (app) => {
    app.route({
      method: 'GET',
      url: '/api/v1/documents',
      config: { access: 'public' },
      schema: {
        tags: ['Documents'],
        summary: 'Terms of use and privacy policy in force',
        querystring: DocumentsQuery,
        response: { 200: DocumentsAnswer },
      },
      async handler(request, reply) {
        const documents = deps.documents.currentDocuments(request.query.language ?? request.language);
        const items = documents.map((document) => ({
          ...document,
          sections: document.sections.map(({ heading, paragraphs }) => ({ heading, paragraphs: [...paragraphs] })),
        }));
        return reply.header('cache-control', 'no-cache').header('vary', 'accept-language').send({ items, next: null });
      },
    });
  };
}
