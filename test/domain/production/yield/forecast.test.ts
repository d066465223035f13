import t from 'tap';
import type { SubplantId } from '../../../../domain/kernel/ids.js';
import type { MonthsWh } from '../../../../domain/plant/events.js';
import { intervalBounds, type Resolution } from '../../../../domain/production/series.js';
import { expectedPerInverter } from '../../../../domain/production/yield/expected-per-inverter.js';
import type { ModelOfPlant } from '../../../../domain/production/yield/model-of-plant.js';
import type { ModelledPlant } from '../../../../domain/production/yield/modelled-plant.js';
import { modelledMonths, monthlyForecasts } from '../../../../domain/production/yield/monthly-forecast.js';

const timeZone = 'Europe/Berlin';
const roof = 'roof' as SubplantId;
const facing = { tiltDeg: 30, coefficientPerK: -0.004, peakPowerW: 12_000, inverterPowerW: 10_000 };
const model: ModelOfPlant = {
  place: { latitudeDeg: 48.53, longitudeDeg: 9.28, altitudeM: 350 },
  fields: [
    { ...facing, subplantId: null, compassAzimuthDeg: 180 },
    { ...facing, subplantId: roof, compassAzimuthDeg: 270 },
  ],
  systemLoss: 0.14,
  calibration: 1,
  glass: 'ashrae',
};
/** A on its own, B and C on another roof, of which C is three times as large. */
const inverters = [
  { id: 'A', subplantId: null, nominalPowerW: 10_000 },
  { id: 'B', subplantId: roof, nominalPowerW: 2_500 },
  { id: 'C', subplantId: roof, nominalPowerW: 7_500 },
];
const onlyIn = (month: number, energyWh: number): MonthsWh =>
  Array.from({ length: 12 }, (_, index) => (index === month - 1 ? energyWh : null));
const plantWith = (...own: readonly (readonly [string | null, MonthsWh])[]): ModelledPlant => ({
  measured: null,
  ...{ model, timeZone, inverters },
  ownForecasts: new Map(own),
});
const at = (text: string) => Date.parse(`${text}T12:00:00Z`) / 1_000;
const year = intervalBounds(timeZone, at('2026-01-01'), at('2026-12-31'), 'P1M');
const months = (plant: ModelledPlant) => monthlyForecasts(plant, year);
const near = (one: number | null | undefined, other: number | null | undefined, part = 1e-9) =>
  Math.abs((one ?? NaN) / (other ?? NaN) - 1) < part;

function expected(plant: ModelledPlant, from: string, to: string, resolution: Resolution) {
  const bounds = intervalBounds(timeZone, at(from), at(to), resolution);
  const values = expectedPerInverter(plant, ['expectedEnergyWh', 'expectedPowerW'], bounds, resolution);
  return (id: string) => values.get('expectedEnergyWh')?.get(id) ?? [];
}
/** Midnight in winter. */
const midnight = (day: string) => Date.parse(`${day}T00:00:00+01:00`) / 1_000;
const sum = (values: readonly (number | null)[]) => values.reduce<number>((all, value) => all + (value ?? 0), 0);

t.test('twelve months: written, or by the model', async (t) => {
  const plant = plantWith(['A', onlyIn(2, 500_000)]);
  const fields = modelledMonths(plant, year);
  t.same(months(plant).ofInverter('A', 1), { energyWh: 500_000, source: 'user' });
  t.same(months(plant).ofInverter('A', 0), { energyWh: fields[0]?.[0], source: 'model' });
  t.ok(near(months(plant).ofInverter('C', 6).energyWh, 0.75 * (fields[1]?.[6] ?? 0)), 'its share of its field');
  const kwhPerKw = sum(year.slice(1).map((_, index) => months(plantWith()).ofInverter('A', index).energyWh)) / 12_000;
  t.ok(kwhPerKw > 1_050 && kwhPerKw < 1_250, `${kwhPerKw} kWh/kW in a year`);
});

t.test('the plant and its inverters', async (t) => {
  const nothing = months(plantWith());
  t.equal(nothing.ofPlant(5).source, 'model');
  t.ok(
    near(nothing.ofPlant(5).energyWh, sum(['A', 'B', 'C'].map((id) => nothing.ofInverter(id, 5).energyWh))),
    'all together',
  );
  const plant = months(plantWith([null, onlyIn(6, 3_000_000)]));
  t.same(plant.ofPlant(5), { energyWh: 3_000_000, source: 'user' });
  t.equal(plant.ofInverter('A', 5).source, 'plant');
  t.ok(
    near(sum(['A', 'B', 'C'].map((id) => plant.ofInverter(id, 5).energyWh)), 3_000_000),
    'is shared as the model has it',
  );
  t.equal(plant.ofInverter('A', 6).source, 'model', 'in the next month nobody wrote anything');

  const some = months(plantWith(['A', onlyIn(6, 1_000_000)]));
  t.equal(some.ofPlant(5).source, 'mixed');
  t.ok(near(some.ofPlant(5).energyWh, 1_000_000 + sum(['B', 'C'].map((id) => nothing.ofInverter(id, 5).energyWh))));
  const each = inverters.map(({ id }) => [id, onlyIn(6, 400_000)] as const);
  t.same(months(plantWith(...each)).ofPlant(5), { energyWh: 1_200_000, source: 'inverters' });
  const both = months(plantWith([null, onlyIn(6, 3_000_000)], ['A', onlyIn(6, 5)]));
  t.same(both.ofPlant(5), { energyWh: 3_000_000, source: 'user' }, 'what is written for just this comes first');
  t.same(both.ofInverter('A', 5), { energyWh: 5, source: 'user' });
});

t.test('nothing is computed for what is written', async (t) => {
  const plant = plantWith([null, Array<number>(12).fill(1)]);
  const forecasts = monthlyForecasts(plant, year, () => t.fail('not needed') as never);
  t.same(forecasts.ofPlant(11), { energyWh: 1, source: 'user' });
});

t.test('days, hours and years of a written month add up to it', async (t) => {
  const written = plantWith(['A', onlyIn(2, 500_000)], [null, onlyIn(7, 2_000_000)]);
  const model = plantWith();
  const february = (plant: ModelledPlant) => expected(plant, '2026-02-01', '2026-02-28', 'P1D')('A');
  t.equal(february(written).length, 28);
  t.ok(near(sum(february(written)), 500_000));
  const [first, last] = [sum(february(written).slice(0, 10)), sum(february(written).slice(18))];
  t.ok(last / first > 1.18 && last / first < 1.3, 'the days of February grow');
  t.ok(near(last / first, sum(february(model).slice(18)) / sum(february(model).slice(0, 10))), 'as the model has them');
  const hours = intervalBounds(timeZone, midnight('2026-02-01'), midnight('2026-03-01'), 'PT1H');
  const byHour = expectedPerInverter(written, ['expectedEnergyWh'], hours, 'PT1H').get('expectedEnergyWh');
  t.ok(near(sum(byHour?.get('A') ?? []), 500_000, 2e-3), 'by the hour');
  t.ok(near(expected(written, '2028-02-10', '2028-02-20', 'P1M')('A')[0], 500_000), 'also in 29 days');

  const march = expected(written, '2026-03-01', '2026-03-31', 'P1D')('A');
  t.same(march, expected(model, '2026-03-01', '2026-03-31', 'P1D')('A'), 'other months stay the model’s');
  t.ok(
    near(sum(['A', 'B', 'C'].map((id) => sum(expected(written, '2026-07-01', '2026-07-31', 'P1D')(id)))), 2_000_000),
  );

  const years = expected(written, '2025-06-01', '2026-06-01', 'P1Y')('A');
  const byMonth = expected(written, '2025-01-01', '2026-12-31', 'P1M')('A');
  t.equal(years.length, 2);
  t.ok(near(years[0], sum(byMonth.slice(0, 12))) && near(years[1], sum(byMonth.slice(12))), 'a year is its months');
  t.ok(near(byMonth[1], 500_000) && near(byMonth[13], 500_000));
});

t.test('power follows energy', async (t) => {
  const bounds = intervalBounds(timeZone, midnight('2026-02-10'), midnight('2026-02-11'), 'PT10M');
  const values = (plant: ModelledPlant) =>
    expectedPerInverter(plant, ['expectedPowerW', 'clearSkyPowerW'], bounds, 'PT10M');
  const [written, model] = [values(plantWith(['A', onlyIn(2, 250_000)])), values(plantWith())];
  const noon = 72;
  const factor = (metric: 'expectedPowerW' | 'clearSkyPowerW', id: string) =>
    (written.get(metric)?.get(id)?.[noon] ?? NaN) / (model.get(metric)?.get(id)?.[noon] ?? NaN);
  t.ok(factor('expectedPowerW', 'A') < 0.8, 'less was written than the model has');
  t.equal(factor('expectedPowerW', 'B'), 1);
  t.equal(factor('clearSkyPowerW', 'A'), 1, 'the sky stays as clear as it is');
});

t.test('without a place only what is written is known', async (t) => {
  const nowhere = { ...plantWith(['A', onlyIn(2, 500_000)]), model: null };
  t.same(months(nowhere).ofInverter('A', 1), { energyWh: 500_000, source: 'user' });
  t.same(months(nowhere).ofInverter('A', 2), { energyWh: null, source: 'model' });
  t.same(months(nowhere).ofPlant(1), { energyWh: null, source: 'mixed' });
  t.equal(expected(nowhere, '2026-02-01', '2026-02-28', 'P1D')('A').length, 0);
});
