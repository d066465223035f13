import type { AccountRejection } from '../../domain/account/account.js';
import type { AcceptanceRejection, VersionError } from '../../commands/account/accept-documents.js';
import type { RefreshRejection } from '../../commands/account/refresh-session.js';
import type { ActivationRejection } from '../../commands/account/activate-operator.js';
import type { RegistrationError, RegistrationRejection } from '../../commands/account/register-account.js';
import type { SignInRejection } from '../../commands/account/sign-in.js';
import type { SignOutRejection } from '../../commands/account/sign-out.js';
import type { ValidationRejection } from '../../commands/account/validate-email.js';
import type { ProblemEntry } from './entry.js';
import type { emailProblems } from './email.js';
import type { erasureProblems } from './erasure.js';
import type { identityProblems } from './identity.js';
import type { HttpProblemCode } from './http.js';
import type { passwordProblems } from './password.js';
import type { secondFactorProblems } from './second-factor.js';
import type { tokenProblems } from './token.js';

type AccountProblemCode = Exclude<
  | AccountRejection['code']
  | RegistrationRejection['code']
  | RegistrationError['code']
  | AcceptanceRejection['code']
  | VersionError['code']
  | ValidationRejection['code']
  | ActivationRejection['code']
  | SignInRejection['code']
  | RefreshRejection['code']
  | SignOutRejection['code'],
  | keyof typeof emailProblems
  | keyof typeof erasureProblems
  | keyof typeof secondFactorProblems
  | keyof typeof passwordProblems
  | keyof typeof tokenProblems
  | HttpProblemCode
>;

/** Accounts, links of mails, sessions. */
export const accountProblems = {
  'account.registrations-slowed': {
    status: 429,
    title: {
      de: 'Von Ihrem Internetanschluss kamen heute ungewöhnlich viele Registrierungen',
      en: 'Unusually many registrations came from your internet connection today',
    },
    detail: {
      de: 'Bitte senden Sie das Formular in {minutes} min noch einmal; Ihre Eingaben bleiben stehen.',
      en: 'Please send the form again in {minutes} min; what you have entered stays.',
    },
  },
  'account.registration-invalid': {
    status: 422,
    title: { de: 'Die Registrierung ist noch nicht vollständig', en: 'The registration is not complete yet' },
    detail: { de: 'Bitte die markierten Felder prüfen.', en: 'Please check the marked fields.' },
  },
  'account.user-name-taken': {
    status: 409,
    title: { de: 'Dieser Benutzername ist vergeben', en: 'This user name is taken' },
    detail: {
      de: 'Bitte einen anderen wählen. Groß- und Kleinschreibung und ähnlich aussehende Buchstaben zählen nicht.',
      en: 'Please choose another. Case and letters that look alike do not count.',
    },
    pointer: '/userName',
  },
  'account.user-name-is-address': {
    status: 422,
    title: {
      de: 'Ein Benutzername, der wie eine E-Mail-Adresse aussieht, darf nur Ihre eigene Adresse sein.',
      en: 'A user name that looks like an e-mail address can only be your own address.',
    },
    pointer: '/userName',
  },
  'account.user-name-deceptive': {
    status: 422,
    title: {
      de: 'Bitte schreiben Sie den Benutzernamen in Buchstaben einer einzigen Schrift: Zeichen, die anderen zum Verwechseln ähnlich sehen, sind nicht möglich.',
      en: 'Please write the user name in letters of one script only: characters that can be mistaken for others are not possible.',
    },
    pointer: '/userName',
  },
  'account.already-registered': {
    status: 409,
    title: { de: 'Dieses Konto ist bereits registriert', en: 'This account is already registered' },
  },
  'account.not-registered': {
    status: 404,
    title: { de: 'Dieses Konto gibt es nicht', en: 'There is no such account' },
  },
  'account.not-validated': {
    status: 403,
    title: { de: 'Die E-Mail-Adresse ist noch nicht bestätigt', en: 'The e-mail address is not confirmed yet' },
    detail: {
      de: 'Bitte den Link in unserer E-Mail öffnen. Er kann erneut gesendet werden.',
      en: 'Please open the link in our e-mail. It can be sent again.',
    },
  },
  'account.company-required': {
    status: 422,
    title: { de: 'Ein Unternehmen braucht Firma und Rechtsform.', en: 'A business needs a name and a legal form.' },
    pointer: '/company',
  },
  'account.company-not-allowed': {
    status: 422,
    title: { de: 'Ein Verbraucher hat keine Firma.', en: 'A consumer has no company.' },
    pointer: '/company',
  },
  'documents.not-accepted': {
    status: 412,
    title: {
      de: 'Es gibt neue Fassungen von Dokumenten, denen Sie noch nicht zugestimmt haben',
      en: 'There are new versions of documents that you have not accepted yet',
    },
    detail: {
      de: 'Bitte im Portal anmelden, die Änderungen lesen und zustimmen. Danach geht alles weiter wie bisher.',
      en: 'Please sign in to the portal, read what has changed, and accept. Everything then goes on as before.',
    },
  },
  'documents.version-refused': {
    status: 422,
    title: { de: 'Dieser Fassung kann nicht zugestimmt werden', en: 'This version cannot be accepted' },
    detail: {
      de: 'Zustimmen lässt sich nur den Fassungen, die gerade gelten.',
      en: 'Only the versions in force can be accepted.',
    },
  },
  'documents.version-outdated': {
    status: 422,
    title: {
      de: 'Es gibt eine neue Fassung. Bitte lesen und neu zustimmen.',
      en: 'There is a new version. Please read it and agree again.',
    },
  },
  'documents.version-announced': {
    status: 422,
    title: { de: 'Diese Fassung gilt noch nicht.', en: 'This version is not in force yet.' },
  },
  'documents.version-unknown': {
    status: 422,
    title: { de: 'Diese Fassung gibt es nicht.', en: 'There is no such version.' },
  },
  'validation.password-required': {
    status: 422,
    title: {
      de: 'Mit dieser Adresse wurde mehrmals registriert: Bitte das Passwort der Registrierung oder ein neues angeben.',
      en: 'Several have registered with this address: please give the password of the registration, or a new one.',
    },
    pointer: '/password',
  },
  'validation.used': {
    status: 409,
    title: { de: 'Dieser Link wurde bereits benutzt', en: 'This link has already been used' },
    detail: {
      de: 'Das Konto ist bestätigt. Bitte mit Benutzername und Passwort anmelden.',
      en: 'The account is confirmed. Please sign in with user name and password.',
    },
  },
  'validation.link-expired': {
    status: 410,
    title: { de: 'Dieser Link ist abgelaufen', en: 'This link has expired' },
    detail: { de: 'Bitte einen neuen Link anfordern.', en: 'Please request a new link.' },
  },
  'validation.link-invalid': {
    status: 422,
    title: { de: 'Dieser Link ist nicht gültig', en: 'This link is not valid' },
    detail: {
      de: 'Bitte prüfen, ob er vollständig ist, oder einen neuen anfordern.',
      en: 'Please check that it is complete, or request a new one.',
    },
  },
  'activation.link-invalid': {
    status: 422,
    title: { de: 'Dieser Link ist nicht gültig', en: 'This link is not valid' },
    detail: {
      de: 'Bitte den Link der E-Mail vollständig öffnen. Hilft das nicht, lassen Sie sich vom Betreiber des Portals einen neuen schicken.',
      en: 'Please open all of the link in the mail. If that does not help, ask the operator of the portal for a new one.',
    },
  },
  'activation.link-expired': {
    status: 410,
    title: { de: 'Dieser Link ist abgelaufen', en: 'This link has expired' },
    detail: {
      de: 'Er galt 72 Stunden. Bitte lassen Sie sich vom Betreiber des Portals einen neuen schicken.',
      en: 'It was good for 72 hours. Please ask the operator of the portal for a new one.',
    },
  },
  'activation.link-used': {
    status: 409,
    title: { de: 'Dieser Link wurde bereits benutzt', en: 'This link has already been used' },
    detail: {
      de: 'Das Konto hat schon ein Passwort. Bitte anmelden; ein vergessenes Passwort lässt sich dort zurücksetzen.',
      en: 'The account has a password already. Please sign in; a forgotten password can be reset there.',
    },
  },
  'validation.registration-expired': {
    status: 410,
    title: { de: 'Diese Registrierung ist abgelaufen', en: 'This registration has expired' },
    detail: {
      de: 'Sie wurde nicht innerhalb von 7 Tagen bestätigt, und jemand anderes hat sich mit dem Benutzernamen oder der Adresse registriert. Bitte neu registrieren.',
      en: 'It was not confirmed within 7 days, and somebody else has registered with the user name or the address. Please register again.',
    },
  },
  'session.wrong-credentials': {
    status: 401,
    title: { de: 'Benutzername oder Passwort ist falsch', en: 'User name or password is wrong' },
    detail: {
      de: 'Mit der E-Mail-Adresse können Sie sich anmelden, sobald Sie sie bestätigt haben.',
      en: 'You can sign in with your e-mail address once you have confirmed it.',
    },
  },
  'session.refresh-refused': {
    status: 401,
    title: { de: 'Die Sitzung ist beendet', en: 'The session has ended' },
    detail: { de: 'Bitte neu anmelden.', en: 'Please sign in again.' },
  },
  'session.not-found': {
    status: 404,
    title: { de: 'Diese Sitzung gibt es nicht', en: 'There is no such session' },
  },
} as const satisfies Record<
  Exclude<AccountProblemCode, keyof typeof identityProblems> | 'documents.not-accepted',
  ProblemEntry
>;
