import { accountLetter } from './account-letter.js';
import type { AccountMailFacts } from './facts.js';
import type { Letter } from './letter.js';

/** Carries the user name and the link that activates the account (A3). */
export function validateAccount(facts: AccountMailFacts): Letter {
  const { validationUrl } = facts;
  return accountLetter(facts, {
    de: {
      subject: 'Bitte bestätigen Sie Ihre E-Mail-Adresse',
      paragraphs: ['willkommen bei SiteLink. Mit einem Klick ist Ihr Konto bereit; Sie sind danach gleich angemeldet.'],
      button: { label: 'E-Mail-Adresse bestätigen', url: validationUrl },
      notes: [
        'Der Link gilt 72 Stunden und nur einmal.',
        'Sie haben sich nicht registriert, oder mit einem anderen Benutzernamen? Dann folgen Sie dem Link bitte nicht: Ohne Bestätigung bleibt das Konto gesperrt und wird nach 30 Tagen gelöscht.',
      ],
    },
    en: {
      subject: 'Please confirm your e-mail address',
      paragraphs: ['Welcome to SiteLink. One click and your account is ready; you are then signed in at once.'],
      button: { label: 'Confirm e-mail address', url: validationUrl },
      notes: [
        'The link is valid for 72 hours and only once.',
        'You did not register, or with another user name? Then please do not follow the link: without confirmation the account stays locked and is deleted after 30 days.',
      ],
    },
  });
}
