import type { AccountLanguage, DocumentKind } from '../../domain/account/events.js';

/** A text that must be accepted, as it is shown and printed. */
export type LegalDocument = {
  readonly kind: DocumentKind;
  /** The day of publication; the same in every language. */
  readonly version: string;
  readonly language: AccountLanguage;
  readonly title: string;
  readonly publishedOn: string;
  readonly sections: readonly LegalSection[];
};

type LegalSection = { readonly heading: string; readonly paragraphs: readonly string[] };

/** A text with `{operator}` where the name of whoever runs the portal stands. */
export type LegalText = { readonly title: string; readonly sections: readonly LegalSection[] };

export type Documents = {
  currentDocuments(language: AccountLanguage): readonly LegalDocument[];
  /** `outdated` was once in force, `unknown` never was. */
  standing(kind: DocumentKind, version: string): 'current' | 'outdated' | 'unknown';
};
