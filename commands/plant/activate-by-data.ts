import { streamOf, type InverterId, type PlantId, type SerialNumber } from '../../domain/kernel/ids.js';
import type { Temporal } from '../../domain/kernel/time.js';
import { plantDecider } from '../../domain/plant/plant.js';
import { handle, type CommandContext } from '../handle.js';
import type { EventLog } from '../ports.js';

/** A device of an open claim has sent data: the claim is proven (B6). Repeating it changes nothing. */
export function activateByData(
  { log }: { readonly log: EventLog },
  device: {
    readonly plantId: PlantId;
    readonly inverterId: InverterId;
    readonly serialNumber: SerialNumber;
    readonly at: Temporal.Instant;
  },
  context: CommandContext,
) {
  const { plantId, inverterId, serialNumber } = device;
  const at = device.at.toString();
  const command = { type: 'ProveByData', at, actor: context.actor, inverterId, serialNumber } as const;
  return handle(log, plantDecider, streamOf.plant(plantId), command, context);
}
