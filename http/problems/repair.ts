import { attachmentLimits } from '../../domain/repair/attachments.js';
import type { ProblemEntry } from './entry.js';

const megabytes = attachmentLimits.bytes / 1024 / 1024;

/** Repairs: requests, offers and what follows. */
export const repairProblems = {
  'repair.not-found': {
    status: 404,
    title: { de: 'Diesen Reparaturauftrag gibt es nicht', en: 'There is no such repair order' },
  },
  'repair.wrong-state': {
    status: 409,
    title: {
      de: 'Das geht bei diesem Stand der Reparatur nicht',
      en: 'This cannot be done at this stage of the repair',
    },
    detail: {
      de: 'Vielleicht hat sich inzwischen etwas getan. Bitte die Seite neu laden und den jetzigen Stand ansehen.',
      en: 'Something may have happened meanwhile. Please reload the page and look at the present stage.',
    },
  },
  'repair.incomplete': {
    status: 422,
    title: { de: 'Es fehlen noch Angaben', en: 'Some details are still missing' },
    detail: {
      de: 'Bitte die genannten Felder ausfüllen. Ihr Entwurf ist gespeichert.',
      en: 'Please fill in the fields that are named. Your draft is saved.',
    },
  },
  'repair.field-missing': { status: 422, title: { de: 'Bitte ausfüllen.', en: 'Please fill in.' } },
  'repair.too-many-messages': {
    status: 422,
    title: {
      de: 'Zu dieser Reparatur gibt es schon sehr viele Nachrichten',
      en: 'This repair has very many messages already',
    },
    detail: { de: 'Bitte wenden Sie sich telefonisch an den Service.', en: 'Please phone the service.' },
  },
  'repair.early-start-required': {
    status: 422,
    title: { de: 'Bitte stimmen Sie dem Beginn der Arbeiten zu', en: 'Please agree to the beginning of the work' },
    detail: {
      de: 'Ohne Ihr Einverständnis dürfen wir erst nach der Widerrufsfrist von 14 Tagen beginnen.',
      en: 'Without your consent we may begin only after the withdrawal period of 14 days.',
    },
    pointer: '/earlyStart',
  },
  'repair.not-a-consumer': {
    status: 409,
    title: { de: 'Diesen Vertrag kann man nicht widerrufen', en: 'One cannot withdraw from this contract' },
    detail: {
      de: 'Ein Widerrufsrecht haben nur Verbraucher.',
      en: 'Only consumers have a right of withdrawal.',
    },
  },
  'repair.compensation-too-high': {
    status: 422,
    title: {
      de: 'So viel ist der geleistete Teil nach dem vereinbarten Preis nicht wert',
      en: 'By the agreed price the work that was done is not worth that much',
    },
    pointer: '/netCents',
  },
  'repair.too-many-files': {
    status: 422,
    title: { de: 'Mehr Dateien gehen nicht', en: 'No more files are possible' },
    detail: {
      de: `Zu einer Reparatur gehören höchstens ${attachmentLimits.files} Dateien.`,
      en: `A repair has at most ${attachmentLimits.files} files.`,
    },
  },
  'repair.file-not-found': { status: 404, title: { de: 'Diese Datei gibt es nicht', en: 'There is no such file' } },
  'repair.file-missing': {
    status: 422,
    title: { de: 'Es kam keine Datei an', en: 'No file arrived' },
    detail: {
      de: 'Bitte eine Datei im Feld „file“ als multipart/form-data senden.',
      en: 'Please send one file in the field "file" as multipart/form-data.',
    },
  },
  'repair.file-too-large': {
    status: 413,
    title: { de: 'Die Datei ist zu groß', en: 'The file is too large' },
    detail: {
      de: `Bis ${megabytes} MB sind möglich. Ein Foto wird kleiner, wenn Sie es in geringerer Auflösung speichern.`,
      en: `Up to ${megabytes} MB are possible. A photo becomes smaller when you save it at a lower resolution.`,
    },
  },
  'repair.file-type': {
    status: 422,
    title: { de: 'Solche Dateien nehmen wir nicht an', en: 'We do not take files like this' },
    detail: {
      de: 'Möglich sind Fotos (JPEG, PNG, WebP) und PDF-Dateien, und sie müssen vollständig sein.',
      en: 'Photos (JPEG, PNG, WebP) and PDF files are possible, and they have to be complete.',
    },
  },
  'repair.file-lies': {
    status: 422,
    title: { de: 'Die Datei ist nicht, was ihr Name sagt', en: 'The file is not what its name says' },
    detail: {
      de: 'Ihr Inhalt passt nicht zu ihrer Endung. Bitte neu speichern und noch einmal hochladen.',
      en: 'Its content does not match its ending. Please save it again and upload it once more.',
    },
  },
  'repair.validity-over': {
    status: 422,
    title: { de: 'Dieser Tag ist schon vorbei', en: 'This day is over' },
    pointer: '/validUntil',
  },
  'repair.validity-too-long': {
    status: 422,
    title: { de: 'Ein Angebot gilt höchstens 180 Tage', en: 'An offer is valid for 180 days at most' },
    pointer: '/validUntil',
  },
  'repair.offer-too-high': {
    status: 422,
    title: { de: 'Diese Summe ist zu hoch für ein Angebot', en: 'This sum is too high for an offer' },
    detail: { de: 'Bitte Mengen und Preise prüfen.', en: 'Please check quantities and prices.' },
  },
  'repair.position-unknown': {
    status: 422,
    title: { de: 'Diese Position steht nicht in der Preisliste', en: 'The price list has no such item' },
  },
  'repair.position-not-priced': {
    status: 422,
    title: {
      de: 'Für diese Gerätekategorie hat die Position keinen Preis: bitte einen angeben',
      en: 'The item has no price for this category of devices: please enter one',
    },
  },
  'repair.position-incomplete': {
    status: 422,
    title: {
      de: 'Eine eigene Position braucht Beschreibung und Preis',
      en: 'A position of your own needs a description and a price',
    },
  },
  'repair.advocate-unknown': {
    status: 422,
    title: { de: 'Dieses Konto bearbeitet keine Reparaturen', en: 'This account does not handle repairs' },
    pointer: '/advocateId',
  },
  'repair.offer-replaced': {
    status: 409,
    title: { de: 'Inzwischen gibt es ein neueres Angebot', en: 'There is a newer offer meanwhile' },
    detail: {
      de: 'Bitte die Seite neu laden und das neue Angebot ansehen.',
      en: 'Please reload the page and look at the new offer.',
    },
  },
  'repair.offer-lapsed': {
    status: 409,
    title: { de: 'Dieses Angebot gilt nicht mehr', en: 'This offer is no longer valid' },
    detail: {
      de: 'Bitte schreiben Sie uns eine Nachricht: Wir machen Ihnen gern ein neues.',
      en: 'Please write us a message: we gladly make you a new one.',
    },
  },
  'repair.invoiced-already': {
    status: 409,
    title: { de: 'Zu dieser Reparatur gibt es schon eine Rechnung', en: 'This repair has an invoice already' },
  },
  'repair.nothing-to-pay': {
    status: 409,
    title: { de: 'Diese Reparatur kostet nichts', en: 'This repair costs nothing' },
    detail: {
      de: 'Sie braucht keine Rechnung und kann ohne abgeschlossen werden.',
      en: 'It needs no invoice and can be closed without one.',
    },
  },
  'repair.not-invoiced': {
    status: 409,
    title: { de: 'Zu dieser Reparatur gibt es noch keine Rechnung', en: 'This repair has no invoice yet' },
  },
  'repair.paid-already': {
    status: 409,
    title: { de: 'Diese Rechnung ist schon bezahlt', en: 'This invoice is paid already' },
  },
  'repair.paid-in-future': {
    status: 422,
    title: { de: 'Dieser Tag ist noch nicht gekommen', en: 'This day has not come yet' },
    pointer: '/paidOn',
  },
  'repair.not-paid': {
    status: 409,
    title: { de: 'Die Reparatur ist noch nicht bezahlt', en: 'The repair is not paid yet' },
    detail: {
      de: 'Bitte zuerst Rechnung und Zahlung vermerken.',
      en: 'Please note the invoice and its payment first.',
    },
  },
  'repair-price-list.in-the-past': {
    status: 422,
    title: {
      de: 'Eine Preisliste kann frühestens heute in Kraft treten',
      en: 'A price list can take effect today at the earliest',
    },
    pointer: '/validFrom',
  },
  'repair-price-list.code-twice': {
    status: 422,
    title: { de: 'Diese Kennung gibt es in der Liste zweimal', en: 'This code stands in the list twice' },
  },
} as const satisfies Record<string, ProblemEntry>;
