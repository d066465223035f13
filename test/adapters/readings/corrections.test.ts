import t from 'tap';
import { devicesToSum, verifySums } from '../../../adapters/readings/sums/verify.js';
import { dayNumber } from '../../../domain/production/device-clock.js';
import { intervalBounds } from '../../../domain/production/series.js';
import {
  instant,
  inverterId,
  record,
  setAssignments,
  setCorrections,
  type WrittenRow,
} from '../../support/readings.js';
import { readingsRoom } from '../../support/readings-room.js';

const zone = 'Europe/Berlin';
const stay = { serialNumber: 'ONE', inverterId: inverterId(1), from: '-infinity' };
const { pool, intake, worker, errors, production } = await readingsRoom(t, [stay]);

const startS = (text: string) => Date.parse(text) / 1000;
const dayOf = (text: string) => Date.parse(text) / 86_400_000;
/** Two records a day: 4 kWh between nine and three, and the counter of the device's life beside them. */
for (const [day, lifeWh] of [
  ['2026-06-10', 100_000],
  ['2026-06-11', 104_000],
  // Nothing came on the 12th and 13th.
  ['2026-06-14', 116_000],
] as const) {
  for (const [time, wh] of [
    ['09:00', 1_000],
    ['09:30', 2_000],
    ['10:00', 4_000],
  ] as const) {
    await intake.record(
      [record('ONE', `${day}T${time}`, { dayEnergyWh: wh, totalEnergyWh: lifeWh - 4_000 + wh, acPowerW: wh })],
      instant(`${day}T20:00:00Z`),
    );
  }
}

const written = (day: string, energyWh: number | null, lastDay = day): WrittenRow => ({
  ...{ inverterId: inverterId(1), firstDay: day, lastDay, energyWh },
});
const bounds = ['10', '11', '12', '13', '14', '15'].map((day) => dayOf(`2026-06-${day}`));
const history: WrittenRow[] = [];

/** What counts once all that was written before was taken back, and this written instead. */
async function counted(...rows: readonly WrittenRow[]) {
  history.splice(0, history.length, ...history.map((row) => ({ ...row, isUndone: true })), ...rows);
  await setCorrections(pool, history);
  await worker.settled();
  const days = (await production.dailyEnergy([inverterId(1)], bounds)).get(inverterId(1));
  const { energy } = await production.numbers([inverterId(1)], dayOf('2026-06-14'), []);
  return { days, monthWh: energy.monthWh, totalWh: energy.totalWh };
}
const measured = { days: [4_000, 4_000, null, null, 4_000], monthWh: 12_000, totalWh: 116_000 };

t.test('what people write counts in days, months and totals, and is taken back without a trace', async (t) => {
  t.same(await counted(), measured);
  t.same(
    await counted(written('2026-06-11', 9_000)),
    { days: [4_000, 9_000, null, null, 4_000], monthWh: 17_000, totalWh: 121_000 },
    'corrected',
  );
  t.same(await counted(), measured, 'undone');
  t.same(
    await counted(written('2026-06-11', null)),
    { days: [4_000, null, null, null, 4_000], monthWh: 8_000, totalWh: 112_000 },
    'not known',
  );
  t.same(
    await counted(written('2026-06-12', 3_500, '2026-06-13')),
    { days: [4_000, 4_000, 3_500, 3_500, 4_000], monthWh: 19_000, totalWh: 116_000 },
    'estimated where nothing came: the counter of the device knew it already',
  );
  t.same(await counted(), measured);
});

t.test('history of a file counts only where nothing was measured', async (t) => {
  t.same(
    await counted({ ...written('2026-06-11', null), history: [7_000, 3_000, null, 9_000] }),
    { days: [4_000, 4_000, 3_000, null, 4_000], monthWh: 15_000, totalWh: 116_000 },
    'before and after nothing changes, and the counter knew it',
  );
  t.same(await counted(), measured);
  // The counter stood at 96 kWh before the first day that was measured, and has counted 20 kWh since.
  const early = { ...written('2026-01-01', null), history: [40_000, 50_000] };
  t.match(await counted(early), { totalWh: 116_000 }, 'a counter that began with it');
  const more = { ...written('2026-01-01', null), history: [100_000, 90_000] };
  t.match(await counted(more), { totalWh: 210_000 }, 'a counter that began after it');
  t.same(await counted(), measured);
});

t.test('what was measured can still be told', async (t) => {
  await counted(written('2026-06-11', 9_000), written('2026-06-12', 3_000), written('2026-06-10', null));
  const stretch = (firstDay: string, lastDay = firstDay) => ({ inverterId: inverterId(1), firstDay, lastDay });
  t.same(
    await production.measuredBefore([
      stretch('2026-06-11'),
      stretch('2026-06-12'),
      stretch('2026-06-10', '2026-06-14'),
    ]),
    [4_000, null, 12_000],
  );
});

t.test('the course of the day keeps its shape, and what counts as not known has none', async (t) => {
  await counted(written('2026-06-11', 8_000), written('2026-06-10', null));
  const course = async (day: string) => {
    const fromS = startS(`${day}T00:00:00+02:00`);
    const hours = intervalBounds(zone, fromS, fromS + 86_400, 'PT1H');
    const values = (await production.intradayEnergy([inverterId(1)], zone, hours)).get(inverterId(1)) ?? [];
    t.equal(dayNumber(zone, fromS), dayOf(day));
    return values.flatMap((value) => value ?? []);
  };
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  t.equal(Math.round(sum(await course('2026-06-11'))), 8_000);
  t.same(await course('2026-06-10'), []);
});

t.test('a day of two devices counts once, and a later exchange leaves it so', async (t) => {
  const correction = written('2026-06-12', 5_000, '2026-06-14');
  await counted(correction);
  await setAssignments(pool, [
    { ...stay, to: '2026-06-14T07:15:00Z' },
    { serialNumber: 'TWO', inverterId: inverterId(1), from: '2026-06-14T07:15:00Z' },
  ]);
  await intake.record(
    [record('TWO', '2026-06-14T12:00', { dayEnergyWh: 700, totalEnergyWh: 700 })],
    instant('2026-06-14T20:00:00Z'),
  );
  t.match(await counted(correction), { days: [4_000, 4_000, 5_000, 5_000, 5_000] });
  await setAssignments(pool, [stay]);
  t.match(await counted(correction), { days: [4_000, 4_000, 5_000, 5_000, 5_000] });
});

t.test('sums are verified with what people wrote', async (t) => {
  await counted(written('2026-06-11', 9_000), written('2026-06-12', 3_000));
  for await (const { differences } of verifySums(pool, await devicesToSum(pool, 'all'))) t.same(differences, []);
});

t.test('the worker met no error', async (t) => t.same(errors, []));
