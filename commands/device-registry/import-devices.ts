import type { DeviceRegistryEvent } from '../../domain/device-registry/events.js';
import { deviceImportsDecider, deviceImportsStream } from '../../domain/device-registry/imports.js';
import { handle, type CommandContext } from '../handle.js';
import type { Clock, EventLog } from '../ports.js';

export type ImportCounts = Omit<DeviceRegistryEvent['data'], 'at'>;

/** What became of the rows of a list of devices. */
export type DeviceImport = {
  readonly counts: ImportCounts;
  /** Those that somebody should look at, in the order of the file. */
  readonly odd: readonly { readonly line: number; readonly serialNumber: string; readonly verdict: string }[];
};

export type DeviceImports<Rows> = {
  /** What would become of each row; nothing is stored. */
  preview(rows: Rows): Promise<DeviceImport>;
  /** Stores the rows, all or none; what `note` does happens before they count. */
  store(rows: Rows, note: (counts: ImportCounts) => Promise<unknown>): Promise<DeviceImport>;
};

/** Brings a list of devices into the registry, and says in the log who did it. */
export function importDeviceList<Rows>(
  {
    log,
    clock,
    deviceImports,
  }: { readonly log: EventLog; readonly clock: Clock; readonly deviceImports: DeviceImports<Rows> },
  rows: Rows,
  context: CommandContext,
): Promise<DeviceImport> {
  return deviceImports.store(rows, async (counts) => {
    const command = { type: 'NoteDeviceImport', at: clock.now().toString(), ...counts } as const;
    await handle(log, deviceImportsDecider, deviceImportsStream, command, context);
  });
}
