import { z } from 'zod';
import { AlertCondition, AlertDelivery } from '../../domain/alerting/rule.js';
import { Evidence } from '../../domain/alerting/evidence.js';
import { News } from '../../domain/alerting/events.js';
import { DayText, InstantText, pageOf } from './common.js';

/** What a plant is watched for, whom it tells, and when. */
export const AlertRuleBody = z
  .strictObject({ condition: AlertCondition, delivery: AlertDelivery, isOn: z.boolean().default(true) })
  .meta({ id: 'AlertRuleBody' });

export const AlertRule = z
  .object({
    id: z.string(),
    /** Counts its changes; whatever it found names the version that found it. */
    version: z.int(),
    condition: AlertCondition,
    delivery: AlertDelivery,
    isOn: z.boolean(),
  })
  .meta({ id: 'AlertRule' });

const Preset = z.object({
  conditions: z.array(AlertCondition),
  delivery: z.object({
    dailyAt: z.string().nullable(),
    quietHours: z.object({ from: z.string(), to: z.string() }).nullable(),
    reminders: z.int(),
    reminderDays: z.int(),
  }),
});

/** The rules of a plant, what to start from, and who can be told: everybody who sees the plant. */
export const AlertRuleList = z
  .object({
    items: z.array(AlertRule),
    next: z.null(),
    presets: z.object({ sensitive: Preset, balanced: Preset, quiet: Preset }),
    people: z.array(z.object({ accountId: z.string(), name: z.string(), isCaller: z.boolean() })),
  })
  .meta({ id: 'AlertRuleList' });

export const AlertPreviewBody = z
  .strictObject({ condition: AlertCondition, days: z.int().min(1).max(90).default(30) })
  .meta({ id: 'AlertPreviewBody' });

/** What a rule would have told, with the data as it is known today. */
export const AlertPreview = z
  .object({
    from: InstantText,
    to: InstantText,
    alerts: z.array(
      z.object({
        at: InstantText,
        /** In the zone of the plant. */
        day: DayText,
        /** Null = the plant as a whole. */
        inverterId: z.string().nullable(),
        recoveredAt: InstantText.nullable(),
        evidence: Evidence,
      }),
    ),
    /** Days on which nothing could be judged: data or forecast was missing, or it was too dark. */
    notJudgedDays: z.int(),
    /** Why not, when it was asked last: `weatherUnknown`, `winterByClimate`, `dataMissing`, `tooDark` and others. */
    notJudgedBecause: z.string().nullable(),
  })
  .meta({ id: 'AlertPreview' });

/** What a rule says now of each inverter, or of the plant as a whole, and why. */
export const AlertVerdictList = z
  .object({
    items: z.array(
      z.object({
        inverterId: z.string().nullable(),
        verdict: z.enum(['alert', 'clear', 'keep', 'notJudged']),
        /** Why nothing was judged. */
        because: z.string().nullable(),
        since: InstantText,
        evidence: Evidence.nullable(),
      }),
    ),
    next: z.null(),
  })
  .meta({ id: 'AlertVerdictList' });

const incident = {
  id: z.string(),
  plantId: z.string(),
  plantName: z.string(),
  timeZone: z.string(),
  ruleId: z.string(),
  /** The version that found it, or found it worse. */
  ruleVersion: z.int(),
  /** Null = the plant as a whole. */
  inverterId: z.string().nullable(),
  inverterName: z.string().nullable(),
  status: z.enum(['open', 'recovered', 'closed']),
  openedAt: InstantText,
  /** Since when it is so, which is earlier than it was found. */
  since: InstantText,
  /** Null while it is open. */
  recoveredAt: InstantText.nullable(),
  evidence: Evidence,
  recurrences: z.int(),
  acknowledgedAt: InstantText.nullable(),
  snoozedUntil: InstantText.nullable(),
};

export const Incident = z.object(incident).meta({ id: 'Incident' });
export const IncidentPage = pageOf(Incident);

/** A message to one recipient, and what became of it. */
const IncidentDelivery = z.object({
  name: z.string(),
  state: z.enum(['waiting', 'sent', 'given-up']),
  at: InstantText.nullable(),
});

/** An incident with everything that happened to it, the oldest first. */
export const IncidentDetails = z
  .object({
    ...incident,
    /** The inverter that the deviation is measured against. */
    referenceName: z.string().nullable(),
    history: z.array(
      z.object({
        at: InstantText,
        what: z.enum([
          ...(['opened', 'worsened', 'recovered', 'recurred', 'closed'] as const),
          ...(['acknowledged', 'snoozed', 'snoozeEnded', 'told'] as const),
        ]),
        /** Who did it; null when the portal did, or the person is gone. */
        name: z.string().nullable(),
        news: News.nullable(),
        /** Why it recovered or closed, until when it is snoozed. */
        detail: z.string().nullable(),
        evidence: Evidence.nullable(),
        deliveries: z.array(IncidentDelivery),
      }),
    ),
  })
  .meta({ id: 'IncidentDetails' });

const AlertKind = z.enum(['noData', 'deviation', 'belowForecast', 'deviceErrors']);

export const IncidentsQuery = z.object({
  plantId: z.uuid().optional(),
  /** `past` = recovered or closed. */
  status: z.enum(['open', 'recovered', 'closed', 'past']).optional(),
  kind: AlertKind.optional(),
  /** Words, each of which stands in the name of the plant, its town, or the name or serial number of the inverter. */
  search: z.string().trim().max(120).default(''),
  /** When it was found: from inclusive, to exclusive. */
  from: InstantText.optional(),
  to: InstantText.optional(),
  limit: z.coerce.number().int().min(1).max(500).default(100),
  cursor: z
    .string()
    .regex(/^\d{1,18}$/)
    .optional(),
});

export const SnoozeBody = z.strictObject({ until: InstantText }).meta({ id: 'SnoozeBody' });
