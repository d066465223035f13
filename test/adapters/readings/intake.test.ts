import t from 'tap';
import { postgresIntake } from '../../../adapters/readings/intake.js';
import { keepHouse } from '../../../adapters/readings/housekeeping.js';
import type { DeviceErrorRecord } from '../../../adapters/readings/port.js';
import { defaultBounds } from '../../../adapters/readings/unclaimed.js';
import { testDatabase } from '../../support/database.js';
import {
  assignmentsDirectory,
  createAssignments,
  clockS,
  instant,
  inverterId,
  record,
  serial,
  setAssignments,
} from '../../support/readings.js';

const database = await testDatabase(t);
const { pool } = database;
await createAssignments(pool, [
  { serialNumber: 'BERLIN', inverterId: inverterId(1), from: '2026-01-01T00:00:00Z' },
  { serialNumber: 'BATCH', inverterId: inverterId(2), from: '2026-01-01T00:00:00Z' },
  { serialNumber: 'MACS', inverterId: inverterId(3), from: '2026-01-01T00:00:00Z' },
  { serialNumber: 'DST', inverterId: inverterId(4), from: '2026-01-01T00:00:00Z' },
]);
const intake = postgresIntake({
  pool,
  directory: assignmentsDirectory(pool),
  unclaimedBounds: { ...defaultBounds, maxMessagesPerDevice: 5, maxDevices: 4, fewMessages: 3 },
});
t.teardown(() => intake.close());

async function stored(serialNumber: string) {
  const { rows } = await pool.query(
    `select to_char(measured_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI') as at, ac_power_w as power,
       day_energy_wh as day, unknown_channels as unknown
     from readings join devices on devices.id = device_id where serial_number = $1
     order by measured_at, device_clock_s`,
    [serialNumber],
  );
  return rows;
}
const kept = async (serialNumber: string) =>
  (
    await pool.query(
      'select mac, device_clock_s::int as clock from unclaimed_messages where serial_number = $1 order by id',
      [serialNumber],
    )
  ).rows;

t.test('stores what the message says, in the zone of the plant', async (t) => {
  const channels = { acPowerW: 2429.1, dayEnergyWh: 2_000, unknown: { '1F': 'a\u0000b"\\\ud800' } };
  await intake.record([record('BERLIN', '2026-07-21T12:00', channels)], instant('2026-07-21T10:01:00Z'));
  t.same(await stored('BERLIN'), [
    { at: '2026-07-21T10:00', power: 2429.1, day: 2_000, unknown: { '1F': 'ab"\\\ufffd' } },
  ]);
  for (let i = 0; i < 20; i++) {
    await intake.record([record('BERLIN', '2026-07-21T12:00', channels)], instant('2026-07-21T10:01:00Z'));
  }
  t.equal((await stored('BERLIN')).length, 1, 'the same record again is one record');
  await intake.record([record('BERLIN', '2021-02-03T08:00', { acPowerW: 1 })], instant('2026-07-21T10:01:00Z'));
  t.equal((await stored('BERLIN'))[0].at, '2021-02-03T07:00', 'a late record finds its month');
});

t.test('impossible values and times', async (t) => {
  const before = { ...intake.counters };
  const channels = {
    acPowerW: Number.NaN,
    dcPowerW: 11e6,
    dayEnergyWh: -100,
    totalEnergyWh: -1,
    status: 4,
    acVoltageV: 1 / 0,
  };
  await intake.record([record('BERLIN', '2026-07-21T12:10', channels)], instant('2026-07-21T10:11:00Z'));
  const { rows } = await pool.query('select * from readings where status = 4');
  t.match(rows[0], {
    ac_power_w: null,
    dc_power_w: null,
    day_energy_wh: null,
    total_energy_wh: null,
    ac_voltage_v: null,
  });
  t.equal(intake.counters.implausibleValues - before.implausibleValues, 5);
  // What a register of 32 bits shows when it is set to all ones, in 0.1 kWh.
  const allOnes = { dayEnergyWh: 0xffff_ffff * 100, totalEnergyWh: 0xffff_ffff * 100, status: 5 };
  await intake.record([record('BERLIN', '2026-07-21T12:11', allOnes)], instant('2026-07-21T10:12:00Z'));
  const { rows: broken } = await pool.query('select * from readings where status = 5');
  t.match(broken[0], { day_energy_wh: null, total_energy_wh: null });

  await intake.record([record('BERLIN', '1970-01-01T00:10', { status: 77 })], instant('2026-07-21T10:11:00Z'));
  await intake.record([record('BERLIN', '2026-07-24T10:11', { status: 77 })], instant('2026-07-21T10:11:00Z'));
  await intake.record(
    [{ ...record('BERLIN', '2026-07-21T10:11', {}), deviceClockS: Number.NaN }],
    instant('2026-07-21T10:11:00Z'),
  );
  t.equal((await pool.query('select from readings where status = 77')).rowCount, 0);
  t.equal(
    (await pool.query(`select from raw_messages where reason = 'implausible-clock'`)).rowCount,
    3,
    'kept as they came',
  );
});

t.test('concurrent calls share commits, and all of them are stored', async (t) => {
  const before = { ...intake.counters };
  await Promise.all(
    Array.from({ length: 3_000 }, (_, i) =>
      intake.record(
        [
          {
            ...record('BATCH', '2026-05-01T00:00', { dayEnergyWh: i }),
            deviceClockS: clockS('2026-05-01T00:00') + i * 10,
          },
        ],
        instant('2026-05-02T00:00:00Z'),
      ),
    ),
  );
  t.equal((await stored('BATCH')).length, 3_000);
  t.ok(intake.counters.batchesCommitted - before.batchesCommitted < 20);
  t.equal(
    (await pool.query('select distinct device_id, day from stale_device_days')).rowCount,
    3,
    'stale days are noted',
  );
});

t.test('two devices with one serial number', async (t) => {
  const send = (mac: string, wall: string, received: string) =>
    intake.record([record('MACS', wall, { acPowerW: 1 }, mac)], instant(received));
  await send('AAAAAAAAAAAA', '2026-06-01T10:00', '2026-06-01T08:00:00Z');
  await send('BBBBBBBBBBBB', '2026-06-01T10:05', '2026-06-01T08:05:00Z');
  t.same(
    (await stored('MACS')).map(({ at }) => at),
    ['2026-06-01T08:00'],
    'the first one is the device',
  );
  t.same(
    await kept('MACS'),
    [{ mac: 'BBBBBBBBBBBB', clock: clockS('2026-06-01T10:05') }],
    'the other one is kept apart',
  );
  await send('BBBBBBBBBBBB', '2026-06-02T06:00', '2026-06-02T04:00:00Z');
  t.equal((await stored('MACS')).length, 1, 'a night is no swap of the board');
  await send('BBBBBBBBBBBB', '2026-06-03T10:10', '2026-06-03T08:10:00Z');
  t.equal((await stored('MACS')).length, 2, 'two days of silence are');
  await send('AAAAAAAAAAAA', '2026-06-03T10:15', '2026-06-03T08:15:00Z');
  t.equal((await stored('MACS')).length, 2);
});

t.test('the doubled hour of autumn and the skipped one of spring', async (t) => {
  const send = (wall: string, day: number, received: string) =>
    intake.record([record('DST', wall, { dayEnergyWh: day })], instant(received));
  const times = async () => (await stored('DST')).map(({ at, day }) => [at.slice(5), day]);
  await send('2026-10-25T02:30', 100, '2026-10-25T00:31:00Z');
  await send('2026-10-25T02:30', 200, '2026-10-25T01:31:00Z');
  t.same(
    await times(),
    [
      ['10-25T00:30', 100],
      ['10-25T01:30', 200],
    ],
    'live',
  );
  await send('2026-10-25T02:50', 250, '2026-10-25T00:50:05Z');
  await send('2026-10-25T02:50', 250, '2026-10-25T01:42:00Z');
  t.same(
    (await times()).filter(([at]) => at.endsWith('50')),
    [['10-25T00:50', 250]],
    'sent again shortly before its stamp comes a second time',
  );
  await Promise.all([
    send('2026-10-25T02:40', 300, '2026-10-26T10:00:00Z'),
    send('2026-10-25T02:40', 400, '2026-10-26T10:00:00Z'),
    send('2026-10-25T02:40', 300, '2026-10-26T10:00:00Z'),
    send('2026-10-25T02:40', 400, '2026-10-26T10:00:00Z'),
  ]);
  t.same(
    (await times()).filter(([at]) => at.endsWith('40')),
    [
      ['10-25T00:40', 300],
      ['10-25T01:40', 400],
    ],
    'from a backlog, repeated',
  );
  const sendUnknown = (wall: string, text: string) =>
    intake.record([record('DST', wall, { dayEnergyWh: 450, unknown: { XX: text } })], instant('2026-10-26T10:00:00Z'));
  for (const text of ['a', 'b', 'a']) await sendUnknown('2026-10-25T02:45', text);
  t.same(
    (await times()).filter(([at]) => String(at).endsWith('45')),
    [
      ['10-25T00:45', 450],
      ['10-25T01:45', 450],
    ],
    'what differs in a channel that nobody knows is another record',
  );
  await send('2026-03-29T02:30', 500, '2026-03-29T01:31:00Z');
  t.same((await times())[0], ['03-29T01:30', 500], 'a clock that was not set yet');
});

t.test('another record under a stamp that is taken is kept', async (t) => {
  const before = { ...intake.counters };
  const send = (...channels: Parameters<typeof record>[2][]) =>
    intake.record(
      channels.map((one) => record('BERLIN', '2026-04-01T12:00', one)),
      instant('2026-04-01T10:01:00Z'),
    );
  const first = { acPowerW: 1_000.3, totalEnergyWh: 5, unknown: { '1F': 'a' } };
  await send(first);
  await send(first, { ...first, acPowerW: 900 }, first, { ...first, unknown: { '1F': 'b' } });
  await send({ ...first, acPowerW: 900 });
  t.equal((await stored('BERLIN')).filter(({ at }) => at === '2026-04-01T10:00').length, 1);
  const { rows } = await pool.query(
    `select content->'channels'->'acPowerW' as power, content->'intervalS' as interval from repeated_stamps order by 1`,
  );
  t.same(rows, [
    { power: 900, interval: 600 },
    { power: 1_000.3, interval: 600 },
  ]);
  t.equal(intake.counters.repeatedStamps - before.repeatedStamps, 2);
  t.equal(intake.counters.duplicatesIgnored - before.duplicatesIgnored, 3);
  await send(...Array.from({ length: 50 }, (_, n) => ({ ...first, acPowerW: n })));
  await send(...Array.from({ length: 50 }, (_, n) => ({ ...first, acPowerW: 100 + n })));
  t.equal((await pool.query('select from repeated_stamps')).rowCount, 4, 'of a clock that stands still only a few');
  t.equal(intake.counters.repeatedStamps - before.repeatedStamps, 4);
  t.equal(intake.counters.repeatedStampsDropped - before.repeatedStampsDropped, 98, 'and it is told how many not');
  t.equal(intake.counters.duplicatesIgnored - before.duplicatesIgnored, 3);
});

t.test('unknown devices: kept apart and bounded', async (t) => {
  const received = instant('2026-07-21T10:11:00Z');
  for (let i = 0; i < 9; i++) {
    await intake.record([record('WAITS', `2026-07-21T10:0${i}`, { acPowerW: i })], received);
    await intake.record([record('WAITS', `2026-07-21T10:0${i}`, { acPowerW: i })], received);
  }
  t.same(
    (await kept('WAITS')).map(({ clock }) => clock - clockS('2026-07-21T10:00')),
    [240, 300, 360, 420, 480],
  );
  for (let i = 0; i < 50; i++) await intake.record([record(`FAKE${i}`, '2026-07-21T10:00', {})], received);
  const devices = await pool.query('select serial_number from unclaimed_devices');
  t.equal(devices.rowCount, 4);
  t.ok(
    devices.rows.some((row) => row.serial_number === 'WAITS'),
    'masses of invented devices do not push it out',
  );
  t.ok(intake.counters.unclaimedDropped > 40);
  await pool.query(
    `update unclaimed_messages set received_at = now() - interval '91 days' where serial_number = 'WAITS'`,
  );
  await keepHouse(pool);
  t.same(await kept('WAITS'), [], 'not longer than 90 days');
});

t.test('errors of devices, once each', async (t) => {
  const error: DeviceErrorRecord = {
    serialNumber: serial('BERLIN'),
    mac: null,
    deviceClockS: clockS('2026-07-21T09:35'),
    code: '0A010C',
    state: 2,
    stateAfter: 6,
    short: 0,
    long: 2048,
    type: null,
  };
  await intake.recordErrors([error, error, { ...error, code: '0A0004' }], instant('2026-07-21T10:00:00Z'));
  await intake.recordErrors([error], instant('2026-07-21T10:05:00Z'));
  const { rows } = await pool.query(`select code, measured_at from device_errors order by code`);
  t.same(
    rows.map(({ code, measured_at }) => [code, measured_at.toISOString()]),
    [
      ['0A0004', '2026-07-21T07:35:00.000Z'],
      ['0A010C', '2026-07-21T07:35:00.000Z'],
    ],
  );
  await intake.recordErrors([{ ...error, serialNumber: serial('NOBODYS') }], instant('2026-07-21T10:05:00Z'));
  t.equal((await kept('NOBODYS')).length, 1);
});

t.test('raw messages and failures', async (t) => {
  await intake.keepRaw(
    { serialNumber: null, mac: null, root: 'x\u0000', reason: 'bad-time', body: Buffer.alloc(256 * 1024, 7) },
    instant('2026-07-21T10:05:00Z'),
  );
  const { rows } = await pool.query(
    `select root, octet_length(body) as bytes from raw_messages where reason = 'bad-time'`,
  );
  t.same(rows, [{ root: 'x', bytes: 256 * 1024 }]);

  await setAssignments(pool, []);
  intake.invalidate(serial('BERLIN'));
  await pool.query('alter table unclaimed_messages rename to gone');
  const lost = intake.record([record('BERLIN', '2026-07-22T12:00', {})], instant('2026-07-22T10:01:00Z'));
  await t.rejects(lost, 'nothing stored, nothing acknowledged');
  await pool.query('alter table gone rename to unclaimed_messages');
  await intake.record([record('BERLIN', '2026-07-22T12:00', {})], instant('2026-07-22T10:01:00Z'));
  t.equal((await kept('BERLIN')).length, 1, 'and it goes on afterwards');
});
