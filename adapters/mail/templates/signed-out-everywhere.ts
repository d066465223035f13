import { accountLetter } from './account-letter.js';
import { endedTokens, type AccountMailFacts } from './facts.js';
import type { Letter } from './letter.js';

/** Tells the owner that the office has ended whatever was open in the account, and what to do next. */
export function signedOutEverywhere(facts: AccountMailFacts): Letter {
  const { forgotPasswordUrl: url } = facts;
  const tokens = endedTokens(facts);
  return accountLetter(facts, {
    de: {
      subject: 'Ihr Konto wurde überall abgemeldet',
      paragraphs: [
        'wir haben Ihr Konto bei SiteLink auf allen Geräten abgemeldet. War eine andere E-Mail-Adresse angegeben und noch nicht bestätigt, gilt sie nicht mehr; Ihre Adresse bleibt diese.',
        ...tokens.de,
        'Ihr Passwort ist noch dasselbe. Kennt es vielleicht jemand anders, setzen Sie es bitte gleich zurück.',
      ],
      button: { label: 'Passwort zurücksetzen', url },
      notes: ['Haben Sie uns nicht darum gebeten, antworten Sie einfach auf diese E-Mail.'],
    },
    en: {
      subject: 'Your account was signed out everywhere',
      paragraphs: [
        'We have signed your SiteLink account out on all devices. If another e-mail address had been given and was not confirmed yet, it does not count any more; your address stays this one.',
        ...tokens.en,
        'Your password is still the same. If somebody else may know it, please reset it now.',
      ],
      button: { label: 'Reset the password', url },
      notes: ['If you did not ask us to do this, simply answer this mail.'],
    },
  });
}
