import { accountLetter } from './account-letter.js';
import { quoted, type AccountMailFacts } from './facts.js';
import type { Letter } from './letter.js';

/** Carries the link by which a forgotten password is replaced. */
export function resetPassword(facts: AccountMailFacts): Letter {
  const { resetUrl, resetHours, endingTokens } = facts;
  const names = quoted(endingTokens);
  return accountLetter(facts, {
    de: {
      subject: 'Neues Passwort für SiteLink',
      paragraphs: [
        'für Ihr Konto wurde ein neues Passwort angefordert. Über den Link wählen Sie es; danach melden Sie sich damit an.',
      ],
      button: { label: 'Neues Passwort wählen', url: resetUrl },
      notes: [
        ...(endingTokens.length === 0
          ? []
          : [`Mit dem neuen Passwort enden Ihre Zugriffsschlüssel für Programme: ${names.de}.`]),
        `Der Link gilt ${resetHours} Stunden und nur einmal. Fordern Sie noch einen an, gilt nur noch der neue.`,
        'Waren Sie es nicht, müssen Sie nichts tun: Ohne den Link bleibt Ihr Passwort, wie es ist.',
      ],
    },
    en: {
      subject: 'New password for SiteLink',
      paragraphs: ['A new password was requested for your account. Choose it with the link; then sign in with it.'],
      button: { label: 'Choose a new password', url: resetUrl },
      notes: [
        ...(endingTokens.length === 0
          ? []
          : [`With the new password your access tokens for programs end: ${names.en}.`]),
        `The link is valid for ${resetHours} hours and only once. When you request another, only the new one counts.`,
        'If it was not you, there is nothing to do: without the link your password stays as it is.',
      ],
    },
  });
}
