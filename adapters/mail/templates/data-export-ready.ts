import { accountLetter } from './account-letter.js';
import type { AccountMailFacts } from './facts.js';
import type { Letter } from './letter.js';

/** The archive of one's own data can be fetched, by whoever is signed in. */
export function dataExportReady(facts: AccountMailFacts): Letter {
  const { accountUrl, exportDays, forgotPasswordUrl } = facts;
  const url = `${accountUrl}#own-data`;
  return accountLetter(facts, {
    de: {
      subject: 'Ihre Daten liegen bereit',
      paragraphs: [
        'das Archiv mit allen Daten Ihres Kontos bei SiteLink ist fertig. Sie können es auf der Kontoseite herunterladen.',
      ],
      button: { label: 'Zum Archiv', url },
      otherwise: { label: 'Passwort zurücksetzen', url: forgotPasswordUrl },
      notes: [
        `Es liegt dort ${exportDays} Tage und lässt sich nur nach der Anmeldung abrufen.`,
        'Haben Sie es nicht angefordert, hat jemand Zugang zu Ihrem Konto: Setzen Sie dann Ihr Passwort per E-Mail zurück.',
      ],
    },
    en: {
      subject: 'Your data are ready',
      paragraphs: [
        'The archive with all data of your SiteLink account is finished. You can download it on the account page.',
      ],
      button: { label: 'To the archive', url },
      otherwise: { label: 'Reset the password', url: forgotPasswordUrl },
      notes: [
        `It stays there for ${exportDays} days and can be fetched only after signing in.`,
        'If you did not ask for it, somebody has access to your account: reset your password by mail then.',
      ],
    },
  });
}
