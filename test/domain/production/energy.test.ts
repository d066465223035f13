import { isDeepStrictEqual } from 'node:util';
import { fc } from '../../support/properties.js';
import t from 'tap';
import {
  counterStretch,
  energyOfDay,
  joinStretches,
  sumOfSteps,
  totalOfPlace,
  type EnergySample,
} from '../../../domain/production/energy.js';

const hourS = 3_600;
const dayStartS = 1_700_000_000;

type Part = Partial<Omit<EnergySample, 'atS'>>;
/** A record at some hours after midnight. */
const at = (hours: number, part: Part): EnergySample => ({
  atS: dayStartS + Math.round(hours * hourS),
  dayEnergyWh: null,
  totalEnergyWh: null,
  acPowerW: null,
  ...part,
});
const days = (...points: readonly (readonly [hours: number, dayEnergyWh: number])[]) =>
  points.map(([hours, dayEnergyWh]) => at(hours, { dayEnergyWh }));
const energy = (samples: readonly EnergySample[], before: EnergySample | null = null) =>
  sumOfSteps(energyOfDay(dayStartS, before, samples));

t.test('the day counter', async (t) => {
  t.equal(energy([]), null, 'no records, no energy: not 0');
  t.equal(energy(days([7, 100], [8, 2_000], [12, 20_000], [20, 40_000])), 40_000);
  t.equal(energy(days([9, 5_000])), 5_000, 'connected late: counts since midnight');
  t.equal(energy(days([0, 0], [1, 0])), 0);

  const yesterday = at(-3, { dayEnergyWh: 20_000 });
  t.equal(
    energy(days([5, 20_000], [6, 20_000], [7, 0], [8, 1_000]), yesterday),
    1_000,
    'set back late, in the morning',
  );
  t.equal(energy(days([0.1, 20_100], [7, 0], [8, 1_000]), yesterday), 1_100, 'went on a little before it was set back');
  t.equal(energy(days([5, 20_000], [6, 20_000], [7, 0], [8, 1_000])), 1_000, 'set back late, yesterday unknown');
  t.equal(energy(days([7, 300], [12, 9_000], [23.8, 0]), yesterday), 9_000, 'set back early, before midnight');
  t.equal(energy(days([12, 30_000]), yesterday), 30_000, 'silent until noon, more than yesterday');
  t.equal(energy(days([12, 5_000]), yesterday), 5_000, 'silent until noon, less than yesterday');
});

t.test('a counter that jumps', async (t) => {
  const power = (hours: number, dayEnergyWh: number) => at(hours, { dayEnergyWh, acPowerW: 6_000 });
  t.equal(energy([power(7, 0), power(12, 20_000), power(12.2, 0), power(15, 9_000)]), 29_000, 'restart at noon');
  t.equal(
    energy([power(7, 0), power(12, 20_000), power(12.5, 17_000), power(13, 19_000)]),
    22_000,
    'falls back, goes on',
  );
  t.equal(energy([power(10, 9_000), power(10.2, 0), power(10.4, 11_000)]), 11_000, 'a single 0 in between');
  t.equal(energy([power(10, 9_000), power(10.2, 400_000), power(10.4, 11_000)]), 11_000, 'a single nonsense value');
  t.equal(energy([power(8, 1_000), power(18, 41_000)]), 41_000, 'a gap keeps its energy');
});

t.test('the first reading of a day is nonsense', async (t) => {
  const nonsense = at(6, { dayEnergyWh: 209_000_000, totalEnergyWh: 10_000_000, acPowerW: 10 });
  const day = [
    at(6.2, { dayEnergyWh: 100, totalEnergyWh: 10_000_100, acPowerW: 500 }),
    at(12, { dayEnergyWh: 20_000, totalEnergyWh: 10_020_000, acPowerW: 9_000 }),
    at(20, { dayEnergyWh: 40_000, totalEnergyWh: 10_040_000, acPowerW: 100 }),
  ];
  const yesterday = at(-3, { dayEnergyWh: 30_000, totalEnergyWh: 10_000_000 });
  t.equal(energy([nonsense, ...day], yesterday), 40_000);
  t.equal(energy([nonsense, ...day]), 40_000, 'yesterday unknown');
  t.equal(energy([nonsense], yesterday), 0, 'and the only one: the total counter says that nothing was made');
  t.equal(energy([{ ...nonsense, totalEnergyWh: null }], yesterday), null);
  t.equal(energy([...day, { ...nonsense, atS: dayStartS + 21 * hourS }], yesterday), 40_000, 'the last one');
});

t.test('without a day counter', async (t) => {
  const total = (hours: number, totalEnergyWh: number) => at(hours, { totalEnergyWh });
  t.equal(energy([total(7, 1_000_000), total(12, 1_020_000), total(20, 1_031_000)]), 31_000, 'total counter');
  t.equal(energy([total(7, 1_000_500), total(20, 1_031_000)], total(-2, 1_000_000)), 31_000, 'with the evening before');
  t.equal(energy([total(7, 1_000_000), total(12, 0), total(13, 4_000)]), 4_000, 'set back: nothing negative');
  const power = (hours: number, acPowerW: number) => at(hours, { acPowerW });
  t.equal(energy([power(10, 1_000), power(10.5, 3_000), power(11, 3_000)]), 2_500, 'AC power, trapezoids');
  t.equal(energy([power(10, 1_000), power(15, 1_000)]), null, 'not over gaps');
});

/** A day in 144 records with a counter that only grows. */
const growingDay = fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 2, maxLength: 144 }).map((increments) => {
  let dayEnergyWh = 0;
  return increments.map((steps, index) => {
    dayEnergyWh += steps * 100;
    return at(index / 6, { dayEnergyWh, totalEnergyWh: 5_000_000 + dayEnergyWh, acPowerW: steps * 600 });
  });
});

t.test('conserved, in any order, repeated, with records missing', async () => {
  fc.assert(fc.property(growingDay, (samples) => energy(samples) === samples.at(-1)?.dayEnergyWh));
  fc.assert(
    fc.property(growingDay, fc.infiniteStream(fc.boolean()), (samples, choice) => {
      const shuffled = [...samples, ...samples.filter(() => choice.next().value)].sort(() =>
        choice.next().value ? 1 : -1,
      );
      return energy(shuffled) === energy(samples);
    }),
  );
  fc.assert(
    fc.property(growingDay, fc.infiniteStream(fc.boolean()), (samples, choice) => {
      const rest = samples.filter((_, index) => index === samples.length - 1 || choice.next().value);
      return energy(rest) === energy(samples);
    }),
  );
  fc.assert(
    fc.property(growingDay, (samples) => {
      const steps = energyOfDay(dayStartS, null, samples) ?? [];
      return steps.every((step) => step.energyWh >= 0 && step.fromS <= step.toS);
    }),
  );
});

t.test('a counter set back unseen: the total counter tells', async (t) => {
  const both = (hours: number, dayEnergyWh: number, totalEnergyWh: number) => at(hours, { dayEnergyWh, totalEnergyWh });
  const yesterday = both(-4, 47_200, 9_000_000);
  t.equal(energy([both(5.5, 47_200, 9_000_000), both(20, 81_300, 9_081_300)], yesterday), 81_300, 'late, in a gap');
  t.equal(energy([both(12, 47_200, 9_047_200)], yesterday), 47_200, 'in the night, as much as yesterday by noon');
  t.equal(energy([both(0.5, 47_600, 9_000_400)], yesterday), 400, 'not yet');

  const steps = (wh: number) => Math.floor(wh / 100) * 100;
  /**
   * Two days of a device that sets its counter back in the night or at dawn, some records missing. When it stood at
   * 400 Wh or less, the steps of the counters hide which of the two it was.
   */
  const twoDays = fc.record({
    dawn: fc.boolean(),
    hourlyWh: fc.tuple(fc.integer({ min: 0, max: 9_000 }), fc.integer({ min: 500, max: 9_000 })),
    gap: fc.tuple(fc.integer({ min: 0, max: 71 }), fc.integer({ min: 0, max: 60 })),
  });
  fc.assert(
    fc.property(twoDays, ({ dawn, hourlyWh, gap: [gapStart, gapLength] }) => {
      let dayWh = 0;
      let totalWh = 5_000_000;
      const records: EnergySample[] = [];
      for (const [day, hourly] of hourlyWh.entries()) {
        for (let n = 0; n <= 36; n++) {
          if (n === (dawn ? 2 : 0)) dayWh = 0;
          const acPowerW = n >= 2 && n <= 30 ? hourly * (n % 3) : 0;
          dayWh += acPowerW / 2;
          totalWh += acPowerW / 2;
          records.push(
            at((day - 1) * 24 + 4 + n / 2, { dayEnergyWh: steps(dayWh), totalEnergyWh: steps(totalWh), acPowerW }),
          );
        }
      }
      const seen = records.filter((_, n) => n === 36 || n === 73 || n < gapStart || n >= gapStart + gapLength);
      const today = seen.filter(({ atS }) => atS >= dayStartS);
      const before = seen.filter(({ atS }) => atS < dayStartS).at(-1) ?? null;
      return Math.abs((energy(today, before) ?? 0) - (records[73]?.dayEnergyWh ?? 0)) <= 400;
    }),
    { numRuns: 2_000 },
  );
});

t.test('a life of counters: stretches join in any grouping', async (t) => {
  fc.assert(
    fc.property(growingDay, fc.nat(), fc.nat(), (samples, a, b) => {
      const [from, to] = [a % samples.length, b % samples.length].sort((x, y) => x - y) as [number, number];
      const parts = [samples.slice(0, from), samples.slice(from, to), samples.slice(to)].map(counterStretch);
      const [first = null, second = null, third = null] = parts;
      const left = joinStretches(joinStretches(first, second), third);
      const right = joinStretches(first, joinStretches(second, third));
      return isDeepStrictEqual(left, right) && isDeepStrictEqual(left, counterStretch(samples));
    }),
  );
  const stretch = counterStretch([
    at(1, { totalEnergyWh: 900 }),
    at(2, { totalEnergyWh: 0 }),
    at(3, { totalEnergyWh: 50 }),
  ]);
  t.equal(stretch?.increaseWh, 50, 'set back to 0 and on from there');
  const [before, after] = [
    [at(1, { totalEnergyWh: 900 }), at(2, { totalEnergyWh: 1_000 })],
    [at(30, { totalEnergyWh: 7_000 }), at(31, { totalEnergyWh: 7_300 })],
  ].map(counterStretch);
  t.equal(joinStretches(before ?? null, after ?? null)?.increaseWh, 6_400, 'records were lost, the counter was not');
  t.equal(joinStretches(before ?? null, after ?? null, true)?.increaseWh, 400, 'it stood elsewhere in between');
});

t.test('the total of a place goes on after an exchange', async (t) => {
  const first = counterStretch([at(0, { totalEnergyWh: 22_384_000 }), at(9, { totalEnergyWh: 22_400_000 })]);
  const second = counterStretch([at(12, { totalEnergyWh: 300 }), at(20, { totalEnergyWh: 18_300 })]);
  t.equal(totalOfPlace([]), null);
  t.equal(totalOfPlace([{ stretch: first, leadWh: 2_000, energyWh: 18_000, correctionWh: null }]), 22_400_000);
  t.equal(
    totalOfPlace([
      { stretch: first, leadWh: 2_000, energyWh: 18_000, correctionWh: null },
      { stretch: second, leadWh: 300, energyWh: 18_300, correctionWh: null },
    ]),
    22_418_300,
  );
  const corrected = { stretch: first, leadWh: 0, energyWh: 12_000, correctionWh: -4_000 };
  t.equal(totalOfPlace([corrected]), 22_396_000, 'what people put right is put right in the total');
  t.equal(
    totalOfPlace([{ stretch: second, leadWh: 900_000, energyWh: 918_000, correctionWh: null }]),
    918_000,
    'a counter that began later than the history that people wrote',
  );
  t.equal(
    totalOfPlace([{ stretch: null, leadWh: 0, energyWh: 7, correctionWh: null }]),
    7,
    'no total counter: what was measured',
  );
});
