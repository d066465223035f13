import { fc } from '../../../support/properties.js';
import t from 'tap';
import { clearDayRatio, calibrationOf } from '../../../../domain/production/yield/calibration.js';
import { intervalBounds } from '../../../../domain/production/series.js';
import { climateOf, climateSky, defaultClimate } from '../../../../domain/production/yield/climate.js';
import { energyOf, expectedCurve } from '../../../../domain/production/yield/expected.js';
import { cloudless, lightAt } from '../../../../domain/production/yield/light.js';
import { expectedSeries } from '../../../../domain/production/yield/expected-series.js';
import {
  isPlausibleEfficiency,
  moduleEfficiency,
  performanceRatio,
  specificYield,
} from '../../../../domain/production/yield/performance.js';
import { plantOutput, type PlantModel } from '../../../../domain/production/yield/plant-model.js';
import { civilDay } from '../../../../domain/production/yield/sun-events.js';
import { weatherSky, type WeatherInterval } from '../../../../domain/production/yield/weather-sky.js';
import { deviations, pvVectors, sites } from '../../../support/pv-vectors.js';

const { timeZone, ...place } = sites['metzingen'] as (typeof sites)[string];
const model: PlantModel = {
  place,
  fields: [{ tiltDeg: 30, compassAzimuthDeg: 180, peakPowerW: 10_000, coefficientPerK: -0.004, inverterPowerW: 9_600 }],
  systemLoss: 0.14,
  calibration: 1,
  glass: 'ashrae',
};
/** As the vectors were computed. */
const withoutGlass: PlantModel = { ...model, glass: 'none' };
const source = { kind: 'service', attribution: 'test', period: '2006-2025', accuracyPercent: 5 } as const;
const dayNumber = (text: string) => Date.parse(text) / 86_400_000;
const midsummer = civilDay(timeZone, dayNumber('2026-06-21'));

const rows = pvVectors('offline_model_metzingen_2025.csv');
const yearRow = rows.find((row) => row.num('month') === 0) as (typeof rows)[number];
const monthRows = rows.filter((row) => row.num('month') > 0);
const metzingen = climateOf(place, {
  source,
  means: {
    ghiWm2: monthRows.map((row) => row.num('ghi_climatology_wm2')),
    airTemperatureC: monthRows.map((row) => row.num('t_mean_c')),
  },
});

t.test('the offline model of Metzingen', async (t) => {
  const seen = deviations();
  const months = intervalBounds('UTC', Date.UTC(2025, 0) / 1_000, Date.UTC(2026, 0) / 1_000, 'P1M');
  const energies = expectedSeries(withoutGlass, climateSky(metzingen), 'UTC', months, 'P1M')[0] ?? [];
  monthRows.forEach((row, index) => {
    const month = metzingen.months[index];
    seen.compare('clear-sky index', month?.clearSkyIndex ?? NaN, row.num('clear_sky_index_kc'), 5e-4);
    seen.compare('diffuse', month?.diffuseFraction ?? NaN, row.num('erbs_monthly_diffuse_fraction'), 5e-4);
    seen.compare('energy', (energies[index] ?? NaN) / 1_000, row.num('eac_kwh'), 0, 1e-3);
  });
  const yearWh = energies.reduce((sum: number, energyWh) => sum + (energyWh ?? NaN), 0);
  seen.compare('year', yearWh / 1_000, yearRow.num('eac_kwh'), 0, 5e-4);
  for (const row of pvVectors('offline_model_metzingen_hours.csv')) {
    const atS = Date.parse(row.text('time_utc')) / 1_000;
    const light = lightAt(place, atS);
    const sky = climateSky(metzingen)(light);
    if (sky === null) throw new Error('a climate is always known');
    const output = plantOutput(withoutGlass, light, sky);
    seen.compare('global', sky.ghiWm2, row.num('ghi_wm2'), 0.5);
    seen.compare('beam', sky.dniWm2, row.num('dni_wm2'), 0.5);
    seen.compare('diffuse by the hour', sky.dhiWm2, row.num('dhi_wm2'), 0.5);
    seen.compare('plane', output.planeWm2, row.num('poa_haydavies_wm2'), 0.5);
    seen.compare('power', output.acPowerW, row.num('pac_w'), 5);
  }
  t.same(seen.beyond(), []);
  t.equal(seen.kinds().length, 9);
});

t.test('climate without asking anybody', async (t) => {
  const table = defaultClimate(place);
  t.equal(table.source.kind, 'table');
  t.ok(table.source.attribution.includes('CM SAF'));
  monthRows.forEach((row, index) => {
    t.ok(Math.abs((table.months[index]?.airTemperatureC ?? NaN) - row.num('t_mean_c')) < 1.1, `month ${index + 1}`);
    t.ok(Math.abs((table.months[index]?.clearSkyIndex ?? NaN) / row.num('clear_sky_index_kc') - 1) < 0.1);
  });
  const athens = defaultClimate({ latitudeDeg: 38, longitudeDeg: 23.7, altitudeM: 100 });
  t.equal(athens.source.kind, 'guess');
  t.equal(athens.source.accuracyPercent, 20);
  const sydney = defaultClimate({ latitudeDeg: -33.9, longitudeDeg: 151.2, altitudeM: 30 });
  t.ok((sydney.months[0]?.airTemperatureC ?? 0) > (sydney.months[6]?.airTemperatureC ?? 0) + 10, 'warm in January');
});

t.test('everywhere on earth', async () => {
  const anyPlace = fc.record({
    latitudeDeg: fc.oneof(fc.constantFrom(-90, 90, 45, 46, 54.5, 56), fc.double({ min: -90, max: 90, noNaN: true })),
    longitudeDeg: fc.double({ min: -180, max: 180, noNaN: true }),
    altitudeM: fc.double({ min: -430, max: 8_850, noNaN: true }),
  });
  const means = fc.array(fc.double({ min: 0, max: 500, noNaN: true }), { minLength: 12, maxLength: 12 });
  fc.assert(
    fc.property(anyPlace, means, fc.integer({ min: 15_000, max: 30_000 }), (place, ghiWm2, day) => {
      const climates = [
        defaultClimate(place),
        climateOf(place, { source, means: { ghiWm2, airTemperatureC: ghiWm2.map(() => 10) } }),
      ];
      return climates.every((climate) => {
        const isSound = climate.months.every(
          (month) =>
            month.clearSkyIndex >= 0 &&
            Number.isFinite(month.clearSkyIndex) &&
            month.diffuseFraction >= 0 &&
            month.diffuseFraction <= 1 &&
            Number.isFinite(month.airTemperatureC),
        );
        const { energyWh } = energyOf(
          expectedCurve({ ...model, place }, civilDay('UTC', day), climateSky(climate), 3_600),
        );
        return isSound && energyWh !== null && energyWh >= 0 && Number.isFinite(energyWh);
      });
    }),
    { numRuns: 50 },
  );
});

/** The hours of a day under a sky, as a weather service would tell them: means over the hour. */
function hoursOf(factor: number, parts: Partial<WeatherInterval> = {}): readonly WeatherInterval[] {
  return Array.from({ length: 24 }, (_, hour) => {
    const fromS = midsummer.fromS + hour * 3_600;
    const lights = Array.from({ length: 60 }, (_, minute) => lightAt(place, fromS + minute * 60 + 30));
    const mean = (of: (light: (typeof lights)[number]) => number) =>
      (factor * lights.reduce((sum, light) => sum + of(light), 0)) / lights.length;
    return {
      fromS,
      toS: fromS + 3_600,
      ghiWm2: mean(({ clear }) => clear.ghiWm2),
      dniWm2: mean(({ clear }) => clear.dniWm2),
      dhiWm2: mean(({ clear }) => clear.dhiWm2),
      airTemperatureC: 20,
      windMs: 1,
      ...parts,
    };
  });
}
const energyUnder = (hours: readonly WeatherInterval[]) =>
  energyOf(
    expectedCurve(
      model,
      midsummer,
      weatherSky(place, hours, () => 20),
    ),
  );
const clearWh = energyOf(expectedCurve(model, midsummer, cloudless())).energyWh ?? NaN;

t.test('weather by the hour', async (t) => {
  const near = (actual: number | null, expected: number, tolerance: number) =>
    t.ok(Math.abs((actual ?? NaN) / expected - 1) < tolerance, `${actual}, expected ${expected}`);
  near(energyUnder(hoursOf(1)).energyWh, clearWh, 0.003);
  near(energyUnder(hoursOf(1, { dhiWm2: null })).energyWh, clearWh, 0.01);
  near(energyUnder(hoursOf(1, { dhiWm2: null, dniWm2: null })).energyWh, clearWh, 0.03);
  near(energyUnder(hoursOf(1, { airTemperatureC: null, windMs: null })).energyWh, clearWh, 0.003);
  t.ok((energyUnder(hoursOf(0.5)).energyWh ?? NaN) < 0.62 * clearWh);
  t.equal(energyUnder(hoursOf(1, { ghiWm2: 0, dniWm2: 0, dhiWm2: 0 })).energyWh, 0);
  t.equal(energyUnder([...hoursOf(1)].reverse()).energyWh, energyUnder(hoursOf(1)).energyWh, 'in any order');
});

t.test('gaps in the weather', async (t) => {
  const hours = hoursOf(1);
  const noIrradiance = hours.map((hour, index) => (index === 12 ? { ...hour, ghiWm2: null } : hour));
  const whole = energyUnder(hours);
  for (const gap of [noIrradiance, hours.filter((_, index) => index !== 12)]) {
    const { energyWh, coverage } = energyUnder(gap);
    t.equal(Math.round(coverage * 144), 138);
    t.ok(energyWh !== null && energyWh < (whole.energyWh ?? NaN) - 5_000);
  }
  t.equal(whole.coverage, 1);
  t.ok(energyUnder([]).coverage < 0.5, 'only the night is known');
});

t.test('any weather at all', async () => {
  const value = (min: number, max: number) => fc.option(fc.double({ min, max, noNaN: true }), { nil: null });
  const anyHour = fc.record({
    ghiWm2: value(-50, 1_500),
    dniWm2: value(-50, 1_200),
    dhiWm2: value(-50, 900),
    airTemperatureC: value(-60, 60),
    windMs: value(0, 60),
  });
  fc.assert(
    fc.property(fc.array(anyHour, { minLength: 24, maxLength: 24 }), (parts) => {
      const hours = parts.map((part, hour) => {
        const fromS = midsummer.fromS + hour * 3_600;
        return { ...part, fromS, toS: fromS + 3_600 };
      });
      const { outputs } = expectedCurve(
        model,
        midsummer,
        weatherSky(place, hours, () => 15),
      );
      return outputs.every((output) => output === null || (output.acPowerW >= 0 && output.acPowerW <= 9_600));
    }),
    { numRuns: 50 },
  );
});

t.test('performance ratio and specific yield', async (t) => {
  const output = { planeWm2: 800, nominalDcW: 8_000, correctedDcW: 7_500 };
  const whole = { hours: 1, energyWh: 6_000, output };
  t.same(performanceRatio([whole]), { plain: 0.75, temperatureCorrected: 0.8, coverage: 1 });
  t.same(
    performanceRatio([whole, { ...whole, energyWh: null }]),
    { plain: 0.75, temperatureCorrected: 0.8, coverage: 0.5 },
    'a gap is no loss',
  );
  t.equal(performanceRatio([whole, { ...whole, output: null }])?.coverage, 0.5);
  const dusk = { ...whole, energyWh: 5, output: { planeWm2: 49, nominalDcW: 490, correctedDcW: 490 } };
  t.equal(performanceRatio([whole, dusk])?.plain, 0.75, 'too little light to tell');
  t.equal(performanceRatio([]), null);
  t.equal(performanceRatio([dusk]), null);
  t.equal(specificYield(45_000, 10_000), 4.5);
  t.equal(specificYield(null, 10_000), null);
  t.equal(specificYield(1, 0), null);
  t.equal(moduleEfficiency(10_000, 50), 0.2);
  t.equal(moduleEfficiency(10_000, 0), null);
  t.notOk(isPlausibleEfficiency(moduleEfficiency(10_000, 20) ?? NaN), 'area contradicts power');
});

t.test('the plant calibrates itself on clear days', async (t) => {
  const clearW = expectedCurve(model, midsummer, cloudless()).outputs.map((output) => output?.acPowerW ?? 0);
  const dimmed = clearW.map((powerW) => powerW * 0.9);
  const near = (ratio: number | null, expected: number) => t.ok(Math.abs((ratio ?? NaN) - expected) < 1e-9, `${ratio}`);
  near(clearDayRatio({ measuredW: dimmed, clearW }), 0.9);
  const cloudy = dimmed.map((powerW, index) => (index % 12 < 6 ? powerW * 0.5 : powerW));
  t.equal(clearDayRatio({ measuredW: cloudy, clearW }), null, 'clouds');
  const morning = dimmed.map((powerW, index) => (index < 72 ? null : powerW));
  t.equal(clearDayRatio({ measuredW: morning, clearW }), null, 'half a day');
  const gap = dimmed.map((powerW, index) => (index === 70 ? null : powerW));
  near(clearDayRatio({ measuredW: gap, clearW }), 0.9);
  t.equal(clearDayRatio({ measuredW: clearW.map(() => 0), clearW }), null, 'standstill');
  t.equal(clearDayRatio({ measuredW: [], clearW: [] }), null);
  t.equal(clearDayRatio({ measuredW: clearW, clearW: clearW.map(() => 0) }), null, 'polar night');

  t.same(calibrationOf([0.9, 0.9, 0.9, 0.9, null]), { factor: 1, days: 0 }, 'too few');
  t.same(calibrationOf([0.9, 0.95, 0.92, 0.2, 0.93]), { factor: 0.92, days: 5 });
  t.equal(calibrationOf([0.9, 0.92, 0.94, 0.96, 0.9, 1]).factor.toFixed(3), '0.930');
  t.equal(calibrationOf(Array(9).fill(0.3)).factor, 0.7);
  t.equal(calibrationOf(Array(9).fill(1.5)).factor, 1.1);
});
