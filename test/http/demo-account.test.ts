import t from 'tap';
import { callJson, newOwner, newPlant } from '../support/owner.js';
import { testPortal } from '../support/portal.js';

const portal = await testPortal(t, { DEMO_ACCOUNT: 'demo-visitors' });
const api = `${portal.url}/api/v1`;

t.test('everybody looks around in the demonstration account, and nobody changes anything', async (t) => {
  const enter = () => callJson(`${api}/sessions/demo`, 'POST');
  t.match((await callJson(`${api}/public/portal`, 'GET')).body, { demoAccount: 'demo-visitors' });
  t.match(await enter(), { status: 404 }, 'before it is there');
  const owner = await newOwner(portal.url, {}, { userName: 'demo-visitors' });
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
  t.match(await call('DELETE', `/sessions/${visitor.body.sessionId}`), { status: 204 });
  t.match(await callJson(`${api}/me`, 'GET', undefined, as(visitor)), { status: 401 });
  t.match(await callJson(`${api}/me`, 'GET', undefined, as(other)), { status: 200 });

  const somebody = await newOwner(portal.url);
  await newPlant(somebody);
  t.equal((await somebody.call('PATCH', '/me', { language: 'en' })).status, 200, 'other accounts are as ever');
});
