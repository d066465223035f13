import { randomUUID } from 'node:crypto';
import t from 'tap';
import { request } from 'undici';
import { operatorLimits } from '../../adapters/spreadsheet/limits.js';
import { readZip } from '../../adapters/spreadsheet/zip.js';
import { BuildOver, finishBuild, takeBuild, writeChunk } from '../../adapters/data-export/builds.js';
import { postgresDataExports } from '../../adapters/data-export/store.js';
import { handle } from '../../commands/handle.js';
import { AccountId, OrderId, streamOf } from '../../domain/kernel/ids.js';
import { Temporal } from '../../domain/kernel/time.js';
import { orderDecider } from '../../domain/order/order.js';
import { invoiceFacts } from '../../scripts/invoices/samples.js';
import { eventually } from '../support/eventually.js';
import { anOrder } from '../support/an-order.js';
import { testDatabase } from '../support/database.js';
import { callJson, newInverter, newOwner, newPlant, password, type Owner } from '../support/owner.js';
import { testPortal, type Portal } from '../support/portal.js';
import { record, serial } from '../support/readings.js';

t.test('everything about an account in one archive', async (t) => {
  const portal = await testPortal(t);
  const owner = await newOwner(portal.url);
  const other = await newOwner(portal.url);
  const { plantId, inverterId } = await ownThings(portal, owner);
  const removed = await newPlant(owner, { name: 'Alte Halle' });
  await owner.call('DELETE', `/plants/${removed}`);

  const theirs = await newPlant(other, { name: 'Hof der anderen' });
  const wish = { email: `${owner.userName}@example.org`, right: 'manager', language: 'de' };
  const invited = await other.call('POST', `/plants/${theirs}/grants/invitations`, wish);
  t.equal((await owner.call('POST', `/me/invitations/${invited.body.id}/acceptance`)).status < 300, true);
  const invoiceNumber = await bought(portal, owner);
  const { id: accountId, sessionId } = (await owner.call('GET', '/me')).body;
  await portal.system.pushSubscriptions.add(
    { accountId, sessionId },
    { id: randomUUID(), endpoint: 'https://push.example/1', keys: { p256dh: 'p', auth: 'a' } },
  );
  t.equal((await owner.call('PUT', `/plants/${plantId}/reports`, { isWanted: true })).status, 200);

  const repairFile = await attached(portal, owner);
  t.match((await owner.call('GET', '/me/export')).body, { export: null });
  t.match((await owner.call('GET', '/me/export/file')).body, { code: 'export.not-ready' });
  const german = { 'accept-language': 'de', 'idempotency-key': 'once' };
  const asked = await owner.call('POST', '/me/export', undefined, german);
  t.match([asked.status, asked.body], [202, { state: 'waiting', progressPercent: 0, file: null }]);
  t.equal((await owner.call('POST', '/me/export')).body.id, asked.body.id, 'one at a time');
  const ready = await readyExport(owner);
  t.match(ready, { id: asked.body.id, progressPercent: 100, file: { url: '/api/v1/me/export/file' } });
  const days = Date.parse(ready.file.expiresAt) - Date.parse(ready.file.readyAt);
  t.equal(days, 7 * 86_400_000);
  t.equal((await owner.call('POST', '/me/export', undefined, german)).body.id, asked.body.id, 'the same wish again');
  const soon = await owner.call('POST', '/me/export');
  t.match([soon.status, soon.body], [429, { code: 'export.too-soon', detail: /60/ }]);
  t.ok(Number(soon.headers['retry-after']) > 3_000);

  const mail = await eventually(async () => {
    const { items } = (await callJson(`${portal.url}/dev/mails?to=${owner.userName}@example.org`, 'GET')).body;
    return items.find((one: { subject: string }) => one.subject === 'Ihre Daten liegen bereit');
  });
  t.match(mail.text, `${portal.url}/account#own-data`);

  t.equal(
    (await callJson(`${portal.url}/api/v1/me/export/file`, 'GET')).status,
    401,
    'the link alone is worth nothing',
  );
  t.equal((await other.call('GET', '/me/export/file')).status, 404);
  // Built on one node, fetched at another one.
  const second = await testPortal(t, { DATABASE_URL: portal.databaseUrl, ROLE: 'web' });
  const files = await fetched(owner.at(second.url), second.url, ready.file.sizeBytes);
  t.strictSame(
    [...files.keys()].filter((name) => !/^(readings|invoices|repairs)\//.test(name)),
    [
      ...['LIESMICH.txt', 'data.json', 'events.json', 'sessions.csv', 'tokens.csv', 'documents.csv', 'plants.csv'],
      ...[
        'subplants.csv',
        'inverters.csv',
        'tariffs.csv',
        'orders.csv',
        'shared-with-me.csv',
        'mails.csv',
        'events.csv',
        'device-errors.csv',
        'energy-days.csv',
      ],
    ],
  );
  const text = (name: string) => files.get(name)?.toString() ?? '';
  t.match(text('LIESMICH.txt'), /Art\. 15 und 20 DSGVO/);
  const data = JSON.parse(text('data.json'));
  t.match(data, {
    account: { userName: owner.userName, person: { firstName: 'Anna' }, identity: { address: { town: 'Metzingen' } } },
    sessions: [{ device: null, endedAt: null }],
    tokens: [{ name: '=1+1', scopes: 'plants:read' }],
    documents: [{ document: 'terms' }, { document: 'privacy' }],
    plants: [{ plantId, name: 'Scheune, "Süd"', latitudeDeg: 48.54, moduleName: 'SW 220' }],
    subplants: [{ name: 'Ostdach' }],
    inverters: [{ inverterId, serialNumber: 'EXPORT1' }],
    tariffs: [{ from: '2026-01-01', centsPerKwh: 8.11 }],
    browsers: [{ endpoint: 'https://push.example/1' }],
    reportsWanted: [{ plantId, firstMonth: /^\d{4}-\d\d$/ }],
  });
  t.strictSame(
    data.sharedWithMe.map(({ since, ...shared }: { since: string }) => ({ ...shared, day: since.slice(0, 4) })),
    [{ plantId: theirs, name: 'Hof der anderen', right: 'manager', day: String(new Date().getUTCFullYear()) }],
  );
  t.match(text('shared-with-me.csv'), /Hof der anderen,manager,/);
  t.ok(
    files.get('invoices/Nachweis-2026-000777.pdf')?.toString('latin1').startsWith('%PDF'),
    'the evidence of a charge',
  );
  t.equal(files.get('invoices/Nachweis-2026-000777-2.jpg')?.toString(), 'a photo');
  const pdf = files.get(`invoices/${invoiceNumber}.pdf`);
  t.equal(pdf?.subarray(0, 5).toString(), '%PDF-', 'the invoice as it was sent');
  const ofRepairs = [...files].filter(([name]) => name.startsWith('repairs/'));
  t.equal(ofRepairs.length, 1, 'what was taken out again is gone');
  t.match(ofRepairs[0]?.[0], new RegExp(`^repairs/R-[0-9A-F]{8}/${repairFile}\\.pdf$`));
  t.equal(ofRepairs[0]?.[1].toString(), '%PDF-1.7 mine %%EOF');
  t.match(data.mails[0], { occasion: 'Konto registriert' });
  t.ok(
    data.mails.some(({ occasion }: { readonly occasion: string }) => occasion === 'Rechnung ausgestellt'),
    'also those of orders',
  );
  t.match(text('plants.csv'), '"Scheune, ""Süd"""');
  t.match(text('tokens.csv'), "'=1+1", 'no spreadsheet computes it');
  const events = JSON.parse(text('events.json')) as readonly { readonly type: string; readonly data: object }[];
  t.ok(events.some(({ type }) => type === 'PlantRemoved'));
  t.match(text('events.csv'), /Alte Halle,Anlage angelegt/);
  t.match(text('events.csv'), /Zugriffsschlüssel angelegt/);
  const [name = ''] = [...files.keys()].filter((one) => one.startsWith('readings/'));
  t.match(name, /^readings\/Scheune-Sud-[0-9a-f]{8}\/EXPORT1-[0-9a-f]{8}\.csv$/);
  const lines = text(name).trimEnd().split('\r\n');
  t.match(lines[0], /^\ufeffmeasuredAt,receivedAt,serialNumber,intervalS,.*acPowerW/);
  t.equal(lines.length, 1 + 145, 'every value once');
  t.match(lines[1], /^\d{4}-\d\d-\d\dT\d\d:\d\d:00Z,.*,"EXPORT1",600,/);
  t.match(text('energy-days.csv'), /Scheune, ""Süd""",EXPORT1,\d{4}-\d\d-\d\d,\d/);
  const everything = [...files.values()].join('\n');
  for (const secret of [owner.accessToken, password, 'argon2', other.userName]) t.notMatch(everything, secret);
});

t.test('an archive that its builder left unfinished is begun anew by the next one', async (t) => {
  const { pool } = await testDatabase(t);
  const exports = postgresDataExports(pool);
  const accountId = AccountId.parse('0198a000-0000-7000-8000-000000000002');
  const at = Temporal.Instant.from('2026-12-01T10:00:00Z');
  const wish = { id: '0198a000-0000-7000-8000-000000000003', accountId, language: 'de', at } as const;
  await exports.request(wish);
  const first = await takeBuild(pool);
  if (first === null) throw new Error('nothing to build');
  await writeChunk(pool, first, 0, Buffer.from('half an ar'));
  await writeChunk(pool, first, 1, Buffer.from('chive'));
  const second = await takeBuild(pool);
  if (second === null) throw new Error('it was given up');
  t.match(second, { id: first.id, attempt: 2 });
  await t.rejects(writeChunk(pool, first, 2, Buffer.from('too late')), BuildOver);
  await t.rejects(finishBuild(pool, first, { sizeBytes: 1, at }), BuildOver);
  await writeChunk(pool, second, 0, Buffer.from('whole'));
  await finishBuild(pool, second, { sizeBytes: 5, at });
  const pieces: Buffer[] = [];
  for await (const piece of exports.read(second.id)) pieces.push(piece);
  t.equal(Buffer.concat(pieces).toString(), 'whole');
  t.equal(await takeBuild(pool), null);

  t.match(await exports.find(accountId, at.add({ hours: 7 * 24 - 1 })), { state: 'ready' });
  t.equal(await exports.find(accountId, at.add({ hours: 7 * 24 })), null, 'expired');
  const later = at.add({ minutes: 61 });
  t.match(await exports.request({ ...wish, id: '0198a000-0000-7000-8000-000000000004', at: later }), { ok: true });
  const { rows } = await pool.query('select from data_export_chunks');
  t.equal(rows.length, 0, 'the former one is gone');

  for (let attempt = 1; attempt <= 5; attempt++) t.match(await takeBuild(pool), { attempt });
  t.equal(await takeBuild(pool), null, 'what kills every builder is given up');
  t.match(await exports.find(accountId, later), { state: 'failed' });
  t.match(
    await exports.request({ ...wish, at: later }),
    { ok: true, export: { state: 'waiting' } },
    'and may be asked for again',
  );
});

/** A plant with a subplant, a tariff, an inverter with a day of values, and a token whose name a spreadsheet would compute. */
async function ownThings({ system }: Portal, owner: Owner) {
  const feedInTariffs = [{ from: '2026-01-01', centsPerKwh: 8.11 }];
  const plantId = await newPlant(owner, { name: 'Scheune, "Süd"', moduleName: 'SW 220', feedInTariffs });
  await owner.call('POST', `/plants/${plantId}/subplants`, { name: 'Ostdach' });
  const inverterId = await newInverter(owner, plantId, 'EXPORT1');
  const expiresAt = system.clock.now().add({ hours: 24 }).toString();
  const token = { name: '=1+1', scopes: ['plants:read'], expiresAt, password };
  const made = await owner.call('POST', '/me/tokens', token);
  if (made.status !== 201) throw new Error(JSON.stringify(made.body));
  const now = system.clock.now();
  const startS = Math.floor(now.epochMilliseconds / 600_000) * 600 + 3_600;
  const values = Array.from({ length: 145 }, (_, n) => ({
    ...record('EXPORT1', '2026-05-01T00:00', { acPowerW: 1_000 + n, dayEnergyWh: n * 100 }),
    deviceClockS: startS - 600 * (144 - n),
  }));
  await system.intake.record(values.slice(-1), now);
  await eventually(async () => ((await system.directory.find(serial('EXPORT1'))) === null ? null : true));
  await system.intake.record(values, now);
  await system.sumsSettled();
  return { plantId, inverterId };
}

/** An order with its invoice, as if it had been paid; answers the number. */
async function bought({ system }: Portal, owner: Owner): Promise<string> {
  const accountId = AccountId.parse((await owner.call('GET', '/me')).body.id);
  const context = { actor: { kind: 'account', id: accountId }, correlationId: 'test' } as const;
  const facts = invoiceFacts();
  const { number, kind, issuedOn, netCents, vatCents, grossCents, vat } = facts;
  const invoice = {
    ...{ number, kind, issuedOn, netCents, vatCents, grossCents, corrects: null, licenceId: null, facts },
    ...{ vatTreatment: vat.treatment, vatRateBasisPoints: vat.rateBasisPoints, sha256: 'a'.repeat(64) },
  };
  const buyer = { ...anOrder.buyer, email: `${owner.userName}@example.org` } as typeof anOrder.buyer;
  const [item] = anOrder.items;
  if (item === undefined) throw new Error('an order of nothing');
  const [chargeId, fileId] = [OrderId.parse(randomUUID()), randomUUID()];
  const { customerKind, language, vatTreatment, vatRateBasisPoints, currency, priceListVersion } = anOrder;
  await system.chargeFiles.keep({
    ...{ fileId, mediaType: 'image/jpeg', sizeBytes: 7, sha256: 'f', content: Buffer.from('a photo') },
  });
  const file = await system.chargeFiles.assign(fileId, chargeId);
  const charge = {
    ...{ orderId: chargeId, accountId, customerKind, language, boughtWith: anOrder.orderId, item, buyer },
    ...{ vatTreatment, vatRateBasisPoints, currency, priceListVersion, statedPowerW: 20_000, since: '2026-03-02' },
    ...{ dueOn: '2026-04-01', evidence: 'Typenschilder', plantName: 'Scheune' },
  };
  const kept = { shown: { lastRevision: 4, devices: [], sums: [] }, file };
  const supplementary = { ...invoice, number: '2026-000777', kind: 'supplementary' } as const;
  const of = { orderId: chargeId, at: '2026-03-02T10:00:00Z' };
  // At once, so that nobody issues another invoice in between.
  const charged = [
    { type: 'SupplementCharged', data: { ...charge, ...of } },
    { type: 'PowerEvidenceKept', data: { ...kept, ...of } },
    { type: 'InvoiceIssued', data: { ...supplementary, ...of } },
  ].map((event) => ({ id: randomUUID(), event }));
  const stream = streamOf.order(chargeId);
  const appended = await system.log.append(stream, charged, await system.log.load(stream), context);
  if (!appended.ok) throw new Error('no charge');
  const commands = [
    [anOrder.orderId, { type: 'PlaceOrder', at: '2026-03-01T10:00:00Z', order: { ...anOrder, accountId, buyer } }],
    [anOrder.orderId, { type: 'IssueInvoice', at: '2026-03-01T10:05:00Z', invoice }],
  ] as const;
  for (const [orderId, command] of commands) {
    const handled = await handle(system.log, orderDecider, streamOf.order(orderId), command, context);
    if (!handled.ok || handled.position === null) throw new Error('no order');
    await system.readModels.waitFor(handled.position);
  }
  return number;
}

async function readyExport(owner: Owner) {
  return eventually(async () => {
    const found = (await owner.call('GET', '/me/export')).body.export;
    return found?.state === 'ready' ? found : null;
  });
}

async function fetched(owner: Owner, url: string, sizeBytes: number): Promise<ReadonlyMap<string, Buffer>> {
  const answer = await request(`${url}/api/v1/me/export/file`, {
    headers: { authorization: `Bearer ${owner.accessToken}` },
  });
  t.match(answer.headers['content-disposition'], /^attachment; filename="sitelink-\d{4}-\d\d-\d\d\.zip"$/);
  t.equal(answer.headers['cache-control'], 'no-store');
  const bytes = Buffer.from(await answer.body.arrayBuffer());
  t.equal(bytes.length, sizeBytes);
  return readZip(bytes, operatorLimits, () => true);
}

/** A draft of a repair with two files, of which one is taken out again; answers the id of the other. */
async function attached(portal: Portal, owner: Owner): Promise<string> {
  const empty = { device: {}, report: {}, contact: {} };
  const path = `/repair-orders/${(await owner.call('POST', '/repair-orders', empty)).body.id}/attachments`;
  const send = async (content: string): Promise<string> => {
    const body = new FormData();
    body.append('file', new Blob([content], { type: 'application/pdf' }), 'Protokoll.pdf');
    const headers = { authorization: `Bearer ${owner.accessToken}` };
    const answer = await fetch(`${portal.url}/api/v1${path}`, { method: 'POST', body, headers });
    return JSON.parse(await answer.text()).id;
  };
  await owner.call('DELETE', `${path}/${await send('%PDF-1.7 gone %%EOF')}`);
  return send('%PDF-1.7 mine %%EOF');
}
