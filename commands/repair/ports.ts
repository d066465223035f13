import type { SerialNumber } from '../../domain/kernel/ids.js';
import type { DeviceEvidence } from '../../domain/repair/request.js';
import type { Clock, DeviceRegistry, EventLog, InverterCatalogue } from '../ports.js';

/** A place that a device stands or stood in, within these epoch seconds; `toS` exclusive. */
export type DeviceStay = {
  readonly plantId: string;
  readonly inverterId: string;
  readonly fromS: number;
  readonly toS: number;
};

/** What the readings room knows of a device, also of one that was exchanged since. */
export type DeviceEvidences = {
  /** The latest first. */
  staysOf(serialNumber: SerialNumber): Promise<readonly DeviceStay[]>;
  of(stay: DeviceStay): Promise<DeviceEvidence>;
};

/** What the use cases around repairs need. */
export type RepairDeps = {
  readonly log: EventLog;
  readonly clock: Clock;
  readonly registry: Pick<DeviceRegistry, 'find'>;
  readonly catalogue: Pick<InverterCatalogue, 'list' | 'find'>;
  readonly deviceEvidences: DeviceEvidences;
};
