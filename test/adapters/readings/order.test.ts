import { fc } from '../../support/properties.js';
import t from 'tap';
import { wallClockS } from '../../../domain/production/device-clock.js';
import { instant, inverterId, record, serial, setAssignments, type AssignmentRow } from '../../support/readings.js';
import { readingsRoom } from '../../support/readings-room.js';

/**
 * Three days around a change of the clocks, two devices, one place: the first device is exchanged for the second one,
 * restarts once with its counters, and is removed for good. Whatever the order of arrival, the sums are the same.
 */

const { pool, intake, worker, errors } = await readingsRoom(t);
const zone = 'Europe/Berlin';
const exchangedS = Date.parse('2026-10-25T09:35Z') / 1000;
const arrivalS = Date.parse('2026-10-29T00:00Z') / 1000;
const iso = (atS: number) => new Date(atS * 1000).toISOString();
const stays = (run: number): readonly AssignmentRow[] => [
  { serialNumber: `OLD${run}`, inverterId: inverterId(1), from: '2026-01-01T00:00:00Z', to: iso(exchangedS) },
  { serialNumber: `NEW${run}`, inverterId: inverterId(1), from: iso(exchangedS), to: '2026-10-26T20:00:00Z' },
];

/** The last one comes an hour after the removal. */
const recordsUntilRemoval = 35;
/** The steps of small counters may hide where one began anew: at three midnights, and at a restart. */
const hiddenWh = 4 * 400;

type Message = {
  readonly device: 'OLD' | 'NEW';
  readonly atS: number;
  readonly dayWh: number;
  readonly totalWh: number;
};

/** A record every two hours, by day with some energy; the counter of the day is set back at midnight. */
function messagesOf(increments: readonly number[], restartAt: number): readonly Message[] {
  const beginS = Date.parse('2026-10-23T23:00Z') / 1000;
  let dayWh = 0;
  let totalWh = 4_000_000;
  let day = -1;
  return increments.map((increment, n) => {
    const atS = beginS + n * 7_200;
    const device = atS < exchangedS ? 'OLD' : 'NEW';
    const today = Math.floor(wallClockS(zone, atS) / 86_400);
    if (today !== day || n === restartAt) dayWh = 0;
    if (device === 'NEW' && totalWh >= 4_000_000) [dayWh, totalWh] = [0, 0];
    day = today;
    dayWh += increment * 100;
    totalWh += increment * 100;
    return { device, atS, dayWh, totalWh };
  });
}

/** Sends the messages one after the other and answers what the place has produced. */
async function sumsOf(run: number, messages: readonly Message[], knownFirst: boolean, settleAfter: number) {
  await pool.query(
    'truncate device_days, device_months, inverter_totals, summed_assignments, unclaimed_messages, unclaimed_devices',
  );
  await setAssignments(pool, knownFirst ? stays(run) : []);
  for (const [n, { device, atS, dayWh, totalWh }] of messages.entries()) {
    const wall = iso(wallClockS(zone, atS)).slice(0, 16);
    const channels = { dayEnergyWh: dayWh, totalEnergyWh: totalWh, acPowerW: 3_000 };
    await intake.record([record(`${device}${run}`, wall, channels)], instant(iso(arrivalS + n)));
    if (n === settleAfter) await worker.settled();
  }
  await setAssignments(pool, stays(run));
  for (const device of ['OLD', 'NEW']) intake.invalidate(serial(`${device}${run}`));
  await worker.settled();
  await worker.settled();
  const days = await pool.query(
    `select day::text, sum(energy_wh) as energy_wh from device_days where inverter_id = $1 group by 1 order by 1`,
    [inverterId(1)],
  );
  const totals = await pool.query('select total_wh from inverter_totals where inverter_id = $1', [inverterId(1)]);
  return { days: days.rows, total: totals.rows };
}

t.test('the order of arrival and repetitions change no sum, also over an exchange and a removal', async (t) => {
  let run = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 20, maxLength: 36 }),
      fc.integer({ min: 12, max: 35 }),
      fc.infiniteStream(fc.nat(1_000_000)),
      fc.boolean(),
      fc.nat(40),
      async (increments, restartAt, chance, knownFirst, settleAfter) => {
        const inOrder = messagesOf(increments, restartAt);
        const repeated = [...inOrder, ...inOrder.filter(() => chance.next().value % 3 === 0)];
        const shuffled = repeated
          .map((message) => ({ message, rank: chance.next().value }))
          .sort((a, b) => a.rank - b.rank)
          .map(({ message }) => message);
        const expected = await sumsOf(++run, inOrder, true, -1);
        t.same(await sumsOf(++run, shuffled, knownFirst, settleAfter), expected);
        const produced = expected.days.reduce((sum, { energy_wh }) => sum + energy_wh, 0);
        const measured = increments.slice(0, recordsUntilRemoval).reduce((sum, increment) => sum + increment * 100, 0);
        t.ok(Math.abs(produced - measured) <= hiddenWh, `nothing is lost or invented: ${produced} of ${measured}`);
      },
    ),
    { numRuns: 5 },
  );
  t.same(errors, []);
});
