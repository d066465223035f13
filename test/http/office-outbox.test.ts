import { randomUUID } from 'node:crypto';
import t from 'tap';
import { putDown } from '../../adapters/outbox/messages.js';
import { callJson } from '../support/owner.js';
import { newOperator, sessionOf } from '../support/operators.js';
import { eventually } from '../support/eventually.js';
import { testPortal } from '../support/portal.js';

const portal = await testPortal(t, { TRUST_PROXY: '127.0.0.1' });
const outboxUrl = `${portal.url}/api/v1/office/outbox`;

t.test('the office sees what nobody took, and sends it again', async (t) => {
  const accountId = await newOperator(portal, ['support']);
  const { headers } = await sessionOf(portal, accountId, { secondFactor: true });
  const auditor = await sessionOf(portal, await newOperator(portal, ['auditor']), { secondFactor: true }, '10.9.0.2');
  await eventually(async () => (await portal.system.outbox.status()).waiting === 0);

  const { pool } = portal.system.database;
  const [lost, early] = [randomUUID(), randomUUID()];
  const payload = { template: 'daily-root', to: 'audit@example.org' };
  // Nobody delivers this kind here, so that only what is asked for happens.
  await putDown(pool, [
    { id: lost, kind: 'audit-webhook', payload, eventId: null },
    { id: early, kind: 'audit-webhook', payload, eventId: null },
  ]);
  await pool.query(`update outbox set attempts = 3, next_attempt_at = 'infinity', last_error = 'gone' where id = $1`, [
    lost,
  ]);

  const list = await callJson(outboxUrl, 'GET', undefined, headers);
  t.equal(list.status, 200);
  t.equal(list.headers['cache-control'], 'no-store');
  t.match(list.body, {
    waiting: 2,
    givenUp: 1,
    items: [
      { id: lost, kind: 'audit-webhook', template: 'daily-root', state: 'given-up', attempts: 3, lastError: 'gone' },
      { id: early, state: 'waiting', attempts: 0, lastAttemptAt: null, sentAt: null },
    ],
    next: null,
  });
  t.notMatch(JSON.stringify(list.body), /@/);
  const one = (id: string) => callJson(`${outboxUrl}/${id}`, 'GET', undefined, headers);
  t.match(await one(lost), { status: 200, body: list.body.items[0] });
  t.match(await one(randomUUID()), { status: 404 });
  const page = (query: string) => callJson(`${outboxUrl}?limit=1${query}`, 'GET', undefined, headers);
  const first = (await page('')).body;
  t.match(first, { waiting: 2, items: { length: 1, 0: { id: lost } } });
  t.match((await page(`&cursor=${first.next}`)).body, { items: { length: 1, 0: { id: early } }, next: null });
  t.match(await page('&cursor=nonsense'), { status: 400, body: { errors: [{ pointer: '/cursor' }] } });
  t.match((await callJson(`${outboxUrl}?state=given-up`, 'GET', undefined, headers)).body.items, [{ id: lost }]);
  t.match(await callJson(`${outboxUrl}?state=lost`, 'GET', undefined, headers), { status: 400 });

  const [older, newer] = [randomUUID(), randomUUID()];
  const delivered = `insert into outbox (id, kind, payload, sent_at) values ($1, 'audit-webhook', '{}', now() + $2::interval)`;
  await pool.query(delivered, [older, '1 minute']);
  await pool.query(delivered, [newer, '2 minutes']);
  const sent = (await page('&state=sent')).body;
  t.match(sent, { waiting: 2, items: { length: 1, 0: { id: newer, state: 'sent', template: null, sentAt: /^20/ } } });
  t.match((await page(`&state=sent&cursor=${sent.next}`)).body.items, [{ id: older }]);
  t.match(await page(`&state=sent&cursor=${first.next}`), { status: 400 }, 'the cursor of another list');
  await pool.query('delete from outbox where id = any($1)', [[older, newer]]);

  const again = (id: string, as: object = headers) => callJson(`${outboxUrl}/${id}/send-again`, 'POST', undefined, as);
  t.match(await again(lost, auditor.headers), { status: 403, body: { code: 'access.denied' } });
  t.match(await again(early), { status: 409, body: { code: 'outbox.not-given-up' } });
  t.match(await again(randomUUID()), { status: 404 });
  t.match(await again(lost), { status: 200, body: { id: lost, state: 'waiting', attempts: 0 } });
  t.match((await callJson(outboxUrl, 'GET', undefined, auditor.headers)).body, { waiting: 2, givenUp: 0 });

  await pool.query(`update outbox set next_attempt_at = 'infinity' where id = any($1)`, [[lost, early]]);
  const allAgain = (as: object) => callJson(`${outboxUrl}/send-again`, 'POST', undefined, as);
  t.match(await allAgain(auditor.headers), { status: 403, body: { code: 'access.denied' } });
  t.match(await allAgain(headers), { status: 200, body: { count: 2 } });
  t.match(await allAgain(headers), { status: 200, body: { count: 0 } });
  t.match((await callJson(outboxUrl, 'GET', undefined, headers)).body, { waiting: 2, givenUp: 0 });
});
