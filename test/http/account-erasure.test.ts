import t from 'tap';
import type pg from 'pg';
import { readLog } from '../../adapters/event-log/read-log.js';
import { openVerification } from '../../adapters/event-log/verification.js';
import { projections } from '../../adapters/system/followers.js';
import { handle } from '../../commands/handle.js';
import { commandRepair, loadRepair, type RepairWish } from '../../commands/repair/repair-orders.js';
import { accountDecider } from '../../domain/account/account.js';
import { type AccountId, RepairOrderId, streamOf } from '../../domain/kernel/ids.js';
import { Temporal } from '../../domain/kernel/time.js';
import { rebuildProjection } from '../../projections/engine/rebuild.js';
import { eventually } from '../support/eventually.js';
import { callJson, newInverter, newOwner, newPlant, password, type Owner } from '../support/owner.js';
import { testPortal, type Portal } from '../support/portal.js';
import { record, serial } from '../support/readings.js';
import { codeAt } from '../support/totp.js';
import {
  accountIdOf,
  mailTo,
  marker,
  plantedCompany,
  plantedPerson,
  refused,
  rowsOf,
  tablesWith,
} from '../support/planted-person.js';

t.test('asking for the end of an account, and thinking better of it', async (t) => {
  const portal = await testPortal(t);
  const owner = await newOwner(portal.url);
  t.match((await owner.call('GET', '/me')).body, { erasure: null });
  const wrong = await owner.call('DELETE', '/me', { password: 'Falsch-2026' });
  t.match([wrong.status, wrong.body], [403, { code: 'password.wrong', errors: [{ pointer: '/password' }] }]);
  t.match(await owner.call('DELETE', '/me', {}), { status: 400, body: { errors: [{ pointer: '/password' }] } });

  const asked = await owner.call('DELETE', '/me', { password }, { 'idempotency-key': 'goodbye' });
  t.equal(asked.status, 202);
  t.equal(Date.parse(asked.body.dueAt) - Date.parse(asked.body.requestedAt), 14 * 86_400_000);
  t.strictSame((await owner.call('DELETE', '/me', { password })).body, asked.body, 'the day that was promised stays');
  t.match((await owner.call('GET', '/me')).body, { erasure: asked.body });
  t.equal((await owner.call('GET', '/plants')).status, 200, 'until then everything works');
  t.match(await mailTo(portal, owner, 'Ihr Konto soll gelöscht werden'), /Löschung am: \d+\. \w+ 20\d\d um \d\d:\d\d/);

  t.equal((await owner.call('DELETE', '/me/erasure')).status, 204);
  t.equal((await owner.call('DELETE', '/me/erasure')).status, 204, 'nothing waits any more');
  t.match((await owner.call('GET', '/me')).body, { erasure: null });
  await mailTo(portal, owner, 'Ihr Konto bleibt bestehen');

  const { secondFactors, clock } = portal.system;
  const accountId = await accountIdOf(owner);
  const begun = await secondFactors.begin(accountId, 'Test', clock.now());
  const confirmed = await secondFactors.confirm(accountId, codeAt(begun?.secret ?? '', clock.now()), clock.now());
  const [code] = confirmed.ok ? confirmed.recoveryCodes : [];
  t.match((await owner.call('DELETE', '/me', { password })).body, { code: 'totp.code-required' });
  t.match((await owner.call('DELETE', '/me', { password, code: '000000' })).body, { code: 'totp.code-wrong' });
  t.equal((await owner.call('DELETE', '/me', { password, code })).status, 202, 'a recovery code will do');
});

t.test('when its day has come the account is nobody’s', async (t) => {
  const portal = await testPortal(t);
  const { pool } = portal.system.database;
  const owner = await newOwner(portal.url);
  const plantId = await newPlant(owner);
  await newInverter(owner, plantId, 'FREED1');
  const accountId = await accountIdOf(owner);
  await wishedAt(portal, accountId, portal.system.clock.now().subtract({ hours: 15 * 24 }));
  const text = await mailTo(portal, owner, 'Ihr Konto wurde gelöscht');
  t.match(text, /unsere letzte Nachricht/);
  await eventually(async () => (await owner.call('GET', '/me')).status === 401);
  await eventually(async () => (await rowsOf(pool, 'credentials', accountId)) === 0);
  const again = { userName: owner.userName, password };
  t.match(await callJson(`${portal.url}/api/v1/sessions`, 'POST', again), { status: 401 });
  t.equal(await portal.system.registry.holder(serial('FREED1')), null, 'its device is free for another plant');
  t.equal(await rowsOf(pool, 'person_keys', accountId), 1, 'the last mail has its time before the key goes');
  const neighbour = await newOwner(portal.url, {}, { userName: owner.userName });
  t.match((await neighbour.call('GET', '/me')).body, { userName: owner.userName }, 'the name is free');
});

t.test('an agreed repair keeps its address until the device is back, and nothing else does', async (t) => {
  const portal = await testPortal(t);
  const { system } = portal;
  const { pool } = system.database;
  const agreed = await newRepair(portal, 'Gasse 7');
  const asked = await newRepair(portal, 'Weg 8');
  const plantId = await newPlant(agreed.owner, { name: 'Scheune' });
  const inverterId = await newInverter(agreed.owner, plantId, 'KEPT1');
  const measured = () =>
    system.intake.record([record('KEPT1', '2026-05-01T10:00', { dayEnergyWh: 100 })], system.clock.now());
  await measured();
  await eventually(async () => (await system.directory.find(serial('KEPT1'))) !== null);
  await measured();
  await system.sumsSettled();
  const days = async () => (await pool.query('select from device_days where inverter_id = $1', [inverterId])).rowCount;
  const office = { kind: 'office', accountId: agreed.accountId } as const;
  const context = { actor: { kind: 'system', id: 'test' }, correlationId: 'test' } as const;
  const act = async (id: RepairOrderId, wish: RepairWish, by: RepairActor = office) => {
    const handled = await commandRepair(system, id, by, wish, context);
    if (!handled.ok) throw new Error(handled.rejection.code);
    if (handled.position !== null) await system.readModels.waitFor(handled.position);
  };
  await act(agreed.id, {
    ...{ type: 'OfferRepair', category: 'ae', priceListVersion: 'demo', note: null },
    ...{ vat: { treatment: 'domestic', rateBasisPoints: 1900 }, validUntil: inDays(5) },
    positions: [{ code: null, description: 'Prüfung', quantity: 1, netCents: 0 }],
  });
  await act(
    agreed.id,
    { type: 'AcceptRepairOffer', offerNo: 1, earlyStart: true },
    { kind: 'customer', accountId: agreed.accountId },
  );
  const now = system.clock.now();
  t.equal(await days(), 1);
  for (const { accountId } of [agreed, asked])
    await wishedAt(portal, accountId, now.subtract({ hours: 15 * 24 }), now.subtract({ hours: 2 }));
  await eventually(async () => (await rowsOf(pool, 'destroyed_person_keys', asked.accountId)) === 1);
  await eventually(async () => (await rowsOf(pool, 'credentials', agreed.accountId)) === 0);
  t.equal(await rowsOf(pool, 'repair_files', asked.accountId), 0);
  t.equal(await rowsOf(pool, 'repair_files', agreed.accountId), 1);
  t.match(await loadRepair(system.log, asked.id), { status: 'withdrawn', contact: { erased: true } });
  t.match(await loadRepair(system.log, agreed.id), { status: 'accepted', contact: { street: 'Gasse 7' } });
  t.equal(await rowsOf(pool, 'destroyed_person_keys', agreed.accountId), 0);
  t.equal(await days(), 0);
  await act(agreed.id, { type: 'NoteArrival' });
  await act(agreed.id, { type: 'SendBack', carrier: null, trackingNumber: null });
  await act(agreed.id, { type: 'CloseRepair' });
  await eventually(async () => (await rowsOf(pool, 'destroyed_person_keys', agreed.accountId)) === 1);
  t.match(await loadRepair(system.log, agreed.id), { status: 'closed', contact: { erased: true } });
  t.equal(await rowsOf(pool, 'repair_files', agreed.accountId), 0);
});

t.test('nothing of a person is left anywhere, and everything else stays whole', async (t) => {
  const logged: string[] = [];
  const portal = await testPortal(t, {}, { onLogLine: (line) => logged.push(line) });
  const { system } = portal;
  const { pool, db } = system.database;
  const [person, company] = [await plantedPerson(portal), await plantedCompany(portal)];
  const neighbour = await newOwner(portal.url, {}, { person: { firstName: 'Bleibt', lastName: 'Hier' } });
  const theirs = await newPlant(neighbour, { name: 'Bleibt stehen' });
  const invitation = { email: `${person.owner.userName}@example.org`, right: 'viewer', language: 'de' };
  t.equal((await neighbour.call('POST', `/plants/${theirs}/grants/invitations`, invitation)).status, 201);
  // Mails to others say who shares what with them, and who has accepted.
  const [halle] = (await person.owner.call('GET', '/plants')).body.items;
  await shared(portal, person.owner, halle.id, neighbour);
  await shared(portal, neighbour, await newPlant(neighbour, { name: 'Bleibt auch' }), company.owner);
  const toNeighbour = async () => (await system.mailbox?.list({ to: `${neighbour.userName}@example.org` })) ?? [];
  await eventually(async () => (await toNeighbour()).filter(({ text }) => text.includes(marker)).length >= 2);
  const planted = [marker, person.owner.userName, company.owner.userName];
  await refused(portal, person.owner);
  const rebuild = { db, pool, log: system.log, signal: new AbortController().signal };
  for (const projection of projections) await rebuildProjection(rebuild, projection);
  const before = await tablesWith(pool, planted);
  t.strictSame(
    [
      'accounts.accounts',
      'accounts_previous.accounts',
      'identities_previous.identities',
      'plants.plants',
      'orders.orders',
    ].filter((table) => !before.includes(table)),
    [],
    'the scan sees what is there',
  );
  for (const table of ['credentials', 'sessions', 'api_tokens', 'dev_mails'])
    t.ok(before.includes(`public.${table}`), table);
  t.ok(before.includes('device_registry.inverter_lists'));
  t.notOk(before.includes('log.events'), 'what the log says of persons is sealed');
  t.ok((await readingsOf(pool, 'PLANTED1')) > 0);

  const now = system.clock.now();
  for (const { owner } of [person, company]) {
    const accountId = await accountIdOf(owner);
    await wishedAt(portal, accountId, now.subtract({ hours: 15 * 24 }), now.subtract({ hours: 2 }));
  }
  for (const { accountId } of [person, company]) {
    await eventually(async () => (await rowsOf(pool, 'destroyed_person_keys', accountId)) === 1);
  }
  t.strictSame(await tablesWith(pool, planted), [], 'no table holds a word of them');
  t.ok((await toNeighbour()).length > 0, 'other mails stay');
  t.equal(await readingsOf(pool, 'PLANTED1'), 0);
  t.equal(await rowsOf(pool, 'data_exports', person.accountId), 0);

  const whole = openVerification();
  for await (const page of readLog(system.store)) {
    for (const event of page) whole.add(event);
    t.notMatch(JSON.stringify(await system.log.decodeForProjection(page), asText), new RegExp(planted.join('|'), 'i'));
  }
  t.match(whole.finish(), { brokenCount: 0 }, 'every chain is whole');
  for (const projection of projections) {
    const { comparison } = await rebuildProjection(rebuild, projection, { fresh: true });
    t.equal(comparison?.equal, true, `${projection.name} follows from the log as it is now`);
  }
  t.strictSame(await tablesWith(pool, planted), [], 'and says nothing of them');
  const lines = logged.join('');
  t.match(lines, /"level":20.*"route":"\/api\/v1\/plants\/:id"/, 'the log is as talkative as it can be');
  t.match(lines, /"status":400/, 'also about what was refused');
  for (const word of planted) t.notMatch(lines, new RegExp(word, 'i'), 'and never held a word of them');
  t.match((await neighbour.call('GET', `/plants/${theirs}`)).body, { name: 'Bleibt stehen' });
  t.match((await neighbour.call('GET', `/plants/${theirs}/grants`)).body, {
    invitations: { length: 0 },
    history: [{ what: 'declined', email: null }, { email: null }],
  });
});

/** The one invites the other to a plant, who accepts once the mail is there: nobody is asked for what is done. */
async function shared(portal: Portal, owner: Owner, plantId: string, other: Owner): Promise<void> {
  const wish = { email: `${other.userName}@example.org`, right: 'viewer', language: 'de' };
  const invited = await owner.call('POST', `/plants/${plantId}/grants/invitations`, wish);
  if (invited.status !== 201) throw new Error(JSON.stringify(invited.body));
  await mailTo(portal, other, /teilt eine Photovoltaik-Anlage mit Ihnen$/);
  const accepted = await other.call('POST', `/me/invitations/${invited.body.id}/acceptance`);
  if (accepted.status >= 300) throw new Error(JSON.stringify(accepted.body));
}

/** The wish, and perhaps the fact, as if they had come earlier. */
type RepairActor = Parameters<typeof commandRepair>[2];

const inDays = (days: number) => Temporal.Now.plainDateISO('Europe/Berlin').add({ days }).toString();

/** A request for a repair of a new account. */
async function newRepair(portal: Portal, street: string) {
  const owner = await newOwner(portal.url);
  const body = {
    device: { serialNumber: `R${street.length}${street.at(-1)}`, type: 'AE 3TL', category: 'ae' },
    report: { fault: 'Keine Anzeige', remoteMonitoring: 'none' },
    contact: {
      ...{ name: 'Anna Wirt', phone: '07123 969', email: 'anna@example.org', street },
      ...{ postcode: '72555', town: 'Metzingen', country: 'DE' },
    },
  };
  const draft = await owner.call('POST', '/repair-orders', body);
  const file = new FormData();
  file.append('file', new Blob(['%PDF-1.7 %%EOF'], { type: 'application/pdf' }), 'Protokoll.pdf');
  await fetch(`${portal.url}/api/v1/repair-orders/${draft.body.id}/attachments`, {
    ...{ method: 'POST', body: file, headers: { authorization: `Bearer ${owner.accessToken}` } },
  });
  const sent = await owner.call('POST', `/repair-orders/${draft.body.id}/request`);
  if (sent.status !== 200) throw new Error(JSON.stringify(sent.body));
  return { owner, accountId: await accountIdOf(owner), id: RepairOrderId.parse(draft.body.id) };
}

async function wishedAt(
  { system }: Portal,
  accountId: AccountId,
  requestedAt: Temporal.Instant,
  erasedAt: Temporal.Instant | null = null,
): Promise<void> {
  const context = { actor: { kind: 'account', id: accountId }, correlationId: 'test' } as const;
  const commands = [
    { type: 'RequestErasure', at: requestedAt } as const,
    ...(erasedAt === null ? [] : [{ type: 'EraseAccount', at: erasedAt } as const]),
  ];
  for (const command of commands) {
    const handled = await handle(system.log, accountDecider, streamOf.account(accountId), command, context);
    if (!handled.ok) throw new Error(handled.rejection.code);
  }
}

async function readingsOf(pool: pg.Pool, serialNumber: string): Promise<number> {
  const { rows } = await pool.query<{ count: number }>(
    `select count(*)::integer as count from public.readings join public.devices device on device.id = device_id
      where serial_number = $1`,
    [serialNumber],
  );
  return rows[0]?.count ?? 0;
}

function asText(_name: string, value: unknown): unknown {
  return typeof value === 'bigint' ? value.toString() : value;
}
