import { setTimeout as pause } from 'node:timers/promises';
import t from 'tap';
import { encodeRecord } from '../../adapters/inverter-protocol/encode.js';
import { SerialNumber } from '../../domain/kernel/ids.js';
import { inverterServicePath } from '../../http/legacy/inverter-service.js';
import { testDatabase } from '../support/database.js';
import { DeviceSocket } from '../support/device-socket.js';
import { node } from '../support/nodes.js';
import { callJson, newInverter, newOwner, newPlant, plantBody } from '../support/owner.js';

t.test('one web node and one worker are a portal', async (t) => {
  const { url, pool } = await testDatabase(t);
  const web = await node(t, 'web', 'web', url);
  const worker = await node(t, 'worker', 'worker', url);
  await Promise.all([web.start(), worker.start()]);

  const owner = await newOwner(web.url);
  const plantId = await newPlant(owner, {
    name: 'Scheune Süd',
    // Where a device clock is the epoch.
    location: { ...plantBody.location, timeZone: 'Atlantic/Reykjavik' },
  });
  t.match((await owner.call('GET', `/plants/${plantId}`)).body, { name: 'Scheune Süd' }, 'what was written is read');
  for (let n = 1; n <= 10; n++) {
    t.equal((await owner.call('PATCH', `/plants/${plantId}`, { name: `Scheune ${n}` })).status, 200);
    t.equal((await owner.call('GET', `/plants/${plantId}`)).body.name, `Scheune ${n}`, 'although a worker shows it');
  }
  const { rows } = await pool.query<{ name: string; holders: number }>(
    'select count(distinct holder)::int as holders, count(*)::int as leases from log.leases',
  );
  t.match(rows, [{ holders: 1 }], 'only the worker leads');

  await t.test('numbers that the worker computed reach a browser that looks at the web node', async (t) => {
    await newInverter(owner, plantId, 'PUSHED');
    const device = await DeviceSocket.open(web.port);
    t.teardown(async () => device.close());
    const nowS = Math.floor(Date.now() / 1000);
    const serialNumber = SerialNumber.parse('PUSHED');
    const tell = (acPowerW: number, deviceClockS: number) =>
      device.send(
        encodeRecord({ serialNumber, mac: null, deviceClockS, intervalS: 600, channels: { acPowerW } }, 'element'),
      );
    t.match(await tell(20, nowS - 7_200), { status: 200 });
    const activatedAt = async () => (await owner.call('GET', `/plants/${plantId}/inverters`)).body.items[0].activatedAt;
    while ((await activatedAt()) === null) {
      await tell(20, nowS - 7_200);
      await pause(50);
    }
    const ending = new AbortController();
    t.teardown(async () => ending.abort());
    const live = await fetch(`${web.url}/api/v1/plants/${plantId}/live`, {
      headers: { authorization: `Bearer ${owner.accessToken}`, accept: 'text/event-stream' },
      signal: ending.signal,
    });
    let pushed = '';
    const reading = (async () => {
      const text = live.body?.pipeThrough(new TextDecoderStream()) ?? [];
      for await (const chunk of text) {
        pushed += chunk;
        if (/"acPowerW":1234\b/.test(pushed)) return;
      }
    })();
    await tell(1_234, nowS - 60);
    await reading;
    t.match(pushed, /event: overview[^]*"acPowerW":1234/);
  });

  await t.test('a worker answers who watches it, and nobody else', async (t) => {
    const statusOf = async (path: string, method: 'GET' | 'POST' = 'GET') =>
      (await callJson(`${worker.url}${path}`, method)).status;
    t.strictSame([await statusOf('/healthz'), await statusOf('/readyz')], [200, 200]);
    t.match((await callJson(`${worker.url}/metrics`, 'GET')).body, /sitelink_followers_lag 0/);
    for (const path of ['/', '/api/v1/plants', '/api/v1/public/portal', '/dev/mailbox']) {
      t.equal(await statusOf(path), 404, path);
    }
    t.equal(await statusOf(inverterServicePath, 'POST'), 404);
  });

  await t.test('without a worker the web node goes on, and the worker catches up', async (t) => {
    t.equal(await worker.stop(), 0, 'it ends in order');
    t.equal((await pool.query('select from log.leases')).rowCount, 0, 'and gives back what it led');
    t.equal((await owner.call('PATCH', `/plants/${plantId}`, { name: 'Später' })).status, 200);
    await worker.start();
    while ((await owner.call('GET', `/plants/${plantId}`)).body.name !== 'Später') await pause(20);
    t.equal(await web.stop(), 0);
  });
});
