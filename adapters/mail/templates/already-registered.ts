import { accountLetter } from './account-letter.js';
import type { AccountMailFacts } from './facts.js';
import type { Letter } from './letter.js';

/** Tells the owner of an address that somebody tried to register with it, and how to get in. */
export function alreadyRegistered(facts: AccountMailFacts): Letter {
  const { signInUrl } = facts;
  return accountLetter(facts, {
    de: {
      subject: 'Sie haben bereits ein Konto bei SiteLink',
      paragraphs: [
        'jemand wollte gerade ein Konto mit dieser E-Mail-Adresse anlegen. Es gibt aber schon eines; ein zweites wurde nicht angelegt.',
        'Waren Sie das selbst, melden Sie sich bitte mit Ihrem Benutzernamen an.',
      ],
      button: { label: 'Anmelden', url: signInUrl },
      notes: ['Waren Sie es nicht, müssen Sie nichts tun. An Ihrem Konto hat sich nichts geändert.'],
    },
    en: {
      subject: 'You already have a SiteLink account',
      paragraphs: [
        'Somebody has just tried to create an account with this e-mail address. There is one already; no second one was created.',
        'If it was you, please sign in with your user name.',
      ],
      button: { label: 'Sign in', url: signInUrl },
      notes: ['If it was not you, there is nothing to do. Nothing has changed in your account.'],
    },
  });
}
