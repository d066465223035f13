import { streamOf, type PlantId } from '../../domain/kernel/ids.js';
import { plantDecider } from '../../domain/plant/plant.js';
import { handle, type CommandContext } from '../handle.js';
import { releaseRemoved } from './release.js';
import { asked, type InverterDeps } from './ports.js';

/** Removes a plant with its places; their devices are free for other plants. */
export async function removePlant(
  deps: InverterDeps,
  { plantId }: { readonly plantId: PlantId },
  context: CommandContext,
) {
  const command = { type: 'RemovePlant', ...asked(deps, context) } as const;
  const handled = await handle(deps.log, plantDecider, streamOf.plant(plantId), command, context);
  if (handled.ok) await releaseRemoved(deps.registry, handled.events);
  return handled;
}
