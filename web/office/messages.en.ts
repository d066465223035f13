import type { officeDe } from './messages.de.js';
import { accountsEn } from './messages.accounts.en.js';
import { businessesEn } from './messages.businesses.en.js';
import { devicesEn } from './messages.devices.en.js';
import { operatorsEn } from './messages.operators.en.js';
import { outboxEn } from './messages.outbox.en.js';
import { readModelsEn } from './messages.read-models.en.js';
import { searchEn } from './messages.search.en.js';
import { officeDocumentsEn } from './documents/messages.en.js';
import { officeRepairsEn } from './repairs/messages.en.js';
import { officeShopEn } from './shop/messages.en.js';

export const officeEn: Readonly<Record<keyof typeof officeDe, string>> = {
  ...searchEn,
  ...devicesEn,
  ...readModelsEn,
  ...outboxEn,
  ...operatorsEn,
  ...businessesEn,
  ...accountsEn,
  ...officeShopEn,
  ...officeRepairsEn,
  ...officeDocumentsEn,
  'office.title': 'Office',
  'office.navigation': 'Pages of the office',
  'office.nothing': 'Nothing here for your roles yet',
  'office.nothingText': 'As soon as one of your roles has something to see in the office, it stands here.',
  'office.denied': 'The office is for the operator',
  'office.deniedText': 'Your account has no role that works here.',
  'office.secondFactor': 'Please set up two-factor sign-in first',
  'office.secondFactorText':
    'Roles of the operator work only in a session with a second factor. Setting it up takes about a minute.',
  'office.signInAgain': 'Please sign in with a code',
  'office.signInAgainText': 'This session was opened without a code. After signing in again you continue here.',
  'office.signInAgainNow': 'Sign in again',
  'office.toAccount': 'To the account',
};
