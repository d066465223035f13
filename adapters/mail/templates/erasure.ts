import type { AccountLanguage } from '../../../domain/account/person.js';
import { legalTimeZone, type Temporal } from '../../../domain/kernel/time.js';
import { accountLetter } from './account-letter.js';
import type { AccountMailFacts } from './facts.js';
import type { Letter } from './letter.js';
import { localeOf } from '../../locale.js';

/** The account is to be erased: until when that can be taken back, and how. */
export function erasureRequested(facts: AccountMailFacts, dueAt: Temporal.Instant): Letter {
  const url = `${facts.accountUrl}#erasure`;
  const letter = accountLetter(facts, {
    de: {
      subject: 'Ihr Konto soll gelöscht werden',
      paragraphs: [
        'die Löschung Ihres Kontos bei SiteLink wurde beantragt. Bis zum genannten Zeitpunkt bleibt alles, wie es ist; dann löschen wir das Konto mit allen Anlagen und Messwerten. Danach lässt sich nichts wiederherstellen.',
        'Waren Sie das nicht, kennt jemand Ihr Passwort: Setzen Sie es sofort per E-Mail zurück, melden Sie sich damit an, und nehmen Sie die Löschung auf der Kontoseite zurück.',
      ],
      button: { label: 'Löschung ansehen oder zurücknehmen', url },
      otherwise: { label: 'Passwort zurücksetzen', url: facts.forgotPasswordUrl },
      notes: ['Ihre Daten können Sie bis dahin auf der Kontoseite als Archiv herunterladen.'],
    },
    en: {
      subject: 'Your account is to be erased',
      paragraphs: [
        'The erasure of your SiteLink account was asked for. Until the time named here everything stays as it is; then we erase the account with all plants and measured values. Nothing can be restored after that.',
        'If it was not you, somebody knows your password: reset it by mail at once, sign in with it, and take the erasure back on the account page.',
      ],
      button: { label: 'See the erasure or take it back', url },
      otherwise: { label: 'Reset the password', url: facts.forgotPasswordUrl },
      notes: ['Until then you can download your data as an archive on the account page.'],
    },
  });
  const label = facts.language === 'de' ? 'Löschung am' : 'Erased on';
  return { ...letter, facts: [...letter.facts, { label, value: momentOf(dueAt, facts.language) }] };
}

/** The account stays. */
export function erasureCancelled(facts: AccountMailFacts): Letter {
  const { accountUrl: url } = facts;
  return accountLetter(facts, {
    de: {
      subject: 'Ihr Konto bleibt bestehen',
      paragraphs: ['die Löschung Ihres Kontos bei SiteLink wurde zurückgenommen. Es bleibt, wie es ist.'],
      button: { label: 'Zur Kontoseite', url },
      notes: [],
    },
    en: {
      subject: 'Your account stays',
      paragraphs: ['The erasure of your SiteLink account was taken back. It stays as it is.'],
      button: { label: 'To the account page', url },
      notes: [],
    },
  });
}

/** The last mail: after it we do not know the address any more. */
export function accountErased(facts: AccountMailFacts): Letter {
  const { signInUrl, sender } = facts;
  const url = signInUrl.replace(/\/sign-in$/, '/');
  return accountLetter(facts, {
    de: {
      subject: 'Ihr Konto wurde gelöscht',
      paragraphs: [
        'Ihr Konto bei SiteLink wurde gelöscht, mit allen Anlagen und Messwerten. Der Schlüssel zu Ihren Angaben wird vernichtet; dann kennen wir auch diese Adresse nicht mehr.',
        'Was das Steuerrecht aufzubewahren verlangt, bleibt bis zum Ende der Frist gesperrt gespeichert: Rechnungen, falls es welche gab.',
      ],
      button: { label: `Zum Portal von ${sender.name}`, url },
      notes: ['Das ist unsere letzte Nachricht. Sie können sich jederzeit neu registrieren.'],
    },
    en: {
      subject: 'Your account was erased',
      paragraphs: [
        'Your SiteLink account was erased, with all plants and measured values. The key to your details is destroyed; then we know this address no more, either.',
        'What tax law wants to be kept stays stored and locked until the end of its time: invoices, if there were any.',
      ],
      button: { label: `To the portal of ${sender.name}`, url },
      notes: ['This is our last message. You can register anew at any time.'],
    },
  });
}

function momentOf(instant: Temporal.Instant, language: AccountLanguage): string {
  const format = new Intl.DateTimeFormat(localeOf(language), {
    ...{ dateStyle: 'long', timeStyle: 'short' },
    timeZone: legalTimeZone,
  });
  return format.format(instant.epochMilliseconds);
}
