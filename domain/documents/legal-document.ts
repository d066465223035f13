import { accept, reject, type Decider } from '../kernel/decider.js';
import type { DocumentTexts, LegalDocumentEvent, PublishedKind } from './events.js';

/** An edition that the office has published. */
export type PublishedEdition = { readonly version: string; readonly texts: DocumentTexts };

export type LegalDocumentState = {
  readonly draft: { readonly texts: DocumentTexts; readonly at: string } | null;
  /** Oldest first. */
  readonly editions: readonly PublishedEdition[];
};

type LegalDocumentCommand =
  | {
      readonly type: 'DraftLegalDocument';
      readonly kind: PublishedKind;
      readonly texts: DocumentTexts;
      readonly at: string;
    }
  | {
      readonly type: 'PublishLegalDocument';
      readonly kind: PublishedKind;
      /** The day from which it is in force, in Germany. */
      readonly version: string;
      readonly reason: string;
      /** The first day on which it may begin, after all editions that there are. */
      readonly earliest: string;
      readonly at: string;
    };

export type LegalDocumentRejection =
  | { readonly code: 'legal-document.no-draft' }
  | { readonly code: 'legal-document.too-early'; readonly earliest: string };

/** The stream of a document: what the office writes and publishes of it. */
export const legalDocumentStream = (kind: PublishedKind) => `legalDocument-${kind}`;

export const legalDocumentDecider: Decider<
  LegalDocumentCommand,
  LegalDocumentState,
  LegalDocumentEvent,
  LegalDocumentRejection
> = {
  initialState: { draft: null, editions: [] },
  evolve(state, { type, data }) {
    if (type === 'LegalDocumentDrafted') return { ...state, draft: { texts: data.texts, at: data.at } };
    return { draft: null, editions: [...state.editions, { version: data.version, texts: data.texts }] };
  },
  decide(command, { draft }) {
    const { kind, at } = command;
    if (command.type === 'DraftLegalDocument') {
      const { texts } = command;
      if (draft?.texts.de === texts.de && draft.texts.en === texts.en) return accept<LegalDocumentEvent>();
      return accept<LegalDocumentEvent>({ type: 'LegalDocumentDrafted', data: { kind, texts, at } });
    }
    const { version, reason, earliest } = command;
    if (draft === null) return reject({ code: 'legal-document.no-draft' });
    if (version < earliest) return reject({ code: 'legal-document.too-early', earliest });
    const data = { kind, version, texts: draft.texts, reason, at };
    return accept<LegalDocumentEvent>({ type: 'LegalDocumentPublished', data });
  },
};
