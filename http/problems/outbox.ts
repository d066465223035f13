import type { ProblemEntry } from './entry.js';

/** Problems of the messages that the portal has to deliver. */
export const outboxProblems = {
  'outbox.not-given-up': {
    status: 409,
    title: { de: 'Diese Nachricht wurde nicht aufgegeben', en: 'This message was not given up' },
    detail: {
      de: 'Sie wartet auf ihren nächsten Versuch oder ist schon zugestellt.',
      en: 'It waits for its next attempt, or was delivered already.',
    },
  },
} as const satisfies Record<string, ProblemEntry>;
