import t from 'tap';
import { openLeases } from '../../../adapters/database/leases.js';
import { postgresChanges } from '../../../adapters/readings/changes.js';
import { startSumsWorker } from '../../../adapters/readings/sums/worker.js';
import { dayNumber, offsetS } from '../../../domain/production/device-clock.js';
import { intervalBounds, type Resolution } from '../../../domain/production/series.js';
import {
  instant,
  inverterId,
  plantId,
  record,
  serial,
  setAssignments,
  type AssignmentRow,
} from '../../support/readings.js';
import { readingsRoom } from '../../support/readings-room.js';

const zone = 'Europe/Berlin';
const assignments: AssignmentRow[] = [
  { serialNumber: 'SPRING', inverterId: inverterId(1), from: '2026-01-01T00:00:00Z' },
  { serialNumber: 'OLD', inverterId: inverterId(2), from: '2026-01-01T00:00:00Z' },
];
const { pool, leases, intake, worker, errors, production } = await readingsRoom(t, assignments);
const changes = postgresChanges(pool);
t.teardown(() => changes.close());

const dayOf = (text: string) => Date.parse(`${text}T00:00Z`) / 86_400_000;
const startS = (text: string) => Date.parse(text) / 1000;
const sumOf = (values: readonly (number | null)[] | undefined) =>
  values?.reduce<number | null>((sum, value) => (value === null ? sum : (sum ?? 0) + value), null) ?? null;

/** Sends a record for each ten minutes of real time from one instant to another; energy grows by 100 Wh each. */
async function play(serialNumber: string, from: string, to: string, base = { day: 0, total: 1_000_000 }) {
  const records = [];
  for (let atS = startS(from), n = 0; atS < startS(to); atS += 600, n++) {
    const wall = new Date((atS + offsetS(zone, atS)) * 1000).toISOString().slice(0, 16);
    const channels = { acPowerW: 600, dayEnergyWh: base.day + n * 100, totalEnergyWh: base.total + n * 100, status: 4 };
    records.push({
      record: record(serialNumber, wall, channels),
      receivedAt: instant(new Date(atS * 1000 + 5_000).toISOString()),
    });
  }
  await Promise.all(records.map(({ record, receivedAt }) => intake.record([record], receivedAt)));
}

async function energyOn(inverter: string, day: string) {
  await worker.settled();
  return sumOf((await production.dailyEnergy([inverter], [dayOf(day), dayOf(day) + 1])).get(inverter));
}

async function intraday(inverter: string, day: string, resolution: Resolution) {
  const from = startS(`${day}T00:00Z`);
  const bounds = intervalBounds(zone, from - offsetS(zone, from), from - offsetS(zone, from) + 3_600, resolution);
  const dayBounds = intervalBounds(
    zone,
    bounds[0] ?? 0,
    intervalBounds(zone, bounds[0] ?? 0, (bounds[0] ?? 0) + 1, 'P1D')[1] ?? 0,
    resolution,
  );
  return (await production.intradayEnergy([inverter], zone, dayBounds)).get(inverter);
}

t.test('days of 23 and of 25 hours', async (t) => {
  const told = new Promise((resolve) => void changes.subscribe(plantId, resolve));
  await changes.ready();
  await play('SPRING', '2026-03-28T23:00:00Z', '2026-03-29T22:00:00Z');
  t.equal(await energyOn(inverterId(1), '2026-03-29'), 13_700);
  await told;
  const spring = await intraday(inverterId(1), '2026-03-29', 'PT1H');
  t.equal(spring?.length, 23);
  t.equal(Math.round(sumOf(spring) ?? 0), 13_700, 'hours add up to the day');

  await play('SPRING', '2026-10-24T22:00:00Z', '2026-10-25T23:00:00Z', { day: 0, total: 2_000_000 });
  t.equal(await energyOn(inverterId(1), '2026-10-25'), 14_900);
  const autumn = await intraday(inverterId(1), '2026-10-25', 'PT1H');
  t.equal(autumn?.length, 25);
  t.same(
    autumn?.slice(1, 4).map((value) => Math.round(value ?? 0)),
    [600, 600, 600],
  );
  t.equal((await pool.query('select from stale_device_days')).rowCount, 0);

  const { inverters, energy } = await production.numbers([inverterId(1)], dayOf('2026-10-25'), []);
  t.match(inverters[0], {
    acPowerW: 600,
    deviceState: 4,
    todayWh: 14_900,
    lastValueAtS: startS('2026-10-25T22:50:00Z'),
  });
  t.match(energy, { todayWh: 14_900, monthWh: 14_900, yearWh: 28_600, totalWh: 2_014_900 - 0, yesterdayWh: null });
});

t.test('late and repeated records change nothing twice', async (t) => {
  await play('SPRING', '2026-03-28T23:00:00Z', '2026-03-29T22:00:00Z');
  t.equal(await energyOn(inverterId(1), '2026-03-29'), 13_700);
  await intake.record([record('SPRING', '2026-03-30T12:00', { dayEnergyWh: 5_000 })], instant('2026-04-01T00:00:00Z'));
  t.equal(await energyOn(inverterId(1), '2026-03-30'), 5_000);
  await intake.record([record('SPRING', '2026-03-29T23:59', { dayEnergyWh: 5_000 })], instant('2026-04-02T00:00:00Z'));
  t.equal(await energyOn(inverterId(1), '2026-03-30'), 0, 'a late record of the evening explains the next morning');
});

t.test('a device exchanged at noon, its successor known only later', async (t) => {
  await play('OLD', '2026-06-10T04:00:00Z', '2026-06-10T10:00:00Z', { day: 0, total: 22_384_000 });
  await play('NEW', '2026-06-10T10:00:00Z', '2026-06-10T18:00:00Z', { day: 300, total: 700 });
  t.equal(await energyOn(inverterId(2), '2026-06-10'), 3_500, 'the old device');
  t.equal((await pool.query(`select from unclaimed_messages where serial_number = 'NEW'`)).rowCount, 48);

  await setAssignments(pool, [
    { ...(assignments[0] as AssignmentRow) },
    { ...(assignments[1] as AssignmentRow), to: '2026-06-10T10:00:00Z' },
    { serialNumber: 'NEW', inverterId: inverterId(2), from: '2026-06-10T10:00:00Z' },
  ]);
  await worker.settled();
  t.equal((await pool.query(`select from unclaimed_messages`)).rowCount, 0, 'its messages are attached');
  t.equal(await energyOn(inverterId(2), '2026-06-10'), 3_500 + 300 + 4_700);
  const { energy } = await production.numbers([inverterId(2)], dayOf('2026-06-10'), [
    { from: '2026-01-01', centsPerKwh: 10 },
    { from: '2026-06-11', centsPerKwh: 99 },
  ]);
  t.equal(energy.totalWh, 22_384_000 + 3_500 + 300 + 4_700);

  await play('OLD', '2026-06-10T12:00:00Z', '2026-06-10T14:00:00Z', { day: 9_000, total: 22_400_000 });
  t.equal(await energyOn(inverterId(2), '2026-06-10'), 8_500, 'what the old device does elsewhere does not count');
});

t.test('each device is compared by its own nominal power', async (t) => {
  const stays = (powerW: number): AssignmentRow[] => [
    { ...(assignments[1] as AssignmentRow), nominalPowerW: 10_000, to: '2026-06-10T10:00:00Z' },
    { serialNumber: 'NEW', inverterId: inverterId(2), nominalPowerW: powerW, from: '2026-06-10T10:00:00Z' },
  ];
  const yieldsOn = async (day: string, powerW: number) => {
    await setAssignments(pool, stays(powerW));
    await worker.settled();
    return (await production.numbers([inverterId(2)], dayOf(day), [])).specificYields;
  };
  t.same(await yieldsOn('2026-06-10', 20_000), [
    { inverterId: inverterId(2), todayKwhPerKw: 0.6, sevenDaysKwhPerKw: 0.6, thirtyDaysKwhPerKw: 0.6 },
  ]);
  t.match(
    await yieldsOn('2026-06-10', 25_000),
    [{ todayKwhPerKw: 0.55 }],
    'a type that became known later counts from the first day on',
  );
  t.match(await yieldsOn('2026-06-16', 25_000), [{ todayKwhPerKw: null, sevenDaysKwhPerKw: 0.55 }]);
  t.match(await yieldsOn('2026-06-17', 25_000), [{ sevenDaysKwhPerKw: null, thirtyDaysKwhPerKw: 0.55 }]);
  t.same(await yieldsOn('2026-07-10', 25_000), []);
  const days = { first: dayOf('2026-06-01'), end: dayOf('2026-07-01') };
  t.same([...(await production.specificYields([inverterId(2)], days))], [[inverterId(2), 0.55]], 'reports, too');
});

t.test('a clock that runs ahead', async (t) => {
  const clock = { serialNumber: 'CLOCK', inverterId: inverterId(7), timeZone: 'UTC', from: '2026-01-01T00:00:00Z' };
  await setAssignments(pool, [clock]);
  const send = (wall: string, received: string, acPowerW: number, dayEnergyWh: number) =>
    intake.record([record('CLOCK', wall, { acPowerW, dayEnergyWh, status: 4 })], instant(received));
  const current = async () => {
    await worker.settled();
    return (await production.current([inverterId(7)], dayOf('2026-09-01')))[0];
  };
  await send('2026-09-01T10:00', '2026-09-01T10:00:05Z', 1_000, 5_000);
  await send('2026-09-02T12:00', '2026-09-01T10:10:00Z', 9_000, 20_000);
  t.match(await current(), { lastValueAtS: startS('2026-09-01T10:00Z'), acPowerW: 1_000, isClockAhead: true });
  const fault = { mac: null, state: 2, stateAfter: 6, short: 0, long: 1, type: null, code: '0A010C' } as const;
  await intake.recordErrors(
    ['2026-09-01T10:05Z', '2026-09-02T12:00Z'].map((clock) => ({
      ...{ ...fault, serialNumber: serial('CLOCK'), deviceClockS: startS(clock) },
    })),
    instant('2026-09-01T10:10:00Z'),
  );
  const shown = await production.deviceErrors([inverterId(7)], { fromS: null, toS: null }, { limit: 9, after: null });
  t.same(
    shown.map(({ atS }) => atS),
    [startS('2026-09-01T10:05Z')],
    'errors neither',
  );
  const means = await production.channelMeans(
    [inverterId(7)],
    ['acPowerW'],
    [startS('2026-09-02T00:00Z'), startS('2026-09-03T00:00Z')],
  );
  t.equal(means.size, 0, 'and the day to come has no curve');
  t.equal(await energyOn(inverterId(7), '2026-09-02'), null, 'nor energy before its sun has risen');

  await send('2026-09-01T10:20', '2026-09-01T10:20:05Z', 2_000, 5_300);
  t.match(await current(), { lastValueAtS: startS('2026-09-01T10:20Z'), acPowerW: 2_000, isClockAhead: false });
  await send('2026-09-01T11:30', '2026-09-01T10:30:00Z', 3_000, 5_600);
  t.match(
    await current(),
    { lastValueAtS: startS('2026-09-01T10:30Z'), acPowerW: 3_000, isClockAhead: false },
    'a clock that still keeps summer time: the value is as old as its arrival',
  );
  await send('2026-09-01T10:40', '2026-09-01T10:40:05Z', 4_000, 5_900);
  t.match(await current(), { acPowerW: 4_000 }, 'a clock that was set right is believed at once');

  await send('2026-09-02T08:00', '2026-09-02T08:00:05Z', 5_000, 1_000);
  await send('2026-09-02T13:00', '2026-09-02T13:00:05Z', 5_000, 21_000);
  t.equal(await energyOn(inverterId(7), '2026-09-02'), 21_000);
  await setAssignments(pool, [{ ...clock, timeZone: 'America/New_York' }]);
  await worker.settled();
  await setAssignments(pool, [clock]);
  t.equal(await energyOn(inverterId(7), '2026-09-02'), 21_000, 'a wrong zone is put right without a loss');
});

t.test('before its activation, and revenue by the tariff of each day', async (t) => {
  await play('EARLY', '2026-05-01T06:00:00Z', '2026-05-01T16:00:00Z');
  await play('EARLY', '2026-05-02T06:00:00Z', '2026-05-02T16:00:00Z');
  await setAssignments(pool, [{ serialNumber: 'EARLY', inverterId: inverterId(3), from: '-infinity' }]);
  await worker.settled();
  t.equal(await energyOn(inverterId(3), '2026-05-01'), 5_900);
  const { energy, revenueCents } = await production.numbers([inverterId(3)], dayOf('2026-05-02'), [
    { from: '2026-05-02', centsPerKwh: 20 },
    { from: '2026-01-01', centsPerKwh: 10 },
  ]);
  t.match(energy, { todayWh: 5_900, yesterdayWh: 5_900, monthWh: 11_800 });
  t.match(revenueCents, { today: 118, month: 177, year: 177, total: 177 });
});

t.test('means of channels per interval, gaps are null', async (t) => {
  const from = startS('2026-05-01T05:50:00Z');
  const bounds = [from, from + 600, from + 1_200, from + 1_800];
  const means = await production.channelMeans([inverterId(3)], ['acPowerW', 'acVoltageV'], bounds);
  t.same(means.get(inverterId(3))?.get('acPowerW'), [null, 600, 600]);
  t.same(means.get(inverterId(3))?.get('acVoltageV'), [null, null, null]);
  t.equal(dayNumber(zone, from), dayOf('2026-05-01'));
  t.ok(serial('x'));
});

t.test('a board swap brings only what came after the former board', async (t) => {
  const send = (mac: string, wall: string, dayEnergyWh: number) =>
    intake.record([record('SWAP', wall, { dayEnergyWh }, mac)], instant(`${wall}:00Z`));
  await setAssignments(pool, [
    { serialNumber: 'SWAP', inverterId: inverterId(4), timeZone: 'UTC', from: '2026-01-01T00:00:00Z' },
  ]);
  intake.invalidate(serial('SWAP'));
  await send('AAAAAAAAAAAA', '2026-07-10T12:00', 1_000);
  await send('BBBBBBBBBBBB', '2026-07-10T11:00', 7_000);
  await send('BBBBBBBBBBBB', '2026-07-11T12:00', 2_000);
  t.equal(await energyOn(inverterId(4), '2026-07-10'), 1_000);
  t.equal(await energyOn(inverterId(4), '2026-07-11'), null);
  await send('BBBBBBBBBBBB', '2026-07-12T12:00', 3_000);
  t.equal(await energyOn(inverterId(4), '2026-07-10'), 1_000, 'a second device is not mixed in');
  t.equal(await energyOn(inverterId(4), '2026-07-11'), 2_000);
  t.equal(await energyOn(inverterId(4), '2026-07-12'), 3_000);
  const kept = await pool.query(`select messages from unclaimed_devices where serial_number = 'SWAP'`);
  t.same(kept.rows, [{ messages: 1 }]);
});

t.test('a place counts a device from the time on that the plants say, and shows nothing older', async (t) => {
  await play('MOVES', '2026-08-01T06:00:00Z', '2026-08-01T16:00:00Z');
  const first = { serialNumber: 'MOVES', inverterId: inverterId(5), from: '2026-08-01T12:00:00Z' };
  await setAssignments(pool, [first]);
  t.equal(await energyOn(inverterId(5), '2026-08-01'), 2_400, 'even when it is the first one of the place');
  const current = async (inverter: string) => (await production.current([inverter], dayOf('2026-08-02')))[0];
  t.match(await current(inverterId(5)), { acPowerW: 600, deviceState: 4 });

  const left = '2026-08-01T20:00:00Z';
  await setAssignments(pool, [
    { ...first, to: left },
    { serialNumber: 'MOVES', inverterId: inverterId(6), from: left },
  ]);
  await worker.settled();
  t.match(await current(inverterId(6)), { lastValueAtS: null, acPowerW: null, deviceState: null });
  intake.invalidate(serial('MOVES'));
  await play('MOVES', '2026-08-02T06:00:00Z', '2026-08-02T06:20:00Z');
  await worker.settled();
  t.match(await current(inverterId(6)), { lastValueAtS: startS('2026-08-02T06:10:00Z'), acPowerW: 600 });
});

t.test('a second node takes the lead when the first one stops', async (t) => {
  const other = openLeases(pool);
  const second = startSumsWorker({ pool, leases: other, intake, onError: (error) => errors.push(error) });
  t.ok(worker.leads());
  t.notOk(second.leads());
  await worker.stop();
  await leases.close();
  // A round that began before may still answer as a follower.
  while (!second.leads()) await second.settled();
  await second.stop();
  await other.close();
  t.same(errors, [], 'no worker met an error');
});
