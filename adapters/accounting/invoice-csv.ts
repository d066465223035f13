import { csvLine } from '../data-export/csv.js';
import { signOf, type ExportedInvoice } from './exported-invoice.js';

const columns = [
  ...['number', 'kind', 'issuedOn', 'corrects', 'orderId', 'customer', 'country', 'vatId'],
  ...['vatTreatment', 'vatRatePercent', 'net', 'vat', 'gross', 'currency'],
];

/** One line a document, for any program; what goes back to customers is negative. */
export async function* invoiceCsv(
  pages: AsyncIterable<readonly ExportedInvoice[]>,
): AsyncGenerator<string, void, undefined> {
  yield `\ufeff${csvLine(columns)}`;
  for await (const page of pages) yield page.map(lineOf).join('');
}

function lineOf(invoice: ExportedInvoice): string {
  const { number, kind, issuedOn, corrects, orderId, buyer, vatTreatment, vatRateBasisPoints } = invoice;
  const euro = (cents: number) => (signOf(invoice) * cents) / 100;
  return csvLine([
    ...[number, kind, issuedOn, corrects, orderId, buyer?.name ?? null, buyer?.country ?? null, buyer?.vatId ?? null],
    ...[vatTreatment, vatRateBasisPoints / 100],
    ...[euro(invoice.netCents), euro(invoice.vatCents), euro(invoice.grossCents), 'EUR'],
  ]);
}
