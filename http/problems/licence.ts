import type { ProblemEntry } from './entry.js';

/** Licences after they were bought: given back, paid out, charged for. */
export const licenceProblems = {
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
  'licence.nothing-to-pay-out': {
    status: 409,
    title: { de: 'Es gibt kein Guthaben', en: 'There is no balance' },
    detail: {
      de: 'Es wurde verrechnet oder ist schon ausgezahlt. Bitte die Seite neu laden.',
      en: 'It was set off, or is paid out already. Please reload the page.',
    },
  },
  'licence.credit-held': {
    status: 409,
    title: {
      de: 'Das Guthaben ist für eine Bestellung vorgemerkt',
      en: 'The balance is set aside for an order',
    },
    detail: {
      de: 'Bitte die offene Bestellung bezahlen oder abbrechen; danach kann es ausgezahlt werden.',
      en: 'Please pay or cancel the order that waits; after that it can be paid out.',
    },
  },
  'licence.credit-changed': {
    status: 409,
    title: { de: 'Das Guthaben hat sich geändert', en: 'The balance has changed' },
    detail: {
      de: 'Bitte die Seite neu laden. Es wurde nichts ausgezahlt.',
      en: 'Please reload the page. Nothing was paid out.',
    },
  },
  'licence.pay-out-by-hand': {
    status: 409,
    title: {
      de: 'Das Guthaben kann nicht von selbst ausgezahlt werden',
      en: 'The balance cannot be paid out by itself',
    },
    detail: {
      de: 'Auf dem Weg, auf dem Sie bezahlt haben, lässt sich nicht alles erstatten. Bitte wenden Sie sich an den Service; das Guthaben bleibt bestehen.',
      en: 'Not all of it can go back by the way you paid. Please contact the service; the balance stays as it is.',
    },
  },
  'supplement.within-licence': {
    status: 422,
    title: {
      de: 'Diese Leistung ist von der Lizenz gedeckt',
      en: 'The licence covers this power',
    },
    detail: {
      de: 'Lizenziert sind {licensedPowerW} W; nachberechnet wird nur mehr.',
      en: '{licensedPowerW} W are licensed; only more than that is charged.',
    },
    pointer: '/truePowerW',
  },
  'supplement.costs-the-same': {
    status: 422,
    title: { de: 'Für diese Leistung kostet die Lizenz nicht mehr', en: 'The licence costs no more for this power' },
    detail: {
      de: 'Beide Leistungen haben denselben Preis, oder von der Lizenz wurde kein Tag genutzt.',
      en: 'Both powers have the same price, or no day of the licence was used.',
    },
    pointer: '/truePowerW',
  },
  'supplement.price-on-request': {
    status: 422,
    title: {
      de: 'Für diese Leistung nennt die Preisliste keinen Preis',
      en: 'The price list has no price for this power',
    },
    pointer: '/truePowerW',
  },
  'supplement.in-the-future': {
    status: 422,
    title: { de: 'Der Tag liegt in der Zukunft', en: 'This day is in the future' },
    pointer: '/since',
  },
  'supplement.file-not-found': {
    status: 422,
    title: { de: 'Diese Datei ist nicht mehr da', en: 'This file is not there any more' },
    detail: {
      de: 'Sie wurde vor mehr als einem Tag oder für eine andere Nachberechnung hochgeladen. Bitte noch einmal hochladen.',
      en: 'It was uploaded more than a day ago, or for another charge. Please upload it once more.',
    },
    pointer: '/fileId',
  },
  'supplement.not-bought': {
    status: 409,
    title: { de: 'Zu dieser Lizenz gibt es keine Rechnung', en: 'This licence has no invoice' },
    detail: {
      de: 'Sie wurde ohne Preis erteilt, oder ihr Käufer ist nicht mehr bekannt. Es kann nichts nachberechnet werden.',
      en: 'It was given without a price, or its buyer is not known any more. Nothing can be charged.',
    },
  },
  'supplement.already-open': {
    status: 409,
    title: {
      de: 'Für diese Lizenz wartet schon eine Nachberechnung auf Zahlung',
      en: 'A supplementary charge for this licence waits for its payment already',
    },
    detail: {
      de: 'Bitte zuerst die Nachberechnung {orderId} zurücknehmen.',
      en: 'Please drop the charge {orderId} first.',
    },
  },
} as const satisfies Record<string, ProblemEntry>;
