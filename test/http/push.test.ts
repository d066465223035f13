import {
  createDecipheriv,
  createECDH,
  createPublicKey,
  hkdfSync,
  randomBytes,
  randomUUID,
  verify,
  type ECDH,
} from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import t, { type Test } from 'tap';
import { browserPushDelivery } from '../../adapters/push/deliver.js';
import { encryptForBrowser } from '../../adapters/push/encrypt.js';
import { vapidFrom } from '../../adapters/push/vapid.js';
import { outboundAgent } from '../../adapters/webhook/public-address.js';
import { AccountId } from '../../domain/kernel/ids.js';
import { Temporal } from '../../domain/kernel/time.js';
import { eventually } from '../support/eventually.js';
import { newOwner } from '../support/owner.js';
import { testPortal } from '../support/portal.js';
import { watchedPortal } from '../support/watched-portal.js';

/** What a browser does with a message: RFC 8291, written down apart from what sends it. */
function decrypted(message: Buffer, browser: ECDH, auth: Buffer): string {
  const salt = message.subarray(0, 16);
  const idLength = message.readUInt8(20);
  const sender = message.subarray(21, 21 + idLength);
  const sealed = message.subarray(21 + idLength);
  const info = Buffer.concat([Buffer.from('WebPush: info\0'), browser.getPublicKey(), sender]);
  const secret = Buffer.from(hkdfSync('sha256', browser.computeSecret(sender), auth, info, 32));
  const key = Buffer.from(hkdfSync('sha256', secret, salt, 'Content-Encoding: aes128gcm\0', 16));
  const nonce = Buffer.from(hkdfSync('sha256', secret, salt, 'Content-Encoding: nonce\0', 12));
  const decipher = createDecipheriv('aes-128-gcm', key, nonce);
  decipher.setAuthTag(sealed.subarray(-16));
  const plain = Buffer.concat([decipher.update(sealed.subarray(0, -16)), decipher.final()]);
  const end = plain.lastIndexOf(2);
  return plain.subarray(0, end).toString();
}

t.test('the example of RFC 8291', async (t) => {
  const b64 = (text: string) => Buffer.from(text, 'base64url');
  const message = encryptForBrowser(
    Buffer.from('When I grow up, I want to be a watermelon'),
    {
      p256dh: 'BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4',
      auth: 'BTBZMqHH6r4Tts7J_aSIgg',
    },
    { salt: b64('DGv6ra1nlYgDCS1FRnbzlw'), privateKey: b64('yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw') },
  );
  t.equal(
    message.toString('base64url'),
    [
      'DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27ml',
      'mlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPT',
      'pK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN',
    ].join(''),
  );
});

type Pushed = { readonly headers: IncomingHttpHeaders; readonly body: Buffer };

/** A push service over real HTTP, with one browser that has subscribed. */
async function pushService(t: Test) {
  const pushed: Pushed[] = [];
  let status = 201;
  const server = createServer((request, response) => {
    void buffer(request).then((body) => {
      pushed.push({ headers: request.headers, body });
      response.writeHead(status).end();
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  t.teardown(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  const browser = createECDH('prime256v1');
  browser.generateKeys();
  const auth = randomBytes(16);
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    ...{ pushed, origin },
    answerStatus: (next: number) => void (status = next),
    subscription: {
      endpoint: `${origin}/push/1`,
      keys: { p256dh: browser.getPublicKey('base64url'), auth: auth.toString('base64url') },
    },
    read: (message: Pushed) => JSON.parse(decrypted(message.body, browser, auth)),
  };
}

t.test('incidents are shown in browsers', async (t) => {
  const key = createECDH('prime256v1');
  key.generateKeys();
  const portal = await testPortal(t, {
    ...{ VAPID_PRIVATE_KEY: key.getPrivateKey().toString('base64url').padStart(43, 'A') },
    ...{ VAPID_SUBJECT: 'mailto:portal@example.org', WEBHOOK_PRIVATE_ADDRESSES: 'allowed' },
  });
  const owner = await newOwner(portal.url);
  const plants = await watchedPortal(portal, owner);
  const service = await pushService(t);
  const publicKey = key.getPublicKey('base64url');
  t.strictSame((await owner.call('GET', '/me/push')).body, { publicKey, endpoints: [] });
  for (const body of [
    { ...service.subscription, keys: { p256dh: 'AAAA', auth: 'AAAA' } },
    { ...service.subscription, endpoint: 'ftp://push.example' },
  ]) {
    t.match(await owner.call('PUT', '/me/push', body), {
      status: 422,
      body: { code: 'push.subscription-invalid' },
    });
  }
  const shown = { publicKey, endpoints: [service.subscription.endpoint] };
  t.match(await owner.call('PUT', '/me/push', service.subscription), { status: 200, body: shown });
  t.match(await owner.call('PUT', '/me/push', service.subscription), { body: shown }, 'twice is once');

  const [serial = ''] = plants.serials('P');
  const { plantId } = await plants.plantWith(serial);
  const accountId = AccountId.parse((await owner.call('GET', '/me')).body.id);
  const condition = { kind: 'noData', silentMinutes: 60, countsNight: true };
  const recipients = [{ accountId, language: 'en' }];
  const delivery = { recipients, dailyAt: null, quietHours: null, reminders: 0, reminderDays: 1 };
  await plants.silence(serial, 5);
  t.equal((await owner.call('POST', `/plants/${plantId}/alert-rules`, { condition, delivery })).status, 201);

  await t.test('encrypted for the browser, signed by the portal', async (t) => {
    await eventually(() => service.pushed.length === 1);
    const [message] = service.pushed;
    if (message === undefined) return t.fail();
    t.match(service.read(message), {
      ...{ title: /has sent no data for 5 hours/, body: 'Scheune', lang: 'en' },
      url: new RegExp(`^${portal.url}/incidents/[0-9a-f-]{36}$`),
    });
    t.match(message.headers, { 'content-encoding': 'aes128gcm', ttl: '86400', urgency: 'high' });
    const [, token = '', shownKey] = /^vapid t=(\S+), k=(\S+)$/.exec(String(message.headers.authorization)) ?? [];
    t.equal(shownKey, publicKey);
    const [head = '', claims = '', signature = ''] = token.split('.');
    const point = key.getPublicKey();
    const [x, y] = [point.subarray(1, 33), point.subarray(33)].map((part) => part.toString('base64url'));
    const verifier = createPublicKey({ format: 'jwk', key: { kty: 'EC', crv: 'P-256', x: x ?? '', y: y ?? '' } });
    const isSigned = verify(
      'sha256',
      Buffer.from(`${head}.${claims}`),
      { key: verifier, dsaEncoding: 'ieee-p1363' },
      Buffer.from(signature, 'base64url'),
    );
    t.ok(isSigned);
    const told = JSON.parse(Buffer.from(claims, 'base64url').toString());
    t.match(told, { aud: service.origin, sub: 'mailto:portal@example.org' });
    const hoursLeft = (told.exp * 1_000 - Date.now()) / 3_600_000;
    t.ok(hoursLeft > 11 && hoursLeft < 13, `${hoursLeft} hours`);
  });

  await t.test('a service that is busy is asked again, one that refuses is not', async (t) => {
    const dispatcher = outboundAgent({ arePrivateAllowed: true });
    t.teardown(() => dispatcher.close());
    const { system, url: publicUrl } = portal;
    const [browser] = await system.pushSubscriptions.list(accountId);
    const [incident] = (await owner.call('GET', `/incidents?plantId=${plantId}`)).body.items;
    let isOpen = true;
    const deliver = browserPushDelivery({
      ...{
        log: system.log,
        isOpenFor: async () => isOpen,
        subscriptions: system.pushSubscriptions,
        dispatcher,
        publicUrl,
        sender: { name: 'SiteLink', email: 'service@example.org' },
      },
      vapid: vapidFrom(key.getPrivateKey().toString('base64url').padStart(43, 'A'), 'mailto:portal@example.org'),
      clock: { now: () => Temporal.Now.instant() },
    });
    const items = [{ incidentId: incident.id, news: 'reminder' }];
    const alert = { template: 'incidents', plantId, accountId, language: 'de', items };
    const push = () => deliver({ id: randomUUID(), payload: { subscriptionId: browser?.id, alert }, attempt: 1 });
    for (const [status, error] of [
      [503, { name: 'PushNotSent', message: 'answered with 503' }],
      [429, { name: 'PushNotSent' }],
      [403, { name: 'PushNotSent' }],
      [400, { name: 'PermanentFailure' }],
      [413, { name: 'PermanentFailure' }],
    ] as const) {
      service.answerStatus(status);
      await t.rejects(push(), error);
    }
    service.answerStatus(201);
    await push();
    t.match(service.read(service.pushed.at(-1) as Pushed), { title: /keine Daten/, lang: 'de' });
    t.equal((await system.pushSubscriptions.list(accountId)).length, 1);
    isOpen = false;
    const before = service.pushed.length;
    await push();
    t.equal(service.pushed.length, before, 'nothing to who may not monitor the plant');
  });

  await t.test('a browser that is gone is forgotten', async (t) => {
    service.answerStatus(410);
    await plants.silence(serial, 0);
    await plants.lookNow(plantId);
    await eventually(async () => (await owner.call('GET', '/me/push')).body.endpoints.length === 0);
    t.match(service.read(service.pushed.at(-1) as Pushed), { title: /is sound again/ });
  });

  await t.test('a browser is let go', async (t) => {
    await owner.call('PUT', '/me/push', service.subscription);
    const { endpoint } = service.subscription;
    t.match(await owner.call('DELETE', '/me/push', { endpoint }), { status: 200, body: { endpoints: { length: 0 } } });
  });

  await t.test('a browser belongs to whoever is signed in there', async (t) => {
    const { endpoint } = service.subscription;
    const idNow = async () => {
      const { rows } = await portal.system.database.pool.query<{ id: string }>(
        'select id from push_subscriptions where endpoint = $1',
        [endpoint],
      );
      return rows[0]?.id ?? null;
    };
    await owner.call('PUT', '/me/push', service.subscription);
    const first = await idNow();
    await owner.call('PUT', '/me/push', service.subscription);
    t.equal(await idNow(), first);
    const other = await newOwner(portal.url);
    await other.call('PUT', '/me/push', service.subscription);
    t.not(await idNow(), first, 'what waits for the one before is not for the next');
    t.strictSame((await owner.call('GET', '/me/push')).body.endpoints, []);
    t.strictSame((await other.call('GET', '/me/push')).body.endpoints, [endpoint]);

    const { sessionId } = (await other.call('GET', '/me')).body;
    t.equal((await other.call('DELETE', `/me/sessions/${sessionId}`)).status, 204);
    t.equal(await idNow(), null, 'signed out');

    await owner.call('PUT', '/me/push', service.subscription);
    await portal.system.database.pool.query(
      `update sessions set expires_at = now() - interval '1 second' where id =
         (select session_id from push_subscriptions where endpoint = $1)`,
      [endpoint],
    );
    t.strictSame(await portal.system.pushSubscriptions.list(accountId), [], 'the session is over');
    t.equal(await portal.system.pushSubscriptions.find((await idNow()) ?? ''), null);
    t.equal(await portal.system.pushSubscriptions.removeOld(), 1);
    t.equal(await idNow(), null);
    await portal.system.database.pool.query(`update sessions set expires_at = now() + interval '1 day'`);

    await owner.call('PUT', '/me/push', service.subscription);
    const at = portal.system.clock.now();
    const ofOwner = (await owner.call('GET', '/me')).body;
    await portal.system.sessions.revokeAll(accountId, at, { except: ofOwner.sessionId });
    t.not(await idNow(), null, 'but for the browser in which it was asked for');
    await portal.system.sessions.revokeAll(accountId, at, { except: randomUUID() });
    t.equal(await idNow(), null, 'signed out everywhere');
  });
});

t.test('where nothing is set up nothing is offered', async (t) => {
  const portal = await testPortal(t);
  const owner = await newOwner(portal.url);
  const service = await pushService(t);
  t.strictSame((await owner.call('GET', '/me/push')).body, { publicKey: null, endpoints: [] });
  t.match(await owner.call('PUT', '/me/push', service.subscription), {
    status: 404,
    body: { code: 'push.not-set-up' },
  });
});
