import { streamOf, type InverterId, type PlantId } from '../../domain/kernel/ids.js';
import { plantDecider } from '../../domain/plant/plant.js';
import { handle, type CommandContext } from '../handle.js';
import { releaseRemoved } from './release.js';
import { asked, type InverterDeps } from './ports.js';

/** Removes a place; its device is free for another plant. */
export async function removeInverter(
  deps: InverterDeps,
  { plantId, inverterId }: { readonly plantId: PlantId; readonly inverterId: InverterId },
  context: CommandContext,
) {
  const command = { type: 'RemoveInverter', ...asked(deps, context), inverterId } as const;
  const handled = await handle(deps.log, plantDecider, streamOf.plant(plantId), command, context);
  if (handled.ok) await releaseRemoved(deps.registry, handled.events);
  return handled;
}
