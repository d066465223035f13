import t from 'tap';
import type pg from 'pg';
import { postgresIntake } from '../../../adapters/readings/intake.js';
import { attachUnclaimed } from '../../../adapters/readings/sums/reconcile.js';
import { defaultBounds, purgeUnclaimed } from '../../../adapters/readings/unclaimed.js';
import { Temporal } from '../../../domain/kernel/time.js';
import { testDatabase } from '../../support/database.js';
import { inverterId, plantId, record, serial } from '../../support/readings.js';

const { pool } = await testDatabase(t);
const place = { plantId, inverterId: inverterId(1), timeZone: 'Europe/Berlin' };
const now = Temporal.Now.instant();
const yesterday = now.subtract({ hours: 24 }).toString().slice(0, 11);
const wall = (minute: number) => `${yesterday}10:${String(minute).padStart(2, '0')}`;

/** A pool whose commits wait at a gate, as those of a slow node would. */
function gatedPool() {
  let open = () => {};
  let opened = Promise.resolve();
  let arrived = () => {};
  const gated = Object.create(pool) as pg.Pool;
  gated.query = pool.query.bind(pool);
  gated.connect = (async () => {
    const client = await pool.connect();
    const slow = Object.create(client) as pg.PoolClient;
    slow.query = (async (...parameters: Parameters<typeof client.query>) => {
      if (String(parameters[0]) === 'commit') {
        arrived();
        await opened;
      }
      return client.query(...parameters);
    }) as unknown as typeof client.query;
    slow.release = (error) => client.release(error);
    return slow;
  }) as typeof pool.connect;
  return {
    pool: gated,
    /** Closes the gate; resolves when a commit waits at it. */
    close(): Promise<void> {
      opened = new Promise((resolve) => (open = resolve));
      return new Promise((resolve) => (arrived = resolve));
    },
    open: () => open(),
  };
}

/** Resolves when a session of this database waits for a lock of another one. */
async function somebodyWaits(): Promise<void> {
  for (;;) {
    const { rowCount } = await pool.query(
      `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
    );
    if (rowCount === 1) return;
  }
}

const nodeA = postgresIntake({ pool, directory: { find: async () => place } });
t.teardown(() => nodeA.close());

t.test('a message that commits while the device is attached is not lost', async (t) => {
  const gate = gatedPool();
  // A node that has not heard of the activation yet.
  const nodeB = postgresIntake({ pool: gate.pool, directory: { find: async () => null } });
  t.teardown(() => nodeB.close());
  await nodeB.record([record('LATE', wall(0), { dayEnergyWh: 100 })], now);
  const committing = gate.close();
  const second = nodeB.record([record('LATE', wall(10), { dayEnergyWh: 200 })], now);
  await committing;
  const attaching = attachUnclaimed(pool, nodeA, serial('LATE'), place);
  await somebodyWaits();
  gate.open();
  await second;
  await attaching;
  await attachUnclaimed(pool, nodeA, serial('LATE'), place);
  t.same((await pool.query('select day_energy_wh as day from readings order by 1')).rows, [{ day: 100 }, { day: 200 }]);
  t.same((await pool.query('select from unclaimed_devices')).rowCount, 0);
});

t.test('a message that commits during the nightly purge is not lost', async (t) => {
  const gate = gatedPool();
  const node = postgresIntake({ pool: gate.pool, directory: { find: async () => null } });
  t.teardown(() => node.close());
  await node.record([record('OLDIE', wall(0), { dayEnergyWh: 100 })], now);
  await pool.query(`update unclaimed_messages set received_at = now() - interval '91 days'`);
  const committing = gate.close();
  const second = node.record([record('OLDIE', wall(10), { dayEnergyWh: 200 })], now);
  await committing;
  const purging = purgeUnclaimed(pool);
  await somebodyWaits();
  gate.open();
  await second;
  t.equal(await purging, 1);
  t.same((await pool.query(`select content->'channels'->'dayEnergyWh' as day from unclaimed_messages`)).rows, [
    { day: 200 },
  ]);
  t.same((await pool.query('select serial_number, messages from unclaimed_devices')).rows, [
    { serial_number: 'OLDIE', messages: 1 },
  ]);
});

t.test('a flood of invented serial numbers does not keep out real devices', async (t) => {
  await pool.query('delete from unclaimed_messages');
  await pool.query('delete from unclaimed_devices');
  await pool.query(`insert into device_registry.devices (serial_number, activation_code) values ('OURS', 'x')`);
  const unclaimedBounds = { ...defaultBounds, maxMessagesPerDevice: 100, maxDevices: 5, fewMessages: 3 };
  const node = postgresIntake({ pool, directory: { find: async () => null }, unclaimedBounds });
  t.teardown(() => node.close());
  const send = (name: string, minute: number, hoursLater = 0) =>
    node.record([record(name, wall(minute), {})], now.add({ hours: hoursLater, seconds: minute }));
  const kept = async () =>
    (await pool.query<{ name: string }>('select serial_number as name from unclaimed_devices order by 1')).rows.map(
      ({ name }) => name,
    );

  await send('OURS', 0);
  for (const name of ['F1', 'F2', 'F3', 'F4', 'F5']) for (const minute of [1, 2]) await send(name, minute);
  for (const minute of [3, 4, 5, 6]) await send('REAL', minute);
  for (const name of ['F6', 'F7', 'F8', 'F9']) await send(name, 7);
  t.same(await kept(), ['F7', 'F8', 'F9', 'OURS', 'REAL'], 'few messages go first, and what the registry knows last');
  t.equal((await pool.query(`select from unclaimed_messages where serial_number = 'REAL'`)).rowCount, 4);

  for (const name of ['G1', 'G2', 'G3', 'G4']) for (const minute of [10, 11, 12, 13, 14]) await send(name, minute);
  await send('REAL', 15);
  for (const name of ['NEW1', 'NEW2', 'NEW1', 'NEW2']) await send(name, 20, 72);
  t.same(
    (await kept()).slice(-3),
    ['NEW1', 'NEW2', 'OURS'],
    'those that fell silent make room, however much they sent',
  );
});

t.test('only at a bound is it asked what the registry knows', { timeout: 60_000 }, async (t) => {
  await pool.query('delete from unclaimed_messages');
  await pool.query('delete from unclaimed_devices');
  const unclaimedBounds = { ...defaultBounds, maxDevices: 2 };
  const node = postgresIntake({ pool, directory: { find: async () => null }, unclaimedBounds });
  t.teardown(() => node.close());
  const send = (name: string) => node.record([record(name, wall(0), {})], now);
  const registry = await pool.connect();
  await registry.query('begin');
  await registry.query('lock table device_registry.devices, device_registry.claims in access exclusive mode');
  await send('FIRST');
  await send('SECOND');
  const third = send('THIRD');
  await somebodyWaits();
  await registry.query('rollback');
  registry.release();
  await third;
  t.same((await pool.query('select serial_number from unclaimed_devices order by 1')).rows, [
    { serial_number: 'SECOND' },
    { serial_number: 'THIRD' },
  ]);
});

t.test('long messages fill no disk: the oldest of a device give way, and devices at the bound of all', async (t) => {
  await pool.query('delete from unclaimed_messages');
  await pool.query('delete from unclaimed_devices');
  const unclaimedBounds = { ...defaultBounds, maxBytesPerDevice: 10_000, maxBytes: 25_000, fewMessages: 3 };
  const node = postgresIntake({ pool, directory: { find: async () => null }, unclaimedBounds });
  t.teardown(() => node.close());
  const send = (name: string, minute: number, length: number) =>
    node.record(
      [record(name, wall(minute), { unknown: { XX: String(minute).padEnd(length, 'x') } })],
      now.add({ seconds: minute }),
    );
  const kept = async () =>
    (
      await pool.query<{ name: string; minutes: string }>(
        `select serial_number as name, string_agg(left(content->'channels'->'unknown'->>'XX', 2), ' ' order by id) as minutes
         from unclaimed_messages group by 1 order by 1`,
      )
    ).rows.map(({ name, minutes }) => `${name}: ${minutes}`);

  for (const minute of [10, 11, 12, 13]) await send('LONG', minute, 2_900);
  t.same(await kept(), ['LONG: 11 12 13'], 'the oldest went, though there are few');
  await send('LONG', 14, 9_000);
  t.same(await kept(), ['LONG: 14']);
  for (let minute = 20; minute < 40; minute++) await send('SHORT', minute, 80);
  await send('NEXT', 40, 8_000);
  t.equal((await kept()).length, 3);
  const { bytes } = await node.unclaimedUse();
  t.ok(bytes > 19_000 && bytes <= 25_000, `${bytes} bytes are counted`);
  t.equal(node.counters.unclaimedDropped, 4);

  await send('LAST', 41, 8_000);
  t.same(
    await kept(),
    ['LAST: 41', 'NEXT: 40', `SHORT: ${Array.from({ length: 20 }, (_, n) => n + 20).join(' ')}`],
    'the one that fell silent first, of those with few messages',
  );
  const counted = await pool.query(
    `select from unclaimed_devices device join (
       select serial_number, count(*) as messages, sum(bytes) as bytes from unclaimed_messages group by 1
     ) kept using (serial_number) where (device.messages, device.bytes) = (kept.messages, kept.bytes)`,
  );
  t.equal(counted.rowCount, 3, 'the counts are true');
});
