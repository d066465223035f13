import type { AccountLanguage } from '../../../domain/account/person.js';
import type { RepairMailTemplate } from '../../repair/port.js';
import { advocateNews, repairLetter } from '../../repair/repair-letters.js';
import type { Letter } from '../templates/letter.js';
import { examplePortal, exampleSender } from './account-examples.js';
import type { Variants } from './port.js';

const url = `${examplePortal}/repairs/0d5e1c20-0000-4000-8000-0000000000c7`;

const facts = (language: AccountLanguage) => ({
  language,
  ...{ firstName: 'Anna', number: 'R-000000C7', url, sender: exampleSender },
  ...{ serialNumber: 'LBAN02261010322', dueOn: '2027-02-04', reason: 'Ersatzteile gibt es nicht mehr.' },
  ...{ isContract: false, isConsumer: true },
  offer: { grossCents: 60_690, validUntil: '2027-03-03' },
  invoice: { number: '2027-000815', dueOn: '2027-03-01', grossCents: 60_690, paidOn: null },
  compensation: { grossCents: 20_000 },
  shipment: { carrier: 'DHL', trackingNumber: '00340434161094000001' },
});

const letter = (template: Exclude<RepairMailTemplate, 'advocate-news'>): Variants<Letter> => ({
  '': (language) => repairLetter(template, facts(language)),
});

/** Every mail about a repair. */
export const repairExamples: Readonly<Record<RepairMailTemplate, Variants<Letter>>> = {
  requested: letter('requested'),
  offered: letter('offered'),
  accepted: letter('accepted'),
  refused: letter('refused'),
  declined: letter('declined'),
  withdrawn: {
    ...letter('withdrawn'),
    contract: (language) => repairLetter('withdrawn', { ...facts(language), isContract: true }),
  },
  'withdrawal-settled': letter('withdrawal-settled'),
  dispatched: letter('dispatched'),
  received: letter('received'),
  'sent-back': letter('sent-back'),
  invoiced: {
    ...letter('invoiced'),
    paid: (language) =>
      repairLetter('invoiced', {
        ...facts(language),
        invoice: { ...facts(language).invoice, paidOn: '2027-02-06' },
      }),
  },
  paid: letter('paid'),
  closed: letter('closed'),
  message: letter('message'),
  file: letter('file'),
  'advocate-news': { '': (language) => advocateNews({ ...facts(language), url: `${examplePortal}/office/repairs/1` }) },
};
