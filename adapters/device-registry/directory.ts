import type { Db } from '../database/port.js';
import { currentPlace } from '../../projections/devices.js';
import type { DeviceDirectory } from '../readings/port.js';

/** Where devices stand, by the plants' events. Asks the database each time; the intake keeps the answers for a while. */
export function deviceDirectory(db: Db): DeviceDirectory {
  return { find: (serialNumber) => currentPlace(db, serialNumber) };
}
