import { civilDay } from '../../domain/production/yield/sun-events.js';
import { clearSkyEnergyWh } from '../../domain/production/yield/expected.js';
import { modelOfPlant, type PlantField } from '../../domain/production/yield/model-of-plant.js';
import type { InverterId } from '../../domain/kernel/ids.js';
import type { ActivePlant } from '../../domain/plant/state.js';
import { sunlight } from './sunlight.js';
import type { Surroundings } from './watched-plants.js';

/** Sun and sky over plants; what is to be expected of them is not known here. */
export function surroundings(): Surroundings {
  return { sunOver: sunlight(), clearSkyKwhPerKw, forecast: () => null };
}

/** What a cloudless sky and modules without loss would give the inverter of a field, by its nominal power. */
function clearSkyKwhPerKw(plant: ActivePlant, inverterId: InverterId, day: number): number | null {
  const model = modelOfPlant(plant);
  const subplantId = plant.inverters.get(inverterId)?.subplantId ?? null;
  const described: readonly PlantField[] = model?.fields ?? [];
  const fields = described.filter((field) => field.subplantId === subplantId);
  const powerW = fields.reduce((sum, { inverterPowerW }) => sum + inverterPowerW, 0);
  if (model === null || powerW <= 0) return null;
  const span = civilDay(plant.details.timeZone, day);
  return clearSkyEnergyWh({ ...model, fields, systemLoss: 0, glass: 'none' }, span) / powerW;
}
