import net from 'node:net';
import type { AddressInfo } from 'node:net';
import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import t from 'tap';
import { z } from 'zod';
import { InvalidAppend, StoreUnavailable } from '../../adapters/event-store/port.js';
import { RevisionConflict } from '../../commands/handle.js';
import { requireCaller, commandContext } from '../../http/caller.js';
import { createMetrics } from '../../http/plugins/metrics.js';
import { preferredLanguage } from '../../http/plugins/request-context.js';
import { ProblemError, rejectionProblem } from '../../http/problem.js';
import { problemEntries } from '../../http/problems/index.js';
import { Address, Problem } from '../../http/schemas/common.js';
import { testApp } from '../support/app.js';

const failures: Readonly<Record<string, () => unknown>> = {
  conflict: () => new RevisionConflict(true),
  contention: () => new RevisionConflict(false),
  outage: () => new StoreUnavailable('no answer'),
  unstorable: () => new InvalidAppend('too large'),
  bug: () => new TypeError('the secret is 42'),
  unknownCode: () => new ProblemError('no.such-code'),
  refused: () => Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' }),
  missingFile: () => Object.assign(new Error('no such file'), { code: 'ENOENT', syscall: 'open' }),
  terminated: () => new Error('Connection terminated unexpectedly'),
};

const Body = z.strictObject({
  name: z.string().trim().min(1).max(8),
  count: z.int().min(2),
  address: Address.optional(),
});

const routes: FastifyPluginAsyncZod = async (app) => {
  app.post('/api/v1/things', { schema: { body: Body, response: { 200: Body } } }, async (request) => request.body);
  app.post('/api/v1/optional', { schema: { body: Body.optional() } }, async (request) => ({
    sent: request.body ?? null,
  }));
  app.get('/api/v1/things/:id', { schema: { params: z.object({ id: z.uuid() }) } }, async () => ({}));
  app.get('/api/v1/list', { schema: { querystring: z.object({ limit: z.coerce.number().max(5) }) } }, async () => []);
  app.get('/api/v1/fail/:how', async (request) => {
    const how = (request.params as { how: string }).how;
    throw failures[how]?.();
  });
  app.get('/api/v1/caller', async (request) => requireCaller(request));
  app.put('/api/v1/context', async (request) => {
    const { expectedRevision, ...context } = commandContext(request);
    return { ...context, expectedRevision: String(expectedRevision) };
  });
};

function problem(answer: { body: string; headers: Record<string, unknown> }): Problem {
  t.match(answer.headers['content-type'], /^application\/problem\+json/);
  return Problem.parse(JSON.parse(answer.body));
}

t.test('bad input gets a problem document', async (t) => {
  const app = await testApp(t, { routes: [routes] });
  const post = (payload: string | Buffer, headers: Record<string, string> = {}) =>
    app.inject({
      method: 'POST',
      url: '/api/v1/things',
      payload,
      headers: { 'content-type': 'application/json', ...headers },
    });

  t.test('fields: pointer, code and message in the language of the caller', async (t) => {
    const body = { name: '', count: 1.5, extra: 1, address: { street: 'S', postcode: '1', town: 'T' } };
    const answer = await post(JSON.stringify(body), { 'accept-language': 'de-AT, en;q=0.5' });
    t.equal(answer.statusCode, 400);
    t.equal(answer.headers['content-language'], 'de');
    const { code, title, errors, type, requestId } = problem(answer);
    t.match({ code, title, type }, { code: 'request.invalid', title: /Angaben/, type: '/problems/request.invalid' });
    t.match(requestId, /^[0-9a-f-]{36}$/);
    t.same(
      errors?.map((error) => [error.pointer, error.code, error.message]),
      [
        ['/name', 'required', 'Bitte ausfüllen.'],
        ['/count', 'wrong-type', 'Dieser Wert hat die falsche Art.'],
        ['/address/country', 'required', 'Bitte ausfüllen.'],
        ['/extra', 'unknown-field', 'Dieses Feld ist hier nicht bekannt.'],
      ],
    );
    const english = problem(await post('{"name":"much too long","count":1}', { 'accept-language': 'fr' }));
    t.same(
      english.errors?.map((error) => error.message),
      ['At most 8 characters.', 'Must be at least 2.'],
    );
  });

  t.test('bodies that are not what they say', async (t) => {
    const cases: readonly (readonly [string, string | Buffer, string, number, string])[] = [
      ['cut off', '{"name":', 'application/json', 400, 'request.json-malformed'],
      [
        'broken UTF-8',
        Buffer.from('7b226e616d65223a22ff227d', 'hex'),
        'application/json',
        400,
        'request.encoding-malformed',
      ],
      ['not JSON', 'name=x', 'application/x-www-form-urlencoded', 415, 'request.content-type-unsupported'],
      ['text', '{}', 'text/plain', 415, 'request.content-type-unsupported'],
      [
        'null character',
        String.raw`{"name":"a\u0000","count":3}`,
        'application/json',
        400,
        'request.characters-refused',
      ],
      ['half a pair', String.raw`{"name":"\ud800","count":3}`, 'application/json', 400, 'request.characters-refused'],
      [
        '__proto__',
        '{"__proto__":{"admin":true},"name":"x","count":3}',
        'application/json',
        400,
        'request.json-malformed',
      ],
      ['constructor', '{"constructor":{"prototype":{"a":1}}}', 'application/json', 400, 'request.json-malformed'],
      ['an array', '[]', 'application/json', 400, 'request.invalid'],
      ['nothing', '', 'application/json', 400, 'request.invalid'],
      ['null', 'null', 'application/json', 400, 'request.invalid'],
      ['100 000 levels', '['.repeat(100_000) + ']'.repeat(100_000), 'application/json', 400, 'request.invalid'],
      [
        'deep and escaped',
        `${'[['.repeat(9000)}"\\u0041"${']]'.repeat(9000)}`,
        'application/json',
        400,
        'request.invalid',
      ],
      ['300 KB', JSON.stringify({ name: 'x'.repeat(300_000) }), 'application/json', 413, 'request.too-large'],
    ];
    for (const [name, payload, contentType, status, code] of cases) {
      const answer = await post(payload, { 'content-type': contentType });
      t.equal(answer.statusCode, status, name);
      t.equal(problem(answer).code, code, name);
    }
    t.equal((await post(String.raw`{"name":"\u00fc\ud83d\ude00","count":3}`)).json().name, 'ü😀');
    t.notOk('admin' in {}, 'the prototype is clean');
  });

  t.test('a body may be left out where the schema says so', async (t) => {
    const headers = { 'content-type': 'application/json' };
    const empty = await app.inject({ method: 'POST', url: '/api/v1/optional', headers });
    t.same(empty.json(), { sent: null });
    t.same((await app.inject({ method: 'POST', url: '/api/v1/optional' })).json(), { sent: null });
  });

  t.test('addresses', async (t) => {
    const get = (url: string) => app.inject({ url });
    t.equal(problem(await get('/api/v1/things/not-an-id')).code, 'request.not-found');
    t.equal(problem(await get('/api/v1/nothing')).code, 'request.not-found');
    t.equal(problem(await get('/api/v1/list?limit=9')).code, 'request.query-invalid');
    t.equal(problem(await get('/api/v1/things/%00')).status, 404);
    t.equal(problem(await get('/api/v1/%E0%A4%A')).status, 404);
    const wrongMethod = await app.inject({ method: 'DELETE', url: '/api/v1/things?x=1' });
    t.equal(wrongMethod.statusCode, 405);
    t.equal(wrongMethod.headers.allow, 'POST');
  });
});

t.test('failures of our own', async (t) => {
  const app = await testApp(t, { routes: [routes] });
  const fail = (how: string) => app.inject({ url: `/api/v1/fail/${how}` });
  const expected: Readonly<Record<string, string>> = {
    conflict: 'revision.stale',
    contention: 'revision.contended',
    outage: 'store.unavailable',
    unstorable: 'request.invalid',
    refused: 'store.unavailable',
    terminated: 'store.unavailable',
    bug: 'internal',
    unknownCode: 'internal',
    missingFile: 'internal',
  };
  for (const [how, code] of Object.entries(expected)) {
    const answer = await fail(how);
    t.equal(problem(answer).code, code, how);
    t.equal(answer.statusCode, problemEntries[code]?.status, how);
  }
  t.equal((await fail('outage')).headers['retry-after'], '5');
  t.notMatch((await fail('bug')).body, /42/);
});

t.test('rejections fill their texts', async (t) => {
  const raised = rejectionProblem({ code: 'a.b', serialNumber: 'X1', at: { no: 1 } } as { code: string });
  t.same(raised.extra.params, { serialNumber: 'X1' });
});

t.test('languages', async (t) => {
  t.equal(preferredLanguage(undefined), 'en');
  t.equal(preferredLanguage('*'), 'en');
  t.equal(preferredLanguage('de'), 'de');
  t.equal(preferredLanguage('en;q=0.3,de-DE;q=0.4'), 'de');
  t.equal(preferredLanguage('fr, de;q=x'), 'en');
});

t.test('callers', async (t) => {
  const accountId = '018f4e1c-7d52-7c4a-9d7b-2b7d52c3a111';
  const ended = new Set(['ended']);
  const jwtSecret = 'a secret that only tests use, 32+ characters';
  const app = await testApp(t, {
    routes: [
      routes,
      async (api) =>
        void api.post('/api/v1/sign', async () => ({ token: api.jwt.sign({ sub: accountId, sid: 's1' }) })),
    ],
    auth: { jwtSecret, isSessionActive: async (sid) => !ended.has(sid), publicUrl: 'https://portal.example' },
  });
  const token = (await app.inject({ method: 'POST', url: '/api/v1/sign' })).json<{ token: string }>().token;
  const asCaller = (headers: Record<string, string>) => app.inject({ url: '/api/v1/caller', headers });

  t.same((await asCaller({ authorization: `Bearer ${token}` })).json(), { accountId, sessionId: 's1' });
  t.same((await asCaller({ cookie: `sitelink_access=${token}` })).json(), { accountId, sessionId: 's1' });
  for (const headers of [
    {},
    { authorization: 'Bearer x.y.z' },
    { authorization: `Bearer ${token}x` },
    { cookie: 'sitelink_access=1' },
  ]) {
    const answer = await asCaller(headers);
    t.equal(answer.statusCode, 401);
    t.equal(problem(answer).code, 'session.required');
    t.equal(answer.headers['www-authenticate'], 'Bearer');
  }
  const none = Buffer.from('{"alg":"none"}').toString('base64url');
  t.equal((await asCaller({ authorization: `Bearer ${none}.${token.split('.')[1]}.` })).statusCode, 401);
  ended.add('s1');
  t.equal((await asCaller({ authorization: `Bearer ${token}` })).statusCode, 401);
  ended.delete('s1');

  t.test('a foreign page changes nothing', async (t) => {
    const put = (headers: Record<string, string>) =>
      app.inject({ method: 'PUT', url: '/api/v1/context', headers: { host: 'localhost:3000', ...headers } });
    const cookie = `sitelink_access=${token}`;
    t.equal((await put({ cookie, 'sec-fetch-site': 'same-origin' })).statusCode, 200);
    t.equal((await put({ cookie, origin: 'http://localhost:3000' })).statusCode, 200);
    t.equal((await put({ cookie, origin: 'https://portal.example' })).statusCode, 200);
    t.equal((await put({ cookie })).statusCode, 200);
    t.equal((await put({ cookie, origin: 'https://evil.example' })).statusCode, 403);
    t.equal((await put({ cookie, origin: 'null' })).statusCode, 403);
    t.equal((await put({ cookie, 'sec-fetch-site': 'cross-site' })).statusCode, 403);
    t.equal((await put({ authorization: `Bearer ${token}`, origin: 'https://evil.example' })).statusCode, 200);
  });

  t.test('what a command learns of its request', async (t) => {
    const put = (headers: Record<string, string>) =>
      app.inject({ method: 'PUT', url: '/api/v1/context', headers: { authorization: `Bearer ${token}`, ...headers } });
    const known = await put({ 'if-match': '"7"', 'idempotency-key': 'k1', 'x-correlation-id': 'order-2026-0001' });
    t.match(known.json(), {
      actor: { kind: 'account', id: accountId },
      correlationId: 'order-2026-0001',
      idempotencyKey: 'k1',
      expectedRevision: '7',
    });
    t.match((await put({ 'x-correlation-id': 'a b' })).json().correlationId, /^[0-9a-f-]{36}$/);
    t.equal(problem(await put({ 'if-match': '*' })).code, 'request.if-match-malformed');
  });
});

t.test('limits, documents and process routes', async (t) => {
  const metrics = createMetrics();
  metrics.gauge('sitelink_broken', 'fails', () => Promise.reject(new Error('away')));
  let databaseUp = true;
  const app = await testApp(t, {
    routes: [routes],
    metrics,
    maxRequestsPerMinute: 3,
    readiness: [
      { name: 'database', check: async () => (databaseUp ? 'reachable' : Promise.reject(new Error('not reachable'))) },
    ],
  });
  const openapi = (await app.inject({ url: '/api/v1/openapi.json' })).json();
  t.equal(openapi.openapi, '3.1.0');
  t.ok(openapi.paths['/api/v1/things'].post);
  t.notOk(openapi.paths['/api/docs/']);
  t.equal((await app.inject({ url: '/api/docs/' })).statusCode, 200);
  await app.inject({ url: '/api/v1/list?limit=1' });
  const limited = await app.inject({ url: '/api/v1/list?limit=1' });
  t.equal(problem(limited).code, 'request.rate-limited');
  t.ok(Number(limited.headers['retry-after']) > 0);

  t.equal((await app.inject({ url: '/healthz' })).statusCode, 200);
  t.match((await app.inject({ url: '/readyz' })).json(), { ready: true, checks: [{ name: 'database', ok: true }] });
  databaseUp = false;
  const notReady = await app.inject({ url: '/readyz' });
  t.equal(notReady.statusCode, 503);
  t.match(notReady.json(), { ready: false, checks: [{ ok: false, detail: 'not reachable' }] });
  const text = (await app.inject({ url: '/metrics' })).body;
  t.match(text, /request_duration_seconds_count\{method="GET",route="\/api\/v1\/list",status="429"\} 1/);
  t.match(text, /sitelink_broken NaN/i);
});

t.test('the web application', async (t) => {
  const root = await mkdtemp(join(tmpdir(), 'sitelink-web-'));
  t.teardown(() => rm(root, { recursive: true }));
  await mkdir(join(root, 'assets'));
  await writeFile(join(root, 'index.html'), '<!doctype html><title>SiteLink</title>');
  await writeFile(join(root, 'assets/app-1a2b3c.js'), 'export {};');
  const app = await testApp(t, { routes: [routes], webRoot: root });
  const page = (url: string) => app.inject({ url, headers: { accept: 'text/html,*/*' } });

  for (const url of ['/', '/plants/1/day?x=1', '/PlantDetails.aspx?id=1']) {
    const answer = await page(url);
    t.match(answer.body, /SiteLink/, url);
    t.equal(answer.headers['cache-control'], 'no-cache', url);
    t.match(answer.headers['content-security-policy'], /default-src 'none';script-src 'self'/, url);
    t.notMatch(answer.headers['content-security-policy'], /unsafe|upgrade-insecure/, url);
  }
  const asset = await app.inject({ url: '/assets/app-1a2b3c.js' });
  t.equal(asset.headers['cache-control'], 'public, max-age=31536000, immutable');
  t.equal((await page('/assets/gone.js')).statusCode, 404);
  t.equal((await page('/api/v1/nothing')).statusCode, 404);
  t.notMatch((await page('/..%2f..%2fpackage.json')).body, /"name"/);
  const unbuilt = await testApp(t);
  t.match((await unbuilt.inject({ url: '/', headers: { accept: 'text/html' } })).body, /npm run build/);
});

t.test('over a real socket', async (t) => {
  const app = await testApp(t, {
    routes: [
      async (api) =>
        void api.get('/api/v1/live', (_request, reply) => {
          reply.hijack();
          reply.raw.writeHead(200, { 'content-type': 'text/event-stream' });
          reply.raw.write(': here\n\n');
        }),
    ],
    doors: [async (door) => void door.get('/device', async () => 'OK')],
  });
  await app.listen({ port: 0, host: '127.0.0.1' });
  const { port } = app.server.address() as AddressInfo;
  const base = `http://127.0.0.1:${port}`;

  const device = await fetch(`${base}/device`);
  t.equal(await device.text(), 'OK');
  t.equal(device.headers.get('content-security-policy'), null, 'doors for devices stay bare');

  const garbage = await new Promise<string>((resolve, reject) => {
    let received = '';
    const socket = net.connect(port, '127.0.0.1', () => socket.write('this is not HTTP\r\n\r\n'));
    socket.on('data', (chunk) => (received += chunk.toString()));
    socket.on('close', () => resolve(received));
    socket.on('error', reject);
  });
  t.match(garbage, /^HTTP\/1\.1 400 [\s\S]*request\.malformed/);

  const live = await fetch(`${base}/api/v1/live`, { headers: { accept: 'text/event-stream' } });
  const startedAt = Date.now();
  const [text] = await Promise.all([live.text(), app.close()]);
  t.equal(text, ': here\n\n', 'the stream ends, it does not break');
  t.ok(Date.now() - startedAt < 3_000, 'closing does not wait for streams');
});
