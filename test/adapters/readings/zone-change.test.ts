import t from 'tap';
import { postgresIntake } from '../../../adapters/readings/intake.js';
import { postgresProduction } from '../../../adapters/readings/queries.js';
import { startSumsWorker } from '../../../adapters/readings/sums/worker.js';
import { inTransaction } from '../../../adapters/database/transaction.js';
import { zoneChanges, type ZoneChanges } from '../../../adapters/readings/sums/zone-changes.js';
import { offsetS, wallClockS } from '../../../domain/production/device-clock.js';
import { testDatabase } from '../../support/database.js';
import {
  assignmentsDirectory,
  clockS,
  createAssignments,
  instant,
  inverterId,
  record,
  serial,
  setAssignments,
  devicesIn,
  type AssignmentRow,
} from '../../support/readings.js';

const { pool, leases } = await testDatabase(t);
const canary = 'Atlantic/Canary';
const stay = (serialNumber: string, n: number, timeZone: string): AssignmentRow => ({
  serialNumber,
  inverterId: inverterId(n),
  timeZone,
  from: '2026-01-01T00:00:00Z',
});
const inZone = (timeZone: string) => [stay('ISLAND', 1, timeZone), stay('HOME', 2, 'Europe/Berlin')];
await createAssignments(pool, inZone('Europe/Berlin'));
const intake = postgresIntake({ pool, directory: assignmentsDirectory(pool) });
const errors: unknown[] = [];
const worker = startSumsWorker({ pool, leases, intake, onError: (error) => errors.push(error) });
const production = postgresProduction(pool);
t.teardown(async () => {
  await worker.stop();
  await intake.close();
});

type Row = { readonly device_clock_s: number; readonly at_s: number; readonly day_energy_wh: number };
async function readingsOf(serialNumber: string): Promise<readonly Row[]> {
  const { rows } = await pool.query<Row>(
    `select device_clock_s::float, extract(epoch from measured_at)::float as at_s, day_energy_wh
     from readings join devices on devices.id = device_id where serial_number = $1
     order by device_clock_s, measured_at`,
    [serialNumber],
  );
  return rows;
}
const errorsAt = async () =>
  (await pool.query(`select extract(epoch from measured_at)::float as at_s from device_errors order by 1`)).rows;

/** A device on the Canary Islands, in a plant that says Berlin: every ten minutes of its own wall clock. */
async function play(from: string, to: string) {
  for (let atS = Date.parse(from) / 1000, n = 0; atS < Date.parse(to) / 1000; atS += 600, n++) {
    const wall = new Date(wallClockS(canary, atS) * 1000).toISOString().slice(0, 16);
    const receivedAt = instant(new Date(atS * 1000 + 5_000).toISOString());
    for (const serialNumber of ['ISLAND', 'HOME']) {
      await intake.record([record(serialNumber, wall, { acPowerW: 600, dayEnergyWh: n * 100 })], receivedAt);
    }
  }
}
const energyOn = async (day: string) => {
  await worker.settled();
  const number = Date.parse(`${day}T00:00Z`) / 86_400_000;
  return (await production.dailyEnergy([inverterId(1)], [number, number + 1])).get(inverterId(1));
};

/** As the sums do every two seconds. */
async function look(changes: ZoneChanges, nowMs: number): Promise<void> {
  await changes.apply(await devicesIn(pool), nowMs);
  await changes.recheck(nowMs);
}

t.test('a corrected time zone corrects what was stored', async (t) => {
  // Two whole days of the islands, from midnight to midnight; the second one has 25 hours.
  await play('2026-10-23T23:00:00Z', '2026-10-24T23:00:00Z');
  await play('2026-10-24T23:00:00Z', '2026-10-26T00:00:00Z');
  const fault = { mac: null, state: 2, stateAfter: 6, short: 0, long: 1, type: null, code: '0A010C' } as const;
  await intake.recordErrors(
    [{ ...fault, serialNumber: serial('ISLAND'), deviceClockS: clockS('2026-10-24T12:00') }],
    instant('2026-10-24T11:00:00Z'),
  );
  await worker.settled();
  const before = await readingsOf('ISLAND');
  const home = await readingsOf('HOME');
  t.equal(before.length, 144 + 150 - 6, 'Berlin has one instant only for the hour that comes twice on the islands');
  t.match(await errorsAt(), [{ at_s: Date.parse('2026-10-24T10:00Z') / 1000 }], 'Berlin noon');

  await setAssignments(pool, inZone(canary));
  await worker.settled();
  const after = await readingsOf('ISLAND');
  t.equal(after.length, 144 + 150, 'nothing is lost: the second pass of the doubled hour was kept');
  t.same(
    after.filter(({ device_clock_s, at_s }) => device_clock_s - offsetS(canary, at_s) !== at_s),
    [],
    'every stamp means its instant on the islands',
  );
  const instants = after.map(({ at_s }) => at_s).sort((a, b) => a - b);
  const gaps = instants.slice(1).map((at, index) => at - (instants[index] ?? 0));
  t.same(
    gaps.filter((gap) => gap !== 600),
    [],
  );
  const inTime = [...after].sort((a, b) => a.at_s - b.at_s).map(({ day_energy_wh }) => day_energy_wh);
  t.same(
    inTime.slice(144),
    Array.from({ length: 150 }, (_, n) => n * 100),
    'and everything stands where it was measured',
  );
  const kept = await pool.query(
    `select serial_number from repeated_stamps join devices on devices.id = device_id group by 1`,
  );
  t.same(kept.rows, [{ serial_number: 'HOME' }]);
  t.match(await errorsAt(), [{ at_s: Date.parse('2026-10-24T11:00Z') / 1000 }]);
  t.same(await energyOn('2026-10-24'), [14_300]);
  t.same(await energyOn('2026-10-25'), [14_900]);
  t.equal(await energyOn('2026-10-26'), undefined, 'nothing is left of the wrong day');
  t.same(await readingsOf('HOME'), home, 'other devices are left alone');
  const { inverters } = await production.numbers([inverterId(1)], Date.UTC(2026, 9, 25) / 86_400_000, []);
  t.match(inverters[0], { lastValueAtS: Date.parse('2026-10-25T23:50Z') / 1000 });
});

t.test('what another node stored with the old zone meanwhile is found by a second look', async (t) => {
  const before = await readingsOf('ISLAND');
  await setAssignments(pool, inZone('Europe/London'));
  const changes = zoneChanges(
    pool,
    (work) => inTransaction(pool, work),
    intake,
    (error) => t.fail(String(error)),
  );
  await look(changes, 0);
  const wall = '2026-10-20T12:00';
  await pool.query(
    `insert into readings (device_id, measured_at, device_clock_s, received_at, day_energy_wh)
     select id, $1, $2, $1, 7 from devices where serial_number = 'ISLAND'`,
    ['2026-10-20T10:00:00Z', clockS(wall)],
  );
  await setAssignments(pool, inZone('Europe/Berlin'));
  await look(changes, 1_000);
  const inBerlin = await readingsOf('ISLAND');
  await look(changes, 100_000);
  t.same(await readingsOf('ISLAND'), inBerlin, 'a second look changes nothing that is right');
  t.equal(inBerlin.length, before.length + 1);
  t.equal(inBerlin.find(({ device_clock_s }) => device_clock_s === clockS(wall))?.at_s, clockS(wall) - 7_200);

  await setAssignments(pool, inZone(canary));
  await look(changes, 200_000);
  await look(changes, 300_000);
  t.same(
    (await readingsOf('ISLAND')).filter(({ day_energy_wh }) => day_energy_wh !== 7),
    before,
    'there and back again',
  );
});

t.test('a record that is sent again while the zone changes stays one', async (t) => {
  const first = stay('TWICE', 5, 'Europe/Berlin');
  const send = (received: string, ...dayEnergyWh: readonly number[]) =>
    intake.record(
      dayEnergyWh.map((wh, n) => record('TWICE', `2026-06-01T12:${n}0`, { dayEnergyWh: wh })),
      instant(received),
    );
  await setAssignments(pool, [first]);
  intake.invalidate(serial('TWICE'));
  await worker.settled();
  await send('2026-06-01T10:30:05Z', 100, 200, 300);
  await setAssignments(pool, [{ ...first, timeZone: 'Europe/London' }]);
  intake.invalidate(serial('TWICE'));
  // The last one is another record under the same stamp.
  await send('2026-06-01T10:30:30Z', 100, 200, 400);
  await worker.settled();
  t.same(
    (await readingsOf('TWICE')).map(({ at_s, day_energy_wh }) => [new Date(at_s * 1000).toISOString(), day_energy_wh]),
    [
      ['2026-06-01T11:00:00.000Z', 100],
      ['2026-06-01T11:10:00.000Z', 200],
      ['2026-06-01T11:20:00.000Z', 300],
      ['2026-06-01T12:20:00.000Z', 400],
    ],
    'and nothing is lost that was not stored twice',
  );
});

t.test('a second look knows that the device has left meanwhile', async (t) => {
  const first = stay('MOVED', 3, 'Europe/Berlin');
  const send = (wall: string, received: string, dayEnergyWh: number) =>
    intake.record([record('MOVED', wall, { dayEnergyWh })], instant(received));
  const nowIn = async (...rows: readonly AssignmentRow[]) => {
    await setAssignments(pool, rows);
    intake.invalidate(serial('MOVED'));
  };
  await nowIn(first);
  await worker.settled();
  await send('2026-06-01T12:00', '2026-06-01T10:00:05Z', 100);
  const changes = zoneChanges(
    pool,
    (work) => inTransaction(pool, work),
    intake,
    (error) => t.fail(String(error)),
  );
  await nowIn({ ...first, timeZone: 'Europe/London' });
  await look(changes, 0);
  await nowIn(
    { ...first, timeZone: 'Europe/London', to: '2026-06-01T12:00:00Z' },
    { ...stay('MOVED', 4, 'Europe/Berlin'), from: '2026-06-01T12:00:10Z' },
  );
  await worker.settled();
  await send('2026-06-01T15:00', '2026-06-01T13:00:05Z', 200);
  await look(changes, 100_000);
  t.same(
    (await readingsOf('MOVED')).map(({ at_s }) => at_s),
    [Date.parse('2026-06-01T11:00Z') / 1000, Date.parse('2026-06-01T13:00Z') / 1000],
  );
  t.same(errors, []);
});
