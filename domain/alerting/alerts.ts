import { instantText } from '../kernel/time.js';
import { accept, assertNever, reject, type Decider, type Decision } from '../kernel/decider.js';
import type { PlantId } from '../kernel/ids.js';
import type { AlertCommand, AlertRejection } from './commands.js';
import type { AlertEvent } from './events.js';
import { isOfSameTime, isWorse } from './evidence.js';
import { evolveIncidents, noIncidents, type Incident, type Incidents } from './incidents.js';
import type { AlertRule } from './rule.js';
import { lettersDue, nextTellingMs } from './telling.js';
import type { Finding } from './verdict.js';

export type { AlertCommand, AlertRejection } from './commands.js';

type AlertDecision = Decision<AlertEvent, AlertRejection>;
type Of<T extends AlertCommand['type']> = Extract<AlertCommand, { readonly type: T }>;

/** What comes back within this time after a recovery is the same incident. */
export const joinHours = 24;
/** While a plant is heard again, its inverters come back one by one. */
const comingBackMinutes = 30;
const longestSnoozeDays = 366;
const hourMs = 3_600_000;

/** The life of the incidents of one plant (E5). */
export const alertDecider: Decider<AlertCommand, Incidents, AlertEvent, AlertRejection> = {
  initialState: noIncidents,
  evolve: evolveIncidents,
  decide: (command, state) => {
    switch (command.type) {
      case 'NoteFindings':
        return accept<AlertEvent>(...noteFindings(command, state));
      case 'AcknowledgeIncident':
        return acknowledge(command, state);
      case 'SnoozeIncident':
        return snooze(command, state);
      case 'EndSnooze':
        return endSnooze(command, state);
      default:
        return assertNever(command);
    }
  },
};

function noteFindings(command: Of<'NoteFindings'>, state: Incidents): readonly AlertEvent[] {
  const { plantId, at } = command;
  // Somebody who was asleep brings what he saw before the others saw more.
  if (state.lastAt !== null && Date.parse(at) < Date.parse(state.lastAt)) return [];
  const events: AlertEvent[] = [];
  let now = state;
  const happen = (event: AlertEvent | null) => {
    if (event === null) return;
    events.push(event);
    now = evolveIncidents(now, event);
  };
  for (const incident of state.incidents) happen(endOf(incident, command));
  // The plant first: while it comes back, its inverters are not told of one by one.
  for (const finding of command.findings.toSorted(plantFirst)) happen(changeBy(finding, command, now));
  const letters = lettersDue(now, command);
  if (letters.length > 0) happen({ type: 'IncidentsTold', data: { plantId, at, letters } });
  for (const incident of now.incidents) happen(closingOf(incident, command));
  return events;
}

/** When time alone brings something about: a letter, or the end of an incident. Epoch milliseconds; null for never. */
export function nextDueMs(state: Incidents, rules: readonly AlertRule[], timeZone: string): number | null {
  const closings = state.incidents.flatMap((incident) => closesAtMs(incident) ?? []);
  const times = [...closings, ...[nextTellingMs(state, rules, timeZone) ?? []].flat()];
  return times.length === 0 ? null : Math.min(...times);
}

function plantFirst(one: Finding, other: Finding): number {
  return Number(one.inverterId !== null) - Number(other.inverterId !== null);
}

/** Closes what nobody watches any more. */
function endOf({ incidentId, ruleId, inverterId }: Incident, command: Of<'NoteFindings'>): AlertEvent | null {
  const { plantId, at, rules, inverterIds } = command;
  const isWatched = rules.some((rule) => rule.ruleId === ruleId && rule.isOn);
  const isThere = inverterId === null || inverterIds.includes(inverterId);
  if (isWatched && isThere) return null;
  const reason = isWatched ? 'inverterRemoved' : 'ruleEnded';
  return { type: 'IncidentClosed', data: { plantId, at, incidentId, reason } };
}

/** What a finding means for the incident of its rule and inverter: never two of them are open. */
function changeBy(finding: Finding, command: Of<'NoteFindings'>, state: Incidents): AlertEvent | null {
  if (finding.is === 'notJudged' || finding.is === 'keep') return null;
  const { plantId, at } = command;
  const { ruleId, ruleVersion, inverterId, evidence } = finding;
  const incident = state.incidents.find((one) => one.ruleId === ruleId && one.inverterId === inverterId);
  if (finding.is === 'clear') {
    if (incident?.status !== 'open') return null;
    const { incidentId } = incident;
    const isSameTime = evidence !== null && isOfSameTime(incident.evidence, evidence);
    const because = isSameTime ? 'dataCorrected' : 'measured';
    return { type: 'IncidentRecovered', data: { plantId, at, incidentId, because, evidence } };
  }
  if (evidence === null) return null;
  const found = { plantId, at, ruleVersion, since: instantText(finding.sinceS), evidence };
  if (incident === undefined) {
    if (inverterId !== null && isComingBack(state, ruleId, at)) return null;
    return { type: 'IncidentOpened', data: { ...found, incidentId: command.idFor(finding), ruleId, inverterId } };
  }
  const { incidentId } = incident;
  if (incident.status === 'recovered') return { type: 'IncidentRecurred', data: { ...found, incidentId } };
  return isWorse(incident.evidence, evidence) ? { type: 'IncidentWorsened', data: { ...found, incidentId } } : null;
}

function isComingBack({ plantRecoveredAt }: Incidents, ruleId: string, at: string): boolean {
  const recoveredAt = plantRecoveredAt[ruleId];
  return recoveredAt !== undefined && Date.parse(at) < Date.parse(recoveredAt) + comingBackMinutes * 60_000;
}

function closingOf(
  incident: Incident,
  { plantId, at }: { readonly plantId: PlantId; readonly at: string },
): AlertEvent | null {
  const closesAt = closesAtMs(incident);
  if (closesAt === null || Date.parse(at) < closesAt) return null;
  return { type: 'IncidentClosed', data: { plantId, at, incidentId: incident.incidentId, reason: 'recovered' } };
}

/** Twice as long while its recipients do not know yet that it is over. */
function closesAtMs({ status, changedAt, told }: Incident): number | null {
  if (status !== 'recovered') return null;
  return Date.parse(changedAt) + (told === 'open' ? 2 : 1) * joinHours * hourMs;
}

function acknowledge(
  { plantId, at, incidentId, accountId }: Of<'AcknowledgeIncident'>,
  state: Incidents,
): AlertDecision {
  const incident = state.incidents.find((one) => one.incidentId === incidentId);
  if (incident === undefined) return reject({ code: 'incident.not-found' });
  if (incident.acknowledged !== null) return accept<AlertEvent>();
  return accept<AlertEvent>({ type: 'IncidentAcknowledged', data: { plantId, at, incidentId, accountId } });
}

function snooze(command: Of<'SnoozeIncident'>, state: Incidents): AlertDecision {
  const { plantId, at, incidentId, accountId, until } = command;
  const incident = state.incidents.find((one) => one.incidentId === incidentId);
  if (incident === undefined) return reject({ code: 'incident.not-found' });
  if (incident.status !== 'open') return reject({ code: 'incident.over' });
  const hours = (Date.parse(until) - Date.parse(at)) / hourMs;
  if (hours <= 0) return reject({ code: 'incident.snooze-past' });
  if (hours > 24 * longestSnoozeDays) return reject({ code: 'incident.snooze-too-long' });
  if (incident.snoozedUntil !== null && Date.parse(incident.snoozedUntil) === Date.parse(until)) {
    return accept<AlertEvent>();
  }
  return accept<AlertEvent>({ type: 'IncidentSnoozed', data: { plantId, at, incidentId, accountId, until } });
}

function endSnooze({ plantId, at, incidentId, accountId }: Of<'EndSnooze'>, state: Incidents): AlertDecision {
  const incident = state.incidents.find((one) => one.incidentId === incidentId);
  if (incident === undefined) return reject({ code: 'incident.not-found' });
  const isQuiet = incident.snoozedUntil !== null && Date.parse(incident.snoozedUntil) > Date.parse(at);
  if (!isQuiet) return accept<AlertEvent>();
  return accept<AlertEvent>({ type: 'IncidentSnoozeEnded', data: { plantId, at, incidentId, accountId } });
}
