import { DocumentKind } from '../../domain/account/events.js';
import type { AccountLanguage } from '../../domain/account/person.js';
import { legalTimeZone, Temporal } from '../../domain/kernel/time.js';
import { changesBetween } from './changes.js';
import { builtInEditions, mergeEditions } from './editions.js';
import {
  publishedKinds,
  type Documents,
  type Edition,
  type EditionStanding,
  type EditionWish,
  type LegalText,
  type PublishedKind,
} from './port.js';

const developmentOperatorName = 'SiteLink Betreiber (Entwicklung)';

/** An edition with the operator's name filled in and the moment at which its day begins. */
type Published = Edition & { readonly from: Temporal.Instant };

/** All documents of the portal: those that came with the program, followed by the operator's own. */
export function legalDocuments(
  operatorName: string = developmentOperatorName,
  operators: readonly Edition[] = [],
): Documents {
  const builtIn = builtInEditions();
  const publish = (edition: Edition): Published => ({
    ...edition,
    texts: { de: filled(edition.texts.de, operatorName), en: filled(edition.texts.en, operatorName) },
    from: Temporal.PlainDate.from(edition.version).toZonedDateTime(legalTimeZone).toInstant(),
  });
  const byKind = Object.fromEntries(
    publishedKinds.map((kind) => [kind, mergeEditions(kind, builtIn, operators).map(publish)]),
  ) as unknown as Readonly<Record<PublishedKind, readonly [Published, ...Published[]]>>;
  const printed = new Map<string, Promise<Buffer>>();

  /** The newest whose day has come; the first one counts from ever, so that there always is one. */
  const inForce = (kind: PublishedKind, at: Temporal.Instant): Published =>
    byKind[kind].findLast(({ from }) => Temporal.Instant.compare(from, at) <= 0) ?? byKind[kind][0];

  const chosen = (kind: PublishedKind, { version, at }: Pick<EditionWish, 'version' | 'at'>) =>
    version === undefined ? inForce(kind, at) : byKind[kind].find((edition) => edition.version === version);

  const standingsOf = (kind: PublishedKind, at: Temporal.Instant): readonly EditionStanding[] => {
    const current = inForce(kind, at).version;
    return byKind[kind].map(({ version }) => ({
      version,
      standing: version === current ? 'current' : version < current ? 'outdated' : 'announced',
    }));
  };

  const documents: Documents = {
    versionsInForce: (at) => ({ terms: inForce('terms', at).version, privacy: inForce('privacy', at).version }),
    currentDocuments: (language, at) =>
      publishedKinds.map((kind) => documents.find(kind, { language, at })).filter((found) => found !== null),
    find(kind, wish) {
      const edition = chosen(kind, wish);
      if (edition === undefined) return null;
      const editions = standingsOf(kind, wish.at).toReversed();
      const { standing } = editions.find(({ version }) => version === edition.version) ?? { standing: 'outdated' };
      const { version, texts } = edition;
      const { language } = wish;
      return { kind, version, standing, language, mustBeAccepted: isAccepted(kind), ...texts[language], editions };
    },
    standing: (kind, version, at) =>
      standingsOf(kind, at).find((edition) => edition.version === version)?.standing ?? 'unknown',
    changes(kind, since, wish) {
      const before = chosen(kind, { version: since, at: wish.at });
      const after = chosen(kind, wish);
      if (before === undefined || after === undefined) return null;
      const { language } = wish;
      const { title } = after.texts[language];
      const lines = changesBetween(before.texts[language], after.texts[language]);
      return { kind, language, title, from: before.version, to: after.version, lines };
    },
    async pdf(kind, wish) {
      const edition = chosen(kind, wish);
      if (edition === undefined) return null;
      const { language } = wish;
      const key = `${kind} ${edition.version} ${language}`;
      const known = printed.get(key) ?? print(edition, language, operatorName);
      printed.set(key, known);
      known.catch(() => printed.delete(key));
      return known;
    },
  };
  return documents;
}

const isAccepted = (kind: PublishedKind): boolean => DocumentKind.safeParse(kind).success;

/** The printer is big: only a process that prints loads it. */
async function print({ version, texts }: Edition, language: AccountLanguage, operatorName: string): Promise<Buffer> {
  const { printDocument } = await import('./pdf.js');
  return printDocument(texts[language], { version, language, operatorName });
}

function filled({ title, sections }: LegalText, operatorName: string): LegalText {
  const fill = (text: string) => text.replaceAll('{operator}', () => operatorName);
  return {
    title: fill(title),
    sections: sections.map(({ heading, blocks }) => ({
      heading: fill(heading),
      blocks: blocks.map((block) =>
        block.type === 'list' ? { ...block, items: block.items.map(fill) } : { ...block, text: fill(block.text) },
      ),
    })),
  };
}
