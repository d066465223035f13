import { accountsDe } from './messages.accounts.de.js';
import { businessesDe } from './messages.businesses.de.js';
import { devicesDe } from './messages.devices.de.js';
import { operatorsDe } from './messages.operators.de.js';
import { outboxDe } from './messages.outbox.de.js';
import { readModelsDe } from './messages.read-models.de.js';
import { searchDe } from './messages.search.de.js';
import { officeDocumentsDe } from './documents/messages.de.js';
import { officeRepairsDe } from './repairs/messages.de.js';
import { officeShopDe } from './shop/messages.de.js';

/** Texts of the back office. */
export const officeDe = {
  ...searchDe,
  ...devicesDe,
  ...readModelsDe,
  ...outboxDe,
  ...operatorsDe,
  ...businessesDe,
  ...accountsDe,
  ...officeShopDe,
  ...officeRepairsDe,
  ...officeDocumentsDe,
  'office.title': 'Büro',
  'office.navigation': 'Seiten des Büros',
  'office.nothing': 'Hier ist für Ihre Rollen noch nichts',
  'office.nothingText': 'Sobald eine Ihrer Rollen im Büro etwas zu sehen hat, steht es hier.',
  'office.denied': 'Das Büro ist dem Betreiber vorbehalten',
  'office.deniedText': 'Ihr Konto hat keine Rolle, mit der man hier arbeitet.',
  'office.secondFactor': 'Bitte zuerst die Zwei-Faktor-Anmeldung einrichten',
  'office.secondFactorText':
    'Rollen des Betreibers wirken nur in einer Sitzung mit zweitem Faktor. Das Einrichten dauert etwa eine Minute.',
  'office.signInAgain': 'Bitte melden Sie sich mit Code an',
  'office.signInAgainText': 'Diese Sitzung wurde ohne Code eröffnet. Nach einer neuen Anmeldung geht es hier weiter.',
  'office.signInAgainNow': 'Neu anmelden',
  'office.toAccount': 'Zum Konto',
} as const;
