import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import t from 'tap';
import { datevBatch } from '../../adapters/accounting/datev.js';
import type { ExportedInvoice } from '../../adapters/accounting/exported-invoice.js';
import { invoiceCsv } from '../../adapters/accounting/invoice-csv.js';
import { exampleAccounting, fiscalYearOf, readAccounting } from '../../adapters/accounting/settings.js';
import { windows1252 } from '../../adapters/accounting/windows-1252.js';
import { Temporal } from '../../domain/kernel/time.js';

const invoice: ExportedInvoice = {
  ...{ number: '2026-000001', orderId: '0d5e1c20-0000-4000-8000-0000000000a2', kind: 'invoice' },
  ...{ issuedOn: '2026-03-05', vatTreatment: 'domestic', vatRateBasisPoints: 1_900, corrects: null, sha256: '00' },
  ...{ netCents: 7_900, vatCents: 1_501, grossCents: 9_401 },
  buyer: { name: 'Müller "Sonne" GmbH', country: 'DE', vatId: null },
};
const others: readonly ExportedInvoice[] = [
  { ...invoice, number: '2026-000002', kind: 'correction', corrects: '2026-000001' },
  {
    ...{ ...invoice, number: '2026-000003', vatTreatment: 'reverseCharge', vatRateBasisPoints: 0, vatCents: 0 },
    ...{ grossCents: 7_900, buyer: { name: '=Łódź\nSp. z o.o.', country: 'PL', vatId: 'PL1234567890' } },
  },
  { ...invoice, number: '2026-000004', netCents: 0, vatCents: 0, grossCents: 0 },
  { ...invoice, number: '2026-000005', vatTreatment: 'notTaxable', buyer: null },
];

async function* pages() {
  yield [invoice];
  yield others;
}

t.test('a batch of bookings as the DATEV format wants it', async (t) => {
  const range = { from: '2026-03-01', to: '2026-03-31' };
  const now = Temporal.Instant.from('2026-04-01T06:07:08.009Z');
  const parts: Buffer[] = [];
  for await (const part of datevBatch(pages(), { accounting: exampleAccounting, range, now })) parts.push(part);
  const text = new TextDecoder('windows-1252').decode(Buffer.concat(parts));
  t.notMatch(text.replaceAll('\r\n', ''), /[\r\n]/, 'no line breaks but those between lines');
  const [header = '', headings = '', ...bookings] = text.trimEnd().split('\r\n');
  t.equal(
    header,
    '"EXTF";700;21;"Buchungsstapel";13;20260401080708009;;"SL";"";"";1001;1;20260101;4;20260301;20260331;' +
      '"SiteLink Rechnungen";"";1;0;0;"EUR";;"";;;"03";;;"";""',
  );
  t.equal(headings.split(';').length, 125);
  t.match(headings.split(';'), {
    0: /^Umsatz/,
    39: /^EU-Land u. UStID/,
    113: 'Festschreibung',
    124: 'Abw. Skontokonto',
  });
  const cells = bookings.map((line) => line.split(';'));
  t.ok(cells.every((row) => row.length === 125));
  t.strictSame(
    cells.map((row) => [0, 1, 6, 7, 9, 10, 39].map((at) => row[at])),
    [
      ['94,01', '"S"', '10000', '8400', '0503', '"2026-000001"', '""'],
      ['94,01', '"H"', '10000', '8400', '0503', '"2026-000002"', '""'],
      ['79,00', '"S"', '10000', '8336', '0503', '"2026-000003"', '"PL1234567890"'],
      ['94,01', '"S"', '10000', '8338', '0503', '"2026-000005"', '""'],
    ],
    'what is nothing is left out',
  );
  t.equal(cells[0]?.[13], '"Rechnung Müller ""Sonne"" GmbH"');
  t.equal(cells[2]?.[13], '"Rechnung =Lódz Sp. z o.o."', 'letters that the character set does not have');
  t.equal(cells[3]?.[13], '"Rechnung"', 'whoever was forgotten has no name');
});

t.test('a table for any program', async (t) => {
  let text = '';
  for await (const part of invoiceCsv(pages())) text += part;
  const [head, ...lines] = text.trimEnd().split('\r\n');
  t.match(head, /^\ufeffnumber,kind,issuedOn/);
  t.equal(
    lines[0],
    '2026-000001,invoice,2026-03-05,,0d5e1c20-0000-4000-8000-0000000000a2,"Müller ""Sonne"" GmbH",DE,,domestic,19,79,15.01,94.01,EUR',
  );
  t.match(lines[1], /,-79,-15.01,-94.01,EUR$/, 'what goes back is negative');
  t.match(text, `"'=Łódź\nSp. z o.o."`, 'nothing that a spreadsheet would compute');
});

t.test('the character set of accounting programs', async (t) => {
  t.strictSame([...windows1252('äß€–Ÿ')], [0xe4, 0xdf, 0x80, 0x96, 0x9f]);
  t.strictSame(windows1252('Łódź 東').toString('latin1'), 'Lódz Dong');
});

t.test('a range lies in one fiscal year and one calendar year', async (t) => {
  const year = (fiscalYearStart: string, from: string, to: string) => fiscalYearOf({ fiscalYearStart }, { from, to });
  t.equal(year('01-01', '2026-01-01', '2026-12-31'), '2026-01-01');
  t.equal(year('01-01', '2026-12-31', '2027-01-01'), null);
  t.equal(year('07-01', '2026-01-01', '2026-06-30'), '2025-07-01');
  t.equal(year('07-01', '2026-06-30', '2026-07-01'), null);
  t.equal(year('07-01', '2026-12-01', '2027-01-01'), null);
});

t.test('accounts are read from a file, which says what is wrong with it', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'sitelink-'));
  t.teardown(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'accounting.json');
  const read = (content: object) => {
    writeFileSync(file, JSON.stringify(content));
    return readAccounting(file);
  };
  t.strictSame(read(exampleAccounting), exampleAccounting);
  t.throws(() => read({ ...exampleAccounting, fiscalYearStart: '1.1.' }), {
    message: 'fiscalYearStart: must be like 01-01',
  });
  t.throws(() => read({ ...exampleAccounting, receivables: 'Kunden' }), {
    message: /^receivables: must be an account/,
  });
});
