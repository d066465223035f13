import type { DocumentKind } from '../api/types.js';
import type { MessageId } from '../i18n/de.js';

export const documentKinds = [
  'terms',
  'privacy',
  'general-terms',
  'withdrawal',
  'faq',
] as const satisfies readonly DocumentKind[];

/** Short names, as they stand in menus; the documents have titles of their own. */
export const documentNames = {
  terms: 'documents.terms',
  privacy: 'documents.privacy',
  'general-terms': 'documents.generalTerms',
  withdrawal: 'documents.withdrawal',
  faq: 'documents.faq',
} as const satisfies Record<DocumentKind, MessageId>;

export const isDocumentKind = (text: string): text is DocumentKind => Object.hasOwn(documentNames, text);
