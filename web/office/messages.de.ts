import { readModelsDe } from './messages.read-models.de.js';

/** Texts of the back office. */
export const officeDe = {
  ...readModelsDe,
  'office.title': 'Büro',
  'office.navigation': 'Seiten des Büros',
  'office.nothing': 'Hier ist für Ihre Rollen noch nichts',
  'office.nothingText': 'Sobald eine Ihrer Rollen im Büro etwas zu sehen hat, steht es hier.',
  'office.denied': 'Das Büro ist dem Betreiber vorbehalten',
  'office.deniedText': 'Ihr Konto hat keine Rolle, mit der man hier arbeitet.',
  'office.secondFactor': 'Bitte zuerst die Zwei-Faktor-Anmeldung einrichten',
  'office.secondFactorText':
    'Rollen des Betreibers wirken nur in einer Sitzung, die mit einem zweiten Faktor begonnen hat. Richten Sie ihn im Konto ein und melden Sie sich dann neu an.',
  'office.toAccount': 'Zum Konto',
} as const;
