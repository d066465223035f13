import type { AccountRejection } from '../../domain/account/account.js';
import type { ProblemEntry } from './entry.js';

type ErasureProblemCode = Extract<AccountRejection['code'], 'account.erased' | `erasure.${string}`>;

/** What is in the way of the erasure of an account, or of what comes after it. */
export const erasureProblems = {
  'account.erased': {
    status: 410,
    title: { de: 'Dieses Konto wurde gelöscht', en: 'This account was erased' },
    detail: {
      de: 'Seine Daten gibt es nicht mehr. Sie können sich neu registrieren.',
      en: 'Its data no longer exist. You can register anew.',
    },
  },
  'erasure.not-requested': {
    status: 409,
    title: { de: 'Für dieses Konto ist keine Löschung vorgesehen', en: 'This account is not meant to be erased' },
    detail: {
      de: 'Die Löschung wurde nicht beantragt oder zurückgenommen.',
      en: 'Erasure was not asked for, or was taken back.',
    },
  },
  'erasure.waiting': {
    status: 409,
    title: { de: 'Dieses Konto soll gelöscht werden', en: 'This account is about to be erased' },
    detail: {
      de: 'Rollen bekommt es erst wieder, wenn die Löschung zurückgenommen ist.',
      en: 'It is given roles again only once the erasure has been taken back.',
    },
  },
  'erasure.holds-roles': {
    status: 409,
    title: {
      de: 'Dieses Konto arbeitet für den Betreiber',
      en: 'This account works for the operator',
    },
    detail: {
      de: 'Bitte zuerst die Rollen zurücknehmen lassen; danach lässt es sich löschen.',
      en: 'Please have its roles taken back first; after that it can be erased.',
    },
  },
  'erasure.not-due': {
    status: 409,
    title: { de: 'Die Bedenkzeit läuft noch', en: 'The time to reconsider is not over yet' },
    detail: {
      de: 'Das Konto wird erst an dem Tag gelöscht, der bei der Löschung genannt wurde.',
      en: 'The account is erased only on the day that was named when erasure was asked for.',
    },
  },
} as const satisfies Record<ErasureProblemCode, ProblemEntry>;
