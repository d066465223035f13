import type { AccountLanguage } from '../../domain/account/person.js';
import type { RepairOrder } from '../../domain/repair/state.js';
import { greetingOf, type Letter } from '../mail/templates/letter.js';
import { dayText, euroText } from '../order/texts.js';
import type { RepairMailTemplate } from './port.js';

type About = {
  readonly language: AccountLanguage;
  readonly firstName: string;
  /** Of the repair, as people quote it. */
  readonly number: string;
  readonly url: string;
  readonly sender: Letter['sender'];
};

/** What the mails about a repair may say. */
export type RepairMailFacts = About & {
  readonly serialNumber: string | null;
  readonly dueOn: string | null;
  /** An offer was accepted. */
  readonly isContract: boolean;
  /** Who accepted it may withdraw. */
  readonly isConsumer: boolean;
  readonly offer: Pick<NonNullable<RepairOrder['offer']>, 'grossCents' | 'validUntil'> | null;
  readonly invoice: RepairOrder['invoice'];
  readonly shipment: RepairOrder['shipment'];
  /** What remains to be paid after a withdrawal from work that had begun. */
  readonly compensation: Pick<NonNullable<RepairOrder['compensation']>, 'grossCents'> | null;
  /** Why the office declined, or settled a withdrawal as it did. */
  readonly reason: string | null;
};

type Words = Pick<Letter, 'subject' | 'paragraphs' | 'notes'>;
type InBoth = Readonly<Record<AccountLanguage, Words>>;

const buttons = { de: 'Zum Reparaturauftrag', en: 'To the repair order' } as const;
const labels = {
  de: {
    number: 'Reparatur',
    serial: 'Seriennummer',
    price: 'Preis (brutto)',
    remains: 'Für die geleistete Arbeit (brutto)',
    validUntil: 'Gültig bis',
    due: 'Fällig am',
  },
  en: {
    number: 'Repair',
    serial: 'Serial number',
    price: 'Price (gross)',
    remains: 'For the work done (gross)',
    validUntil: 'Valid until',
    due: 'Due on',
  },
} as const;
const invoiceLabels = { de: 'Rechnungsnummer', en: 'Invoice number' } as const;
const shipmentLabels = {
  de: { carrier: 'Spedition', trackingNumber: 'Sendungsnummer' },
  en: { carrier: 'Carrier', trackingNumber: 'Tracking number' },
} as const;

/** To the customer, at each step of a repair (H3). */
export function repairLetter(template: Exclude<RepairMailTemplate, 'advocate-news'>, facts: RepairMailFacts): Letter {
  const { language, url, sender } = facts;
  return {
    ...wordsOf(template, facts)[language],
    language,
    greeting: greetingOf(facts.language, facts.firstName),
    facts: factsOf(template, facts),
    button: { label: buttons[language], url },
    sender,
  };
}

/** To the advocate who takes care of a repair: the customer has done or written something. */
export function advocateNews(about: About): Letter {
  const { language, number, url, sender } = about;
  const words: InBoth = {
    de: {
      subject: `Neues zur Reparatur ${number}`,
      paragraphs: ['zu einem Reparaturauftrag, um den Sie sich kümmern, gibt es etwas Neues vom Kunden.'],
      notes: [],
    },
    en: {
      subject: `News about repair ${number}`,
      paragraphs: ['There is something new from the customer about a repair order that you take care of.'],
      notes: [],
    },
  };
  return {
    ...words[language],
    language,
    greeting: greetingOf(about.language, about.firstName),
    facts: [{ label: labels[language].number, value: number }],
    button: { label: buttons[language], url },
    sender,
  };
}

function factsOf(template: RepairMailTemplate, facts: RepairMailFacts): Letter['facts'] {
  const { language, number, serialNumber, offer, invoice, shipment, compensation } = facts;
  const words = labels[language];
  const fact = (label: string, value: string | null) => (value === null ? [] : [{ label, value }]);
  const price = (cents: number) => fact(words.price, euroText(cents, language));
  const offered = template === 'offered' || template === 'accepted';
  return [
    ...fact(words.number, number),
    ...fact(words.serial, serialNumber),
    ...(offered && offer !== null ? price(offer.grossCents) : []),
    ...(template === 'offered' && offer !== null ? fact(words.validUntil, dayText(offer.validUntil, language)) : []),
    ...(template === 'invoiced' && invoice !== null
      ? [
          ...fact(invoiceLabels[language], invoice.number),
          ...price(invoice.grossCents),
          ...fact(words.due, dayText(invoice.dueOn, language)),
        ]
      : []),
    ...(template === 'withdrawal-settled' && offer !== null && compensation !== null
      ? [...price(offer.grossCents), ...fact(words.remains, euroText(compensation.grossCents, language))]
      : []),
    ...(template === 'sent-back' && shipment !== null
      ? [
          ...fact(shipmentLabels[language].carrier, shipment.carrier),
          ...fact(shipmentLabels[language].trackingNumber, shipment.trackingNumber),
        ]
      : []),
  ];
}

function wordsOf(template: Exclude<RepairMailTemplate, 'advocate-news'>, facts: RepairMailFacts): InBoth {
  const { dueOn, reason, invoice, isConsumer } = facts;
  const costs = (facts.offer?.grossCents ?? 0) > 0;
  const isPaid = invoice !== null && invoice.paidOn !== null;
  switch (template) {
    case 'requested':
      return {
        de: {
          subject: 'Ihre Reparaturanfrage ist angekommen',
          paragraphs: [
            'vielen Dank für Ihre Anfrage. Wir prüfen sie und machen Ihnen ein Angebot.',
            ...(dueOn === null ? [] : [`Sie hören spätestens am ${dayText(dueOn, 'de')} von uns.`]),
          ],
          notes: [
            'Bitte schicken Sie das Gerät noch nicht ein: Erst mit Ihrer Annahme eines Angebots beginnt die Reparatur.',
          ],
        },
        en: {
          subject: 'Your repair request has arrived',
          paragraphs: [
            'Thank you for your request. We look into it and make you an offer.',
            ...(dueOn === null ? [] : [`You will hear from us by ${dayText(dueOn, 'en')}.`]),
          ],
          notes: ['Please do not send the device yet: the repair begins only when you accept an offer.'],
        },
      };
    case 'offered':
      return both(
        [
          'Unser Angebot für Ihre Reparatur',
          'wir haben Ihre Anfrage geprüft und machen Ihnen ein Angebot. Sie können es online annehmen oder ablehnen.',
        ],
        [
          'Our offer for your repair',
          'We have looked into your request and make you an offer. You can accept or decline it online.',
        ],
      );
    case 'accepted':
      return {
        de: {
          subject: 'Sie haben unser Angebot angenommen',
          paragraphs: [
            `vielen Dank für Ihren Auftrag. Auf der Seite des Auftrags steht, wie es weitergeht${costs ? ', und Sie können dort online bezahlen' : ''}. Die Vertragsdokumente sind angehängt.`,
          ],
          notes: isConsumer
            ? [
                'Sie können den Vertrag 14 Tage lang widerrufen, auch ohne Anmeldung über „Vertrag widerrufen“ am Ende jeder Seite.',
              ]
            : [],
        },
        en: {
          subject: 'You have accepted our offer',
          paragraphs: [
            `Thank you for your order. Its page says what comes next${costs ? ', and you can pay online there' : ''}. The contract documents are attached.`,
          ],
          notes: isConsumer
            ? [
                'You may withdraw from the contract for 14 days, also without signing in, by “Withdraw from contract” at the end of every page.',
              ]
            : [],
        },
      };
    case 'refused':
      return both(
        [
          'Sie haben unser Angebot abgelehnt',
          'wir haben Ihre Ablehnung erhalten. Der Vorgang ist damit beendet, Kosten entstehen Ihnen nicht.',
        ],
        ['You have declined our offer', 'We have received your answer. This ends the matter; you owe nothing.'],
      );
    case 'declined': {
      const because = reason === null ? [] : [reason];
      return {
        de: {
          subject: 'Wir können diese Reparatur nicht übernehmen',
          paragraphs: ['leider können wir Ihnen bei diesem Gerät nicht helfen. Unsere Begründung:', ...because],
          notes: ['Wenn Sie Fragen haben, schreiben Sie uns auf der Seite des Auftrags.'],
        },
        en: {
          subject: 'We cannot take on this repair',
          paragraphs: ['Unfortunately we cannot help you with this device. Our reason:', ...because],
          notes: ['If you have questions, write to us on the page of the order.'],
        },
      };
    }
    case 'withdrawn':
      if (facts.isContract) {
        return both(
          [
            'Ihr Widerruf des Reparaturauftrags',
            'Sie haben den Vertrag über die Reparatur widerrufen. Sie müssen nichts bezahlen; was Sie bezahlt haben, erstatten wir auf demselben Weg. Ist Ihr Gerät schon unterwegs, schicken wir es Ihnen unrepariert zurück.',
          ],
          [
            'Your withdrawal from the repair',
            'You have withdrawn from the contract about the repair. You owe nothing; what you paid goes back by the way it came. If your device is on its way already, we send it back to you as it is.',
          ],
        );
      }
      return both(
        [
          'Ihre Reparaturanfrage ist zurückgezogen',
          'wir haben Ihre Anfrage geschlossen, wie Sie es gewünscht haben. Kosten entstehen Ihnen nicht.',
        ],
        ['Your repair request is withdrawn', 'We have closed your request as you wished. You owe nothing.'],
      );
    case 'withdrawal-settled': {
      const because = reason === null ? [] : [reason];
      return {
        de: {
          subject: 'Ihr Widerruf des Reparaturauftrags',
          paragraphs: [
            'Sie haben den Vertrag über die Reparatur widerrufen, nachdem wir auf Ihren Wunsch damit begonnen hatten. Zu bezahlen ist nur, was bis dahin geleistet war. So haben wir es berechnet:',
            ...because,
          ],
          notes: [
            'Was Sie darüber hinaus bezahlt haben, erstatten wir auf demselben Weg. Ihr Gerät schicken wir Ihnen zurück.',
          ],
        },
        en: {
          subject: 'Your withdrawal from the repair',
          paragraphs: [
            'You have withdrawn from the contract about the repair after we had begun with it, as you had asked. You pay only for what was done until then. This is how we calculated it:',
            ...because,
          ],
          notes: ['What you paid beyond that goes back by the way it came. We send your device back to you.'],
        },
      };
    }
    case 'dispatched':
      return both(
        [
          'Ihr Gerät ist unterwegs zu uns',
          'wir wissen, dass Ihr Gerät unterwegs ist, und melden uns, sobald es da ist.',
        ],
        [
          'Your device is on its way to us',
          'We know that your device is on its way, and write to you once it is here.',
        ],
      );
    case 'received':
      return both(
        ['Ihr Gerät ist in der Werkstatt', 'Ihr Gerät ist angekommen, und wir arbeiten daran.'],
        ['Your device is in the workshop', 'Your device has arrived, and we are working on it.'],
      );
    case 'sent-back':
      return both(
        [
          'Ihr Gerät ist auf dem Rückweg',
          'die Arbeit an Ihrem Gerät ist abgeschlossen, und es ist auf dem Weg zu Ihnen.',
        ],
        ['Your device is on its way back', 'The work on your device is done, and it is on its way to you.'],
      );
    case 'invoiced':
      return both(
        [
          'Rechnung zu Ihrer Reparatur',
          isPaid
            ? 'vielen Dank für Ihre Zahlung. Die Rechnung ist angehängt.'
            : 'die Rechnung für Ihre Reparatur ist angehängt. Sie können sie auf der Seite des Auftrags online bezahlen, oder den Betrag unter Angabe der Rechnungsnummer überweisen.',
        ],
        [
          'Invoice for your repair',
          isPaid
            ? 'Thank you for your payment. The invoice is attached.'
            : 'The invoice for your repair is attached. You can pay it online on the page of the order, or transfer the amount and name the invoice number.',
        ],
      );
    case 'paid':
      return both(
        ['Ihre Zahlung ist angekommen', 'die Rechnung Ihrer Reparatur ist bezahlt. Vielen Dank.'],
        ['Your payment has arrived', 'The invoice of your repair is paid. Thank you.'],
      );
    case 'closed':
      return both(
        ['Ihr Reparaturauftrag ist abgeschlossen', 'alles ist erledigt. Wir wünschen Ihnen viel Sonne.'],
        ['Your repair order is closed', 'Everything is done. We wish you plenty of sun.'],
      );
    case 'file':
      return both(
        [
          'Eine Datei zu Ihrer Reparatur',
          'wir haben Ihnen zu Ihrer Reparatur eine Datei geschickt. Sie steht auf der Seite des Auftrags.',
        ],
        ['A file about your repair', 'We have sent you a file about your repair. It is on the page of the order.'],
      );
    case 'message':
      return both(
        [
          'Eine Nachricht zu Ihrer Reparatur',
          'wir haben Ihnen zu Ihrer Reparatur geschrieben. Die Nachricht steht auf der Seite des Auftrags, dort können Sie antworten.',
        ],
        [
          'A message about your repair',
          'We have written to you about your repair. The message stands on the page of the order, where you can answer.',
        ],
      );
  }
}

function both(de: readonly [string, string], en: readonly [string, string]): InBoth {
  const words = ([subject, text]: readonly [string, string]): Words => ({ subject, paragraphs: [text], notes: [] });
  return { de: words(de), en: words(en) };
}
