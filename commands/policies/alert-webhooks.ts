import type { WebhookPayload } from '../../adapters/webhook/port.js';
import { alertEvents, type AlertEvent } from '../../domain/alerting/events.js';
import { isAmong } from '../../domain/kernel/event.js';
import type { Policy } from './engine.js';

/** Who was written to is between them and us. */
const types: Readonly<Record<AlertEvent['type'], string | null>> = {
  IncidentOpened: 'sitelink.incident.opened',
  IncidentWorsened: 'sitelink.incident.worsened',
  IncidentRecovered: 'sitelink.incident.recovered',
  IncidentRecurred: 'sitelink.incident.recurred',
  IncidentClosed: 'sitelink.incident.closed',
  IncidentAcknowledged: 'sitelink.incident.acknowledged',
  IncidentSnoozed: 'sitelink.incident.snoozed',
  IncidentsTold: null,
};

/** Tells the webhooks of all who see the plant what happened to an incident (E5). */
export const alertWebhooks: Policy = {
  name: 'alert-webhooks',
  prefixes: ['alerting-'],
  react: async (event) => {
    if (!isAmong(alertEvents, event)) return [];
    const { id, position } = event;
    const type = types[event.type];
    if (type === null) return [];
    // Which person it was is nobody's business outside.
    const { accountId: _person, plantId, at, ...data }: { accountId?: unknown } & typeof event.data = event.data;
    const payload: WebhookPayload = {
      ...{ plantId, position: String(position), eventId: id },
      ...{ type, time: at, data },
    };
    return [{ kind: 'webhook' as const, payload }];
  },
};
