import { randomUUID } from 'node:crypto';
import t from 'tap';
import { Temporal } from '../../domain/kernel/time.js';
import { eventually } from '../support/eventually.js';
import { newOperator, sessionOf } from '../support/operators.js';
import { callJson, newOwner, sharePlant } from '../support/owner.js';
import { testPortal } from '../support/portal.js';
import { watchedPortal } from '../support/watched-portal.js';

const portal = await testPortal(t);
const { system, url } = portal;
const [owner, viewer, manager, stranger] = await Promise.all([
  newOwner(url),
  newOwner(url),
  newOwner(url),
  newOwner(url),
]);
const { report, plantWith, serials } = await watchedPortal(portal, owner);
const [serial = ''] = serials('RIGHT');
const {
  plantId,
  inverterIds: [inverterId = ''],
} = await plantWith(serial);
await sharePlant(owner, plantId, viewer, 'viewer');
await sharePlant(owner, plantId, manager, 'manager');
const today = Temporal.Now.plainDateISO('Europe/Berlin');
const day = (before: number) => today.subtract({ days: before }).toString();
await report(
  serial,
  [6, 7, 8].map((hour, n) => ({
    at: Temporal.PlainDate.from(day(3)).toZonedDateTime('Europe/Berlin').add({ hours: hour }).epochMilliseconds,
    wh: 4_000 * (n + 1),
  })),
);
await system.sumsSettled();

const path = `/plants/${plantId}/corrections`;
const wish = {
  inverterId,
  firstDay: day(3),
  lastDay: day(3),
  energyWhPerDay: 9_000,
  basis: 'corrected',
  reason: 'Zähler',
};
async function energyOn(date: string): Promise<number | null> {
  await system.sumsSettled();
  const to = Temporal.PlainDate.from(date).add({ days: 1 }).toString();
  const { body } = await owner.call(
    'GET',
    `/plants/${plantId}/series?metrics=energyWh&resolution=P1D&from=${date}&to=${to}`,
  );
  return body.series[0].values[0];
}

t.test('corrected, looked at and taken back', async (t) => {
  t.strictSame((await owner.call('GET', path)).body, { items: [], next: null });
  t.equal(await energyOn(day(3)), 12_000);
  const key = { 'idempotency-key': randomUUID() };
  const made = await manager.call('POST', path, wish, key);
  t.match(made, {
    status: 201,
    body: { ...wish, made: { by: 'Anna Wirt' }, undone: null, inverterName: String },
  });
  t.match(await manager.call('POST', path, wish, key), { status: 201, body: { id: made.body.id } }, 'asked twice');
  t.equal(await energyOn(day(3)), 9_000);
  t.match((await viewer.call('GET', path)).body.items, [{ id: made.body.id, measuredWh: 12_000 }]);

  t.match(await owner.call('DELETE', `${path}/${made.body.id}`), {
    status: 200,
    body: { undone: { at: String, by: 'Anna Wirt' } },
  });
  t.equal((await owner.call('DELETE', `${path}/${made.body.id}`)).status, 200, 'twice is once');
  t.equal(await energyOn(day(3)), 12_000);
  t.match((await owner.call('GET', path)).body.items, [{ id: made.body.id, reason: 'Zähler', measuredWh: 12_000 }]);
});

t.test('estimated where nothing came, and not known where something wrong did', async (t) => {
  const estimate = { ...wish, firstDay: day(2), lastDay: day(1), energyWhPerDay: 5_500, basis: 'estimated' };
  t.equal((await owner.call('POST', path, estimate)).status, 201);
  t.equal((await owner.call('POST', path, { ...wish, energyWhPerDay: null })).status, 201);
  await eventually(async () => (await energyOn(day(2))) === 5_500);
  t.same([await energyOn(day(3)), await energyOn(day(1))], [null, 5_500]);
  t.match((await owner.call('GET', path)).body.items, [{ measuredWh: 12_000 }, { measuredWh: null }, {}]);
});

const fileOf = (text: string) => {
  const body = new FormData();
  body.append('file', new File([text], 'ertrag-2019.csv'));
  return body;
};
const send = async (person: typeof owner, address: string, text: string, headers: object = {}) => {
  const answer = await fetch(`${url}/api/v1/plants/${plantId}/history-imports${address}`, {
    ...{ method: 'POST', body: fileOf(text) },
    headers: { authorization: `Bearer ${person.accessToken}`, ...headers },
  });
  const body = (await answer.json()) as { readonly id: string };
  return { status: answer.status, body };
};

t.test('earlier years from a table: looked at, taken, and taken back', async (t) => {
  const imports = `/plants/${plantId}/history-imports`;
  const text = `Tag;Ertrag kWh\n01.05.2019;12,5\n02.05.2019;30\n03.05.2019;viel\n${day(1)};7\n`;
  t.match(await send(owner, '/preview', text), {
    status: 200,
    body: {
      fileName: 'ertrag-2019.csv',
      columns: [{ title: 'Ertrag kWh', of: 'plant' }],
      years: [{ year: 2019, days: 2, energyWh: 42_500 }],
      rows: [{ verdict: 'taken' }, {}, { line: 4, verdict: 'valueUnreadable', column: 'Ertrag kWh' }, {}],
    },
  });
  t.strictSame((await owner.call('GET', imports)).body, { items: [], next: null }, 'nothing is kept');
  const key = { 'idempotency-key': randomUUID() };
  const taken = await send(manager, '', text, key);
  t.match(taken, {
    status: 201,
    body: { firstDay: '2019-05-01', values: 2, energyWh: 42_500, made: { by: 'Anna Wirt' } },
  });
  t.match(await send(manager, '', text, key), { status: 201, body: { id: taken.body.id } }, 'asked twice');
  t.equal(await energyOn('2019-05-02'), 30_000);
  t.match(await send(owner, '', text), { status: 422, body: { code: 'history.nothing-new' } });
  t.match(await owner.call('DELETE', `${imports}/${taken.body.id}`), { status: 200, body: { undone: { by: String } } });
  t.equal(await energyOn('2019-05-02'), null);
  t.match((await viewer.call('GET', imports)).body.items, [{ id: taken.body.id }]);

  t.match(await send(owner, '', 'Tag;Dies;Das\n01.05.2019;1;2\n'), {
    status: 422,
    body: { code: 'history.columns-unknown' },
  });
  t.equal((await send(viewer, '/preview', text)).status, 403);
  t.equal((await send(stranger, '/preview', text)).status, 404);
  t.match(await send(owner, '/preview', '%PDF-1.7'), { status: 422, body: { code: 'spreadsheet.notASpreadsheet' } });
});

t.test('history is brought from no address within a private network, by number or by name', async (t) => {
  const fetches = `/plants/${plantId}/history-fetches`;
  const old = { userName: 'anna', password: 'geheim', plantNumber: 3 };
  for (const address of [
    'http://127.0.0.1/a.asmx',
    'http://169.254.169.254/',
    'http://[::1]/',
    'https://a:b@alt.example',
  ]) {
    t.match(await owner.call('POST', fetches, { ...old, address }), {
      status: 422,
      body: { code: 'history-fetch.address-refused' },
    });
  }
  const begun = await owner.call('POST', fetches, { ...old, address: 'http://localhost:1/a.asmx' });
  t.equal(begun.status, 201);
  const running = "select from history_fetches where state = 'running'";
  await eventually(async () => (await system.database.pool.query(running)).rowCount === 0);
  const [fetch] = (await owner.call('GET', fetches)).body.items;
  t.match(fetch, { state: 'failed', failure: 'notPublic' }, 'what the name leads to is judged when it is asked');
  t.equal((await owner.call('DELETE', `${fetches}/${begun.body.id}`)).status, 204);
});

t.test('who may not, and what cannot be', async (t) => {
  t.match(await viewer.call('POST', path, wish), { status: 403, body: { code: 'plant.right-missing' } });
  t.equal((await stranger.call('GET', path)).status, 404);
  t.equal((await stranger.call('POST', path, wish)).status, 404);
  t.match(await owner.call('DELETE', `${path}/${randomUUID()}`), {
    status: 404,
    body: { code: 'correction.not-found' },
  });
  for (const [change, code, pointer] of [
    [{ lastDay: day(4) }, 'correction.days-reversed', '/lastDay'],
    [{ lastDay: day(-2) }, 'correction.in-future', '/lastDay'],
    [{ firstDay: day(700) }, 'correction.too-many-days', '/lastDay'],
    [{ energyWhPerDay: 480_001 }, 'correction.beyond-power', '/energyWhPerDay'],
  ] as const) {
    t.match(await owner.call('POST', path, { ...wish, ...change }), {
      status: 422,
      body: { code, errors: [{ pointer }] },
    });
  }
  t.match(await owner.call('POST', path, { ...wish, inverterId: randomUUID() }), {
    status: 404,
    body: { code: 'inverter.not-found' },
  });
  for (const odd of [
    { reason: '' },
    { energyWhPerDay: -1 },
    { energyWhPerDay: 'viel' },
    { firstDay: '2026-02-30' },
    { basis: 'x' },
  ]) {
    t.equal((await owner.call('POST', path, { ...wish, ...odd })).status, 400, JSON.stringify(odd));
  }
});

t.test('those who audit see the whole history, and nobody else in the office', async (t) => {
  const { headers } = await sessionOf(portal, await newOperator(portal, ['auditor']), { secondFactor: true });
  const audit = (plant: string) =>
    callJson(`${url}/api/v1/office/plants/${plant}/corrections`, 'GET', undefined, headers);
  t.match(await audit(plantId), {
    status: 200,
    body: { items: [{ energyWhPerDay: null }, {}, { undone: { by: 'Anna Wirt' } }] },
  });
  t.equal((await audit(randomUUID())).status, 404);
  t.equal((await owner.call('GET', `/office${path}`)).status, 403);
});

t.test('without a licence nothing is written and nothing shown', async (t) => {
  const [other = ''] = serials('LOCKED');
  const { plantId: locked } = await plantWith(other);
  const { pool } = system.database;
  await eventually(
    async () => (await pool.query('select from licences.licences where plant_id = $1', [locked])).rowCount === 1,
  );
  await pool.query(
    `update licences.licences set state = jsonb_set(jsonb_set(state, '{trial,lastDay}', '"2020-01-31"'), '{trial,isOver}', 'true') where plant_id = $1`,
    [locked],
  );
  const [corrections, imports] = [`/plants/${locked}/corrections`, `/plants/${locked}/history-imports`];
  const fetches = `/plants/${locked}/history-fetches`;
  const part = randomUUID();
  for (const [method, where, body] of [
    ['GET', corrections, undefined],
    ['POST', corrections, wish],
    ['DELETE', `${corrections}/${part}`, undefined],
    ['GET', imports, undefined],
    ['DELETE', `${imports}/${part}`, undefined],
    ['GET', fetches, undefined],
    ['POST', fetches, { address: 'https://alt.example', userName: 'a', password: 'b', plantNumber: 1 }],
    ['GET', `${fetches}/${part}/preview`, undefined],
    ['POST', `${fetches}/${part}/take`, undefined],
    ['DELETE', `${fetches}/${part}`, undefined],
  ] as const) {
    t.match(await owner.call(method, where, body), { status: 402, body: { code: 'licence.required' } }, where);
  }
  for (const where of [imports, `${imports}/preview`]) {
    const headers = { authorization: `Bearer ${owner.accessToken}` };
    const answer = await fetch(`${url}/api/v1${where}`, { method: 'POST', headers, body: fileOf('Tag;kWh') });
    t.equal(answer.status, 402, where);
  }
});
