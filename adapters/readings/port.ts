import type { SerialNumber } from '../../domain/kernel/ids.js';
import type { Temporal } from '../../domain/kernel/time.js';
import type { Channels, MeasuredChannel } from '../../domain/production/channels.js';
import type { Values } from '../../domain/production/series.js';
import type { ChannelMetric } from '../../domain/production/units.js';

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

/** The longest message that is taken, and kept when it cannot be read. */
export const maxMessageBytes = 256 * 1024;

/** The reason why a message with an unknown root is kept. */
export const unknownMessage = 'unknown-message';

/** A message that is kept as it came: unknown root, or a known one that could not be read completely. */
export type RawMessage = {
  readonly serialNumber: SerialNumber | null;
  readonly mac: string | null;
  readonly root: string | null;
  /** Why it is kept: `unknownMessage`, or what could not be read. */
  readonly reason: string;
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

/** What of a plant has changed. */
export type ProductionChange = 'numbers' | 'deviceErrors';

/** Tells when something of a plant has changed, whichever node received it. */
export type ProductionChanges = {
  /** Calls `listener` after each change; may call it without one. Answers how to stop. */
  subscribe(plantId: string, listener: (change: ProductionChange) => void): () => void;
  /** Resolves after the first attempt to listen. */
  ready(): Promise<void>;
};

/** What the plant page shows of one inverter; null = nothing measured. */
export type InverterNumbers = {
  readonly inverterId: string;
  readonly lastValueAtS: number | null;
  readonly intervalS: number | null;
  readonly acPowerW: number | null;
  readonly deviceState: number | null;
  /** What came last bears a time that had not come yet when it arrived. */
  readonly isClockAhead: boolean;
  readonly todayWh: number | null;
};

export type EnergyNumbers = {
  readonly todayWh: number | null;
  readonly yesterdayWh: number | null;
  readonly monthWh: number | null;
  readonly yearWh: number | null;
  readonly sameMonthLastYearWh: number | null;
  readonly totalWh: number | null;
};

/** Euro cents by the tariff valid on each day; null where no day has both energy and a tariff. */
export type RevenueNumbers = {
  readonly today: number | null;
  readonly month: number | null;
  readonly year: number | null;
  readonly total: number | null;
};

/**
 * Hours at nominal power (kWh/kW) of a place: what each of its devices produced there, divided by the power of that
 * device as it is known by now, added up. So the day of an exchange compares with that of a neighbour that was left
 * alone: every kilowatt that stood in the place counts for the time in which it stood there. Null = nothing measured.
 */
export type SpecificYields = {
  readonly inverterId: string;
  readonly todayKwhPerKw: number | null;
  /** With today, over the days that have data. */
  readonly sevenDaysKwhPerKw: number | null;
  readonly thirtyDaysKwhPerKw: number | null;
};

export type ProductionNumbers = {
  readonly inverters: readonly InverterNumbers[];
  readonly specificYields: readonly SpecificYields[];
  readonly energy: EnergyNumbers;
  readonly revenueCents: RevenueNumbers;
};

export type StoredDeviceError = {
  readonly id: string;
  readonly inverterId: string;
  readonly serialNumber: string;
  readonly atS: number;
  readonly code: string;
  readonly state: number | null;
  readonly stateAfter: number | null;
  /** When the device sent for the first time after it that it was running; null when it did not within days. */
  readonly runningAgainS: number | null;
};

/** A place in the list of errors, newest first: everything before it was seen. */
export type DeviceErrorCursor = { readonly atS: number; readonly id: string };

/** Numbers and series of inverters. Days are days since 1970-01-01 in the zone of the plant; times are epoch seconds. */
export type ProductionQueries = {
  /** Latest value and energy of today, without the sums of longer times: for lists. */
  current(inverterIds: readonly string[], today: number): Promise<readonly InverterNumbers[]>;
  numbers(
    inverterIds: readonly string[],
    today: number,
    tariffs: readonly { readonly from: string; readonly centsPerKwh: number }[],
  ): Promise<ProductionNumbers>;
  /** Means of measured channels per inverter over intervals given by their bounds (one more than intervals). */
  channelMeans(
    inverterIds: readonly string[],
    metrics: readonly ChannelMetric[],
    bounds: readonly number[],
  ): Promise<ReadonlyMap<string, ReadonlyMap<ChannelMetric, Values>>>;
  /** When a place measured last within a stretch of time, `toS` exclusive; null = nothing. */
  lastMeasuredS(inverterId: string, range: { readonly fromS: number; readonly toS: number }): Promise<number | null>;
  /** Energy per inverter over intervals within a day, from increments of the counters. */
  intradayEnergy(
    inverterIds: readonly string[],
    timeZone: string,
    bounds: readonly number[],
  ): Promise<ReadonlyMap<string, Values>>;
  /** Energy per inverter over intervals of whole days, from the day sums. `bounds` are plant-local days. */
  dailyEnergy(inverterIds: readonly string[], bounds: readonly number[]): Promise<ReadonlyMap<string, Values>>;
  /** As `SpecificYields`, over the days from the first to before the last bound; places without data are left out. */
  specificYields(
    inverterIds: readonly string[],
    days: { readonly first: number; readonly end: number },
  ): Promise<ReadonlyMap<string, number>>;
  /** What devices told of stretches of days, whatever people wrote about them since; null where they told nothing. */
  measuredBefore(
    stretches: readonly { readonly inverterId: string; readonly firstDay: string; readonly lastDay: string }[],
  ): Promise<Values>;
  deviceErrors(
    inverterIds: readonly string[],
    range: { readonly fromS: number | null; readonly toS: number | null },
    page: { readonly limit: number; readonly after: DeviceErrorCursor | null },
  ): Promise<readonly StoredDeviceError[]>;
};

/** One record as the device measured it; null = it did not say. */
export type MeasuredRecord = { readonly atS: number } & {
  readonly [Channel in MeasuredChannel]: number | null;
};

/** Single records and errors of places, as the original data service hands them out. Times are epoch seconds. */
export type RecordQueries = {
  /** The first records of a stretch of time, both ends included, and how many there are in all. */
  records(
    inverterId: string,
    range: { readonly fromS: number; readonly toS: number },
    limit: number,
  ): Promise<{ readonly records: readonly MeasuredRecord[]; readonly count: number }>;
  errorCount(inverterIds: readonly string[]): Promise<number>;
  /** Newest first. */
  errors(
    inverterIds: readonly string[],
    page: { readonly limit: number; readonly offset: number },
  ): Promise<readonly Pick<StoredDeviceError, 'atS' | 'code' | 'state' | 'stateAfter'>[]>;
  /**
   * Irradiation of each day by the counter of the devices with a sensor, per inverter, one value a day from `firstDay` to
   * `lastDay` (days since 1970-01-01). A counter that stayed at zero belongs to a device without a sensor.
   */
  dailyIrradiation(
    inverterIds: readonly string[],
    firstDay: number,
    lastDay: number,
  ): Promise<ReadonlyMap<string, Values>>;
};
