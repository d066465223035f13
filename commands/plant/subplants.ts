import { v5 as uuidV5, v7 as uuidV7 } from 'uuid';
import { streamOf, SubplantId, type PlantId } from '../../domain/kernel/ids.js';
import type { SubplantDetails } from '../../domain/plant/commands.js';
import { plantDecider } from '../../domain/plant/plant.js';
import { handle, type CommandContext } from '../handle.js';
import { asked, type PlantDeps } from './ports.js';

type OfSubplant = { readonly plantId: PlantId; readonly subplantId: SubplantId };

/** Adds a group of inverters with an orientation of its own. */
export async function addSubplant(
  deps: PlantDeps,
  { plantId, details }: { readonly plantId: PlantId; readonly details: SubplantDetails },
  context: CommandContext,
) {
  const { idempotencyKey: key } = context;
  const subplantId = SubplantId.parse(key === undefined ? uuidV7() : uuidV5(`subplant/${key}`, plantId));
  const command = { type: 'AddSubplant', ...asked(deps, context), subplantId, details } as const;
  return { subplantId, ...(await handle(deps.log, plantDecider, streamOf.plant(plantId), command, context)) };
}

/** Changes parts of a subplant; null = as the plant. */
export function changeSubplant(
  deps: PlantDeps,
  { plantId, subplantId, changes }: OfSubplant & { readonly changes: Partial<SubplantDetails> },
  context: CommandContext,
) {
  const command = { type: 'ChangeSubplant', ...asked(deps, context), subplantId, changes } as const;
  return handle(deps.log, plantDecider, streamOf.plant(plantId), command, context);
}

/** Removes a subplant; its inverters stay in the plant. */
export function removeSubplant(deps: PlantDeps, { plantId, subplantId }: OfSubplant, context: CommandContext) {
  const command = { type: 'RemoveSubplant', ...asked(deps, context), subplantId } as const;
  return handle(deps.log, plantDecider, streamOf.plant(plantId), command, context);
}
