import { alertEvents } from '../../domain/alerting/events.js';
import { noticeOf } from '../../domain/alerting/notices.js';
import { isAmong } from '../../domain/kernel/event.js';
import type { Policy } from './engine.js';

/** Tells the webhooks of all who see the plant what happened to an incident (E5). */
export const alertWebhooks: Policy = {
  name: 'alert-webhooks',
  prefixes: ['alerting-'],
  react: async (event) => {
    const payload = isAmong(alertEvents, event) ? noticeOf(event) : null;
    return payload === null ? [] : [{ kind: 'webhook' as const, payload }];
  },
};
