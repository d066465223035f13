import { randomUUID } from 'node:crypto';
import t from 'tap';
import { request } from 'undici';
import { refreshStandings } from '../../adapters/fleet/standings.js';
import { Temporal } from '../../domain/kernel/time.js';
import { wallClockS } from '../../domain/production/device-clock.js';
import { fleetSorts } from '../../projections/fleet.js';
import { eventually } from '../support/eventually.js';
import { openIncident } from '../support/open-incident.js';
import { newInverter, newOwner, newPlant, password, sharePlant, type Owner } from '../support/owner.js';
import { testDatabase } from '../support/database.js';
import { testPortal } from '../support/portal.js';

const database = await testDatabase(t);
// Nobody brings the standings up to date but this test.
await database.pool.query(
  `insert into log.leases (name, holder, expires_at) values ('plant standings', $1, now() + interval '1 hour')`,
  [randomUUID()],
);
const portal = await testPortal(t, { DATABASE_URL: database.url, TRUST_PROXY: '127.0.0.1' });
const { url, system } = portal;
const { pool } = system.database;
const refresh = () => refreshStandings({ ...system, ...system.database });

const owner = await newOwner(url);
const names = ['Ärztehaus', 'Bauhof', 'Carport Süd', 'Dachdecker', 'Ziegelei'] as const;
const ids: string[] = [];
for (const [index, name] of names.entries()) {
  const id = await newPlant(owner, { name, generatorPowerW: 10_000 * (index + 1) });
  ids.push(id);
  if (name !== 'Ziegelei') await newInverter(owner, id, `FLEET${index}`);
}
await refresh();

/** As if the devices had said so: what they say is tested where it is computed. */
const stands = (name: (typeof names)[number], columns: Readonly<Record<string, string | number | null>>) =>
  pool.query(
    `update plant_standings set ${Object.keys(columns)
      .map((column, index) => `${column} = $${index + 2}`)
      .join(', ')} where plant_id = $1`,
    [ids[names.indexOf(name)], ...Object.values(columns)],
  );
const list = async (query = '', who: Owner = owner, headers: object = {}) => {
  const { body, status } = await who.call('GET', `/fleet?${query}`, undefined, headers);
  if (status !== 200) throw new Error(JSON.stringify(body));
  return body;
};
const namesIn = (body: { items: { name: string }[] }) => body.items.map(({ name }) => name);
t.test('a new account, and plants that nobody has looked at yet', async (t) => {
  const newcomer = await newOwner(url);
  t.match(await list('', newcomer), {
    counts: { all: 0 },
    totals: { acPowerW: null },
    items: { length: 0 },
    next: null,
  });
  await newPlant(newcomer, { name: 'Eben erst' });
  t.match(await list('', newcomer), {
    counts: { all: 1, noInverters: 1 },
    items: [{ name: 'Eben erst', weekWh: { length: 0 } }],
  });
  t.match(await list(''), { counts: { all: 5, noData: 4, noInverters: 1 } }, 'everybody has their own');
});

t.test('what a device has sent', async (t) => {
  const clockS = Math.floor(wallClockS('Europe/Berlin', Date.now() / 1_000)) - 5;
  const values = `<p i="1">43660000</p><p i="C">${(1_200 / 100).toString(16)}</p><p i="E">${(50_000 / 100).toString(16)}</p>`;
  await request(`${url}/InverterService/InverterService.asmx/CollectInverterData`, {
    method: 'POST',
    body: `xmlData=<rd><m>502DF400489C</m><s>FLEET0</s><d t="${clockS}" l="600">${values}</d></rd>`,
  }).then(({ body }) => body.dump());
  await eventually(async () => (await owner.call('GET', `/plants/${ids[0]}/overview`)).body.energy?.totalWh != null);
  await system.sumsSettled();
  const overview = (await owner.call('GET', `/plants/${ids[0]}/overview`)).body;
  await refresh();
  const plant = (await list('search=haus')).items[0];
  const { state, acPowerW, lastValueAt } = overview;
  t.match(plant, { name: 'Ärztehaus', state, acPowerW, lastValueAt, todayEnergyWh: 1_200 }, 'as its page says');
  t.match(plant, { licence: { state: 'trial' }, right: 'owner', ownerName: null, openIncidents: 0 });
  t.match(plant, { shareOfExpected: null, expectedBy: null, worstShare: null }, 'one day says little');
  const before = await pool.query('select xmin::text from plant_standings order by plant_id');
  await refresh();
  t.strictSame((await pool.query('select xmin::text from plant_standings order by plant_id')).rows, before.rows);
});

t.test('sums of full days become shares of what was to be expected', async (t) => {
  const { rows } = await pool.query<{ inverterId: string; deviceId: number }>(
    `select inverter_id::text as "inverterId", device.id as "deviceId" from devices.assignments
     join devices device using (serial_number) where plant_id = $1`,
    [ids[0]],
  );
  const of = rows[0];
  if (of === undefined) throw new Error('the device stands there');
  await pool.query(
    `insert into device_days (plant_id, inverter_id, device_id, day, energy_wh, first_at, last_at)
     select $1, $2, $3, day::date, 100, day, day + interval '1 hour'
     from generate_series(current_date - 9, current_date - 2, interval '1 day') day on conflict do nothing`,
    [ids[0], of.inverterId, of.deviceId],
  );
  await pool.query(`update plant_standings set compared_at = now() - interval '7 hours'`);
  await refresh();
  const [plant] = (await list('search=haus')).items;
  t.match(plant, { expectedBy: 'usual', isBelowExpected: true, worstShare: null });
  t.ok(plant.shareOfExpected > 0 && plant.shareOfExpected < 0.1 && plant.lostWh > 1_000, JSON.stringify(plant));
  t.equal(plant.weekWh.length, 7);
  t.ok(plant.weekWh.includes(100));
  t.match(await list('show=belowExpected'), { counts: { belowExpected: 1 }, items: [{ name: 'Ärztehaus' }] });
});

t.test('how a plant stands does not wait until it is compared', async (t) => {
  const standing = async () => {
    const { rows } = await pool.query(
      'select state, compared_at as at, week_wh from plant_standings where plant_id = $1',
      [ids[0]],
    );
    return rows[0];
  };
  await pool.query('delete from plant_standings where plant_id = $1', [ids[0]]);
  await refreshStandings({ ...system, ...system.database, comparingMs: 0 });
  t.strictSame(await standing(), { state: 'ok', at: null, week_wh: [] });
  t.match((await list('search=haus')).items, [{ state: 'ok', shareOfExpected: null, weekWh: { length: 0 } }]);
  await refresh();
  t.match(await standing(), { state: 'ok', at: Date, week_wh: { length: 7 } });
});

t.test('a new day is compared at once', async (t) => {
  const midnight = Temporal.Now.plainDateISO('Europe/Berlin').add({ days: 1 }).toZonedDateTime('Europe/Berlin');
  const comparedAt = async (minutesAfterMidnight: number) => {
    const now = midnight.add({ minutes: minutesAfterMidnight }).toInstant();
    await refreshStandings({ ...system, ...system.database, clock: { now: () => now } });
    const { rows } = await pool.query<{ at: Date }>(
      'select compared_at as at from plant_standings where plant_id = $1',
      [ids[0]],
    );
    return ((rows[0]?.at.getTime() ?? 0) - midnight.epochMilliseconds) / 60_000;
  };
  await pool.query('update plant_standings set compared_at = to_timestamp(0)');
  t.equal(await comparedAt(-20), -20);
  t.equal(await comparedAt(-10), -20, 'nothing new on the same day');
  t.equal(await comparedAt(5), 5);
  await pool.query('update plant_standings set compared_at = to_timestamp(0)');
  await refresh();
});

t.test('counted, shown, searched and sorted', async (t) => {
  const soon = new Date(Date.now() + 9 * 86_400_000).toISOString().slice(0, 10);
  const fine = {
    state: 'ok',
    last_value_at: '2026-11-28T10:00:00Z',
    compared_by: 'weather',
    lost_wh: 0,
    licence_until: null,
  };
  await stands('Ärztehaus', {
    ...fine,
    hurt: 20,
    ac_power_w: 100,
    today_wh: 9_000,
    share_of_expected: 0.84,
    worst_share: 0.7,
  });
  await stands('Bauhof', { ...fine, state: 'fault', hurt: 9e12, open_incidents: 2, last_value_at: null });
  await stands('Carport Süd', { ...fine, hurt: 10, ac_power_w: 300, today_wh: 1_000, share_of_expected: 0.9 });
  await stands('Dachdecker', { ...fine, state: 'note', hurt: 3e12, licence_state: 'licensed', licence_until: soon });
  const counts = { all: 5, ok: 2, fault: 1, note: 1, noInverters: 1, noData: 0 };
  const wants = { incidents: 1, belowExpected: 1, licenceEnding: 1 };
  const all = await list();
  t.match(all, { counts: { ...counts, ...wants } });
  t.match(all.totals, { generatorPowerW: 150_000, acPowerW: 400, todayEnergyWh: 10_000 });
  t.strictSame(namesIn(all).slice(0, 2), ['Bauhof', 'Dachdecker'], 'what hurts most stands first');
  const expected = {
    'show=ok': ['Ärztehaus', 'Carport Süd'],
    'show=fault': ['Bauhof'],
    'show=incidents': ['Bauhof'],
    'show=belowExpected': ['Ärztehaus'],
    'show=licenceEnding': ['Dachdecker'],
    'sort=name&order=asc': ['Ärztehaus', 'Bauhof', 'Carport Süd', 'Dachdecker', 'Ziegelei'],
    'sort=generatorPower&order=desc': ['Ziegelei', 'Dachdecker', 'Carport Süd', 'Bauhof', 'Ärztehaus'],
    [`search=${encodeURIComponent('SÜD metz')}`]: ['Carport Süd'],
    'search=sud': ['Carport Süd'],
    'search=%25': [],
    'show=ok&search=port': ['Carport Süd'],
  };
  for (const [query, names] of Object.entries(expected)) t.strictSame(namesIn(await list(query)), names, query);
  const firstTwo = {
    'sort=acPower&order=asc': ['Ärztehaus', 'Carport Süd'],
    'sort=acPower&order=desc': ['Carport Süd', 'Ärztehaus'],
    'sort=today&order=desc': ['Ärztehaus', 'Carport Süd'],
    'sort=expected&order=asc': ['Ärztehaus', 'Carport Süd'],
    'sort=expected&order=desc': ['Carport Süd', 'Ärztehaus'],
  };
  for (const [query, names] of Object.entries(firstTwo)) {
    t.strictSame(namesIn(await list(query)).slice(0, 2), names, `${query}: what is not known stands last`);
  }
  t.strictSame((await list('search=port')).counts.all, 1, 'what is searched for is counted');
});

t.test('pages of every order leave nothing out and repeat nothing', async (t) => {
  for (const sort of fleetSorts) {
    for (const order of ['asc', 'desc']) {
      const whole = namesIn(await list(`sort=${sort}&order=${order}`));
      const paged: string[] = [];
      for (let cursor = ''; ;) {
        const page = await list(`sort=${sort}&order=${order}&limit=2${cursor}`);
        paged.push(...namesIn(page));
        if (page.next === null) break;
        cursor = `&cursor=${page.next}`;
      }
      t.strictSame(paged, whole, `${sort} ${order}`);
      t.equal(paged.length, 5);
    }
  }
  for (const cursor of [
    'x',
    Buffer.from('["a","b"]').toString('base64url'),
    Buffer.from('["1"]').toString('base64url'),
  ]) {
    t.match(await owner.call('GET', `/fleet?cursor=${cursor}`), {
      status: 400,
      body: { code: 'request.query-invalid' },
    });
  }
  const forged = Buffer.from(JSON.stringify(["'; drop", randomUUID()])).toString('base64url');
  t.match(await owner.call('GET', `/fleet?cursor=${forged}`), { status: 400 });
  t.match(await owner.call('GET', `/fleet?sort=name&cursor=${forged}`), { status: 200 }, 'a name may be anything');
  for (const query of ['show=x', 'sort=x', 'order=x', 'limit=0', `search=${'x'.repeat(121)}`]) {
    t.match(await owner.call('GET', `/fleet?${query}`), { status: 400 }, query);
  }
});

t.test('plants of others, and tokens for some plants only', async (t) => {
  const service = await newOwner(url);
  await sharePlant(owner, ids[1] ?? '', service, 'viewer');
  t.match(await list('', service), {
    counts: { all: 1, fault: 1 },
    items: [{ name: 'Bauhof', right: 'viewer', ownerName: 'Anna Wirt' }],
  });
  const token = await owner.call('POST', '/me/tokens', {
    name: 'x',
    scopes: ['plants:read', 'alerts:write'],
    plantIds: [ids[2]],
    password,
    expiresAt: new Date(Date.now() + 86_400_000).toISOString(),
  });
  const headers = { authorization: `Bearer ${token.body.token}` };
  t.match(await list('', owner, headers), { counts: { all: 1 }, items: [{ name: 'Carport Süd' }] });
  const file = await owner.call('GET', `/fleet.csv?plants=${ids[1]},${ids[2]}`, undefined, headers);
  t.match(file.body, /Carport/);
  t.notMatch(file.body, /Bauhof/);
});

t.test('a file of what is shown', async (t) => {
  const csv = await owner.call('GET', '/fleet.csv?sort=name&order=asc');
  t.match(csv, { status: 200, headers: { 'content-type': 'text/csv; charset=utf-8' } });
  const lines = csv.body.trim().split('\r\n');
  t.equal(lines.length, 6);
  t.match(lines[0], /^.?id,name,town,country,ownerName,state/);
  t.match(lines[1], /Ärztehaus,Metzingen,DE,,ok,10000,/);
  t.match((await owner.call('GET', '/fleet.csv?show=fault&numbers=comma')).body, /;Bauhof;/);
  t.match(await owner.call('GET', '/fleet.xlsx'), { status: 200, body: /^PK/ });
  t.match(await owner.call('GET', '/fleet.csv?plants=x'), { status: 400 });
});

t.test('incidents of many plants are silent for a while', async (t) => {
  const until = '2027-01-31T06:00:00Z';
  const incidents = [
    await openIncident(portal, ids[1] ?? ''),
    await openIncident(portal, ids[1] ?? ''),
    await openIncident(portal, ids[3] ?? ''),
  ];
  const plantIds = [...ids, randomUUID()];
  t.match(await owner.call('POST', '/fleet/snooze', { plantIds, until: '2020-01-01T00:00:00Z' }), { status: 422 });
  const wish = [{ plantIds, until }, { 'idempotency-key': 'all of them' }] as const;
  const snoozed = await owner.call('POST', '/fleet/snooze', ...wish);
  t.equal(snoozed.status, 200);
  t.strictSame(snoozed.body, { incidents: 3, refusedPlantIds: [] });
  t.strictSame((await owner.call('POST', '/fleet/snooze', ...wish)).body, snoozed.body, 'once more is the same');
  for (const id of incidents) {
    t.match((await owner.call('GET', `/incidents/${id}`)).body, { snoozedUntil: until, status: 'open' });
  }
  const stranger = await newOwner(url);
  t.match((await stranger.call('POST', '/fleet/snooze', { plantIds, until })).body, {
    incidents: 0,
    refusedPlantIds: { length: 0 },
  });
  const viewer = await newOwner(url);
  await sharePlant(owner, ids[1] ?? '', viewer, 'viewer');
  t.match((await viewer.call('POST', '/fleet/snooze', { plantIds, until })).body, {
    incidents: 0,
    refusedPlantIds: [ids[1]],
  });
  await refresh();
  t.match(await list('show=incidents'), { counts: { incidents: 2 } });
});

t.test('views are kept, and go with their account', async (t) => {
  const view = { name: 'Störungen im Süden', show: 'fault', search: 'süd', sort: 'worst', order: 'desc' };
  t.strictSame((await owner.call('GET', '/me/fleet-views')).body, { items: [] });
  t.strictSame((await owner.call('PUT', '/me/fleet-views', { items: [view] })).body, { items: [view] });
  t.strictSame((await owner.call('GET', '/me/fleet-views')).body, { items: [view] });
  const narrow = { ...view, name: 'Schmal', columns: ['power', 'week'] };
  t.strictSame((await owner.call('PUT', '/me/fleet-views', { items: [narrow] })).body, { items: [narrow] });
  t.strictSame((await owner.call('GET', '/me/fleet-views')).body, { items: [narrow] }, 'with its columns');
  t.equal((await owner.call('PUT', '/me/fleet-views', { items: [{ ...view, columns: ['x'] }] })).status, 400);
  t.match(await owner.call('PUT', '/me/fleet-views', { items: [{ ...view, sort: 'x' }] }), {
    status: 400,
    body: { errors: [{ pointer: '/items/0/sort' }] },
  });
  t.strictSame((await (await newOwner(url)).call('GET', '/me/fleet-views')).body, { items: [] });
});

t.test('a plant that is gone', async (t) => {
  await owner.call('DELETE', `/plants/${ids[4]}`);
  t.match(await list(), { counts: { all: 4 } });
  await refresh();
  t.equal((await pool.query('select from plant_standings where plant_id = $1', [ids[4]])).rowCount, 0);
  const chart = { name: 'Süd 1', plantId: ids[0] ?? '', span: 'week', lines: 'acPowerW,energyWh' };
  t.strictSame((await owner.call('GET', '/me/chart-views')).body, { items: [] });
  t.strictSame((await owner.call('PUT', '/me/chart-views', { items: [chart] })).body, { items: [chart] });
  t.strictSame((await owner.call('GET', '/me/chart-views')).body, { items: [chart] }, 'charts, too');
  t.match(await owner.call('PUT', '/me/chart-views', { items: [{ ...chart, span: 'life' }] }), { status: 400 });
  t.strictSame((await (await newOwner(url)).call('GET', '/me/chart-views')).body, { items: [] });
});
