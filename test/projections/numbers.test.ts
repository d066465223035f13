import t from 'tap';
import { findNumbered, numbersOf, numbersProjection } from '../../projections/numbers.js';
import { testDatabase } from '../support/database.js';
import { projectionSpec } from '../support/projection-spec.js';
import {
  added,
  day,
  first,
  on,
  other,
  ownerId,
  plantId,
  planted,
  roof,
  second,
  serialA,
  serialB,
} from '../support/plant-events.js';

const { db } = await testDatabase(t);

t.test('numbers: each kind counted for itself, never given twice', async (t) => {
  const subplant = { subplantId: roof, ownerId, name: 'Dach', azimuthDeg: null, tiltDeg: null, moduleAreaM2: null };
  await projectionSpec(db, numbersProjection, [
    planted(plantId, 'Scheune'),
    on({ type: 'SubplantAdded', data: { plantId, at: day(2), ...subplant, generatorPowerW: null } }),
    added(plantId, first, serialA, day(2), 'data'),
    on({ type: 'PlantRemoved', data: { plantId, at: day(3) } }),
    planted(other, 'Stall'),
    added(other, second, serialB, day(4), 'data'),
  ]).then(t, {
    numbers: [
      { kind: 'inverter', number: 1, id: first, plant_id: plantId },
      { kind: 'inverter', number: 2, id: second, plant_id: other },
      { kind: 'plant', number: 1, id: plantId },
      { kind: 'plant', number: 2, id: other },
      { kind: 'subplant', number: 1, id: roof },
    ],
  });
  t.strictSame(await findNumbered(db, 'plant', 2), { id: other, plantId: other });
  for (const number of [3, 0, -1, 1.5, 1e12, Number.NaN]) t.equal(await findNumbered(db, 'plant', number), null);
  t.strictSame(
    await numbersOf(db, [other]),
    new Map<string, number>([
      [other, 2],
      [second, 2],
    ]),
  );
});
