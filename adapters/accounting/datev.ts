import type { Temporal } from '../../domain/kernel/time.js';
import { signOf, type ExportedInvoice } from './exported-invoice.js';
import { fiscalYearOf, type Accounting } from './settings.js';
import { windows1252 } from './windows-1252.js';

/**
 * DATEV format, "Buchungsstapel" of format version 13: https://developer.datev.de/datev/platform/de/dtvf. A line of 31 fields
 * about the file, the headings of 125 columns, a line of 125 fields a booking; Windows-1252, CR LF, texts in quotation marks.
 */
const columns = [
  'Umsatz (ohne Soll/Haben-Kz);Soll/Haben-Kennzeichen;WKZ Umsatz;Kurs;Basis-Umsatz;WKZ Basis-Umsatz;Konto',
  'Gegenkonto (ohne BU-Schlüssel);BU-Schlüssel;Belegdatum;Belegfeld 1;Belegfeld 2;Skonto;Buchungstext;Postensperre',
  'Diverse Adressnummer;Geschäftspartnerbank;Sachverhalt;Zinssperre;Beleglink',
  numbered(8, (n) => `Beleginfo - Art ${n};Beleginfo - Inhalt ${n}`),
  'KOST1 - Kostenstelle;KOST2 - Kostenstelle;Kost-Menge;EU-Land u. UStID (Bestimmung);EU-Steuersatz (Bestimmung)',
  'Abw. Versteuerungsart;Sachverhalt L+L;Funktionsergänzung L+L;BU 49 Hauptfunktionstyp;BU 49 Hauptfunktionsnummer',
  'BU 49 Funktionsergänzung',
  numbered(20, (n) => `Zusatzinformation - Art ${n};Zusatzinformation- Inhalt ${n}`),
  'Stück;Gewicht;Zahlweise;Forderungsart;Veranlagungsjahr;Zugeordnete Fälligkeit;Skontotyp;Auftragsnummer;Buchungstyp',
  'USt-Schlüssel (Anzahlungen);EU-Land (Anzahlungen);Sachverhalt L+L (Anzahlungen);EU-Steuersatz (Anzahlungen)',
  'Erlöskonto (Anzahlungen);Herkunft-Kz;Buchungs GUID;KOST-Datum;SEPA-Mandatsreferenz;Skontosperre',
  'Gesellschaftername;Beteiligtennummer;Identifikationsnummer;Zeichnernummer;Postensperre bis',
  'Bezeichnung SoBil-Sachverhalt;Kennzeichen SoBil-Buchung;Festschreibung;Leistungsdatum;Datum Zuord. Steuerperiode',
  'Fälligkeit;Generalumkehr (GU);Steuersatz;Land;Abrechnungsreferenz;BVV-Position;EU-Land u. UStID (Ursprung)',
  'EU-Steuersatz (Ursprung);Abw. Skontokonto',
].join(';');

function numbered(count: number, name: (n: number) => string): string {
  return Array.from({ length: count }, (_, index) => name(index + 1)).join(';');
}

/** More bookings than that DATEV does not take in one batch. */
export const maxBookings = 99_999;

const width = columns.split(';').length;

type Range = { readonly from: string; readonly to: string };

/** A booking for each document of a range of days of one fiscal year: the customer owes, or is owed, the gross amount. */
export async function* datevBatch(
  pages: AsyncIterable<readonly ExportedInvoice[]>,
  {
    accounting,
    range,
    now,
  }: { readonly accounting: Accounting; readonly range: Range; readonly now: Temporal.Instant },
): AsyncGenerator<Buffer, void, undefined> {
  yield windows1252(`${headerOf(accounting, range, now)}\r\n${columns}\r\n`);
  for await (const page of pages) {
    // DATEV refuses bookings of nothing.
    const bookings = page.filter(({ grossCents }) => grossCents > 0);
    yield windows1252(bookings.map((invoice) => `${bookingOf(invoice, accounting)}\r\n`).join(''));
  }
}

function headerOf(accounting: Accounting, range: Range, now: Temporal.Instant): string {
  const { consultantNumber, clientNumber, accountLength, chart } = accounting;
  const made = now.toZonedDateTimeISO('Europe/Berlin').toPlainDateTime();
  const madeAt = made.toString({ fractionalSecondDigits: 3 }).replaceAll(/\D/g, '');
  const day = (text: string) => text.replaceAll('-', '');
  const yearStart = fiscalYearOf(accounting, range) ?? range.from;
  return [
    ...[quoted('EXTF'), 700, 21, quoted('Buchungsstapel'), 13, madeAt, '', quoted('SL'), quoted(''), quoted('')],
    ...[consultantNumber, clientNumber, day(yearStart), accountLength, day(range.from), day(range.to)],
    ...[quoted('SiteLink Rechnungen'), quoted(''), 1, 0, 0, quoted('EUR'), '', quoted(''), '', ''],
    ...[quoted(chart), '', '', quoted(''), quoted('')],
  ].join(';');
}

const words = {
  invoice: 'Rechnung',
  correction: 'Rechnungskorrektur',
  cancellation: 'Stornorechnung',
  supplementary: 'Nachberechnung',
} as const;

function bookingOf(invoice: ExportedInvoice, { receivables, revenue }: Accounting): string {
  const { number, kind, issuedOn, grossCents, vatTreatment, buyer, orderId } = invoice;
  const [, month = '', day = ''] = issuedOn.split('-');
  const fields = new Map<number, string>([
    [1, (grossCents / 100).toFixed(2).replace('.', ',')],
    [2, quoted(signOf(invoice) === 1 ? 'S' : 'H')],
    [3, quoted('EUR')],
    [7, receivables],
    [8, revenue[vatTreatment]],
    [10, `${day}${month}`],
    [11, quoted(number)],
    [14, quoted(`${words[kind]} ${buyer?.name ?? ''}`.trim().slice(0, 60))],
    [40, quoted(vatTreatment === 'reverseCharge' ? (buyer?.vatId ?? '') : '')],
    [48, quoted('Bestellung')],
    [49, quoted(orderId)],
  ]);
  return Array.from({ length: width }, (_, index) => fields.get(index + 1) ?? '').join(';');
}

function quoted(text: string): string {
  return `"${text.replaceAll(/\p{Cc}+/gu, ' ').replaceAll('"', '""')}"`;
}
