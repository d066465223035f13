import { sql } from 'kysely';
import t from 'tap';
import type { PlantId } from '../../domain/kernel/ids.js';
import { townKey } from '../../domain/plant/public-map.js';
import { folded } from '../../projections/folded.js';
import { publicPlantsProjection } from '../../projections/public-plants.js';
import { testDatabase } from '../support/database.js';
import { projectionSpec, type SpecEvent } from '../support/projection-spec.js';
import { day, on, other, ownerId, plantId, planted } from '../support/plant-events.js';

const { db } = await testDatabase(t);

t.test('public plants: shown and counted in the cells of the map as long as their owners say so', async (t) => {
  const shown = (id: PlantId, isPublic: boolean, at: string): SpecEvent =>
    on({ type: 'PlantChanged', data: { plantId: id, ownerId, at, public: isPublic } });
  const moved: SpecEvent = on({
    type: 'PlantChanged',
    data: {
      ...{ plantId: other, ownerId, at: day(5), generatorPowerW: 120_000 },
      address: { street: 'Weg 1', postcode: '1010', town: 'Wien', country: 'AT' },
      location: { latitudeDeg: 48.21, longitudeDeg: 16.37, altitudeM: 170 },
    },
  });
  const both = [
    planted(plantId, 'Scheune'),
    planted(other, 'Stall'),
    shown(plantId, true, day(2)),
    shown(other, true, day(3)),
  ];
  const plant = {
    plant_id: plantId,
    is_public: true,
    country: 'DE',
    postcode: '72555',
    town_key: 'metzingen',
    size_class: 1,
  };
  const cell = (zoom: number, country: string, plants: number) => ({ zoom, country, plants });
  const zooms = [1, 2, 3, 4, 5, 6, 7, 8, 9];
  await projectionSpec(db, publicPlantsProjection, [
    ...both,
    on({ type: 'NominalPowerChanged', data: { plantId, at: day(4), nominalPowerW: 20_000, assumedPowerW: 0 } }),
  ]).then(t, {
    plants: [
      { ...plant, nominal_power_w: 20_000n, latitude_tenths: 485, longitude_tenths: 93 },
      { plant_id: other, nominal_power_w: 0n },
    ],
    cells: zooms.map((zoom) => ({ ...cell(zoom, 'DE', 2), latitude_tenths: 970n, longitude_tenths: 186n })),
  });
  await projectionSpec(db, publicPlantsProjection, [...both, moved, shown(plantId, false, day(6))]).then(t, {
    plants: [
      { plant_id: plantId, is_public: false },
      { plant_id: other, is_public: true, town: 'Wien', size_class: 3 },
    ],
    cells: zooms.map((zoom) => ({ ...cell(zoom, 'AT', 1), latitude_tenths: 482n, longitude_tenths: 164n })),
  });
  await projectionSpec(db, publicPlantsProjection, [
    ...both,
    on({ type: 'PlantRemoved', data: { plantId, at: day(7) } }),
    on({ type: 'PlantRemoved', data: { plantId: other, at: day(7) } }),
  ]).then(t, { plants: [], cells: [] });
});

t.test('texts are compared in the database as towns are, capitals with marks included', async (t) => {
  const latin = Array.from({ length: 0x180 - 0x20 }, (_, index) => String.fromCodePoint(0x20 + index)).join('');
  const texts = ['Alte ÖLMÜHLE', 'Großbeeren', 'Łódź', 'Ærø', 'İzmir', ...latin.replaceAll(/\s|\p{C}/gu, '')];
  const { rows } = await sql<{ readonly text: string; readonly folded: string }>`
    select text, ${folded(sql.ref('text'))} as folded from unnest(${texts}::text[]) as text`.execute(db);
  t.strictSame(
    rows.map(({ folded }) => folded),
    texts.map(townKey),
  );
});
