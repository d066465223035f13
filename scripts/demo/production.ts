import { decodeMessage } from '../../adapters/inverter-protocol/decode.js';
import { encodeErrors, encodeRecords } from '../../adapters/inverter-protocol/encode.js';
import type { DeviceErrorRecord, DeviceRecord, ReadingsIntake } from '../../adapters/readings/port.js';
import { Temporal } from '../../domain/kernel/time.js';
import { freshCounters, runDevice, type DeviceCounters, type SimulatedDevice } from '../simulation/device.js';

export type ProductionCounts = { readonly records: number; readonly errors: number };

const intervalS = 600;
const chunkS = 4 * 86_400;
/** The first records of a device ask the database one by one whose they are, and too many would wait for too long. */
const recordsAtOnce = 1_000;
/** Energy that a demonstration device has produced before its data begins, per W of nominal power. */
const earlierWhPerW = 11_000;

/** From when to when devices produce, and up to when an earlier run has stored it; epoch seconds. */
type ProductionPeriod = { readonly fromS: number; readonly toS: number; readonly storedToS: number | null };

/**
 * Lets devices produce over a period (on the ten minutes) and takes every record through the
 * wire: encoded as the device would, decoded as the portal does, stored by the intake. Throws when a record of ours
 * could not be read back: then the encoder is broken.
 */
export async function loadProduction(
  devices: readonly SimulatedDevice[],
  intake: ReadingsIntake,
  period: ProductionPeriod,
  onProgress: (share: number, counts: ProductionCounts) => void,
): Promise<ProductionCounts> {
  const { fromS, toS, storedToS } = period;
  const counters = new Map(
    devices.map((device) => [device.serialNumber, freshCounters(fromS, device.nominalPowerW * earlierWhPerW)]),
  );
  let counts: ProductionCounts = { records: 0, errors: 0 };
  let storing: Promise<void> = Promise.resolve();
  try {
    for (let startS = fromS; startS < toS; startS += chunkS) {
      const endS = Math.min(startS + chunkS, toS);
      const produced = devices.map((device) => produce(device, counters, startS, endS));
      const records = produced.flatMap((part) => part.records);
      const errors = produced.flatMap((part) => part.errors);
      // The next days are produced while these are being stored.
      await storing;
      // Four days are stored at a time, in their order: those before the newest record are complete.
      const isStored = storedToS !== null && endS <= storedToS - chunkS;
      if (!isStored) storing = store(intake, produced, endS);
      counts = { records: counts.records + records.length, errors: counts.errors + errors.length };
      onProgress((endS - fromS) / (toS - fromS), counts);
    }
  } finally {
    // Also after an interruption: whoever opened the house closes it then.
    await storing;
  }
  return counts;
}

type Produced = ReturnType<typeof produce>;

/** Each device was heard last when it sent last, so that one that is silent does not look as if it reported. */
async function store(intake: ReadingsIntake, produced: readonly Produced[], endS: number): Promise<void> {
  const groups = new Map<number, Produced[]>();
  for (const part of produced) groups.set(part.heardS ?? endS, [...(groups.get(part.heardS ?? endS) ?? []), part]);
  for (const [heardS, parts] of groups) {
    const receivedAt = Temporal.Instant.fromEpochMilliseconds(heardS * 1_000);
    const [records, errors] = [parts.flatMap((part) => part.records), parts.flatMap((part) => part.errors)];
    for (let first = 0; first < records.length; first += recordsAtOnce) {
      await intake.record(records.slice(first, first + recordsAtOnce), receivedAt);
    }
    if (errors.length > 0) await intake.recordErrors(errors, receivedAt);
  }
}

function produce(device: SimulatedDevice, counters: Map<string, DeviceCounters>, startS: number, endS: number) {
  const records: DeviceRecord[] = [];
  const errors: DeviceErrorRecord[] = [];
  let state = counters.get(device.serialNumber) ?? freshCounters(startS);
  let heardS: number | null = null;
  for (let nowS = startS + intervalS; nowS <= endS; nowS += intervalS) {
    const interval = runDevice(device, state, nowS);
    state = interval.counters;
    if (interval.record !== null) records.push(interval.record);
    errors.push(...interval.errors);
    if (interval.record !== null || interval.errors.length > 0) heardS = nowS;
  }
  counters.set(device.serialNumber, state);
  return { records: throughTheWire(device, records), errors: errorsThroughTheWire(device, errors), heardS };
}

function throughTheWire(device: SimulatedDevice, records: readonly DeviceRecord[]): readonly DeviceRecord[] {
  if (records.length === 0) return [];
  const message = decodeMessage(Buffer.from(encodeRecords(records, device.firmware)));
  if (message.kind !== 'data' || message.dropped.length > 0) throw new Error(`unreadable record: ${message.kind}`);
  return message.records;
}

function errorsThroughTheWire(
  device: SimulatedDevice,
  errors: readonly DeviceErrorRecord[],
): readonly DeviceErrorRecord[] {
  if (errors.length === 0) return [];
  const message = decodeMessage(Buffer.from(encodeErrors(errors, device.firmware)));
  if (message.kind !== 'errors') throw new Error(`unreadable error: ${message.kind}`);
  return message.records;
}
