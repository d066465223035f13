import type { searchDe } from './messages.search.de.js';

export const searchEn: Readonly<Record<keyof typeof searchDe, string>> = {
  'office.search.title': 'Search',
  'office.search.lead': 'Accounts, plants, devices, orders, invoices, repairs and mails, by how they begin.',
  'office.search.field': 'What are you looking for?',
  'office.search.help':
    'From three characters on: user name, e-mail address, last name, company, plant, serial number, invoice number or id. Arrow keys choose, Enter opens, “/” leads back to the field.',
  'office.search.count': '{count, plural, =0 {Nothing found} one {# hit} other {# hits}}',
  'office.search.none': 'Nothing begins with “{find}”',
  'office.search.noneText': 'The beginning is looked for, not the middle of a word. Check how it is spelt.',
  'office.search.more': 'There are more. Type more characters.',
  'office.search.kind.account': 'Accounts',
  'office.search.kind.plant': 'Plants',
  'office.search.kind.device': 'Devices',
  'office.search.kind.order': 'Orders',
  'office.search.kind.invoice': 'Invoices',
  'office.search.kind.repair': 'Repairs',
  'office.search.kind.mail': 'Mails',
};
