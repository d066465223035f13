import type { AccountLanguage } from '../../domain/account/person.js';
import { addDays } from '../../domain/licence/calendar.js';
import { greetingOf, type Letter, type Sender } from '../mail/templates/letter.js';
import { acceptedWords, grantedText, type GrantedLicence } from './accepted-words.js';
import { dayText, euroText } from './texts.js';
import type { OrderMail } from './port.js';

type Words = Pick<Letter, 'subject' | 'paragraphs' | 'notes'> & { readonly button: string };

/** What the mails about an order may say. */
export type OrderLetterFacts = {
  readonly language: AccountLanguage;
  readonly name: string;
  readonly plantNames: readonly string[];
  /** Of an order that is accepted, in the order of its plants; empty of every other mail. */
  readonly licences: readonly GrantedLicence[];
  readonly orderId: string;
  readonly totalCents: number;
  readonly grossCents: number;
  readonly creditCents: number;
  readonly refundedCents: number;
  readonly invoiceNumber: string | null;
  readonly isConsumer: boolean;
  readonly isPaid: boolean;
  /** Until when a supplementary charge should be paid; null of an order. */
  readonly dueOn: string | null;
  /** From when on a licence that was cancelled does not count as used. */
  readonly endsOn: string | null;
  readonly url: string;
  readonly sender: Sender;
};

const withAmounts: readonly OrderMail['template'][] = ['received', 'accepted', 'charged', 'chargePaid'];

export function orderLetter(template: OrderMail['template'], facts: OrderLetterFacts): Letter {
  const { language, name, url, sender, plantNames, licences, orderId, grossCents, creditCents, totalCents } = facts;
  const words = orderWords[template](facts)[language];
  const isGerman = language === 'de';
  const amounts = [
    { label: isGerman ? 'Gesamtpreis' : 'Total price', value: euroText(grossCents, language) },
    ...(creditCents === 0
      ? []
      : [
          {
            label: isGerman ? 'Angerechneter Restwert' : 'Remaining value set off',
            value: `−${euroText(creditCents, language)}`,
          },
        ]),
    { label: isGerman ? 'Zu zahlen' : 'To pay', value: euroText(totalCents, language) },
  ];
  return {
    language,
    subject: words.subject,
    greeting: greetingOf(language, name),
    paragraphs: words.paragraphs,
    facts: [
      { label: isGerman ? 'Bestellnummer' : 'Order number', value: orderId },
      ...(licences.length > 0
        ? licences.map((licence) => ({ label: licence.plantName, value: grantedText(licence, language) }))
        : plantNames.length > 0
          ? [{ label: isGerman ? 'Anlagen' : 'Plants', value: plantNames.join(', ') }]
          : []),
      ...(withAmounts.includes(template) ? amounts : []),
    ],
    button: { label: words.button, url },
    notes: words.notes,
    sender,
  };
}

const orderWords: Readonly<
  Record<OrderMail['template'], (facts: OrderLetterFacts) => Readonly<Record<AccountLanguage, Words>>>
> = {
  received: ({ isConsumer }) => ({
    de: {
      subject: 'Ihre Bestellung ist eingegangen',
      paragraphs: [
        'wir haben Ihre Bestellung erhalten. Diese Mail bestätigt nur den Eingang; sie ist noch keine Annahme. Der Vertrag kommt mit unserer Auftragsbestätigung zustande, die Sie nach Ihrer Zahlung erhalten.',
        `Angehängt sind alle Vertragsdokumente${isConsumer ? ' und die Widerrufsbelehrung' : ''}.`,
      ],
      button: 'Bestellung ansehen',
      notes: ['Ohne Zahlung verfällt die Bestellung nach einer Stunde von selbst; es entstehen keine Kosten.'],
    },
    en: {
      subject: 'We have received your order',
      paragraphs: [
        'We have received your order. This mail only confirms its receipt; it is not yet an acceptance. The contract is concluded with our order acceptance, which you receive after your payment.',
        `All contract documents${isConsumer ? ' and the withdrawal instruction' : ''} are attached.`,
      ],
      button: 'See the order',
      notes: ['Without payment the order expires by itself after an hour, and costs nothing.'],
    },
  }),
  accepted: ({ isConsumer, invoiceNumber, licences }) => ({
    de: {
      subject: acceptedWords(licences).de.subject,
      paragraphs: [
        `vielen Dank für Ihre Zahlung. Hiermit nehmen wir Ihre Bestellung an; der Vertrag ist geschlossen. ${acceptedWords(licences).de.sentence}`,
        `Angehängt sind die Rechnung ${invoiceNumber ?? ''} und alle Vertragsdokumente.`,
      ],
      button: 'Bestellung ansehen',
      notes: isConsumer
        ? [
            'Sie können den Vertrag 14 Tage lang widerrufen, auch ohne Anmeldung über „Vertrag widerrufen“ am Ende jeder Seite.',
          ]
        : [],
    },
    en: {
      subject: acceptedWords(licences).en.subject,
      paragraphs: [
        `Thank you for your payment. We hereby accept your order; the contract is concluded. ${acceptedWords(licences).en.sentence}`,
        `The invoice ${invoiceNumber ?? ''} and all contract documents are attached.`,
      ],
      button: 'See the order',
      notes: isConsumer
        ? [
            'You may withdraw from the contract for 14 days, also without signing in, by “Withdraw from contract” at the end of every page.',
          ]
        : [],
    },
  }),
  expired: () => ({
    de: {
      subject: 'Ihre Bestellung ist verfallen',
      paragraphs: [
        'für Ihre Bestellung ist keine Zahlung eingegangen, deshalb ist sie verfallen. Es ist nichts berechnet worden. Kommt eine Zahlung noch an, geht sie von selbst zurück.',
      ],
      button: 'Neu bestellen',
      notes: [],
    },
    en: {
      subject: 'Your order has expired',
      paragraphs: [
        'No payment arrived for your order, so it has expired. Nothing was charged. A payment that still arrives goes back by itself.',
      ],
      button: 'Order again',
      notes: [],
    },
  }),
  cancelled: ({ isPaid }) => ({
    de: {
      subject: 'Ihre Bestellung wurde abgebrochen',
      paragraphs: [
        isPaid
          ? 'Ihre Bestellung konnte nicht ausgeführt werden, weil sich eine der Anlagen inzwischen geändert hat. Ihre Zahlung geht auf demselben Weg zurück.'
          : 'Ihre Bestellung wurde abgebrochen. Es ist nichts berechnet worden.',
      ],
      button: 'Bestellung ansehen',
      notes: [],
    },
    en: {
      subject: 'Your order was cancelled',
      paragraphs: [
        isPaid
          ? 'Your order could not be fulfilled, because one of its plants has changed since. Your payment goes back by the way it came.'
          : 'Your order was cancelled. Nothing was charged.',
      ],
      button: 'See the order',
      notes: [],
    },
  }),
  refunded: ({ refundedCents, language }) => ({
    de: {
      subject: `Erstattung von ${euroText(refundedCents, language)}`,
      paragraphs: [
        `Wir haben ${euroText(refundedCents, language)} auf dem Weg erstattet, auf dem Sie bezahlt haben. Bis der Betrag bei Ihnen ist, können einige Tage vergehen.`,
      ],
      button: 'Bestellung ansehen',
      notes: [],
    },
    en: {
      subject: `Refund of ${euroText(refundedCents, language)}`,
      paragraphs: [
        `We have refunded ${euroText(refundedCents, language)} by the way you paid. It may take some days until the money arrives.`,
      ],
      button: 'See the order',
      notes: [],
    },
  }),
  charged: ({ invoiceNumber, dueOn }) => ({
    de: {
      subject: `Nachberechnung ${invoiceNumber ?? ''}`,
      paragraphs: [
        'die Nennleistung Ihrer Anlage ist höher, als bei der Bestellung der Lizenz angegeben war. Wir berechnen deshalb nach, was die Lizenz für die tatsächliche Leistung mehr kostet.',
        `Angehängt sind die Rechnung und der Nachweis: welche Geräte wann mit welcher Leistung verzeichnet waren.${dueOn === null ? '' : ` Bitte bezahlen Sie bis zum ${dayText(dueOn, 'de')}.`}`,
      ],
      button: 'Ansehen und bezahlen',
      notes: ['Stimmt etwas nicht? Antworten Sie bitte unserem Service, bevor Sie bezahlen.'],
    },
    en: {
      subject: `Supplementary invoice ${invoiceNumber ?? ''}`,
      paragraphs: [
        'The nominal power of your plant is higher than was stated when its licence was ordered. We therefore charge what the licence costs more for the true power.',
        `The invoice and the evidence are attached: which devices were recorded when, with which power.${dueOn === null ? '' : ` Please pay by ${dayText(dueOn, 'en')}.`}`,
      ],
      button: 'See it and pay',
      notes: ['Is something wrong? Please tell our service before you pay.'],
    },
  }),
  chargeDropped: ({ invoiceNumber }) => ({
    de: {
      subject: `Stornorechnung ${invoiceNumber ?? ''}`,
      paragraphs: [
        'wir haben unsere Rechnung zurückgenommen. Sie müssen nichts bezahlen; die Stornorechnung ist angehängt.',
      ],
      button: 'Ansehen',
      notes: [],
    },
    en: {
      subject: `Cancellation invoice ${invoiceNumber ?? ''}`,
      paragraphs: ['We have taken our invoice back. There is nothing to pay; the cancellation invoice is attached.'],
      button: 'See it',
      notes: [],
    },
  }),
  chargePaid: () => ({
    de: {
      subject: 'Ihre Zahlung ist eingegangen',
      paragraphs: [
        'vielen Dank, Ihre Zahlung für die Nachberechnung ist eingegangen. Ihre Lizenz gilt jetzt für die tatsächliche Leistung der Anlage.',
      ],
      button: 'Ansehen',
      notes: ['Sie müssen nichts weiter tun. Die Rechnung haben Sie schon erhalten.'],
    },
    en: {
      subject: 'We have received your payment',
      paragraphs: [
        'Thank you, your payment of the supplementary charge has arrived. Your licence now covers the true power of the plant.',
      ],
      button: 'See it',
      notes: ['There is nothing left to do. You have received the invoice before.'],
    },
  }),
  terminationPlanned: ({ endsOn }) => ({
    de: {
      subject: 'Ihre Kündigung ist angenommen',
      paragraphs: [
        `wir haben Ihre außerordentliche Kündigung angenommen. Die Lizenz der genannten Anlagen ${endsOn === null ? 'endet an dem vereinbarten Tag' : `endet mit dem ${dayText(addDays(endsOn, -1), 'de')}`}; bis dahin gilt sie weiter.`,
        'Was sie danach noch wert ist, erstatten wir dann auf dem Weg, auf dem Sie bezahlt haben. Sie müssen nichts weiter tun.',
      ],
      button: 'Bestellung ansehen',
      notes: [],
    },
    en: {
      subject: 'Your cancellation is accepted',
      paragraphs: [
        `We have accepted your extraordinary cancellation. The licence of these plants ends ${endsOn === null ? 'on the day agreed' : `with ${dayText(addDays(endsOn, -1), 'en')}`}; until then it goes on.`,
        'What it is still worth after that is then refunded by the way you paid. There is nothing left to do.',
      ],
      button: 'See the order',
      notes: [],
    },
  }),
  terminationLifted: () => ({
    de: {
      subject: 'Ihre Kündigung ist zurückgenommen',
      paragraphs: [
        'wir haben die außerordentliche Kündigung der genannten Anlagen zurückgenommen. Ihre Lizenzen gelten bis zu ihrem letzten Tag weiter.',
        'Sie müssen nichts weiter tun. Haben Sie das nicht gewollt, melden Sie sich bitte bei uns.',
      ],
      button: 'Bestellung ansehen',
      notes: [],
    },
    en: {
      subject: 'Your cancellation is taken back',
      paragraphs: [
        'We have taken back the extraordinary cancellation for these plants. Their licences go on until their last day.',
        'There is nothing left to do. If this is not what you wanted, please let us know.',
      ],
      button: 'See the order',
      notes: [],
    },
  }),
  terminated: ({ endsOn }) => ({
    de: {
      subject: 'Ihre Kündigung ist wirksam',
      paragraphs: [
        `wir haben Ihre außerordentliche Kündigung angenommen. Die Lizenz der genannten Anlagen ist beendet${endsOn === null ? '' : `; ab dem ${dayText(endsOn, 'de')} berechnen wir nichts mehr`}.`,
        'Was sie an diesem Tag noch wert war, erstatten wir auf dem Weg, auf dem Sie bezahlt haben. Die Rechnungskorrektur erhalten Sie mit eigener Mail.',
      ],
      button: 'Bestellung ansehen',
      notes: [
        'Was mit einem Guthaben bezahlt war, wird wieder Guthaben der Anlage; Sie können es sich auszahlen lassen.',
      ],
    },
    en: {
      subject: 'Your cancellation has taken effect',
      paragraphs: [
        `We have accepted your extraordinary cancellation. The licence of these plants has ended${endsOn === null ? '' : `; we charge for nothing from ${dayText(endsOn, 'en')} on`}.`,
        'What it was still worth on that day is refunded by the way you paid. The invoice correction follows in a mail of its own.',
      ],
      button: 'See the order',
      notes: ['What was paid with a credit becomes credit of the plant again, which you may have paid out.'],
    },
  }),
  corrected: ({ invoiceNumber }) => ({
    de: {
      subject: `Rechnungskorrektur ${invoiceNumber ?? ''}`,
      paragraphs: [
        'angehängt ist die Korrektur Ihrer früheren Rechnung. Sie nennt den Betrag, um den sich diese mindert, und woraus er folgt.',
      ],
      button: 'Bestellung ansehen',
      notes: [],
    },
    en: {
      subject: `Invoice correction ${invoiceNumber ?? ''}`,
      paragraphs: [
        'The correction of your earlier invoice is attached. It names the amount by which that is reduced, and why.',
      ],
      button: 'See the order',
      notes: [],
    },
  }),
};
