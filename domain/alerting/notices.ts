import type { LoggedEvent } from '../kernel/event.js';
import type { AlertEvent } from './events.js';

/** What programs outside are told of an event of an incident: ids and numbers, no names. Instants are RFC 3339. */
export type IncidentNotice = {
  readonly plantId: string;
  /** Of the event in the log. */
  readonly position: string;
  readonly eventId: string;
  readonly type: string;
  readonly time: string;
  readonly data: Readonly<Record<string, unknown>>;
};

/** Who was written to is between them and us. */
const types: Readonly<Record<AlertEvent['type'], string | null>> = {
  IncidentOpened: 'sitelink.incident.opened',
  IncidentWorsened: 'sitelink.incident.worsened',
  IncidentRecovered: 'sitelink.incident.recovered',
  IncidentRecurred: 'sitelink.incident.recurred',
  IncidentClosed: 'sitelink.incident.closed',
  IncidentAcknowledged: 'sitelink.incident.acknowledged',
  IncidentSnoozed: 'sitelink.incident.snoozed',
  IncidentSnoozeEnded: 'sitelink.incident.snooze-ended',
  IncidentsTold: null,
};

/** Null where nobody outside is told. */
export function noticeOf(event: LoggedEvent<AlertEvent>): IncidentNotice | null {
  const type = types[event.type];
  if (type === null) return null;
  // Which person it was is nobody's business outside.
  const { accountId: _person, plantId, at, ...data }: { accountId?: unknown } & typeof event.data = event.data;
  return { plantId, position: String(event.position), eventId: event.id, type, time: at, data };
}
