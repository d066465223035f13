import { loadLegalDocument } from '../../commands/documents/legal-documents.js';
import type { EventLog } from '../../commands/ports.js';
import { startRounds, type Rounds } from '../rounds.js';
import { legalDocuments } from './documents.js';
import { parseEditionText } from './edition-text.js';
import { builtInEditions, mergeEditions } from './editions.js';
import { publishedKinds, type Edition, type EditorialDocuments, type PublishedKind } from './port.js';

const refreshMs = 30_000;

/**
 * All documents of the portal, those included that the office has published: the log is asked again and again, which is soon
 * enough since an edition begins on the next day at the earliest.
 */
export async function publishedDocuments(options: {
  readonly operatorName: string;
  /** From the folder of the operator. */
  readonly fromFiles: readonly Edition[];
  readonly log: Pick<EventLog, 'load'>;
  readonly onTrouble: (error: unknown) => void;
}): Promise<{ readonly documents: EditorialDocuments; readonly rounds: Rounds }> {
  const { operatorName, fromFiles, log, onTrouble } = options;
  let editions: readonly Edition[] = fromFiles;
  let current = legalDocuments(operatorName, editions);
  let known = 0;

  async function refresh(): Promise<void> {
    const published = (await Promise.all(publishedKinds.map((kind) => editionsOf(log, kind)))).flat();
    // An edition is never changed, only followed by the next.
    if (published.length === known) return;
    known = published.length;
    const isOver = (file: Edition) =>
      published.some(({ kind, version }) => kind === file.kind && version === file.version);
    editions = [...fromFiles.filter((file) => !isOver(file)), ...published].toSorted((one, other) =>
      one.version < other.version ? -1 : 1,
    );
    current = legalDocuments(operatorName, editions);
  }

  await refresh();
  const documents: EditorialDocuments = {
    versionsInForce: (at) => current.versionsInForce(at),
    currentDocuments: (language, at) => current.currentDocuments(language, at),
    find: (kind, wish) => current.find(kind, wish),
    standing: (kind, version, at) => current.standing(kind, version, at),
    changes: (kind, since, wish) => current.changes(kind, since, wish),
    pdf: (kind, wish) => current.pdf(kind, wish),
    newest(kind) {
      const newest = mergeEditions(kind, builtInEditions(), editions).at(-1);
      if (newest === undefined) throw new Error(`there is no edition of ${kind}`);
      return newest;
    },
    withEdition: (edition) => legalDocuments(operatorName, [...editions, edition]),
    refresh,
  };
  const round = async () => {
    await refresh();
    return false;
  };
  return { documents, rounds: startRounds({ round, pauseMs: refreshMs, onTrouble }) };
}

async function editionsOf(log: Pick<EventLog, 'load'>, kind: PublishedKind): Promise<readonly Edition[]> {
  const { editions } = await loadLegalDocument(log, kind);
  return editions.map(({ version, texts }) => ({
    ...{ kind, version },
    texts: { de: parseEditionText(texts.de), en: parseEditionText(texts.en) },
  }));
}
