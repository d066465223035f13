import type { ProblemEntry } from './entry.js';

/** Buying licences. `{index}` counts plants of the order from 0; their field stands in `errors`. */
export const orderProblems = {
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
      de: 'Ist es Ihre eigene, bitte unter „Bestellungen“ bezahlen oder abbrechen. Ohne Zahlung verfällt sie von selbst; danach kann neu bestellt werden.',
      en: 'If it is your own, please pay or cancel it under “Orders”. Without payment it expires by itself; after that you can order again.',
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
  'order.is-owed': {
    status: 409,
    title: {
      de: 'Eine Nachberechnung kann nicht abgebrochen werden',
      en: 'A supplementary charge cannot be cancelled',
    },
    detail: {
      de: 'Halten Sie sie für falsch, wenden Sie sich bitte an den Service.',
      en: 'Please contact the service if you think that it is wrong.',
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
  'order.matter-not-open': {
    status: 409,
    title: { de: 'Das ist schon geklärt', en: 'This was dealt with already' },
    detail: {
      de: 'Jemand war schneller, oder die Zahlung hat sich inzwischen geändert. Bitte die Seite neu laden.',
      en: 'Somebody was faster, or the payment has changed meanwhile. Please reload the page.',
    },
  },
  'order.way-not-possible': {
    status: 409,
    title: { de: 'So lässt sich diese Zahlung nicht klären', en: 'This payment cannot be dealt with in this way' },
    detail: {
      de: 'Die Bestellung hat sich inzwischen geändert. Bitte die Seite neu laden und einen der gezeigten Wege wählen.',
      en: 'The order has changed meanwhile. Please reload the page and choose one of the ways that it shows.',
    },
  },
  'declaration.not-found': {
    status: 404,
    title: { de: 'Diese Erklärung gibt es nicht', en: 'There is no such declaration' },
  },
  'declaration.handled': {
    status: 409,
    title: { de: 'Diese Erklärung ist schon erledigt', en: 'This declaration is dealt with already' },
    detail: {
      de: 'Jemand war schneller. Bitte die Seite neu laden.',
      en: 'Somebody was faster. Please reload the page.',
    },
  },
  'declaration.nothing-to-decide': {
    status: 409,
    title: {
      de: 'Über diese Erklärung gibt es so nichts zu entscheiden',
      en: 'There is nothing of this kind to decide about this declaration',
    },
    detail: {
      de: 'Eine ordentliche Kündigung beendet keine Lizenz vorzeitig: Sie endet von selbst mit ihrem letzten Tag.',
      en: 'An ordinary cancellation ends no licence early: it ends by itself with its last day.',
    },
  },
  'declaration.not-assigned': {
    status: 409,
    title: { de: 'Diese Erklärung ist noch keinem Vertrag zugeordnet', en: 'This declaration has no contract yet' },
    detail: { de: 'Bitte zuerst den Vertrag zuordnen.', en: 'Please assign its contract first.' },
  },
  'declaration.too-late': {
    status: 409,
    title: {
      de: 'Dieser Vertrag kann nicht mehr widerrufen werden',
      en: 'This contract cannot be withdrawn from any more',
    },
    detail: {
      de: 'Die Frist war bei Eingang vorbei, oder der Kunde ist kein Verbraucher.',
      en: 'The period was over when it was received, or the customer is not a consumer.',
    },
  },
  'order.no-such-plant': {
    status: 422,
    title: { de: 'Diese Anlage gehört nicht zur Bestellung', en: 'This plant is not part of the order' },
    pointer: '/plantIds',
  },
  'order.plant-ended': {
    status: 409,
    title: { de: 'Der Vertrag ist für diese Anlage schon beendet', en: 'The contract is over for this plant already' },
    detail: {
      de: 'Eine Kündigung lässt sich nur vor ihrem Tag zurücknehmen. Danach kann eine neue Lizenz gekauft werden.',
      en: 'A cancellation can be taken back before its day only. After that, a new licence can be bought.',
    },
  },
  'order.end-not-possible': {
    status: 422,
    title: {
      de: 'Der Vertrag kann zwischen seinem Beginn und dem letzten Tag seiner Lizenz enden',
      en: 'The contract can end between its beginning and the last day of its licence',
    },
    detail: {
      de: 'Danach endet die Lizenz von selbst; es gäbe nichts zu erstatten.',
      en: 'After that the licence ends by itself; there would be nothing to refund.',
    },
    pointer: '/endsOn',
  },
  'declaration.no-such-contract': {
    status: 422,
    title: {
      de: 'Diese Bestellung oder Rechnung gibt es nicht',
      en: 'There is no such order or invoice',
    },
    pointer: '/contract',
  },
  'invoice.not-found': {
    status: 404,
    title: { de: 'Diesen Beleg gibt es nicht', en: 'There is no such document' },
  },
  'invoice.forgotten': {
    status: 410,
    title: { de: 'Dieser Beleg ist nicht mehr vorhanden', en: 'This document is not kept any more' },
    detail: {
      de: 'Die gesetzliche Aufbewahrung ist abgelaufen, und die Daten des Kunden wurden gelöscht.',
      en: 'The time for which the law wants it kept is over, and the data of the customer were erased.',
    },
  },
  'accounting.range-reversed': {
    status: 422,
    title: { de: 'Das Ende liegt vor dem Anfang', en: 'The end is before the beginning' },
    pointer: '/to',
  },
  'accounting.two-years': {
    status: 422,
    title: {
      de: 'Ein DATEV-Stapel muss in einem Kalenderjahr und in einem Wirtschaftsjahr liegen',
      en: 'A DATEV batch must lie in one calendar year and one fiscal year',
    },
    detail: {
      de: 'Bitte den Zeitraum teilen, zum Beispiel in Monate.',
      en: 'Please split the range, for example into months.',
    },
    pointer: '/to',
  },
  'accounting.too-many-bookings': {
    status: 422,
    title: {
      de: 'In diesem Zeitraum liegen mehr als 99.999 Buchungen, so viele nimmt DATEV in einem Stapel nicht an',
      en: 'This range holds more than 99,999 bookings, which is more than DATEV takes in one batch',
    },
    detail: {
      de: 'Bitte einen kürzeren Zeitraum wählen, zum Beispiel jeden Monat für sich.',
      en: 'Please choose a shorter range, for example each month by itself.',
    },
    pointer: '/to',
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
