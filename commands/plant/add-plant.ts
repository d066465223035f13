import { v5 as uuidV5, v7 as uuidV7 } from 'uuid';
import { PlantId, streamOf, type AccountId } from '../../domain/kernel/ids.js';
import { plantDecider } from '../../domain/plant/plant.js';
import type { PlantDetails } from '../../domain/plant/state.js';
import { handle, type CommandContext } from '../handle.js';
import { asked, type PlantDeps } from './ports.js';

/** Namespace of plant ids that are derived from an idempotency key. */
const plantNamespace = '0d4cf5a3-52f4-4b0c-8c5e-7f3f0f6a9b21';

/** Adds a plant. The same account and idempotency key mean the same plant. */
export async function addPlant(
  deps: PlantDeps,
  { ownerId, details }: { readonly ownerId: AccountId; readonly details: PlantDetails },
  context: CommandContext,
) {
  const { idempotencyKey: key } = context;
  const plantId = PlantId.parse(key === undefined ? uuidV7() : uuidV5(`${ownerId}/${key}`, plantNamespace));
  const command = { type: 'AddPlant', ...asked(deps, context), plantId, ownerId, details } as const;
  return { plantId, ...(await handle(deps.log, plantDecider, streamOf.plant(plantId), command, context)) };
}
