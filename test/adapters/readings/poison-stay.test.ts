import t from 'tap';
import { instant, inverterId, record, setAssignments } from '../../support/readings.js';
import { readingsRoom } from '../../support/readings-room.js';

const stay = (serialNumber: string, number: number, timeZone = 'Europe/Berlin') => ({
  serialNumber,
  inverterId: inverterId(number),
  timeZone,
  from: '2026-01-01T00:00:00Z',
});

t.test('a device that cannot be summed keeps no other back', async (t) => {
  const { pool, intake, worker, errors, production } = await readingsRoom(t, [stay('GOOD', 1), stay('BAD', 2)]);
  const send = (serialNumber: string, day: string, dayEnergyWh: number) =>
    intake.record([record(serialNumber, `${day}T12:00`, { dayEnergyWh })], instant(`${day}T11:00:05Z`));
  const energyWh = async (day: string) => {
    await worker.settled();
    const number = Date.parse(day) / 86_400_000;
    return (await production.dailyEnergy([inverterId(1)], [number, number + 1])).get(inverterId(1))?.[0];
  };
  for (const device of ['GOOD', 'BAD']) await send(device, '2026-02-01', 100);
  t.equal(await energyWh('2026-02-01'), 100);
  t.strictSame(errors, []);

  await t.test('because its zone is one that the database does not know', async (t) => {
    await setAssignments(pool, [stay('GOOD', 1, 'Europe/Vienna'), stay('BAD', 2, 'Nowhere/At_All')]);
    await send('GOOD', '2026-03-01', 200);
    t.equal(await energyWh('2026-03-01'), 200);
    t.match(String(errors[0]), /device BAD could not be compared/);
    await setAssignments(pool, [stay('GOOD', 1), stay('BAD', 2)]);
  });

  await t.test('nor one that is to be looked at once more', async (t) => {
    await pool.query(
      `insert into zone_rechecks
        select id, $1, '2026-01-01T00:00:00Z', 'Nowhere/At_All', now() from devices where serial_number = 'BAD'`,
      [inverterId(2)],
    );
    await send('GOOD', '2026-04-01', 300);
    t.equal(await energyWh('2026-04-01'), 300);
    t.match(String(errors.at(-1)), /could not be looked at once more/);
    const later = await pool.query(`select from zone_rechecks where due_at > now() + interval '30 minutes'`);
    t.equal(later.rowCount, 1, 'it is tried again');
  });
});
