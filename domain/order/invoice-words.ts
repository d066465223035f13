import { addDays, daysBetween } from '../licence/calendar.js';
import { dueCents, type InvoiceFacts, type InvoiceLine, type LicenceLine } from './invoice.js';

/** The sentences that stand on a document, on the printed page and in the structured part alike. */
export type InvoiceWords = {
  readonly title: Readonly<Record<InvoiceFacts['kind'], string>>;
  /** What the amount of a line is for, and for which plant. */
  readonly licence: (termDays: number) => string;
  readonly item: (line: InvoiceLine) => string;
  /** The capacity of a licence, and of a part that is taken back how much of its term that is; the device of a repair. */
  readonly itemDetail: (line: InvoiceLine, kind: InvoiceFacts['kind']) => string;
  /** Why there is no German VAT; as the law wants it where the customer owes the tax. */
  readonly taxNotice: Readonly<Record<'reverseCharge' | 'notTaxable', string>>;
  /** Sentences below the amounts, the notice about the tax first. */
  readonly notes: (facts: InvoiceFacts) => readonly string[];
  /** What happens with the amount that is open; null when none is. */
  readonly terms: (facts: InvoiceFacts) => string | null;
  readonly day: (day: string) => string;
  readonly power: (powerW: number) => string;
};

const present = (...sentences: readonly (string | false | null)[]): readonly string[] =>
  sentences.filter((sentence) => typeof sentence === 'string');

/** Never more than the term, also when a licence that had not begun is given back. */
const daysOf = ({ firstDay, lastDay, termDays }: LicenceLine): number =>
  Math.min(daysBetween(firstDay, lastDay) + 1, termDays);

const paymentTermDays = 14;

/** The last day on which an amount that is open should be paid. */
export function dueOn({ issuedOn }: Pick<InvoiceFacts, 'issuedOn'>): string {
  return addDays(issuedOn, paymentTermDays);
}

const de: InvoiceWords = {
  title: {
    invoice: 'Rechnung',
    correction: 'Rechnungskorrektur',
    cancellation: 'Stornorechnung',
    supplementary: 'Nachberechnung',
  },
  licence: (termDays) => `Monitoring-Lizenz für ${termDays} Tage`,
  item: (line) =>
    line.kind === 'repair' ? line.description : `${de.licence(line.termDays)}, Anlage „${line.plantName}“`,
  itemDetail: (line, kind) => {
    if (line.kind === 'repair') return `Reparatur des Geräts ${line.device}`;
    return kind === 'correction'
      ? `Restwert: ${daysOf(line)} von ${line.termDays} Tagen nicht genutzt`
      : `Nutzungsrecht bis ${de.power(line.licensedPowerW)} Nennleistung`;
  },
  taxNotice: {
    reverseCharge: 'Steuerschuldnerschaft des Leistungsempfängers',
    notTaxable: 'Nicht im Inland steuerbare Leistung',
  },
  notes: (facts) => present(taxNoticeOf(facts, de), ...reasonDe(facts), receiptDe(facts)),
  terms: (facts) => {
    if (dueCents(facts) <= 0) return null;
    return facts.kind === 'correction' || facts.kind === 'cancellation'
      ? 'Der Betrag wird mit Ihrer nächsten Bestellung verrechnet oder auf Ihren Wunsch ausgezahlt.'
      : `Bitte zahlen Sie den Betrag bis zum ${de.day(dueOn(facts))} über Ihr SiteLink-Konto.`;
  },
  day: (day) => day.split('-').toReversed().join('.'),
  power: (powerW) => `${decimal(powerW, ',')}\u00a0kW`,
};

// Not from Intl: a document is the same bytes whatever Node it is made with.
const englishMonths = 'January February March April May June July August September October November December'.split(
  ' ',
);

const en: InvoiceWords = {
  title: {
    invoice: 'Invoice',
    correction: 'Invoice correction',
    cancellation: 'Cancellation invoice',
    supplementary: 'Supplementary invoice',
  },
  licence: (termDays) => `Monitoring licence for ${termDays} days`,
  item: (line) =>
    line.kind === 'repair' ? line.description : `${en.licence(line.termDays)}, plant “${line.plantName}”`,
  itemDetail: (line, kind) => {
    if (line.kind === 'repair') return `Repair of device ${line.device}`;
    return kind === 'correction'
      ? `Remaining value: ${daysOf(line)} of ${line.termDays} days not used`
      : `Right of use up to ${en.power(line.licensedPowerW)} of nominal power`;
  },
  taxNotice: {
    reverseCharge: 'Reverse charge',
    notTaxable: 'Service not taxable in Germany',
  },
  notes: (facts) => present(taxNoticeOf(facts, en), ...reasonEn(facts), receiptEn(facts)),
  terms: (facts) => {
    if (dueCents(facts) <= 0) return null;
    return facts.kind === 'correction' || facts.kind === 'cancellation'
      ? 'The amount is set off against your next order, or paid out when you ask for it.'
      : `Please pay the amount by ${en.day(dueOn(facts))} in your SiteLink account.`;
  },
  day: (day) => {
    const [year, month, date] = day.split('-').map(Number);
    return `${date} ${englishMonths[(month ?? 1) - 1]} ${year}`;
  },
  power: (powerW) => `${decimal(powerW, '.')}\u00a0kW`,
};

export const invoiceWords: Readonly<Record<InvoiceFacts['language'], InvoiceWords>> = { de, en };

function taxNoticeOf({ vat: { treatment } }: InvoiceFacts, { taxNotice }: InvoiceWords): string | null {
  return treatment === 'domestic' ? null : taxNotice[treatment];
}

function reasonDe({ kind, corrects, evidence }: InvoiceFacts): readonly string[] {
  const earlier = corrects === null ? '' : `Rechnung ${corrects.number} vom ${de.day(corrects.issuedOn)}`;
  switch (kind) {
    case 'invoice':
      return [];
    case 'correction':
      return [`Das Entgelt der ${earlier} mindert sich um diesen Betrag; die Umsatzsteuer ändert sich entsprechend.`];
    case 'cancellation':
      return [`Die ${earlier} wird hiermit in voller Höhe storniert.`];
    case 'supplementary':
      return present(
        `Zur ${earlier} wird nachberechnet, was die Lizenz für die tatsächliche Leistung mehr kostet.`,
        evidence &&
          `Angegeben waren ${de.power(evidence.statedPowerW)}; die Wechselrichter melden seit dem ${de.day(evidence.since)} zusammen ${de.power(evidence.measuredPowerW)}.`,
        evidence?.source !== undefined && `Nachweis: ${evidence.source}`,
      );
  }
}

function reasonEn({ kind, corrects, evidence }: InvoiceFacts): readonly string[] {
  const earlier = corrects === null ? '' : `invoice ${corrects.number} of ${en.day(corrects.issuedOn)}`;
  switch (kind) {
    case 'invoice':
      return [];
    case 'correction':
      return [`The price charged by ${earlier} is reduced by this amount; the VAT changes accordingly.`];
    case 'cancellation':
      return [`This document cancels ${earlier} in full.`];
    case 'supplementary':
      return present(
        `In addition to ${earlier}, this charges the higher price of the licence for the true power.`,
        evidence &&
          `${en.power(evidence.statedPowerW)} had been stated; since ${en.day(evidence.since)} the inverters report ${en.power(evidence.measuredPowerW)} in total.`,
        evidence?.source !== undefined && `Evidence: ${evidence.source}`,
      );
  }
}

/** The law wants the day on which a price was received that is paid in advance (§ 14 (4) no. 6 UStG). */
function receiptDe({ kind, paidCents, paidOn }: InvoiceFacts): string | null {
  if (paidOn === null || paidCents === 0) return null;
  return kind === 'correction' || kind === 'cancellation'
    ? `Betrag erstattet am ${de.day(paidOn)}.`
    : `Zahlung erhalten am ${de.day(paidOn)}.`;
}

function receiptEn({ kind, paidCents, paidOn }: InvoiceFacts): string | null {
  if (paidOn === null || paidCents === 0) return null;
  return kind === 'correction' || kind === 'cancellation'
    ? `Amount paid back on ${en.day(paidOn)}.`
    : `Payment received on ${en.day(paidOn)}.`;
}

/** Watts as kilowatts, with as many decimals as there are: 30,000 W are 30 and 30,250 W are 30.25. */
function decimal(powerW: number, separator: string): string {
  return String(powerW / 1000).replace('.', separator);
}
