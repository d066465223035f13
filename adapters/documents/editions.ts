import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AccountLanguage } from '../../domain/account/person.js';
import { Day } from '../../domain/kernel/time.js';
import { parseEditionText } from './edition-text.js';
import { publishedKinds, type Edition, type LegalText, type PublishedKind } from './port.js';

const fileName = new RegExp(`^(${publishedKinds.join('|')})\\.(\\d{4}-\\d{2}-\\d{2})\\.(de|en)\\.md$`);
const maxBytes = 512 * 1024;
const languages = ['de', 'en'] as const satisfies readonly AccountLanguage[];

/** Our own texts, which come with the program. */
export function builtInEditions(): readonly Edition[] {
  return readEditions(join(dirname(fileURLToPath(import.meta.url)), 'texts'));
}

/**
 * The editions of the operator. From the first one of a document on, only theirs count (`mergeEditions`); the day of an
 * edition of ours is refused for it, because people may have accepted ours under that name.
 */
export function operatorEditions(folder: string): readonly Edition[] {
  const editions = readEditions(folder);
  for (const kind of publishedKinds) {
    const first = editions.find((edition) => edition.kind === kind)?.version;
    if (builtInEditions().some((edition) => edition.kind === kind && edition.version === first)) {
      throw new TypeError(
        `${kind}.${first}.de.md takes the day of an edition that came with the program; an edition is never changed, so please choose another day`,
      );
    }
  }
  return editions;
}

/** The editions of a document that count, oldest first: ours up to the operator's first one, then the operator's. */
export function mergeEditions(
  kind: PublishedKind,
  builtIn: readonly Edition[],
  operators: readonly Edition[],
): readonly Edition[] {
  const theirs = operators.filter((edition) => edition.kind === kind);
  const first = theirs[0]?.version;
  const ours = builtIn.filter((edition) => edition.kind === kind && (first === undefined || edition.version < first));
  return [...ours, ...theirs];
}

/** All editions in a folder, oldest first. Throws an error that names the file with which something is wrong. */
function readEditions(folder: string): readonly Edition[] {
  const texts = new Map<string, LegalText>();
  // What begins with a dot is of the system that mounted the folder.
  const names = readdirSync(folder).filter((name) => !name.startsWith('.'));
  for (const name of names) texts.set(name, readText(folder, name));
  const stems = [...new Set(names.map((name) => name.replace(/\.(de|en)\.md$/, '')))];
  const editions = stems.map((stem): Edition => {
    const [kind, version] = stem.split('.') as [PublishedKind, string];
    return { kind, version, texts: { de: textOf(texts, stem, 'de'), en: textOf(texts, stem, 'en') } };
  });
  return editions.sort((one, other) => (one.version < other.version ? -1 : 1));
}

function textOf(texts: ReadonlyMap<string, LegalText>, stem: string, language: AccountLanguage): LegalText {
  const text = texts.get(`${stem}.${language}.md`);
  if (text !== undefined) return text;
  throw new TypeError(`${stem}.${language}.md is missing: an edition has all languages (${languages.join(', ')})`);
}

function readText(folder: string, name: string): LegalText {
  const version = fileName.exec(name)?.[2];
  if (version === undefined || !Day.safeParse(version).success) {
    throw new TypeError(
      `${name} is not named <${publishedKinds.join('|')}>.<day from which it is in force>.<de|en>.md`,
    );
  }
  try {
    const bytes = readFileSync(join(folder, name));
    if (bytes.length > maxBytes) throw new TypeError(`it has more than ${maxBytes / 1024} KiB`);
    return parseEditionText(utf8(bytes));
  } catch (error) {
    throw new TypeError(`${name} cannot be used: ${(error as Error).message}`, { cause: error });
  }
}

function utf8(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    throw new TypeError('it is not UTF-8', { cause: error });
  }
}
