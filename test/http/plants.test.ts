import t from 'tap';
import { SerialNumber } from '../../domain/kernel/ids.js';
import { newPlant, plantBody, plantsApp, type Answer } from '../support/plants-app.js';

const { app, deps, owner, stranger } = await plantsApp(t);

t.test('a plant is added, shown, changed and removed', async (t) => {
  const added = await owner('POST', '/plants', plantBody);
  t.match(added, { status: 201, etag: 'W/"0"', body: { ...plantBody, address: { country: 'DE' }, revision: '0' } });
  t.match(added.body, { licence: { state: 'none' }, nominalPowerW: 0, feedInTariffs: { length: 0 }, public: false });
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
  t.match((await owner('GET', '/plants')).body.items, { length: 0 });
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
  for (const from of ['1989-12-31', '2999-01-01'])
    await refused({ ...plantBody, feedInTariffs: [{ ...tariff, from }] }, 400, '/feedInTariffs/0/from');
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
