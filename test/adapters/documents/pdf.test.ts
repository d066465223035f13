import t from 'tap';
import { extractText, getDocumentProxy } from 'unpdf';
import { legalDocuments } from '../../../adapters/documents/documents.js';
import { publishedKinds } from '../../../adapters/documents/port.js';
import { Temporal } from '../../../domain/kernel/time.js';

const operatorName = 'Müller & Söhne <Solar> (GmbH) \\ „Łódź“';
const documents = legalDocuments(operatorName);
const at = Temporal.Instant.from('2026-11-27T12:00:00Z');
const words = { de: ['Fassung', 'Seite'], en: ['Version', 'Page'] } as const;
const letters = (text: string) => text.replaceAll(/\s+/g, '');

for (const kind of publishedKinds) {
  for (const language of ['de', 'en'] as const) {
    t.test(`${kind} in ${language}: the whole text can be read back from the file`, async (t) => {
      const document = documents.find(kind, { language, at });
      const file = await documents.pdf(kind, { language, at });
      if (document === null || file === null) throw new Error('there is no such document');
      const pdf = await getDocumentProxy(new Uint8Array(file));
      const { text: pages, totalPages } = await extractText(pdf, { mergePages: false });
      t.ok(totalPages > 1);
      const [edition, page] = words[language];
      const all = pages.map((content, index) => {
        const footer = `${document.title} · ${operatorName} · ${edition} ${document.version}`;
        t.ok(letters(content).includes(letters(footer)), `the foot of page ${index + 1} names document and edition`);
        const number = `${page} ${index + 1} ${language === 'de' ? 'von' : 'of'} ${totalPages}`;
        t.ok(letters(content).includes(letters(number)), number);
        return letters(content).replace(letters(footer), '').replace(letters(number), '');
      });
      const wanted = document.sections.flatMap(({ heading, blocks }) => [
        heading,
        ...blocks.flatMap((block) => (block.type === 'list' ? block.items : [block.text])),
      ]);
      const missing = wanted.filter((line) => !all.join('').includes(letters(line)));
      t.strictSame(missing, [], 'every line is there, with all its letters');
      const { info } = await pdf.getMetadata();
      t.match(info, {
        Title: document.title,
        Author: operatorName,
        Language: language === 'de' ? 'de-DE' : 'en-GB',
        Subject: `${edition} ${document.version}`,
      });
      t.match(await pdf.getMarkInfo(), { Marked: true });
      const tree = JSON.stringify(await (await pdf.getPage(1)).getStructTree());
      for (const role of ['Document', 'H1', 'H2', 'P']) t.match(tree, `"role":"${role}"`);
    });
  }
}

t.test('printed once, and the same bytes every time', async (t) => {
  const wish = { version: '2026-11-23', language: 'de', at } as const;
  const first = await documents.pdf('privacy', wish);
  t.equal(await documents.pdf('privacy', wish), first);
  t.ok((await legalDocuments(operatorName).pdf('privacy', wish))?.equals(first as Buffer));
  t.equal(await documents.pdf('privacy', { ...wish, version: '2020-01-01' }), null);
});
