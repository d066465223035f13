import type { AccountLanguage } from '../../domain/account/person.js';
import type { DocumentKind } from '../../domain/account/events.js';
import { publishedKinds, type PublishedKind } from '../../domain/documents/events.js';
import type { Temporal } from '../../domain/kernel/time.js';

export { publishedKinds, type PublishedKind };

/** A text with `{operator}` where the name of whoever runs the portal stands. */
export type LegalText = { readonly title: string; readonly sections: readonly LegalSection[] };
export type LegalSection = { readonly heading: string; readonly blocks: readonly TextBlock[] };
export type TextBlock =
  { readonly type: 'paragraph'; readonly text: string } | { readonly type: 'list'; readonly items: readonly string[] };

/** One version of a document in every language. Never changed, only followed by the next. */
export type Edition = {
  readonly kind: PublishedKind;
  /** The day from which it is in force, in Germany. */
  readonly version: string;
  readonly texts: Readonly<Record<AccountLanguage, LegalText>>;
};

/** `announced` is in force later, `outdated` was once; `unknown` never was. */
export type Standing = 'announced' | 'current' | 'outdated' | 'unknown';
export type EditionStanding = { readonly version: string; readonly standing: Exclude<Standing, 'unknown'> };

/** An edition in one language, as it is shown and printed. */
export type LegalDocument = EditionStanding & {
  readonly kind: PublishedKind;
  readonly language: AccountLanguage;
  readonly title: string;
  /** Whether an account is closed until its owner accepts it. */
  readonly mustBeAccepted: boolean;
  readonly sections: readonly LegalSection[];
  /** All editions of the document, newest first. */
  readonly editions: readonly EditionStanding[];
};

/** What became of a line between two editions; a `changed` one has parts of both. */
export type LineChange = {
  readonly type: 'heading' | 'paragraph' | 'item';
  readonly change: 'same' | 'added' | 'removed' | 'changed';
  readonly parts: readonly { readonly mark: 'same' | 'added' | 'removed'; readonly text: string }[];
};

export type DocumentChanges = {
  readonly kind: PublishedKind;
  readonly language: AccountLanguage;
  readonly title: string;
  readonly from: string;
  readonly to: string;
  readonly lines: readonly LineChange[];
};

/** Which edition: that version, else the one in force at the time. */
export type EditionWish = {
  readonly version?: string | undefined;
  readonly language: AccountLanguage;
  readonly at: Temporal.Instant;
};

export type Documents = {
  /** The version of each document in force that an account has to accept. */
  versionsInForce(at: Temporal.Instant): Readonly<Record<DocumentKind, string>>;
  /** Every document as it is in force. */
  currentDocuments(language: AccountLanguage, at: Temporal.Instant): readonly LegalDocument[];
  /** Null when there is no such version. */
  find(kind: PublishedKind, wish: EditionWish): LegalDocument | null;
  standing(kind: PublishedKind, version: string, at: Temporal.Instant): Standing;
  /** What is new in an edition since an earlier one; null when there is no such version. */
  changes(kind: PublishedKind, since: string, wish: EditionWish): DocumentChanges | null;
  /** The edition as a PDF file; null when there is no such version. */
  pdf(kind: PublishedKind, wish: EditionWish): Promise<Buffer | null>;
};

/** The documents as the office works on them. */
export type EditorialDocuments = Documents & {
  /** The edition that begins last, with `{operator}` as it was written. */
  newest(kind: PublishedKind): Edition;
  /** How the documents would be with one more edition. */
  withEdition(edition: Edition): Documents;
  /** Looks at once for what was published. */
  refresh(): Promise<void>;
};
