import { accountLetter } from './account-letter.js';
import type { AccountMailFacts } from './facts.js';
import type { Letter } from './letter.js';

/** Carries the user name and the link that activates the account (A3). */
export function validateAccount(facts: AccountMailFacts): Letter {
  const { validationUrl } = facts;
  return accountLetter(facts, {
    de: {
      subject: 'Bitte bestätigen Sie Ihre E-Mail-Adresse',
      paragraphs: [
        'willkommen bei SiteLink. Mit einem Klick ist Ihr Konto bereit; Sie sind danach gleich angemeldet. In einem anderen Browser als dem der Registrierung fragt die Seite noch nach dem Passwort, das Sie gewählt haben.',
      ],
      button: { label: 'E-Mail-Adresse bestätigen', url: validationUrl },
      notes: [
        'Der Link gilt 72 Stunden und nur einmal.',
        'Sie kennen das Passwort nicht? Dann wählen Sie auf der Seite ein neues: Das Passwort von jemandem, der sich mit Ihrer Adresse registriert hat, gilt dann nicht mehr.',
        'Sie haben sich nicht registriert, oder mit einem anderen Benutzernamen, und wollen dieses Konto nicht? Dann folgen Sie dem Link bitte nicht: Ohne Bestätigung bleibt es gesperrt und wird nach 30 Tagen gelöscht.',
      ],
    },
    en: {
      subject: 'Please confirm your e-mail address',
      paragraphs: [
        'Welcome to SiteLink. One click and your account is ready; you are then signed in at once. In another browser than that of the registration, the page also asks for the password which you chose.',
      ],
      button: { label: 'Confirm e-mail address', url: validationUrl },
      notes: [
        'The link is valid for 72 hours and only once.',
        'You do not know the password? Then choose a new one on that page: the password of somebody who registered with your address does not count any more.',
        'You did not register, or with another user name, and do not want this account? Then please do not follow the link: without confirmation it stays locked and is deleted after 30 days.',
      ],
    },
  });
}
