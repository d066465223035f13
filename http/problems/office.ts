import type { ProblemEntry } from './entry.js';

/** Problems of the back office. */
export const officeProblems = {
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
} as const satisfies Record<string, ProblemEntry>;
