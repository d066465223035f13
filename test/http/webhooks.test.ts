import { createHmac, randomBytes, randomUUID } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import t from 'tap';
import { request } from 'undici';
import { secretsFrom } from '../../adapters/crypto/secrets.js';
import { postgresWebhooks } from '../../adapters/webhook/webhooks.js';
import { outboundAgent } from '../../adapters/webhook/public-address.js';
import { letGo, startWebhookWorker, takeDueWebhook } from '../../adapters/webhook/worker.js';
import { acknowledgeIncident } from '../../commands/alerting/incidents.js';
import { findingsOf, noteFindings } from '../../commands/alerting/note-findings.js';
import type { AlertRule } from '../../domain/alerting/rule.js';
import type { Finding } from '../../domain/alerting/verdict.js';
import { AccountId, AlertRuleId, InverterId, PlantId } from '../../domain/kernel/ids.js';
import { Temporal } from '../../domain/kernel/time.js';
import { eventually } from '../support/eventually.js';
import { newOperator, sessionOf } from '../support/operators.js';
import { callJson, newInverter, newOwner, newPlant, password, sharePlant, type Owner } from '../support/owner.js';
import { testDatabase } from '../support/database.js';
import { testPortal, type Portal } from '../support/portal.js';
import { webhookReceiver as receiver, type Received } from '../support/webhook-receiver.js';

/** What happens to incidents of a plant, without anybody looking at it. */
async function troubles({ system }: Portal, owner: Owner, plantId: string) {
  const accountId = AccountId.parse((await owner.call('GET', '/me')).body.id);
  const inverterId = InverterId.parse(await newInverter(owner, plantId, `W-${randomUUID().slice(0, 8)}`.toUpperCase()));
  const ruleId = AlertRuleId.parse(randomUUID());
  const condition = { kind: 'deviceErrors', severity: 'note' } as const;
  const delivery = { recipients: [], dailyAt: null, quietHours: null, reminders: 0, reminderDays: 1 };
  const rules: readonly AlertRule[] = [{ ruleId, version: 1, condition, delivery, isOn: true }];
  const note = async (is: 'alert' | 'clear') => {
    const at = new Date().toISOString();
    const errors = [{ code: '0A010C', count: 1, lastAt: at, severity: 'note' as const }];
    const evidence = is === 'alert' ? ({ kind: 'deviceErrors', errors } as const) : null;
    const finding: Finding = { ruleId, ruleVersion: 1, inverterId, sinceS: Date.parse(at) / 1_000, is, evidence };
    const look = { plantId: PlantId.parse(plantId), at, timeZone: 'Europe/Berlin', rules, inverterIds: [inverterId] };
    const handled = await noteFindings(system, findingsOf({ ...look, findings: [finding] }));
    if (!handled.ok) throw new Error('refused');
    return handled.state.incidents[0];
  };
  return {
    inverterId,
    open: () => note('alert'),
    recover: () => note('clear'),
    acknowledge: (incidentId: Parameters<typeof acknowledgeIncident>[1]['incidentId']) =>
      acknowledgeIncident(
        { ...system, clock: { now: () => Temporal.Now.instant() } } as Parameters<typeof acknowledgeIncident>[0],
        { plantId: PlantId.parse(plantId), incidentId, accountId },
        { actor: { kind: 'account', id: accountId }, correlationId: randomUUID() },
      ),
  };
}

function isSignedWith(secret: string, { headers, raw }: Received): boolean {
  const key = Buffer.from(secret.replace('whsec_', ''), 'base64');
  const signed = `${String(headers['webhook-id'])}.${String(headers['webhook-timestamp'])}.${raw}`;
  const signature = `v1,${createHmac('sha256', key).update(signed).digest('base64')}`;
  return String(headers['webhook-signature']).split(' ').includes(signature);
}

t.test('programs ask for what happened to incidents, as pages and as a stream', async (t) => {
  const portal = await testPortal(t);
  const [owner, viewer, stranger] = await Promise.all([
    newOwner(portal.url),
    newOwner(portal.url),
    newOwner(portal.url),
  ]);
  const plantId = await newPlant(owner, { name: 'Scheune' });
  const hidden = await newPlant(owner, { name: 'Dach' });
  const viewerId = await sharePlant(owner, plantId, viewer, 'viewer');
  const [here, there] = [await troubles(portal, owner, plantId), await troubles(portal, owner, hidden)];
  const typesOf = (events: readonly { readonly type: string }[]) => events.map(({ type }) => type.split('.')[2]);

  const stream = await eventStream(portal, owner);
  await here.open();
  await there.open();
  await here.recover();
  await eventually(async () => (await owner.call('GET', '/events')).body.items.length === 3);
  const all = (await owner.call('GET', '/events')).body;
  t.match(all, {
    next: null,
    items: [
      {
        ...{ specversion: '1.0', type: 'sitelink.incident.opened', source: portal.url },
        data: { plantId, plantName: 'Scheune', inverterName: /^W-/, page: /\/incidents\//, position: /^\d+$/ },
      },
      { data: { plantId: hidden } },
      { type: 'sitelink.incident.recovered' },
    ],
  });
  const first = (await owner.call('GET', '/events?limit=1')).body;
  t.strictSame([first.items, first.next], [all.items.slice(0, 1), all.items[0].data.position]);
  const rest = (await owner.call('GET', `/events?after=${first.next}`)).body;
  t.strictSame(rest.items, all.items.slice(1), 'everything since a position');
  t.strictSame(typesOf((await viewer.call('GET', '/events')).body.items), ['opened', 'recovered'], 'of what is shared');
  t.strictSame((await stranger.call('GET', '/events')).body, { items: [], next: null });
  t.match(await owner.call('GET', '/events?after=yesterday'), { status: 400 });

  const snooze = `/incidents/${all.items[0].data.incidentId}/snooze`;
  const until = Temporal.Now.instant().add({ hours: 2 }).toString();
  t.match(await owner.call('POST', snooze, { until }), { status: 409, body: { code: 'incident.over' } });

  await eventually(() => stream.events().length === 3);
  t.strictSame(
    stream.events().map(({ data }) => data),
    all.items,
    'the stream tells the same',
  );
  t.strictSame(
    stream.events().map(({ id, type }) => [id, type]),
    all.items.map((one: { type: string; data: { position: string } }) => [one.data.position, one.type]),
  );
  const resumed = await eventStream(portal, owner, { 'last-event-id': first.next });
  await eventually(() => resumed.events().length === 2);
  t.strictSame(
    resumed.events().map(({ data }) => data),
    all.items.slice(1),
    'nothing is lost where it broke off',
  );

  const watching = await eventStream(portal, viewer);
  const limited = { name: 'One roof', scopes: ['plants:read'], plantIds: [hidden], password };
  const made = await owner.call('POST', '/me/tokens', { ...limited, expiresAt: until });
  const token = { authorization: `Bearer ${made.body.token}` };
  const seen = await callJson(`${portal.url}/api/v1/events`, 'GET', undefined, token);
  t.match([seen.status, plantsIn(seen.body.items)], [200, [hidden]], 'a token for one plant');
  const ofToken = await eventStream(portal, owner, { ...token, 'last-event-id': '0' });
  t.equal((await owner.call('DELETE', `/plants/${plantId}/grants/${viewerId}`)).status, 204);
  await here.open();
  await there.recover();
  await eventually(() => stream.events().length === 5 && ofToken.events().length === 2);
  t.strictSame(plantsIn(ofToken.events().map(({ data }) => data)), [hidden, hidden]);
  t.strictSame(watching.events(), [], 'what is not shared any more is not told, in an open stream, too');
  t.equal((await viewer.call('GET', '/events')).body.items.length, 0);

  t.equal((await owner.call('DELETE', `/me/tokens/${made.body.id}`)).status, 204);
  await eventually(() => ofToken.hasEnded());
  t.notOk(stream.hasEnded());
  await owner.call('DELETE', '/sessions/current');
  await eventually(() => stream.hasEnded() && resumed.hasEnded());
});

function plantsIn(events: readonly { readonly data: { readonly plantId: string } }[]): readonly string[] {
  return events.map(({ data }) => data.plantId);
}

/** What comes over the stream of events. */
async function eventStream({ url }: Portal, { accessToken }: Owner, headers = {}) {
  const { statusCode, body } = await request(`${url}/api/v1/events`, {
    headers: { authorization: `Bearer ${accessToken}`, accept: 'text/event-stream', ...headers },
  });
  if (statusCode !== 200) throw new Error(`answered with ${statusCode}`);
  let text = '';
  let ended = false;
  body.setEncoding('utf8');
  body.on('data', (piece: string) => (text += piece)).once('end', () => (ended = true));
  await eventually(() => text.includes('from here on'));
  const events = () =>
    [...text.matchAll(/^id: (.*)\nevent: (.*)\ndata: (.*)\n\n/gm)].map(([, id, type, data]) => ({
      ...{ id, type },
      data: JSON.parse(data ?? ''),
    }));
  return { events, hasEnded: () => ended };
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

t.test('one at a time speaks to a receiver, whatever is changed meanwhile', async (t) => {
  const { pool, db } = await testDatabase(t);
  const webhooks = postgresWebhooks(pool, secretsFrom(randomBytes(32)));
  const own = { accountId: AccountId.parse(randomUUID()), id: randomUUID() };
  const url = 'https://receiver.example/';
  await pool.query(
    `insert into credentials (account_id, user_name_key, email_key, password_hash, changed_at, reserved_at)
     values ($1, 'anna', 'anna', 'x', now(), now())`,
    [own.accountId],
  );
  await webhooks.add(own, url);
  t.equal(await takeDueWebhook(pool), null, 'nothing waits');
  await pool.query('insert into webhook_deliveries (webhook_id, position, event) values ($1, 1, $2)', [own.id, {}]);
  const taken = await takeDueWebhook(pool);
  if (taken === null) return t.fail('it is due');
  await webhooks.change(own, { url, isOn: true });
  await webhooks.replay(own.id, '0');
  t.equal(await takeDueWebhook(pool), null, 'somebody is busy with it');
  await letGo(pool, { ...taken, leasedUntil: '2020-01-01T00:00:00Z' });
  t.equal(await takeDueWebhook(pool), null, 'not by who had it before');
  await letGo(pool, taken);
  t.match(await takeDueWebhook(pool), { id: own.id });
  await pool.query("update webhooks set leased_until = now() - interval '1 second'");
  t.match(await takeDueWebhook(pool), { id: own.id }, 'nor for ever');

  await pool.query('update webhooks set leased_until = null');
  const troubles: unknown[] = [];
  const worker = startWebhookWorker({
    ...{ pool, db, webhooks, publicUrl: 'https://portal.example', isOpenFor: async () => true, pollMs: 10 },
    clock: { now: () => Temporal.Now.instant() },
    dispatcher: outboundAgent({ arePrivateAllowed: false }),
    onTrouble: (error) => void troubles.push(error),
  });
  const putOff = `select from webhooks where leased_until is null and next_attempt_at > now() + interval '30 seconds'`;
  await eventually(async () => (await pool.query(putOff)).rowCount === 1);
  await worker.stop();
  t.equal(troubles.length, 1, 'what cannot be read is put off, so that it holds up nobody else');
});
