import type { ProblemEntry } from './entry.js';

/** Buying licences. `{index}` counts plants of the order from 0; their field stands in `errors`. */
export const orderProblems = {
  'licence.not-found': {
    status: 404,
    title: { de: 'Diese Lizenz gibt es nicht', en: 'There is no such licence' },
  },
  'licence.not-revivable': {
    status: 409,
    title: { de: 'Diese Lizenz kann nicht zurückgegeben werden', en: 'This licence cannot be given back' },
    detail: {
      de: 'Das geht nur, wenn sie durch eine Erweiterung endete, ihr Restwert noch unberührt ist, keine Lizenz danach kam und die Anlage wieder in sie passt.',
      en: 'Only one that an extension ended, whose remaining value is untouched, that no licence came after, and that the plant fits in again.',
    },
  },
  'order.not-found': {
    status: 404,
    title: { de: 'Diese Bestellung gibt es nicht', en: 'There is no such order' },
  },
  'order.empty': {
    status: 422,
    title: { de: 'Bitte mindestens eine Anlage wählen', en: 'Please choose at least one plant' },
    pointer: '/items',
  },
  'order.plant-not-found': {
    status: 404,
    title: { de: 'Eine Anlage der Bestellung gibt es nicht', en: 'There is no such plant in your account' },
    detail: {
      de: 'Sie wurde entfernt, oder sie gehört zu einem anderen Konto. Bitte die Auswahl prüfen.',
      en: 'It was removed, or it belongs to another account. Please check what you have chosen.',
    },
  },
  'order.plant-twice': {
    status: 422,
    title: { de: 'Diese Anlage steht zweimal in der Bestellung', en: 'This plant stands in the order twice' },
  },
  'order.no-power': {
    status: 422,
    title: { de: 'Diese Anlage hat noch keinen Wechselrichter', en: 'This plant has no inverter yet' },
    detail: {
      de: 'Der Preis richtet sich nach der Nennleistung. Bitte zuerst die Wechselrichter hinzufügen.',
      en: 'The price depends on the nominal power. Please add the inverters first.',
    },
  },
  'order.price-on-request': {
    status: 422,
    title: {
      de: 'Für diese Leistung gibt es einen Preis auf Anfrage',
      en: 'For this power a price is made on request',
    },
    detail: { de: 'Bitte wenden Sie sich an den Service.', en: 'Please contact the service.' },
  },
  'order.already-queued': {
    status: 409,
    title: {
      de: 'Für diese Anlage ist die nächste Lizenz schon gekauft',
      en: 'The next licence of this plant is bought already',
    },
    detail: {
      de: 'Sie beginnt am {firstDay}. Eine weitere kann gekauft werden, sobald sie läuft.',
      en: 'It begins on {firstDay}. Another one can be bought once it runs.',
    },
  },
  'order.in-other-order': {
    status: 409,
    title: { de: 'Diese Anlage steht in einer anderen Bestellung', en: 'This plant stands in another order' },
    detail: {
      de: 'Bitte die Bestellung {orderId} bezahlen oder abbrechen; ohne Zahlung verfällt sie von selbst.',
      en: 'Please pay or cancel the order {orderId}; without payment it expires by itself.',
    },
  },
  'order.price-changed': {
    status: 409,
    title: { de: 'Der Preis hat sich geändert', en: 'The price has changed' },
    detail: {
      de: 'Bitte die neue Zusammenfassung prüfen und noch einmal bestellen. Es wurde nichts bestellt.',
      en: 'Please check the new summary and order again. Nothing was ordered.',
    },
    pointer: '/quoteTotal',
  },
  'order.documents-outdated': {
    status: 409,
    title: { de: 'Die Vertragsbedingungen haben sich geändert', en: 'The contract terms have changed' },
    detail: {
      de: 'Bitte die neue Fassung lesen und annehmen. Es wurde nichts bestellt.',
      en: 'Please read and accept the new version. Nothing was ordered.',
    },
    pointer: '/accepted',
  },
  'order.early-start-required': {
    status: 422,
    title: {
      de: 'Bitte verlangen Sie ausdrücklich den Beginn vor Ablauf der Widerrufsfrist',
      en: 'Please ask expressly for the beginning before the period of withdrawal is over',
    },
    detail: {
      de: 'Die Lizenz gilt sofort nach der Zahlung; ohne diese Erklärung dürfen wir damit nicht beginnen.',
      en: 'The licence is valid right after the payment; without this declaration we may not begin.',
    },
    pointer: '/accepted/earlyStart',
  },
  'order.not-open': {
    status: 409,
    title: { de: 'Diese Bestellung wartet nicht auf eine Zahlung', en: 'This order does not wait for a payment' },
    detail: {
      de: 'Sie ist bezahlt, abgebrochen oder abgelaufen. Bitte die Seite neu laden.',
      en: 'It is paid, cancelled or expired. Please reload the page.',
    },
  },
  'order.not-paid': {
    status: 409,
    title: { de: 'Diese Bestellung ist nicht bezahlt', en: 'This order is not paid' },
  },
  'order.refund-too-large': {
    status: 409,
    title: { de: 'So viel wurde nicht bezahlt', en: 'That much was not paid' },
  },
  'order.provider-unavailable': {
    status: 503,
    title: { de: 'Der Zahlungsdienst antwortet gerade nicht', en: 'The payment provider does not answer' },
    detail: {
      de: 'Ihre Bestellung bleibt bestehen. Bitte versuchen Sie es in einigen Minuten noch einmal.',
      en: 'Your order stays as it is. Please try again in a few minutes.',
    },
    headers: { 'retry-after': '60' },
  },
  'price-list.in-the-past': {
    status: 422,
    title: { de: 'Eine Preisliste kann nicht rückwirkend gelten', en: 'A price list cannot be valid from the past' },
    pointer: '/validFrom',
  },
  'price-list.not-ascending': {
    status: 422,
    title: { de: 'Die Leistungen müssen von Zeile zu Zeile steigen', en: 'The powers must grow from line to line' },
    pointer: '/brackets',
  },
} as const satisfies Record<string, ProblemEntry>;
