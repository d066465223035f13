import { z } from 'zod';
import { defineEvent, type EventOf } from '../kernel/event.js';
import { AccountId, AlertRuleId, IncidentId, InverterId, PlantId } from '../kernel/ids.js';
import { Instant } from '../kernel/time.js';
import { Evidence } from './evidence.js';
import { Recipient } from './rule.js';

const ofPlant = { plantId: PlantId, at: Instant };
const ofIncident = { ...ofPlant, incidentId: IncidentId };
const found = { ruleVersion: z.int(), since: Instant, evidence: Evidence };

/** A rule found something about an inverter, or about the plant as a whole (`inverterId` null). */
export const IncidentOpened = defineEvent(
  'IncidentOpened',
  z.object({ ...ofIncident, ruleId: AlertRuleId, inverterId: InverterId.nullable(), ...found }),
);

/** It has become noticeably worse, or another day is as bad. */
export const IncidentWorsened = defineEvent('IncidentWorsened', z.object({ ...ofIncident, ...found }));

/** The rule finds nothing any more: by new measurements, or because what it had judged was corrected or completed. */
export const IncidentRecovered = defineEvent(
  'IncidentRecovered',
  z.object({
    ...ofIncident,
    because: z.enum(['measured', 'dataCorrected']),
    /** Null where soundness has no numbers. */
    evidence: Evidence.nullable(),
  }),
);

/** It came back within a day after it had recovered: the same incident goes on. */
export const IncidentRecurred = defineEvent('IncidentRecurred', z.object({ ...ofIncident, ...found }));

/** It stayed away, or there is nothing to watch any more: rule switched off, inverter removed. */
export const IncidentClosed = defineEvent(
  'IncidentClosed',
  z.object({ ...ofIncident, reason: z.enum(['recovered', 'ruleEnded', 'inverterRemoved']) }),
);

/** Somebody has seen it: no more reminders. */
export const IncidentAcknowledged = defineEvent(
  'IncidentAcknowledged',
  z.object({ ...ofIncident, accountId: AccountId }),
);

/** Nothing is told of it until then; then it is told again, if it still stands. */
export const IncidentSnoozed = defineEvent(
  'IncidentSnoozed',
  z.object({ ...ofIncident, accountId: AccountId, until: Instant }),
);

/** Somebody wants to hear of it again before that: it is told as if it had never been snoozed. */
export const IncidentSnoozeEnded = defineEvent(
  'IncidentSnoozeEnded',
  z.object({ ...ofIncident, accountId: AccountId }),
);

export const News = z.enum(['opened', 'recurred', 'reminder', 'recovered']);
/** What a recipient is told of an incident. */
export type News = z.infer<typeof News>;

export const LetterItem = z.object({ incidentId: IncidentId, news: News }).readonly();
export type LetterItem = z.infer<typeof LetterItem>;

/** It was time to tell: what, and whom. Each recipient gets all that is due in one letter. */
export const IncidentsTold = defineEvent(
  'IncidentsTold',
  z.object({
    ...ofPlant,
    letters: z
      .array(z.object({ recipients: z.array(Recipient).readonly(), items: z.array(LetterItem).readonly() }).readonly())
      .readonly(),
  }),
);

export const alertEvents = [
  IncidentOpened,
  IncidentWorsened,
  IncidentRecovered,
  IncidentRecurred,
  IncidentClosed,
  IncidentAcknowledged,
  IncidentSnoozed,
  IncidentSnoozeEnded,
  IncidentsTold,
] as const;

export type AlertEvent = EventOf<(typeof alertEvents)[number]>;
export type AlertEventData<T extends AlertEvent['type']> = Extract<AlertEvent, { readonly type: T }>['data'];
export type Letter = AlertEventData<'IncidentsTold'>['letters'][number];
