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
        'Sie haben sich nicht registriert? Dann müssen Sie nichts tun: Ohne Bestätigung bleibt das Konto gesperrt.',
      ],
    },
    en: {
      subject: 'Please confirm your e-mail address',
      paragraphs: ['Welcome to SiteLink. One click and your account is ready; you are then signed in at once.'],
      button: { label: 'Confirm e-mail address', url: validationUrl },
      notes: [
        'The link is valid for 72 hours and only once.',
        'You did not register? Then there is nothing to do: without confirmation the account stays locked.',
      ],
    },
  });
}
