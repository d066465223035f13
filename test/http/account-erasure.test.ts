import t from 'tap';
import type pg from 'pg';
import { readLog } from '../../adapters/event-log/read-log.js';
import { openVerification } from '../../adapters/event-log/verification.js';
import { projections } from '../../adapters/system/followers.js';
import { handle } from '../../commands/handle.js';
import { accountDecider } from '../../domain/account/account.js';
import { AccountId, streamOf } from '../../domain/kernel/ids.js';
import { orderDecider } from '../../domain/order/order.js';
import type { Temporal } from '../../domain/kernel/time.js';
import { rebuildProjection } from '../../projections/engine/rebuild.js';
import { anOrder } from '../support/an-order.js';
import { eventually } from '../support/eventually.js';
import { callJson, newInverter, newOwner, newPlant, password, type Owner } from '../support/owner.js';
import { registrationForm } from '../support/accounts.js';
import { testPortal, type Portal } from '../support/portal.js';
import { travellingClock } from '../support/travelling-clock.js';
import { record, serial } from '../support/readings.js';
import { codeAt } from '../support/totp.js';
import { xlsxOf } from '../support/spreadsheet-files.js';

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
    invitations: [],
    history: [{ what: 'declined', email: null }, { email: null }],
  });
});

t.test('registrations that nobody validated are forgotten after 30 days', async (t) => {
  const clock = travellingClock();
  const portal = await testPortal(t, {}, { clock });
  const { pool, db } = portal.system.database;
  const register = async (changes: object) => {
    const form = { ...registrationForm(portal.system.documents), ...changes };
    const registered = await callJson(`${portal.url}/api/v1/accounts`, 'POST', form);
    t.equal(registered.status, 202, JSON.stringify(registered.body));
    return AccountId.parse((await portal.system.credentials.findByUserName(form.userName))?.accountId);
  };
  const planted = (n: number) => ({
    userName: `${marker}name${n}`,
    email: `${marker}@example.org`,
    person: { firstName: `${marker}vorne`, lastName: `${marker}hinten` },
    address: { street: `${marker}weg 1`, postcode: '72555', town: `${marker}stadt`, country: 'DE' },
  });
  const gone = [
    // The second takes the place of the first.
    await register(planted(1)),
    await register(planted(2)),
    await register({
      ...planted(3),
      ...{ email: `${marker}werk@example.org`, kind: 'business' },
      company: { name: `${marker}werk`, legalForm: 'GmbH', vatId: 'DE147167387' },
    }),
  ];
  const neighbour = await newOwner(portal.url, {}, { person: { firstName: 'Bleibt', lastName: 'Hier' } });
  // A decoy: the address is somebody’s.
  await register({ userName: `${marker}name4`, email: `${neighbour.userName}@example.org` });
  await callJson(`${portal.url}/api/v1/sessions`, 'POST', { userName: `${marker}name2`, password: 'Falsch-2026' });
  await eventually(async () => (await portal.system.mailbox?.list({ to: `${marker}werk@example.org` }))?.length === 1);
  const rebuild = { db, pool, log: portal.system.log, signal: new AbortController().signal };
  for (const projection of projections) await rebuildProjection(rebuild, projection);
  const before = await tablesWith(pool, [marker]);
  for (const table of [
    'accounts.accounts',
    'identities.identities',
    'accounts_previous.accounts',
    'public.credentials',
  ])
    t.ok(before.includes(table), `the scan sees what is in ${table}`);
  t.match(
    (await pool.query('select view from accounts.accounts where account_id = $1', [gone[0]])).rows[0],
    { view: { userName: '', email: '', person: { lastName: '' } } },
    'who was replaced is blank at once',
  );

  clock.travel({ hours: 31 * 24 });
  for (const accountId of gone)
    await eventually(async () => (await rowsOf(pool, 'destroyed_person_keys', accountId)) === 1);
  t.strictSame(await tablesWith(pool, [marker]), [], 'no table holds a word of them');
  for (const accountId of gone) {
    const { events } = await portal.system.log.load(streamOf.account(accountId));
    t.equal(events.filter(({ type }) => type === 'RegistrationExpired').length, 1);
    t.notMatch(JSON.stringify(events), new RegExp(marker, 'i'));
  }
  const again = { userName: neighbour.userName, password };
  t.match(await callJson(`${portal.url}/api/v1/sessions`, 'POST', again), { status: 200 }, 'who has validated stays');
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

/** In every word that a person can leave somewhere. */
const marker = 'Xqzv';

/** Somebody with that word everywhere. */
async function plantedPerson(portal: Portal) {
  const owner = await newOwner(
    portal.url,
    {},
    {
      person: { firstName: `${marker}vorne`, lastName: `${marker}hinten` },
      address: { street: `${marker}weg 1`, postcode: '72555', town: `${marker}stadt`, country: 'DE' },
    },
  );
  const { call } = owner;
  const own = { userName: owner.userName, password };
  await callJson(`${portal.url}/api/v1/sessions`, 'POST', own, { 'user-agent': `${marker}browser/1.0` });
  const plantId = await newPlant(owner, {
    ...{ name: `${marker}scheune`, description: `${marker}hof`, moduleName: `${marker}module` },
    address: { street: `${marker}acker 7`, postcode: '72555', town: `${marker}dorf`, country: 'DE' },
  });
  await call('PATCH', `/plants/${plantId}`, { name: `${marker}halle` });
  const subplant = await call('POST', `/plants/${plantId}/subplants`, { name: `${marker}ost` });
  await call('PATCH', `/plants/${plantId}/subplants/${subplant.body.id}`, { name: `${marker}west` });
  const inverterId = await newInverter(owner, plantId, 'PLANTED1');
  await call('PATCH', `/plants/${plantId}/inverters/${inverterId}`, { name: `${marker}gerät` });
  const sheet = xlsxOf([
    ['Seriennummer *', 'Aktivierungscode', 'Name'],
    ['PLANTED2', '', `${marker}zeile`],
  ]);
  const form = new FormData();
  form.set('file', new Blob([new Uint8Array(sheet)]), 'list.xlsx');
  const list = await fetch(`${portal.url}/api/v1/plants/${plantId}/inverters/import`, {
    ...{ method: 'POST', body: form },
    headers: { authorization: `Bearer ${owner.accessToken}` },
  });
  if (list.status !== 201) throw new Error(await list.text());
  const expiresAt = portal.system.clock.now().add({ hours: 24 }).toString();
  await call('POST', '/me/tokens', { name: `${marker}token`, scopes: ['plants:read'], expiresAt, password });
  await call('PUT', '/me/email', { email: `${marker}@example.org`, password });
  await mailTo(portal, owner, 'Ihre E-Mail-Adresse soll geändert werden');
  await measured(portal, 'PLANTED1');
  await ordered(portal, await accountIdOf(owner));
  await call('POST', '/me/export');
  await eventually(async () => (await call('GET', '/me/export')).body.export.state === 'ready');
  await mailTo(portal, owner, 'Ihre Daten liegen bereit');
  return { owner, accountId: await accountIdOf(owner) };
}

/** With that word in everything that is refused, misspelt or broken. */
async function refused({ url }: Portal, { call, accessToken, userName }: Owner): Promise<void> {
  const [plant] = (await call('GET', '/plants')).body.items;
  const secret = `${marker}-2026`;
  await call('POST', '/plants', { name: marker.repeat(200), [marker]: marker });
  await call('PATCH', `/plants/${plant.id}`, { name: `${marker}neu` }, { 'if-match': `"${marker}"` });
  await call('PATCH', `/plants/${plant.id}`, { name: `${marker}neu` }, { 'idempotency-key': marker });
  await call('GET', `/plants/${marker}?name=${marker}&cursor=${marker}`);
  await call('GET', `/${marker}/${marker}`);
  await call('POST', '/me/tokens', { name: marker, scopes: [marker], password: secret });
  await call('PUT', '/me/email', { email: `${marker}@@example.org`, password: secret });
  await callJson(`${url}/api/v1/sessions`, 'POST', { userName, password: secret });
  await callJson(`${url}/api/v1/sessions`, 'POST', { userName: marker, password: secret });
  await callJson(`${url}/api/v1/password-resets`, 'POST', { email: `${marker}@example.org` });
  await callJson(`${url}/api/v1/invitations/${marker}`, 'GET');
  await callJson(`${url}/${marker}?${marker}`, 'GET', undefined, { authorization: `Bearer ${marker}`, cookie: marker });
  const headers = { authorization: `Bearer ${accessToken}`, 'content-type': 'application/json' };
  await fetch(`${url}/api/v1/me`, { method: 'PATCH', headers, body: `{"company":${marker}` });
  await fetch(`${url}/api/v1/me`, { method: 'PATCH', headers: { ...headers, 'content-type': marker }, body: marker });
  await fetch(`${url}/DataServiceApi.asmx/GetInverterList?xmlData=<${marker}`);
}

async function plantedCompany(portal: Portal) {
  const owner = await newOwner(
    portal.url,
    {},
    {
      kind: 'business',
      company: { name: `${marker}werk`, legalForm: 'GmbH', vatId: 'DE147167387' },
      person: { firstName: `${marker}chef`, lastName: `${marker}in` },
      address: { street: `${marker}platz 3`, postcode: '72555', town: `${marker}burg`, country: 'DE' },
    },
  );
  await mailTo(portal, owner, /USt/);
  return { owner, accountId: await accountIdOf(owner) };
}

/** Never paid: nothing of it has to be kept. */
async function ordered({ system }: Portal, accountId: AccountId): Promise<void> {
  const context = { actor: { kind: 'account', id: accountId }, correlationId: 'test' } as const;
  const buyer = {
    ...{
      name: `${marker}käufer`,
      contactName: null,
      street: `${marker}gasse`,
      postcode: '72555',
      town: `${marker}dorf`,
    },
    ...{ country: 'DE', vatId: null, email: `${marker}@example.org` },
  };
  const order = { ...anOrder, accountId, buyer, plantNames: [`${marker}scheune`] };
  const commands = [
    { type: 'PlaceOrder', at: '2026-03-01T10:00:00Z', order },
    { type: 'ExpireOrder', at: order.expiresAt },
  ] as const;
  for (const command of commands) {
    const handled = await handle(system.log, orderDecider, streamOf.order(order.orderId), command, context);
    if (!handled.ok || handled.position === null) throw new Error('no order');
    await system.readModels.waitFor(handled.position);
  }
}

async function measured({ system }: Portal, serialNumber: string): Promise<void> {
  const now = system.clock.now();
  const deviceClockS = Math.floor(now.epochMilliseconds / 600_000) * 600 + 3_600;
  const values = [2, 1, 0].map((n) => ({
    ...record(serialNumber, '2026-05-01T00:00', { acPowerW: 500, dayEnergyWh: 1_000 - n }),
    deviceClockS: deviceClockS - 600 * n,
  }));
  await system.intake.record(values, now);
  await eventually(async () => (await system.directory.find(serial(serialNumber))) !== null);
  await system.intake.record(values, now);
  await system.sumsSettled();
}

/** The wish, and perhaps the fact, as if they had come earlier. */
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

async function accountIdOf(owner: Owner): Promise<AccountId> {
  return AccountId.parse((await owner.call('GET', '/me')).body.id);
}

/** The text of the newest mail with this subject. */
async function mailTo(portal: Portal, owner: Owner, subject: string | RegExp): Promise<string> {
  let text: string | undefined;
  await eventually(async () => {
    const mails = (await portal.system.mailbox?.list({ to: `${owner.userName}@example.org` })) ?? [];
    text = mails.find((mail) =>
      typeof subject === 'string' ? mail.subject === subject : subject.test(mail.subject),
    )?.text;
    return text !== undefined;
  });
  return text ?? '';
}

/** Every table of the database, whoever made it, in which one of the words stands, as text or as bytes. */
async function tablesWith(pool: pg.Pool, words: readonly string[]): Promise<readonly string[]> {
  const { rows: tables } = await pool.query<{ schema: string; name: string }>(
    `select table_schema as schema, table_name as name from information_schema.tables
      where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`,
  );
  const patterns = words.flatMap((word) => [`%${word}%`, `%${Buffer.from(word).toString('hex')}%`]);
  const found: string[] = [];
  for (const { schema, name } of tables) {
    const { rowCount } = await pool.query(
      `select from "${schema}"."${name}" row where row::text ilike any($1::text[]) limit 1`,
      [patterns],
    );
    if ((rowCount ?? 0) > 0) found.push(`${schema}.${name}`);
  }
  return found;
}

async function rowsOf(pool: pg.Pool, table: string, accountId: string): Promise<number> {
  const { rows } = await pool.query<{ count: number }>(
    `select count(*)::integer as count from ${table} where account_id = $1`,
    [accountId],
  );
  return rows[0]?.count ?? 0;
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
