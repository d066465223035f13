import t from 'tap';
import { parseAsOf, parseDeclarations, parseFind, parseInvoices } from '../../web/office/shop/searches.js';
import { parseChannelsSearch, parsePlantSearch } from '../../web/plant/view.js';
import { parseDocumentSearch } from '../../web/site/document-search.js';

const readers = [
  [parsePlantSearch, { view: 'month', date: '2026-07-21' }],
  [parseChannelsSearch, { date: '2026-07-21' }],
  [parseDocumentSearch, { version: '2026-01-01', since: '2025-01-01' }],
  [parseFind, { find: 'Hof' }],
  [parseDeclarations, { state: 'handled' }],
  [parseAsOf, { asOf: '2026-07-21T10:00:00Z' }],
  [parseInvoices, { year: 2026, kind: 'invoice' }],
] as const;

t.test('what makes no sense in an address is dropped by name, so that nothing is left of it', async (t) => {
  for (const [read, sense] of readers) {
    const names = Object.keys(sense);
    t.strictSame(read(sense), sense);
    for (const odd of [{}, [], null, true, 'nonsense', '\u0000']) {
      const came = Object.fromEntries(names.map((name) => [name, odd]));
      // As the router does it: what is read over what came.
      const left = Object.values({ ...came, ...read(came) });
      // Any text can be looked for.
      const isRight = (value: unknown) => value === undefined || (read === parseFind && typeof value === 'string');
      t.ok(left.every(isRight), `${read.name}: ${JSON.stringify(left)}`);
      t.strictSame(Object.keys(read({})).toSorted(), names.toSorted(), 'every field is named');
    }
  }
});
