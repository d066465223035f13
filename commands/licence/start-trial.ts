import { streamOf, type PlantId } from '../../domain/kernel/ids.js';
import { licenceDecider } from '../../domain/licence/licence.js';
import { handle, type CommandContext } from '../handle.js';
import type { EventLog } from '../ports.js';

/** Starts the trial of a plant at an instant (RFC 3339); a plant that had one keeps it as it is. */
export function startTrial(
  { log }: { readonly log: EventLog },
  { plantId, at }: { readonly plantId: PlantId; readonly at: string },
  context: CommandContext,
) {
  return handle(log, licenceDecider, streamOf.licence(plantId), { type: 'StartTrial', plantId, at }, context);
}
