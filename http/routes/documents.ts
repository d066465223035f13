import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { Documents } from '../../adapters/documents/port.js';
import { passwordPolicy, passwordRules } from '../../domain/account/password-policy.js';
import { passwordProblems } from '../problems/password.js';
import { LegalDocument, PasswordPolicy } from '../schemas/accounts.js';
import { Language } from '../schemas/common.js';

type DocumentRoutesDeps = { readonly documents: Documents };

const DocumentsQuery = z.strictObject({ language: Language.optional() });
const DocumentsAnswer = z.object({ items: z.array(LegalDocument), next: z.null() }).meta({ id: 'LegalDocuments' });

/** What everybody may read before registering: the legal texts in force and the rules for passwords. */
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

    app.route({
      method: 'GET',
      url: '/api/v1/public/password-policy',
      config: { access: 'public' },
      schema: { tags: ['Documents'], summary: 'The rules for passwords', response: { 200: PasswordPolicy } },
      async handler(request, reply) {
        const rules = passwordRules.map((code) => ({ code, text: passwordProblems[code].title[request.language] }));
        return reply.header('vary', 'accept-language').send({ ...passwordPolicy, rules });
      },
    });
  };
}
