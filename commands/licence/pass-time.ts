import { streamOf, type PlantId } from '../../domain/kernel/ids.js';
import { licenceDecider } from '../../domain/licence/licence.js';
import { handle, type CommandContext } from '../handle.js';
import type { Clock, EventLog } from '../ports.js';

/** Records what time has brought about for the licence of a plant by now. */
export function passTime(
  { log, clock }: { readonly log: EventLog; readonly clock: Clock },
  plantId: PlantId,
  context: CommandContext,
) {
  const command = { type: 'PassTime', plantId, at: clock.now().toString() } as const;
  return handle(log, licenceDecider, streamOf.licence(plantId), command, context);
}
