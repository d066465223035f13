import { plantLimits } from '../../domain/plant/commands.js';
import type { AlertRejection } from '../../domain/alerting/commands.js';
import type { AlertRuleRejection } from '../../domain/plant/alert-rules.js';
import type { ProblemEntry } from './entry.js';

/** Alert rules and incidents. */
export const alertProblems = {
  'alert-rule.not-found': {
    status: 404,
    title: { de: 'Diese Regel gibt es nicht mehr', en: 'This rule is no longer there' },
  },
  'alert-rule.recipient-unknown': {
    status: 422,
    title: {
      de: 'Benachrichtigt werden nur Personen, die die Anlage sehen',
      en: 'Only people who see the plant are told',
    },
    detail: {
      de: 'Laden Sie die Person unter „Freigaben“ ein. Danach lässt sie sich hier wählen.',
      en: 'Invite the person under “Sharing”. After that they can be chosen here.',
    },
    pointer: '/delivery/recipients',
  },
  'plant.too-many-alert-rules': {
    status: 422,
    title: {
      de: `Eine Anlage hat höchstens ${plantLimits.alertRules} Regeln`,
      en: `A plant has at most ${plantLimits.alertRules} rules`,
    },
    detail: { de: 'Bitte löschen Sie zuerst eine andere Regel.', en: 'Please delete another rule first.' },
  },
  'incident.not-found': {
    status: 404,
    title: { de: 'Diese Meldung gibt es nicht mehr', en: 'This incident is no longer there' },
    detail: {
      de: 'Sie ist abgeschlossen oder gehört zu einer Anlage, die Sie nicht sehen.',
      en: 'It is closed, or belongs to a plant that you do not see.',
    },
  },
  'incident.over': {
    status: 409,
    title: { de: 'Die Störung ist schon behoben', en: 'The fault is over already' },
  },
  'incident.snooze-past': {
    status: 422,
    title: { de: 'Dieser Zeitpunkt liegt in der Vergangenheit', en: 'This time is in the past' },
    pointer: '/until',
  },
  'incident.snooze-too-long': {
    status: 422,
    title: { de: 'Höchstens ein Jahr', en: 'One year at most' },
    detail: {
      de: 'Wenn Sie gar nichts mehr hören möchten, schalten Sie die Regel aus.',
      en: 'To hear nothing any more, switch the rule off.',
    },
    pointer: '/until',
  },
} as const satisfies Record<AlertRuleRejection['code'] | AlertRejection['code'], ProblemEntry>;
