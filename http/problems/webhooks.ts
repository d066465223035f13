import { webhookLimits } from '../../adapters/webhook/webhooks.js';
import type { ProblemEntry } from './entry.js';

/** Where programs are told of incidents. */
export const webhookProblems = {
  'webhook.not-found': {
    status: 404,
    title: { de: 'Diesen Webhook gibt es nicht mehr', en: 'This webhook is no longer there' },
  },
  'webhook.too-many': {
    status: 422,
    title: {
      de: `Ein Konto hat höchstens ${webhookLimits.perAccount} Webhooks`,
      en: `An account has at most ${webhookLimits.perAccount} webhooks`,
    },
    detail: { de: 'Bitte löschen Sie zuerst einen anderen.', en: 'Please delete another one first.' },
  },
  'webhook.url-not-allowed': {
    status: 422,
    title: {
      de: 'An diese Adresse senden wir nichts',
      en: 'We do not send anything to this address',
    },
    detail: {
      de: 'Die Adresse muss mit https:// beginnen, im Internet erreichbar sein und darf kein Passwort enthalten.',
      en: 'The address must begin with https://, be reachable on the internet and contain no password.',
    },
    pointer: '/url',
  },
  'push.not-set-up': {
    status: 404,
    title: {
      de: 'Benachrichtigungen im Browser gibt es in diesem Portal nicht',
      en: 'This portal has no notifications in browsers',
    },
  },
  'push.subscription-invalid': {
    status: 422,
    title: {
      de: 'Mit dieser Anmeldung des Browsers geht es nicht',
      en: 'This subscription of the browser does not work',
    },
    detail: {
      de: 'Bitte laden Sie die Seite neu, und schalten Sie die Benachrichtigungen noch einmal ein.',
      en: 'Please load the page anew, and switch notifications on again.',
    },
  },
} as const satisfies Record<string, ProblemEntry>;
