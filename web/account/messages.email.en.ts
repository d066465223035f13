import type { emailDe } from './messages.email.de.js';

export const emailEn: Readonly<Record<keyof typeof emailDe, string>> = {
  'email.title': 'E-mail address',
  'email.change': 'Change the e-mail address',
  'email.changeText':
    'We send a link to the new address. Only when it is opened there does the address count; until then everything stays as it is.',
  'email.new': 'New e-mail address',
  'email.password': 'Your password',
  'email.send': 'Send the link',
  'email.sent': 'A link is on its way to {email}',
  'email.waiting': '{email} waits to be confirmed: please open the link in the mail there.',
  'email.until': 'The link is valid until {when}.',
  'email.cancel': 'Take the change back',
  'email.cancelled': 'The address stays as it is',
  'email.confirmTitle': 'New e-mail address',
  'email.confirmText':
    'With one click the address to which we sent this link becomes that of your account. Signing in by e-mail address then works with it, too.',
  'email.confirm': 'Confirm the new address',
  'email.confirmed': 'The new address counts',
  'email.confirmedText': 'The old one gets a last message from us.',
  'email.toAccount': 'To the account page',
};
