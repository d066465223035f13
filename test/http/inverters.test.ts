import { sql } from 'kysely';
import t from 'tap';
import { importDevices } from '../../adapters/device-registry/import.js';
import { claimedDevices } from '../../commands/policies/activate-claimed-device.js';
import { SerialNumber } from '../../domain/kernel/ids.js';
import { Temporal } from '../../domain/kernel/time.js';
import { supportedInverterTypes } from '../../domain/plant/supported-inverter-types.js';
import { inverterRoutes } from '../../http/routes/inverters.js';
import { plantRoutes } from '../../http/routes/plants.js';
import { currentPlace, openClaims } from '../../projections/devices.js';
import { testApp } from '../support/app.js';
import { clientOf, device, newPlant, plantsApp, signIn } from '../support/plants-app.js';

const { app, db, deps, log, readModels, owner, stranger, seen, time, eventually } = await plantsApp(t);

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
  t.teardown(() => (time.ahead = Temporal.Duration.from({ seconds: 0 })));
  const afterDays = async (days: number) => {
    time.ahead = Temporal.Duration.from({ hours: 24 * days });
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

t.test('an exchange that is refused for its time costs nobody a claim', async (t) => {
  t.teardown(() => (time.ahead = Temporal.Duration.from({ seconds: 0 })));
  const squatter = `/plants/${await newPlant(stranger)}/inverters`;
  await stranger('POST', squatter, { serialNumber: 'SQUAT3', name: 'WR' });
  const claimLapsed = async () => (await stranger('GET', squatter)).body.items[0].claimLapsed;
  time.ahead = Temporal.Duration.from({ hours: 24 * 15 });
  await sql`update device_registry.claims set claimed_at = now() - interval '2 minutes'`.execute(db);
  const path = `/plants/${await newPlant(owner)}/inverters`;
  const added = await owner('POST', path, { serialNumber: 'PRESENT', name: 'WR' });
  const exchange = (exchangedAt?: Temporal.Instant) =>
    owner('POST', `${path}/${added.body.id}/exchange`, { serialNumber: 'SQUAT3', exchangedAt });
  for (const days of [14, 16]) {
    t.match(await exchange(Temporal.Now.instant().add({ hours: 24 * days })), { status: 422 });
    t.equal(await claimLapsed(), false);
  }
  t.match(await exchange(), { status: 200 });
  t.equal(await claimLapsed(), true);
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
