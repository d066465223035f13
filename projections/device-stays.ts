import type { InverterId, PlantId, SerialNumber } from '../domain/kernel/ids.js';
import type { PlantEvent } from '../domain/plant/events.js';
import type { LoggedEvent } from './engine/projection.js';

/** One stay of a device in a place. Instants as PostgreSQL takes them; `to` null = it stands there now. */
export type Stay = {
  readonly serialNumber: string;
  readonly inverterId: string;
  readonly plantId: string;
  readonly timeZone: string;
  /** Of the device, as it is known by now: what it produced here is measured against this, whatever stands here later. */
  readonly nominalPowerW: number;
  readonly from: unknown;
  readonly to: unknown;
  /** Position of the event that changed it last. */
  readonly changedPosition: bigint;
};

export type OpenClaim = {
  readonly plantId: PlantId;
  readonly inverterId: InverterId;
  readonly serialNumber: SerialNumber;
  readonly nominalPowerW: number;
  /** RFC 3339; only data that arrives later proves the claim. */
  readonly since: string;
  /** RFC 3339: when the device came by exchange, else null. The time before belongs to another device. */
  readonly exchangedAt: string | null;
};

export type DeviceBook = {
  /** By the position of the event that began the stay. */
  readonly stays: ReadonlyMap<bigint, Stay>;
  /** By inverter. */
  readonly claims: ReadonlyMap<string, OpenClaim>;
  /** Time zone by plant. */
  readonly zones: ReadonlyMap<string, string>;
};

/**
 * What the events make of a book. Works on one copy with indexes, because a rebuild folds many thousand plants at once;
 * what did not change is the same object as before.
 */
export function foldStays(before: DeviceBook, events: readonly LoggedEvent<PlantEvent>[]): DeviceBook {
  const book = openBook(before);
  for (const event of events) evolveStays(book, event);
  return book;
}

type OpenBook = {
  readonly stays: Map<bigint, Stay>;
  readonly claims: Map<string, OpenClaim>;
  readonly zones: Map<string, string>;
  readonly ofDevice: Map<string, bigint[]>;
  readonly ofInverter: Map<string, bigint[]>;
  readonly ofPlant: Map<string, bigint[]>;
};

function openBook({ stays, claims, zones }: DeviceBook): OpenBook {
  const book: OpenBook = {
    ...{ stays: new Map(), claims: new Map(claims), zones: new Map(zones) },
    ...{ ofDevice: new Map(), ofInverter: new Map(), ofPlant: new Map() },
  };
  for (const [position, stay] of stays) enter(book, position, stay);
  return book;
}

function enter(book: OpenBook, position: bigint, stay: Stay): void {
  book.stays.set(position, stay);
  book.ofDevice.set(stay.serialNumber, [...(book.ofDevice.get(stay.serialNumber) ?? []), position]);
  book.ofInverter.set(stay.inverterId, [...(book.ofInverter.get(stay.inverterId) ?? []), position]);
  book.ofPlant.set(stay.plantId, [...(book.ofPlant.get(stay.plantId) ?? []), position]);
}

/** Whether an event says anything about where devices stand. */
export function concernsStays(event: PlantEvent): boolean {
  switch (event.type) {
    case 'PlantAdded':
    case 'PlantRemoved':
    case 'InverterAdded':
    case 'InverterExchanged':
    case 'InverterTypeDetermined':
    case 'InverterRemoved':
    case 'InverterClaimLapsed':
    case 'InverterActivated':
      return true;
    case 'PlantChanged':
      return event.data.timeZone !== undefined;
    default:
      return false;
  }
}

function evolveStays(book: OpenBook, event: LoggedEvent<PlantEvent>): void {
  switch (event.type) {
    case 'PlantAdded':
      book.zones.set(event.data.plantId, event.data.timeZone);
      return;
    case 'PlantChanged':
      if (event.data.timeZone !== undefined) move(book, event.data.plantId, event.data.timeZone, event.position);
      return;
    case 'PlantRemoved':
      book.zones.delete(event.data.plantId);
      return;
    case 'InverterAdded': {
      const { plantId, inverterId, serialNumber, nominalPowerW, at } = event.data;
      book.claims.set(inverterId, { plantId, inverterId, serialNumber, nominalPowerW, since: at, exchangedAt: null });
      return;
    }
    case 'InverterExchanged': {
      const { plantId, inverterId, newSerialNumber: serialNumber, nominalPowerW, at, exchangedAt } = event.data;
      depart(book, inverterId, exchangedAt, event.position);
      book.claims.set(inverterId, { plantId, inverterId, serialNumber, nominalPowerW, since: at, exchangedAt });
      return;
    }
    case 'InverterTypeDetermined':
      rate(book, event.data.inverterId, event.data.nominalPowerW, event.position);
      return;
    case 'InverterRemoved':
      depart(book, event.data.inverterId, event.data.at, event.position);
      return;
    case 'InverterClaimLapsed':
      book.claims.delete(event.data.inverterId);
      return;
    case 'InverterActivated':
      arrive(book, event.data.inverterId, event.position);
      return;
    default:
  }
}

/**
 * The stay begins with the claim, or with the exchange that somebody told of later, but not before the device had left
 * its last place. A device that was never anywhere else brings its whole past into a new place: what it sent before
 * anybody had claimed it.
 */
function arrive(book: OpenBook, inverterId: string, position: bigint): void {
  const claim = book.claims.get(inverterId);
  const timeZone = claim === undefined ? undefined : book.zones.get(claim.plantId);
  if (claim === undefined || timeZone === undefined) return;
  const { plantId, serialNumber, nominalPowerW, since, exchangedAt } = claim;
  const former = (book.ofDevice.get(serialNumber) ?? []).flatMap((key) => book.stays.get(key) ?? []);
  const began = exchangedAt ?? (former.length > 0 ? since : '-infinity');
  const from = former.reduce<unknown>((from, { to }) => (to === null ? from : later(from, to)), began);
  book.claims.delete(inverterId);
  const stay = { serialNumber, inverterId, plantId, timeZone, nominalPowerW, from, to: null };
  enter(book, position, { ...stay, changedPosition: position });
}

function depart(book: OpenBook, inverterId: string, at: string, position: bigint): void {
  book.claims.delete(inverterId);
  change(book, book.ofInverter.get(inverterId), position, (stay) =>
    stay.to === null ? { ...stay, to: later(stay.from, at) } : stay,
  );
}

function later(one: unknown, other: unknown): unknown {
  return epochMs(one) >= epochMs(other) ? one : other;
}

/** Of an instant as an event or the database tells it. */
function epochMs(instant: unknown): number {
  if (instant instanceof Date) return instant.getTime();
  if (typeof instant === 'number') return instant;
  return instant === '-infinity' ? -Infinity : Date.parse(String(instant));
}

/** Tells the power of the device that stands in the place, or is awaited there; those that left keep theirs. */
function rate(book: OpenBook, inverterId: string, nominalPowerW: number, position: bigint): void {
  const claim = book.claims.get(inverterId);
  if (claim !== undefined) book.claims.set(inverterId, { ...claim, nominalPowerW });
  const rated = (stay: Stay) => (stay.to === null ? { ...stay, nominalPowerW } : stay);
  change(book, book.ofInverter.get(inverterId), position, rated);
}

function move(book: OpenBook, plantId: string, timeZone: string, position: bigint): void {
  book.zones.set(plantId, timeZone);
  change(book, book.ofPlant.get(plantId), position, (stay) => ({ ...stay, timeZone }));
}

function change(
  book: OpenBook,
  stays: readonly bigint[] = [],
  changedPosition: bigint,
  how: (stay: Stay) => Stay,
): void {
  for (const key of stays) {
    const before = book.stays.get(key);
    if (before === undefined) continue;
    const after = how(before);
    if (after !== before) book.stays.set(key, { ...after, changedPosition });
  }
}
