import type { invoicesDe } from './messages.invoices.de.js';

export const invoicesEn: Readonly<Record<keyof typeof invoicesDe, string>> = {
  'office.invoices.title': 'Invoices',
  'office.invoices.lead': 'Every document of a year by its consecutive number, and what accounting takes over.',
  'office.invoices.year': 'Year',
  'office.invoices.kind': 'Kind',
  'office.invoices.allKinds': 'All documents',
  'office.invoices.complete':
    'The numbers have no gap: {first} to {last}, {given, plural, one {one document} other {# documents}}.',
  'office.invoices.making':
    '{count, plural, one {One number still lacks its document} other {# numbers still lack their documents}}: {numbers}',
  'office.invoices.makingText':
    'It is being made. If this stands here for more than some minutes, something holds up the invoices; please tell the administration.',
  'office.invoices.gap': '{count, plural, one {One number is missing} other {# numbers are missing}}: {numbers}',
  'office.invoices.gapText': 'Later numbers were given. This must not happen; please tell the administration.',
  'office.invoices.sumOf': '{kind} ({count})',
  'office.invoices.net': 'Total net',
  'office.invoices.vat': 'VAT',
  'office.invoices.gross': 'Total gross',
  'office.invoices.none': 'There is no document of {year} here',
  'office.invoices.noneText':
    'Documents are made by themselves as soon as an order is paid, or a remaining value is set off.',
  'office.invoices.number': 'Number',
  'office.invoices.corrects': 'of {number}',
  'office.invoices.day': 'Date',
  'office.invoices.customer': 'Customer',
  'office.invoices.tax': 'Tax',
  'office.invoices.treatment.domestic': '{rate} %',
  'office.invoices.treatment.reverseCharge': 'reverse charge',
  'office.invoices.treatment.notTaxable': 'not taxable',
  'office.invoices.amount': 'Amount',
  'office.invoices.file': 'File',
  'office.invoices.pdf': 'Document {number} as PDF',
  'office.export.title': 'For accounting',
  'office.export.lead': 'Every document of a range of days, both included.',
  'office.export.example':
    'The usual accounts of SKR03 are in force, because nobody has chosen others (ACCOUNTING). Please agree on them with the tax adviser before importing.',
  'office.export.format': 'Format',
  'office.export.datev': 'DATEV batch of bookings',
  'office.export.csv': 'Table (CSV)',
  'office.export.from': 'From',
  'office.export.to': 'To',
  'office.export.download': 'Download',
};
