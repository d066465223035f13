import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import t from 'tap';
import { request } from 'undici';
import { AccountId } from '../../domain/kernel/ids.js';
import { caller, registrationForm, testAccounts } from '../support/accounts.js';
import { eventually } from '../support/eventually.js';
import { callJson, newOwner, newPlant, password, type Owner } from '../support/owner.js';
import { testPortal } from '../support/portal.js';
import { codeAt } from '../support/totp.js';

const soon = () => new Date(Date.now() + 86_400_000).toISOString();

t.test('personal tokens', async (t) => {
  const portal = await testPortal(t, { TRUST_PROXY: '127.0.0.1' });
  const owner = await newOwner(portal.url);
  const [plantId, otherId] = [await newPlant(owner), await newPlant(owner, { name: 'Andere' })];
  const create = (who: Owner, changes: object = {}, headers: object = {}) => {
    const form = { name: 'Home Assistant', scopes: ['plants:read', 'readings:read'], expiresAt: soon(), password };
    return who.call('POST', '/me/tokens', { ...form, ...changes }, headers);
  };
  const made = async (changes: object = {}) => {
    const answer = await create(owner, changes);
    if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
    return answer.body as { readonly id: string; readonly token: string };
  };
  const using =
    (token: string) =>
    (method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE', path: string, body?: unknown, more = {}) =>
      callJson(`${portal.url}/api/v1${path}`, method, body, { authorization: `Bearer ${token}`, ...more });

  await t.test('shown once, listed without its text, with its last use', async (t) => {
    const answer = await create(owner, { plantIds: [plantId] });
    t.equal(answer.status, 201);
    t.equal(answer.headers['cache-control'], 'no-store');
    const { token, ...view } = answer.body;
    t.match(token, /^slpat_/);
    t.match(view, { name: 'Home Assistant', plantIds: [plantId], lastUsedAt: null, expired: false });
    t.equal((await using(token)('GET', `/plants/${plantId}`)).status, 200);
    const list = await owner.call('GET', '/me/tokens');
    t.match(list.body, { items: [{ id: view.id, lastUsedAt: /^20/ }], next: null });
    t.notMatch(JSON.stringify(list.body), token.slice(6));
    const { accountId } = (await portal.system.credentials.findByUserName(owner.userName)) ?? {};
    const { events } = await portal.system.log.load(`account-${AccountId.parse(accountId)}`);
    t.match(events.at(-1), { type: 'ApiTokenCreated', data: { tokenId: view.id, scopes: view.scopes } });
    t.notMatch(JSON.stringify(events), token.slice(6), 'no secret in the log');
  });

  await t.test('scopes and what no token does', async (t) => {
    const plants = using((await made({ scopes: ['plants:read'] })).token);
    t.equal((await plants('GET', '/plants')).status, 200);
    const refused = await plants('GET', `/plants/${plantId}/overview`);
    t.match(refused, { status: 403, body: { code: 'token.scope-missing', detail: /readings:read/ } });
    t.equal(refused.headers['www-authenticate'], 'Bearer error="insufficient_scope", scope="readings:read"');
    for (const [method, path] of [
      ['GET', '/me'],
      ['GET', '/me/tokens'],
      ['POST', '/me/tokens'],
      ['DELETE', `/me/tokens/${randomUUID()}`],
      ['PUT', '/me/password'],
      ['GET', '/me/sessions'],
      ['PATCH', `/plants/${plantId}`],
      ['POST', '/plants'],
      ['GET', '/office/operators'],
    ] as const) {
      t.match(await plants(method, path), { status: 403, body: { code: 'token.scope-missing' } }, `${method} ${path}`);
    }
    const de = await plants('GET', '/me', undefined, { 'accept-language': 'de' });
    t.match(de.body.detail, /nur angemeldet im Portal/);
  });

  await t.test('a token for one plant knows no other', async (t) => {
    const scopes = ['plants:read', 'readings:read'];
    const call = using((await made({ scopes, plantIds: [plantId] })).token);
    t.strictSame(
      (await call('GET', '/plants')).body.items.map(({ id }: { id: string }) => id),
      [plantId],
    );
    const series = 'series?metrics=energyWh&from=2026-11-01T00:00:00Z&to=2026-11-02T00:00:00Z&resolution=PT1H';
    for (const path of ['', '/inverters', '/overview', `/${series}`, '/live']) {
      const found = await call('GET', `/plants/${otherId}${path}`);
      t.match(found, { status: 404, body: { code: 'plant.not-found' } }, path);
    }
    t.equal((await call('GET', `/plants/${plantId}/overview`)).status, 200);
    t.equal((await call('GET', `/plants/${plantId.toUpperCase()}`)).status, 200);
    t.equal((await using((await made()).token)('GET', `/plants/${otherId}`)).status, 200, 'without restriction all');

    const stranger = await newOwner(portal.url);
    const strange = await newPlant(stranger);
    t.match(await create(owner, { plantIds: [strange] }), { status: 422, body: { code: 'token.plant-unknown' } });
    t.equal((await call('GET', `/plants/${strange}`)).status, 404);
  });

  await t.test('what does not hold is refused alike', async (t) => {
    const { id, token } = await made();
    t.equal((await owner.call('DELETE', `/me/tokens/${id}`)).status, 204);
    t.equal((await owner.call('DELETE', `/me/tokens/${id}`)).status, 204, 'again');
    const wrong = [token, `${token}x`, `slpat_${'0'.repeat(38)}`, 'slpat_', token.slice(0, -1)];
    for (const text of wrong) {
      const answer = await using(text)('GET', '/plants');
      t.match(answer, { status: 401, body: { code: 'session.required' } }, text.slice(0, 8));
      t.equal(answer.headers['www-authenticate'], 'Bearer');
    }
    t.match(await owner.call('DELETE', `/me/tokens/${randomUUID()}`), {
      status: 404,
      body: { code: 'token.not-found' },
    });
    const cookie = await request(`${portal.url}/api/v1/plants`, {
      headers: { cookie: `sitelink_access=${(await made()).token}` },
    });
    t.equal(cookie.statusCode, 401, 'a token is no cookie');
    await cookie.body.dump();
  });

  await t.test('a token needs no origin and opens nothing of the page', async (t) => {
    const { token } = await made();
    const answer = await using(token)('GET', '/plants', undefined, {
      origin: 'https://evil.example',
      'sec-fetch-site': 'cross-site',
    });
    t.equal(answer.status, 200);
  });

  await t.test('what is asked for wrongly', async (t) => {
    t.match(await create(owner, { password: 'Sonne-2027' }), { status: 403, body: { code: 'password.wrong' } });
    for (const changes of [{ scopes: [] }, { scopes: ['all'] }, { name: ' ' }, { plantIds: [] }, { expiresAt: 'x' }]) {
      t.equal((await create(owner, changes)).status, 400, JSON.stringify(changes));
    }
    const never = await create(owner, { expiresAt: '2099-01-01T00:00:00Z' });
    t.match(never, { status: 422, body: { code: 'token.expiry-not-allowed', errors: [{ pointer: '/expiresAt' }] } });
    const key = { 'idempotency-key': randomUUID() };
    const expiresAt = soon();
    t.equal((await create(owner, { expiresAt }, key)).status, 201);
    t.match(await create(owner, { expiresAt }, key), { status: 409, body: { code: 'token.shown-before' } });
    t.match(await create(owner, { expiresAt, name: 'Other' }, key), { status: 422 });
  });

  await t.test('a live view ends when its token does', async (t) => {
    const { id, token } = await made();
    const live = async (text: string) => {
      const { statusCode, body } = await request(`${portal.url}/api/v1/plants/${plantId}/live`, {
        headers: { authorization: `Bearer ${text}` },
      });
      t.equal(statusCode, 200);
      await once(body, 'readable');
      return body.resume();
    };
    const soonOver = await made({ expiresAt: new Date(Date.now() + 3_000).toISOString() });
    const [revoked, expiring, staying] = [
      await live(token),
      await live(soonOver.token),
      await live((await made()).token),
    ];
    let stayed = true;
    staying.once('end', () => (stayed = false));
    staying.on('error', () => undefined);
    const ends = [once(revoked, 'end'), once(expiring, 'end')];
    await owner.call('DELETE', `/me/tokens/${id}`);
    await Promise.all(ends);
    t.ok(stayed);
    staying.destroy();
  });

  await t.test('the API document names the scopes', async (t) => {
    const { paths, components } = (await callJson(`${portal.url}/api/v1/openapi.json`, 'GET')).body;
    t.match(components.securitySchemes.bearer.description, /slpat_/);
    t.match(paths['/api/v1/plants'].get.description, /`plants:read`/);
    t.match(paths['/api/v1/plants/{id}/series'].get.description, /`readings:read`/);
    t.notMatch(paths['/api/v1/me/tokens'].post.description, /scope/);
  });
});

t.test('what ends tokens, and who is told', async (t) => {
  const accounts = await testAccounts(t);
  const call = caller(accounts.app);
  async function newPerson(changes: object = {}) {
    const person = { ...registrationForm(accounts.documents), ...changes };
    await call('POST', '/api/v1/accounts', person);
    const token = await accounts.linkToken(person.userName);
    const session = (await call('POST', '/api/v1/accounts/validations', { token })).json();
    const own = (method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, body?: unknown) =>
      call(method, `/api/v1${path}`, body, { authorization: `Bearer ${session.accessToken}` });
    const create = (more: object = {}) =>
      own('POST', '/me/tokens', {
        ...{ name: 'Mein Skript', scopes: ['plants:read'], password: person.password },
        expiresAt: accounts.clock.now().add({ hours: 24 }).toString(),
        ...more,
      });
    return { ...person, own, create };
  }
  const mailTo = (email: string, subject: string) =>
    eventually(async () => (await accounts.mailbox.list({ to: email })).find((mail) => mail.subject === subject));
  /** 403: known, but not for this; 401: nobody. */
  const standing = async (token: string) =>
    (await call('GET', '/api/v1/me', undefined, { authorization: `Bearer ${token}` })).statusCode;

  for (const [language, subject, scope] of [
    ['de', 'Neuer Zugriffsschlüssel für Ihr Konto', 'Anlagen lesen'],
    ['en', 'New access token for your account', 'read plants'],
  ] as const) {
    await t.test(`a mail to the owner, ${language}`, async (t) => {
      const person = await newPerson({ language });
      const { token } = (await person.create()).json();
      const { text, html } = await mailTo(person.email, subject);
      for (const said of [text, html ?? '']) {
        t.match(said, 'Mein Skript');
        t.match(said, scope);
        t.notMatch(said, token.slice(6));
      }
      t.match(text, '/account');
    });
  }

  await t.test('a changed password ends none, one reset by mail ends all', async (t) => {
    const person = await newPerson();
    accounts.travel({ hours: 49 });
    const { token } = (await person.create()).json();
    t.equal(await standing(token), 403);
    const changed = await person.own('PUT', '/me/password', { password: person.password, newPassword: 'Mond-2027' });
    t.equal(changed.statusCode, 204, changed.body);
    t.equal(await standing(token), 403, 'programs go on');
    await call('POST', '/api/v1/password-resets', { email: person.email });
    const mail = await mailTo(person.email, 'Neues Passwort für SiteLink');
    const link = new URL(/http\S+token=\S+/.exec(mail.text)?.[0] ?? '').searchParams.get('token') ?? '';
    const reset = await call('PUT', `/api/v1/password-resets/${encodeURIComponent(link)}`, { password: 'Stern-2028' });
    t.equal(reset.statusCode, 204, reset.body);
    t.equal(await standing(token), 401);
    t.match(mail.text, 'enden Ihre Zugriffsschlüssel für Programme: „Mein Skript“', 'said before');
    const told = async () => (await accounts.mailbox.list({ to: person.email })).map(({ text }) => text);
    await eventually(async () => (await told()).find((text) => /„Mein Skript“\. Legen Sie/.test(text)));
    t.equal((await told()).filter((text) => /gelten nicht mehr: „Mein/.test(text)).length, 1, 'not by the change');
  });

  await t.test('it expires', async (t) => {
    const person = await newPerson();
    const { token } = (await person.create()).json();
    t.equal(await standing(token), 403);
    accounts.travel({ hours: 24 });
    t.equal(await standing(token), 401);
    t.match((await person.own('GET', '/me/tokens')).json(), { items: [{ expired: true }] });
  });

  await t.test('with a second factor, making one takes a code', async (t) => {
    const person = await newPerson();
    const { secret } = (await person.own('POST', '/me/totp', { password: person.password })).json();
    await person.own('POST', '/me/totp/confirmation', { code: codeAt(secret, accounts.clock.now()) });
    accounts.travel({ seconds: 60 });
    const missing = await person.create();
    t.match(
      [missing.statusCode, missing.json()],
      [422, { code: 'totp.code-required', errors: [{ pointer: '/code' }] }],
    );
    t.match((await person.create({ code: '000000' })).json(), { code: 'totp.code-wrong' });
    t.equal((await person.create({ code: codeAt(secret, accounts.clock.now()) })).statusCode, 201);
  });

  await t.test('unknown tokens count against the address as wrong passwords do', async (t) => {
    const { newTokenText } = await import('../../adapters/api-tokens/token-text.js');
    const person = await newPerson();
    const from = (method: 'GET' | 'POST', url: string, headers: Record<string, string>, payload?: object) =>
      accounts.app.inject({ method, url, headers, remoteAddress: '10.77.0.1', ...(payload && { payload }) });
    for (let index = 0; index < 30; index++) {
      const answer = await from('GET', '/api/v1/me', { authorization: `Bearer ${newTokenText()}` });
      t.equal(answer.statusCode, 401);
    }
    const { userName, password: right } = person;
    const signIn = await from('POST', '/api/v1/sessions', {}, { userName, password: right });
    t.match([signIn.statusCode, signIn.json().code], [429, 'request.rate-limited']);
    const { token } = (await person.create()).json();
    t.equal(
      (await from('GET', '/api/v1/me', { authorization: `Bearer ${token}` })).statusCode,
      403,
      'a right one works',
    );
  });
});
