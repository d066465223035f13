import { once } from 'node:events';
import { connect, type AddressInfo, type Socket } from 'node:net';
import Fastify from 'fastify';
import t, { type Test } from 'tap';
import { okReply } from '../../../adapters/inverter-protocol/replies.js';
import type { DeviceErrorRecord, DeviceRecord, RawMessage, ReadingsIntake } from '../../../adapters/readings/port.js';
import { Temporal } from '../../../domain/kernel/time.js';
import {
  inverterService,
  inverterServicePath,
  rewriteInverterUrl,
  type InverterServiceDeps,
} from '../../../http/legacy/inverter-service.js';
import { testApp } from '../../support/app.js';
import { vectors } from '../../adapters/inverter-protocol/vectors.js';

const okAnswer = `HTTP/1.1 200 OK\r\nCache-Control: private, max-age=0\r\nContent-Type: text/xml; charset=utf-8\r\nContent-Length: 83\r\n\r\n${okReply}`;

/** Remembers what was kept, in place of a database: the door is under test here, not the store. */
function rememberingIntake() {
  const kept = { records: [] as DeviceRecord[], errors: [] as DeviceErrorRecord[], raw: [] as RawMessage[] };
  const intake: ReadingsIntake = {
    record: async (records) => void kept.records.push(...records),
    recordErrors: async (records) => void kept.errors.push(...records),
    keepRaw: async (message) => void kept.raw.push(message),
  };
  return { kept, intake };
}

async function door(t: Test, deps: Partial<InverterServiceDeps> = {}) {
  const { kept, intake } = rememberingIntake();
  const told: string[] = [];
  const app = Fastify({ rewriteUrl: (request) => rewriteInverterUrl(request.url ?? '/'), forceCloseConnections: true });
  await app.register(
    inverterService({
      intake,
      directory: { find: async () => null },
      clock: { now: () => Temporal.Instant.from('2026-07-01T10:00:00Z') },
      observer: {
        received: (kind, records, dropped) => told.push(`${kind} ${records} ${dropped}`),
        refused: (reason) => told.push(`refused ${reason}`),
      },
      ...deps,
    }),
  );
  await app.listen({ port: 0, host: '127.0.0.1' });
  t.teardown(() => app.close());
  const { port } = app.server.address() as AddressInfo;
  return { kept, told, port };
}

/** The door as part of the whole application. */
async function doorOfTheApp(t: Test) {
  const { kept, intake } = rememberingIntake();
  const service = inverterService({
    intake,
    directory: { find: async () => null },
    clock: { now: () => Temporal.Instant.from('2026-07-01T10:00:00Z') },
  });
  const app = await testApp(t, { doors: [service], rewriteUrl: rewriteInverterUrl });
  await app.listen({ port: 0, host: '127.0.0.1' });
  return { kept, port: (app.server.address() as AddressInfo).port };
}

async function open(t: Test, port: number): Promise<Socket & { received: () => string }> {
  const socket = connect({ port, host: '127.0.0.1', noDelay: true });
  let text = '';
  socket.on('data', (chunk: Buffer) => (text += chunk.toString('latin1')));
  socket.on('error', () => undefined);
  await once(socket, 'connect');
  t.teardown(() => socket.destroy());
  return Object.assign(socket, { received: () => text });
}

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => setImmediate(resolve));
}

const head = (body: string, path: string = inverterServicePath, extra = '') =>
  `POST ${path} HTTP/1.1\r\nHost: www.automation.siemens.com\r\n${extra || 'Content-Type: application/x-www-form-urlencoded\r\n'}Content-Length: ${body.length}\r\n\r\n`;

/** Sends one message and answers with everything that came back once `enough` of it is there. */
async function send(t: Test, port: number, message: string, enough = okAnswer.length): Promise<string> {
  const socket = await open(t, port);
  socket.write(message, 'latin1');
  await until(() => socket.received().length >= enough || socket.destroyed);
  return socket.received();
}

t.test('a recorded message in two segments gets exactly the bytes of the original portal', async (t) => {
  const { kept, told, port } = await door(t);
  const socket = await open(t, port);
  socket.write(head(vectors.r1, '/sinvertwebmonitor/InverterService/InverterService.asmx/CollectInverterData'));
  await new Promise((resolve) => setImmediate(resolve));
  socket.write(vectors.r1);
  await until(() => socket.received().length >= okAnswer.length);
  t.equal(socket.received(), okAnswer);
  t.match(kept.errors, [{ serialNumber: 'LBAN02261010322', code: '0A010C' }]);

  socket.write(head(vectors.s1) + vectors.s1.slice(0, 100));
  await new Promise((resolve) => setImmediate(resolve));
  socket.write(vectors.s1.slice(100));
  await until(() => socket.received().length >= 2 * okAnswer.length);
  t.equal(socket.received(), okAnswer + okAnswer, 'the connection is kept');
  t.equal(kept.records.length, 1);

  const pipelined = head(vectors.s2) + vectors.s2;
  socket.write(pipelined + pipelined);
  await until(() => socket.received().length >= 4 * okAnswer.length);
  t.equal(kept.records.length, 3);
  t.same(told, ['errors 1 0', 'data 1 0', 'data 1 0', 'data 1 0']);
});

t.test('any prefix, case, content type and encoding; nothing else is rewritten', async (t) => {
  const { kept, port } = await door(t);
  for (const path of [
    '/inverterservice/INVERTERSERVICE.asmx/collectinverterdata',
    '/a/b/InverterService/InverterService.asmx/CollectInverterData?x=1',
  ]) {
    t.equal(await send(t, port, head(vectors.s2, path) + vectors.s2), okAnswer, path);
  }
  for (const type of [
    'X-Nothing: 1',
    'Content-Type: text/xml',
    'Content-Type: ;;;',
    'Content-Type: application/json',
  ]) {
    t.equal(await send(t, port, head(vectors.s1, inverterServicePath, `${type}\r\n`) + vectors.s1), okAnswer, type);
  }
  const encoded = `xmlData=${encodeURIComponent(vectors.s1.slice(8))}`;
  t.equal(await send(t, port, head(encoded) + encoded), okAnswer);
  t.equal(kept.records.length, 7);
  t.equal(kept.raw.length, 0);
  const chunked = `POST ${inverterServicePath} HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n${vectors.s1.length.toString(16)}\r\n${vectors.s1}\r\n0\r\n\r\n`;
  t.equal(await send(t, port, chunked), okAnswer);
  const closing = await send(t, port, head(vectors.s1, inverterServicePath, 'Connection: close\r\n') + vectors.s1);
  t.equal(closing, okAnswer);
  for (const url of ['/', '/api/v1/plants', '/InverterService/InverterService.asmx', `${inverterServicePath}/more`]) {
    t.equal(rewriteInverterUrl(url), url);
  }
  t.match(await send(t, port, head('', '/api/v1/x'), 20), /^HTTP\/1.1 404/);
});

t.test('a device need not name the host', async (t) => {
  const { kept, port } = await doorOfTheApp(t);
  const message = head(vectors.s1).replace(/Host: .*\r\n/, '') + vectors.s1;
  t.equal(await send(t, port, message), okAnswer);
  t.match(await send(t, port, message.replace('HTTP/1.1', 'HTTP/1.0')), okAnswer.slice(okAnswer.indexOf('\r\n')));
  t.equal(kept.records.length, 2);
});

t.test('a control request gets the clock of its plant', async (t) => {
  const directory: InverterServiceDeps['directory'] = {
    find: async (serialNumber) =>
      serialNumber === 'LBAN02261010322' ? { plantId: 'p', inverterId: 'i', timeZone: 'Atlantic/Canary' } : null,
  };
  const { port } = await door(t, { directory });
  const known = await send(t, port, head(vectors.controlRequest) + vectors.controlRequest);
  t.match(known, /\r\nContent-Length: 204\r\n\r\n/);
  t.match(known, '&gt;01.07.2026 11:00:00&lt;/p&gt;');
  const other = 'xmlData=<crq m="502DF400489C" s="A0264"></crq>';
  t.match(await send(t, port, head(other) + other), '&gt;01.07.2026 12:00:00&lt;/p&gt;', 'Berlin for a stranger');
  const nobody = 'xmlData=<crq/>';
  t.match(await send(t, port, head(nobody) + nobody), '&gt;01.07.2026 12:00:00&lt;/p&gt;');
});

t.test('OK waits for the commit, and a store that is down makes the device repeat', async (t) => {
  let commit = () => {};
  const committed = new Promise<void>((resolve) => (commit = resolve));
  const waiting = await door(t, { intake: { ...rememberingIntake().intake, record: () => committed } });
  const socket = await open(t, waiting.port);
  socket.write(head(vectors.s1) + vectors.s1);
  const other = await send(t, waiting.port, head(vectors.r1) + vectors.r1);
  t.equal(other, okAnswer);
  t.equal(socket.received(), '');
  commit();
  await until(() => socket.received() !== '');
  t.equal(socket.received(), okAnswer);

  const refuse = async () => {
    throw new Error('store down');
  };
  const down = await door(t, {
    intake: { record: refuse, recordErrors: refuse, keepRaw: refuse },
    directory: { find: refuse },
  });
  for (const body of [vectors.s1, vectors.r1, '<cfg/>', 'nonsense', vectors.controlRequest]) {
    const answer = await send(t, down.port, head(body) + body, 150);
    t.match(answer, /^HTTP\/1.1 503 Service Unavailable\r\n/);
    t.notMatch(answer, 'store down', 'no details');
  }
  t.same(down.told, Array(5).fill('refused store-down'));
});

t.test('unknown and unreadable messages are kept raw and answered OK', async (t) => {
  const { kept, told, port } = await door(t);
  const bodies = ['<cfg s="A0264">\u00fc\u0080</cfg>', 'xmlData=<rd', '\0\u00ff\u00fe', '', vectors.s1.slice(0, 300)];
  for (const body of bodies) t.equal(await send(t, port, head(body) + body), okAnswer);
  t.same(
    kept.raw.map((message) => Buffer.from(message.body).toString('latin1')),
    bodies,
  );
  t.same(told, ['unknown 0 0', ...Array(4).fill('unreadable 0 0')]);
});

t.test('a message with a bad record among good ones is taken and kept', async (t) => {
  const { kept, told, port } = await door(t);
  const body = vectors.s1.replace('</rd>', '<d t="x" l="600"></d></rd>');
  t.equal(await send(t, port, head(body) + body), okAnswer);
  t.equal(kept.records.length, 1);
  t.match(kept.raw, [{ reason: 'bad-time', serialNumber: 'LBAN02261010322', body: Buffer.from(body) }]);
  t.same(told, ['data 1 0']);
});

t.test('large, slow, short and cut-off bodies are bounded, and the door stays open', async (t) => {
  const { kept, told, port } = await door(t);
  const large = 'x'.repeat(10 * 1024 * 1024);
  const refusal = await send(t, port, head(large) + large, 200);
  t.match(refusal, /^HTTP\/1.1 413 /);
  t.match(refusal, 'Content-Type: text/xml; charset=utf-8\r\n');
  t.match(refusal, '<string xmlns="InverterService">');
  const justFits = `<cfg>${'x'.repeat(256 * 1024 - 11)}</cfg>`;
  t.equal(await send(t, port, head(justFits) + justFits), okAnswer);

  const impatient = await door(t, { limits: { timeoutMs: 300 } });
  const slow = await open(t, impatient.port);
  slow.write(head(vectors.s1) + vectors.s1.slice(0, -1));
  await until(() => slow.destroyed);
  t.match(slow.received(), /^HTTP\/1.1 408 /, 'also for a Content-Length that is too large');

  const cut = await open(t, port);
  cut.write(head(vectors.s1) + vectors.s1.slice(0, 50));
  await until(() => cut.bytesWritten > 0 && cut.writableLength === 0);
  cut.destroy();
  await until(() => told.includes('refused aborted'));

  const short = head(vectors.s1).replace('379', '300') + vectors.s1;
  t.match(await send(t, port, short, 20), /^HTTP\/1.1 (200|400) /, 'a Content-Length that is too small');
  await until(() => kept.raw.length === 2);
  t.equal(kept.records.length, 0);
  t.match(kept.raw[1]?.body, Buffer.from(vectors.s1.slice(0, 300)), 'what came is kept');
  t.equal(await send(t, port, head(vectors.s1) + vectors.s1), okAnswer);
});
