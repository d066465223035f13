import type { accountsDe } from './messages.accounts.de.js';

export const accountsEn: Readonly<Record<keyof typeof accountsDe, string>> = {
  'office.accounts.title': 'Accounts',
  'office.accounts.lead': 'One account, when somebody calls: by the whole user name or the whole e-mail address.',
  'office.accounts.name': 'User name or e-mail address',
  'office.accounts.find': 'Find the account',
  'office.accounts.none': 'No such account',
  'office.accounts.noneText': 'Please check the spelling: the whole name or the whole address is looked for.',
  'office.accounts.id': 'Id',
  'office.accounts.sessions':
    '{count, plural, =0 {Signed in nowhere} one {Signed in on one device} other {Signed in on # devices}}',
  'office.accounts.lastUsed': 'last used {age}',
  'office.accounts.signOut': 'Sign out everywhere',
  'office.accounts.signOutTitle': 'Sign {name} out everywhere?',
  'office.accounts.signOutText':
    'All sessions end at once, live views included. Password and access tokens stay. That it was you stands in the history of the account.',
  'office.accounts.signedOut': '{name} is signed out everywhere',
};
