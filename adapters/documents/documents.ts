import type { AccountLanguage, DocumentKind } from '../../domain/account/events.js';
import type { Documents, LegalDocument, LegalText } from './port.js';
import { privacyDe } from './texts/privacy.de.js';
import { privacyEn } from './texts/privacy.en.js';
import { termsDe } from './texts/terms.de.js';
import { termsEn } from './texts/terms.en.js';

type Edition = {
  readonly version: string;
  readonly texts: Readonly<Record<AccountLanguage, LegalText>>;
};

/** Every version that was ever in force, newest first. An edition is never changed, only followed by the next. */
const editions: Readonly<Record<DocumentKind, readonly [Edition, ...Edition[]]>> = {
  terms: [{ version: '2026-11-23', texts: { de: termsDe, en: termsEn } }],
  privacy: [{ version: '2026-11-23', texts: { de: privacyDe, en: privacyEn } }],
};

const developmentOperatorName = 'SiteLink Betreiber (Entwicklung)';

/** The legal documents with the operator's name filled in. */
export function legalDocuments(operatorName: string = developmentOperatorName): Documents {
  const fill = (text: string) => text.replaceAll('{operator}', operatorName);
  const current = (kind: DocumentKind, language: AccountLanguage): LegalDocument => {
    const { version, texts } = editions[kind][0];
    const { title, sections } = texts[language];
    return {
      kind,
      version,
      language,
      title,
      publishedOn: version,
      sections: sections.map(({ heading, paragraphs }) => ({ heading, paragraphs: paragraphs.map(fill) })),
    };
  };
  return {
    currentDocuments: (language) => [current('terms', language), current('privacy', language)],
    standing(kind, version) {
      if (editions[kind][0].version === version) return 'current';
      return editions[kind].some((edition) => edition.version === version) ? 'outdated' : 'unknown';
    },
  };
}
