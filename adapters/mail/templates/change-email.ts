import { accountLetter } from './account-letter.js';
import type { AccountMailFacts } from './facts.js';
import { greetingOf, type Letter } from './letter.js';

/** To the new address: its reader confirms it. It may be anybody's, who learns the user name and nothing else. */
export function confirmEmail(facts: AccountMailFacts): Letter {
  const { language, confirmEmailUrl: url, emailChangeHours: hours } = facts;
  const letter = accountLetter(facts, {
    de: {
      subject: 'Bitte bestätigen Sie Ihre neue E-Mail-Adresse',
      paragraphs: ['für Ihr Konto bei SiteLink soll künftig diese E-Mail-Adresse gelten. Bitte bestätigen Sie das.'],
      button: { label: 'Neue Adresse bestätigen', url },
      notes: [
        `Der Link gilt ${hours} Stunden und nur einmal.`,
        'Haben Sie das nicht veranlasst, müssen Sie nichts tun: Ohne diesen Schritt ändert sich nichts.',
      ],
    },
    en: {
      subject: 'Please confirm your new e-mail address',
      paragraphs: ['This e-mail address is to be that of your SiteLink account. Please confirm it.'],
      button: { label: 'Confirm the new address', url },
      notes: [
        `The link is valid for ${hours} hours and only once.`,
        'If you did not ask for it, there is nothing to do: without this step nothing changes.',
      ],
    },
  });
  return { ...letter, greeting: greetingOf(language, null) };
}

/** To the present address, so that nobody carries an account away unseen. */
export function emailChangeAsked(facts: AccountMailFacts): Letter {
  const { forgotPasswordUrl: url } = facts;
  return accountLetter(facts, {
    de: {
      subject: 'Ihre E-Mail-Adresse soll geändert werden',
      paragraphs: [
        'für Ihr Konto bei SiteLink wurde eine andere E-Mail-Adresse angegeben. Sie gilt, sobald sie dort bestätigt wird.',
        'Waren Sie das nicht, kennt jemand Ihr Passwort: Setzen Sie es sofort per E-Mail zurück. Die Änderung der Adresse ist damit auch zurückgenommen.',
      ],
      button: { label: 'Passwort zurücksetzen', url },
      notes: ['Wir fragen nie per E-Mail oder Telefon nach Ihrem Passwort.'],
    },
    en: {
      subject: 'Your e-mail address is to be changed',
      paragraphs: [
        'Another e-mail address was given for your SiteLink account. It counts once it is confirmed there.',
        'If it was not you, somebody knows your password: reset it by mail at once. That takes the change of the address back, too.',
      ],
      button: { label: 'Reset the password', url },
      notes: ['We never ask for your password by mail or telephone.'],
    },
  });
}

/** To the address that the account had until now. */
export function emailChanged(facts: AccountMailFacts): Letter {
  const { accountUrl: url } = facts;
  return accountLetter(facts, {
    de: {
      subject: 'Ihre E-Mail-Adresse wurde geändert',
      paragraphs: [
        'für Ihr Konto bei SiteLink gilt jetzt eine andere E-Mail-Adresse. An diese hier schreiben wir nicht mehr.',
        'Waren Sie das nicht, melden Sie sich bitte sofort bei uns.',
      ],
      button: { label: 'Zur Kontoseite', url },
      notes: [],
    },
    en: {
      subject: 'Your e-mail address was changed',
      paragraphs: [
        'Your SiteLink account has another e-mail address now. We write to this one no more.',
        'If it was not you, please contact us at once.',
      ],
      button: { label: 'To the account page', url },
      notes: [],
    },
  });
}
