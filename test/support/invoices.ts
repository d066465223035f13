import { fc } from './properties.js';
import { Temporal } from '../../domain/kernel/time.js';
import { InvoiceFacts, type InvoiceBuyer, type InvoiceKind, type LicenceLine } from '../../domain/order/invoice.js';
import type { VatTreatment } from '../../domain/order/vat-treatment.js';
import { invoiceFacts } from '../../scripts/invoices/samples.js';

/** What people and hostile programs write into a form. */
const text = fc
  .oneof(
    fc.constantFrom(
      'Müller & Söhne <Solar> GmbH',
      'Ηλιακή Ενέργεια',
      'Łódź ]]> "quoted"',
      'Солнце',
      'שמש 太陽 ☀️',
      'x'.repeat(200),
    ),
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }),
    fc.string({ unit: 'binary', minLength: 1, maxLength: 20 }),
  )
  .map((wild) => `a${wild}`);

const day = fc.integer({ min: 0, max: 700 }).map((days) => dayAfter('2026-01-01', days));

function dayAfter(from: string, days: number): string {
  return Temporal.PlainDate.from(from).add({ days }).toString();
}

const line: fc.Arbitrary<Omit<LicenceLine, 'id'>> = fc
  .record({
    plantName: text,
    termDays: fc.constantFrom(365 as const, 730 as const),
    licensedPowerW: fc.integer({ min: 1, max: 50_000_000 }),
    firstDay: day,
    days: fc.integer({ min: 0, max: 730 }),
    netCents: fc.integer({ min: 0, max: 50_000_000 }),
  })
  .map(({ days, ...rest }) => ({ kind: 'licence', ...rest, lastDay: dayAfter(rest.firstDay, days) }));

const markets: Readonly<Record<VatTreatment, { readonly countries: readonly string[]; readonly rate: number }>> = {
  domestic: { countries: ['DE'], rate: 1900 },
  reverseCharge: { countries: ['AT', 'PL', 'GR'], rate: 0 },
  notTaxable: { countries: ['CH', 'GB', 'NO', 'US'], rate: 0 },
};

const market = fc.constantFrom<VatTreatment>('domestic', 'reverseCharge', 'notTaxable').chain((treatment) =>
  fc.record({
    country: fc.constantFrom(...markets[treatment].countries),
    vat: fc.constant({ treatment, rateBasisPoints: markets[treatment].rate }),
  }),
);

/** Any document that may be issued. */
export const anyInvoice: fc.Arbitrary<InvoiceFacts> = fc
  .record({
    market,
    kind: fc.constantFrom<InvoiceKind>('invoice', 'correction', 'cancellation', 'supplementary'),
    language: fc.constantFrom('de' as const, 'en' as const),
    name: text,
    street: text,
    town: text,
    contactName: fc.option(text),
    lines: fc.array(line, { minLength: 1, maxLength: 8 }),
    issuedOn: day,
    settled: fc.tuple(fc.nat({ max: 100 }), fc.nat({ max: 100 })),
  })
  .map(({ market: { country, vat }, kind, language, lines, issuedOn, settled, ...person }) => {
    const buyer: InvoiceBuyer = {
      ...person,
      postcode: '10 23',
      country,
      vatId: country === 'DE' ? null : `${country}1234567`,
    };
    const { grossCents } = invoiceFacts({ vat, lines: lines.map((one) => ({ ...one, id: '1' })) });
    const creditCents = Math.floor((grossCents * settled[0]) / 200);
    const paidCents = Math.floor((grossCents * settled[1]) / 200);
    return InvoiceFacts.parse(
      invoiceFacts({
        ...{ kind, language, buyer, vat, issuedOn, orderedOn: issuedOn, creditCents, paidCents },
        number: `${issuedOn.slice(0, 4)}-000001`,
        lines: lines.map((one, index) => ({ ...one, id: String(index + 1) })),
        paidOn: paidCents > 0 ? issuedOn : null,
        corrects: kind === 'invoice' ? null : { number: '2025-000007', issuedOn: '2025-12-01' },
        evidence: kind === 'supplementary' ? { statedPowerW: 1, measuredPowerW: 2, since: issuedOn } : null,
      }),
    );
  });
