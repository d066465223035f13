import { z } from 'zod';
import { defineEvent, type EventOf } from '../kernel/event.js';
import { Day, Instant } from '../kernel/time.js';

/** What is published: the first two are accepted by every account, the others belong to an order or explain. */
export const publishedKinds = ['terms', 'privacy', 'general-terms', 'withdrawal', 'faq'] as const;
const PublishedKind = z.enum(publishedKinds);
export type PublishedKind = z.infer<typeof PublishedKind>;

/** As it was written: the small part of Markdown that documents are made of, in every language. */
const Texts = z.object({ de: z.string(), en: z.string() }).readonly();
export type DocumentTexts = z.infer<typeof Texts>;

/** The next edition of a document was written down; nobody but the office sees it. */
export const LegalDocumentDrafted = defineEvent(
  'LegalDocumentDrafted',
  z.object({ kind: PublishedKind, texts: Texts, at: Instant }),
);

/** The draft became an edition, in force from a day (`version`) on in Germany. `reason`: why; it is kept for ever. */
export const LegalDocumentPublished = defineEvent(
  'LegalDocumentPublished',
  z.object({ kind: PublishedKind, version: Day, texts: Texts, reason: z.string(), at: Instant }),
);

export const legalDocumentEvents = [LegalDocumentDrafted, LegalDocumentPublished] as const;
export type LegalDocumentEvent = EventOf<(typeof legalDocumentEvents)[number]>;
