import t from 'tap';
import { postgresIntake } from '../../../adapters/readings/intake.js';
import { attaching } from '../../../adapters/readings/sums/attaching.js';
import { startSumsWorker } from '../../../adapters/readings/sums/worker.js';
import { testDatabase } from '../../support/database.js';
import { assignmentsDirectory, createAssignments, instant, inverterId, record } from '../../support/readings.js';

const { pool, leases } = await testDatabase(t);
const intake = postgresIntake({ pool, directory: assignmentsDirectory(pool) });
const told: string[] = [];
const onError = (error: unknown) => told.push(error instanceof Error ? error.message : String(error));
const message = 'what is kept of device BROKEN could not be attached';
const stay = (serialNumber: string, n: number) => ({
  ...{ serialNumber, inverterId: inverterId(n), from: '2026-01-01T00:00:00Z' },
});
const attached = async () =>
  (
    await pool.query<{ name: string }>(
      'select serial_number as name from readings join devices on devices.id = device_id group by 1 order by 1',
    )
  ).rows.map(({ name }) => name);

t.test('a device whose messages cannot be attached does not hold up the others', async (t) => {
  await createAssignments(pool);
  for (const name of ['BROKEN', 'SOUND']) {
    await intake.record([record(name, '2026-06-01T12:00', { dayEnergyWh: 100 })], instant('2026-06-01T10:00:05Z'));
  }
  await pool.query(`update unclaimed_messages set content = content - 'channels' where serial_number = 'BROKEN'`);
  await createAssignments(pool, [stay('BROKEN', 1), stay('SOUND', 2)]);
  const worker = startSumsWorker({ pool, leases, intake, onError });
  await worker.settled();
  await worker.settled();
  await worker.stop();
  t.same(await attached(), ['SOUND']);
  const { rows } = await pool.query('select energy_wh from device_days');
  t.same(rows, [{ energy_wh: 100 }], 'and is summed');
  t.same(told, [message], 'it is told once, and left alone then');
});

t.test('it is tried again, each time later, until it works', async (t) => {
  told.length = 0;
  const attach = attaching({ pool, intake, onError });
  for (const nowMs of [0, 9_000, 10_000, 29_000]) await attach(nowMs);
  t.same(told, [message, message]);
  await pool.query(`update unclaimed_messages set content = content || '{"channels": {"dayEnergyWh": 5}}'`);
  await attach(29_999);
  t.same(await attached(), ['SOUND']);
  await attach(30_000);
  t.same(await attached(), ['BROKEN', 'SOUND']);
  t.equal((await pool.query('select from unclaimed_devices')).rowCount, 0);
  t.equal(told.length, 2);
  await intake.close();
});
