import { accountLetter } from './account-letter.js';
import type { AccountMailFacts } from './facts.js';
import type { Letter } from './letter.js';

/** Tells the owner that a program has not taken incidents for days, and that the portal stopped trying (E5). */
export function webhookSwitchedOff(facts: AccountMailFacts): Letter {
  return accountLetter(facts, {
    de: {
      subject: 'Ein Webhook wurde abgeschaltet',
      paragraphs: [
        'einer Ihrer Webhooks hat seit drei Tagen keine Meldung angenommen. Wir haben ihn abgeschaltet und versuchen es nicht weiter.',
        'Auf der Seite Ihres Kontos steht, was zuletzt geantwortet wurde. Ist das Programm wieder erreichbar, schalten Sie den Webhook dort ein: Was in der Zwischenzeit geschah, wird nachgeholt.',
      ],
      button: { label: 'Zu den Webhooks', url: `${facts.accountUrl}#webhooks` },
      notes: ['Was älter als 30 Tage ist, wird nicht mehr nachgeholt.'],
    },
    en: {
      subject: 'A webhook was switched off',
      paragraphs: [
        'One of your webhooks has not taken anything for three days. We have switched it off and do not try any longer.',
        'The page of your account says what was answered last. Once the program can be reached again, switch the webhook on there: what happened meanwhile is sent then.',
      ],
      button: { label: 'To the webhooks', url: `${facts.accountUrl}#webhooks` },
      notes: ['What is older than 30 days is not sent any more.'],
    },
  });
}
