import { streamOf, type InverterId, type PlantId } from '../../domain/kernel/ids.js';
import { ratedPower, type InverterType } from '../../domain/plant/inverter-types.js';
import { plantDecider } from '../../domain/plant/plant.js';
import { handle, type CommandContext } from '../handle.js';
import { asked, type PlantDeps } from './ports.js';

/** Records type and power of an inverter as they became known; the plant's nominal power follows (B8). */
export function determineType(
  deps: PlantDeps,
  {
    plantId,
    inverterId,
    type,
    reason,
  }: {
    readonly plantId: PlantId;
    readonly inverterId: InverterId;
    readonly type: InverterType;
    readonly reason: 'reported' | 'catalogueCorrected';
  },
  context: CommandContext,
) {
  const command = {
    type: 'DetermineType',
    ...asked(deps, context),
    inverterId,
    rated: ratedPower(type),
    reason,
  } as const;
  return handle(deps.log, plantDecider, streamOf.plant(plantId), command, context);
}
