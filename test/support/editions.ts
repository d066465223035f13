import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

type Teardown = { teardown(handler: () => unknown): unknown };

/** A folder with files of an operator's documents, gone when the test ends. */
export function editionFolder(t: Teardown, files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'sitelink-documents-'));
  t.teardown(() => rmSync(folder, { recursive: true, force: true }));
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  return folder;
}

/** Both languages of an edition. */
export function editionFiles(kind: string, version: string, text: string): Record<string, string> {
  return { [`${kind}.${version}.de.md`]: text, [`${kind}.${version}.en.md`]: text };
}
