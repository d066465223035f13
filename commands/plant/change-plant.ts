import { streamOf, type PlantId } from '../../domain/kernel/ids.js';
import { plantDecider } from '../../domain/plant/plant.js';
import type { PlantDetails } from '../../domain/plant/state.js';
import { handle, type CommandContext } from '../handle.js';
import { asked, type PlantDeps } from './ports.js';

/** Changes parts of a plant; what is left out stays. */
export function changePlant(
  deps: PlantDeps,
  { plantId, changes }: { readonly plantId: PlantId; readonly changes: Partial<PlantDetails> },
  context: CommandContext,
) {
  const command = { type: 'ChangePlant', ...asked(deps, context), changes } as const;
  return handle(deps.log, plantDecider, streamOf.plant(plantId), command, context);
}
