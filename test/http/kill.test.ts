import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import t from 'tap';
import { startEmbeddedPostgres } from '../../adapters/embedded-postgres/embedded-postgres.js';
import { encodeRecord } from '../../adapters/inverter-protocol/encode.js';
import { okReply } from '../../adapters/inverter-protocol/replies.js';
import { DeviceSocket } from '../support/device-socket.js';
import { newInverter, newOwner, newPlant } from '../support/owner.js';
import { clockS, record } from '../support/readings.js';
import { serverProcess } from '../support/server-process.js';

const devices = Array.from({ length: 12 }, (_, n) => `KILL${n}`);
/** The others are known to nobody: what they send is kept apart, and just as safe. */
const claimedDevices = 8;
const firstClockS = clockS('2026-05-01T00:00');

t.test('kill -9 of node during the intake loses no acknowledged record', async (t) => {
  const server = await serverProcess(t);
  await server.start();
  const owner = await newOwner(server.url);
  const plantId = await newPlant(owner);
  for (const serialNumber of devices.slice(0, claimedDevices)) await newInverter(owner, plantId, serialNumber);

  const acknowledged = new Set<string>();
  let refused = 0;
  let sent = 0;
  let running = true;
  let onProgress: () => void = () => undefined;
  const until = (condition: () => boolean) =>
    new Promise<void>((resolve) => {
      onProgress = () => (condition() ? resolve() : undefined);
      onProgress();
    });

  /** Sends until the end, on a new connection whenever the old one broke. */
  async function device(): Promise<void> {
    while (running) {
      const socket = await DeviceSocket.open(server.port).catch(() => null);
      if (socket === null) {
        await pause(5);
        continue;
      }
      for (let alive = true; alive && running; onProgress()) {
        const n = sent++;
        const serialNumber = devices[n % devices.length] ?? '';
        const deviceClockS = firstClockS + 600 * n;
        const reading = { ...record(serialNumber, '2026-05-01T00:00', { dayEnergyWh: n % 900 }), deviceClockS };
        const answer = await socket.send(encodeRecord(reading, 'element'));
        alive = answer !== null;
        if (answer?.status === 200 && answer.body === okReply) acknowledged.add(`${serialNumber}/${deviceClockS}`);
        else refused++;
      }
      socket.close();
    }
  }

  const fleet = Promise.all(Array.from({ length: 24 }, device));
  for (let round = 0; round < 2; round++) {
    const enough = acknowledged.size + 200 + Math.floor(Math.random() * 800);
    await until(() => acknowledged.size >= enough);
    await server.kill();
    await server.start();
  }
  const before = acknowledged.size;
  await until(() => acknowledged.size > before + 200);
  running = false;
  await fleet;

  const { url } = await startEmbeddedPostgres({
    dataDir: server.environment['DATA_DIR'] ?? '',
    log: { info: () => undefined, warn: () => undefined },
    joinRunning: true,
  });
  const pool = new pg.Pool({ connectionString: url });
  const { rows } = await pool.query<{ key: string; claimed: boolean }>(
    `select serial_number || '/' || device_clock_s as key, true as claimed
       from readings join devices on devices.id = device_id
     union all
     select serial_number || '/' || device_clock_s, false from unclaimed_messages`,
  );
  await pool.end();
  const stored = new Set(rows.map(({ key }) => key));
  const lost = [...acknowledged].filter((key) => !stored.has(key));
  t.same(lost, [], `${acknowledged.size} acknowledged, ${refused} refused`);
  t.ok(rows.some(({ claimed }) => claimed) && rows.some(({ claimed }) => !claimed), 'with and without a place');
  t.equal(await server.stop(), 0, 'and it still ends in order');
});
