import { accountLetter } from './account-letter.js';
import type { AccountMailFacts } from './facts.js';
import type { Letter } from './letter.js';

/** Tells the owner that signing in takes a code from now on (A14). */
export function totpEnabled(facts: AccountMailFacts): Letter {
  return accountLetter(facts, {
    de: {
      subject: 'Zwei-Faktor-Anmeldung eingerichtet',
      paragraphs: [
        'die Zwei-Faktor-Anmeldung Ihres Kontos ist eingerichtet: Zum Anmelden braucht es ab jetzt auch einen Code. Andere Geräte wurden dabei abgemeldet.',
        'Waren Sie das selbst, müssen Sie nichts tun. Sonst setzen Sie Ihr Passwort zurück und wenden sich an uns.',
      ],
      button: { label: 'Passwort zurücksetzen', url: facts.forgotPasswordUrl },
      notes: ['Bewahren Sie die Wiederherstellungscodes getrennt vom Telefon auf.'],
    },
    en: {
      subject: 'Two-factor sign-in set up',
      paragraphs: [
        'Two-factor sign-in is set up for your account: from now on, signing in takes a code, too. Other devices were signed out.',
        'If it was you, there is nothing to do. Otherwise reset your password and get in touch with us.',
      ],
      button: { label: 'Reset the password', url: facts.forgotPasswordUrl },
      notes: ['Keep the recovery codes apart from your telephone.'],
    },
  });
}

/** Tells the owner that the password is enough again. */
export function totpDisabled(facts: AccountMailFacts): Letter {
  return accountLetter(facts, {
    de: {
      subject: 'Zwei-Faktor-Anmeldung abgeschaltet',
      paragraphs: [
        'die Zwei-Faktor-Anmeldung Ihres Kontos ist abgeschaltet: Zum Anmelden genügt jetzt das Passwort. Die Wiederherstellungscodes sind ungültig.',
        'Waren Sie das selbst, müssen Sie nichts tun. Sonst kennt jemand Ihr Passwort und einen Code: Setzen Sie das Passwort sofort zurück.',
      ],
      button: { label: 'Passwort zurücksetzen', url: facts.forgotPasswordUrl },
      notes: [],
    },
    en: {
      subject: 'Two-factor sign-in switched off',
      paragraphs: [
        'Two-factor sign-in is switched off for your account: the password is enough to sign in. The recovery codes are worthless.',
        'If it was you, there is nothing to do. Otherwise somebody knows your password and a code: reset the password at once.',
      ],
      button: { label: 'Reset the password', url: facts.forgotPasswordUrl },
      notes: [],
    },
  });
}

/** Tells the owner that a code for emergencies is used up. */
export function recoveryCodeUsed(facts: AccountMailFacts): Letter {
  return accountLetter(facts, {
    de: {
      subject: 'Ein Wiederherstellungscode wurde benutzt',
      paragraphs: [
        'bei Ihrem Konto wurde einer Ihrer Wiederherstellungscodes statt eines Codes der Authenticator-App benutzt. Er ist damit verbraucht.',
        'Waren Sie das selbst, müssen Sie nichts tun. Sonst kennt jemand Ihr Passwort und Ihre Codes: Setzen Sie das Passwort sofort zurück, und holen Sie sich auf der Seite des Kontos neue Codes.',
      ],
      button: { label: 'Passwort zurücksetzen', url: facts.forgotPasswordUrl },
      notes: [`Wie viele Codes noch übrig sind, sehen Sie in Ihrem Konto: ${facts.accountUrl}`],
    },
    en: {
      subject: 'A recovery code was used',
      paragraphs: [
        'One of the recovery codes of your account was used instead of a code of the authenticator app. It is used up.',
        'If it was you, there is nothing to do. Otherwise somebody knows your password and your codes: reset the password at once, and get new codes on the account page.',
      ],
      button: { label: 'Reset the password', url: facts.forgotPasswordUrl },
      notes: [`Your account shows how many codes are left: ${facts.accountUrl}`],
    },
  });
}

/** Tells the owner that the codes for emergencies are others now. */
export function recoveryCodesRenewed(facts: AccountMailFacts): Letter {
  return accountLetter(facts, {
    de: {
      subject: 'Neue Wiederherstellungscodes',
      paragraphs: [
        'für Ihr Konto wurden neue Wiederherstellungscodes angezeigt. Die bisherigen gelten nicht mehr; werfen Sie sie weg.',
        'Waren Sie das selbst, müssen Sie nichts tun. Sonst kennt jemand Ihr Passwort und einen Code: Setzen Sie das Passwort sofort zurück, und holen Sie sich auf der Seite des Kontos neue Codes.',
      ],
      button: { label: 'Passwort zurücksetzen', url: facts.forgotPasswordUrl },
      notes: [],
    },
    en: {
      subject: 'New recovery codes',
      paragraphs: [
        'New recovery codes were shown for your account. Those you had before are worthless; throw them away.',
        'If it was you, there is nothing to do. Otherwise somebody knows your password and a code: reset the password at once, and get new codes on the account page.',
      ],
      button: { label: 'Reset the password', url: facts.forgotPasswordUrl },
      notes: [],
    },
  });
}
