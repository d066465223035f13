import type { z } from 'zod';
import type { SubplantId } from '../../domain/kernel/ids.js';
import type { Sighting } from '../../commands/ports.js';
import type { Temporal } from '../../domain/kernel/time.js';
import type { LicenceState } from '../../domain/licence/licence.js';
import { licenceSummary } from '../../domain/licence/summary.js';
import type { SubplantDetails } from '../../domain/plant/commands.js';
import type { InverterType } from '../../domain/plant/inverter-types.js';
import type { ActivePlant, PlacedInverter, PlantDetails } from '../../domain/plant/state.js';
import { known, type PlaceHistory } from '../../projections/plant-view.js';
import { inverterState } from '../../commands/plant/inverter-state.js';
import type {
  Inverter,
  Plant,
  PlantBody,
  PlantPatch,
  Subplant,
  SubplantBody,
  SubplantPatch,
} from '../schemas/plants.js';

/** Between the shapes of the HTTP contract and those of the domain. */

export function detailsOf(body: z.infer<typeof PlantBody>): PlantDetails {
  const { location, ...rest } = body;
  const { timeZone, ...position } = location;
  return { ...rest, location: position, timeZone };
}

export function changesOf(patch: z.infer<typeof PlantPatch>): Partial<PlantDetails> {
  const { location, ...rest } = patch;
  if (location === undefined) return given(rest);
  const { timeZone, ...position } = location;
  return { ...given(rest), location: position, timeZone };
}

export function subplantDetailsOf(body: z.infer<typeof SubplantBody>): SubplantDetails {
  const { name, azimuthDeg = null, tiltDeg = null, moduleAreaM2 = null, generatorPowerW = null } = body;
  return { name, azimuthDeg, tiltDeg, moduleAreaM2, generatorPowerW };
}

export function subplantChangesOf(patch: z.infer<typeof SubplantPatch>): Partial<SubplantDetails> {
  return given(patch);
}

type Given<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

function given<T extends object>(values: T): Given<T> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Given<T>;
}

const nowhere = { latitudeDeg: 0, longitudeDeg: 0, altitudeM: 0 };
const noAddress = { street: '', postcode: '', town: '', country: '' };

export function plantAnswer(
  plant: ActivePlant,
  revision: string,
  licence: LicenceState,
  today: Temporal.PlainDate,
): Omit<z.infer<typeof Plant>, 'right' | 'ownerName' | 'number'> {
  const { details, power } = plant;
  const { name, description, moduleName, address, location, timeZone, feedInTariffs, ...rest } = details;
  return {
    id: plant.plantId,
    ...rest,
    name: known(name, ''),
    description: known(description, ''),
    moduleName: known(moduleName, ''),
    address: known(address, noAddress),
    location: { ...known(location, nowhere), timeZone },
    feedInTariffs: [...feedInTariffs],
    nominalPowerW: power.nominalPowerW,
    nominalPowerAssumed: power.assumedPowerW > 0,
    inverterCount: plant.inverters.size,
    subplants: [...plant.subplants.keys()].flatMap((id) => subplantAnswer(plant, id) ?? []),
    licence: licenceSummary(licence, today),
    addedAt: plant.addedAt,
    revision,
  };
}

/** Null when there is no such subplant. */
export function subplantAnswer(plant: ActivePlant, id: SubplantId): z.infer<typeof Subplant> | null {
  const subplant = plant.subplants.get(id);
  if (subplant === undefined) return null;
  const { name, azimuthDeg, tiltDeg, moduleAreaM2, generatorPowerW } = subplant;
  return { id, name: known(name, ''), azimuthDeg, tiltDeg, moduleAreaM2, generatorPowerW };
}

type InverterSurroundings = {
  readonly types: readonly InverterType[];
  readonly sighting: Sighting | null;
  readonly now: Temporal.Instant;
  /** Undefined when the read model does not show it yet. */
  readonly place: PlaceHistory | undefined;
};

export function inverterAnswer(
  inverter: PlacedInverter,
  { types, sighting, now, place }: InverterSurroundings,
): z.infer<typeof Inverter> {
  const { inverterId, name, serialNumber, subplantId, typeId, nominalPowerW, powerAssumed, activatedAt } = inverter;
  const type = types.find(({ id }) => id === typeId);
  const addedAt = place?.addedAt ?? activatedAt ?? now.toString();
  return {
    id: inverterId,
    name: known(name, ''),
    serialNumber,
    subplantId,
    type:
      type === undefined
        ? null
        : { id: type.id, maker: type.maker, model: type.model, nominalPowerW: type.nominalPowerW },
    nominalPowerW,
    nominalPowerAssumed: powerAssumed,
    state: inverterState(inverter, sighting, now),
    claimLapsed: inverter.claimLapsed,
    activatedAt,
    addedAt,
    lastSeenAt: sighting?.lastSeenAt.toString() ?? null,
    devices: [...(place?.devices ?? [{ serialNumber, from: addedAt, to: null }])],
  };
}
