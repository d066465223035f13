import type { InverterId, PlantId, SerialNumber } from '../domain/kernel/ids.js';
import type { PlantEvent } from '../domain/plant/events.js';
import type { LoggedEvent } from './engine/projection.js';

/** One stay of a device in a place. Instants as PostgreSQL takes them; `to` null = it stands there now. */
export type Stay = {
  readonly serialNumber: string;
  readonly inverterId: string;
  readonly plantId: string;
  readonly timeZone: string;
  readonly from: unknown;
  readonly to: unknown;
};

export type OpenClaim = {
  readonly plantId: PlantId;
  readonly inverterId: InverterId;
  readonly serialNumber: SerialNumber;
  /** RFC 3339; only data that arrives later proves the claim. */
  readonly since: string;
  /** The device came by exchange: the time before belongs to another device. */
  readonly exchanged: boolean;
};

export type DeviceBook = {
  /** By the position of the event that began the stay. */
  readonly stays: ReadonlyMap<bigint, Stay>;
  /** By inverter. */
  readonly claims: ReadonlyMap<string, OpenClaim>;
  /** Time zone by plant. */
  readonly zones: ReadonlyMap<string, string>;
};

export function evolveStays(book: DeviceBook, event: LoggedEvent<PlantEvent>): DeviceBook {
  switch (event.type) {
    case 'PlantAdded':
      return { ...book, zones: put(book.zones, event.data.plantId, event.data.timeZone) };
    case 'PlantChanged':
      return event.data.timeZone === undefined ? book : moved(book, event.data.plantId, event.data.timeZone);
    case 'PlantRemoved':
      return { ...book, zones: without(book.zones, event.data.plantId) };
    case 'InverterAdded': {
      const { plantId, inverterId, serialNumber, at } = event.data;
      return claimed(book, { plantId, inverterId, serialNumber, since: at, exchanged: false });
    }
    case 'InverterExchanged': {
      const { plantId, inverterId, newSerialNumber, at } = event.data;
      const left = departed(book, inverterId, at);
      return claimed(left, { plantId, inverterId, serialNumber: newSerialNumber, since: at, exchanged: true });
    }
    case 'InverterRemoved':
      return departed(book, event.data.inverterId, event.data.at);
    case 'InverterClaimLapsed':
      return { ...book, claims: without(book.claims, event.data.inverterId) };
    case 'InverterActivated':
      return arrived(book, event.data.inverterId, event.position);
    default:
      return book;
  }
}

function claimed(book: DeviceBook, claim: OpenClaim): DeviceBook {
  return { ...book, claims: put(book.claims, claim.inverterId, claim) };
}

/**
 * The stay begins with the claim. A device that was never anywhere else brings its whole past into a new place: what
 * it sent before anybody had claimed it.
 */
function arrived(book: DeviceBook, inverterId: string, position: bigint): DeviceBook {
  const claim = book.claims.get(inverterId);
  const timeZone = claim === undefined ? undefined : book.zones.get(claim.plantId);
  if (claim === undefined || timeZone === undefined) return book;
  const { plantId, serialNumber, since, exchanged } = claim;
  const stoodElsewhere = [...book.stays.values()].some((stay) => stay.serialNumber === serialNumber);
  const from = exchanged || stoodElsewhere ? since : '-infinity';
  return {
    ...book,
    claims: without(book.claims, inverterId),
    stays: put(book.stays, position, { serialNumber, inverterId, plantId, timeZone, from, to: null }),
  };
}

function departed(book: DeviceBook, inverterId: string, at: string): DeviceBook {
  const stays = changed(book.stays, (stay) => stay.inverterId === inverterId && stay.to === null, { to: at });
  return { ...book, stays, claims: without(book.claims, inverterId) };
}

function moved(book: DeviceBook, plantId: string, timeZone: string): DeviceBook {
  const stays = changed(book.stays, (stay) => stay.plantId === plantId, { timeZone });
  return { ...book, stays, zones: put(book.zones, plantId, timeZone) };
}

function changed<K>(stays: ReadonlyMap<K, Stay>, which: (stay: Stay) => boolean, change: Partial<Stay>) {
  return new Map([...stays].map(([key, stay]) => [key, which(stay) ? { ...stay, ...change } : stay]));
}

function put<K, V>(map: ReadonlyMap<K, V>, key: K, value: V): ReadonlyMap<K, V> {
  return new Map(map).set(key, value);
}

function without<K, V>(map: ReadonlyMap<K, V>, key: K): ReadonlyMap<K, V> {
  if (!map.has(key)) return map;
  const rest = new Map(map);
  rest.delete(key);
  return rest;
}
