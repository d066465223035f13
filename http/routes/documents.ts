import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import type {
  DocumentChanges as Changes,
  Documents,
  LegalDocument as Edition,
  PublishedKind as Kind,
} from '../../adapters/documents/port.js';
import type { Clock } from '../../commands/ports.js';
import { ProblemError } from '../problem.js';
import { fileOf, DayText, Language, type Language as LanguageName } from '../schemas/common.js';
import { DocumentChanges, LegalDocument, LegalDocuments, PublishedKind } from '../schemas/documents.js';

type DocumentRoutesDeps = { readonly documents: Documents; readonly clock: Clock };

const ListQuery = z.strictObject({ language: Language.optional() });
/** Without a version: the one in force. */
const EditionQuery = z.strictObject({ version: DayText.optional(), language: Language.optional() });
const ChangesQuery = EditionQuery.extend({ since: DayText });
const Params = z.object({ kind: PublishedKind });

const tags = ['Documents'];

type Query = { readonly version?: string | undefined; readonly language?: LanguageName | undefined };

/** What everybody may read before registering: the legal texts, all their editions, and what is new in each. */
export function documentRoutes({ documents, clock }: DocumentRoutesDeps): FastifyPluginAsyncZod {
  const wishOf = (request: FastifyRequest, { version, language }: Query) => ({
    version,
    language: language ?? request.language,
    at: clock.now(),
  });
  return async (app) => {
    app.get(
      '/api/v1/documents',
      {
        config: { access: 'public' },
        schema: {
          tags,
          summary: 'The documents in force: terms of use, privacy policy, general terms, withdrawal instruction, FAQ',
          querystring: ListQuery,
          response: { 200: LegalDocuments },
        },
      },
      async (request, reply) => {
        const { language, at } = wishOf(request, request.query);
        return readable(reply).send({
          items: documents.currentDocuments(language, at).map(documentAnswer),
          next: null,
        });
      },
    );

    app.get(
      '/api/v1/documents/:kind',
      {
        config: { access: 'public' },
        schema: {
          tags,
          summary: 'One edition of a document',
          params: Params,
          querystring: EditionQuery,
          response: { 200: LegalDocument },
        },
      },
      async (request, reply) => {
        const found = documents.find(request.params.kind, wishOf(request, request.query));
        if (found === null) throw new ProblemError('request.not-found');
        return readable(reply).send(documentAnswer(found));
      },
    );

    app.get(
      '/api/v1/documents/:kind/changes',
      {
        config: { access: 'public' },
        schema: {
          tags,
          summary: 'What is new in an edition since an earlier one, word by word',
          params: Params,
          querystring: ChangesQuery,
          response: { 200: DocumentChanges },
        },
      },
      async (request, reply) => {
        const { since, ...query } = request.query;
        const found = documents.changes(request.params.kind, since, wishOf(request, query));
        if (found === null) throw new ProblemError('request.not-found');
        return readable(reply).send(changesAnswer(found));
      },
    );

    app.get(
      '/api/v1/documents/:kind.pdf',
      {
        config: { access: 'public' },
        schema: {
          tags,
          summary: 'One edition of a document as a PDF file',
          params: Params,
          querystring: EditionQuery,
          response: { 200: fileOf(['application/pdf']) },
        },
      },
      async (request, reply) => {
        const { kind } = request.params;
        const wish = wishOf(request, request.query);
        const pdf = await documents.pdf(kind, wish);
        const version = documents.find(kind, wish)?.version;
        if (pdf === null || version === undefined) throw new ProblemError('request.not-found');
        return readable(reply)
          .header('content-disposition', `inline; filename="${fileName(kind, version, wish.language)}"`)
          .type('application/pdf')
          .send(pdf);
      },
    );
  };
}

function fileName(kind: Kind, version: string, language: LanguageName): string {
  return `sitelink-${kind}-${version}-${language}.pdf`;
}

function readable(reply: FastifyReply): FastifyReply {
  return reply.header('cache-control', 'no-cache').header('vary', 'accept-language');
}

/** A document as the API shows it. */
export function documentAnswer(document: Edition): z.infer<typeof LegalDocument> {
  return {
    ...document,
    sections: document.sections.map(({ heading, blocks }) => ({
      heading,
      blocks: blocks.map((block) => (block.type === 'list' ? { ...block, items: [...block.items] } : block)),
    })),
    editions: [...document.editions],
  };
}

/** What is new in a document, as the API shows it. */
export function changesAnswer(changes: Changes): z.infer<typeof DocumentChanges> {
  return { ...changes, lines: changes.lines.map((line) => ({ ...line, parts: [...line.parts] })) };
}
