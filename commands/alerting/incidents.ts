import { alertDecider, type AlertCommand } from '../../domain/alerting/alerts.js';
import { reject } from '../../domain/kernel/decider.js';
import { streamOf, type AccountId, type IncidentId, type PlantId } from '../../domain/kernel/ids.js';
import { refusalTo } from '../../domain/plant/roles.js';
import { handle, type CommandContext } from '../handle.js';
import { loadPlant } from '../plant/manage.js';
import { asked, type PlantDeps } from '../plant/ports.js';

type OfIncident = { readonly plantId: PlantId; readonly incidentId: IncidentId; readonly accountId: AccountId };

/** Somebody who may change the plant has seen the incident. */
export function acknowledgeIncident(deps: PlantDeps, wish: OfIncident, context: CommandContext) {
  return judge(deps, { type: 'AcknowledgeIncident', ...asked(deps, context), ...wish }, context);
}

/** Nothing is told of the incident until then. */
export function snoozeIncident(
  deps: PlantDeps,
  wish: OfIncident & { /** RFC 3339. */ readonly until: string },
  context: CommandContext,
) {
  return judge(deps, { type: 'SnoozeIncident', ...asked(deps, context), ...wish }, context);
}

/** It is told again as its rule says. */
export function endSnooze(deps: PlantDeps, wish: OfIncident, context: CommandContext) {
  return judge(deps, { type: 'EndSnooze', ...asked(deps, context), ...wish }, context);
}

async function judge(
  deps: PlantDeps,
  command: Exclude<AlertCommand, { readonly type: 'NoteFindings' }>,
  context: CommandContext,
) {
  const plant = await loadPlant(deps.log, command.plantId);
  if (plant.status !== 'active') return reject({ code: 'incident.not-found' });
  const refusal = refusalTo(context.actor, 'alerts:change', plant);
  if (refusal !== null) return reject(refusal);
  return handle(deps.log, alertDecider, streamOf.alerts(command.plantId), command, context);
}
