import { createHmac } from 'node:crypto';
import t from 'tap';
import { isPublicAddress, outboundAgent, receiverUrl } from '../../../adapters/webhook/public-address.js';
import { PermanentFailure } from '../../../adapters/outbox/port.js';
import { postWebhook } from '../../../adapters/webhook/webhook.js';
import { Temporal } from '../../../domain/kernel/time.js';
import { freePort } from '../../support/free-port.js';
import { webhookReceiver } from '../../support/webhook-receiver.js';

const clock = { now: () => Temporal.Instant.from('2026-07-21T10:00:00Z') };
const secret = 'a secret that only tests use, 32+ characters';
const id = '3c0f6d0e-5b8e-4f0c-8f4e-5f1d3b6a7c21';
const source = 'https://portal.example';
const event = { id, source, type: 'sitelink.test', time: '2026-07-20T22:05:00Z', data: { text: 'Grüße' } };

async function outcome(sending: Promise<void>): Promise<string> {
  return sending.then(() => 'taken', String);
}

t.test('what arrives', async (t) => {
  const { url, received } = await webhookReceiver(t);
  await postWebhook({ url, secrets: [secret] }, event, clock);
  const [request] = received;
  const body = request?.raw ?? '';
  t.strictSame(JSON.parse(body), { specversion: '1.0', datacontenttype: 'application/json', ...event });
  const signature = createHmac('sha256', secret).update(`${id}.1784628000.${body}`).digest('base64');
  t.match(request?.headers, {
    'content-type': 'application/cloudevents+json; charset=utf-8',
    'webhook-id': id,
    'webhook-timestamp': '1784628000',
    'webhook-signature': `v1,${signature}`,
  });
});

t.test('what the answer means', async (t) => {
  const { url, received, answerWith } = await webhookReceiver(t);
  for (const [status, ending] of [
    [200, 'taken'],
    [204, 'taken'],
    [500, 'WebhookNotSent: answered with 500'],
    [503, 'WebhookNotSent: answered with 503'],
    [408, 'WebhookNotSent: answered with 408'],
    [425, 'WebhookNotSent: answered with 425'],
    [429, 'WebhookNotSent: answered with 429'],
    [401, 'WebhookNotSent: answered with 401'],
    [403, 'WebhookNotSent: answered with 403'],
    [404, 'WebhookNotSent: answered with 404'],
    [400, 'PermanentFailure: answered with 400'],
    [410, 'PermanentFailure: answered with 410'],
    [413, 'PermanentFailure: answered with 413'],
    [422, 'PermanentFailure: answered with 422'],
  ] as const) {
    answerWith((response) => void response.writeHead(status).end());
    t.equal(await outcome(postWebhook({ url, secrets: [secret] }, event, clock)), ending);
  }
  received.length = 0;
  for (const status of [301, 302, 307, 308]) {
    answerWith((response) => void response.writeHead(status, { location: '/elsewhere' }).end());
    await t.rejects(postWebhook({ url, secrets: [secret] }, event, clock), PermanentFailure);
  }
  t.strictSame([...new Set(received.map(({ path }) => path))], ['/hook'], 'nobody is followed elsewhere');
  answerWith((response) => {
    response.writeHead(200);
    response.write('x'.repeat(1_000_000));
  });
  t.equal(
    await outcome(postWebhook({ url, secrets: [secret] }, event, clock)),
    'taken',
    'long answers are not listened to',
  );
});

t.test('no answer', async (t) => {
  const { url, answerWith } = await webhookReceiver(t);
  const post = (to: string, answerWithinMs?: number) =>
    outcome(postWebhook({ url: to, secrets: [secret] }, event, clock, answerWithinMs));
  answerWith(() => undefined);
  t.equal(await post(url, 100), 'WebhookNotSent: no answer within 0.1 s');
  answerWith((_response, request) => void request.socket.destroy());
  t.match(await post(url), /^WebhookNotSent: UND_ERR_SOCKET/);
  t.equal(await post(`http://127.0.0.1:${await freePort()}`), 'WebhookNotSent: ECONNREFUSED');
  t.match(await post('http://no-such-host.invalid'), /^WebhookNotSent: (ENOTFOUND|EAI_AGAIN)$/);
});

t.test('only the public internet is spoken to', async (t) => {
  const inside = [
    ...['127.0.0.1', '10.0.0.1', '172.16.0.1', '172.31.255.255', '192.168.1.1', '169.254.169.254', '100.64.0.1'],
    ...['0.0.0.0', '224.0.0.1', '255.255.255.255', '198.18.0.1', '192.0.2.1'],
    ...[
      '::1',
      '::',
      'fe80::1',
      'fd00::1',
      'fc00::1',
      'ff02::1',
      '::ffff:127.0.0.1',
      '::ffff:8.8.8.8',
      '64:ff9b::7f00:1',
    ],
    ...['2002:7f00:1::', '2001::1', '2001:db8::1', 'nonsense', ''],
  ];
  for (const address of inside) t.notOk(isPublicAddress(address), address);
  for (const address of ['8.8.8.8', '172.32.0.1', '100.128.0.1', '2a00:1450::1', '2606:4700::1111']) {
    t.ok(isPublicAddress(address), address);
  }
  const strict = { arePrivateAllowed: false };
  t.equal(receiverUrl('https://hooks.example.org/a?b=c#d', strict), 'https://hooks.example.org/a?b=c');
  for (const url of [
    'http://hooks.example.org',
    'https://127.1',
    'https://0177.0.0.1',
    'https://[::1]',
    'https://a:b@c.de',
  ]) {
    t.equal(receiverUrl(url, strict), null, url);
  }
  t.equal(receiverUrl('http://localhost:1/a', { arePrivateAllowed: true }), 'http://localhost:1/a');

  const { url, received } = await webhookReceiver(t);
  const dispatcher = outboundAgent(strict);
  t.teardown(() => dispatcher.close());
  const named = url.replace('127.0.0.1', 'localhost');
  t.equal(
    await outcome(postWebhook({ url: named, secrets: [secret], dispatcher }, event, clock)),
    'WebhookNotSent: ADDRESS_NOT_PUBLIC',
    'a name that leads inside',
  );
  t.equal(received.length, 0);
});

t.test('while a secret is renewed both sign', async (t) => {
  const { url, received } = await webhookReceiver(t);
  await postWebhook({ url, secrets: ['new', 'old'] }, event, clock);
  t.match(received[0]?.headers['webhook-signature'], /^v1,\S{44} v1,\S{44}$/);
});
