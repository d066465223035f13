import { createServer, type RequestListener, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import t from 'tap';
import { serviceAddress } from '../../adapters/history-fetch/old-portal.js';
import { Temporal } from '../../domain/kernel/time.js';
import { eventually } from '../support/eventually.js';
import { newInverter, newOwner, newPlant, password, sharePlant, type Owner } from '../support/owner.js';
import { testPortal } from '../support/portal.js';
import { watchedPortal } from '../support/watched-portal.js';

const lines: string[] = [];
const portal = await testPortal(
  t,
  { WEBHOOK_PRIVATE_ADDRESSES: 'allowed', HISTORY_FETCH_PAUSE_MS: '1', ARGON2: 'm=7168,t=1,p=1' },
  { onLogLine: (line) => lines.push(line) },
);
const { url, system } = portal;
const { pool } = system.database;
const [old, owner, viewer, stranger] = await Promise.all([newOwner(url), newOwner(url), newOwner(url), newOwner(url)]);
const today = Temporal.Now.plainDateISO('Europe/Berlin');
const day = (before: number) => today.subtract({ days: before }).toString();

// The old portal is this one: what it answers is what its own data service says, over real HTTP.
const before = await (await watchedPortal(portal, old)).plantWith('LBAN02261010322', 'LBAN02261010321');
const { plantId: oldPlantId, inverterIds: [inRoof = ''] } = before; // prettier-ignore
const roof = await old.call('POST', `/plants/${oldPlantId}/subplants`, { name: 'Dach <1>' });
await old.call('PATCH', `/plants/${oldPlantId}/inverters/${inRoof}`, { subplantId: roof.body.id });
await importedInto(old, oldPlantId, [
  'Tag;LBAN02261010322 kWh;LBAN02261010321 kWh',
  `${day(150)};21,5;20`,
  `${day(40)};30;29`,
  `${day(39)};;28`,
]);
await system.sumsSettled();
const number: number = (await old.call('GET', `/plants/${oldPlantId}`)).body.number;
const service = `${url}/DataServiceApi.asmx`;

const now = await (await watchedPortal(portal, owner)).plantWith('NEU1');
const { plantId, inverterIds: [inverterId = ''] } = now; // prettier-ignore
// The place bears the name that its device had in the old portal.
await owner.call('PATCH', `/plants/${plantId}/inverters/${inverterId}`, { name: 'LBAN02261010322' });
await sharePlant(owner, plantId, viewer, 'viewer');
const path = `/plants/${plantId}/history-fetches`;
const wish = { address: service, userName: old.userName, password, plantNumber: number };

async function importedInto(person: Owner, id: string, rows: readonly string[]): Promise<void> {
  const body = new FormData();
  body.append('file', new File([rows.join('\n')], 'alt.csv'));
  const headers = { authorization: `Bearer ${person.accessToken}` };
  const answer = await fetch(`${url}/api/v1/plants/${id}/history-imports`, { method: 'POST', headers, body });
  if (answer.status !== 201) throw new Error(await answer.text());
}

/** As it is told to whoever looks, without asking at the door again and again. */
async function ended(id: string, where = path) {
  await eventually(async () => {
    const { rows } = await pool.query('select state from history_fetches where fetch_id = $1', [id]);
    return rows[0]?.state !== 'running';
  });
  const { items } = (await owner.call('GET', where)).body;
  return items.find((fetch: { id: string }) => fetch.id === id);
}

const sealedLogins = async () =>
  (await pool.query('select from history_fetches where sealed_login is not null')).rowCount ?? 0;

t.test('fetched call by call, looked at, taken, and taken back', async (t) => {
  const begun = await owner.call('POST', path, wish);
  t.match(begun, { status: 201, body: { state: 'running', address: service, plantNumber: number, failure: null } });
  const done = await ended(begun.body.id);
  t.match(done, { state: 'ready', failure: null });
  t.ok(done.callsAll > 4 && done.callsDone === done.callsAll, 'inverters, years, and the days of both inverters');
  t.equal(await sealedLogins(), 0, 'nothing to sign in with is left');

  const preview = await owner.call('GET', `${path}/${done.id}/preview`);
  t.match(preview, {
    status: 200,
    body: {
      fileName: `${new URL(url).host}, ${number}`,
      columns: [
        { title: 'LBAN02261010322 kWh', of: inverterId },
        { title: 'LBAN02261010321 kWh', of: null },
      ],
      firstDay: day(150),
      lastDay: day(40),
      rows: [{ verdict: 'taken', energyWh: 21_500 }, { verdict: 'taken', energyWh: 30_000 }, { verdict: 'empty' }],
    },
  });
  for (const [method, where] of [
    ['GET', `${path}/${done.id}/preview`],
    ['POST', `${path}/${done.id}/take`],
    ['DELETE', `${path}/${done.id}`],
  ] as const) {
    t.equal((await viewer.call(method, where)).status, 403, where);
    t.equal((await stranger.call(method, where)).status, 404, where);
  }
  const key = { 'idempotency-key': 'once' };
  const taken = await owner.call('POST', `${path}/${done.id}/take`, undefined, key);
  t.match(taken, { status: 201, body: { values: 2, energyWh: 51_500, firstDay: day(150), lastDay: day(40) } });
  const again = await owner.call('POST', `${path}/${done.id}/take`, undefined, key);
  t.match(again, { status: 201, body: { id: taken.body.id } }, 'asked twice');
  t.strictSame((await owner.call('GET', path)).body, { items: [], next: null }, 'what was taken is no longer kept');
  await system.sumsSettled();
  const range = `from=${day(40)}&to=${day(39)}&resolution=P1D`;
  const energy = async () =>
    (await owner.call('GET', `/plants/${plantId}/series?metrics=energyWh&${range}`)).body.series[0].values[0];
  t.equal(await energy(), 30_000);
  const undone = await owner.call('DELETE', `/plants/${plantId}/history-imports/${taken.body.id}`);
  t.match(undone, { status: 200, body: { undone: { by: String } } });
  await system.sumsSettled();
  t.equal(await energy(), null, 'undone as a file is');
});

t.test('what the old portal refuses is said, and nothing is kept to sign in with', async (t) => {
  for (const [change, failure] of [
    [{ password: 'Kennwort-von-früher' }, 'credentials'],
    [{ plantNumber: 4_711 }, 'noAccess'],
    [{ address: `${url}/other.asmx` }, 'noDataService'],
    [{ address: 'http://127.0.0.1:1/DataServiceApi.asmx' }, 'unreachable'],
  ] as const) {
    const begun = await owner.call('POST', path, { ...wish, ...change });
    t.match(await ended(begun.body.id), { state: 'failed', failure }, failure);
    t.match(await owner.call('GET', `${path}/${begun.body.id}/preview`), {
      status: 409,
      body: { code: 'history-fetch.not-ready' },
    });
    t.equal((await owner.call('POST', `${path}/${begun.body.id}/take`)).status, 409);
    t.equal((await owner.call('DELETE', `${path}/${begun.body.id}`)).status, 204);
  }
  t.equal(await sealedLogins(), 0);
  t.notOk(
    lines.some((line) => line.includes('Kennwort-von-früher') || line.includes(password)),
    'no log line tells it',
  );
});

t.test('a plant of which no column fits', async (t) => {
  const other = await newPlant(owner);
  await newInverter(owner, other, 'GANZ-ANDERS');
  const where = `/plants/${other}/history-fetches`;
  const begun = await owner.call('POST', where, wish);
  t.equal((await ended(begun.body.id, where)).state, 'ready');
  for (const [method, what] of [
    ['GET', 'preview'],
    ['POST', 'take'],
  ] as const) {
    const answer = await owner.call(method, `${where}/${begun.body.id}/${what}`);
    t.match(answer, { status: 422, body: { code: 'history.columns-unknown' } });
  }
  t.equal((await owner.call('DELETE', `${where}/${begun.body.id}`)).status, 204);
});

/** Answers as somebody who is no data service. */
async function strangeServer(listener: RequestListener) {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  t.teardown(() => new Promise<void>((resolve) => server.close(() => resolve())));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/DataServiceApi.asmx`;
}

t.test('odd answers: too long, elsewhere, broken, and none at all', async (t) => {
  const answers: readonly RequestListener[] = [
    (_request, response) => response.end('x'.repeat(1_100_000)),
    (_request, response) => response.writeHead(302, { location: `${service}/GetInverterList` }).end(),
    (_request, response) => response.end('<string>&lt;rws_response&gt;'),
    (_request, response) => response.end('<!DOCTYPE string [<!ENTITY a "b">]><string>&a;</string>'),
    (_request, response) => response.end('<string>&lt;rws_response&gt;&lt;Plant/&gt;&lt;/rws_response&gt;</string>'),
  ];
  const failures: string[] = [];
  for (const listener of answers) {
    const begun = await owner.call('POST', path, { ...wish, address: await strangeServer(listener) });
    failures.push((await ended(begun.body.id)).failure);
    await owner.call('DELETE', `${path}/${begun.body.id}`);
  }
  t.strictSame(failures, ['unreachable', 'noDataService', 'noDataService', 'noDataService', 'noInverters']);

  // Somebody who lets us wait: another wish is refused as long as this one is under way.
  const held: ServerResponse[] = [];
  const hanging = await strangeServer((_request, response) => void held.push(response));
  const begun = await owner.call('POST', path, { ...wish, address: hanging });
  await eventually(() => held.length > 0);
  t.match(await owner.call('POST', path, wish), { status: 409, body: { code: 'history-fetch.running' } });
  t.equal((await owner.call('DELETE', `${path}/${begun.body.id}`)).status, 204);
  for (const response of held) response.destroy();
});

/** Answers as a data service that tells what it likes. */
const tellingServer = (answers: (asked: string) => string) =>
  strangeServer((request, response) => {
    const operation = String(request.url).split('/').at(-1) ?? '';
    let body = '';
    request
      .on('data', (piece) => (body += piece))
      .on('end', () => {
        const content = `<rws_response>${answers(`${operation} ${decodeURIComponent(body)}`)}</rws_response>`;
        const escaped = content.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
        response.end(`<string xmlns="DataService.API">${escaped}</string>`);
      });
  });

const treeOf = (name: string, count = 1) =>
  `<Plant id='1'>${`<Inverter id='7' name='${name}' serial='S7'></Inverter>`.repeat(count)}</Plant>`;
const thisYearS = Date.UTC(today.subtract({ days: 1 }).year, 0, 1) / 1_000;

t.test('a portal that tells nonsense leaves no more behind than was asked for', async (t) => {
  const asking = async (answers: (asked: string) => string) => {
    const begun = await owner.call('POST', path, { ...wish, address: await tellingServer(answers) });
    const done = await ended(begun.body.id);
    const { rows } = await pool.query(
      `select coalesce(max(jsonb_array_length(days)), 0) as most from history_fetch_pieces where fetch_id = $1`,
      [done.id],
    );
    await owner.call('DELETE', `${path}/${done.id}`);
    return { ...done, most: Number(rows[0].most) };
  };
  const yearsOf = (asked: string, seconds: number | string) =>
    asked.includes('Overall') ? `<d t='${seconds}'>10</d>` : `<d t='${thisYearS}'>1</d>`.repeat(5_000);

  const repeated = await asking((asked) =>
    asked.startsWith('GetInverterList') ? treeOf('Dach') : yearsOf(asked, thisYearS),
  );
  t.match(repeated, { state: 'ready', most: 1 }, 'the same day five thousand times is one day');
  for (const year of [Date.UTC(2099, 0, 1) / 1_000, '1e300', -1e12]) {
    const odd = await asking((asked) => (asked.startsWith('GetInverterList') ? treeOf('Dach') : yearsOf(asked, year)));
    t.match(odd, { state: 'failed', failure: 'nothing' }, `no plant is of ${year}`);
  }
  const many = await asking(() => treeOf('Dach', 501));
  t.match(many, { state: 'failed', failure: 'tooMuch' });
  const named = await asking((asked) =>
    asked.startsWith('GetInverterList') ? treeOf(`${'x'.repeat(99)}🌞`) : yearsOf(asked, thisYearS),
  );
  t.match(named, { state: 'ready' }, 'a name is cut between its characters');
});

t.test('who may not, and what cannot be', async (t) => {
  t.equal((await viewer.call('GET', path)).status, 403);
  t.equal((await viewer.call('POST', path, wish)).status, 403);
  t.equal((await stranger.call('GET', path)).status, 404);
  t.equal((await stranger.call('POST', path, wish)).status, 404);
  t.match(await owner.call('POST', path, { ...wish, address: 'ftp://alt.example' }), {
    status: 422,
    body: { code: 'history-fetch.address-refused', errors: [{ pointer: '/address' }] },
  });
  for (const odd of [{ plantNumber: 0 }, { plantNumber: '3' }, { password: '' }, { userName: ' ' }, { more: 1 }]) {
    t.equal((await owner.call('POST', path, { ...wish, ...odd })).status, 400, JSON.stringify(odd));
  }
  const nowhere = `${path}/0198a000-0000-7000-8000-000000000001`;
  for (const [method, where] of [
    ['GET', `${nowhere}/preview`],
    ['POST', `${nowhere}/take`],
    ['DELETE', nowhere],
  ] as const) {
    t.match(await owner.call(method, where), { status: 404, body: { code: 'history-fetch.not-found' } });
  }
});

t.test('addresses as people have them', async (t) => {
  for (const [typed, address] of [
    ['http://ds.aesitelink.de/DataServiceApi.asmx', 'http://ds.aesitelink.de/DataServiceApi.asmx'],
    ['http://aesitelink.com/dataservice/DataServiceapi.asmx/', 'http://aesitelink.com/dataservice/DataServiceapi.asmx'],
    ['https://alt.example/x/DataServiceApi.asmx/GetInverterList?a=b', 'https://alt.example/x/DataServiceApi.asmx'],
    ['https://alt.example/DataServiceapi.asmx?op=GetInverterData', 'https://alt.example/DataServiceapi.asmx'],
    ['https://alt.example', 'https://alt.example/DataServiceApi.asmx'],
  ] as const) {
    t.equal(serviceAddress(typed), address);
  }
});
