import type { ConfirmEmailRejection, EmailChangeRejection } from '../../commands/account/change-email.js';
import type { ProblemEntry } from './entry.js';

type EmailProblemCode = Extract<ConfirmEmailRejection['code'] | EmailChangeRejection['code'], `email.${string}`>;

/** What is in the way of another e-mail address. */
export const emailProblems = {
  'email.unchanged': {
    status: 422,
    title: { de: 'Das ist schon Ihre Adresse.', en: 'This is your address already.' },
    pointer: '/email',
  },
  'email.too-soon': {
    status: 429,
    title: { de: 'Gerade erst wurde ein Link verschickt', en: 'A link was sent only just now' },
    detail: { de: 'Bitte eine Minute warten.', en: 'Please wait a minute.' },
    headers: { 'retry-after': '60' },
  },
  'email.taken': {
    status: 409,
    title: { de: 'Diese Adresse gehört zu einem anderen Konto', en: 'This address belongs to another account' },
    detail: {
      de: 'Bitte auf der Kontoseite eine andere angeben, oder mit dem anderen Konto anmelden.',
      en: 'Please give another one on the account page, or sign in to the other account.',
    },
  },
  'email.link-invalid': {
    status: 422,
    title: { de: 'Dieser Link ist nicht gültig', en: 'This link is not valid' },
    detail: {
      de: 'Bitte prüfen, ob er vollständig ist, oder die Adresse auf der Kontoseite noch einmal angeben.',
      en: 'Please check that it is complete, or give the address once more on the account page.',
    },
  },
  'email.link-expired': {
    status: 410,
    title: { de: 'Dieser Link ist abgelaufen', en: 'This link has expired' },
    detail: {
      de: 'Bitte die Adresse auf der Kontoseite noch einmal angeben.',
      en: 'Please give the address once more on the account page.',
    },
  },
  'email.link-used': {
    status: 409,
    title: { de: 'Dieser Link gilt nicht mehr', en: 'This link is no longer valid' },
    detail: {
      de: 'Er wurde schon benutzt oder zurückgenommen, oder es gibt einen neueren. Die Kontoseite zeigt, welche Adresse gilt.',
      en: 'It was used or taken back before, or there is a newer one. The account page shows which address counts.',
    },
  },
} as const satisfies Record<EmailProblemCode, ProblemEntry>;
