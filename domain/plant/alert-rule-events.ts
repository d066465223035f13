import { z } from 'zod';
import { AlertCondition, AlertDelivery } from '../alerting/rule.js';
import { defineEvent, type EventOf } from '../kernel/event.js';
import { AlertRuleId, PlantId } from '../kernel/ids.js';
import { Instant } from '../kernel/time.js';

const ofRule = { plantId: PlantId, ruleId: AlertRuleId, at: Instant };

/** A rule watches the plant from now on, or watches otherwise: the whole rule as it is now. Versions count from 1. */
export const AlertRuleSet = defineEvent(
  'AlertRuleSet',
  z.object({
    ...ofRule,
    version: z.int().min(1),
    condition: AlertCondition,
    delivery: AlertDelivery,
    isOn: z.boolean(),
  }),
);

/** Nobody watches by this rule any more. */
export const AlertRuleRemoved = defineEvent('AlertRuleRemoved', z.object(ofRule));

export const alertRuleEvents = [AlertRuleSet, AlertRuleRemoved] as const;

export type AlertRuleEvent = EventOf<(typeof alertRuleEvents)[number]>;

/** Whether an event tells of alert rules. */
export function isAlertRuleEvent<E extends { readonly type: string }>(event: E): event is Extract<E, AlertRuleEvent> {
  return types.has(event.type);
}

const types: ReadonlySet<string> = new Set(alertRuleEvents.map(({ type }) => type));
