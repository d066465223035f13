import { z } from 'zod';
import { publishedKinds } from '../../adapters/documents/port.js';
import { DayText, Language } from './common.js';

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
