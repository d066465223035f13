import { givesBack, type InvoiceFacts } from '../../domain/order/invoice.js';

/** The words of the printed page that are not part of the structured invoice. */
export type Labels = {
  readonly locale: 'de-DE' | 'en-GB';
  readonly number: string;
  readonly issuedOn: string;
  readonly earlier: string;
  readonly period: string;
  readonly buyerVatId: string;
  readonly order: (orderId: string, day: string) => string;
  readonly columns: {
    readonly position: string;
    readonly item: string;
    readonly period: string;
    /** What is licensed; of a repair, how many of it. */
    readonly power: string;
    readonly net: string;
  };
  readonly net: string;
  readonly vat: string;
  readonly gross: string;
  readonly setOff: string;
  readonly paid: string;
  readonly due: string;
  readonly phone: string;
  readonly vatId: string;
  readonly taxNumber: string;
  readonly page: (page: number, pages: number) => string;
};

const de = (facts: InvoiceFacts): Labels => ({
  locale: 'de-DE',
  number: 'Nummer',
  issuedOn: 'Datum',
  earlier: 'Zu Rechnung',
  period: givesBack(facts) ? 'Zeitraum' : 'Leistungszeitraum',
  buyerVatId: 'Ihre USt-IdNr.',
  order: (orderId, day) => `Bestellung ${orderId} vom ${day}`,
  columns: {
    position: 'Pos.',
    item: 'Leistung',
    period: 'Zeitraum',
    power: isRepair(facts) ? 'Menge' : 'Nennleistung',
    net: 'Netto in EUR',
  },
  net: 'Nettobetrag',
  vat: 'Umsatzsteuer',
  ...(givesBack(facts)
    ? {
        gross: 'Erstattungsbetrag',
        setOff: 'Mit anderer Rechnung verrechnet',
        paid: 'Bereits erstattet',
        due: 'Noch offenes Guthaben',
      }
    : { gross: 'Rechnungsbetrag', setOff: 'Verrechnetes Guthaben', paid: 'Bereits bezahlt', due: 'Noch zu zahlen' }),
  phone: 'Telefon',
  vatId: 'USt-IdNr.',
  taxNumber: 'Steuernummer',
  page: (page, pages) => `Seite ${page} von ${pages}`,
});

const en = (facts: InvoiceFacts): Labels => ({
  locale: 'en-GB',
  number: 'Number',
  issuedOn: 'Date',
  earlier: 'Refers to invoice',
  period: givesBack(facts) ? 'Period' : 'Time of service',
  buyerVatId: 'Your VAT ID',
  order: (orderId, day) => `Order ${orderId} of ${day}`,
  columns: {
    position: 'No.',
    item: 'Service',
    period: 'Period',
    power: isRepair(facts) ? 'Quantity' : 'Nominal power',
    net: 'Net in EUR',
  },
  net: 'Net amount',
  vat: 'VAT',
  ...(givesBack(facts)
    ? {
        gross: 'Amount given back',
        setOff: 'Set off against another invoice',
        paid: 'Already paid back',
        due: 'Remaining balance',
      }
    : { gross: 'Invoice total', setOff: 'Credit set off', paid: 'Already paid', due: 'Amount due' }),
  phone: 'Phone',
  vatId: 'VAT ID',
  taxNumber: 'Tax number',
  page: (page, pages) => `Page ${page} of ${pages}`,
});

function isRepair({ lines }: InvoiceFacts): boolean {
  return lines.every(({ kind }) => kind === 'repair');
}

export function labelsOf(facts: InvoiceFacts): Labels {
  return facts.language === 'de' ? de(facts) : en(facts);
}

const minus = '\u2212';

/** `1.234,56 €` or `€1,234.56`. Not from Intl, whose blanks change with its version. */
export function euros(cents: number, locale: Labels['locale']): string {
  if (locale === 'de-DE') return `${amount(cents, locale)}\u00a0€`;
  return `${cents < 0 ? minus : ''}€${amount(Math.abs(cents), locale)}`;
}

export function amount(cents: number, locale: Labels['locale']): string {
  const [group, point] = locale === 'de-DE' ? ['.', ','] : [',', '.'];
  const whole = String(Math.trunc(Math.abs(cents) / 100)).replaceAll(/\B(?=(\d{3})+$)/g, group);
  const rest = String(Math.abs(cents) % 100).padStart(2, '0');
  return `${cents < 0 ? minus : ''}${whole}${point}${rest}`;
}

export function percent(basisPoints: number, locale: Labels['locale']): string {
  const number = String(basisPoints / 100);
  return locale === 'de-DE' ? `${number.replace('.', ',')}\u00a0%` : `${number}%`;
}
