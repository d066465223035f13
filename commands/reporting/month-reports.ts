import { v7 as uuidV7 } from 'uuid';
import { fold, reject } from '../../domain/kernel/decider.js';
import { streamOf, type AccountId, type PlantId } from '../../domain/kernel/ids.js';
import { peopleOf, refusalTo } from '../../domain/plant/roles.js';
import type { ReportingEvent } from '../../domain/reporting/events.js';
import { reportingDecider, type Reporting, type ReportingCommand } from '../../domain/reporting/reporting.js';
import { handle, type CommandContext } from '../handle.js';
import { loadPlant } from '../plant/manage.js';
import type { PlantDeps } from '../plant/ports.js';
import type { Clock, EventLog } from '../ports.js';

type OfReader = { readonly plantId: PlantId; readonly accountId: AccountId };

export async function loadReporting(log: Pick<EventLog, 'load'>, plantId: PlantId): Promise<Reporting> {
  const { events } = await log.load(streamOf.reporting(plantId));
  return fold(reportingDecider, events as readonly ReportingEvent[]);
}

/** Somebody who sees the plant wants its report of each month by mail, or wants it no more. */
export function chooseReports(
  deps: PlantDeps,
  wish: OfReader & { readonly isWanted: boolean },
  context: CommandContext,
) {
  return asReader(deps, { type: 'ChooseReports', ...wish, at: deps.clock.now().toString() }, context);
}

/** The report of a month that is over goes to who asks for it, at once. */
export function sendReport(deps: PlantDeps, wish: OfReader & { readonly month: string }, context: CommandContext) {
  return asReader(deps, { type: 'SendReport', ...wish, at: deps.clock.now().toString() }, context);
}

async function asReader(deps: PlantDeps, command: ReportingCommand, context: CommandContext) {
  const plant = await loadPlant(deps.log, command.plantId);
  if (plant.status !== 'active') return reject({ code: 'plant.not-found' });
  const refusal = refusalTo(context.actor, 'reports:order', plant);
  if (refusal !== null) return reject(refusal);
  return handle(deps.log, reportingDecider, streamOf.reporting(command.plantId), command, context);
}

/** The report of a month that is over goes to all who want it and still see the plant; once, however often it is asked for. */
export async function reportMonth(
  { log, clock }: { readonly log: EventLog; readonly clock: Clock },
  { plantId, month }: { readonly plantId: PlantId; readonly month: string },
) {
  const context = { actor: { kind: 'policy', id: 'monthly-reports' }, correlationId: uuidV7() } as const;
  const plant = await loadPlant(log, plantId);
  const seenBy = plant.status === 'active' ? peopleOf(plant) : [];
  const command = { type: 'ReportMonth', plantId, month, seenBy, at: clock.now().toString() } as const;
  return handle(log, reportingDecider, streamOf.reporting(plantId), command, context);
}
