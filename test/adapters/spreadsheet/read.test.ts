import t from 'tap';
import { uploadLimits } from '../../../adapters/spreadsheet/limits.js';
import { parseUpload } from '../../../adapters/spreadsheet/parse.js';
import { sheetReader } from '../../../adapters/spreadsheet/read.js';
import { Unreadable } from '../../../adapters/spreadsheet/unreadable.js';
import { writeZip } from '../../../adapters/spreadsheet/zip.js';
import { inlineRow, xlsxFrom, xlsxOf } from '../../support/spreadsheet-files.js';

/** Long enough for a crowded machine: only what never ends runs into it. */
const limits = { ...uploadLimits, maxMs: 120_000 };
const read = sheetReader(limits);
const refused = (reason: string) => ({ ok: false, reason });

/** As the worker does it, without one: for the many files that only need to be told apart. */
function parsed(file: Buffer) {
  try {
    return { ok: true, rows: parseUpload(file, limits) } as const;
  } catch (error) {
    return { ok: false, reason: error instanceof Unreadable ? error.reason : 'damaged' } as const;
  }
}

t.test('plain values come out, with the lines they stood in', async (t) => {
  const file = xlsxOf([['Serial', 'Code'], [], ['  A0264 ', 1234, true, null, 'é €']]);
  t.strictSame(await read(file), {
    ok: true,
    rows: [
      { line: 1, cells: ['Serial', 'Code'] },
      { line: 3, cells: ['A0264', 1234, true, null, 'é €'] },
    ],
  });
  t.strictSame(await read(Buffer.from('\ufeffserialNumber;name\r\n\r\n"A;1";"x\ny"\r\n')), {
    ok: true,
    rows: [
      { line: 1, cells: ['serialNumber', 'name'] },
      { line: 3, cells: ['A;1', 'x y'] },
    ],
  });
  t.match(await read(Buffer.from('name\nK\xf6ln\n', 'latin1')), { rows: [{}, { cells: ['Köln'] }] }, 'Windows-1252');
});

t.test('formulas, errors, dates and characters that cannot be stored do not come out', async (t) => {
  const file = xlsxFrom(
    '<sheetData><row r="1"><c r="A1" t="str"><f>HYPERLINK("http://127.0.0.1")</f><v>shown</v></c>' +
      '<c r="B1" t="e"><v>#REF!</v></c><c r="C1"><f>1+1</f></c><c r="D1"><v>1e999</v></c></row>' +
      `${inlineRow(2, 'a&#1;b_x0000_c')}</sheetData>`,
  );
  const answer = await read(file);
  t.match(answer, { ok: true, rows: [{ cells: ['shown'] }, {}] });
  t.notMatch(JSON.stringify(answer), /HYPERLINK|REF|\\u0000|\\u0001/);
});

t.test('names of the prototype are texts like others and change nothing', async (t) => {
  const names = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty'];
  const file = xlsxFrom(
    `<sheetData>${inlineRow(1, ...names)}${inlineRow(2, ...names)}<row r="3"><c r="__proto__" t="str"><v>polluted</v></c></row></sheetData>`,
    {
      'xl/workbook.xml':
        '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="__proto__" sheetId="1" r:id="rId1"/></sheets></workbook>',
      ['__proto__']: 'polluted',
      'xl/worksheets/__proto__.xml': '<worksheet/>',
    },
  );
  const answer = await read(file);
  t.ok(!answer.ok || answer.rows.every(({ cells }) => cells.every((cell) => names.includes(String(cell)))));
  t.match(await read(Buffer.from(`${names.join(',')}\n1,2,3,4,5\n`)), { ok: true, rows: [{ cells: names }, {}] });
  t.strictSame(Object.keys(Object.prototype), []);
  t.equal(({} as { polluted?: unknown }).polluted, undefined);
});

t.test('what is no spreadsheet is named', async (t) => {
  t.strictSame(parsed(Buffer.alloc(0)), refused('empty'));
  t.strictSame(parsed(xlsxOf([[]])), refused('empty'));
  t.strictSame(parsed(Buffer.from('\n\n;;\n')), refused('empty'));
  t.strictSame(parsed(Buffer.from('<html><table><tr><td>A1</td></tr></table></html>')), refused('notASpreadsheet'));
  t.strictSame(parsed(Buffer.from('%PDF-1.7\n')), refused('notASpreadsheet'));
  t.strictSame(parsed(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0])), refused('notASpreadsheet'));
  t.strictSame(parsed(writeZip([['word/document.xml', Buffer.from('<w/>')]])), refused('notASpreadsheet'));
  t.strictSame(parsed(writeZip([['content.xml', Buffer.from('<ods/>')]])), refused('otherFormat'));
  t.strictSame(parsed(writeZip([['xl/workbook.bin', Buffer.from('x')]])), refused('otherFormat'));
  const ole = Buffer.from('d0cf11e0a1b11ae1', 'hex');
  t.strictSame(parsed(Buffer.concat([ole, Buffer.alloc(600)])), refused('otherFormat'));
  const locked = Buffer.concat([ole, Buffer.alloc(600), Buffer.from('EncryptedPackage', 'utf16le')]);
  t.strictSame(parsed(locked), refused('encrypted'));
  const whole = xlsxOf([['a'], ['b']]);
  const encrypted = Buffer.from(whole);
  encrypted[encrypted.indexOf('PK\x01\x02', 0, 'latin1') + 8] = 1;
  t.strictSame(parsed(encrypted), refused('encrypted'));
});

t.test('a damaged file is told from a good one, wherever it was cut or changed', async (t) => {
  const whole = xlsxOf([['a', 'b'], ...Array.from({ length: 50 }, (_, index) => [`serial ${index}`, index])]);
  for (const share of [0.01, 0.3, 0.6, 0.9, 0.99]) {
    t.strictSame(parsed(whole.subarray(0, Math.floor(whole.length * share))), refused('damaged'), `cut at ${share}`);
  }
  for (const file of flipped(whole, 12)) {
    const answer = parsed(file);
    t.ok(answer.ok || ['damaged', 'suspicious', 'notASpreadsheet', 'encrypted'].includes(answer.reason));
  }
  t.strictSame(parsed(xlsxFrom('', { 'xl/workbook.xml': '<workbook/>' })), refused('damaged'));
});

/** The file with one byte changed, at places spread over it. */
function* flipped(file: Buffer, count: number): Generator<Buffer> {
  for (let index = 0; index < count; index++) {
    const changed = Buffer.from(file);
    const at = Math.floor((file.length * (index + 0.5)) / count);
    changed[at] = (changed[at] ?? 0) ^ 0xff;
    yield changed;
  }
}

t.test('bombs are refused before they are unpacked', async (t) => {
  const zeros = Buffer.alloc(40 * 1024 * 1024);
  t.strictSame(parsed(xlsxFrom('', { 'xl/sharedStrings.xml': zeros })), refused('suspicious'), 'as it declares');

  const packed = xlsxFrom('', { 'xl/sharedStrings.xml': zeros });
  const directory = packed.lastIndexOf('xl/sharedStrings.xml', undefined, 'latin1') - 46;
  packed.writeUInt32LE(1000, directory + 24);
  t.strictSame(parsed(packed), refused('suspicious'), 'as it does not declare');

  const many = Array.from({ length: 300 }, (_, index) => [`xl/part${index}.xml`, Buffer.from('x')] as const);
  t.strictSame(parsed(writeZip(many)), refused('suspicious'), 'many parts');
  const noise = Array.from({ length: 30 }, (_, index) => [`xl/${index}.xml`, Buffer.alloc(1024 * 1024 - 1)] as const);
  t.strictSame(parsed(writeZip(noise)), refused('suspicious'), 'together too large');
  const entities =
    '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><sst><si><t>&b;</t></si></sst>';
  t.strictSame(parsed(xlsxFrom('', { 'xl/sharedStrings.xml': entities })), refused('suspicious'), 'entities');
});

t.test('limits of the table hold', async (t) => {
  const rows = (count: number) => Array.from({ length: count }, (_, index) => [`S${index}`]);
  t.match(parsed(xlsxOf(rows(uploadLimits.maxRows))), { ok: true });
  t.strictSame(parsed(xlsxOf(rows(uploadLimits.maxRows + 1))), refused('tooManyRows'));
  t.strictSame(parsed(xlsxOf(rows(20_000))), refused('tooManyRows'), 'a huge sheet');
  const csv = rows(uploadLimits.maxRows + 1).join('\n');
  t.strictSame(parsed(Buffer.from(csv)), refused('tooManyRows'));
  const far = `<dimension ref="A1:XFD1048576"/><sheetData>${inlineRow(1, 'a')}</sheetData>`;
  t.strictSame(parsed(xlsxFrom(far)), { ok: true, rows: [{ line: 1, cells: ['a'] }] }, 'a huge range of nothing');
  const wide = '<sheetData><row r="1"><c r="XFD1" t="str"><v>a</v></c></row></sheetData>';
  t.strictSame(parsed(xlsxFrom(wide)), refused('tooManyColumns'));
  t.strictSame(parsed(Buffer.from(`${'a,'.repeat(100)}a\n`)), refused('tooManyColumns'));
  t.strictSame(parsed(xlsxOf([['x'.repeat(501)]])), refused('cellTooLong'));
  t.strictSame(await read(Buffer.alloc(uploadLimits.maxBytes + 1)), refused('tooLarge'));
  const deep = `<sheetData>${'<row><c><is>'.repeat(5_000)}</sheetData>`;
  t.equal(parsed(xlsxFrom(deep)).ok, false, 'deep nesting');
});

t.test('time and memory end with the worker; the process goes on', async (t) => {
  const hostile = xlsxFrom('<sheetData>'.repeat(90_000));
  const hasty = sheetReader({ ...limits, maxMs: 1_000 });
  t.strictSame(await hasty(hostile), refused('tooSlow'), 'a regular expression without end');

  const lean = sheetReader({ ...limits, maxUnpackedBytes: 400 * 1024 * 1024, maxRatio: 10_000, maxHeapMb: 24 });
  const texts = Array.from({ length: 900 }, (_, index) =>
    inlineRow(index + 1, ...Array(40).fill(`${index}`.repeat(100))),
  );
  t.strictSame(await lean(xlsxFrom(`<sheetData>${texts.join('')}</sheetData>`)), refused('tooLarge'), 'memory');

  const before = process.memoryUsage().rss;
  for (let round = 0; round < 3; round++) await read(xlsxFrom('<sheetData>'.repeat(500)));
  t.ok(process.memoryUsage().rss - before < 150 * 1024 * 1024, 'memory stays');
  t.match(await read(xlsxOf([['still here']])), { ok: true });
});

t.test('a few files wait, more are told so', async (t) => {
  const file = xlsxOf([['a']]);
  const answers = await Promise.all(Array.from({ length: 14 }, () => read(file)));
  t.equal(answers.filter(({ ok }) => ok).length, 10);
  t.equal(answers.filter((answer) => !answer.ok && answer.reason === 'busy').length, 4);
  t.match(await read(file), { ok: true });
});
