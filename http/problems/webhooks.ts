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
} as const satisfies Record<string, ProblemEntry>;
