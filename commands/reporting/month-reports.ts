import { v7 as uuidV7 } from 'uuid';
import { fold, reject } from '../../domain/kernel/decider.js';
import { streamOf, type AccountId, type PlantId } from '../../domain/kernel/ids.js';
import { peopleOf, refusalTo } from '../../domain/plant/roles.js';
import type { ReportingEvent } from '../../domain/reporting/events.js';
import {
  monthsToLookAt,
  reportingDecider,
  type Reporting,
  type ReportingCommand,
} from '../../domain/reporting/reporting.js';
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

/**
 * What the months of a plant add up to today: whoever has had the report of one that is something else now is told, once a
 * day at most. `energiesOf` is asked for the months that anybody has had.
 */
export async function noteEditions(
  { log, clock }: { readonly log: EventLog; readonly clock: Clock },
  plantId: PlantId,
  energiesOf: (months: number) => Promise<readonly { readonly month: string; readonly energyWh: number }[]>,
): Promise<void> {
  const reporting = await loadReporting(log, plantId);
  const months = monthsToLookAt(reporting);
  const plant = months.length === 0 ? null : await loadPlant(log, plantId);
  if (plant?.status !== 'active') return;
  const context = { actor: { kind: 'policy', id: 'monthly-reports' }, correlationId: uuidV7() } as const;
  for (const { month, energyWh } of await energiesOf(months.length + 1)) {
    const at = clock.now().toString();
    const command = { type: 'NoteEdition', plantId, at, month, energyWh, seenBy: peopleOf(plant) } as const;
    const decision = reportingDecider.decide(command, reporting);
    if (!decision.ok || decision.events.length === 0) continue;
    await handle(log, reportingDecider, streamOf.reporting(plantId), command, context);
  }
}
