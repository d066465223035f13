import type { ProblemEntry } from './entry.js';

/** What is in the way of an archive of one's own data. */
export const dataExportProblems = {
  'export.too-soon': {
    status: 429,
    title: { de: 'Gerade erst wurde ein Archiv erstellt', en: 'An archive was made only just now' },
    detail: {
      de: 'Das vorhandene lässt sich weiter herunterladen. Ein neues geht in {minutes} Minuten.',
      en: 'The present one can still be downloaded. Another one is possible in {minutes} minutes.',
    },
  },
  'export.not-ready': {
    status: 404,
    title: { de: 'Es liegt kein Archiv bereit', en: 'No archive is ready' },
    detail: {
      de: 'Es ist noch nicht fertig oder abgelaufen. Auf der Kontoseite lässt sich eines anfordern.',
      en: 'It is not finished yet, or has expired. One can be asked for on the account page.',
    },
  },
} as const satisfies Record<string, ProblemEntry>;
