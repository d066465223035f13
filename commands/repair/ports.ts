import type { DeviceDirectory } from '../../adapters/readings/port.js';
import type { DeviceEvidence } from '../../domain/repair/request.js';
import type { Clock, DeviceRegistry, EventLog, InverterCatalogue } from '../ports.js';

/** What the readings room knows of the device of a place, now. */
export type DeviceEvidences = (inverterId: string) => Promise<DeviceEvidence>;

/** What the use cases around repairs need. */
export type RepairDeps = {
  readonly log: EventLog;
  readonly clock: Clock;
  readonly registry: Pick<DeviceRegistry, 'find'>;
  readonly catalogue: Pick<InverterCatalogue, 'list' | 'find'>;
  readonly directory: DeviceDirectory;
  readonly deviceEvidences: DeviceEvidences;
};
