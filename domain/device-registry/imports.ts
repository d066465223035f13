import { accept, type Decider } from '../kernel/decider.js';
import type { DeviceRegistryEvent } from './events.js';

/** The one stream that tells who brought what into the registry. The devices themselves are too many for a log. */
export const deviceImportsStream = 'deviceRegistry-imports';

type NoteDeviceImport = { readonly type: 'NoteDeviceImport' } & DeviceRegistryEvent['data'];

/** What changed nothing is no fact. */
export const deviceImportsDecider: Decider<NoteDeviceImport, null, DeviceRegistryEvent, never> = {
  initialState: null,
  evolve: (state) => state,
  decide({ type: _type, ...data }) {
    const isChange = data.imported + data.updated + data.typeUnknown > 0;
    return isChange ? accept<DeviceRegistryEvent>({ type: 'DevicesImported', data }) : accept<DeviceRegistryEvent>();
  },
};
