import type { vatDe } from './messages.vat.de.js';

export const vatEn: Readonly<Record<keyof typeof vatDe, string>> = {
  'vat.title': 'VAT identification number',
  'vat.state.notNeeded': 'Not needed',
  'vat.state.incomplete': 'Data missing',
  'vat.state.pending': 'Being checked',
  'vat.state.valid': 'Valid',
  'vat.state.differences': 'Data differs',
  'vat.state.invalid': 'Not valid',
  'vat.state.awaitingConfirmation': 'Being confirmed',
  'vat.state.confirmed': 'Confirmed',
  'vat.text.notNeeded': 'There is no VAT id to be checked for this account.',
  'vat.text.incomplete':
    'Before the number can be checked, the data marked below has to be completed or corrected. Until then monitoring and online services are not available.',
  'vat.text.pending':
    'The result of the check is still to come. There is nothing to do; we write to you as soon as it is there.',
  'vat.text.valid': 'The number is valid. Monitoring and online services are open to you.',
  'vat.text.differences':
    'The number is valid, but the data marked below does not agree with its registration. As long as that is so, no licence can be bought.',
  'vat.text.invalid':
    'The number could not be confirmed. Monitoring and online services need a valid number; after a correction we check again at once.',
  'vat.text.awaitingConfirmation':
    'Businesses outside the EU are confirmed by us by hand. We write to you as soon as that is done; then monitoring and online services are open.',
  'vat.text.confirmed': 'We have confirmed your business. Monitoring and online services are open to you.',
  'vat.cause.night':
    'The service of the German Federal Central Tax Office is closed at night, as a rule from 23:00 to 05:00. We ask first thing in the morning.',
  'vat.cause.unavailable': 'The authority or the member state cannot be reached at the moment.',
  'vat.cause.busy': 'The authority is overloaded at the moment.',
  'vat.cause.refused':
    'The authority does not accept our questions at present. That is up to us; we are looking into it.',
  'vat.cause.notConfigured': 'The check is not set up on this portal yet. The operator will see to it.',
  'vat.nextAttempt': 'Next attempt: {at} (German time)',
  'vat.checkedAt': 'Checked on {at} by {by}.',
  'vat.by.VIES': 'VIES (European Commission)',
  'vat.by.BZST': 'the German Federal Central Tax Office',
  'vat.simulated': 'Development: this answer came from a simulator, not from an authority.',
  'vat.edit': 'Change data',
  'vat.again': 'Check again',
  'vat.askedAgain': 'All right. We ask anew every ten minutes at most.',
  'vat.form': 'Data of the business',
  'vat.vatIdHelp': 'With the country prefix, for example DE123456789.',
  'vat.save': 'Save and check',
  'vat.saved': 'Saved.',
  'vat.characters': 'The check does not take these characters: {characters}',
  'vat.spelling': '{label}, for the check',
  'vat.spellingHelp':
    'Our proposal without umlauts and special characters; please as the register has it. Invoices keep your own spelling.',
  'vat.spellingWrong': "Only letters without umlauts, digits, blanks and _ . , - '' ! ( ) [ ] – ; : & *",
  'abroad.title': 'Monitoring',
  'abroad.text':
    'At present we offer monitoring to consumers in Germany only. Your account remains; plants cannot be monitored with it.',
  'abroad.before':
    'Good to know: at present we offer monitoring to consumers in Germany only. You can create an account all the same.',
  'abroad.beforePartners':
    'In your country it works through our service partners: {names}. The partner buys the licence for you; you then see your plant in your account.',
  'abroad.beforeOthers': 'We do not have service partners in your country yet who could do this for you.',
  'abroad.partners': 'In your country it works through our service partners',
  'abroad.ask': 'Ask one of the service partners below to look after your plant.',
  'abroad.setUp': 'They set up the plant and its inverters in the portal, and buy the licence for you.',
  'abroad.invited':
    'They invite your address {email} to the plant. As soon as you accept, you see the plant here in your account.',
  'abroad.served':
    'A service partner looks after your plant and buys the licences for you. You see what the partner looks after for you; plants of your own cannot be added from your country.',
  'services.toAccount': 'To your account',
};
