import t from 'tap';
import { newInverter, newOwner, newPlant, sharePlant } from '../support/owner.js';
import { testPortal } from '../support/portal.js';

type Month = {
  readonly month: number;
  readonly energyWh: number;
  readonly source: string;
  readonly modelledWh: number;
};

const portal = await testPortal(t);
const owner = await newOwner(portal.url);
const plantId = await newPlant(owner);
const inverterId = await newInverter(owner, plantId, 'SUED');
const none = Array<number | null>(12).fill(null);
const july = (energyWh: number | null) => none.map((_, index) => (index === 6 ? energyWh : null));
const ofPlant = `/plants/${plantId}/forecast`;
const ofInverter = `/plants/${plantId}/inverters/${inverterId}/forecast`;

t.test('twelve months that the model fills, until somebody writes what is expected', async (t) => {
  const { body: modelled } = await owner.call('GET', ofPlant);
  t.equal(modelled.plant.months.length, 12);
  t.match(modelled.expectation, { kind: 'table', accuracyPercent: 10 });
  for (const { source, energyWh, modelledWh } of modelled.plant.months as Month[]) {
    t.ok(source === 'model' && energyWh === modelledWh && energyWh > 0);
  }

  const saved = await owner.call('PUT', ofPlant, { monthsWh: july(3_300_000) });
  t.equal(saved.status, 200);
  t.match(saved.body.plant.months[6], { energyWh: 3_300_000, source: 'user' });
  t.match(saved.body.plant.months[5], { source: 'model' });
  t.match(saved.body.inverters[0], { id: inverterId, name: 'SUED' });
  t.equal(saved.body.inverters[0].months[6].source, 'plant', 'an inverter has its share in it');

  const range = 'from=2026-07-01&to=2026-08-01&resolution=P1M';
  const series = await owner.call('GET', `/plants/${plantId}/series?metrics=expectedEnergyWh&${range}`);
  t.ok(Math.abs(series.body.series[0].values[0] - 3_300_000) < 1, 'charts and files compare with it');

  const own = await owner.call('PUT', ofInverter, { monthsWh: july(100_000) });
  t.match(own.body.inverters[0].months[6], { energyWh: 100_000, source: 'user' });
  t.match(own.body.plant.months[6], { energyWh: 3_300_000, source: 'user' }, 'each for itself');
  await owner.call('PUT', ofPlant, { monthsWh: none });
  t.match((await owner.call('GET', ofPlant)).body.plant.months[6], { energyWh: 100_000, source: 'inverters' });
  await owner.call('PUT', ofInverter, { monthsWh: none });
  t.strictSame((await owner.call('GET', ofPlant)).body.plant, modelled.plant, 'back to the model');
});

t.test('what cannot be is refused beside its month', async (t) => {
  const tooMuch = await owner.call('PUT', ofPlant, { monthsWh: july(24_000 * 744 + 1) });
  t.match([tooMuch.status, tooMuch.body], [422, { errors: [{ pointer: '/monthsWh/6' }] }]);
  t.match(tooMuch.body.title, /17.?856 kWh/, 'and says how much can be');
  for (const monthsWh of [none.slice(1), [...none, null], july(-1), july(0.5), 'all', null]) {
    t.equal((await owner.call('PUT', ofPlant, { monthsWh })).status, 400, JSON.stringify(monthsWh));
  }
  const unknown = `/plants/${plantId}/inverters/0198a000-0000-7000-8000-000000000001/forecast`;
  t.equal((await owner.call('PUT', unknown, { monthsWh: july(1_000) })).status, 404);
});

t.test('who may look, and who may write', async (t) => {
  const stranger = await newOwner(portal.url);
  t.equal((await stranger.call('GET', ofPlant)).status, 404);
  t.equal((await stranger.call('PUT', ofPlant, { monthsWh: none })).status, 404);
  const viewer = await newOwner(portal.url);
  await sharePlant(owner, plantId, viewer, 'viewer');
  t.equal((await viewer.call('GET', ofPlant)).status, 200);
  t.equal((await viewer.call('PUT', ofPlant, { monthsWh: july(1_000) })).status, 403);
});

t.test('what CO2 is counted with is stated, shown wherever CO2 is, and taken back', async (t) => {
  const path = `/plants/${plantId}/emission-factor`;
  const usual = { gramsPerKwh: 363, source: 'UBA', year: 2024 };
  t.strictSame((await owner.call('GET', path)).body, { ...usual, isOwn: false, usual });
  const own = { gramsPerKwh: 210, source: 'Stadtwerke', year: 2025 };
  const saved = await owner.call('PUT', path, { ...own, source: ' Stadtwerke ' });
  t.strictSame([saved.status, saved.body], [200, { ...own, isOwn: true, usual }]);
  t.match((await owner.call('GET', `/plants/${plantId}/overview`)).body.co2, own);
  const late = await owner.call('PUT', path, { ...own, year: 2099 });
  t.match([late.status, late.body.errors], [422, [{ pointer: '/year' }]]);
  for (const wrong of [
    { gramsPerKwh: -1 },
    { gramsPerKwh: 2_001 },
    { gramsPerKwh: 0.4 },
    { source: ' ' },
    { year: 1 },
  ]) {
    t.equal((await owner.call('PUT', path, { ...own, ...wrong })).status, 400, JSON.stringify(wrong));
  }
  const viewer = await newOwner(portal.url);
  t.equal((await viewer.call('PUT', path, own)).status, 404);
  await sharePlant(owner, plantId, viewer, 'viewer');
  t.match((await viewer.call('GET', path)).body, own);
  t.equal((await viewer.call('DELETE', path)).status, 403);
  t.match(await owner.call('DELETE', path), { status: 200, body: { ...usual, isOwn: false } });
});

t.test('how far forecasts were off is told to whoever is signed in', async (t) => {
  t.strictSame((await owner.call('GET', '/weather-scores')).body, { items: [], next: null }, 'nothing compared yet');
  await portal.system.database.pool.query(
    `insert into weather_scores (day, source, horizon_h, hours, ghi_whm2, error_whm2, absolute_error_whm2)
     values ('2026-06-20', 'Bright Sky', 24, 10, 4000, -200, 800), ('2026-06-21', 'Bright Sky', 24, 10, 6000, 400, 1200)`,
  );
  t.strictSame((await owner.call('GET', '/weather-scores')).body.items, [
    { source: 'Bright Sky', horizonH: 24, hours: 20, meanErrorPercent: 2, meanAbsoluteErrorPercent: 20 },
  ]);
  t.equal((await fetch(`${portal.url}/api/v1/weather-scores`)).status, 401);
});
