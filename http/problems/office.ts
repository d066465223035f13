import type { RoleRejection } from '../../commands/account/change-roles.js';
import type { AccountRejection } from '../../domain/account/account.js';
import type { ProblemEntry } from './entry.js';

type OwnCode = Exclude<RoleRejection['code'], AccountRejection['code']>;

/** Problems of the back office. */
export const officeProblems = {
  'operator.own-administration': {
    status: 409,
    title: { de: 'Die eigene Verwaltung gibt niemand selbst ab', en: 'Nobody gives up administration alone' },
    detail: {
      de: 'Das macht jemand anderes mit der Rolle Verwaltung, damit immer jemand sie hat.',
      en: 'Somebody else who administers does it, so that there is always somebody.',
    },
  },
  'way-in.too-soon': {
    status: 429,
    title: { de: 'Gerade erst wurde ein Link verschickt', en: 'A link was sent only just now' },
    detail: {
      de: 'Bitte eine Minute warten und auch im Spam-Ordner nachsehen lassen.',
      en: 'Please wait a minute, and let its owner look into the spam folder, too.',
    },
    headers: { 'retry-after': '60' },
  },
  'read-model.not-found': {
    status: 404,
    title: { de: 'Dieses Lesemodell gibt es nicht', en: 'There is no such read model' },
  },
  'read-model.job-open': {
    status: 409,
    title: { de: 'An diesem Lesemodell wird schon gearbeitet', en: 'This read model is being worked on already' },
    detail: {
      de: 'Bitte warten, bis der laufende Auftrag endet, oder ihn abbrechen.',
      en: 'Please wait until the present job ends, or stop it.',
    },
  },
  'read-model.job-not-found': {
    status: 404,
    title: { de: 'Diesen Auftrag gibt es nicht', en: 'There is no such job' },
  },
} as const satisfies Record<OwnCode, ProblemEntry> & Record<string, ProblemEntry>;
