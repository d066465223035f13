import t from 'tap';
import { createOperator } from '../../commands/account/create-operator.js';
import { eventually } from '../support/eventually.js';
import { newOperator, sessionOf } from '../support/operators.js';
import { callJson, newOwner, password } from '../support/owner.js';
import { testPortal } from '../support/portal.js';

t.test('support finds an account and signs it out everywhere', async (t) => {
  const portal = await testPortal(t, { TRUST_PROXY: '127.0.0.1' });
  const operator = await newOperator(portal, ['support']);
  const { headers } = await sessionOf(portal, operator, { secondFactor: true });
  const auditor = await sessionOf(portal, await newOperator(portal, ['auditor']), { secondFactor: true }, '10.9.0.2');
  const owner = await newOwner(portal.url);
  const find = (name: string, as: object = headers) =>
    callJson(`${portal.url}/api/v1/office/accounts?name=${encodeURIComponent(name)}`, 'GET', undefined, as);

  const found = await find(owner.userName.toUpperCase());
  t.match(found, { status: 200, headers: { 'cache-control': 'no-store' } });
  t.match(found.body.items, [{ userName: owner.userName, kind: 'consumer', sessions: [{ openedAt: String }] }]);
  const [{ accountId, email }] = found.body.items;
  t.equal((await find(email)).body.items[0].accountId, accountId);
  t.match((await find(owner.userName, auditor.headers)).body.items, [{ accountId }], 'auditors look');
  for (const part of [owner.userName.slice(0, -1), '%', email.split('@')[0].slice(1)])
    t.same((await find(part)).body.items, [], `nothing is found by ${part}`);
  t.match(await find(''), { status: 400 });
  t.match(await find('x'.repeat(255)), { status: 400 });

  const end = (id: string, as: object = headers) =>
    callJson(`${portal.url}/api/v1/office/accounts/${id}/sessions`, 'DELETE', undefined, as);
  t.match(await end(accountId, auditor.headers), { status: 403 }, 'and change nothing');
  t.equal((await owner.call('GET', '/me')).status, 200);
  const expiresAt = new Date(Date.now() + 86_400_000).toISOString();
  const token = { name: 'Home Assistant', password, scopes: ['plants:read'], expiresAt };
  const program = { authorization: `Bearer ${(await owner.call('POST', '/me/tokens', token)).body.token}` };
  const plantsSeen = () => callJson(`${portal.url}/api/v1/plants`, 'GET', undefined, program);
  t.equal((await plantsSeen()).status, 200);
  const change = { email: `mallory-${owner.userName}@example.org`, password };
  t.equal((await owner.call('PUT', '/me/email', change)).status, 202);
  t.equal((await end(accountId)).status, 204);
  t.equal((await plantsSeen()).status, 401, 'programs, too');
  t.equal((await owner.call('GET', '/me')).status, 401, 'at once');
  t.same((await find(owner.userName)).body.items[0].sessions, []);
  const signIn = { userName: owner.userName, password };
  const again = await callJson(`${portal.url}/api/v1/sessions`, 'POST', signIn);
  t.equal(again.status, 200, 'the password stays');
  const as = { authorization: `Bearer ${again.body.accessToken}` };
  const me = await callJson(`${portal.url}/api/v1/me`, 'GET', undefined, as);
  t.match(me.body, { email, emailChange: null }, 'the other address is not waited for');
  const tokens = await callJson(`${portal.url}/api/v1/me/tokens`, 'GET', undefined, as);
  t.same(tokens.body.items, []);
  const told = await eventually(async () =>
    ((await portal.system.mailbox?.list({ to: email })) ?? []).find(({ subject }) =>
      /überall abgemeldet/.test(subject),
    ),
  );
  t.match(told.text, '„Home Assistant“');

  const { rows } = await portal.system.database.pool.query(
    `select stream_id, metadata -> 'actor' as actor from log.events where event_type = 'SessionsEnded'`,
  );
  t.match(rows, [{ stream_id: `account-${accountId}`, actor: { kind: 'account', id: operator } }], 'who did it stands');
  t.match(await end('018f4e1c-7d52-7c4a-9d7b-2b7d52c3a111'), { status: 404 });
  t.match(await end('nobody'), { status: 404 });
});

t.test('support sees a lock and lifts it, and sends the way in again', async (t) => {
  const portal = await testPortal(t, { TRUST_PROXY: '127.0.0.1' });
  const operator = await newOperator(portal, ['support']);
  const { headers } = await sessionOf(portal, operator, { secondFactor: true });
  const auditor = await sessionOf(portal, await newOperator(portal, ['auditor']), { secondFactor: true }, '10.9.0.2');
  const office = (method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, body?: unknown, as: object = headers) =>
    callJson(`${portal.url}/api/v1/office/accounts${path}`, method, body, as);
  const lookAt = async (name: string) => (await office('GET', `?name=${encodeURIComponent(name)}`)).body.items[0];
  const historyOf = async (id: string, language = 'en') =>
    (await office('GET', `/${id}/history`, undefined, { ...headers, 'accept-language': language })).body;

  const owner = await newOwner(portal.url);
  const { accountId, lockedUntil, wayIn } = await lookAt(owner.userName);
  t.match({ lockedUntil, wayIn }, { lockedUntil: null, wayIn: 'reset-password' });
  const signIn = (pass: string) =>
    callJson(`${portal.url}/api/v1/sessions`, 'POST', { userName: owner.userName, password: pass });
  for (let wrong = 0; wrong < 5; wrong++) t.equal((await signIn('Falsch-2026')).status, 401);
  t.equal((await signIn(password)).status, 423);
  const locked = await lookAt(owner.userName);
  const seconds = (Date.parse(locked.lockedUntil) - Date.now()) / 1000;
  t.ok(seconds > 0 && seconds <= 15 * 60, 'until when it is locked');
  t.match(await office('DELETE', `/${accountId}/lock`, undefined, auditor.headers), { status: 403 });
  t.equal((await office('DELETE', `/${accountId}/lock`)).status, 204);
  t.equal((await lookAt(owner.userName)).lockedUntil, null);
  t.equal((await signIn(password)).status, 200);
  t.equal((await office('DELETE', `/${accountId}/lock`)).status, 204, 'again: nothing');

  t.match(await office('POST', `/${accountId}/way-in`, undefined, auditor.headers), { status: 403 });
  t.match(await office('POST', `/${accountId}/way-in`), { status: 202, body: { mail: 'reset-password' } });
  t.match(await office('POST', `/${accountId}/way-in`), { status: 429, body: { code: 'way-in.too-soon' } });
  t.match(await office('POST', `/018f4e1c-7d52-7c4a-9d7b-2b7d52c3a111/way-in`), { status: 404 });

  const { items } = await historyOf(accountId);
  t.match(
    items.slice(0, 2),
    [
      { type: 'PasswordResetRequested', what: 'Reset of the password asked for', by: { kind: 'office' } },
      { type: 'AccountUnlocked', what: 'Lock lifted by the operator', by: { kind: 'office' } },
    ],
    'who did what, the newest first',
  );
  t.equal(items.filter(({ type }: { type: string }) => type === 'AccountUnlocked').length, 1);
  const { rows } = await portal.system.database.pool.query(
    `select view ->> 'userName' as name from accounts.accounts where account_id = $1`,
    [operator],
  );
  t.equal(items[0].by.name, rows[0].name, 'by name');
  t.match(items.at(-1), { type: 'AccountRegistered', by: { kind: 'visitor' } });
  t.match(
    items.filter(({ type }: { type: string }) => type === 'DocumentAccepted').map(({ note }: { note: string }) => note),
    [/^(Privacy policy|Terms of use), \d{4}-/, /^(Privacy policy|Terms of use), \d{4}-/],
  );
  t.match((await historyOf(accountId, 'de')).items[1], { what: 'Sperre vom Betreiber aufgehoben' });
  t.match(await office('GET', '/018f4e1c-7d52-7c4a-9d7b-2b7d52c3a111/history'), { status: 404 });

  const newcomer = { userName: 'neu-im-buero', email: 'neu-im-buero@example.org', language: 'de' } as const;
  const byTest = { actor: { kind: 'system', id: 'test' }, correlationId: 'test' } as const;
  await createOperator(portal.system, { ...newcomer, grant: ['support'], revoke: [] }, byTest);
  const invited = await lookAt(newcomer.email);
  t.match(invited, { status: 'registered', wayIn: 'activate-operator', roles: ['support'] });
  t.match(await office('POST', `/${invited.accountId}/way-in`), { status: 202, body: { mail: 'activate-operator' } });
});

t.test('the country of an account decides anew what it may use', async (t) => {
  const portal = await testPortal(t, { TRUST_PROXY: '127.0.0.1' });
  const operator = await newOperator(portal, ['support']);
  const { headers } = await sessionOf(portal, operator, { secondFactor: true });
  const auditor = await sessionOf(portal, await newOperator(portal, ['auditor']), { secondFactor: true }, '10.9.0.2');
  const office = (method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, body?: unknown, as: object = headers) =>
    callJson(`${portal.url}/api/v1/office/accounts${path}`, method, body, as);
  const lookAt = async (name: string) => (await office('GET', `?name=${encodeURIComponent(name)}`)).body.items[0];
  const move = (id: string, country: string, more: object = {}, as: object = headers) => {
    const address = { street: 'Ring 1', postcode: country === 'AT' ? '1010' : '10115', town: 'Stadt', country };
    return office('PUT', `/${id}/country`, { address, reason: 'Meldezettel', ...more }, as);
  };

  const owner = await newOwner(portal.url);
  const { accountId } = await lookAt(owner.userName);
  t.equal((await owner.call('GET', '/plants')).status, 200);
  t.match(await move(accountId, 'AT', {}, auditor.headers), { status: 403 });
  t.match(await move(accountId, 'AT', { reason: ' ' }), { status: 400, body: { errors: [{ pointer: '/reason' }] } });
  const wrong = { street: 'Ring 1', postcode: '10115', town: 'Wien', country: 'AT' };
  t.match(await move(accountId, 'AT', { address: wrong }), {
    status: 400,
    body: { errors: [{ pointer: '/address/postcode' }] },
  });
  t.match(await move(accountId, 'DE'), { status: 422, body: { code: 'details.country-unchanged' } });
  t.equal((await move(accountId, 'AT')).status, 204);
  t.match(await owner.call('GET', '/plants'), { status: 403, body: { code: 'service.consumer-abroad' } }, 'at once');
  t.match((await owner.call('GET', '/me')).body, { address: { country: 'AT', town: 'Stadt' } });
  t.match(await lookAt(owner.userName), {
    address: { country: 'AT' },
    vatCheck: { services: 'service.consumer-abroad' },
  });
  const history = async (language: string) =>
    (await office('GET', `/${accountId}/history`, undefined, { ...headers, 'accept-language': language })).body
      .items[0];
  t.match(await history('de'), { by: { kind: 'office' }, note: 'Deutschland → Österreich: Meldezettel' });
  t.match(await history('en'), { what: 'Country changed by the operator', note: 'Germany → Austria: Meldezettel' });
  await eventually(async () => {
    const mails = await callJson(
      `${portal.url}/dev/mails?to=${encodeURIComponent(`${owner.userName}@example.org`)}`,
      'GET',
    );
    const told = mails.body.items.find(({ subject }: { subject: string }) => /Land Ihres Kontos/.test(subject));
    return told !== undefined && /nur in Deutschland/.test(told.text) && !/Meldezettel/.test(told.text) ? true : null;
  });
  t.equal((await move(accountId, 'DE')).status, 204);
  t.equal((await owner.call('GET', '/plants')).status, 200);

  const business = await newOwner(
    portal.url,
    {},
    {
      kind: 'business',
      company: { name: 'Alpenstrom AG', legalForm: 'AG', vatId: 'CHE-107.787.577 MWST' },
      address: { street: 'Bahnhofstrasse 1', postcode: '8001', town: 'Zürich', country: 'CH' },
    },
  );
  const swiss = await lookAt(business.userName);
  const evidence = { evidence: 'Handelsregister Zürich' };
  await office('POST', `/${swiss.accountId}/business-confirmation`, evidence);
  t.equal((await business.call('GET', '/plants')).status, 200);
  t.equal((await move(swiss.accountId, 'AT')).status, 204);
  t.match(await business.call('GET', '/plants'), { status: 403, body: { code: 'service.data-incomplete' } });
  const { confirmations } = (await office('GET', `/${swiss.accountId}/history`)).body;
  t.match(confirmations, [{ by: { kind: 'office', name: String }, evidence: 'Handelsregister Zürich' }]);
});

t.test('every answer of an authority is kept as evidence', async (t) => {
  const portal = await testPortal(t, { TRUST_PROXY: '127.0.0.1' });
  const auditor = await sessionOf(portal, await newOperator(portal, ['auditor']), { secondFactor: true });
  const austrian = await newOwner(
    portal.url,
    {},
    {
      kind: 'business',
      company: { name: 'Musterhaus GmbH & Co KG', legalForm: 'GmbH & Co KG', vatId: 'ATU12345678' },
      address: { street: 'Musterstrasse 22', postcode: '1010', town: 'Wien', country: 'AT' },
    },
  );
  const find = `${portal.url}/api/v1/office/accounts?name=${austrian.userName}`;
  const { accountId } = (await callJson(find, 'GET', undefined, auditor.headers)).body.items[0];
  const checks = await eventually(async () => {
    const url = `${portal.url}/api/v1/office/accounts/${accountId}/history`;
    const { vatChecks } = (await callJson(url, 'GET', undefined, auditor.headers)).body;
    return vatChecks.length > 0 ? vatChecks : null;
  });
  t.match(checks, [
    {
      vatId: 'ATU12345678',
      authority: 'BZST',
      service: 'simulator',
      rawStatus: /^evatr-/,
      evidence: String,
      fields: {},
    },
  ]);
});
