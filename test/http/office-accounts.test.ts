import t from 'tap';
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
  t.equal((await end(accountId)).status, 204);
  t.equal((await owner.call('GET', '/me')).status, 401, 'at once');
  t.same((await find(owner.userName)).body.items[0].sessions, []);
  const signIn = { userName: owner.userName, password };
  t.equal((await callJson(`${portal.url}/api/v1/sessions`, 'POST', signIn)).status, 200, 'the password stays');

  const { rows } = await portal.system.database.pool.query(
    `select stream_id, metadata -> 'actor' as actor from log.events where event_type = 'SessionsEnded'`,
  );
  t.match(rows, [{ stream_id: `account-${accountId}`, actor: { kind: 'account', id: operator } }], 'who did it stands');
  t.match(await end('018f4e1c-7d52-7c4a-9d7b-2b7d52c3a111'), { status: 404 });
  t.match(await end('nobody'), { status: 404 });
});
