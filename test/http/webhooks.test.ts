import { createHmac } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import t from 'tap';
import { eventually } from '../support/eventually.js';
import { newOperator, sessionOf } from '../support/operators.js';
import { callJson, newOwner, newPlant, sharePlant } from '../support/owner.js';
import { testPortal } from '../support/portal.js';
import { troubles } from '../support/troubles.js';
import { webhookReceiver as receiver, type Received } from '../support/webhook-receiver.js';

function isSignedWith(secret: string, { headers, raw }: Received): boolean {
  const key = Buffer.from(secret.replace('whsec_', ''), 'base64');
  const signed = `${String(headers['webhook-id'])}.${String(headers['webhook-timestamp'])}.${raw}`;
  const signature = `v1,${createHmac('sha256', key).update(signed).digest('base64')}`;
  return String(headers['webhook-signature']).split(' ').includes(signature);
}

t.test('incidents are sent to programs', async (t) => {
  const portal = await testPortal(t, { WEBHOOK_PRIVATE_ADDRESSES: 'allowed' });
  const { pool } = portal.system.database;
  const [owner, viewer, stranger] = await Promise.all([
    newOwner(portal.url),
    newOwner(portal.url),
    newOwner(portal.url),
  ]);
  const plantId = await newPlant(owner, { name: 'Scheune' });
  await sharePlant(owner, plantId, viewer, 'viewer');
  const happening = await troubles(portal, owner, plantId);
  const [program, other, unrelated] = [await receiver(t), await receiver(t), await receiver(t)];
  const added = await owner.call('POST', '/me/webhooks', { url: program.url }, { 'idempotency-key': 'one' });
  t.match(added, { status: 201, body: { url: program.url, state: 'on', secret: /^whsec_[\w+/]{43}=$/ } });
  const { id, secret } = added.body as { id: string; secret: string };
  const again = await owner.call('POST', '/me/webhooks', { url: program.url }, { 'idempotency-key': 'one' });
  t.equal(again.body.id, id, 'asked twice it is one');
  await viewer.call('POST', '/me/webhooks', { url: other.url });
  await stranger.call('POST', '/me/webhooks', { url: unrelated.url });
  const path = `/me/webhooks/${id}`;
  const log = async () => (await owner.call('GET', `${path}/deliveries`)).body.items;
  /** Whoever waits is tried again now. */
  const hurry = () => pool.query('update webhooks set next_attempt_at = now()');

  await t.test('in order, signed, with names, to all who see the plant', async (t) => {
    const incident = await happening.open();
    if (incident === undefined) return t.fail();
    await happening.acknowledge(incident.incidentId);
    await happening.recover();
    await eventually(() => program.received.length === 3 && other.received.length === 3);
    const [first] = program.received;
    if (first === undefined) return t.fail();
    t.match(first.headers, {
      'content-type': 'application/cloudevents+json; charset=utf-8',
      'webhook-id': first.event.id,
    });
    t.ok(isSignedWith(secret, first));
    t.notOk(isSignedWith('whsec_AAAA', first));
    t.match(first.event, {
      ...{ specversion: '1.0', type: 'sitelink.incident.opened', source: portal.url },
      data: {
        ...{ plantId, plantName: 'Scheune', inverterId: happening.inverterId, inverterName: /^W-/ },
        ...{ incidentId: incident.incidentId, page: `${portal.url}/incidents/${incident.incidentId}` },
        ...{ position: /^\d+$/, evidence: { kind: 'deviceErrors', errors: [{ code: '0A010C' }] } },
      },
    });
    t.same(
      program.received.map(({ event }) => event.type),
      ['opened', 'acknowledged', 'recovered'].map((what) => `sitelink.incident.${what}`),
    );
    t.equal(program.received[1]?.event.data['accountId'], undefined, 'who it was stays here');
    await eventually(async () => (await log()).every((one: { state: string }) => one.state === 'delivered'));
    t.match(await log(), [
      { type: 'sitelink.incident.recovered', state: 'delivered', attempts: 1, answer: null },
      { type: 'sitelink.incident.acknowledged' },
      { type: 'sitelink.incident.opened' },
    ]);
    t.equal(unrelated.received.length, 0);
  });

  await t.test('a receiver that is broken keeps its order, and gets everything once it is mended', async (t) => {
    program.received.length = 0;
    program.answerStatus(503);
    await happening.open();
    await happening.recover();
    await eventually(() => program.received.length > 0);
    await eventually(async () => (await log())[1]?.answer === 'answered with 503');
    t.match((await log())[0], { state: 'waiting', attempts: 0 }, 'the next one waits behind it');
    t.match((await owner.call('GET', '/me/webhooks')).body.items, [{ id, waiting: 2, failingSince: /Z$/ }]);
    program.answerWith((response) => response.socket?.destroy());
    await hurry();
    await eventually(async () => (await log())[1]?.answer === 'UND_ERR_SOCKET');
    program.answerStatus(204);
    program.received.length = 0;
    await hurry();
    await eventually(() => program.received.length === 2);
    t.same(
      program.received.map(({ event }) => event.type),
      ['sitelink.incident.recurred', 'sitelink.incident.recovered'],
    );
    await eventually(async () => (await log())[0]?.state === 'delivered');
    t.match((await owner.call('GET', '/me/webhooks')).body.items, [{ waiting: 0, failingSince: null }]);
    t.equal(other.received.length, 5, 'others were not held up');
  });

  await t.test('what is refused, and redirects, are not tried again', async (t) => {
    program.answerWith((response) => void response.writeHead(302, { location: unrelated.url }).end());
    await happening.open();
    await eventually(async () => (await log())[0]?.state === 'refused');
    t.match((await log())[0], { answer: 'answered with 302', attempts: 1 });
    program.answerStatus(422);
    await happening.recover();
    await eventually(async () => (await log())[0]?.answer === 'answered with 422');
    t.equal(unrelated.received.length, 0);
  });

  await t.test('everything after a position is sent again', async (t) => {
    program.answerStatus(200);
    program.received.length = 0;
    const positions = (await log()).map((one: { position: string }) => one.position);
    t.equal(positions.length, 7);
    t.match(await owner.call('POST', `${path}/replay`, { after: positions[3] }), { status: 200, body: { events: 3 } });
    await eventually(() => program.received.length === 3);
    t.same(
      program.received.map(({ event }) => event.data['position']),
      positions.slice(0, 3).toReversed(),
    );
    t.match(await owner.call('POST', `${path}/replay`, { after: '0' }), { body: { events: 7 } });
    await eventually(() => program.received.length === 10);
    await eventually(async () => (await log()).every((one: { state: string }) => one.state === 'delivered'));
  });

  await t.test('what waits goes where the webhook leads to by now', async (t) => {
    program.received.length = 0;
    const moved = await receiver(t);
    program.answerWith((response) => {
      void owner.call('PATCH', path, { url: moved.url }).then(() => response.writeHead(204).end());
    });
    await pool.query(`update webhooks set switched_off = 'owner' where id = $1`, [id]);
    await happening.open();
    await happening.recover();
    await eventually(
      async () => (await log()).filter(({ state }: { state: string }) => state === 'waiting').length === 2,
    );
    await owner.call('PATCH', path, { url: program.url, isOn: true });
    await eventually(() => moved.received.length === 1);
    t.equal(program.received.length, 1);
    await owner.call('PATCH', path, { url: program.url, isOn: true });
    program.answerStatus(204);
    await eventually(async () => (await log()).every(({ state }: { state: string }) => state === 'delivered'));
  });

  await t.test('a new secret, with the old one beside it for a day', async (t) => {
    const renewed = await owner.call('POST', `${path}/secret`);
    t.match(renewed, { status: 200, body: { id, secret: /^whsec_/ } });
    t.not(renewed.body.secret, secret);
    program.received.length = 0;
    t.match(await owner.call('POST', `${path}/test`), { status: 200, body: { isDelivered: true, answer: null } });
    const [tried] = program.received;
    if (tried === undefined) return t.fail();
    t.equal(tried.event.type, 'sitelink.test');
    t.ok(isSignedWith(secret, tried));
    t.ok(isSignedWith(renewed.body.secret, tried));
    await pool.query(`update webhooks set secret_renewed_at = now() - interval '25 hours' where id = $1`, [id]);
    await owner.call('POST', `${path}/test`);
    t.notOk(isSignedWith(secret, program.received[1] as Received));
    program.answerStatus(500);
    t.match(await owner.call('POST', `${path}/test`), { body: { isDelivered: false, answer: 'answered with 500' } });
    t.match((await owner.call('GET', '/me/webhooks')).body.items[0], { secret: undefined });
  });

  await t.test('after days in which nothing arrived it is switched off, and its owner is told', async (t) => {
    await happening.open();
    await eventually(async () => (await log())[0]?.answer === 'answered with 500');
    await pool.query(`update webhooks set failing_since = now() - interval '73 hours' where id = $1`, [id]);
    await hurry();
    const state = async () => (await owner.call('GET', '/me/webhooks')).body.items[0]?.state;
    await eventually(async () => (await state()) === 'failing');
    const mails = async () =>
      (await portal.system.mailbox?.list({ to: `${owner.userName}@example.org` }))?.filter(({ subject }) =>
        /Webhook wurde abgeschaltet/.test(subject),
      );
    await eventually(async () => (await mails())?.length === 1);
    t.match((await mails())?.[0]?.text, `${portal.url}/account#webhooks`);
    await happening.recover();
    program.answerStatus(200);
    program.received.length = 0;
    t.match(await owner.call('PATCH', path, { isOn: true }), { body: { state: 'on', failingSince: null } });
    await eventually(() => program.received.length === 2);
    t.pass('what happened meanwhile is sent then');
  });

  await t.test('they are their owner’s alone, and some addresses are nobody’s', async (t) => {
    for (const [method, what] of [
      ['PATCH', path],
      ['DELETE', path],
      ['POST', `${path}/secret`],
      ['POST', `${path}/test`],
      ['GET', `${path}/deliveries`],
    ] as const) {
      const body = method === 'PATCH' ? { isOn: false } : undefined;
      t.match(await stranger.call(method, what, body), { status: 404, body: { code: 'webhook.not-found' } });
    }
    for (const url of ['ftp://example.org', 'https://user:pw@example.org', 'nonsense']) {
      t.match(await owner.call('POST', '/me/webhooks', { url }), {
        status: 422,
        body: { code: 'webhook.url-not-allowed', errors: [{ pointer: '/url' }] },
      });
    }
    t.match(await owner.call('PATCH', path, { isOn: false }), { body: { state: 'off' } });
    for (let n = 0; n < 9; n++) await owner.call('POST', '/me/webhooks', { url: `https://receiver.invalid/${n}` });
    t.match(await owner.call('POST', '/me/webhooks', { url: 'https://example.org' }), {
      status: 422,
      body: { code: 'webhook.too-many' },
    });
    t.equal((await owner.call('DELETE', path)).status, 204);
    t.equal((await owner.call('DELETE', path)).status, 404);
    await pool.query(`delete from webhooks where url like '%receiver.invalid%'`);
  });

  /** Nothing waits any more for those that are on. */
  const nothingWaits = () =>
    eventually(async () => {
      await hurry();
      const { rowCount } = await pool.query(
        `select from webhook_deliveries join webhooks on webhooks.id = webhook_id
         where state = 'waiting' and switched_off is null`,
      );
      return rowCount === 0;
    });

  await t.test('whom monitoring is closed to is told nothing', async (t) => {
    const { headers } = await sessionOf(portal, await newOperator(portal, ['support']), { secondFactor: true });
    const { id: accountId } = (await viewer.call('GET', '/me')).body;
    const move = async (country: string) => {
      const address = { street: 'Ring 1', postcode: country === 'AT' ? '1010' : '10115', town: 'Stadt', country };
      const wish = { address, reason: 'moved' };
      const moved = await callJson(`${portal.url}/api/v1/office/accounts/${accountId}/country`, 'PUT', wish, headers);
      t.equal(moved.status, 204);
    };
    const before = other.received.length;
    other.answerStatus(503);
    await happening.open();
    await eventually(() => other.received.length > before);
    await move('AT');
    other.answerStatus(200);
    const tries = other.received.length;
    await nothingWaits();
    t.equal(other.received.length, tries);
    await move('DE');
    await happening.recover();
    await eventually(() => other.received.length === tries + 1);
  });

  await t.test('who does not see the plant any more is told nothing', async (t) => {
    const before = other.received.length;
    other.answerStatus(503);
    await happening.open();
    await eventually(() => other.received.length > before);
    const grants = (await owner.call('GET', `/plants/${plantId}/grants`)).body.items;
    for (const grant of grants) {
      const revoked = await owner.call('DELETE', `/plants/${plantId}/grants/${grant.accountId}`);
      t.ok(revoked.status < 300, JSON.stringify(revoked.body));
    }
    other.answerStatus(200);
    const tries = other.received.length;
    await nothingWaits();
    t.equal(other.received.length, tries);
  });

  await t.test('a slow receiver holds up nobody else', async (t) => {
    const [slow, quick] = [await receiver(t), await receiver(t)];
    const held: ServerResponse[] = [];
    slow.answerWith((response) => void held.push(response));
    for (const { url } of [slow, quick]) t.equal((await owner.call('POST', '/me/webhooks', { url })).status, 201);
    await happening.recover();
    await eventually(() => slow.received.length === 1 && quick.received.length === 1);
    await happening.open();
    await eventually(() => quick.received.length === 2);
    t.equal(slow.received.length, 1, 'one after the other');
    slow.answerStatus(200);
    for (const response of held) response.end();
    await eventually(() => slow.received.length === 2);
  });
});

t.test('nothing is sent into private networks', async (t) => {
  const portal = await testPortal(t);
  const owner = await newOwner(portal.url);
  const inside = await receiver(t);
  const port = new URL(inside.url).port;
  for (const url of [
    ...[inside.url, `https://127.0.0.1:${port}`, 'https://10.1.2.3', 'https://169.254.169.254/latest/meta-data'],
    ...['https://[::1]', 'https://[::ffff:127.0.0.1]', 'https://0x7f.1', 'https://2130706433', 'https://[fd00::1]'],
  ]) {
    t.match(await owner.call('POST', '/me/webhooks', { url }), {
      status: 422,
      body: { code: 'webhook.url-not-allowed' },
    });
  }
  // A name leads there, too: it is judged when it is resolved.
  const added = await owner.call('POST', '/me/webhooks', { url: `https://localhost:${port}` });
  t.match(await owner.call('POST', `/me/webhooks/${added.body.id}/test`), {
    body: { isDelivered: false, answer: 'ADDRESS_NOT_PUBLIC' },
  });
  t.equal(inside.received.length, 0);
});
