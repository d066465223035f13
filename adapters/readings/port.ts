import type { SerialNumber } from '../../domain/kernel/ids.js';
import type { Temporal } from '../../domain/kernel/time.js';
import type { Channels } from '../../domain/production/channels.js';

/** One record of a device: what it measured at one time of its own clock. */
export type DeviceRecord = {
  readonly serialNumber: SerialNumber;
  /** 12 upper-case hex digits, or null when the message carried none. */
  readonly mac: string | null;
  /** The device's local wall clock, written as if it were UTC seconds (wire.md 1.7). */
  readonly deviceClockS: number;
  readonly intervalS: number | null;
  readonly channels: Channels;
};

/** One error or event message of a device. */
export type DeviceErrorRecord = {
  readonly serialNumber: SerialNumber;
  readonly mac: string | null;
  readonly deviceClockS: number;
  /** Six upper-case hex digits, `0A010C`. */
  readonly code: string;
  readonly state: number | null;
  readonly stateAfter: number | null;
  readonly short: number | null;
  readonly long: number | null;
  readonly type: number | null;
};

/** A message that is kept as it came: unknown root, or a known one that could not be read. */
export type RawMessage = {
  readonly serialNumber: SerialNumber | null;
  readonly mac: string | null;
  readonly root: string | null;
  readonly body: Uint8Array;
};

/**
 * Where messages of devices are kept. Every promise resolves only after the commit; a rejection means that nothing was
 * stored and the device must send again. Duplicates and late records are harmless.
 */
export type ReadingsIntake = {
  record(records: readonly DeviceRecord[], receivedAt: Temporal.Instant): Promise<void>;
  recordErrors(records: readonly DeviceErrorRecord[], receivedAt: Temporal.Instant): Promise<void>;
  keepRaw(message: RawMessage, receivedAt: Temporal.Instant): Promise<void>;
};

/**
 * Which place of which plant a device stands in, from the plants' events. `null` = unknown device: its data is kept
 * apart, bounded, and attached when it is activated.
 */
export type DeviceDirectory = {
  find(serialNumber: SerialNumber): Promise<DevicePlace | null>;
};

export type DevicePlace = {
  readonly plantId: string;
  readonly inverterId: string;
  readonly timeZone: string;
};
