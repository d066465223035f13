import t from 'tap';
import { attachable } from '../../../adapters/readings/sums/reconcile.js';
import { wallClockS } from '../../../domain/production/device-clock.js';
import { instant, inverterId, record, serial, setAssignments, type AssignmentRow } from '../../support/readings.js';
import { readingsRoom } from '../../support/readings-room.js';

const { pool, intake, worker, errors, production } = await readingsRoom(t);
const heard: string[] = [];
intake.onUnclaimed((serialNumber) => heard.push(serialNumber));

const stay = (serialNumber: string, n: number, from: string, to?: string, timeZone = 'UTC'): AssignmentRow => ({
  ...{ serialNumber, inverterId: inverterId(n), timeZone, from },
  ...(to === undefined ? {} : { to }),
});
const send = (serialNumber: string, wall: string, received: string, dayEnergyWh: number, mac: string | null = null) =>
  intake.record([record(serialNumber, wall, { dayEnergyWh }, mac)], instant(received));
const energyOn = async (n: number, day: string) => {
  await worker.settled();
  const number = Date.parse(`${day}T00:00Z`) / 86_400_000;
  return (await production.dailyEnergy([inverterId(n)], [number, number + 1])).get(inverterId(n))?.[0] ?? null;
};
const unclaimed = async (serialNumber: string) =>
  (await pool.query('select from unclaimed_messages where serial_number = $1', [serialNumber])).rowCount;
async function nowIn(...rows: AssignmentRow[]) {
  await setAssignments(pool, rows);
  for (const { serialNumber } of rows) intake.invalidate(serial(serialNumber));
  await worker.settled();
}

t.test('what a device measured before it was removed counts where it stood, at once', async (t) => {
  await nowIn(stay('LEFT', 1, '2026-06-01T00:00Z'));
  await send('LEFT', '2026-06-10T10:00', '2026-06-10T10:00:05Z', 1_000, 'AAAAAAAAAAAA');
  await nowIn(stay('LEFT', 1, '2026-06-01T00:00Z', '2026-06-10T12:00Z'));
  heard.length = 0;
  await send('LEFT', '2026-06-10T11:50', '2026-06-10T14:00Z', 3_000, 'AAAAAAAAAAAA');
  t.equal(await energyOn(1, '2026-06-10'), 3_000);
  t.equal(await unclaimed('LEFT'), 0);
  t.same(heard, ['LEFT'], 'a claim elsewhere is proven by what arrives, whatever its stamp');
  await intake.close();
  t.match((await pool.query(`select last_seen_at from devices where serial_number = 'LEFT'`)).rows, [
    { last_seen_at: new Date('2026-06-10T14:00Z') },
  ]);

  await send('LEFT', '2026-06-10T12:00', '2026-06-10T14:00Z', 3_100, 'AAAAAAAAAAAA');
  t.equal(await unclaimed('LEFT'), 1, 'what it measured after it had left waits for its next place');
  await send('LEFT', '2026-06-10T11:55', '2026-06-13T14:00Z', 9_000, 'BBBBBBBBBBBB');
  t.equal(await energyOn(1, '2026-06-10'), 3_000, 'another device with its number is not believed, however late');
});

t.test('it stands in another plant by now, in another zone', async (t) => {
  const before = stay('LEFT', 1, '2026-06-01T00:00Z', '2026-06-10T12:00Z');
  await nowIn(before, stay('LEFT', 2, '2026-06-10T15:00Z', undefined, 'Europe/Berlin'));
  t.equal(await unclaimed('LEFT'), 1, 'only the other device is left');
  await send('LEFT', '2026-06-10T11:40', '2026-06-10T16:00Z', 2_900, 'AAAAAAAAAAAA');
  await send('LEFT', '2026-06-10T18:00', '2026-06-10T16:00Z', 7_000, 'AAAAAAAAAAAA');
  const { rows } = await pool.query(`select measured_at from readings where day_energy_wh in (2900, 7000) order by 1`);
  t.same(
    rows.map(({ measured_at }) => measured_at.toISOString()),
    ['2026-06-10T11:40:00.000Z', '2026-06-10T16:00:00.000Z'],
    'each by the clock of its place',
  );
  t.equal(await energyOn(1, '2026-06-10'), 3_000);
  t.equal(await energyOn(2, '2026-06-10'), 4_000, 'nothing of before is counted here');
});

t.test('kept before anybody knew where it stood, and gone again by now', async (t) => {
  await send('BRIEF', '2026-06-20T10:00', '2026-06-20T10:00:05Z', 1_000);
  await send('BRIEF', '2026-06-20T11:00', '2026-06-20T11:00:05Z', 2_000);
  await send('BRIEF', '2026-06-20T13:00', '2026-06-20T13:00:05Z', 4_000);
  t.equal(await unclaimed('BRIEF'), 3);
  await nowIn(stay('BRIEF', 3, '-infinity', '2026-06-20T12:00Z'));
  t.equal(await energyOn(3, '2026-06-20'), 2_000);
  t.equal(await unclaimed('BRIEF'), 1);

  await send('SPLIT', '2026-06-20T10:00', '2026-06-20T10:00:05Z', 1_000);
  await nowIn(stay('SPLIT', 4, '2026-06-20T10:00:00.400Z', '2026-06-20T12:00Z'));
  t.equal(await unclaimed('SPLIT'), 1, 'it came within the second, but before the stay');
  t.same(await attachable(pool), [], 'and is not tried again and again');
});

t.test('it comes back to a place that it had left', async (t) => {
  const totalOf = async (n: number) => {
    await worker.settled();
    return (await production.numbers([inverterId(n)], Date.UTC(2026, 7, 1) / 86_400_000, [])).energy.totalWh;
  };
  const sendDay = async (day: string, fromWh: number, toWh: number) => {
    const wall = (time: string) => `2026-${day}T${time}`;
    for (const [time, totalEnergyWh] of [
      ['08:00', fromWh],
      ['18:00', toWh],
    ] as const) {
      const channels = { totalEnergyWh, dayEnergyWh: totalEnergyWh - fromWh };
      await intake.record([record('BACK', wall(time), channels)], instant(`${wall(time)}:05Z`));
    }
  };
  await nowIn(
    stay('BACK', 5, '2026-05-01T00:00Z', '2026-05-02T00:00Z'),
    stay('BACK', 6, '2026-05-02T00:00Z', '2026-05-03T00:00Z'),
    stay('BACK', 5, '2026-05-03T00:00Z', '2026-05-04T00:00Z'),
    stay('BACK', 6, '2026-05-04T00:00Z', '2026-06-01T00:00Z'),
    stay('BACK', 5, '2026-06-01T00:00Z'),
  );
  await sendDay('05-01', 1_000_000, 1_050_000);
  await sendDay('05-02', 1_050_000, 1_120_000);
  await sendDay('05-03', 1_120_000, 1_150_000);
  t.equal(await totalOf(5), 1_080_000, 'without what it made elsewhere');
  await sendDay('05-04', 1_150_000, 1_250_000);
  await sendDay('06-01', 1_250_000, 1_260_000);
  t.equal(await totalOf(5), 1_090_000, 'nor in another month');
  // The place begins with the counter that the device brought along.
  t.equal(await totalOf(6), 1_120_000 + 100_000);
});

t.test('the records of an earlier day come after those of a later one, with an empty day in between', async (t) => {
  await nowIn(stay('ORDERED', 7, '2026-06-01T00:00Z'), stay('LATER', 8, '2026-06-01T00:00Z'));
  const earlier = [
    ['2026-06-10T10:00', 10_000],
    ['2026-06-10T18:00', 30_000],
  ] as const;
  const later = [
    ['2026-06-12T04:50', 30_000],
    ['2026-06-12T05:00', 30_100],
    ['2026-06-12T05:10', 100],
    ['2026-06-12T12:00', 20_000],
  ] as const;
  for (const [wall, dayWh] of [...earlier, ...later]) await send('ORDERED', wall, '2026-06-12T13:00Z', dayWh);
  t.equal(await energyOn(7, '2026-06-12'), 20_100);
  for (const [wall, dayWh] of later) await send('LATER', wall, '2026-06-12T13:00Z', dayWh);
  await worker.settled();
  for (const [wall, dayWh] of earlier) await send('LATER', wall, '2026-06-12T13:00Z', dayWh);
  t.equal(await energyOn(8, '2026-06-12'), 20_100);
});

t.test('an exchange in a plant with a wrong zone', async (t) => {
  const exchangedAt = '2026-07-01T10:00Z';
  const inZone = (timeZone: string) => [
    stay('WRONG1', 4, '2026-06-01T00:00Z', exchangedAt, timeZone),
    stay('WRONG2', 4, exchangedAt, undefined, timeZone),
  ];
  for (const [plantZone, deviceZone] of [
    ['Europe/London', 'Europe/Berlin'],
    ['Europe/Berlin', 'Europe/London'],
  ] as const) {
    await pool.query('truncate readings, device_days, device_months');
    await nowIn(stay('WRONG1', 4, '2026-06-01T00:00Z', undefined, plantZone));
    for (let n = 0; n <= 12; n++) {
      if (n === 6) await nowIn(...inZone(plantZone));
      const atS = Date.parse('2026-07-01T09:00Z') / 1000 + n * 600;
      const wall = new Date(wallClockS(deviceZone, atS) * 1000).toISOString().slice(0, 16);
      const received = new Date(atS * 1000 + 5_000).toISOString();
      await send(n < 6 ? 'WRONG1' : 'WRONG2', wall, received, n < 6 ? 5_000 + n * 100 : (n - 5) * 100);
    }
    await nowIn(...inZone(deviceZone));
    t.equal(await energyOn(4, '2026-07-01'), 5_500 + 700, `${plantZone}, really ${deviceZone}`);
  }
  t.same(errors, []);
});
