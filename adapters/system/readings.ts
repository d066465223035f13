import { claimedDevices } from '../../commands/policies/activate-claimed-device.js';
import { reportedTypes } from '../../commands/policies/determine-reported-type.js';
import type { Clock } from '../../commands/ports.js';
import { InverterId, PlantId, type SerialNumber } from '../../domain/kernel/ids.js';
import { openClaims } from '../../projections/devices.js';
import { openDatabase } from '../database/database.js';
import { inverterCatalogue } from '../device-registry/catalogue.js';
import { deviceDirectory } from '../device-registry/directory.js';
import { postgresChanges } from '../readings/changes.js';
import { postgresIntake } from '../readings/intake.js';
import type { DeviceDirectory } from '../readings/port.js';
import { postgresProduction } from '../readings/queries.js';
import { postgresRecords } from '../readings/records.js';
import { deviceBiographies } from '../readings/biography.js';
import { deviceSightings } from '../readings/sightings.js';
import type { Undo } from '../undo.js';
import type { SystemLog } from './log.js';
import type { Stores } from './stores.js';

/** The readings room: intake, numbers, and what devices tell of themselves: that they are there, and their type. */
export function openReadings(
  url: string,
  { database: { db, pool }, log: eventLog }: Stores,
  clock: Clock,
  log: SystemLog,
  opened: Undo,
) {
  const onError = (error: unknown) => log.error({ err: error }, 'the readings room met an error, trying again');
  // Connections of its own: a device gets its answer in time, also when the server hangs or the portal is busy.
  const intakeDatabase = openDatabase(url, { maxConnections: 8, answerWithinMs: 10_000 });
  opened.push(() => intakeDatabase.close());
  const directory = deviceDirectory(intakeDatabase.db);
  const intake = postgresIntake({ pool: intakeDatabase.pool, directory, flushSeenEveryMs: 2_000, onError });
  const claimed = claimedDevices({ log: eventLog, openClaims: () => openClaims(db) });
  intake.onUnclaimed((serialNumber) => {
    claimed.deviceReported(serialNumber, clock.now()).catch(onError);
  });
  const types = reportedTypes({ log: eventLog, clock, catalogue: inverterCatalogue(db), placeOf: placeIn(directory) });
  intake.onUnknownMessage((serialNumber, body) => {
    types.deviceDescribed(serialNumber, Buffer.from(body).toString('latin1')).catch(onError);
  });
  const changes = postgresChanges(pool);
  opened.push(
    () => changes.close(),
    () => intake.close(),
  );
  return {
    directory,
    lastSeen: deviceSightings(pool),
    biographyOf: deviceBiographies(pool),
    intake,
    production: postgresProduction(pool),
    records: postgresRecords(pool),
    changes,
    onError,
  };
}

function placeIn(directory: DeviceDirectory) {
  return async (serialNumber: SerialNumber) => {
    const place = await directory.find(serialNumber);
    return place && { plantId: PlantId.parse(place.plantId), inverterId: InverterId.parse(place.inverterId) };
  };
}
