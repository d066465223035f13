import { isErased } from '../../kernel/event.js';
import type { SubplantId } from '../../kernel/ids.js';
import type { ActivePlant, PlacedInverter, Subplant } from '../../plant/state.js';
import { defaultSystemLoss, type ModuleField, type PlantModel } from './plant-model.js';

/** A field and whose it is; null = the inverters outside subplants. */
export type PlantField = ModuleField & { readonly subplantId: SubplantId | null };
export type ModelOfPlant = Omit<PlantModel, 'fields'> & { readonly fields: readonly PlantField[] };

type Described = Pick<ActivePlant, 'details' | 'subplants' | 'inverters'>;

/**
 * The model of a plant as its owner describes it: a field for each subplant that has inverters, and one for the inverters
 * outside. Null when nobody knows any more where the plant stands. Expected energy of an inverter is that of its field by
 * its share of the nominal power.
 */
export function modelOfPlant(plant: Described): ModelOfPlant | null {
  const { location } = plant.details;
  if (isErased(location)) return null;
  return {
    place: location,
    fields: fieldsOf(plant),
    systemLoss: defaultSystemLoss,
    calibration: 1,
    glass: 'ashrae',
  };
}

function fieldsOf({ details, subplants, inverters }: Described): readonly PlantField[] {
  const coefficientPerK = coefficientPerKOf(details.powerTemperatureCoefficientPercentPerK).perK;
  const groups = groupsOf(inverters.values());
  const peakPowerW = peakPowersOf(details, subplants, groups);
  if (groups.size === 0) {
    const { azimuthDeg: compassAzimuthDeg, tiltDeg, generatorPowerW } = details;
    const whole = { peakPowerW: generatorPowerW, inverterPowerW: generatorPowerW };
    return [{ subplantId: null, compassAzimuthDeg, tiltDeg, coefficientPerK, ...whole }];
  }
  return [...groups].map(([subplantId, inverterPowerW]) => {
    const subplant = subplantId === null ? undefined : subplants.get(subplantId);
    return {
      subplantId,
      compassAzimuthDeg: subplant?.azimuthDeg ?? details.azimuthDeg,
      tiltDeg: subplant?.tiltDeg ?? details.tiltDeg,
      coefficientPerK,
      inverterPowerW,
      peakPowerW: peakPowerW(subplantId),
    };
  });
}

/** Nominal power of the inverters of each subplant, and of those outside (null). */
function groupsOf(inverters: Iterable<PlacedInverter>): ReadonlyMap<SubplantId | null, number> {
  const groups = new Map<SubplantId | null, number>();
  for (const { subplantId, nominalPowerW } of inverters) {
    groups.set(subplantId, (groups.get(subplantId) ?? 0) + nominalPowerW);
  }
  return groups;
}

/**
 * Peak power of each group: what its subplant says, or its area with the efficiency of the plant; the others share what is
 * left of the plant's by the nominal power of their inverters. Where nothing is left, the inverters say how much it is.
 */
function peakPowersOf(
  { generatorPowerW, moduleAreaM2 }: ActivePlant['details'],
  subplants: ReadonlyMap<SubplantId, Subplant>,
  groups: ReadonlyMap<SubplantId | null, number>,
): (subplantId: SubplantId | null) => number {
  const ownPowerW = (subplantId: SubplantId | null) => {
    const subplant = subplantId === null ? undefined : subplants.get(subplantId);
    if (subplant === undefined) return null;
    if (subplant.generatorPowerW !== null) return subplant.generatorPowerW;
    return subplant.moduleAreaM2 === null || moduleAreaM2 <= 0
      ? null
      : (subplant.moduleAreaM2 / moduleAreaM2) * generatorPowerW;
  };
  const ownSumW = [...groups.keys()].reduce((sum, subplantId) => sum + (ownPowerW(subplantId) ?? 0), 0);
  const sharing = [...groups].filter(([subplantId]) => ownPowerW(subplantId) === null);
  const sharingW = sharing.reduce((sum, [, nominalPowerW]) => sum + nominalPowerW, 0);
  const leftW = generatorPowerW - ownSumW;
  return (subplantId) => {
    const nominalPowerW = groups.get(subplantId) ?? 0;
    return ownPowerW(subplantId) ?? (leftW > 0 ? leftW * (nominalPowerW / sharingW) : nominalPowerW);
  };
}

/** What a usual module loses per kelvin, %: crystalline silicon. */
export const usualCoefficientPercentPerK = -0.4;

export type ReadCoefficient = {
  /** Negative. */
  readonly perK: number;
  /** `signTurned`: 0.4 was read as -0.4. `implausible`: outside -0.7..-0.1 %, replaced by the usual one. */
  readonly remark: 'signTurned' | 'implausible' | null;
};

/** The power temperature coefficient as people write it: from data sheets with or without its sign. */
export function coefficientPerKOf(percentPerK: number): ReadCoefficient {
  const percent = -Math.abs(percentPerK);
  if (percent < -0.7 || percent > -0.1) return { perK: usualCoefficientPercentPerK / 100, remark: 'implausible' };
  return { perK: percent / 100, remark: percentPerK > 0 ? 'signTurned' : null };
}
