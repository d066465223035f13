import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { editionSource, parseEditionText } from '../../adapters/documents/edition-text.js';
import { publishedKinds, type EditorialDocuments, type PublishedKind as Kind } from '../../adapters/documents/port.js';
import {
  draftLegalDocument,
  earliestEdition,
  loadLegalDocument,
  publishLegalDocument,
} from '../../commands/documents/legal-documents.js';
import type { Clock, EventLog } from '../../commands/ports.js';
import type { DocumentTexts, LegalDocumentEvent } from '../../domain/documents/events.js';
import type { LoggedEvent } from '../../projections/engine/projection.js';
import { commandContext } from '../caller.js';
import { ProblemError, rejectionProblem } from '../problem.js';
import { Language, Problem, type Language as LanguageName } from '../schemas/common.js';
import {
  DraftBody,
  DraftPreview,
  EditionBody,
  OfficeDocument,
  OfficeDocuments,
  PublishedKind,
} from '../schemas/documents.js';
import { changesAnswer, documentAnswer } from './documents.js';

type OfficeDocumentDeps = {
  readonly log: EventLog;
  readonly clock: Clock;
  readonly documents: EditorialDocuments;
  /** Everything that the office did to a document, the oldest first. */
  readonly documentHistory: (kind: Kind) => Promise<readonly LoggedEvent<LegalDocumentEvent>[]>;
  readonly userNamesOf: (accountIds: readonly string[]) => Promise<ReadonlyMap<string, string>>;
};

const tags = ['Office'];
const params = z.object({ kind: PublishedKind });
const url = '/api/v1/office/documents';

/** The back office: legal documents, the draft of the next edition, and publishing it from a day on. */
export function officeDocumentRoutes(deps: OfficeDocumentDeps): FastifyPluginAsyncZod {
  const { documents, clock, log } = deps;

  return async (app) => {
    app.get(
      url,
      {
        config: { access: 'documents:read' },
        schema: { tags, summary: 'The legal documents, their editions and drafts', response: { 200: OfficeDocuments } },
      },
      async (request, reply) => {
        const items = await Promise.all(publishedKinds.map((kind) => listed(kind, request.language)));
        return reply.header('cache-control', 'no-store').send({ items, next: null });
      },
    );

    app.get(
      `${url}/:kind`,
      {
        config: { access: 'documents:read' },
        schema: {
          tags,
          summary: 'A legal document: its editions, the draft of the next one, and who did what',
          params,
          response: { 200: OfficeDocument },
        },
      },
      async (request, reply) =>
        reply.header('cache-control', 'no-store').send(await answerOf(request.params.kind, request.language)),
    );

    app.put(
      `${url}/:kind/draft`,
      {
        config: { access: 'documents:publish' },
        schema: {
          tags,
          summary: 'Keep the next edition as it is written so far',
          params,
          body: DraftBody,
          response: { 204: z.undefined(), 422: Problem },
        },
      },
      async (request, reply) => {
        readable(request.body);
        const kept = await draftLegalDocument(
          { log, clock },
          request.params.kind,
          request.body,
          commandContext(request),
        );
        if (!kept.ok) throw rejectionProblem(kept.rejection);
        return reply.code(204).send();
      },
    );

    app.get(
      `${url}/:kind/draft/preview`,
      {
        config: { access: 'documents:read' },
        schema: {
          tags,
          summary: 'The draft as it would be published, and what is new in it',
          params,
          querystring: z.strictObject({ language: Language.optional() }),
          response: { 200: DraftPreview, 409: Problem },
        },
      },
      async (request, reply) => {
        const { kind } = request.params;
        const { draft } = await loadLegalDocument(log, kind);
        if (draft === null) throw new ProblemError('legal-document.no-draft');
        const newest = documents.newest(kind).version;
        const version = earliestEdition(clock.now(), newest);
        const next = documents.withEdition({ kind, version, texts: readable(draft.texts) });
        const wish = { version, language: request.query.language ?? request.language, at: clock.now() };
        const [document, changes] = [next.find(kind, wish), next.changes(kind, newest, wish)];
        if (document === null || changes === null) throw new ProblemError('request.not-found');
        return reply
          .header('cache-control', 'no-store')
          .send({ document: documentAnswer(document), changes: changesAnswer(changes) });
      },
    );

    app.post(
      `${url}/:kind/editions`,
      {
        config: { access: 'documents:publish' },
        schema: {
          tags,
          summary: 'Publish the draft, in force from a day on',
          params,
          body: EditionBody,
          response: { 201: OfficeDocument, 409: Problem, 422: Problem },
        },
      },
      async (request, reply) => {
        const { kind } = request.params;
        const wish = { kind, ...request.body, newest: documents.newest(kind).version };
        const published = await publishLegalDocument({ log, clock }, wish, commandContext(request));
        if (!published.ok) throw rejectionProblem(published.rejection);
        await documents.refresh();
        return reply
          .code(201)
          .header('cache-control', 'no-store')
          .send(await answerOf(kind, request.language));
      },
    );
  };

  async function listed(kind: Kind, language: LanguageName) {
    const current = editionInForce(kind, language);
    const { draft } = await loadLegalDocument(log, kind);
    const announced = current.editions.findLast(({ standing }) => standing === 'announced')?.version ?? null;
    const { title, version } = current;
    return { kind, title, version, announced, draftSavedAt: draft?.at ?? null };
  }

  async function answerOf(kind: Kind, language: LanguageName): Promise<z.infer<typeof OfficeDocument>> {
    const { title, editions } = editionInForce(kind, language);
    const [{ draft }, events] = await Promise.all([loadLegalDocument(log, kind), deps.documentHistory(kind)]);
    const people = events
      .map(({ metadata }) => metadata.actor)
      .filter(({ kind }) => kind === 'account' || kind === 'operator');
    const names = await deps.userNamesOf([...new Set(people.map(({ id }) => id))]);
    const { version, texts } = documents.newest(kind);
    return {
      ...{ kind, title, editions: [...editions] },
      draft: draft === null ? null : { ...draft.texts, savedAt: draft.at },
      newest: { version, de: editionSource(texts.de), en: editionSource(texts.en) },
      earliest: earliestEdition(clock.now(), version),
      history: events.map((event) => entryOf(event, names)).toReversed(),
    };
  }

  function editionInForce(kind: Kind, language: LanguageName) {
    const found = documents.find(kind, { language, at: clock.now() });
    if (found === null) throw new ProblemError('request.not-found');
    return found;
  }
}

/** The texts as they would be shown; a 422 problem beside the one that cannot be read. */
function readable({ de, en }: DocumentTexts) {
  const read = (pointer: string, source: string) => {
    try {
      return parseEditionText(source);
    } catch (error) {
      const [, line] = /line (\d+)/.exec(String(error)) ?? [];
      const code = line === undefined ? 'legal-document.unreadable' : 'legal-document.unreadable-line';
      const params = line === undefined ? {} : { line };
      throw new ProblemError('legal-document.unreadable', { errors: [{ pointer, code }], params });
    }
  };
  return { de: read('/de', de), en: read('/en', en) };
}

function entryOf(event: LoggedEvent<LegalDocumentEvent>, names: ReadonlyMap<string, string>) {
  const by = names.get(event.metadata.actor.id) ?? null;
  if (event.type === 'LegalDocumentDrafted') {
    return { at: event.data.at, type: 'drafted' as const, by, version: null, reason: null };
  }
  const { at, version, reason } = event.data;
  return { at, type: 'published' as const, by, version, reason };
}
