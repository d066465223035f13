import net from 'node:net';
import type { AddressInfo } from 'node:net';
import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod';
import t from 'tap';
import type { LogFault } from '../../adapters/event-log/log-faults.js';
import { z } from 'zod';
import { observeFollowers, observeTroubles, readinessOf } from '../../http/health.js';
import { createMetrics } from '../../http/plugins/metrics.js';
import type { FollowerStatus } from '../../projections/engine/followers.js';
import { testApp } from '../support/app.js';
import { testDatabase } from '../support/database.js';

const list: FastifyPluginAsyncZod = async (app) => {
  app.get(
    '/api/v1/list',
    { config: { access: 'public' }, schema: { querystring: z.object({ limit: z.coerce.number().max(5) }) } },
    async () => [],
  );
};

t.test('limits, documents and process routes', async (t) => {
  const metrics = createMetrics();
  metrics.gauge('sitelink_broken', 'fails', () => Promise.reject(new Error('away')));
  let databaseUp = true;
  const app = await testApp(t, {
    routes: [list],
    metrics,
    maxRequestsPerMinute: 3,
    readiness: [
      { name: 'database', check: async () => (databaseUp ? 'reachable' : Promise.reject(new Error('not reachable'))) },
      { name: 'readModels', advisory: true, check: () => Promise.reject(new Error('plants stopped at position 7')) },
    ],
  });
  const openapi = (await app.inject({ url: '/api/v1/openapi.json' })).json();
  t.equal(openapi.openapi, '3.1.0');
  t.ok(openapi.paths['/api/v1/list'].get);
  t.notOk(openapi.paths['/api/docs/']);
  t.equal((await app.inject({ url: '/api/docs/' })).statusCode, 200);
  const misread = await app.inject({ url: '/api/v1/list?limit=many' });
  t.match(misread.headers, {
    'ratelimit-policy': '"address";q=3;w=60',
    ratelimit: /^"address";r=0;t=(60|[1-5]\d)$/,
    'ratelimit-limit': '3',
    'ratelimit-remaining': '0',
  });
  const limited = await app.inject({ url: '/api/v1/list?limit=1' });
  t.equal(limited.json().code, 'request.rate-limited');
  t.match(limited.headers, { 'ratelimit-policy': '"address";q=3;w=60', ratelimit: /^"address";r=0;t=(60|[1-5]\d)$/ });
  t.ok(Number(limited.headers['retry-after']) > 0);

  t.equal((await app.inject({ url: '/healthz' })).statusCode, 200);
  const ready = await app.inject({ url: '/readyz' });
  t.equal(ready.statusCode, 200, 'a stopped projection takes no node out of service');
  t.match(ready.json(), {
    ready: true,
    checks: [
      { name: 'database', ok: true },
      { ok: false, detail: /position 7/ },
    ],
  });
  databaseUp = false;
  const notReady = await app.inject({ url: '/readyz' });
  t.equal(notReady.statusCode, 503);
  t.match(notReady.json(), { ready: false, checks: [{ ok: false, detail: 'not reachable' }] });
  const text = (await app.inject({ url: '/metrics' })).body;
  t.match(text, /request_duration_seconds_count\{method="GET",route="\/api\/v1\/list",status="429"\} 1/);
  t.match(text, /sitelink_broken NaN/i);
});

t.test('only known proxies name the address that limits count', async (t) => {
  const app = await testApp(t, { routes: [list], trustProxy: ['10.0.0.0/8'], maxRequestsPerMinute: 1 });
  const statusOf = async (remoteAddress: string, forwardedFor: string) => {
    const headers = { 'x-forwarded-for': forwardedFor };
    return (await app.inject({ url: '/api/v1/list?limit=1', remoteAddress, headers })).statusCode;
  };
  t.strictSame([await statusOf('10.0.0.2', '192.0.2.1'), await statusOf('10.0.0.2', '192.0.2.2')], [200, 200]);
  t.equal(await statusOf('10.0.0.3', '198.51.100.9, 192.0.2.2'), 429, 'what the client put in front does not count');
  t.strictSame([await statusOf('192.0.2.9', '192.0.2.10'), await statusOf('192.0.2.9', '192.0.2.11')], [200, 429]);
});

t.test('what stopped is told, the node stays in service', async (t) => {
  const { db } = await testDatabase(t);
  const failure = { position: 7n, reason: 'no name' };
  const stopped = { name: 'plants', version: 1, wantedVersion: 1, position: 6n, lag: 3n, failure, ahead: false };
  const well = { version: 1, wantedVersion: 1, failure: null, ahead: false };
  const behind = { ...well, name: 'accounts', position: 0n, lag: 20_000n };
  const ahead = { ...well, position: 9n, lag: 0n, ahead: true };
  let statuses: readonly FollowerStatus[] = [stopped, behind, { ...ahead, name: 'licences' }];
  const fault = {
    id: '',
    streamId: 'plant-1',
    revision: '4',
    fault: 'changed',
    what: '',
    foundAt: '2026-11-26T23:05:00Z',
  };
  let faults: readonly LogFault[] = [fault];
  const deps = {
    database: { db },
    readModels: { status: async () => statuses },
    policies: { status: async () => [{ ...ahead, name: 'policy/start-trial' }] },
    log: { stride: 1n },
    dailyRoots: { faults: async () => faults },
    outbox: { status: async () => ({ waiting: 3, givenUp: 1 }) },
    fullVerification: { lastAt: async () => new Date('2026-11-22T02:00:00Z') },
  };
  const metrics = createMetrics();
  observeFollowers(metrics, deps);
  observeTroubles(metrics, deps);
  const app = await testApp(t, { metrics, readiness: readinessOf(deps) });
  const answer = await app.inject({ url: '/readyz' });
  t.equal(answer.statusCode, 200);
  t.match(answer.json(), {
    ready: true,
    checks: [
      { name: 'database', ok: true },
      { name: 'versions', ok: true },
      {
        ok: false,
        detail:
          'plants stopped at position 7: no name; accounts is 20000 events behind; ' +
          'licences at position 9 is ahead of the log, which is older: run rebuild-projection licences',
      },
      { name: 'policies', ok: false, detail: /^policy\/start-trial at position 9 is ahead of the log.*restore/ },
      { name: 'log', ok: false, detail: /^broken in plant-1, revision 4 \(changed\), found 2026-11-26/ },
    ],
  });
  const text = (await app.inject({ url: '/metrics' })).body;
  t.match(text, /^sitelink_followers_stopped 1$/m);
  t.match(text, /^sitelink_followers_ahead 2$/m);
  t.match(text, /^sitelink_projection_ahead\{projection="licences"\} 1$/m);
  t.match(text, /^sitelink_projection_ahead\{projection="plants"\} 0$/m);
  t.match(text, /^sitelink_followers_lag 20000$/m);
  t.match(text, /^sitelink_log_broken_links 1$/m);
  t.match(text, /^sitelink_log_last_full_verification_timestamp_seconds 1795312800$/m);
  t.match(text, /^sitelink_outbox_waiting 3$/m);
  t.match(text, /^sitelink_outbox_given_up 1$/m);
  t.match(text, /^sitelink_projection_position\{projection="plants"\} 6$/m);
  t.match(text, /^sitelink_projection_lag\{projection="accounts"\} 20000$/m);
  t.match(text, /^sitelink_projection_failed\{projection="plants"\} 1$/m);
  t.match(text, /^sitelink_projection_failed\{projection="accounts"\} 0$/m);

  statuses = [{ ...behind, lag: 0n, wantedVersion: 2 }];
  faults = [];
  const waiting = await app.inject({ url: '/readyz' });
  t.equal(waiting.statusCode, 503, 'until its tables are there, nodes of the release before do better');
  t.match(waiting.json(), {
    checks: [{}, { ok: false, detail: 'accounts has version 1 until 2 is built' }, {}, {}, { ok: true }],
  });
  const later = (await app.inject({ url: '/metrics' })).body;
  t.match(later, /^sitelink_projection_outdated\{projection="accounts"\} 1$/m);
  t.notMatch(later, /projection="plants"/, 'what is gone is not shown');
});

t.test('the web application', async (t) => {
  const root = await mkdtemp(join(tmpdir(), 'sitelink-web-'));
  t.teardown(() => rm(root, { recursive: true }));
  await mkdir(join(root, 'assets'));
  await writeFile(join(root, 'index.html'), '<!doctype html><title>SiteLink</title>');
  await writeFile(join(root, 'assets/app-1a2b3c.js'), 'export {};');
  const app = await testApp(t, { webRoot: root });
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
        void api.get('/api/v1/live', { config: { access: 'public' } }, (_request, reply) => {
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
