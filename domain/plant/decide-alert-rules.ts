import type { AlertRule, AlertRuleSettings } from '../alerting/rule.js';
import { accept, reject, type Decision } from '../kernel/decider.js';
import type { AlertRuleEvent } from './alert-rule-events.js';
import type { AlertRuleCommand, AlertRuleRejection } from './alert-rules.js';
import { plantLimits } from './commands.js';
import { refusalTo, roleIn } from './roles.js';
import type { ActivePlant } from './state.js';

/** Who may change the plant says what it is watched for. */
export function decideAlertRules(
  command: AlertRuleCommand,
  plant: ActivePlant,
): Decision<AlertRuleEvent, AlertRuleRejection | NonNullable<ReturnType<typeof refusalTo>>> {
  const refusal = refusalTo(command.actor, 'alerts:change', plant);
  if (refusal !== null) return reject(refusal);
  const { plantId, alertRules } = plant;
  const { ruleId, at } = command;
  const rule = alertRules.get(ruleId);
  if (command.type === 'RemoveAlertRule') {
    if (rule === undefined) return reject({ code: 'alert-rule.not-found' });
    return accept<AlertRuleEvent>({ type: 'AlertRuleRemoved', data: { plantId, ruleId, at } });
  }
  if (rule === undefined && !command.isNew) return reject({ code: 'alert-rule.not-found' });
  if (rule === undefined && alertRules.size >= plantLimits.alertRules) {
    return reject({ code: 'plant.too-many-alert-rules' });
  }
  const { condition, delivery, isOn } = command;
  const isStranger = delivery.recipients.some(({ accountId }) => roleIn(plant, accountId) === null);
  if (isStranger) return reject({ code: 'alert-rule.recipient-unknown' });
  if (rule !== undefined && isSame(rule, { condition, delivery, isOn })) return accept<AlertRuleEvent>();
  const data = { plantId, ruleId, at, version: (rule?.version ?? 0) + 1, condition, delivery, isOn };
  return accept<AlertRuleEvent>({ type: 'AlertRuleSet', data });
}

function isSame({ condition, delivery, isOn }: AlertRule, wanted: AlertRuleSettings): boolean {
  const text = (settings: AlertRuleSettings) =>
    JSON.stringify([sorted(settings.condition), sorted(settings.delivery), settings.isOn]);
  return text({ condition, delivery, isOn }) === text(wanted);
}

function sorted(value: object): readonly (readonly [string, unknown])[] {
  return Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
}
