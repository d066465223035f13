import type { officeDe } from './messages.de.js';
import { readModelsEn } from './messages.read-models.en.js';

export const officeEn: Readonly<Record<keyof typeof officeDe, string>> = {
  ...readModelsEn,
  'office.title': 'Office',
  'office.navigation': 'Pages of the office',
  'office.nothing': 'Nothing here for your roles yet',
  'office.nothingText': 'As soon as one of your roles has something to see in the office, it stands here.',
  'office.denied': 'The office is for the operator',
  'office.deniedText': 'Your account has no role that works here.',
  'office.secondFactor': 'Please set up two-factor sign-in first',
  'office.secondFactorText':
    'Roles of the operator work only in a session that was begun with a second factor. Set it up in your account, then sign in again.',
  'office.toAccount': 'To the account',
};
