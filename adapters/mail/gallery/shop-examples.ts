import type { StoredDeclaration } from '../../../commands/order/declare.js';
import type { AccountLanguage } from '../../../domain/account/person.js';
import { declarationLetter } from '../../order/declaration-letter.js';
import { licenceLetter } from '../../order/licence-letters.js';
import type { GrantedLicence } from '../../order/accepted-words.js';
import { orderLetter, type OrderLetterFacts } from '../../order/order-letters.js';
import type { LicenceMail, OrderMail } from '../../order/port.js';
import type { Letter } from '../templates/letter.js';
import { examplePlant, examplePortal, exampleSender } from './account-examples.js';
import type { Variants } from './port.js';

const orderId = '0d3f4a5e-8888-4222-8333-944445555666';

const order =
  (template: OrderMail['template'], changes: Partial<OrderLetterFacts> = {}) =>
  (language: AccountLanguage) =>
    orderLetter(template, {
      ...{ language, orderId, name: 'Anna Wirt', plantNames: ['Solarhof Süd', 'Scheune'] },
      ...{ grossCents: 23_800, creditCents: 4_711, totalCents: 19_089, refundedCents: 19_089 },
      ...{ invoiceNumber: 'SL-2027-000042', isConsumer: true, isPaid: true, dueOn: null, endsOn: null },
      ...{ url: `${examplePortal}/orders/${orderId}`, sender: exampleSender, licences: [] },
      ...changes,
    });

const granted = (...follows: readonly GrantedLicence['follows'][]): readonly GrantedLicence[] =>
  follows.map((after, index) => ({
    plantName: ['Solarhof Süd', 'Scheune'][index] ?? '',
    ...(after === null
      ? { firstDay: '2027-03-01', lastDay: '2028-02-29' }
      : { firstDay: '2027-04-10', lastDay: '2028-04-08' }),
    follows: after,
  }));

/** Every mail about an order. */
export const orderExamples: Readonly<Record<OrderMail['template'], Variants<Letter>>> = {
  received: {
    consumer: order('received'),
    business: order('received', { isConsumer: false, creditCents: 0, totalCents: 23_800 }),
  },
  accepted: {
    consumer: order('accepted', { licences: granted(null) }),
    business: order('accepted', { isConsumer: false, licences: granted(null, null) }),
    'after the trial': order('accepted', { licences: granted('trial') }),
    'after the running licence': order('accepted', { licences: granted('licence') }),
    'one of two later': order('accepted', { licences: granted(null, 'licence') }),
  },
  expired: { '': order('expired') },
  cancelled: { paid: order('cancelled'), 'not paid': order('cancelled', { isPaid: false }) },
  refunded: { '': order('refunded') },
  corrected: { '': order('corrected') },
  charged: { '': order('charged', { creditCents: 0, totalCents: 23_800, dueOn: '2027-03-15' }) },
  chargeDropped: { '': order('chargeDropped') },
  chargePaid: { '': order('chargePaid', { creditCents: 0, totalCents: 23_800 }) },
  terminationPlanned: { '': order('terminationPlanned', { endsOn: '2027-03-31' }) },
  terminationLifted: { '': order('terminationLifted') },
  terminated: { '': order('terminated', { endsOn: '2027-03-15' }) },
};

const licence =
  (template: LicenceMail['template'], more: Partial<LicenceMail> = {}) =>
  (language: AccountLanguage) =>
    licenceLetter(
      { about: 'licence', template, plantId: examplePlant, ...more },
      {
        ...{ language, firstName: 'Anna', plantName: 'Solarhof Süd', balanceCents: 8_244 },
        ...{ url: `${examplePortal}/licences/buy?plants=${examplePlant}`, sender: exampleSender },
      },
    );

/** Every mail about the licence of a plant. */
export const licenceExamples: Readonly<Record<LicenceMail['template'], Variants<Letter>>> = {
  ending: {
    ahead: licence('ending', { lastDay: '2027-04-10', daysBefore: 40 }),
    today: licence('ending', { lastDay: '2027-04-10', daysBefore: 0 }),
  },
  ended: { '': licence('ended') },
  trialEnding: {
    ahead: licence('trialEnding', { lastDay: '2027-04-10', daysBefore: 7 }),
    today: licence('trialEnding', { lastDay: '2027-04-10', daysBefore: 0 }),
  },
  trialEnded: { '': licence('trialEnded') },
  exceeded: { '': licence('exceeded', { installedPowerW: 34_500 }) },
  excessAnnounced: {
    '': licence('excessAnnounced', { installedPowerW: 40_000, effectiveAt: '2027-03-15T09:00:00Z' }),
  },
};

const declaration =
  (kind: StoredDeclaration['kind'], changes: Partial<StoredDeclaration> = {}) =>
  (language: AccountLanguage) =>
    declarationLetter(
      {
        ...{ id: '0d3f4a5e-9999-4222-8333-944445555666', receivedAt: '2027-03-01T21:14:09Z', orderId, kind, language },
        ...{ name: 'Anna Wirt', contract: 'SL-2027-000042', email: 'anna@example.org' },
        ...{ plant: null, reason: null, desiredEnd: null },
        ...changes,
      },
      { url: examplePortal, sender: exampleSender },
    );

/** Every mail that acknowledges a declaration. */
export const declarationExamples: Readonly<Record<StoredDeclaration['kind'], Variants<Letter>>> = {
  withdrawal: {
    matched: declaration('withdrawal'),
    'of one plant': declaration('withdrawal', { plant: 'Solarhof Süd' }),
    'no contract found': declaration('withdrawal', { orderId: null }),
  },
  ordinaryCancellation: { '': declaration('ordinaryCancellation', { desiredEnd: '2027-04-30' }) },
  extraordinaryCancellation: {
    '': declaration('extraordinaryCancellation', { reason: 'Die Anlage wurde verkauft.' }),
  },
};
