import type { SecondFactorRejection } from '../../commands/account/second-factor.js';
import type { SignInRejection } from '../../commands/account/sign-in.js';
import type { ProblemEntry } from './entry.js';

type SecondFactorProblemCode = Extract<
  SignInRejection['code'] | SecondFactorRejection['code'],
  `totp.${string}` | `session.totp-${string}` | 'account.locked' | 'password.wrong'
>;

/** Codes, and what happens after too many wrong ones. `{minutes}` are counted by `attempt-problem.ts`. */
export const secondFactorProblems = {
  'account.locked': {
    status: 423,
    title: { de: 'Nach mehreren Fehlversuchen gesperrt', en: 'Locked after several failed attempts' },
    detail: {
      de: 'Bitte in {minutes} min noch einmal versuchen. Die Sperre endet von selbst.',
      en: 'Please try again in {minutes} min. The lock ends by itself.',
    },
  },
  'password.wrong': {
    status: 403,
    title: { de: 'Das Passwort stimmt nicht.', en: 'The password is not right.' },
    pointer: '/password',
  },
  'session.totp-required': {
    status: 401,
    title: { de: 'Bitte den Code der Zwei-Faktor-Anmeldung eingeben.', en: 'Please enter the two-factor code.' },
    pointer: '/totp',
  },
  'session.totp-wrong': {
    status: 401,
    title: {
      de: 'Der Code stimmt nicht oder wurde schon benutzt. Bitte den nächsten abwarten.',
      en: 'The code is not right or was used before. Please wait for the next one.',
    },
    pointer: '/totp',
  },
  'totp.code-wrong': {
    status: 422,
    title: {
      de: 'Der Code stimmt nicht oder wurde schon benutzt. Bitte den nächsten abwarten.',
      en: 'The code is not right or was used before. Please wait for the next one.',
    },
    pointer: '/code',
  },
  'totp.already-enabled': {
    status: 409,
    title: { de: 'Die Zwei-Faktor-Anmeldung ist schon eingerichtet', en: 'Two-factor sign-in is set up already' },
  },
  'totp.not-enabled': {
    status: 409,
    title: { de: 'Die Zwei-Faktor-Anmeldung ist nicht eingerichtet', en: 'Two-factor sign-in is not set up' },
  },
  'totp.not-begun': {
    status: 409,
    title: { de: 'Die Einrichtung ist abgelaufen', en: 'The set-up has expired' },
    detail: { de: 'Bitte von vorn beginnen.', en: 'Please begin again.' },
  },
} as const satisfies Record<SecondFactorProblemCode, ProblemEntry>;
