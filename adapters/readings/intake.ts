import type pg from 'pg';
import { dayNumber, instantsOf, likelyInstantS } from '../../domain/production/device-clock.js';
import { countImplausible, isPlausibleClock } from '../../domain/production/plausibility.js';
import type { SerialNumber } from '../../domain/kernel/ids.js';
import { isDatabaseAway } from '../database/port.js';
import { placeOfRecord } from './assignments.js';
import { readingsCounters, type ReadingsCounters } from './counters.js';
import { deviceCache, type CachedDevice } from './device-cache.js';
import { errorStore } from './device-errors.js';
import { doubledHour } from './doubled-hour.js';
import { groupCommit } from './group-commit.js';
import { rawStore } from './kept-raw.js';
import { monthPartitions } from './partitions.js';
import {
  unknownMessage,
  type DeviceDirectory,
  type DeviceErrorRecord,
  type DevicePlace,
  type DeviceRecord,
  type ReadingsIntake,
} from './port.js';
import { keepRepeatedStamps } from './repeated-stamps.js';
import { batchParameters, storableJson, storeBatch, type ReadingRow } from './rows.js';
import {
  defaultBounds,
  unclaimedStore,
  unclaimedUse,
  type UnclaimedBounds,
  type UnclaimedEntry,
  type UnclaimedUse,
} from './unclaimed.js';

const maxBatch = 1_000;

export type PostgresIntake = ReadingsIntake & {
  readonly counters: Readonly<ReadingsCounters>;
  /** Forget what is cached about a device, because its assignment changed. */
  invalidate(serialNumber: SerialNumber): void;
  /** Stores messages of a device for a given place, without asking the directory. For messages that were kept apart. */
  storeFor(deviceId: number, place: DevicePlace, entries: readonly UnclaimedEntry[]): Promise<void>;
  /** Called after the commit with devices that no plant has. */
  onUnclaimed(listener: (serialNumber: SerialNumber) => void): void;
  /** Called after the commit with messages of devices whose root is unknown. */
  onUnknownMessage(listener: (serialNumber: SerialNumber, body: Uint8Array) => void): void;
  unclaimedUse(): Promise<UnclaimedUse>;
  /** Waits for what is under way and writes down when devices were last seen. */
  close(): Promise<void>;
};

type IntakeOptions = {
  readonly pool: pg.Pool;
  readonly directory: DeviceDirectory;
  readonly unclaimedBounds?: UnclaimedBounds;
  readonly flushSeenEveryMs?: number;
  /** Told about failures of what nobody waits for. */
  readonly onError?: (error: unknown) => void;
};

/** Where the messages of devices go: readings and errors of devices with a place, everything else kept apart. */
export function postgresIntake(options: IntakeOptions): PostgresIntake {
  const { pool, directory, onError = () => undefined } = options;
  const counters = readingsCounters();
  const devices = deviceCache(pool, directory);
  const partitions = monthPartitions(pool);
  const readings = groupCommit<ReadingRow>((rows) => commitReadings(pool, counters, rows), maxBatch);
  const errors = errorStore(pool);
  const unclaimed = unclaimedStore(pool, counters, options.unclaimedBounds ?? defaultBounds);
  const raw = rawStore(pool, counters);
  const chooseInstant = doubledHour(pool);
  const unclaimedListeners: ((serialNumber: SerialNumber) => void)[] = [];
  const unknownListeners: ((serialNumber: SerialNumber, body: Uint8Array) => void)[] = [];
  const seenTimer = setInterval(() => {
    devices.flushSeen().catch((error: unknown) => {
      // Only a note for people: the next round writes it again when the database was away.
      if (!isDatabaseAway(error)) onError(error);
    });
  }, options.flushSeenEveryMs ?? 10_000).unref();

  function take(entry: UnclaimedEntry): Promise<void> {
    if (!isPlausibleClock(entry.record.deviceClockS, entry.receivedS)) return keepImplausible(entry);
    const device = devices.lookup(entry.record.serialNumber);
    return device instanceof Promise ? device.then((found) => admit(found, entry)) : admit(device, entry);
  }

  function admit(device: CachedDevice, entry: UnclaimedEntry): Promise<void> {
    const { former, place: present } = device;
    const place = former.length === 0 ? present : placeOfRecord(entry, former, present);
    if (place === null) return keepUnclaimed(entry);
    if (present === null) return storeLate(device, place, entry);
    const admitted = devices.admits(device, entry.record.mac, entry.receivedS);
    if (admitted === true) return store(device.id, place, entry);
    return Promise.resolve(admitted).then((own) => {
      if (own) return store(device.id, place, entry);
      counters.foreignMacs++;
      return keepUnclaimed(entry);
    });
  }

  /** Of a device that stands nowhere now, from the time when it stood somewhere. */
  async function storeLate(device: CachedDevice, place: DevicePlace, entry: UnclaimedEntry): Promise<void> {
    if (!devices.admitsLate(device, entry.record.mac, entry.receivedS)) {
      counters.foreignMacs++;
      return keepUnclaimed(entry);
    }
    await store(device.id, place, entry);
    tellUnclaimed(entry);
  }

  function store(deviceId: number, place: DevicePlace, entry: UnclaimedEntry): Promise<void> {
    const { record, receivedS } = entry;
    const instants = instantsOf(place.timeZone, record.deviceClockS);
    if (entry.kind === 'error') {
      const measuredS = likelyInstantS(instants, receivedS);
      return errors.add({ deviceId, plantId: place.plantId, record: entry.record, receivedS, measuredS });
    }
    const row = readingRow(deviceId, place.timeZone, entry.record, receivedS, instants.earlierS);
    counters.implausibleValues += countImplausible(entry.record.channels);
    if (instants.earlierS === instants.laterS) return addReading(row);
    return chooseInstant(row, instants, (measuredS) =>
      addReading({ ...row, measuredS, day: dayNumber(place.timeZone, measuredS) }),
    );
  }

  function addReading(row: ReadingRow): Promise<void> {
    const creation = partitions.ensure(row.measuredS);
    return creation === null ? readings.add(row) : creation.then(() => readings.add(row));
  }

  async function keepUnclaimed(entry: UnclaimedEntry): Promise<void> {
    await unclaimed.add(entry);
    tellUnclaimed(entry);
  }

  function tellUnclaimed({ record }: UnclaimedEntry): void {
    for (const listener of unclaimedListeners) listener(record.serialNumber);
  }

  function keepImplausible({ record, receivedS }: UnclaimedEntry): Promise<void> {
    counters.implausibleClocks++;
    return raw.add({
      serialNumber: record.serialNumber,
      mac: record.mac,
      root: null,
      reason: 'implausible-clock',
      body: Buffer.from(storableJson(record)),
      receivedS,
    });
  }

  return {
    counters,
    async record(records, receivedAt) {
      const receivedS = receivedAt.epochMilliseconds / 1000;
      const [only] = records;
      if (records.length === 1 && only !== undefined) return take({ kind: 'record', record: only, receivedS });
      await Promise.all(records.map((record) => take({ kind: 'record', record, receivedS })));
    },
    async recordErrors(records, receivedAt) {
      const receivedS = receivedAt.epochMilliseconds / 1000;
      await Promise.all(records.map((record: DeviceErrorRecord) => take({ kind: 'error', record, receivedS })));
    },
    async keepRaw(message, receivedAt) {
      await raw.add({ ...message, receivedS: receivedAt.epochMilliseconds / 1000 });
      const { serialNumber, body } = message;
      if (message.reason !== unknownMessage || serialNumber === null) return;
      for (const listener of unknownListeners) listener(serialNumber, body);
    },
    invalidate: (serialNumber) => devices.invalidate(serialNumber),
    async storeFor(deviceId, place, entries) {
      await Promise.all(entries.map((entry) => store(deviceId, place, entry)));
    },
    unclaimedUse: () => unclaimedUse(pool),
    onUnclaimed: (listener) => void unclaimedListeners.push(listener),
    onUnknownMessage: (listener) => void unknownListeners.push(listener),
    async close() {
      clearInterval(seenTimer);
      await Promise.all([readings.idle(), errors.idle(), unclaimed.idle(), raw.idle()]);
      await devices.flushSeen();
    },
  };
}

function readingRow(
  deviceId: number,
  timeZone: string,
  record: DeviceRecord,
  receivedS: number,
  measuredS: number,
): ReadingRow {
  return {
    deviceId,
    measuredS,
    deviceClockS: record.deviceClockS,
    receivedS,
    intervalS: plausibleInterval(record.intervalS),
    day: dayNumber(timeZone, measuredS),
    channels: record.channels,
  };
}

function plausibleInterval(intervalS: number | null): number | null {
  return intervalS !== null && intervalS >= 0 && intervalS <= 1_000_000 ? Math.round(intervalS) : null;
}

async function commitReadings(pool: pg.Pool, counters: ReadingsCounters, rows: readonly ReadingRow[]): Promise<void> {
  try {
    const result = await pool.query<{ stored: number }>({
      name: 'store-readings',
      text: storeBatch,
      values: batchParameters(rows),
    });
    const stored = result.rows[0]?.stored ?? 0;
    counters.batchesCommitted++;
    counters.recordsStored += stored;
    if (stored === rows.length) return;
    const { kept, dropped } = await keepRepeatedStamps(pool, rows);
    counters.repeatedStamps += kept;
    counters.repeatedStampsDropped += dropped;
    counters.duplicatesIgnored += rows.length - stored - kept - dropped;
  } catch (error) {
    counters.batchesFailed++;
    throw error;
  }
}
