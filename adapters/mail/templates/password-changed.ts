import { accountLetter } from './account-letter.js';
import { endedTokens, type AccountMailFacts } from './facts.js';
import type { Letter } from './letter.js';

/** Tells the owner that the password is another one now, so that nobody takes an account over unseen. */
export function passwordChanged(facts: AccountMailFacts): Letter {
  const { forgotPasswordUrl: url } = facts;
  const tokens = endedTokens(facts);
  return accountLetter(facts, {
    de: {
      subject: 'Ihr Passwort wurde geändert',
      paragraphs: [
        'das Passwort Ihres Kontos bei SiteLink wurde geändert. Andere Geräte wurden dabei abgemeldet.',
        ...tokens.de,
        'Waren Sie das selbst, müssen Sie nichts tun. Sonst kennt jemand Ihr Passwort oder liest Ihre E-Mails: Setzen Sie es dann sofort zurück.',
      ],
      button: { label: 'Passwort zurücksetzen', url },
      notes: ['Wir fragen nie per E-Mail oder Telefon nach Ihrem Passwort.'],
    },
    en: {
      subject: 'Your password was changed',
      paragraphs: [
        'The password of your SiteLink account was changed. Other devices were signed out.',
        ...tokens.en,
        'If it was you, there is nothing to do. Otherwise somebody knows your password or reads your mail: reset it at once.',
      ],
      button: { label: 'Reset the password', url },
      notes: ['We never ask for your password by mail or telephone.'],
    },
  });
}
