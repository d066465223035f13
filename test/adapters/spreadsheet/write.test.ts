import t from 'tap';
import { uploadLimits } from '../../../adapters/spreadsheet/limits.js';
import { spreadsheets } from '../../../adapters/spreadsheet/spreadsheets.js';
import { tableOf } from '../../../adapters/spreadsheet/table.js';
import { readZip } from '../../../adapters/spreadsheet/zip.js';

t.test('a styled sheet is written and read again', async (t) => {
  const { read, write } = spreadsheets();
  const file = write([
    {
      name: 'Wechselrichter',
      columnWidths: [24, 18],
      frozenRows: 1,
      rows: [
        [
          { value: 'Seriennummer', look: 'required' },
          { value: 'Größe', look: 'optional' },
        ],
        [
          { value: '00123', look: 'input' },
          { value: 7, look: 'input' },
        ],
      ],
    },
    { name: 'Hinweise', columnWidths: [80], frozenRows: 0, rows: [[{ value: 'Lies mich', look: 'note' }]] },
  ]);
  t.strictSame(await read(file), {
    ok: true,
    rows: [
      { line: 1, cells: ['Seriennummer', 'Größe'] },
      { line: 2, cells: ['00123', 7] },
    ],
  });
  const parts = readZip(file, uploadLimits, () => true);
  const sheet = parts.get('xl/worksheets/sheet1.xml')?.toString('utf8') ?? '';
  t.match(sheet, /<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"\/>/);
  t.match(sheet, /<col [^>]*width="24/);
  t.notMatch(parts.get('xl/worksheets/sheet2.xml')?.toString('utf8'), /<pane/);
  t.match(parts.get('xl/styles.xml')?.toString('utf8'), /FFC940/i, 'colours');
});

t.test('columns are found by any of their words', async (t) => {
  const wanted = {
    serialNumber: { words: ['Seriennummer'], required: true },
    name: { words: ['Bezeichnung'], required: false },
  };
  const rows = [
    { line: 3, cells: ['x', 'SERIEN-Nummer *', '__proto__'] },
    { line: 4, cells: [1, 42, 'polluted'] },
  ];
  t.strictSame(tableOf(rows, wanted), { ok: true, rows: [{ line: 4, values: { serialNumber: '42', name: '' } }] });
  t.strictSame(tableOf([], wanted), { ok: false, missing: ['serialNumber'] });
});
