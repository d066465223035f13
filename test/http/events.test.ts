import { once } from 'node:events';
import { connect, type AddressInfo } from 'node:net';
import Fastify from 'fastify';
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';
import t, { type Test } from 'tap';
import { request } from 'undici';
import type { OutsideEvent } from '../../adapters/webhook/cloud-event.js';
import { AccountId } from '../../domain/kernel/ids.js';
import { registerRequestContext } from '../../http/plugins/request-context.js';
import { eventRoutes, type EventRoutesDeps } from '../../http/routes/events.js';
import { eventually } from '../support/eventually.js';

const accountId = AccountId.parse('a0000000-0000-4000-8000-000000000001');
const accept = { accept: 'text/event-stream' };

function eventAt(position: number, filling = ''): OutsideEvent {
  const data = { position: String(position), plantId: 'p', plantName: filling, incidentId: 'i', page: '/' };
  return { id: `e${position}`, source: '/', type: 'sitelink.incident.opened', time: '2026-07-01T00:00:00Z', data };
}

/** The feed by itself, over real HTTP; `deps` say what there is to tell. */
async function feed(test: Test, deps: Partial<EventRoutesDeps>) {
  const app = Fastify();
  app.setValidatorCompiler(validatorCompiler).setSerializerCompiler(serializerCompiler);
  registerRequestContext(app);
  app.addHook('onRequest', async (one) => void (one.caller = { accountId, sessionId: 's', plantIds: null }));
  await app.register(
    eventRoutes({
      ...{ isActive: async () => true, documentsDueOf: async () => [], newestIncidentEvent: async () => '0' },
      ...{ incidentEventsAfter: async () => ({ items: [], next: null }), lookEveryMs: 10, ...deps },
    }),
  );
  await app.listen({ host: '127.0.0.1', port: 0 });
  test.teardown(() => app.close());
  return { app, url: `http://127.0.0.1:${(app.server.address() as AddressInfo).port}/api/v1/events` };
}

/** Two in every part of the log, of which the first is of a plant that nothing is told of. */
const everySecond: EventRoutesDeps['incidentEventsAfter'] = async (_account, { after }) => {
  const first = Number(after) + 1;
  return { items: first % 4 === 1 ? [] : [eventAt(first + 1, 'x'.repeat(200_000))], next: last(first + 1) };
};
const last = (position: number) => (position < 40 ? String(position) : null);

t.test('what is not told to the account is passed over, and nothing behind it is lost', async (t) => {
  const { url } = await feed(t, { incidentEventsAfter: everySecond, newestIncidentEvent: async () => '40' });
  const page = (await (await request(url)).body.json()) as { items: unknown[]; next: string };
  t.match(page, { items: { length: 0 }, next: '2' }, 'an empty page may have another behind it');

  const { body } = await request(url, { headers: { ...accept, 'last-event-id': '0' } });
  body.setEncoding('utf8');
  let text = '';
  body.on('data', (piece: string) => (text += piece));
  const positions = () => [...text.matchAll(/^id: (\d+)\nevent: /gm)].map(([, position]) => Number(position));
  await eventually(() => positions().length === 10);
  t.strictSame(
    positions(),
    Array.from({ length: 10 }, (_, n) => 4 * (n + 1)),
    'megabytes of them, to who takes them',
  );
  body.destroy();
});

t.test('who is cut off before anything happened knows where to go on', async (t) => {
  let newest = '7';
  const { url } = await feed(t, { newestIncidentEvent: async () => newest, pingEveryMs: 20 });
  const { body } = await request(url, { headers: accept });
  body.setEncoding('utf8');
  let text = '';
  body.on('data', (piece: string) => (text += piece));
  await eventually(() => text.startsWith(': from here on\nid: 7\n\n'));
  newest = '9';
  await eventually(() => text.includes(': still here\nid: 9\n\n'));
  body.destroy();
});

t.test('who does not read is let go, and nothing more is looked for', async (t) => {
  let looks = 0;
  const { app, url } = await feed(t, {
    takenWithinMs: 100,
    newestIncidentEvent: async () => '1000000',
    incidentEventsAfter: async (_account, { after }) => {
      looks += 1;
      return { items: [eventAt(Number(after) + 1, 'x'.repeat(1_000_000))], next: String(Number(after) + 1) };
    },
  });
  const { host, hostname, port, pathname } = new URL(url);
  const socket = connect(Number(port), hostname).pause();
  t.teardown(() => socket.destroy());
  await once(socket, 'connect');
  socket.write(`GET ${pathname} HTTP/1.1\r\nhost: ${host}\r\naccept: text/event-stream\r\nlast-event-id: 0\r\n\r\n`);
  await eventually(() => looks > 0);
  await eventually(async () => (await connections(app.server)) === 0);
  t.ok(looks < 100, `${looks} parts were read`);
});

async function connections(server: { getConnections(done: (error: Error | null, count: number) => void): unknown }) {
  return new Promise<number>((resolve, reject) => {
    server.getConnections((error, count) => (error === null ? resolve(count) : reject(error)));
  });
}

t.test('the stream ends when documents have to be accepted first', async (t) => {
  const due: string[] = [];
  const { url } = await feed(t, { documentsDueOf: async () => due });
  const { body } = await request(url, { headers: accept });
  const ended = once(body.resume(), 'end');
  due.push('terms');
  await ended;
  t.pass('it ended');
});
