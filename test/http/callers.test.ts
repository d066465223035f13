import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import t from 'tap';
import { requireCaller, commandContext } from '../../http/caller.js';
import { preferredLanguage } from '../../http/plugins/request-context.js';
import { Problem } from '../../http/schemas/common.js';
import { testApp } from '../support/app.js';

const routes: FastifyPluginAsyncZod = async (app) => {
  app.get('/api/v1/caller', { config: { access: 'account' } }, async (request) => requireCaller(request));
  app.put('/api/v1/context', { config: { access: 'public' } }, async (request) => {
    const { expectedRevision, ...context } = commandContext(request);
    return { ...context, expectedRevision: String(expectedRevision) };
  });
};

function problem(answer: { body: string; headers: Record<string, unknown> }): Problem {
  t.match(answer.headers['content-type'], /^application\/problem\+json/);
  return Problem.parse(JSON.parse(answer.body));
}

t.test('callers', async (t) => {
  const accountId = '018f4e1c-7d52-7c4a-9d7b-2b7d52c3a111';
  const ended = new Set(['ended']);
  const jwtSecret = 'a secret that only tests use, 32+ characters';
  const app = await testApp(t, {
    routes: [
      routes,
      async (api) =>
        void api.post('/api/v1/sign', { config: { access: 'public' } }, async () => ({
          token: api.jwt.sign({ sub: accountId, sid: 's1' }),
        })),
    ],
    auth: {
      jwtSecret,
      isSessionActive: async (sid) => !ended.has(sid),
      useToken: async () => null,
      publicUrl: 'https://portal.example',
    },
  });
  const token = (await app.inject({ method: 'POST', url: '/api/v1/sign' })).json<{ token: string }>().token;
  const asCaller = (headers: Record<string, string>) => app.inject({ url: '/api/v1/caller', headers });

  t.same((await asCaller({ authorization: `Bearer ${token}` })).json(), { accountId, sessionId: 's1', plantIds: null });
  t.same((await asCaller({ cookie: `sitelink_access=${token}` })).json(), {
    accountId,
    sessionId: 's1',
    plantIds: null,
  });
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

t.test('languages', async (t) => {
  t.equal(preferredLanguage(undefined), 'en');
  t.equal(preferredLanguage('*'), 'en');
  t.equal(preferredLanguage('de'), 'de');
  t.equal(preferredLanguage('en;q=0.3,de-DE;q=0.4'), 'de');
  t.equal(preferredLanguage('fr, de;q=x'), 'en');
});
