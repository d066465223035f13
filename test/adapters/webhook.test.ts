import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import t, { type Test } from 'tap';
import { PermanentFailure } from '../../adapters/outbox/port.js';
import { postWebhook } from '../../adapters/webhook/webhook.js';
import { Temporal } from '../../domain/kernel/time.js';
import { freePort } from '../support/free-port.js';

const clock = { now: () => Temporal.Instant.from('2026-07-21T10:00:00Z') };
const secret = 'a secret that only tests use, 32+ characters';
const id = '3c0f6d0e-5b8e-4f0c-8f4e-5f1d3b6a7c21';
const source = 'https://portal.example';
const event = { id, source, type: 'sitelink.test', time: '2026-07-20T22:05:00Z', data: { text: 'Grüße' } };

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

async function receiver(t: Test) {
  const requests: { readonly headers: IncomingMessage['headers']; readonly body: string; readonly path: string }[] = [];
  let answer: Answer = (_request, response) => void response.end();
  const server = createServer((request, response) => {
    void text(request).then((body) => {
      requests.push({ headers: request.headers, body, path: request.url ?? '' });
      answer(request, response);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  t.teardown(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`;
  return { url, requests, answerWith: (next: Answer) => void (answer = next) };
}

async function outcome(sending: Promise<void>): Promise<string> {
  return sending.then(() => 'taken', String);
}

t.test('what arrives', async (t) => {
  const { url, requests } = await receiver(t);
  await postWebhook({ url, secret }, event, clock);
  const [request] = requests;
  const body = request?.body ?? '';
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
  const { url, requests, answerWith } = await receiver(t);
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
    answerWith((_request, response) => void response.writeHead(status).end());
    t.equal(await outcome(postWebhook({ url, secret }, event, clock)), ending);
  }
  requests.length = 0;
  for (const status of [301, 302, 307, 308]) {
    answerWith((_request, response) => void response.writeHead(status, { location: '/elsewhere' }).end());
    await t.rejects(postWebhook({ url, secret }, event, clock), PermanentFailure);
  }
  t.strictSame([...new Set(requests.map(({ path }) => path))], ['/hook'], 'nobody is followed elsewhere');
  answerWith((_request, response) => {
    response.writeHead(200);
    response.write('x'.repeat(1_000_000));
  });
  t.equal(await outcome(postWebhook({ url, secret }, event, clock)), 'taken', 'long answers are not listened to');
});

t.test('no answer', async (t) => {
  const { url, answerWith } = await receiver(t);
  const post = (to: string, answerWithinMs?: number) =>
    outcome(postWebhook({ url: to, secret }, event, clock, answerWithinMs));
  answerWith(() => undefined);
  t.equal(await post(url, 100), 'WebhookNotSent: no answer within 0.1 s');
  answerWith((request) => void request.socket.destroy());
  t.match(await post(url), /^WebhookNotSent: UND_ERR_SOCKET/);
  t.equal(await post(`http://127.0.0.1:${await freePort()}`), 'WebhookNotSent: ECONNREFUSED');
  t.match(await post('http://no-such-host.invalid'), /^WebhookNotSent: (ENOTFOUND|EAI_AGAIN)$/);
});
