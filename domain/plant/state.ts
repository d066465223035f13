import { assertNever } from '../kernel/decider.js';
import type { Personal } from '../kernel/event.js';
import type { AccountId, InverterId, PlantId, SerialNumber, SubplantId } from '../kernel/ids.js';
import type { Claim, MonthsWh, PlantEvent, PlantEventData } from './events.js';
import type { RatedPower } from './inverter-types.js';
import { isAlertRuleEvent } from './alert-rule-events.js';
import { evolveAlertRules, type AlertRules } from './alert-rules.js';
import { evolveSharing, sharedWithNobody, type Sharing } from './sharing.js';
import { isSharingEvent } from './sharing-events.js';

/** Everything that describes a plant, as it stands in `PlantAdded`. */
export type PlantDetails = Omit<PlantEventData<'PlantAdded'>, 'plantId' | 'ownerId' | 'at'>;

export type Subplant = Omit<PlantEventData<'SubplantAdded'>, 'plantId' | 'ownerId' | 'at'>;

/** A place with the device that stands in it now. */
export type PlacedInverter = RatedPower & {
  readonly inverterId: InverterId;
  readonly serialNumber: SerialNumber;
  readonly name: Personal<string>;
  readonly subplantId: SubplantId | null;
  readonly claim: Claim;
  /** RFC 3339. */
  readonly claimedAt: string;
  /** From when the place counts the device: as claimed, or earlier when somebody told late of its exchange. */
  readonly standsSince: string;
  /** The claim gave way to somebody else's: no data proves it any more. */
  readonly claimLapsed: boolean;
  /** When the present device was proven; null while its claim is open. */
  readonly activatedAt: string | null;
};

/** Expected energy by month, as people wrote it: of inverters, and of the plant as a whole (null). */
export type OwnForecasts = ReadonlyMap<InverterId | null, MonthsWh>;

/** As people stated it; null = nobody did. */
type StatedEmissionFactor = Pick<PlantEventData<'EmissionFactorSet'>, 'gramsPerKwh' | 'source' | 'year'> | null;

type PlantPower = { readonly nominalPowerW: number; readonly assumedPowerW: number };

export type ActivePlant = {
  readonly status: 'active';
  readonly plantId: PlantId;
  readonly ownerId: AccountId;
  readonly addedAt: string;
  readonly details: PlantDetails;
  readonly subplants: ReadonlyMap<SubplantId, Subplant>;
  readonly inverters: ReadonlyMap<InverterId, PlacedInverter>;
  readonly power: PlantPower;
  readonly sharing: Sharing;
  readonly alertRules: AlertRules;
  readonly ownForecasts: OwnForecasts;
  readonly emissionFactor: StatedEmissionFactor;
};

export type PlantState =
  | { readonly status: 'none' }
  | ActivePlant
  | { readonly status: 'removed'; readonly plantId: PlantId; readonly ownerId: AccountId };

export const noPlant: PlantState = { status: 'none' };

/** B8: the sum over the inverters in W, and the part of it that rests on unknown types only. */
export function plantPower(inverters: Iterable<RatedPower>): PlantPower {
  let nominalPowerW = 0;
  let assumedPowerW = 0;
  for (const inverter of inverters) {
    nominalPowerW += inverter.nominalPowerW;
    if (inverter.powerAssumed) assumedPowerW += inverter.nominalPowerW;
  }
  return { nominalPowerW, assumedPowerW };
}

export function evolvePlant(state: PlantState, event: PlantEvent): PlantState {
  if (event.type === 'PlantAdded') return planted(event.data);
  if (state.status !== 'active') return state;
  if (isSharingEvent(event)) return { ...state, sharing: evolveSharing(state.sharing, event) };
  if (isAlertRuleEvent(event)) return { ...state, alertRules: evolveAlertRules(state.alertRules, event) };
  switch (event.type) {
    case 'PlantChanged': {
      const { plantId: _plantId, ownerId: _ownerId, at: _at, ...changes } = event.data;
      return { ...state, details: merged(state.details, changes) };
    }
    case 'PlantRemoved':
      return { status: 'removed', plantId: state.plantId, ownerId: state.ownerId };
    case 'SubplantAdded': {
      const { plantId: _plantId, ownerId: _ownerId, at: _at, ...subplant } = event.data;
      return { ...state, subplants: withEntry(state.subplants, subplant.subplantId, subplant) };
    }
    case 'SubplantChanged': {
      const { plantId: _plantId, ownerId: _ownerId, at: _at, ...changes } = event.data;
      return { ...state, subplants: changedEntry(state.subplants, changes.subplantId, changes) };
    }
    case 'SubplantRemoved':
      return { ...state, subplants: withoutEntry(state.subplants, event.data.subplantId) };
    case 'NominalPowerChanged': {
      const { nominalPowerW, assumedPowerW } = event.data;
      return { ...state, power: { nominalPowerW, assumedPowerW } };
    }
    case 'ForecastSet': {
      const { inverterId, monthsWh } = event.data;
      const isWritten = monthsWh.some((energyWh) => energyWh !== null);
      const { ownForecasts: before } = state;
      const ownForecasts = isWritten ? withEntry(before, inverterId, monthsWh) : withoutEntry(before, inverterId);
      return { ...state, ownForecasts };
    }
    case 'EmissionFactorSet': {
      const { gramsPerKwh, source, year } = event.data;
      return { ...state, emissionFactor: { gramsPerKwh, source, year } };
    }
    case 'EmissionFactorReset':
      return { ...state, emissionFactor: null };
    case 'InverterRemoved': {
      const { inverterId } = event.data;
      const inverters = withoutEntry(state.inverters, inverterId);
      return { ...state, inverters, ownForecasts: withoutEntry(state.ownForecasts, inverterId) };
    }
    default:
      return { ...state, inverters: evolveInverters(state.inverters, event) };
  }
}

type InverterEvent = Exclude<
  Extract<PlantEvent, { readonly data: { readonly inverterId: InverterId } }>,
  { readonly type: 'InverterRemoved' }
>;
type Inverters = ReadonlyMap<InverterId, PlacedInverter>;

function evolveInverters(inverters: Inverters, event: InverterEvent): Inverters {
  const { inverterId } = event.data;
  switch (event.type) {
    case 'InverterAdded': {
      const { plantId: _plantId, ownerId: _ownerId, at: _at, ...inverter } = event.data;
      const { at: claimedAt } = event.data;
      const claimed = { claimedAt, standsSince: claimedAt, claimLapsed: false, activatedAt: null };
      return withEntry(inverters, inverterId, { ...inverter, ...claimed });
    }
    case 'InverterActivated':
      return changedEntry(inverters, inverterId, { activatedAt: event.data.at });
    case 'InverterClaimLapsed':
      return changedEntry(inverters, inverterId, { claimLapsed: true });
    case 'InverterChanged': {
      const { plantId: _plantId, ownerId: _ownerId, at: _at, ...changes } = event.data;
      return changedEntry(inverters, inverterId, changes);
    }
    case 'InverterTypeDetermined':
      return changedEntry(inverters, inverterId, rating(event.data));
    case 'InverterExchanged': {
      const { newSerialNumber: serialNumber, claim, at: claimedAt, exchangedAt: standsSince } = event.data;
      const device = { serialNumber, claim, claimedAt, standsSince, claimLapsed: false, activatedAt: null };
      return changedEntry(inverters, inverterId, { ...device, ...rating(event.data) });
    }
    default:
      return assertNever(event);
  }
}

function planted(data: PlantEventData<'PlantAdded'>): ActivePlant {
  const { plantId, ownerId, at: addedAt, ...details } = data;
  return {
    status: 'active',
    plantId,
    ownerId,
    addedAt,
    details,
    subplants: new Map(),
    inverters: new Map(),
    power: { nominalPowerW: 0, assumedPowerW: 0 },
    sharing: sharedWithNobody,
    alertRules: new Map(),
    ownForecasts: new Map(),
    emissionFactor: null,
  };
}

function rating({ typeId, nominalPowerW, powerAssumed }: RatedPower): RatedPower {
  return { typeId, nominalPowerW, powerAssumed };
}

type Changes<T> = { readonly [K in keyof T]?: T[K] | undefined };

/** What is left out, or undefined, stays. */
function merged<T extends object>(before: T, changes: Changes<T>): T {
  const given = Object.entries(changes).filter(([, value]) => value !== undefined);
  return { ...before, ...Object.fromEntries(given) };
}

function withEntry<K, V>(map: ReadonlyMap<K, V>, key: K, value: V): ReadonlyMap<K, V> {
  return new Map(map).set(key, value);
}

function changedEntry<K, V extends object>(map: ReadonlyMap<K, V>, key: K, changes: Changes<V>): ReadonlyMap<K, V> {
  const before = map.get(key);
  return before === undefined ? map : withEntry(map, key, merged(before, changes));
}

function withoutEntry<K, V>(map: ReadonlyMap<K, V>, key: K): ReadonlyMap<K, V> {
  const rest = new Map(map);
  rest.delete(key);
  return rest;
}
