import { once } from 'node:events';
import { request as httpRequest, type IncomingMessage } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import t from 'tap';
import { wholeMonitoring } from '../../domain/account/services.js';
import { clockS, instant, record, serial } from '../support/readings.js';
import { productionApp } from '../support/production-app.js';

const { viewer, plant, base, openApp, intake, changes } = await productionApp(t);

t.test('live', async (t) => {
  const server = await openApp();
  await server.listen({ port: 0, host: '127.0.0.1' });
  t.teardown(() => server.close());
  const { port } = server.server.address() as AddressInfo;
  await changes.ready();

  async function connect() {
    const request = httpRequest({
      port,
      path: `${base}/live`,
      headers: { authorization: 'me', accept: 'text/event-stream' },
    });
    request.end();
    const [response] = (await once(request, 'response')) as [IncomingMessage];
    response.setEncoding('utf8');
    let text = '';
    let look: () => void = () => undefined;
    response.on('data', (chunk: string) => {
      text += chunk;
      look();
    });
    return {
      response,
      text: () => text,
      overviews: () => [...text.matchAll(/^event: overview\ndata: (.*)$/gm)].map(([, data]) => JSON.parse(data ?? '')),
      until: (condition: (text: string) => boolean) =>
        new Promise<void>((resolve) => {
          look = () => condition(text) && resolve();
          look();
        }),
      ended: once(response, 'end'),
    };
  }

  const view = await connect();
  t.equal(view.response.headers['content-type'], 'text/event-stream; charset=utf-8');
  await view.until((text) => text.includes('event: overview'));
  t.equal(view.overviews()[0].energy.todayWh, 4_400);
  await intake.record(
    [record('A', '2026-07-21T12:10', { acPowerW: 2_000, dayEnergyWh: 5_000, status: 4 })],
    instant('2026-07-21T10:11:00Z'),
  );
  await view.until((text) => text.includes('"todayWh":5400'));
  await view.until((text) => text.includes('\n: still here\n'));
  t.equal(view.overviews().length, 2, 'only what changed is sent');
  const fault = { ...{ mac: null, state: 2, stateAfter: 6, short: 0, long: 1, type: null }, code: '0A010C' };
  const sendFault = (wall: string) =>
    intake.recordErrors(
      [{ ...fault, serialNumber: serial('A'), deviceClockS: clockS(wall) }],
      instant('2026-07-21T10:12:00Z'),
    );
  await sendFault('2026-07-21T12:11');
  await view.until((text) => text.includes('\nevent: device-errors\n'));
  await sendFault('2026-07-21T12:11');
  await sendFault('2026-07-21T12:12');
  await view.until((text) => text.split('\nevent: device-errors\n').length === 3);
  const told = view.text().split('\nevent: device-errors\n').length - 1;
  t.equal(told, 2, 'errors are told when they are new, and only then');

  viewer.shown = null;
  await view.ended;
  t.pass('ends when the access is revoked');
  viewer.shown = plant;

  const left = await connect();
  viewer.signedIn = false;
  await left.ended;
  t.pass('ends with the session');
  viewer.signedIn = true;

  const closed = await connect();
  await closed.until((text) => text.includes('event: overview'));
  viewer.monitoring = { refusal: null, plantIds: [] };
  await closed.ended;
  t.pass('ends when monitoring is not open any more for this plant');
  viewer.monitoring = wholeMonitoring;

  const other = await connect();
  await other.until((text) => text.includes('event: overview'));
  await server.close();
  await other.ended;
  t.pass('ends with the server');
});

t.test('a right that is taken away ends the view by itself: no message and no comment line has to come', async (t) => {
  const server = await openApp({ pingEveryMs: 3_600_000 });
  await server.listen({ port: 0, host: '127.0.0.1' });
  t.teardown(() => server.close());
  const { port } = server.server.address() as AddressInfo;
  for (const takeAway of [
    () => (viewer.shown = null),
    () => (viewer.signedIn = false),
    () => (viewer.documentsDue = [{ kind: 'terms', version: '2027-01-01', acceptedVersion: '2026-11-23' }]),
  ]) {
    const request = httpRequest({ port, path: `${base}/live`, headers: { authorization: 'me' } }).end();
    const [response] = (await once(request, 'response')) as [IncomingMessage];
    let text = '';
    response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
    await once(response, 'data');
    const ended = once(response, 'end');
    takeAway();
    await ended;
    t.equal(text.match(/^(event|:)/gm)?.length, 1, 'nothing but the first overview');
    Object.assign(viewer, { shown: plant, signedIn: true, documentsDue: [] });
  }
});

t.test('nobody is followed who left before the first word', async (t) => {
  const server = await openApp();
  await server.listen({ port: 0, host: '127.0.0.1' });
  t.teardown(() => server.close());
  const { port } = server.server.address() as AddressInfo;
  let askedOf = 0;
  const isLookedFor = new Promise<void>((resolve) => {
    viewer.lookingFor = async () => {
      const left = once(sockets[0] ?? server.server, 'close');
      resolve();
      await left;
    };
  });
  const sockets: Socket[] = [];
  server.server.on('connection', (socket: Socket) => sockets.push(socket));
  const request = httpRequest({ port, path: `${base}/live`, headers: { authorization: 'me' } });
  request.on('error', () => undefined);
  request.end();
  await isLookedFor;
  Object.defineProperty(viewer, 'signedIn', { configurable: true, get: () => ++askedOf > 0 });
  t.teardown(() => Object.defineProperty(viewer, 'signedIn', { value: true, writable: true }));
  request.destroy();
  await once(sockets[0] ?? server.server, 'close');
  viewer.lookingFor = async () => undefined;
  // Far more often than a view that is open asks whether it may go on.
  for (let n = 0; n < 10; n++) await pause(20);
  t.equal(askedOf, 0);
});
