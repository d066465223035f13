import t from 'tap';
import { monthReport, type MonthFacts } from '../../../domain/production/month-report.js';
import type { Values } from '../../../domain/production/series.js';
import { tariffOn } from '../../../domain/production/tariff.js';

const firstDay = Date.UTC(2026, 5, 1) / 86_400_000;
const place = (id: string, nominalPowerW: number) => ({ id, name: id, serialNumber: `SN-${id}`, nominalPowerW });
const facts = (more: Partial<MonthFacts> = {}): MonthFacts => ({
  ...{ firstDay, days: 4, generatorPowerW: 20_000, tariffs: [], monthBeforeWh: null, yearBeforeWh: null },
  emissionFactor: { gramsPerKwh: 400, source: 'Test', year: 2025 },
  energyWh: new Map<string, Values>([
    ['a', [40_000, 60_000, null, null]],
    ['b', [20_000, null, null, 10_000]],
    ['removed', [10_000, null, null, null]],
  ]),
  expectedWh: new Map<string, Values>([
    ['a', [50_000, 50_000, 50_000, 50_000]],
    ['b', [25_000, 25_000, 25_000, 25_000]],
  ]),
  specificYieldsKwhPerKw: new Map([
    ['a', 10],
    ['b', 3],
  ]),
  inverters: [place('a', 10_000), place('b', 10_000)],
  ...more,
});

t.test('the sum of a month, of all places that the plant had', async (t) => {
  const report = monthReport(facts({ monthBeforeWh: 70_000, yearBeforeWh: 280_000 }));
  t.strictSame(report.days, [
    { day: '2026-06-01', energyWh: 70_000, expectedWh: 75_000 },
    { day: '2026-06-02', energyWh: 60_000, expectedWh: 75_000 },
    { day: '2026-06-03', energyWh: null, expectedWh: 75_000 },
    { day: '2026-06-04', energyWh: 10_000, expectedWh: 75_000 },
  ]);
  t.match(report, {
    ...{ energyWh: 140_000, daysWithData: 3, specificYieldKwhPerKw: 7, revenueCents: null },
    ...{ bestDay: { day: '2026-06-01', energyWh: 70_000 }, changeToMonthBefore: 1, changeToYearBefore: -0.5 },
  });
  t.equal(report.shareOfExpected, 140 / 225, 'the day without data is not judged');
});

t.test('inverters by the power of the devices of the time, the best is the measure', async (t) => {
  const { inverters } = monthReport(facts());
  t.match(inverters, [
    { id: 'a', energyWh: 100_000, specificYieldKwhPerKw: 10, shareOfBest: 1, daysWithData: 2 },
    { id: 'b', energyWh: 30_000, specificYieldKwhPerKw: 3, shareOfBest: 0.3, daysWithData: 2 },
  ]);
});

t.test('revenue by the tariff of each day; days before the first one earn nothing that is known', async (t) => {
  const tariffs = [
    { from: '2026-06-04', centsPerKwh: 20 },
    { from: '2026-06-02', centsPerKwh: 10 },
  ];
  t.equal(monthReport(facts({ tariffs })).revenueCents, 60 * 10 + 10 * 20);
  const on = tariffOn(tariffs);
  t.strictSame([firstDay, firstDay + 1, firstDay + 2, firstDay + 400].map(on), [null, 10, 10, 20]);
  t.equal(tariffOn([])(firstDay), null);
});

t.test('of a month without data nothing is known, which is not zero', async (t) => {
  const empty = monthReport(facts({ energyWh: new Map(), specificYieldsKwhPerKw: new Map(), yearBeforeWh: 5 }));
  t.match(empty, {
    ...{ energyWh: null, shareOfExpected: null, daysWithData: 0, bestDay: null, specificYieldKwhPerKw: null },
    ...{ revenueCents: null, avoidedCo2Kg: null, changeToYearBefore: null },
  });
  t.match(empty.inverters[0], { energyWh: null, specificYieldKwhPerKw: null, shareOfBest: null });
  const dark = monthReport(
    facts({
      energyWh: new Map([['a', [0, 0, 0, 0]]]),
      specificYieldsKwhPerKw: new Map([['a', 0]]),
      monthBeforeWh: 0,
    }),
  );
  t.match(dark, { energyWh: 0, shareOfExpected: 0, bestDay: null, changeToMonthBefore: null });
  t.equal(dark.inverters[0]?.shareOfBest, null);
});
