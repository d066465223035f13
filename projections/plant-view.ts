import type { Right } from '../domain/account/access.js';
import { clear, isErased, type Personal } from '../domain/kernel/event.js';
import type { AccountId, InverterId, SubplantId } from '../domain/kernel/ids.js';
import type { MonthsWh, PlantEvent } from '../domain/plant/events.js';
import {
  evolvePlant,
  noPlant,
  type ActivePlant,
  type PlacedInverter,
  type PlantState,
  type Subplant,
} from '../domain/plant/state.js';
import type { Grant } from '../domain/plant/sharing.js';
import type { LoggedEvent } from './engine/projection.js';

/** A device in a place; `to` is null while it stands there. Instants are RFC 3339. */
type DeviceStay = { readonly serialNumber: string; readonly from: string; readonly to: string | null };

export type PlaceHistory = { readonly addedAt: string; /** Newest first. */ readonly devices: readonly DeviceStay[] };

/** The plant as it decides, and what only readers want to know. */
export type PlantView = {
  readonly plant: PlantState;
  /** Position of the event that added it: the order of lists. */
  readonly position: string;
  readonly revision: string;
  readonly places: Readonly<Record<string, PlaceHistory>>;
};

export const emptyView: PlantView = { plant: noPlant, position: '0', revision: '0', places: {} };

export function evolveView(view: PlantView, event: LoggedEvent<PlantEvent>): PlantView {
  return {
    plant: evolvePlant(view.plant, event),
    position: event.type === 'PlantAdded' ? event.position.toString() : view.position,
    revision: event.revision.toString(),
    places: evolvePlaces(view.places, event),
  };
}

function evolvePlaces(places: PlantView['places'], event: PlantEvent): PlantView['places'] {
  switch (event.type) {
    case 'InverterAdded': {
      const { inverterId, serialNumber, at } = event.data;
      return { ...places, [inverterId]: { addedAt: at, devices: [{ serialNumber, from: at, to: null }] } };
    }
    case 'InverterExchanged': {
      const { inverterId, newSerialNumber, exchangedAt } = event.data;
      const place = places[inverterId];
      if (place === undefined) return places;
      const left = place.devices.map((device) => (device.to === null ? { ...device, to: exchangedAt } : device));
      const devices = [{ serialNumber: newSerialNumber, from: exchangedAt, to: null }, ...left];
      return { ...places, [inverterId]: { ...place, devices } };
    }
    case 'InverterRemoved': {
      const { [event.data.inverterId]: _removed, ...rest } = places;
      return rest;
    }
    default:
      return places;
  }
}

/** What a list shows of a plant, without reading its whole view. */
export type PlantListing = {
  readonly name: string;
  readonly town: string;
  readonly country: string;
  readonly timeZone: string;
  readonly generatorPowerW: number;
  readonly nominalPowerW: number;
  readonly assumedPowerW: number;
  readonly inverterCount: number;
  readonly latitudeDeg: number | null;
  readonly longitudeDeg: number | null;
};

export function listingOf({ plant }: PlantView): PlantListing | null {
  if (plant.status !== 'active') return null;
  const { details, power, inverters } = plant;
  const address = known(details.address, { town: '', country: '' });
  const location = clear(details.location);
  return {
    name: known(details.name, ''),
    town: address.town,
    country: address.country,
    timeZone: details.timeZone,
    generatorPowerW: details.generatorPowerW,
    ...power,
    inverterCount: inverters.size,
    latitudeDeg: location?.latitudeDeg ?? null,
    longitudeDeg: location?.longitudeDeg ?? null,
  };
}

/** A personal value, or the stand-in once its person was erased. */
export function known<T, F>(value: Personal<T>, fallback: F): T | F {
  return isErased(value) ? fallback : value;
}

type StoredPlant = Omit<
  ActivePlant,
  'subplants' | 'inverters' | 'sharing' | 'alertRules' | 'ownForecasts' | 'emissionFactor'
> & {
  readonly subplants: readonly (readonly [SubplantId, Subplant])[];
  readonly inverters: readonly (readonly [InverterId, PlacedInverter])[];
  /** Missing in rows of earlier versions, as what follows. */
  readonly grants?: StoredGrants;
  readonly ownForecasts?: readonly (readonly [InverterId | null, MonthsWh])[];
  readonly emissionFactor?: ActivePlant['emissionFactor'];
};

export type StoredGrants = readonly (readonly [AccountId, Grant])[];

/** The right of an account among stored grants; null when it has none. */
export function roleAmong(grants: StoredGrants | null, accountId: string): Right | null {
  return grants?.find(([id]) => id === accountId)?.[1].right ?? null;
}

/** The view as JSON holds it: maps become lists of entries. Who was invited, and the alert rules, are not part of it. */
export function storedView(view: PlantView): unknown {
  const { plant } = view;
  if (plant.status !== 'active') return view;
  const { sharing, alertRules: _alertRules, ownForecasts, ...rest } = plant;
  const stored: StoredPlant = {
    ...rest,
    subplants: [...plant.subplants],
    inverters: [...plant.inverters],
    grants: [...sharing.grants],
    ownForecasts: [...ownForecasts],
  };
  return { ...view, plant: stored };
}

/** The way back of `storedView`; only what this projection wrote is read. */
export function restoreView(stored: unknown): PlantView {
  const view = stored as Omit<PlantView, 'plant'> & { readonly plant: StoredPlant };
  const { grants = [], ownForecasts = [], emissionFactor = null, ...plant } = view.plant;
  return {
    ...view,
    plant: {
      ...plant,
      subplants: new Map(plant.subplants),
      inverters: new Map(plant.inverters),
      sharing: { grants: new Map(grants), invitations: new Map() },
      alertRules: new Map(),
      ownForecasts: new Map(ownForecasts),
      emissionFactor,
    },
  };
}
