import type { AlertMailPayload } from '../../adapters/mail/port.js';
import { IncidentsTold } from '../../domain/alerting/events.js';
import { isOf } from '../../domain/kernel/event.js';
import type { Policy } from './engine.js';

/** Writes to whom incidents are told (E5). Addresses and numbers are looked up when a mail is sent. */
export const alertMails: Policy = {
  name: 'alert-mails',
  prefixes: ['alerting-'],
  react: async (event) => {
    if (!isOf(IncidentsTold, event)) return [];
    const { plantId, letters } = event.data;
    return letters.flatMap(({ recipients, items }) =>
      recipients.map(({ accountId, language }) => {
        const payload: AlertMailPayload = { template: 'incidents', plantId, accountId, language, items: [...items] };
        return { kind: 'alert-mail' as const, payload };
      }),
    );
  },
};
