import t from 'tap';
import { SerialNumber } from '../../domain/kernel/ids.js';
import { currentPlace, devicesProjection, openClaims } from '../../projections/devices.js';
import { testDatabase } from '../support/database.js';
import { projectionSpec } from '../support/projection-spec.js';
import {
  activated,
  added,
  day,
  determined,
  exchanged,
  first,
  gone,
  on,
  other,
  ownerId,
  plantId,
  planted,
  removed,
  second,
  serialA,
  serialB,
} from '../support/plant-events.js';

const { db } = await testDatabase(t);

t.test('devices: one row for each stay of a proven device', async (t) => {
  const x1 = SerialNumber.parse('X1');
  const iso = (n: number) => new Date(day(n));
  const row = (
    serialNumber: string,
    inverterId: string,
    id: string,
    nominalPowerW: number,
    from: Date | number,
    to: Date | null,
  ) => ({
    serial_number: serialNumber,
    inverter_id: inverterId,
    plant_id: id,
    time_zone: 'Europe/Vienna',
    nominal_power_w: nominalPowerW,
    assigned_from: from,
    assigned_to: to,
  });
  await projectionSpec(db, devicesProjection, [
    planted(plantId, 'Dach'),
    planted(other, 'Halle'),
    added(plantId, first, serialA, day(2), 'data'),
    activated(plantId, first, serialA, day(3)),
    determined(plantId, first, day(3), 'refusol-010k', 10_000),
    exchanged(day(4)),
    determined(plantId, first, day(4), 'refusol-023k', 23_000),
    added(other, second, serialA, day(5), 'data'),
    activated(plantId, first, serialB, day(6)),
    activated(other, second, serialA, day(7)),
    on({ type: 'PlantChanged', data: { plantId, ownerId, at: day(8), timeZone: 'Europe/Vienna' } }),
    on({ type: 'PlantChanged', data: { plantId: other, ownerId, at: day(8), timeZone: 'Europe/Vienna' } }),
    removed(other, second, serialA, day(9)),
    gone(other, day(9)),
    added(other, second, x1, day(9), 'data'),
    on({ type: 'InverterClaimLapsed', data: { plantId: other, inverterId: second, at: day(10), serialNumber: x1 } }),
    added(plantId, second, x1, day(10), 'data'),
  ]).then(t, {
    assignments: [
      row(serialA, second, other, 20_000, iso(5), iso(9)),
      row(serialA, first, plantId, 10_000, -Infinity, iso(4)),
      row(serialB, first, plantId, 23_000, iso(4), null),
    ],
    open_claims: [
      { serial_number: 'X1', inverter_id: second, nominal_power_w: 20_000, since: day(10), exchanged_at: null },
    ],
    plant_zones: [{ plant_id: plantId, time_zone: 'Europe/Vienna' }],
  });
  t.match(await currentPlace(db, serialB), { plantId, inverterId: first, timeZone: 'Europe/Vienna' });
  t.equal(await currentPlace(db, serialA), null);
  t.match(await openClaims(db), [{ serialNumber: 'X1', plantId, inverterId: second }]);
});

t.test('devices: an exchange that is told later, of a device that stood elsewhere meanwhile', async (t) => {
  const x1 = SerialNumber.parse('X1');
  await projectionSpec(db, devicesProjection, [
    planted(plantId, 'Dach'),
    planted(other, 'Halle'),
    added(plantId, first, serialA, day(2), 'data'),
    activated(plantId, first, serialA, day(2)),
    added(other, second, serialB, day(2), 'data'),
    activated(other, second, serialB, day(2)),
    removed(other, second, serialB, day(5)),
    exchanged(day(8), day(4)),
    activated(plantId, first, serialB, day(9)),
    added(other, second, x1, day(9), 'data'),
  ]).then(t, {
    assignments: [
      { serial_number: serialA, assigned_from: -Infinity, assigned_to: new Date(day(4)) },
      { serial_number: serialB, assigned_from: -Infinity, assigned_to: new Date(day(5)) },
      { serial_number: serialB, assigned_from: new Date(day(5)), assigned_to: null },
    ],
    open_claims: [{ serial_number: 'X1', since: day(9), exchanged_at: null }],
  });
});
