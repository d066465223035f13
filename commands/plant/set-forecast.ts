import type { MonthsWh } from '../../domain/plant/events.js';
import { streamOf, type InverterId, type PlantId } from '../../domain/kernel/ids.js';
import { plantDecider } from '../../domain/plant/plant.js';
import { handle, type CommandContext } from '../handle.js';
import { asked, type PlantDeps } from './ports.js';

/** Says what is expected of a plant (`inverterId` null) or of an inverter in each month. */
export function setForecast(
  deps: PlantDeps,
  {
    plantId,
    ...wish
  }: { readonly plantId: PlantId; readonly inverterId: InverterId | null; readonly monthsWh: MonthsWh },
  context: CommandContext,
) {
  const command = { type: 'SetForecast', ...asked(deps, context), ...wish } as const;
  return handle(deps.log, plantDecider, streamOf.plant(plantId), command, context);
}
