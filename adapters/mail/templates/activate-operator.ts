import { accountLetter } from './account-letter.js';
import type { AccountMailFacts } from './facts.js';
import type { Letter } from './letter.js';

/** Carries the one-time link by which somebody who works for the operator chooses the first password. */
export function activateOperator(facts: AccountMailFacts): Letter {
  const { activationUrl } = facts;
  return accountLetter(facts, {
    de: {
      subject: 'Ihr Zugang zum Büro von SiteLink',
      paragraphs: [
        'für Sie wurde ein Konto bei SiteLink angelegt. Bitte wählen Sie ein Passwort; Sie sind danach gleich angemeldet.',
        'Danach richten Sie die Zwei-Faktor-Anmeldung ein: Ohne sie bleibt das Büro verschlossen.',
      ],
      button: { label: 'Passwort wählen', url: activationUrl },
      notes: [
        'Der Link gilt 72 Stunden und nur einmal. Bitte geben Sie ihn nicht weiter.',
        'Sie erwarten keinen Zugang? Dann müssen Sie nichts tun: Ohne den Link bleibt das Konto gesperrt.',
      ],
    },
    en: {
      subject: 'Your access to the SiteLink office',
      paragraphs: [
        'A SiteLink account was created for you. Please choose a password; you are then signed in at once.',
        'After that you set up two-factor sign-in: without it the office stays closed.',
      ],
      button: { label: 'Choose a password', url: activationUrl },
      notes: [
        'The link is valid for 72 hours and only once. Please do not pass it on.',
        'You do not expect an access? Then there is nothing to do: without the link the account stays locked.',
      ],
    },
  });
}
