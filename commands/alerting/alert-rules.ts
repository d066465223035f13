import { v5 as uuidV5, v7 as uuidV7 } from 'uuid';
import type { AlertRuleSettings } from '../../domain/alerting/rule.js';
import { AlertRuleId, streamOf, type PlantId } from '../../domain/kernel/ids.js';
import { plantDecider } from '../../domain/plant/plant.js';
import { handle, type CommandContext } from '../handle.js';
import { asked, type PlantDeps } from '../plant/ports.js';

type OfRule = { readonly plantId: PlantId; readonly ruleId: AlertRuleId };

/** Watches a plant by one more rule. */
export async function addAlertRule(
  deps: PlantDeps,
  { plantId, settings }: { readonly plantId: PlantId; readonly settings: AlertRuleSettings },
  context: CommandContext,
) {
  const { idempotencyKey: key } = context;
  const ruleId = key === undefined ? AlertRuleId.parse(uuidV7()) : alertRuleIdOf(plantId, key);
  const command = { type: 'SetAlertRule', ...asked(deps, context), ruleId, isNew: true, ...settings } as const;
  return { ruleId, ...(await handle(deps.log, plantDecider, streamOf.plant(plantId), command, context)) };
}

/** The id that a new rule of a plant has by its idempotency key. */
export function alertRuleIdOf(plantId: PlantId, key: string): AlertRuleId {
  return AlertRuleId.parse(uuidV5(`alert-rule/${key}`, plantId));
}

/** Replaces what a rule says. */
export function changeAlertRule(
  deps: PlantDeps,
  { plantId, ruleId, settings }: OfRule & { readonly settings: AlertRuleSettings },
  context: CommandContext,
) {
  const command = { type: 'SetAlertRule', ...asked(deps, context), ruleId, isNew: false, ...settings } as const;
  return handle(deps.log, plantDecider, streamOf.plant(plantId), command, context);
}

/** Its open incidents are closed when the plant is looked at next. */
export function removeAlertRule(deps: PlantDeps, { plantId, ruleId }: OfRule, context: CommandContext) {
  const command = { type: 'RemoveAlertRule', ...asked(deps, context), ruleId } as const;
  return handle(deps.log, plantDecider, streamOf.plant(plantId), command, context);
}
