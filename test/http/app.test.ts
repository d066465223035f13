import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import t from 'tap';
import { z } from 'zod';
import { InvalidAppend, StoreUnavailable } from '../../adapters/event-store/port.js';
import { RevisionConflict } from '../../commands/handle.js';
import { ProblemError, rejectionProblem } from '../../http/problem.js';
import { problemEntries } from '../../http/problems/index.js';
import { Address, Problem } from '../../http/schemas/common.js';
import { testApp } from '../support/app.js';

const failures: Readonly<Record<string, () => unknown>> = {
  conflict: () => new RevisionConflict(true),
  contention: () => new RevisionConflict(false),
  outage: () => new StoreUnavailable('no answer'),
  unstorable: () => new InvalidAppend('too large'),
  bug: () => new TypeError('the secret is out'),
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
  app.post(
    '/api/v1/things',
    { config: { access: 'public' }, schema: { body: Body, response: { 200: Body } } },
    async (request) => request.body,
  );
  app.post(
    '/api/v1/optional',
    { config: { access: 'public' }, schema: { body: Body.optional() } },
    async (request) => ({
      sent: request.body ?? null,
    }),
  );
  app.get(
    '/api/v1/things/:id',
    { config: { access: 'public' }, schema: { params: z.object({ id: z.uuid() }) } },
    async () => ({}),
  );
  app.get(
    '/api/v1/list',
    { config: { access: 'public' }, schema: { querystring: z.object({ limit: z.coerce.number().max(5) }) } },
    async () => [],
  );
  app.get('/api/v1/fail/:how', { config: { access: 'public' } }, async (request) => {
    const how = (request.params as { how: string }).how;
    throw failures[how]?.();
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
  t.notMatch((await fail('bug')).body, /secret/);
});

t.test('rejections fill their texts', async (t) => {
  const raised = rejectionProblem({ code: 'a.b', serialNumber: 'X1', at: { no: 1 } } as { code: string });
  t.same(raised.extra.params, { serialNumber: 'X1' });
});

t.test('what goes away says so in each answer and in the document, and is gone after its day', async (t) => {
  const day = (months: number) => {
    const date = new Date();
    date.setUTCMonth(date.getUTCMonth() + months, 1);
    return date.toISOString().slice(0, 10);
  };
  const old = (since: string, sunset: string, access: 'public' | 'account' = 'public') => ({
    config: { access, deprecation: { since, sunset, instead: 'https://example.org/new' } },
    schema: { tags: ['Public'], summary: 'Old', response: { 200: z.object({}) } },
  });
  const app = await testApp(t, {
    routes: [
      async (app) => {
        app.get('/api/v1/old', old(day(-1), day(6)), async () => ({}));
        app.get('/api/v1/own', old(day(-1), day(6), 'account'), async () => ({}));
        app.get('/api/v1/older', old(day(-8), day(-1)), async () => ({}));
      },
    ],
  });
  const announced = {
    deprecation: `@${Date.parse(day(-1)) / 1000}`,
    sunset: new Date(day(6)).toUTCString(),
    link: '<https://example.org/new>; rel="deprecation"; type="text/html"',
  };
  t.match(await app.inject('/api/v1/old'), { statusCode: 200, headers: announced });
  t.match(await app.inject('/api/v1/own'), { statusCode: 401, headers: announced }, 'also where nobody is signed in');
  const gone = await app.inject('/api/v1/older');
  t.match(gone, { statusCode: 410, headers: { sunset: new Date(day(-1)).toUTCString(), link: announced.link } });
  t.equal(problem(gone).code, 'request.gone');
  const { paths } = (await app.inject('/api/v1/openapi.json')).json();
  t.match(paths['/api/v1/old'].get, { deprecated: true, description: /ends on/, responses: { 410: {} } });
  t.equal(paths['/api/v1/own'].get.deprecated, true);

  const withRoute = (options: object) =>
    testApp(t, { routes: [async (app) => void app.get('/api/v1/hasty', options, async () => ({}))] });
  await t.rejects(withRoute(old(day(-1), day(4))), { message: /GET \/api\/v1\/hasty may not end before/ });
  await t.rejects(withRoute({ config: { access: 'public' }, schema: { deprecated: true } }), {
    message: /does not say since when/,
  });
});
