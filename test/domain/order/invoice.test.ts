import { fc } from '../../support/properties.js';
import t from 'tap';
import { vatOn } from '../../../domain/kernel/money.js';
import { eInvoice, type EInvoice } from '../../../domain/order/e-invoice.js';
import { InvoiceFacts } from '../../../domain/order/invoice.js';
import { brokenRules, brokenStandardRules, portalRules, standardRules } from '../../../domain/order/invoice-rules.js';
import { euCountries, vatTreatment, type Customer } from '../../../domain/order/vat-treatment.js';
import { invoiceFacts, sampleInvoices } from '../../../scripts/invoices/samples.js';
import { anyInvoice } from '../../support/invoices.js';

type Changed<T> = { -readonly [K in keyof T]?: unknown };
const facts = (more: Changed<InvoiceFacts>) => ({ ...invoiceFacts(), ...more }) as InvoiceFacts;
const idsOf = (broken: readonly { readonly id: string }[]) => broken.map(({ id }) => id);

t.test('the samples keep all rules', async (t) => {
  for (const [name, sample] of Object.entries(sampleInvoices)) t.strictSame(brokenRules(sample), [], name);
});

t.test('whatever may be issued keeps all rules', async () => {
  fc.assert(fc.property(anyInvoice, (invoice) => brokenRules(invoice).length === 0));
  const isSame = (invoice: InvoiceFacts) => JSON.stringify(InvoiceFacts.parse(invoice)) === JSON.stringify(invoice);
  fc.assert(fc.property(anyInvoice, isSame));
});

const buyer = (more: object) => ({ ...invoiceFacts().buyer, ...more });
const abroad = { vat: { treatment: 'notTaxable', rateBasisPoints: 0 }, buyer: buyer({ country: 'CH' }) } as const;
const spoiltFacts: Readonly<Record<string, Changed<InvoiceFacts>>> = {
  'treatment-rate': { vat: { treatment: 'domestic', rateBasisPoints: 0 } },
  'treatment-country': { buyer: buyer({ country: 'AT' }) },
  'tax-number': { ...abroad, seller: { ...invoiceFacts().seller, taxNumber: null } },
  reference: { kind: 'correction' },
  evidence: { kind: 'supplementary' },
  paid: { paidCents: 99_999 },
  receipt: { paidOn: null },
  days: { orderedOn: '2026-11-29' },
  year: { number: '2025-000123' },
};

t.test('each rule of the portal can be broken', async (t) => {
  t.strictSame(Object.keys(spoiltFacts).toSorted(), idsOf(portalRules).toSorted());
  for (const [id, more] of Object.entries(spoiltFacts)) t.ok(idsOf(brokenRules(facts(more))).includes(id), id);
  const swiss = invoiceFacts({ ...abroad, seller: { ...invoiceFacts().seller, taxNumber: null } });
  t.strictSame(idsOf(brokenRules(swiss)), ['tax-number']);
  t.strictSame(brokenRules(invoiceFacts({ ...swiss, seller: invoiceFacts().seller })), []);
});

const taxed = eInvoice(invoiceFacts());
const reversed = eInvoice(sampleInvoices['reverse-charge-pl'] ?? invoiceFacts());
const outside = eInvoice(sampleInvoices['not-taxable-ch'] ?? invoiceFacts());
const withLine = (invoice: EInvoice, more: object) => ({
  ...invoice,
  lines: invoice.lines.map((line) => ({ ...line, ...more })),
});
const withVat = (invoice: EInvoice, more: object) => ({
  ...invoice,
  vatBreakdown: invoice.vatBreakdown.map((breakdown) => ({ ...breakdown, ...more })),
});
const withTotals = (more: object) => ({ ...taxed, totals: { ...taxed.totals, ...more } });
const withSeller = (invoice: EInvoice, more: object) => ({ ...invoice, seller: { ...invoice.seller, ...more } });
const nameless = { vatId: null, taxNumber: null };
const backwards = { firstDay: '2027-01-02', lastDay: '2027-01-01' };

const spoilt: Readonly<Record<string, EInvoice>> = {
  'BR-02': { ...taxed, number: '' },
  'BR-03': { ...taxed, issuedOn: '' },
  'BR-05': { ...taxed, currency: '' },
  'BR-06': withSeller(taxed, { name: '' }),
  'BR-07': { ...taxed, buyer: { ...taxed.buyer, name: '' } },
  'BR-09': withSeller(taxed, { address: { ...taxed.seller.address, country: '' } }),
  'BR-11': { ...taxed, buyer: { ...taxed.buyer, address: { ...taxed.buyer.address, country: '' } } },
  'BR-16': { ...taxed, lines: [] },
  'BR-21': withLine(taxed, { id: '' }),
  'BR-22': withLine(taxed, { quantity: 0 }),
  'BR-25': withLine(taxed, { name: '' }),
  'BR-27': withLine(taxed, { priceCents: -1 }),
  'BR-29': { ...taxed, period: backwards },
  'BR-30': withLine(taxed, { period: backwards }),
  'BR-55': { ...taxed, preceding: { number: '', issuedOn: '2026-01-01' } },
  'BR-CO-09': { ...taxed, buyer: { ...taxed.buyer, vatId: '136695976' } },
  'BR-CO-10': withTotals({ linesCents: 1 }),
  'BR-CO-13': withTotals({ netCents: 1 }),
  'BR-CO-14': withTotals({ vatCents: 1 }),
  'BR-CO-15': withTotals({ grossCents: 1 }),
  'BR-CO-16': withTotals({ dueCents: 1 }),
  'BR-CO-17': withVat(taxed, { vatCents: 1_502 }),
  'BR-CO-18': { ...taxed, vatBreakdown: [] },
  'BR-CO-25': withTotals({ dueCents: 1 }),
  'BR-CO-26': withSeller(taxed, { vatId: null, registrationNumber: '' }),
  'BR-S-01': { ...taxed, vatBreakdown: [...taxed.vatBreakdown, ...taxed.vatBreakdown] },
  'BR-S-02': withSeller(taxed, nameless),
  'BR-S-05': withLine(taxed, { rateBasisPoints: 0 }),
  'BR-S-08': withVat(taxed, { baseCents: 1 }),
  'BR-S-10': withVat(taxed, { exemption: { reason: 'none', code: 'VATEX-EU-O' } }),
  'BR-AE-01': withVat(reversed, { category: 'S' }),
  'BR-AE-02': { ...reversed, buyer: { ...reversed.buyer, vatId: null } },
  'BR-AE-05': withLine(reversed, { rateBasisPoints: 1900 }),
  'BR-AE-08': withVat(reversed, { baseCents: 1 }),
  'BR-AE-09': withVat(reversed, { vatCents: 1 }),
  'BR-AE-10': withVat(reversed, { exemption: null }),
  'BR-O-01': withVat(outside, { category: 'AE' }),
  'BR-O-02': withSeller(outside, { vatId: 'DE123456789' }),
  'BR-O-05': withLine(outside, { rateBasisPoints: 0 }),
  'BR-O-08': withVat(outside, { baseCents: 1 }),
  'BR-O-09': withVat(outside, { vatCents: 1 }),
  'BR-O-10': withVat(outside, { exemption: null }),
  'BR-O-11': { ...outside, lines: [...outside.lines, ...taxed.lines] },
};

t.test('each rule of the standard can be broken', async (t) => {
  t.strictSame(Object.keys(spoilt).toSorted(), idsOf(standardRules).toSorted());
  for (const [id, invoice] of Object.entries(spoilt)) t.ok(idsOf(brokenStandardRules(invoice)).includes(id), id);
});

t.test('documents that give back are credit notes with positive amounts, and name what they change', async (t) => {
  const { correction, cancellation, supplementary } = sampleInvoices;
  if (!correction || !cancellation || !supplementary) throw new Error('a sample is missing');
  const preceding = { number: '2026-000123', issuedOn: '2026-11-28' };
  t.match(eInvoice(correction), {
    ...{ typeCode: '381', preceding },
    lines: [{ description: 'Restwert: 265 von 365 Tagen nicht genutzt', period: { firstDay: '2027-03-11' } }],
    totals: { netCents: 5_736, grossCents: 6_826, prepaidCents: 6_826, dueCents: 0 },
    terms: null,
  });
  const queued = { ...correction, lines: correction.lines.map((line) => ({ ...line, lastDay: '2028-12-31' })) };
  t.equal(eInvoice(queued).lines[0]?.description, 'Restwert: 365 von 365 Tagen nicht genutzt');
  t.match(eInvoice(cancellation), { typeCode: '381', preceding, totals: { grossCents: 9_401, dueCents: 0 } });
  t.match(eInvoice(supplementary), {
    ...{ typeCode: '380', preceding, terms: { dueOn: '2027-01-11' } },
    notes: [
      'Zur Rechnung 2026-000123 vom 28.11.2026 wird nachberechnet, was die Lizenz für die tatsächliche Leistung mehr kostet.',
      'Angegeben waren 30\u00a0kW; die Wechselrichter melden seit dem 24.12.2026 zusammen 36,5\u00a0kW.',
    ],
  });
  const words = Object.values(sampleInvoices).map((sample) => JSON.stringify(eInvoice(sample)));
  t.notMatch(words.join(), /Gutschrift/i, 'the word is for invoices that the customer writes (§ 14 (4) no. 10 UStG)');
});

t.test('what was set off is prepaid, and the price stays whole', async (t) => {
  const setOff = eInvoice(sampleInvoices['domestic-set-off'] ?? invoiceFacts());
  const allSetOff = { ...invoiceFacts({ creditCents: 9_401 }), paidOn: '2026-11-28' };
  t.strictSame([brokenRules(allSetOff), eInvoice(allSetOff).notes], [[], []], 'nothing was received, whatever the day');
  t.match(setOff.totals, { netCents: 14_900, vatCents: 2_831, grossCents: 17_731, prepaidCents: 17_731, dueCents: 0 });
});

t.test('notices about the tax', async (t) => {
  const of = (name: string) => eInvoice(sampleInvoices[name] ?? invoiceFacts());
  t.match(of('reverse-charge-pl'), {
    notes: ['Steuerschuldnerschaft des Leistungsempfängers', 'Zahlung erhalten am 28.11.2026.'],
    vatBreakdown: [{ category: 'AE', rateBasisPoints: 0, vatCents: 0, exemption: { code: 'VATEX-EU-AE' } }],
    ...{ seller: { vatId: 'DE123456789' }, buyer: { vatId: 'PL5260250274' } },
  });
  t.match(of('reverse-charge-gr-en').notes, ['Reverse charge', 'Payment received on 28 November 2026.']);
  t.match(of('not-taxable-ch'), {
    notes: ['Nicht im Inland steuerbare Leistung', 'Zahlung erhalten am 28.11.2026.'],
    vatBreakdown: [{ category: 'O', rateBasisPoints: null, exemption: { code: 'VATEX-EU-O' } }],
    ...{ seller: { vatId: null, taxNumber: '99/999/99999' }, buyer: { vatId: null } },
  });
  t.match(of('domestic-consumer'), { vatBreakdown: [{ category: 'S', rateBasisPoints: 1900, exemption: null }] });
});

t.test('a line of text is one line of whole characters', async (t) => {
  const name = ' A\u0000B\r\n\tC\ud800D\ufffe ';
  t.equal(InvoiceFacts.parse(facts({ buyer: buyer({ name }) })).buyer.name, 'A B C\ufffdD');
  t.throws(() => InvoiceFacts.parse(facts({ buyer: buyer({ name: '\u0007' }) })));
});

const customer: fc.Arbitrary<Customer> = fc.record({
  kind: fc.constantFrom('consumer' as const, 'business' as const),
  country: fc.constantFrom(...euCountries, 'CH', 'GB', 'NO', 'US', 'TR'),
  isVatIdValid: fc.boolean(),
});
const on = fc.date({ min: new Date('2007-01-01'), max: new Date('2035-01-01'), noInvalidDate: true });

t.test('who is taxed how', async (t) => {
  fc.assert(
    fc.property(customer, on, (who, date) => {
      const day = date.toISOString().slice(0, 10);
      const result = vatTreatment(who, day);
      if (who.country === 'DE') return result?.treatment === 'domestic' && result.rateBasisPoints >= 1600;
      if (who.kind === 'consumer') return result === null;
      if (!euCountries.has(who.country)) return result?.treatment === 'notTaxable' && result.rateBasisPoints === 0;
      return who.isVatIdValid ? result?.treatment === 'reverseCharge' && result.rateBasisPoints === 0 : result === null;
    }),
  );
  const rate = (day: string) =>
    vatTreatment({ kind: 'consumer', country: 'DE', isVatIdValid: false }, day)?.rateBasisPoints;
  t.strictSame(['2020-06-30', '2020-07-01', '2020-12-31', '2021-01-01'].map(rate), [1900, 1600, 1600, 1900]);
  const belfast = { kind: 'business', country: 'GB', isVatIdValid: true } as const;
  t.equal(vatTreatment(belfast, '2026-11-27')?.treatment, 'notTaxable', 'Northern Ireland is in the EU for goods only');
});

t.test('VAT is rounded half up, once', async () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 100_000_000 }), fc.constantFrom(1900, 1600, 700, 0), (net, rate) => {
      const vat = BigInt(vatOn(net, rate));
      const twice = 2n * BigInt(net) * BigInt(rate);
      return 2n * vat * 10_000n > twice - 10_000n && 2n * vat * 10_000n <= twice + 10_000n;
    }),
  );
});
