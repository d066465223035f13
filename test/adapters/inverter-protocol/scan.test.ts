import { deepStrictEqual, ok } from 'node:assert/strict';
import { fc } from '../../support/properties.js';
import t from 'tap';
import { decodeMessage } from '../../../adapters/inverter-protocol/decode.js';
import { parseMessage } from '../../../adapters/inverter-protocol/parse.js';
import { scanData } from '../../../adapters/inverter-protocol/scan.js';
import { bytes, vectors } from './vectors.js';

const hex = (min: number, max: number) =>
  fc.string({ unit: fc.constantFrom(...'0123456789abcdefABCDEF'), minLength: min, maxLength: max });
const key = fc.oneof(fc.constantFrom(...'123456789ABCDEF', '10', '11', '12', '13', 'a', '0C', '00'), hex(1, 8));
const parameter = fc.tuple(key, hex(1, 8)).map(([i, value]) => `<p i="${i}">${value}</p>`);
const record = fc
  .record({
    time: fc.nat(4_294_967_295),
    interval: fc.nat(999_999_999),
    parameters: fc.array(parameter, { maxLength: 24 }),
  })
  .map(({ time, interval, parameters }) => `<d t="${time}" l="${interval}">${parameters.join('')}</d>`);
const name = fc.string({ unit: fc.constantFrom(...'ABCXYZabcxyz0123456789-._'), minLength: 1, maxLength: 40 });
const mac = fc.oneof(hex(12, 12), name);
const head = fc
  .tuple(fc.boolean(), mac, name)
  .map(([element, m, s]) => (element ? `<rd><m>${m}</m><s>${s}</s>` : `<rd m="${m}" s="${s}">`));
const message = fc
  .tuple(head, fc.array(record, { minLength: 1, maxLength: 4 }))
  .map(([start, records]) => `${start}${records.join('')}</rd>`);

const fragment = fc.oneof(
  fc.constantFrom(
    '<',
    '>',
    '"',
    "'",
    '/',
    '&amp;',
    ' ',
    '\n',
    '\0',
    '<d',
    '</d>',
    '</rd>',
    '<p i="',
    '<!--',
    ']]>',
    '<!DOCTYPE',
  ),
  fc.string({ maxLength: 6 }),
  parameter,
);
const cut = fc.record({ from: fc.nat(600), drop: fc.nat(12), insert: fragment });
const mutated = fc
  .tuple(fc.oneof(message, fc.constantFrom(vectors.s1.slice(8), vectors.s2.slice(8))), fc.array(cut, { maxLength: 3 }))
  .map(([text, cuts]) =>
    cuts.reduce((part, { from, drop, insert }) => {
      const at = from % (part.length + 1);
      return part.slice(0, at) + insert + part.slice(at + drop);
    }, text),
  );

/** As `decodeMessage` hands a body to the parser. */
const withoutPadding = (xml: string) => xml.replace(/[\0\t\n\r ]+$/, '');

t.test('the scanner reads every message of the known shape, as the XML parser does', async (t) => {
  fc.assert(
    fc.property(message, (xml) => {
      const scanned = scanData(xml, 0);
      ok(scanned !== null, 'the scanner refused the known shape');
      deepStrictEqual(scanned, parseMessage(xml, bytes(xml)));
    }),
    { numRuns: 2_000 },
  );
  t.pass('equal');
});

t.test('whatever the scanner accepts of a broken message, the XML parser reads alike', async (t) => {
  fc.assert(
    fc.property(mutated, (xml) => {
      const scanned = scanData(xml, 0);
      if (scanned !== null) deepStrictEqual(scanned, parseMessage(withoutPadding(xml), bytes(xml)));
    }),
    { numRuns: 5_000, examples: [[`${vectors.s1.slice(8)}\u0000`], [`${vectors.s2.slice(8)} \r\n\u0000`]] },
  );
  t.pass('equal');
});

t.test('no bytes make the decoder throw or hang', async (t) => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 2_000 }), (body) => {
      decodeMessage(body);
    }),
    { numRuns: 3_000 },
  );
  fc.assert(
    fc.property(mutated, fc.constantFrom('', 'xmlData=', 'x=1&xmldata='), (xml, prefix) => {
      decodeMessage(bytes(prefix + xml));
    }),
    { numRuns: 3_000 },
  );
  const size = 256 * 1024;
  for (const unit of [
    '<',
    '>',
    '<a ',
    '<a>',
    '<a/>',
    '&',
    '&a;',
    '%',
    '%3C',
    ' ',
    '\0',
    '<!--',
    '<![CDATA[',
    '<?',
    '<?a ',
    '<a b="',
    '</',
    '"',
    '<rd><m>',
    '<p i="1">0</p>',
    'a=b ',
    '<a\n',
    "<a b='c' ",
    '=',
    '<rd>' + 'x',
  ]) {
    for (const start of ['', 'xmlData=<rd>', 'xmlData=<rd ', 'xmlData=%3Crd', 'xmlData=<rd><s>A</s><d t="1" l="1">']) {
      const body = bytes((start + unit.repeat(size / unit.length)).slice(0, size));
      // A quadratic step would keep this busy until the time limit of the test.
      t.ok(decodeMessage(body).kind, JSON.stringify(start + unit));
    }
  }
});
