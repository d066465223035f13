import type { AlertRule, AlertRuleSettings } from '../alerting/rule.js';
import type { AlertRuleId } from '../kernel/ids.js';
import type { AlertRuleEvent } from './alert-rule-events.js';
import type { Asked } from './asked.js';

export type AlertRules = ReadonlyMap<AlertRuleId, AlertRule>;

/** What is asked about the alert rules of a plant. */
export type AlertRuleCommand =
  | Asked<'SetAlertRule', { readonly ruleId: AlertRuleId; readonly isNew: boolean } & AlertRuleSettings>
  | Asked<'RemoveAlertRule', { readonly ruleId: AlertRuleId }>;

export type AlertRuleRejection =
  | { readonly code: 'alert-rule.not-found' }
  /** Only who sees the plant can be told of it. */
  | { readonly code: 'alert-rule.recipient-unknown' }
  | { readonly code: 'plant.too-many-alert-rules' };

export function evolveAlertRules(rules: AlertRules, event: AlertRuleEvent): AlertRules {
  const after = new Map(rules);
  if (event.type === 'AlertRuleRemoved') {
    after.delete(event.data.ruleId);
    return after;
  }
  const { ruleId, version, condition, delivery, isOn } = event.data;
  return after.set(ruleId, { ruleId, version, condition, delivery, isOn });
}

export function isAlertRuleCommand<C extends { readonly type: string }>(
  command: C,
): command is Extract<C, AlertRuleCommand> {
  return command.type === 'SetAlertRule' || command.type === 'RemoveAlertRule';
}
