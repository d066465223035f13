import { randomUUID } from 'node:crypto';
import t from 'tap';
import { openViews } from '../../http/open-views.js';
import { AccountId } from '../../domain/kernel/ids.js';
import { eventually } from '../support/eventually.js';
import { callJson, newOwner, newPlant, register, validated } from '../support/owner.js';
import { testPortal } from '../support/portal.js';
import { travellingClock } from '../support/travelling-clock.js';

const clock = travellingClock();
const portal = await testPortal(t, { DEMO_ACCOUNT: 'demo-visitors' }, { clock });
/** Another node over the same tables, where the setting is missing. */
const without = await testPortal(t, { DATABASE_URL: portal.databaseUrl, ROLE: 'web' }, { clock });
const api = `${portal.url}/api/v1`;

t.test('everybody looks around in the demonstration account, and nobody changes anything', async (t) => {
  const enter = () => callJson(`${api}/sessions/demo`, 'POST');
  t.match((await callJson(`${api}/public/portal`, 'GET')).body, { demoAccount: 'demo-visitors' });
  t.match(await enter(), { status: 404 }, 'before it is there');
  for (const userName of ['demo-visitors', 'Demo-Visitors']) {
    await t.rejects(
      newOwner(portal.url, {}, { userName }),
      /account\.user-name-taken/,
      'a stranger cannot take the name',
    );
  }
  const registered = await register(without.url, {}, { userName: 'demo-visitors' });
  t.match(await enter(), { status: 404 }, 'before it is confirmed');
  const owner = (await validated(without.url, registered)).at(portal.url);
  const [visitor, other] = [await enter(), await enter()];
  t.equal(visitor.status, 200);
  const as = ({ body }: typeof visitor) => ({ authorization: `Bearer ${body.accessToken}` });
  const call = (method: Parameters<typeof callJson>[1], path: string, body?: object) =>
    callJson(`${api}${path}`, method, body, as(visitor));
  t.match(await call('GET', '/me'), { status: 200, body: { userName: 'demo-visitors' } });
  t.match(await call('GET', '/plants'), { status: 200 });
  const readOnly = { status: 403, body: { code: 'demo.read-only' } };
  t.match(await call('PATCH', '/me', { language: 'en' }), readOnly);
  t.match(await call('DELETE', '/me', { password: 'x' }), readOnly);
  t.match(await call('PUT', '/me/password', {}), readOnly);
  t.match(await call('POST', '/plants', {}), readOnly);
  t.match(await owner.call('PATCH', '/me', { language: 'en' }), readOnly, 'also for who knows the password');
  t.match(await call('DELETE', `/sessions/${other.body.sessionId}`), readOnly, 'of another visitor');
  const { items } = (await call('GET', '/me/sessions')).body;
  t.match(items, [{ id: visitor.body.sessionId, current: true }]);
  t.equal(items.length, 1, 'not those of other visitors');
  t.match(await call('DELETE', `/me/sessions/${visitor.body.sessionId}`), { status: 204 });
  t.match(await callJson(`${api}/me`, 'GET', undefined, as(visitor)), { status: 401 });
  t.match(await callJson(`${api}/me`, 'GET', undefined, as(other)), { status: 200 });

  const somebody = await newOwner(portal.url);
  await newPlant(somebody);
  t.equal((await somebody.call('PATCH', '/me', { language: 'en' })).status, 200, 'other accounts are as ever');
});

t.test('a visit only looks and ends, whatever the portal is configured to', async (t) => {
  const visit = await callJson(`${api}/sessions/demo`, 'POST');
  const elsewhere = `${without.url}/api/v1`;
  t.match(await callJson(`${elsewhere}/sessions/demo`, 'POST'), { status: 404 });
  const refresh = (refreshToken: string) => callJson(`${elsewhere}/sessions/refresh`, 'POST', { refreshToken });
  const refreshed = await refresh(visit.body.refreshToken);
  t.equal(refreshed.status, 200);
  for (const { accessToken } of [visit.body, refreshed.body]) {
    const as = { authorization: `Bearer ${accessToken}` };
    t.match(await callJson(`${elsewhere}/me`, 'GET', undefined, as), { status: 200 });
    const readOnly = { status: 403, body: { code: 'demo.read-only' } };
    t.match(await callJson(`${elsewhere}/me`, 'PATCH', { language: 'en' }, as), readOnly);
    t.match(await callJson(`${elsewhere}/me/tokens`, 'POST', {}, as), readOnly);
    t.match(await callJson(`${elsewhere}/me/sessions`, 'DELETE', undefined, as), readOnly);
  }
  clock.travel({ hours: 11 });
  const last = await refresh(refreshed.body.refreshToken);
  t.equal(last.status, 200);
  clock.travel({ hours: 2 });
  t.match(await refresh(last.body.refreshToken), { status: 401 });
});

t.test('visitors end no live views of each other, and are refused when there are too many', async (t) => {
  const views = openViews();
  const accountId = AccountId.parse(randomUUID());
  const visitor = (sessionId: string) => ({ accountId, sessionId, isVisit: true, plantIds: null }) as const;
  const ended: string[] = [];
  const close: (() => void)[] = [];
  const watch = (sessionId: string) => {
    views.refuseWhenFull(visitor(sessionId));
    close.push(views.add(visitor(sessionId), () => void ended.push(sessionId)));
  };
  for (let n = 0; n < 200; n++) watch(`visit ${n % 10}`);
  t.strictSame(ended, []);
  t.throws(() => watch('one too many'), { code: 'demo.full' });
  t.doesNotThrow(() => views.refuseWhenFull({ accountId, sessionId: 'of the owner', plantIds: null }));
  close.pop()?.();
  watch('visit 0');
  t.strictSame(ended, ['visit 0'], 'of too many of one visit the oldest');
});

t.test('whoever comes in again and again is slowed', async () => {
  await eventually(async () => (await callJson(`${api}/sessions/demo`, 'POST')).status === 429);
});
