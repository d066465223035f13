import t from 'tap';
import { dayNumber } from '../../../domain/production/device-clock.js';
import { instant, inverterId, record, type AssignmentRow } from '../../support/readings.js';
import { readingsRoom } from '../../support/readings-room.js';

const assignments: AssignmentRow[] = [
  { serialNumber: 'ONE', inverterId: inverterId(1), from: '2026-01-01T00:00:00Z' },
  { serialNumber: 'TWO', inverterId: inverterId(2), from: '2026-01-01T00:00:00Z' },
];

t.test('the numbers of a page are of one moment while sums are written', async (t) => {
  const { pool, intake, worker, production } = await readingsRoom(t, assignments);
  const at = instant('2026-07-21T10:10:00Z');
  for (const serialNumber of ['ONE', 'TWO'])
    await intake.record([record(serialNumber, '2026-07-21T12:10', { dayEnergyWh: 5_000, totalEnergyWh: 9_000 })], at);
  await worker.settled();
  const today = dayNumber('Europe/Berlin', at.epochMilliseconds / 1000);
  const numbers = () => production.numbers([inverterId(1), inverterId(2)], today, []);

  let isOver = false;
  const writing = (async () => {
    while (!isOver) await pool.query('update device_days set energy_wh = energy_wh + 1');
  })();
  let changes = 0;
  let last: number | null = null;
  for (let n = 0; n < 300; n++) {
    const { inverters, energy } = await numbers();
    const parts = inverters.reduce((sum, { todayWh }) => sum + (todayWh ?? 0), 0);
    if (parts !== energy.todayWh) t.fail(`the inverters have ${parts}, the plant ${energy.todayWh}`);
    if (energy.todayWh !== last) changes++;
    last = energy.todayWh;
  }
  isOver = true;
  await writing;
  t.ok(changes > 100, 'it was written meanwhile');
});
