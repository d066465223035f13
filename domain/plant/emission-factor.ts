import { accept, reject, type Decision } from '../kernel/decider.js';
import { clear } from '../kernel/event.js';
import { usualEmissionFactor, type EmissionFactor } from '../production/co2.js';
import type { PlantCommand, PlantRejection } from './commands.js';
import type { PlantEvent } from './events.js';
import type { ActivePlant } from './state.js';

/** What CO₂ of a plant is counted with: as whoever looks after it stated, or what the portal knows. */
export function emissionFactorOf({ emissionFactor }: Pick<ActivePlant, 'emissionFactor'>): EmissionFactor {
  if (emissionFactor === null) return usualEmissionFactor;
  return { ...emissionFactor, source: clear(emissionFactor.source) ?? '' };
}

export function setEmissionFactor(
  { at, factor }: Extract<PlantCommand, { readonly type: 'SetEmissionFactor' }>,
  plant: ActivePlant,
): Decision<PlantEvent, PlantRejection> {
  const { plantId, ownerId, emissionFactor } = plant;
  if (factor === null) {
    if (emissionFactor === null) return accept();
    return accept<PlantEvent>({ type: 'EmissionFactorReset', data: { plantId, at } });
  }
  if (factor.year > Number(at.slice(0, 4))) return reject({ code: 'emission-factor.year-to-come' });
  const { gramsPerKwh, source, year } = emissionFactorOf(plant);
  const isSame = gramsPerKwh === factor.gramsPerKwh && source === factor.source && year === factor.year;
  if (isSame && emissionFactor !== null) return accept();
  return accept<PlantEvent>({ type: 'EmissionFactorSet', data: { plantId, ownerId, at, ...factor } });
}
