import type { PasswordFault } from '../../commands/account/judge-password.js';
import type { ChangePasswordRejection } from '../../commands/account/change-password.js';
import type { ResetPasswordRejection } from '../../commands/account/reset-password.js';
import type { SignInRejection } from '../../commands/account/sign-in.js';
import { passwordPolicy } from '../../domain/account/password-policy.js';
import type { ProblemEntry } from './entry.js';

type PasswordProblemCode = Exclude<
  Extract<
    ChangePasswordRejection['code'] | ResetPasswordRejection['code'] | SignInRejection['code'] | PasswordFault,
    `password.${string}` | `reset.${string}` | 'totp.code-required'
  >,
  'password.wrong'
>;

const { minLength, specialCharacters, minAgeDays, maxAgeDays, historyLength } = passwordPolicy;

/** What is wrong with a new password, or with the moment or the link to set it. */
export const passwordProblems = {
  'password.not-allowed': {
    status: 422,
    title: { de: 'Das Passwort erfüllt noch nicht alle Regeln', en: 'The password does not meet all rules yet' },
  },
  'password.too-short': {
    status: 422,
    title: { de: `Mindestens ${minLength} Zeichen.`, en: `At least ${minLength} characters.` },
    pointer: '/password',
  },
  'password.letter-missing': {
    status: 422,
    title: { de: 'Mindestens ein Buchstabe.', en: 'At least one letter.' },
    pointer: '/password',
  },
  'password.digit-missing': {
    status: 422,
    title: { de: 'Mindestens eine Ziffer (0-9).', en: 'At least one digit (0-9).' },
    pointer: '/password',
  },
  'password.special-character-missing': {
    status: 422,
    title: {
      de: `Mindestens ein Sonderzeichen (${specialCharacters}).`,
      en: `At least one special character (${specialCharacters}).`,
    },
    pointer: '/password',
  },
  'password.too-common': {
    status: 422,
    title: {
      de: 'Dieses Passwort ist zu leicht zu erraten: bitte keine bekannten Wörter, Tastenfolgen oder eigenen Namen.',
      en: 'This password is too easy to guess: please no well-known words, rows of keys or names of your own.',
    },
    pointer: '/password',
  },
  'password.used-before': {
    status: 422,
    title: {
      de: `Dieses Passwort ist eines Ihrer letzten ${historyLength}. Bitte ein anderes wählen.`,
      en: `This password is one of your last ${historyLength}. Please choose another.`,
    },
  },
  'password.too-young': {
    status: 409,
    title: { de: 'Das Passwort wurde gerade erst gewählt', en: 'The password was chosen only recently' },
    detail: {
      de: `Zwischen zwei Änderungen liegen mindestens ${minAgeDays} Tage: Bitte in {hours} h noch einmal versuchen, oder über „Passwort vergessen“ zurücksetzen.`,
      en: `At least ${minAgeDays} days lie between two changes: please try again in {hours} h, or reset it with “Forgot your password”.`,
    },
  },
  'password.changed-elsewhere': {
    status: 409,
    title: { de: 'Das Passwort wurde gerade woanders geändert', en: 'The password was changed elsewhere just now' },
    detail: { de: 'Bitte neu anmelden.', en: 'Please sign in again.' },
  },
  'password.expired': {
    status: 403,
    title: { de: 'Das Passwort ist abgelaufen', en: 'The password has expired' },
    detail: {
      de: `Ein Passwort gilt ${maxAgeDays} Tage. Bitte ein neues wählen; danach geht die Anmeldung weiter.`,
      en: `A password is valid for ${maxAgeDays} days. Please choose a new one; then signing in goes on.`,
    },
  },
  'password.not-expired': {
    status: 409,
    title: { de: 'Das Passwort ist noch gültig', en: 'The password is still valid' },
    detail: {
      de: 'Bitte ohne ein neues anmelden; ändern lässt es sich danach auf der Seite des Kontos.',
      en: 'Please sign in without a new one; it can be changed afterwards on the account page.',
    },
  },
  'reset.link-invalid': {
    status: 422,
    title: { de: 'Dieser Link ist nicht gültig', en: 'This link is not valid' },
    detail: {
      de: 'Bitte prüfen, ob er vollständig ist, oder einen neuen anfordern.',
      en: 'Please check that it is complete, or request a new one.',
    },
  },
  'reset.link-expired': {
    status: 410,
    title: { de: 'Dieser Link ist abgelaufen', en: 'This link has expired' },
    detail: { de: 'Bitte einen neuen Link anfordern.', en: 'Please request a new link.' },
  },
  'reset.link-used': {
    status: 409,
    title: { de: 'Dieser Link gilt nicht mehr', en: 'This link is no longer valid' },
    detail: {
      de: 'Er wurde schon benutzt, oder es gibt einen neueren. Bitte den neuesten Link öffnen oder noch einen anfordern.',
      en: 'It was used before, or there is a newer one. Please open the newest link or request another.',
    },
  },
  'totp.code-required': {
    status: 422,
    title: { de: 'Bitte den Code der Zwei-Faktor-Anmeldung eingeben.', en: 'Please enter the two-factor code.' },
    pointer: '/code',
  },
} as const satisfies Record<PasswordProblemCode, ProblemEntry>;
