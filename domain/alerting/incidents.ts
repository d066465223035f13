import { assertNever } from '../kernel/decider.js';
import type { AccountId, AlertRuleId, IncidentId, InverterId } from '../kernel/ids.js';
import type { AlertEvent } from './events.js';
import type { Evidence } from './evidence.js';

/** Something that a rule found and that is not closed yet. Plain data: read models keep it as it is. Instants are RFC 3339. */
export type Incident = {
  readonly incidentId: IncidentId;
  readonly ruleId: AlertRuleId;
  readonly ruleVersion: number;
  /** Null = the plant as a whole. */
  readonly inverterId: InverterId | null;
  readonly openedAt: string;
  /** Since when it is so, which is earlier than it was found. */
  readonly since: string;
  readonly status: 'open' | 'recovered';
  /** When it opened, recovered or came back last. */
  readonly changedAt: string;
  readonly evidence: Evidence;
  readonly recurrences: number;
  readonly acknowledged: { readonly accountId: AccountId; readonly at: string } | null;
  readonly snoozedUntil: string | null;
  /** What its recipients heard last. */
  readonly told: 'nothing' | 'open' | 'recovered';
  readonly toldAt: string | null;
  readonly toldTo: readonly AccountId[];
  /** Since it was told last that it is open. */
  readonly reminders: number;
};

/** The incidents of one plant that are not closed. */
export type Incidents = {
  /** Of the latest event: what was found before it comes too late. */
  readonly lastAt: string | null;
  readonly incidents: readonly Incident[];
  /** When the plant as a whole was heard again after a silence, by rule. */
  readonly plantRecoveredAt: Readonly<Record<string, string>>;
};

export const noIncidents: Incidents = { lastAt: null, incidents: [], plantRecoveredAt: {} };

export function evolveIncidents(state: Incidents, event: AlertEvent): Incidents {
  return { ...changed(state, event), lastAt: later(state.lastAt, event.data.at) };
}

function changed(state: Incidents, event: AlertEvent): Incidents {
  switch (event.type) {
    case 'IncidentOpened':
      return { ...state, incidents: [...state.incidents, opened(event.data)] };
    case 'IncidentWorsened': {
      const { ruleVersion, evidence } = event.data;
      return withIncident(state, event.data.incidentId, { ruleVersion, evidence });
    }
    case 'IncidentRecovered': {
      const { incidentId, at } = event.data;
      const incident = state.incidents.find((one) => one.incidentId === incidentId);
      const recovered = withIncident(state, incidentId, { status: 'recovered', changedAt: at });
      if (incident === undefined || incident.inverterId !== null) return recovered;
      return { ...recovered, plantRecoveredAt: { ...state.plantRecoveredAt, [incident.ruleId]: at } };
    }
    case 'IncidentRecurred': {
      const { incidentId, at, ruleVersion, since, evidence } = event.data;
      const recurrences = (state.incidents.find((one) => one.incidentId === incidentId)?.recurrences ?? 0) + 1;
      const again = { status: 'open', changedAt: at, acknowledged: null } as const;
      return withIncident(state, incidentId, { ...again, ruleVersion, since, evidence, recurrences });
    }
    case 'IncidentClosed':
      return { ...state, incidents: state.incidents.filter((one) => one.incidentId !== event.data.incidentId) };
    case 'IncidentAcknowledged': {
      const { incidentId, accountId, at } = event.data;
      return withIncident(state, incidentId, { acknowledged: { accountId, at } });
    }
    case 'IncidentSnoozed':
      return withIncident(state, event.data.incidentId, { snoozedUntil: event.data.until });
    case 'IncidentSnoozeEnded':
      return withIncident(state, event.data.incidentId, { snoozedUntil: null });
    case 'IncidentsTold':
      return told(state, event.data);
    default:
      return assertNever(event);
  }
}

function opened(data: Extract<AlertEvent, { readonly type: 'IncidentOpened' }>['data']): Incident {
  const { incidentId, ruleId, ruleVersion, inverterId, at, since, evidence } = data;
  return {
    ...{ incidentId, ruleId, ruleVersion, inverterId, openedAt: at, since, evidence },
    ...{ status: 'open', changedAt: at, recurrences: 0, acknowledged: null, snoozedUntil: null },
    ...{ told: 'nothing', toldAt: null, toldTo: [], reminders: 0 },
  };
}

function told(state: Incidents, { at, letters }: Extract<AlertEvent, { readonly type: 'IncidentsTold' }>['data']) {
  return {
    ...state,
    incidents: state.incidents.map((incident): Incident => {
      const { incidentId } = incident;
      const ours = letters.filter(({ items }) => items.some((item) => item.incidentId === incidentId));
      const news = ours[0]?.items.find((item) => item.incidentId === incidentId)?.news;
      if (news === undefined) return incident;
      if (news === 'recovered') return { ...incident, told: 'recovered', toldAt: at, toldTo: [], reminders: 0 };
      const heard = ours.flatMap(({ recipients }) => recipients.map(({ accountId }) => accountId));
      const toldTo = [...new Set([...incident.toldTo, ...heard])];
      return {
        ...incident,
        told: 'open',
        toldAt: at,
        toldTo,
        reminders: news === 'reminder' ? incident.reminders + 1 : 0,
      };
    }),
  };
}

function withIncident(state: Incidents, incidentId: IncidentId, changes: Partial<Incident>): Incidents {
  const incidents = state.incidents.map((one) => (one.incidentId === incidentId ? { ...one, ...changes } : one));
  return { ...state, incidents };
}

/** The later of two instants (RFC 3339, any offset). */
function later(one: string | null, other: string): string {
  return one !== null && Date.parse(one) > Date.parse(other) ? one : other;
}

/** An incident as it was last, and when it ended; null while it is open. */
export type PastIncident = Incident & { readonly endedAt: string | null };

/** Every incident that there ever was: also those that are closed. */
export function incidentsEver(events: Iterable<AlertEvent>): ReadonlyMap<IncidentId, PastIncident> {
  const ever = new Map<IncidentId, PastIncident>();
  let state = noIncidents;
  for (const event of events) {
    state = evolveIncidents(state, event);
    for (const incident of state.incidents) {
      const endedAt = incident.status === 'recovered' ? incident.changedAt : null;
      ever.set(incident.incidentId, { ...incident, endedAt });
    }
    if (event.type !== 'IncidentClosed') continue;
    const closed = ever.get(event.data.incidentId);
    // What nobody watches any more ends without having recovered.
    if (closed !== undefined) ever.set(closed.incidentId, { ...closed, endedAt: closed.endedAt ?? event.data.at });
  }
  return ever;
}
