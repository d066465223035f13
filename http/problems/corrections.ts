import { maxCorrectedDays, type CorrectionRejection } from '../../domain/correction/corrections.js';
import type { ProblemEntry } from './entry.js';

/** Values that people correct. */
export const correctionProblems = {
  'correction.not-found': {
    status: 404,
    title: { de: 'Diese Berichtigung gibt es nicht', en: 'There is no such correction' },
  },
  'correction.days-reversed': {
    status: 422,
    title: { de: 'Der letzte Tag liegt vor dem ersten', en: 'The last day is before the first one' },
    detail: { de: 'Bitte tauschen Sie die beiden Tage.', en: 'Please swap the two days.' },
    pointer: '/lastDay',
  },
  'correction.too-many-days': {
    status: 422,
    title: {
      de: `Auf einmal lassen sich höchstens ${maxCorrectedDays} Tage berichtigen`,
      en: `At most ${maxCorrectedDays} days can be corrected at once`,
    },
    detail: {
      de: 'Bitte teilen Sie die Zeit in kürzere Abschnitte.',
      en: 'Please divide the time into shorter stretches.',
    },
    pointer: '/lastDay',
  },
  'correction.in-future': {
    status: 422,
    title: { de: 'Dieser Tag kommt erst noch', en: 'This day is still to come' },
    detail: { de: 'Berichtigen lässt sich, was bis heute war.', en: 'What was until today can be corrected.' },
    pointer: '/lastDay',
  },
  'correction.beyond-power': {
    status: 422,
    title: {
      de: 'So viel schafft dieser Wechselrichter an keinem Tag',
      en: 'This inverter cannot make so much on any day',
    },
    detail: {
      de: 'Mehr als {maxKwh} kWh wären es rund um die Uhr bei voller Leistung. Bitte prüfen Sie die Zahl.',
      en: 'It would be {maxKwh} kWh around the clock at full power. Please check the number.',
    },
    pointer: '/energyWhPerDay',
  },
  'correction.too-many': {
    status: 422,
    title: {
      de: 'Mehr Berichtigungen nimmt diese Anlage nicht auf',
      en: 'This plant takes no more corrections',
    },
    detail: {
      de: 'Bitte fassen Sie zusammenhängende Tage in einer Berichtigung zusammen.',
      en: 'Please put days that belong together into one correction.',
    },
  },
  'history.columns-unknown': {
    status: 422,
    title: { de: 'Keine Spalte passt zu dieser Anlage', en: 'No column fits this plant' },
    detail: {
      de: 'Die erste Spalte nennt den Tag; die Titel der anderen müssen den Namen oder die Seriennummer eines Wechselrichters enthalten. Eine einzige Spalte gilt für die ganze Anlage.',
      en: 'The first column names the day; the titles of the others must hold the name or serial number of an inverter. A single column stands for the whole plant.',
    },
  },
  'history.nothing-new': {
    status: 422,
    title: { de: 'In dieser Datei steht nichts Neues', en: 'There is nothing new in this file' },
    detail: {
      de: 'Für alle lesbaren Tage gibt es schon Werte. Die Vorschau sagt zu jeder Zeile, warum sie nicht übernommen wird.',
      en: 'All days that can be read have values already. The preview says of each row why it is not taken.',
    },
  },
  'history-fetch.address-refused': {
    status: 422,
    title: { de: 'Diese Adresse geht nicht', en: 'This address cannot be used' },
    detail: {
      de: 'Gebraucht wird eine öffentliche Adresse, die mit https:// oder http:// beginnt, ohne Benutzername und Passwort darin.',
      en: 'It takes a public address that begins with https:// or http://, without user name and password in it.',
    },
    pointer: '/address',
  },
  'history-fetch.running': {
    status: 409,
    title: { de: 'Sie holen gerade schon etwas ab', en: 'You are fetching something already' },
    detail: {
      de: 'Alte Portale beantworten nur eine Frage nach der anderen. Bitte warten Sie, bis das fertig ist, oder brechen Sie es ab.',
      en: 'Old portals answer one question after the other. Please wait until it is done, or end it.',
    },
  },
  'history-fetch.not-ready': {
    status: 409,
    title: { de: 'Es ist noch nicht alles da', en: 'Not everything is here yet' },
    detail: { de: 'Bitte warten Sie, bis alles abgeholt ist.', en: 'Please wait until everything is fetched.' },
  },
  'history-fetch.not-found': {
    status: 404,
    title: { de: 'Das gibt es nicht mehr', en: 'This is gone' },
    detail: {
      de: 'Es wurde übernommen, verworfen oder nach einer Woche gelöscht.',
      en: 'It was taken, thrown away, or deleted after a week.',
    },
  },
} as const satisfies Readonly<
  Record<CorrectionRejection['code'] | 'history.columns-unknown' | `history-fetch.${string}`, ProblemEntry>
>;
