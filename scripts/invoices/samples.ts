import { exampleSeller } from '../../adapters/seller.js';
import { OrderId } from '../../domain/kernel/ids.js';
import { vatOn } from '../../domain/kernel/money.js';
import type { InvoiceBuyer, InvoiceFacts, InvoiceLine, LicenceLine } from '../../domain/order/invoice.js';

const line = (more: Partial<LicenceLine> = {}): LicenceLine => ({
  ...{ id: '1', kind: 'licence', plantName: 'Scheune Süd', termDays: 365, licensedPowerW: 30_000 },
  ...{ firstDay: '2026-12-01', lastDay: '2027-11-30', netCents: 7_900 },
  ...more,
});

const repair = (id: string, description: string, quantity: number, unitNetCents: number): InvoiceLine => ({
  ...{ id, kind: 'repair', description, device: 'LBAN02261010322', quantity, unitNetCents },
  ...{ netCents: quantity * unitNetCents, firstDay: '2026-11-05', lastDay: '2026-11-28' },
});

const consumer: InvoiceBuyer = {
  ...{ name: 'Anneliese Müller-Groß', contactName: null, street: 'Sonnenweg 7', postcode: '72555', town: 'Metzingen' },
  ...{ country: 'DE', vatId: null },
};
const german: InvoiceBuyer = {
  ...{ name: 'Müller & Söhne <Solar> GmbH', contactName: 'Bärbel Weiß', street: 'Straße des 17. Juni 1' },
  ...{ postcode: '10623', town: 'Berlin', country: 'DE', vatId: 'DE136695976' },
};
const polish: InvoiceBuyer = {
  ...{ name: 'Energia Słoneczna Łódź Sp. z o.o.', contactName: 'Grzegorz Brzęczyszczykiewicz' },
  ...{ street: 'ul. Żółkiewskiego 12/14', postcode: '90-001', town: 'Łódź', country: 'PL', vatId: 'PL5260250274' },
};
const greek: InvoiceBuyer = {
  ...{ name: 'Ηλιακή Ενέργεια Α.Ε.', contactName: 'Ελευθερία Παπαδοπούλου', street: 'Λεωφόρος Κηφισίας 1' },
  ...{ postcode: '115 23', town: 'Αθήνα', country: 'GR', vatId: 'EL094014201' },
};
const swiss: InvoiceBuyer = {
  ...{ name: 'Sonnenkraft Zürich AG', contactName: 'Urs Bürgi', street: 'Bahnhofstrasse 1', postcode: '8001' },
  ...{ town: 'Zürich', country: 'CH', vatId: 'CHE-123.456.788 MWST' },
};

/** Facts whose sums follow from their lines. */
export function invoiceFacts(more: Partial<InvoiceFacts> = {}): InvoiceFacts {
  const lines = more.lines ?? [line()];
  const vat = more.vat ?? { treatment: 'domestic', rateBasisPoints: 1900 };
  const netCents = lines.reduce((sum, { netCents: each }) => sum + each, 0);
  const vatCents = vatOn(netCents, vat.rateBasisPoints);
  const grossCents = netCents + vatCents;
  const creditCents = more.creditCents ?? 0;
  const paidCents = more.paidCents ?? grossCents - creditCents;
  return {
    ...{ number: '2026-000123', kind: 'invoice', issuedOn: '2026-11-28', language: 'de', currency: 'EUR' },
    ...{ seller: exampleSeller, buyer: german, lines, vat, netCents, vatCents, grossCents, creditCents },
    ...{ orderId: OrderId.parse('0198a000-0000-7000-8001-000000000001'), orderedOn: '2026-11-27' },
    ...{ paidCents, paidOn: paidCents > 0 ? '2026-11-28' : null, corrects: null, evidence: null },
    ...more,
  };
}

const reverseCharge = { treatment: 'reverseCharge', rateBasisPoints: 0 } as const;
const notTaxable = { treatment: 'notTaxable', rateBasisPoints: 0 } as const;
const earlier = { number: '2026-000123', issuedOn: '2026-11-28' } as const;

/** One document of each kind and treatment, in both languages, with letters that are seldom seen. */
export const sampleInvoices: Readonly<Record<string, InvoiceFacts>> = {
  'domestic-consumer': invoiceFacts({ buyer: consumer }),
  'domestic-business': invoiceFacts({
    lines: [
      line(),
      line({
        id: '2',
        plantName: 'Reithalle „Ost“ & <West>',
        termDays: 730,
        licensedPowerW: 125_250,
        lastDay: '2028-11-29',
        netCents: 126_900,
      }),
    ],
  }),
  'domestic-business-en': invoiceFacts({ language: 'en' }),
  'domestic-set-off': invoiceFacts({
    ...{ buyer: consumer, creditCents: 6_826 },
    lines: [line({ licensedPowerW: 40_000, netCents: 14_900 })],
  }),
  'domestic-paid-by-credit': invoiceFacts({ buyer: consumer, creditCents: 9_401 }),
  'reverse-charge-pl': invoiceFacts({ buyer: polish, vat: reverseCharge }),
  'reverse-charge-gr-en': invoiceFacts({
    ...{ buyer: greek, vat: reverseCharge, language: 'en' },
    lines: [line({ plantName: 'Πάρκο Солнце 太陽 ☀', netCents: 123_456_789 })],
  }),
  'not-taxable-ch': invoiceFacts({ buyer: swiss, vat: notTaxable }),
  'not-taxable-ch-en': invoiceFacts({ buyer: swiss, vat: notTaxable, language: 'en' }),
  correction: invoiceFacts({
    ...{ number: '2026-000124', kind: 'correction', buyer: consumer, corrects: earlier, paidCents: 0 },
    lines: [line({ firstDay: '2027-03-11', netCents: 5_736 })],
    creditCents: 6_826,
  }),
  'correction-balance-en': invoiceFacts({
    ...{ number: '2026-000125', kind: 'correction', buyer: polish, vat: reverseCharge, language: 'en' },
    ...{ corrects: earlier, paidCents: 0, lines: [line({ firstDay: '2027-03-11', netCents: 5_736 })] },
  }),
  cancellation: invoiceFacts({ number: '2026-000126', kind: 'cancellation', buyer: consumer, corrects: earlier }),
  'cancellation-ch-en': invoiceFacts({
    ...{ number: '2026-000127', kind: 'cancellation', buyer: swiss, vat: notTaxable, language: 'en' },
    corrects: earlier,
  }),
  supplementary: invoiceFacts({
    ...{ number: '2026-000128', kind: 'supplementary', corrects: earlier, paidCents: 0 },
    lines: [line({ licensedPowerW: 36_500, netCents: 7_000 })],
    evidence: { statedPowerW: 30_000, measuredPowerW: 36_500, since: '2026-12-24' },
    issuedOn: '2026-12-28',
  }),
  'supplementary-en': invoiceFacts({
    ...{ number: '2026-000129', kind: 'supplementary', corrects: earlier, paidCents: 0, language: 'en' },
    ...{ buyer: greek, vat: reverseCharge, lines: [line({ licensedPowerW: 36_500, netCents: 7_000 })] },
    evidence: { statedPowerW: 30_000, measuredPowerW: 36_500, since: '2026-12-24' },
    issuedOn: '2026-12-28',
  }),
  repair: invoiceFacts({
    ...{ number: '2026-000130', buyer: consumer, orderedOn: '2026-11-05', paidCents: 0, paidOn: null },
    lines: [repair('1', 'Reparatur, pauschal', 1, 49_000), repair('2', 'Tausch des Lüfters', 2, 6_500)],
  }),
  'repair-abroad-en': invoiceFacts({
    ...{ number: '2026-000131', orderedOn: '2026-11-05', language: 'en' },
    buyer: { ...consumer, street: 'Ring 1', postcode: '1010', town: 'Wien', country: 'AT' },
    lines: [repair('1', 'Replacement of the display', 1, 12_500)],
  }),
  'many-lines': invoiceFacts({
    lines: Array.from({ length: 34 }, (_, index) =>
      line({ id: String(index + 1), plantName: `Dach ${index + 1}`, netCents: 7_901 + index }),
    ),
  }),
};
