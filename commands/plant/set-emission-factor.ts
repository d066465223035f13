import { streamOf, type PlantId } from '../../domain/kernel/ids.js';
import { plantDecider } from '../../domain/plant/plant.js';
import type { EmissionFactor } from '../../domain/production/co2.js';
import { handle, type CommandContext } from '../handle.js';
import { asked, type PlantDeps } from './ports.js';

/** Says what a kilowatt hour of the grid emits at a plant; null = what the portal knows. */
export function setEmissionFactor(
  deps: PlantDeps,
  { plantId, factor }: { readonly plantId: PlantId; readonly factor: EmissionFactor | null },
  context: CommandContext,
) {
  const command = { type: 'SetEmissionFactor', ...asked(deps, context), factor } as const;
  return handle(deps.log, plantDecider, streamOf.plant(plantId), command, context);
}
