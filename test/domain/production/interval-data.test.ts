import t from 'tap';
import { dataTypeOf, intervalPoints, isOffered, type ObjectDays } from '../../../domain/production/interval-data.js';
import { calendarBounds } from '../../../domain/production/series.js';

const dayOf = (text: string) => Date.parse(text) / 86_400_000;

t.test('names of data types', (t) => {
  t.equal(dataTypeOf('DAILYYIELD'), 'Energy');
  t.equal(dataTypeOf('idealIncome'), 'IncomeForecast');
  t.equal(dataTypeOf('ReducedCo2'), 'ReducedCO2');
  for (const name of ['', 'constructor', 'Energie', '__proto__']) t.equal(dataTypeOf(name), null);
  t.end();
});

t.test('the table of what exists for whom', (t) => {
  t.ok(isOffered('Energy', 'Month', false));
  t.notOk(isOffered('NormalizedEnergyDeviation', 'Month', false));
  t.ok(isOffered('NormalizedEnergyDeviation', 'Month', true));
  t.ok(isOffered('NormalizedEnergyDeviationPercent', 'Year', false));
  t.notOk(isOffered('EnergyForecast', 'Month', true));
  t.notOk(isOffered('IncomeForecast', 'Overall', false));
  t.ok(isOffered('EnergyForecast', 'Year', true));
  t.end();
});

t.test('values', (t) => {
  const firstDay = dayOf('2026-01-01');
  const length = dayOf('2027-01-01') - firstDay;
  const list = (entries: Readonly<Record<string, number>>) => {
    const values = new Array<number | null>(length).fill(null);
    for (const [day, value] of Object.entries(entries)) values[dayOf(day) - firstDay] = value;
    return values;
  };
  const days: ObjectDays = {
    firstDay,
    energyKwh: list({ '2026-01-30': 20, '2026-01-31': 10, '2026-02-01': 4 }),
    sunWhPerM2: list({ '2026-01-30': 2_500, '2026-02-02': 9_000 }),
    powerW: 10_000,
    ratedPowerW: 8_000,
    plantEnergyKwh: list({ '2026-01-30': 40, '2026-01-31': 20, '2026-02-01': 10 }),
    plantRatedPowerW: 20_000,
    forecastKwh: list({ '2026-01-30': 30 }),
    tariffs: [
      { from: '2026-01-31', centsPerKwh: 20 },
      { from: '2026-01-01', centsPerKwh: 10 },
    ],
    emissionFactor: { gramsPerKwh: 400, source: 'Test', year: 2025 },
  };
  const points = (type: Parameters<typeof intervalPoints>[0], resolution: 'P1D' | 'P1M' | 'P1Y') =>
    intervalPoints(type, calendarBounds(firstDay, firstDay + length - 1, resolution), days).map(
      ({ startDay, value }) => [
        new Date(startDay * 86_400_000).toISOString().slice(0, 10),
        Math.round(value * 1e6) / 1e6,
      ],
    );
  t.strictSame(points('Energy', 'P1D'), [
    ['2026-01-30', 20],
    ['2026-01-31', 10],
    ['2026-02-01', 4],
  ]);
  t.strictSame(points('Energy', 'P1M'), [
    ['2026-01-01', 30],
    ['2026-02-01', 4],
  ]);
  t.strictSame(points('Energy', 'P1Y'), [['2026-01-01', 34]]);
  t.strictSame(points('DailyEnergyNormalized', 'P1M')[0], ['2026-01-01', 3]);
  t.strictSame(points('Income', 'P1M'), [
    ['2026-01-01', 4],
    ['2026-02-01', 0.8],
  ]);
  t.strictSame(points('IncomeForecast', 'P1Y'), [['2026-01-01', 3]]);
  t.strictSame(points('EnergyForecast', 'P1Y'), [['2026-01-01', 30]]);
  t.strictSame(points('ReducedCO2', 'P1Y'), [['2026-01-01', 13.6]]);
  t.strictSame(points('DailySunEnergy', 'P1M'), [
    ['2026-01-01', 2.5],
    ['2026-02-01', 9],
  ]);
  t.strictSame(points('PerformanceRatio', 'P1M'), [['2026-01-01', 80]], 'only days of which both are known');
  t.strictSame(points('NormalizedEnergyDeviation', 'P1Y'), [['2026-01-01', 0.75]]);
  t.strictSame(points('NormalizedEnergyDeviationPercent', 'P1M'), [
    ['2026-01-01', 25],
    ['2026-02-01', 0],
  ]);
  t.strictSame(points('ACpower', 'P1D'), []);
  t.end();
});
