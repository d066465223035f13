import { z } from 'zod';
import { publishedKinds } from '../../adapters/documents/port.js';
import { DayText, InstantText, Language, text } from './common.js';

export const PublishedKind = z.enum(publishedKinds);

const Standing = z.enum(['announced', 'current', 'outdated']);

export const LegalDocument = z
  .object({
    kind: PublishedKind,
    /** The day from which it is in force, in Germany; the same in every language. */
    version: DayText,
    standing: Standing,
    language: Language,
    title: z.string(),
    /** Whether an account is closed until its owner accepts it. */
    mustBeAccepted: z.boolean(),
    /** Plain text. */
    sections: z.array(
      z.object({
        heading: z.string(),
        blocks: z.array(
          z.discriminatedUnion('type', [
            z.object({ type: z.literal('paragraph'), text: z.string() }),
            z.object({ type: z.literal('list'), items: z.array(z.string()) }),
          ]),
        ),
      }),
    ),
    /** Newest first. */
    editions: z.array(z.object({ version: DayText, standing: Standing })),
  })
  .meta({ id: 'LegalDocument' });

export const LegalDocuments = z
  .object({ items: z.array(LegalDocument), next: z.null() })
  .meta({ id: 'LegalDocuments' });

export const DocumentChanges = z
  .object({
    kind: PublishedKind,
    language: Language,
    title: z.string(),
    from: DayText,
    to: DayText,
    /** Every line of both editions, in reading order. */
    lines: z.array(
      z.object({
        type: z.enum(['heading', 'paragraph', 'item']),
        change: z.enum(['same', 'added', 'removed', 'changed']),
        parts: z.array(z.object({ mark: z.enum(['same', 'added', 'removed']), text: z.string() })),
      }),
    ),
  })
  .meta({ id: 'DocumentChanges' });

const Source = z.string().max(200_000);
/** As it is written: `# title`, `## heading`, paragraphs, and lists with `- `; `{operator}` is the name of the operator. */
export const DraftBody = z.strictObject({ de: Source, en: Source }).meta({ id: 'DocumentDraftBody' });

export const EditionBody = z
  .strictObject({
    /** The day from which it is in force, in Germany: tomorrow at the earliest. */
    version: DayText,
    /** Why; it stands in the history for ever. */
    reason: text(300),
  })
  .meta({ id: 'DocumentEditionBody' });

/** A document as the office works on it. */
export const OfficeDocument = z
  .object({
    kind: PublishedKind,
    title: z.string(),
    /** Newest first. */
    editions: z.array(z.object({ version: DayText, standing: Standing })),
    /** The next edition, as it is written so far. */
    draft: z.object({ de: z.string(), en: z.string(), savedAt: InstantText }).nullable(),
    /** The edition that begins last, from which the next one is written. */
    newest: z.object({ version: DayText, de: z.string(), en: z.string() }),
    /** The first day on which the next one may begin. */
    earliest: DayText,
    /** Who drafted and published what, the newest first. */
    history: z.array(
      z.object({
        at: InstantText,
        type: z.enum(['drafted', 'published']),
        /** User name; null where it is not known any more. */
        by: z.string().nullable(),
        version: DayText.nullable(),
        reason: z.string().nullable(),
      }),
    ),
  })
  .meta({ id: 'OfficeDocument' });

export const OfficeDocuments = z
  .object({
    items: z.array(
      z.object({
        kind: PublishedKind,
        title: z.string(),
        version: DayText,
        /** The next one that is announced. */
        announced: DayText.nullable(),
        draftSavedAt: InstantText.nullable(),
      }),
    ),
    next: z.null(),
  })
  .meta({ id: 'OfficeDocuments' });

/** The draft as it would be published, and what is new in it. */
export const DraftPreview = z
  .object({ document: LegalDocument, changes: DocumentChanges })
  .meta({ id: 'DocumentDraftPreview' });

export const DueDocument = z
  .object({
    kind: z.enum(['terms', 'privacy']),
    /** The one in force. */
    version: z.string(),
    /** The one that was accepted last. */
    acceptedVersion: z.string().nullable(),
  })
  .meta({ id: 'DueDocument' });

/** The versions whose texts were shown; what is left out stays as it is. */
export const AcceptBody = z
  .strictObject({ terms: DayText.optional(), privacy: DayText.optional() })
  .refine((versions) => Object.keys(versions).length > 0)
  .meta({ id: 'AcceptDocumentsBody' });
