import { randomUUID } from 'node:crypto';
import t from 'tap';
import { SerialNumber } from '../../../domain/kernel/ids.js';
import { Temporal } from '../../../domain/kernel/time.js';
import { eventually } from '../../support/eventually.js';
import { callJson, newInverter, newPlant } from '../../support/owner.js';
import { bearer, fullRequest, inDays, repairPortal } from '../../support/repairs.js';
import { wallS } from '../../support/watched-portal.js';

const { system, url, owner, stranger, advocate, auditor, office, sent } = await repairPortal();
const { device, report, contact } = fullRequest;
const jpeg = '\xff\xd8\xff\xe0..JFIF..\xff\xd9';

t.test('a draft is kept as it is, changed, sent once, and thrown away while it is one', async (t) => {
  const empty = { device: {}, report: {}, contact: {} };
  const key = { 'idempotency-key': randomUUID() };
  const begun = await owner.call('POST', '/repair-orders', empty, key);
  t.match(begun, { status: 201, body: { status: 'draft', device: { serialNumber: null }, sentAt: null } });
  t.match(await owner.call('POST', '/repair-orders', empty, key), { status: 201, body: { id: begun.body.id } });
  const path = `/repair-orders/${begun.body.id}`;
  const early = await owner.call('POST', `${path}/request`);
  t.match(early, { status: 422, body: { code: 'repair.incomplete' } });
  const pointers = early.body.errors.map(({ pointer }: { pointer: string }) => pointer);
  t.ok(pointers.includes('/device/category') && pointers.includes('/contact/country'), pointers.join());
  t.notOk(pointers.includes('/report/specialSettings'));
  const saved = await owner.call('PUT', path, fullRequest, { 'if-match': String(begun.headers['etag']) });
  t.match(saved, {
    status: 200,
    body: {
      device: { serialNumber: 'LBAN-1' },
      contact: { company: null, country: 'DE' },
      number: /^R-[0-9A-F]{8}$/,
    },
  });
  t.match(await owner.call('PUT', path, empty, { 'if-match': String(begun.headers['etag']) }), { status: 412 });
  t.match(await office('GET', `/${begun.body.id}`), { status: 404 }, 'nobody else sees a draft');
  t.match(await owner.call('POST', `${path}/request`), { body: { status: 'requested', dueOn: inDays(3) } });
  t.match(await owner.call('POST', `${path}/request`), { status: 409, body: { code: 'repair.wrong-state' } });
  t.match(await owner.call('DELETE', path), { status: 409 });
  const other = await owner.call('POST', '/repair-orders', fullRequest);
  t.match(await owner.call('DELETE', `/repair-orders/${other.body.id}`), { status: 204 });
  t.match(await owner.call('GET', `/repair-orders/${other.body.id}`), { status: 404 });
  const { items } = (await owner.call('GET', '/repair-orders')).body;
  t.strictSame(
    items.map(({ id }: { id: string }) => id),
    [begun.body.id],
  );
});

t.test('what does not fit is said beside its field', async (t) => {
  for (const [body, pointer] of [
    [{ ...fullRequest, contact: { ...contact, postcode: '123' } }, '/contact/postcode'],
    [{ ...fullRequest, contact: { ...contact, email: 'nobody' } }, '/contact/email'],
    [{ ...fullRequest, device: { ...device, deliveredOn: '31.12.2014' } }, '/device/deliveredOn'],
    [{ ...fullRequest, device: { ...device, category: 'gold' } }, '/device/category'],
    [{ ...fullRequest, report: { ...report, fault: 'x'.repeat(4_001) } }, '/report/fault'],
    [{ ...fullRequest, state: 'closed' }, '/state'],
  ] as const) {
    t.match(
      await owner.call('POST', '/repair-orders', body),
      { status: 400, body: { errors: [{ pointer }] } },
      pointer,
    );
  }
  const plantId = await newPlant(stranger);
  t.match(await owner.call('POST', '/repair-orders', { ...fullRequest, device: { ...device, plantId } }), {
    status: 404,
    body: { code: 'plant.not-found' },
  });
});

t.test('the category is proposed, and prices are public', async (t) => {
  const proposed = async (query: string) => (await owner.call('GET', `/repair-category?${query}`)).body.category;
  t.match((await owner.call('GET', '/repair-category?serialNumber=A1&deliveredOn=2012-05-01')).body, {
    ...{ reason: 'warrantyOver', warrantyUntil: '2017-04-30' },
  });
  t.equal(await proposed('serialNumber=A1&deliveredOn=2012-05-01'), 'outOfWarranty');
  t.equal(await proposed(`serialNumber=A1&deliveredOn=${inDays(-100)}`), 'ae');
  t.equal(await proposed(`serialNumber=A1&type=PVM10&deliveredOn=${inDays(-100)}`), 'siemens');
  t.equal(await proposed('serialNumber=A1'), null);
  const prices = await callJson(`${url}/api/v1/public/repair-prices`, 'GET');
  t.match(prices, { status: 200, body: { version: 'demo', isExample: true, warrantyYears: 5, vatRatePercent: 19 } });
  const flat = prices.body.items.find(({ code }: { code: string }) => code === 'repair-flat');
  t.match(flat, {
    net: { ae: { cents: 0 }, outOfWarranty: { cents: 49_000 } },
    gross: { outOfWarranty: { cents: 58_310 } },
  });
});

t.test('a repair of somebody else does not exist', async (t) => {
  const id = await sent();
  for (const [method, path, body] of [
    ['GET', '', undefined],
    ['PUT', '', fullRequest],
    ['DELETE', '', undefined],
    ['POST', '/request', undefined],
    ['GET', '/messages', undefined],
    ['POST', '/messages', { text: 'Hallo' }],
    ['POST', '/offer/acceptance', { offerNo: 1 }],
    ['POST', '/offer/refusal', { offerNo: 1 }],
    ['POST', '/withdrawal', undefined],
    ['POST', '/dispatch', undefined],
  ] as const) {
    const answer = await stranger.call(method, `/repair-orders/${id}${path}`, body);
    t.match(answer, { status: 404, body: { code: 'repair.not-found' } }, `${method} ${path}`);
  }
  t.strictSame((await stranger.call('GET', '/repair-orders')).body.items, []);
});

t.test('whoever asks again for the same device learns that a repair is under way', async (t) => {
  const serialNumber = `T${randomUUID().slice(0, 8)}`.toUpperCase();
  const known = (person: typeof owner) =>
    person.call('GET', `/repair-device?serialNumber=${serialNumber.toLowerCase()}`);
  t.strictSame((await known(owner)).body, { openRepairs: [], evidence: null });
  const id = await sent({ serialNumber });
  t.match((await known(owner)).body, { openRepairs: [{ id, number: /^R-[0-9A-F]{8}$/, status: 'requested' }] });
  t.strictSame((await known(stranger)).body.openRepairs, [], 'of somebody else nothing is told');
  await owner.call('POST', `/repair-orders/${id}/withdrawal`);
  t.strictSame((await known(owner)).body.openRepairs, []);
  t.match(await owner.call('GET', '/repair-device?serialNumber='), { status: 400 });
});

t.test('what the portal knows of the device goes along, and only to whom it belongs', async (t) => {
  const serialNumber = `E${randomUUID().slice(0, 8)}`.toUpperCase();
  const plantId = await newPlant(owner);
  const inverterId = await newInverter(owner, plantId, serialNumber);
  const at = Date.now();
  const ofDevice = { serialNumber: SerialNumber.parse(serialNumber), mac: null, deviceClockS: wallS(at) };
  const numbers = { short: null, long: null, type: null, state: 7, stateAfter: null };
  const record = { ...ofDevice, intervalS: 600, channels: { acPowerW: 4_200, dayEnergyWh: 100, status: 4 } };
  const assigned = 'select from devices.assignments where plant_id = $1';
  await eventually(async () => {
    await system.intake.record([record], Temporal.Now.instant());
    return (await system.database.pool.query(assigned, [plantId])).rowCount === 1;
  });
  await eventually(async () => {
    await system.intake.record([record], Temporal.Now.instant());
    await system.intake.recordErrors([{ ...ofDevice, code: '0A0004', ...numbers }], Temporal.Now.instant());
    const [stay] = await system.deviceEvidences.staysOf(ofDevice.serialNumber);
    if (stay === undefined) return false;
    const { errors, powerCurve } = await system.deviceEvidences.of(stay);
    return errors.length === 1 && powerCurve !== null;
  });
  const seen = await owner.call('GET', `/repair-device?serialNumber=${serialNumber}`);
  t.match(seen.body.evidence, { errors: [{ code: '0A0004' }], powerCurve: { stepS: 600 } }, 'shown before it is sent');
  const hidden = await stranger.call('GET', `/repair-device?serialNumber=${serialNumber}`);
  t.equal(hidden.body.evidence, null);
  const id = await sent({ serialNumber, plantId, inverterId });
  t.match(await owner.call('GET', `/repair-orders/${id}`), {
    body: { device: { plantId, inverterId }, attached: { errorCount: 1, hasPowerCurve: true } },
  });
  const { evidence } = (await office('GET', `/${id}`)).body;
  t.match(evidence.errors, [{ code: '0A0004', text: 'Regulator voltage 4', deviceState: 7 }]);
  t.match(evidence.powerCurve, { stepS: 600 });
  t.equal(evidence.powerCurve.acPowerW.length, 288);
  t.equal(evidence.powerCurve.acPowerW.at(-1), 4_200);

  const successor = `N${randomUUID().slice(0, 8)}`.toUpperCase();
  const place = `/plants/${plantId}/inverters/${inverterId}`;
  t.match(await owner.call('POST', `${place}/exchange`, { serialNumber: successor }), { status: 200 });
  await eventually(async () => {
    const stays = await system.deviceEvidences.staysOf(SerialNumber.parse(serialNumber));
    return Number.isFinite(stays[0]?.toS ?? Infinity);
  });
  const exchanged = async (serial: string) =>
    (await owner.call('GET', `/repair-orders/${await sent({ serialNumber: serial })}`)).body.attached;
  t.strictSame(await exchanged(serialNumber), { errorCount: 1, hasPowerCurve: true }, 'what came of it before');
  t.equal(await exchanged(successor), null, 'it has told nothing yet, and its predecessor is another device');
  const foreign = await stranger.call('POST', '/repair-orders', {
    ...fullRequest,
    device: { ...device, serialNumber },
  });
  t.match(await stranger.call('POST', `/repair-orders/${foreign.body.id}/request`), { body: { attached: null } });

  const life = (serial: string, headers: object = advocate) =>
    callJson(`${url}/api/v1/office/devices/${serial}`, 'GET', undefined, headers);
  await eventually(async () => (await life(serialNumber)).body.stays[0].energyWh !== null);
  const { status, body } = await life(serialNumber.toLowerCase());
  t.match([status, body], [200, { serialNumber, isRegistered: false, type: null, lastSeenAt: /^20\d\d-.*Z$/ }]);
  t.match(body.stays, [
    { plantId, plantName: 'Uracher Straße', state: 'former', from: null, to: /^20/, energyWh: 100 },
  ]);
  t.match(body.errors, [{ code: '0A0004', text: 'Regulator voltage 4', deviceState: 7 }]);
  const asked = body.repairs.map((one: { id: string; customerName: string }) => `${one.id} ${one.customerName}`);
  const [theirs, own] = [`${foreign.body.id} ${stranger.userName}`, `${id} ${owner.userName}`];
  t.ok(asked.includes(theirs) && asked.includes(own), 'whoever asked for them');
  t.match(await life('LBAN-1'), {
    status: 200,
    body: { stays: { length: 0 }, lastSeenAt: null, errors: { length: 0 } },
  });
  t.match(await life('NOBODY-KNOWS-IT'), { status: 404 });
  t.match(await life(serialNumber, auditor), { status: 200 });
});

t.test('photos and PDFs are what they say, and are handed out safely', async (t) => {
  const path = `/repair-orders/${(await owner.call('POST', '/repair-orders', fullRequest)).body.id}`;
  const send = async (name: string, type: string, content: string, more: { key?: string; to?: string } = {}) => {
    const body = new FormData();
    body.append('file', new Blob([Buffer.from(content, 'latin1')], { type }), name);
    const who = more.to?.startsWith('/office/') === true ? advocate : bearer(owner);
    const headers = { ...who, ...(more.key === undefined ? {} : { 'idempotency-key': more.key }) };
    const answer = await fetch(`${url}/api/v1${more.to ?? path}/attachments`, { method: 'POST', headers, body });
    return { status: answer.status, body: JSON.parse(await answer.text()) };
  };
  const key = randomUUID();
  const photo = await send('Schild <b>.jpg', 'image/jpeg', jpeg, { key });
  t.match(photo, { status: 201, body: { name: 'Schild <b>.jpg', mediaType: 'image/jpeg', from: 'customer' } });
  t.match(await send('Schild <b>.jpg', 'image/jpeg', jpeg, { key }), { status: 201, body: { id: photo.body.id } });
  const pdf = await send('Protokoll', 'application/octet-stream', '%PDF-1.7 .. %%EOF');
  t.match(pdf, { status: 201, body: { mediaType: 'application/pdf' } });
  for (const [name, type, content, code] of [
    ['a.svg', 'image/svg+xml', '<svg onload="alert(1)"/>', 'repair.file-type'],
    ['a.png', 'image/png', '<html><script>alert(1)</script>', 'repair.file-type'],
    ['a.zip', 'application/zip', 'PK\x03\x04', 'repair.file-type'],
    ['a.html', 'text/html', jpeg, 'repair.file-lies'],
    ['a.png', 'image/png', jpeg, 'repair.file-lies'],
  ] as const) {
    t.match(await send(name, type, content), { status: 422, body: { code } }, name);
  }
  const huge = `${jpeg}${'x'.repeat(10 * 1024 * 1024)}`;
  const tooLarge = { status: 413, body: { code: 'repair.file-too-large' } };
  t.match(await send('a.jpg', 'image/jpeg', huge), tooLarge);
  t.match(await owner.call('GET', `${path}/attachments`), { body: { items: { length: 2 } } });

  const read = (who: Record<string, string>, to: string) => fetch(`${url}/api/v1${to}`, { headers: who });
  const file = await read(bearer(owner), `${path}/attachments/${photo.body.id}`);
  t.match(Object.fromEntries(file.headers), {
    'content-type': 'image/jpeg',
    'content-disposition': /^attachment; filename="R-[0-9A-F]{8}-1\.jpg"$/,
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; sandbox",
  });
  t.equal(Buffer.from(await file.arrayBuffer()).toString('latin1'), jpeg);
  const to = `/office${path}`;
  t.equal((await read(advocate, `${to}/attachments/${photo.body.id}`)).status, 404, 'a draft is nobody else’s');
  t.equal((await read(bearer(stranger), `${path}/attachments/${photo.body.id}`)).status, 404);
  t.match(await owner.call('DELETE', `${path}/attachments/${pdf.body.id}`), { status: 204 });
  t.equal((await read(bearer(owner), `${path}/attachments/${pdf.body.id}`)).status, 404);
  await owner.call('POST', `${path}/request`);
  t.match(await owner.call('DELETE', `${path}/attachments/${photo.body.id}`), { status: 409 });
  t.equal((await read(auditor, `${to}/attachments/${photo.body.id}`)).status, 200);
  const kept = 'select file_id::text as id from repair_files where repair_order_id = $1';
  const { rows } = await system.database.pool.query(kept, [path.split('/').at(-1)]);
  t.strictSame(rows, [{ id: photo.body.id }], 'what was refused or taken out is nowhere');

  t.match(await send('a.jpg', 'image/jpeg', huge, { to }), tooLarge);
  t.match(await send('a.svg', 'image/svg+xml', '<svg/>', { to }), { status: 422 });
  for (const [name, type, content] of [
    ['a.jpg', 'image/jpeg', jpeg],
    ['a.png', 'image/png', '\x89PNG\r\n\x1a\n....IHDR..IEND'],
    ['a.webp', 'image/webp', 'RIFF....WEBPVP8 '],
    ['a.pdf', 'application/pdf', '%PDF-1.7 .. %%EOF'],
  ] as const) {
    const sentFile = await send(name, type, content, { to });
    t.match(sentFile, { status: 201, body: { mediaType: type, from: 'office' } });
    for (const [who, place] of [
      [bearer(owner), path],
      [advocate, to],
    ] as const) {
      const answer = await read(who, `${place}/attachments/${sentFile.body.id}`);
      t.equal(answer.headers.get('content-type'), type);
    }
  }
  await owner.call('POST', `${path}/withdrawal`);
  for (const place of [path, to])
    t.match(await send('a.jpg', 'image/jpeg', jpeg, { to: place }), { status: 409 }, 'what is over stays as it is');
  // Nobody sends without end: an account is slowed, and only that one.
  for (const place of [path, to]) {
    let status = 0;
    for (let sentBefore = 0; sentBefore < 60 && status !== 429; sentBefore++)
      ({ status } = await send('a.jpg', 'image/jpeg', jpeg, { to: place }));
    t.equal(status, 429);
  }
});
