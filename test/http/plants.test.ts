import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import { sql } from 'kysely';
import t from 'tap';
import { v7 as uuidV7 } from 'uuid';
import { inverterCatalogue, seedInverterTypes } from '../../adapters/device-registry/catalogue.js';
import { importDevices } from '../../adapters/device-registry/import.js';
import { deviceRegistry } from '../../adapters/device-registry/registry.js';
import { openPolicies } from '../../adapters/outbox/policies.js';
import { claimedDevices } from '../../commands/policies/activate-claimed-device.js';
import { startTrialPolicy } from '../../commands/policies/start-trial.js';
import { standsByHistory } from '../../commands/plant/manage.js';
import { SerialNumber } from '../../domain/kernel/ids.js';
import { Temporal } from '../../domain/kernel/time.js';
import { licenceEvents } from '../../domain/licence/events.js';
import { plantEvents } from '../../domain/plant/events.js';
import { supportedInverterTypes } from '../../domain/plant/supported-inverter-types.js';
import { inverterTypeRoutes } from '../../http/routes/inverter-types.js';
import { inverterRoutes, type InverterRoutesDeps } from '../../http/routes/inverters.js';
import { plantRoutes } from '../../http/routes/plants.js';
import { currentPlace, devicesProjection, openClaims } from '../../projections/devices.js';
import { openProjections } from '../../projections/engine/engine.js';
import { licencesOf, licencesProjection } from '../../projections/licences.js';
import { findPlant, listPlants } from '../../projections/plant-queries.js';
import { plantsProjection } from '../../projections/plants.js';
import { testApp } from '../support/app.js';
import { testLog } from '../support/log.js';

const { db, pool, log } = await testLog(t, [...plantEvents, ...licenceEvents]);
await seedInverterTypes(db, supportedInverterTypes);
const device = (line: number, serialNumber: string, type: string) => ({
  line,
  values: { serialNumber, activationCode: 'ABCD-1234', type },
});
await importDevices(
  db,
  [device(1, 'REG1', '802R020'), device(2, 'REG2', ''), device(3, 'REG3', 'PVM10'), device(4, 'REG4', '')],
  supportedInverterTypes,
);

const onTrouble = (name: string, error: unknown) => t.fail(`${name}: ${String(error)}`);
const readModels = openProjections({
  db,
  pool,
  log,
  projections: [plantsProjection, devicesProjection, licencesProjection],
  onTrouble,
});
await readModels.start();
t.teardown(() => readModels.stop());
const policies = openPolicies({ db, pool, log, policies: [startTrialPolicy({ log })], onTrouble });
await policies.start();
t.teardown(() => policies.stop());

const seen = new Map<string, Temporal.Instant>();
let ahead = Temporal.Duration.from({ seconds: 0 });
const deps: InverterRoutesDeps = {
  log,
  clock: { now: () => Temporal.Now.instant().add(ahead) },
  registry: deviceRegistry(db, standsByHistory(log)),
  catalogue: inverterCatalogue(db),
  findPlant: (accountId, plantId) => findPlant(db, accountId, plantId),
  listPlants: (accountId, page) => listPlants(db, accountId, page),
  licencesOf: (plantIds) => licencesOf(db, plantIds),
  liveNumbers: async () => new Map(),
  lastSeen: async (serialNumbers) => new Map([...seen].filter(([serial]) => serialNumbers.some((s) => s === serial))),
  waitFor: (position) => readModels.waitFor(position),
  codeAttemptsPerMinute: 200,
};
const signIn: FastifyPluginAsyncZod = async (api) =>
  void api.post('/api/v1/test-sign-in', async () => ({ token: api.jwt.sign({ sub: uuidV7(), sid: uuidV7() }) }));
const app = await testApp(t, { routes: [signIn, plantRoutes(deps), inverterRoutes(deps), inverterTypeRoutes(deps)] });

type Answer = { readonly status: number; readonly body: any; readonly etag: string }; // eslint-disable-line @typescript-eslint/no-explicit-any
type Client = (method: string, path: string, body?: unknown, headers?: Record<string, string>) => Promise<Answer>;

/** A new account that is signed in. */
async function clientOf(target: typeof app): Promise<Client> {
  const { token } = (await target.inject({ method: 'POST', url: '/api/v1/test-sign-in' })).json();
  return async (method, path, body, headers = {}) => {
    const answer = await target.inject({
      method: method as 'GET',
      url: `/api/v1${path}`,
      headers: { authorization: `Bearer ${token}`, ...headers },
      ...(body === undefined ? {} : { payload: body as object }),
    });
    return {
      status: answer.statusCode,
      body: answer.body === '' ? null : answer.json(),
      etag: String(answer.headers['etag']),
    };
  };
}

const owner = await clientOf(app);
const stranger = await clientOf(app);

const plantBody = {
  name: 'Uracher Straße',
  kind: 'pv',
  address: { street: 'Uracher Straße 91', postcode: '72555', town: 'Metzingen', country: 'de' },
  location: { latitudeDeg: 48.54, longitudeDeg: 9.28, altitudeM: 350, timeZone: 'Europe/Berlin' },
  powerTemperatureCoefficientPercentPerK: -0.4,
  azimuthDeg: 180,
  tiltDeg: 30,
  moduleAreaM2: 120.5,
  generatorPowerW: 24_000,
};

async function newPlant(client: Client): Promise<string> {
  return (await client('POST', '/plants', plantBody)).body.id;
}

/** Waits until a question has the answer that policies and read models lead to. */
async function eventually<T>(ask: () => Promise<T>, isRight: (answer: T) => boolean): Promise<T> {
  const deadline = performance.now() + 10_000;
  for (;;) {
    const answer = await ask();
    if (isRight(answer) || performance.now() > deadline) return answer;
    await readModels.waitFor(await log.head());
  }
}

t.test('a plant is added, shown, changed and removed', async (t) => {
  const added = await owner('POST', '/plants', plantBody);
  t.match(added, { status: 201, etag: 'W/"0"', body: { ...plantBody, address: { country: 'DE' }, revision: '0' } });
  t.match(added.body, { licence: { state: 'none' }, nominalPowerW: 0, feedInTariffs: [], public: false });
  const path = `/plants/${added.body.id}`;
  t.strictSame((await owner('GET', path)).body, added.body);

  const listed = await owner('GET', '/plants');
  t.match(listed.body.items, [{ id: added.body.id, town: 'Metzingen', state: 'noInverters', acPowerW: null }]);

  const changed = await owner('PATCH', path, {
    name: 'Dach',
    location: { ...plantBody.location, timeZone: 'Europe/Rome' },
  });
  t.match(changed, { status: 200, etag: 'W/"1"', body: { name: 'Dach', location: { timeZone: 'Europe/Rome' } } });
  t.match(await owner('PATCH', path, { name: 'Alt' }, { 'if-match': added.etag }), { status: 412 });
  t.match(await owner('PATCH', path, { name: 'Neu' }, { 'if-match': changed.etag }), { status: 200, etag: 'W/"2"' });
  t.match(await owner('PATCH', path, {}), { status: 200, etag: 'W/"2"' });

  t.match(await owner('DELETE', path), { status: 204, body: null });
  t.match(await owner('GET', path), { status: 404, body: { code: 'plant.not-found' } });
  t.match((await owner('GET', '/plants')).body.items, []);
});

t.test('the same Idempotency-Key is the same plant, for one account', async (t) => {
  const headers = { 'idempotency-key': 'klick-1' };
  const [first, second] = await Promise.all([
    owner('POST', '/plants', plantBody, headers),
    owner('POST', '/plants', plantBody, headers),
  ]);
  t.equal(first.status, 201);
  t.equal(second.status, 201);
  t.equal(first.body.id, second.body.id);
  t.not((await stranger('POST', '/plants', plantBody, headers)).body.id, first.body.id);
  await owner('DELETE', `/plants/${first.body.id}`);
});

t.test('an Idempotency-Key repeats the command of one caller, and nothing else', async (t) => {
  const headers = { 'idempotency-key': '1' };
  const reused = { status: 422, body: { code: 'request.idempotency-key-reused' } };
  const { id } = (await owner('POST', '/plants', plantBody, headers)).body;
  const path = `/plants/${id}`;

  for (const [method, body] of [['PATCH', { name: 'mine' }], ['DELETE']] as const) {
    const refused = { status: 404, body: { code: 'plant.not-found' } };
    t.match(await stranger(method, path, body, headers), refused, `${method} with the key of the owner`);
    for (const revision of ['0', '7']) {
      const guess = await stranger(method, path, body, { 'if-match': `W/"${revision}"` });
      t.match(guess, refused, `${method} tells nothing about revisions`);
    }
  }
  t.match(await owner('POST', '/plants', { ...plantBody, name: 'Other' }, headers), reused, 'another plant');
  t.match(
    await owner('PATCH', path, { name: 'New' }, headers),
    { status: 200, body: { name: 'New' } },
    'another command',
  );
  t.match(await owner('PATCH', path, { name: 'Newer' }, headers), reused, 'another change');
  t.match(await owner('PATCH', path, { name: 'Newest' }), { status: 200 });
  t.match(await owner('PATCH', path, { name: 'New' }, headers), { status: 200, body: { name: 'Newest' } }, 'repeated');
  t.match(await owner('PATCH', path, { name: 'x' }, { 'if-match': 'W/"0"' }), { status: 412 });

  const inverter = { serialNumber: 'KEY1', name: 'first' };
  const added = await owner('POST', `${path}/inverters`, inverter, headers);
  t.equal(added.status, 201);
  t.equal((await owner('POST', `${path}/inverters`, inverter, headers)).body.id, added.body.id);
  t.match(await owner('POST', `${path}/inverters`, { ...inverter, serialNumber: 'KEY2' }, headers), reused);
  t.equal(await deps.registry.holder(SerialNumber.parse('KEY2')), null, 'nothing stays claimed');
  const place = `${path}/inverters/${added.body.id}`;
  const exchange = { serialNumber: 'KEY3' };
  for (const time of ['first', 'second']) {
    t.match(await owner('POST', `${place}/exchange`, exchange, headers), { status: 200 }, `exchanged, ${time} time`);
  }
  const other = await owner('POST', `${path}/inverters`, { serialNumber: 'KEY4', name: 'second' });
  t.match(await owner('DELETE', place, undefined, headers), { status: 204 });
  t.match(await owner('DELETE', place, undefined, headers), { status: 204 }, 'removed already');
  t.match(await owner('DELETE', `${path}/inverters/${other.body.id}`, undefined, headers), reused);

  t.match(await owner('DELETE', path, undefined, headers), { status: 204 });
  t.match(await owner('DELETE', path, undefined, headers), { status: 204 }, 'removed already');
  t.match(await owner('GET', path), { status: 404 });
});

t.test('bad input is told field by field, foreign plants do not exist', async (t) => {
  const id = await newPlant(owner);
  const path = `/plants/${id}`;
  const pointers = (answer: Answer) => answer.body.errors?.map((error: { pointer: string }) => error.pointer);
  const refused = async (body: unknown, status: number, pointer: string) => {
    const answer = await owner('POST', '/plants', body);
    t.match(answer, { status }, pointer);
    t.ok(pointers(answer)?.includes(pointer), pointer);
  };
  await refused({ ...plantBody, name: 7 }, 400, '/name');
  await refused({ ...plantBody, extra: true }, 400, '/extra');
  await refused({ ...plantBody, tiltDeg: '30' }, 400, '/tiltDeg');
  await refused({ ...plantBody, moduleAreaM2: Number.NaN }, 400, '/moduleAreaM2');
  await refused({ ...plantBody, name: 'x'.repeat(81) }, 400, '/name');
  await refused({ ...plantBody, azimuthDeg: 360 }, 400, '/azimuthDeg');
  await refused({ ...plantBody, location: { ...plantBody.location, timeZone: 'Mars/X' } }, 422, '/location/timeZone');
  const tariff = { from: '2026-01-01', centsPerKwh: 8 };
  await refused({ ...plantBody, feedInTariffs: [tariff, tariff] }, 422, '/feedInTariffs');
  t.match(await owner('POST', '/plants', { ...plantBody, description: 'x'.repeat(300_000) }), { status: 413 });
  t.match(await owner('PATCH', path, { name: 'x' }, { 'if-match': 'gestern' }), { status: 400 });
  t.match(await owner('GET', '/plants?cursor=%27%3Bdrop'), { status: 400 });
  t.match(await owner('GET', '/plants/not-an-id'), { status: 404 });

  for (const [method, suffix, body] of [
    ['GET', '', undefined],
    ['PATCH', '', { name: 'mine' }],
    ['DELETE', '', undefined],
    ['GET', '/subplants', undefined],
    ['POST', '/subplants', { name: 'mine' }],
    ['GET', '/inverters', undefined],
    ['POST', '/inverters', { serialNumber: 'REG1', activationCode: 'ABCD1234', name: 'mine' }],
    ['POST', '/inverters/verdict', { serialNumber: 'REG1', activationCode: 'ABCD1234' }],
  ] as const) {
    t.match(await stranger(method, path + suffix, body), { status: 404 }, `${method} ${suffix}`);
  }
  const anonymous = await app.inject({ method: 'POST', url: '/api/v1/plants', payload: {} });
  t.equal(anonymous.statusCode, 401, 'who is not signed in learns nothing about the form');
  await owner('DELETE', path);
});

t.test('subplants have an orientation of their own', async (t) => {
  const path = `/plants/${await newPlant(owner)}`;
  const added = await owner('POST', `${path}/subplants`, { name: 'Ost', azimuthDeg: 90 });
  t.match(added, { status: 201, body: { name: 'Ost', azimuthDeg: 90, tiltDeg: null } });
  const subplant = `${path}/subplants/${added.body.id}`;
  t.match(await owner('PATCH', subplant, { tiltDeg: 15 }), { status: 200, body: { azimuthDeg: 90, tiltDeg: 15 } });
  t.match(await owner('PATCH', subplant, { tiltDeg: null }), { status: 200, body: { azimuthDeg: 90, tiltDeg: null } });
  t.match((await owner('GET', `${path}/subplants`)).body, { items: [{ id: added.body.id }], next: null });
  const body = { serialNumber: 'SUB1', name: 'WR', subplantId: added.body.id };
  const inverter = await owner('POST', `${path}/inverters`, body);
  t.match(inverter, { status: 201, body: { subplantId: added.body.id } });
  t.match(await owner('DELETE', subplant), { status: 204 });
  t.match(await owner('DELETE', subplant), { status: 404 });
  t.match((await owner('GET', `${path}/inverters`)).body.items, [{ subplantId: null }]);
  t.match(await owner('POST', `${path}/inverters`, { ...body, serialNumber: 'SUB2' }), {
    status: 422,
    body: { code: 'inverter.subplant-unknown', errors: [{ pointer: '/subplantId' }] },
  });
  t.equal(await deps.registry.holder(SerialNumber.parse('SUB2')), null, 'a refused device stays free');
  await owner('DELETE', path);
  t.equal(await deps.registry.holder(SerialNumber.parse('SUB1')), null, 'and so does that of a removed plant');
});

t.test('an inverter is added with its code; the trial starts', async (t) => {
  const path = `/plants/${await newPlant(owner)}`;
  const verdict = async (body: object) => (await owner('POST', `${path}/inverters/verdict`, body)).body;
  t.match(await verdict({ serialNumber: 'REG1' }), { verdict: 'codeMissing', typeId: null });
  t.match(await verdict({ serialNumber: 'REG1', activationCode: 'WRONG' }), { verdict: 'wrongCode', typeId: null });
  const right = { serialNumber: 'reg1', activationCode: 'abcd 1234' };
  t.match(await verdict(right), { verdict: 'awaitingData', typeId: 'refusol-020k' });
  t.match(await verdict({ serialNumber: 'NOBODY' }), { verdict: 'unknownDevice' });
  seen.set('REG1', Temporal.Now.instant());
  t.match(await verdict(right), { verdict: 'reporting', lastSeenAt: /Z$/ });

  const add = (body: object) => owner('POST', `${path}/inverters`, { name: 'WR 1', ...body });
  t.match(await add({ ...right, activationCode: 'ABCD-1235' }), {
    status: 422,
    body: { code: 'inverter.activation-code-wrong', errors: [{ pointer: '/activationCode' }] },
  });
  t.match(await add({ serialNumber: 'REG1' }), { status: 422, body: { code: 'inverter.activation-code-missing' } });
  t.match(await add({ serialNumber: 'A B' }), { status: 422, body: { code: 'inverter.serial-number-malformed' } });
  t.match(await add({ serialNumber: 'NEW1', typeId: 'perpetuum' }), {
    status: 422,
    body: { code: 'inverter.type-unknown' },
  });
  const added = await add(right);
  t.match(added, {
    status: 201,
    body: { serialNumber: 'REG1', state: 'reporting', nominalPowerW: 19_200, nominalPowerAssumed: false },
  });
  t.match(added.body, { type: { id: 'refusol-020k' }, devices: [{ serialNumber: 'REG1', to: null }] });
  t.match(await verdict(right), { verdict: 'taken' });
  t.match(await add(right), { status: 409, body: { code: 'inverter.in-this-plant' } });

  const plant = await eventually(
    () => owner('GET', path),
    (answer) => answer.body.licence.state === 'trial',
  );
  t.match(plant.body, { licence: { state: 'trial', daysLeft: 40 }, nominalPowerW: 19_200, inverterCount: 1 });
  t.match(await currentPlace(db, 'REG1'), { inverterId: added.body.id, timeZone: 'Europe/Berlin' });

  const inverter = `${path}/inverters/${added.body.id}`;
  t.match(await owner('PATCH', inverter, { typeId: 'sinvert-pvm10' }), {
    status: 422,
    body: { code: 'inverter.type-fixed' },
  });
  t.match(await owner('PATCH', inverter, { name: 'Garage' }), { status: 200, body: { name: 'Garage' } });
  t.match(await owner('GET', inverter), { status: 200, body: { name: 'Garage' } });
  t.match(await owner('DELETE', inverter), { status: 204 });
  t.match(await owner('DELETE', inverter), { status: 404, body: { code: 'inverter.not-found' } });
  t.equal((await owner('GET', path)).body.nominalPowerW, 0);

  const again = await owner('POST', `/plants/${await newPlant(stranger)}/inverters`, { ...right, name: 'x' });
  t.match(again, { status: 404 });
  const theirs = await newPlant(stranger);
  t.match(await stranger('POST', `/plants/${theirs}/inverters`, { ...right, name: 'x' }), { status: 201 });
  t.match(await add(right), { status: 409, body: { code: 'inverter.taken', errors: [{ pointer: '/serialNumber' }] } });
});

t.test('an unknown device is claimed by its first data', async (t) => {
  const path = `/plants/${await newPlant(owner)}`;
  const serialNumber = SerialNumber.parse('FIELD1');
  const added = await owner('POST', `${path}/inverters`, { serialNumber, name: 'WR' });
  t.match(added, {
    status: 201,
    body: { state: 'claimOpen', activatedAt: null, type: null, nominalPowerW: 20_000, nominalPowerAssumed: true },
  });
  t.match((await owner('GET', path)).body, { nominalPowerAssumed: true, licence: { state: 'none' } });
  const rival = await newPlant(stranger);
  t.match(await stranger('POST', `/plants/${rival}/inverters`, { serialNumber, name: 'WR' }), { status: 409 });

  const claimed = claimedDevices({ log, openClaims: () => openClaims(db) }, { maxAgeMs: 0 });
  t.equal(await claimed.deviceReported(serialNumber, Temporal.Instant.from('2020-01-01T00:00:00Z')), null);
  t.equal(await claimed.deviceReported(SerialNumber.parse('FIELD2'), Temporal.Now.instant()), null);
  const reports = await Promise.all([1, 2, 3].map(() => claimed.deviceReported(serialNumber, Temporal.Now.instant())));
  const positions = reports.filter((position) => position !== null);
  t.equal(positions.length, 1, 'activated once, however often it reports');
  await readModels.waitFor(positions[0] ?? 0n);
  t.match((await owner('GET', `${path}/inverters`)).body.items, [{ state: 'awaitingData', activatedAt: /Z$/ }]);
  t.match(await currentPlace(db, serialNumber), { inverterId: added.body.id });
  await eventually(
    () => owner('GET', path),
    (answer) => answer.body.licence.state === 'trial',
  ).then((answer) => t.equal(answer.body.licence.state, 'trial'));

  const inverter = `${path}/inverters/${added.body.id}`;
  t.match(await owner('PATCH', inverter, { typeId: 'sinvert-pvm17' }), {
    status: 200,
    body: { nominalPowerW: 16_500, nominalPowerAssumed: false },
  });
  t.match((await owner('GET', path)).body, { nominalPowerW: 16_500, nominalPowerAssumed: false });
});

t.test('an open claim without data gives way, after 14 days or to the right code', async (t) => {
  t.teardown(() => (ahead = Temporal.Duration.from({ seconds: 0 })));
  const afterDays = async (days: number) => {
    ahead = Temporal.Duration.from({ hours: 24 * days });
    await sql`update device_registry.claims set claimed_at = now() - interval '2 minutes'`.execute(db);
  };
  const squatter = `/plants/${await newPlant(stranger)}`;
  const path = `/plants/${await newPlant(owner)}`;
  const serialNumber = SerialNumber.parse('SQUAT1');
  const body = { serialNumber, name: 'WR' };
  const verdict = async () => (await owner('POST', `${path}/inverters/verdict`, { serialNumber })).body.verdict;
  const squatted = await stranger('POST', `${squatter}/inverters`, body);
  await afterDays(13);
  t.match(await owner('POST', `${path}/inverters`, body), { status: 409, body: { code: 'inverter.taken' } });
  t.equal(await verdict(), 'taken');
  t.match((await stranger('GET', `${squatter}/inverters`)).body.items, [{ state: 'claimOpen', claimLapsed: false }]);

  await afterDays(14);
  t.equal(await verdict(), 'unknownDevice');
  const added = await owner('POST', `${path}/inverters`, body);
  t.match(added, { status: 201, body: { state: 'claimOpen', claimLapsed: false } });
  t.match((await stranger('GET', `${squatter}/inverters`)).body.items, [{ state: 'claimOpen', claimLapsed: true }]);
  const claimed = claimedDevices({ log, openClaims: () => openClaims(db) }, { maxAgeMs: 0 });
  const position = await claimed.deviceReported(serialNumber, deps.clock.now());
  await readModels.waitFor(position ?? 0n);
  t.match(await currentPlace(db, serialNumber), { inverterId: added.body.id }, 'the data proves the newer claim');
  t.match(await stranger('DELETE', `${squatter}/inverters/${squatted.body.id}`), { status: 204 });
  t.match(await deps.registry.holder(serialNumber), { inverterId: added.body.id });
  await afterDays(100);
  t.match(await stranger('POST', `${squatter}/inverters`, body), { status: 409 }, 'a proven claim never lapses');

  const late = { serialNumber: SerialNumber.parse('SQUAT2'), name: 'WR' };
  await stranger('POST', `${squatter}/inverters`, late);
  await afterDays(100);
  await importDevices(db, [device(1, 'SQUAT2', '')], supportedInverterTypes);
  t.match(await owner('POST', `${path}/inverters`, { ...late, activationCode: 'ABCD-1234' }), { status: 201 });
  t.match((await stranger('GET', `${squatter}/inverters`)).body.items, [{ claimLapsed: true }]);
});

t.test('an exchange keeps the place and frees the old device', async (t) => {
  const path = `/plants/${await newPlant(owner)}`;
  const code = { activationCode: 'ABCD-1234' };
  const added = await owner('POST', `${path}/inverters`, { serialNumber: 'REG3', name: 'WR', ...code });
  const exchange = (body: object, headers = {}) =>
    owner('POST', `${path}/inverters/${added.body.id}/exchange`, body, headers);
  t.match(await exchange({ serialNumber: 'REG3', ...code }), { status: 422, body: { code: 'inverter.same-device' } });
  t.ok(await deps.registry.holder(SerialNumber.parse('REG3')), 'which keeps its claim');
  t.match(await exchange({ serialNumber: 'REG4', activationCode: 'NO' }), { status: 422 });
  t.match(await exchange({ serialNumber: 'REG4', ...code }, { 'if-match': 'W/"0"' }), { status: 412 });
  t.equal(await deps.registry.holder(SerialNumber.parse('REG4')), null, 'a stale wish leaves no claim');
  const exchanged = await exchange({ serialNumber: 'REG4', ...code });
  t.match(exchanged, { status: 200, body: { id: added.body.id, serialNumber: 'REG4', nominalPowerAssumed: true } });
  t.match(exchanged.body.devices, [
    { serialNumber: 'REG4', to: null },
    { serialNumber: 'REG3', to: /Z$/ },
  ]);
  t.equal(await currentPlace(db, 'REG3'), null);
  t.match(await currentPlace(db, 'REG4'), { inverterId: added.body.id });
  t.match(await owner('POST', `${path}/inverters`, { serialNumber: 'REG3', name: 'WR 2', ...code }), { status: 201 });
  t.match((await owner('GET', path)).body, { nominalPowerW: 30_000, inverterCount: 2 });
});

t.test('of two plants that claim one device at once, exactly one wins', async (t) => {
  const plants = await Promise.all([newPlant(owner), newPlant(stranger), newPlant(owner), newPlant(stranger)]);
  for (let round = 1; round <= 5; round++) {
    const body = { serialNumber: `RACE${round}`, name: 'WR' };
    const answers = await Promise.all(
      plants.map((id, index) => (index % 2 === 0 ? owner : stranger)('POST', `/plants/${id}/inverters`, body)),
    );
    t.strictSame(answers.map(({ status }) => status).sort(), [201, 409, 409, 409], `round ${round}`);
  }
  const { rows } = await sql`select serial_number from device_registry.claims where serial_number like 'RACE%'`.execute(
    db,
  );
  t.equal(rows.length, 5);
});

t.test('codes cannot be tried out', async (t) => {
  const { codeAttemptsPerMinute: _many, ...strict } = deps;
  const guarded = await testApp(t, { routes: [signIn, plantRoutes(strict), inverterRoutes(strict)] });
  const guesser = await clientOf(guarded);
  const path = `/plants/${await newPlant(guesser)}/inverters/verdict`;
  const statuses = [];
  for (let guess = 0; guess < 21; guess++) {
    statuses.push((await guesser('POST', path, { serialNumber: 'REG2', activationCode: `G${guess}` })).status);
  }
  t.strictSame(statuses, [...Array.from({ length: 20 }, () => 200), 429]);
});

t.test('the catalogue is public', async (t) => {
  const answer = await app.inject('/api/v1/inverter-types');
  t.equal(answer.statusCode, 200);
  t.equal(answer.json().items.length, supportedInverterTypes.length);
  t.match(
    answer.json().items.find((type: { id: string }) => type.id === 'refusol-008k'),
    { nominalPowerW: 8_250, minimumFirmware: null },
  );
});
