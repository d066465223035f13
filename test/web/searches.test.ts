import t from 'tap';
import {
  parseAsOf,
  parseDeclarations,
  parseFind,
  parseInvoices,
  parseMessage,
  parseSearch,
} from '../../web/office/shop/searches.js';
import { canAdd, linesText, parseChartSearch, readLines } from '../../web/plant/chart-lines.js';
import { parseChannelsSearch, parsePlantSearch } from '../../web/plant/view.js';
import { columnsIn, columnsText, parseFleetSearch } from '../../web/plants/fleet-wish.js';
import { clustersOf } from '../../web/plants/map-clusters.js';
import { parseWallSearch } from '../../web/wall/wall-search.js';
import { parseDocumentSearch } from '../../web/site/document-search.js';

const readers = [
  [parsePlantSearch, { view: 'month', date: '2026-07-21', worth: 'co2' }],
  [parseChannelsSearch, { date: '2026-07-21' }],
  [parseDocumentSearch, { version: '2026-01-01', since: '2025-01-01' }],
  [parseFind, { find: 'Hof' }],
  [parseMessage, { message: '6b1f6f0a-9a55-4f4e-9a55-0a3c5ad3c1de' }],
  [parseDeclarations, { state: 'handled' }],
  [parseAsOf, { asOf: '2026-07-21T10:00:00Z' }],
  [parseChartSearch, { lines: 'energyWh,acPowerW@a', span: 'week', date: '2026-07-21' }],
  [parseWallSearch, { seconds: 30 }],
  [parseInvoices, { year: 2026, kind: 'invoice' }],
] as const;

const reads = (read: unknown) => read === parseFind || read === parseChartSearch;

t.test('what makes no sense in an address is dropped by name, so that nothing is left of it', async (t) => {
  for (const [read, sense] of readers) {
    const names = Object.keys(sense);
    t.strictSame(read(sense), sense);
    for (const odd of [{}, [], null, true, 'nonsense', '\u0000']) {
      const came = Object.fromEntries(names.map((name) => [name, odd]));
      // As the router does it: what is read over what came.
      const left = Object.values({ ...came, ...read(came) });
      // Any text can be looked for, and lines are read where the parts of the plant are known.
      const isRight = (value: unknown) => value === undefined || (reads(read) && typeof value === 'string');
      t.ok(left.every(isRight), `${read.name}: ${JSON.stringify(left)}`);
      t.strictSame(Object.keys(read({})).toSorted(), names.toSorted(), 'every field is named');
    }
  }
});

t.test('lines of a chart: two units, eight lines, and only of parts that the plant has', async (t) => {
  const parts = new Set(['a', 'b']);
  const read = (lines: string | undefined) => linesText(readLines(lines, parts));
  t.equal(read(undefined), 'acPowerW,expectedPowerW', 'without a choice the power of the plant');
  t.equal(read(''), '', 'nothing is a choice, too');
  t.equal(read('energyWh,acPowerW@a,acVoltageV@a,acPowerW@b'), 'energyWh,acPowerW@a,acPowerW@b', 'no third unit');
  t.equal(read('acPowerW@c,beauty,acPowerW@a,acPowerW@a'), 'acPowerW@a');
  const full = readLines(
    ['acPowerW', 'dcPowerW', 'expectedPowerW'].flatMap((metric) => [metric, `${metric}@a`, `${metric}@b`]).join(','),
    parts,
  );
  t.equal(full.length, 8);
  t.equal(canAdd(full, { metric: 'weatherPowerW', of: null }), 'full');
  t.equal(canAdd(full, { metric: 'acPowerW', of: null }), 'there');
  const two = readLines('energyWh,acPowerW', parts);
  t.equal(canAdd(two, { metric: 'acFrequencyHz', of: 'a' }), 'unit');
  t.equal(canAdd(two, { metric: 'weatherEnergyWh', of: 'a' }), 'yes');
});

t.test('the search of the office is opened by what links call it', (t) => {
  t.strictSame(parseSearch({ q: 'Hof' }), { find: 'Hof', q: undefined });
  t.strictSame(parseSearch({ q: 4711 }), { find: '4711', q: undefined });
  t.strictSame(parseSearch({ find: 'Hof', q: 'Stall' }), { find: 'Hof', q: undefined });
  t.end();
});

t.test('columns of the list: in one order, the usual ones for nothing', async (t) => {
  t.strictSame(columnsIn(''), ['now', 'today', 'expected', 'worst', 'alerts', 'lastValue', 'licence', 'week']);
  t.strictSame(columnsIn('week,beauty,power'), ['power', 'week']);
  t.strictSame(columnsIn('beauty'), columnsIn(''), 'a list without columns is none');
  t.equal(columnsText(columnsIn('')), '');
  t.equal(columnsText(['week', 'power']), 'power,week');
  t.strictSame(parseFleetSearch({ columns: 'week,now', as: 'map', show: 'x' }), { columns: 'now,week', as: 'map' });
  t.strictSame(parseFleetSearch({ columns: 7, as: 'globe' }), {});
});

t.test('what is near each other on the map stands together', async (t) => {
  const clusters = clustersOf([
    { x: 10, y: 10, item: 'a' },
    { x: 20, y: 30, item: 'b' },
    { x: 200, y: 10, item: 'c' },
    { x: -10, y: 10, item: 'd' },
  ]);
  t.strictSame(clusters, [
    { x: 15, y: 20, items: ['a', 'b'] },
    { x: 200, y: 10, items: ['c'] },
    { x: -10, y: 10, items: ['d'] },
  ]);
  t.strictSame(clustersOf([]), []);
});
