import t from 'tap';
import { intervalBounds, type Resolution } from '../../../../domain/production/series.js';
import { climateSky, defaultClimate } from '../../../../domain/production/yield/climate.js';
import { expectedSeries } from '../../../../domain/production/yield/expected-series.js';
import { energyOf, expectedCurve } from '../../../../domain/production/yield/expected.js';
import { cloudless } from '../../../../domain/production/yield/light.js';
import type { ModuleField, PlantModel } from '../../../../domain/production/yield/plant-model.js';
import { civilDay } from '../../../../domain/production/yield/sun-events.js';

const timeZone = 'Europe/Berlin';
const place = { latitudeDeg: 48.53, longitudeDeg: 9.28, altitudeM: 350 };
const facing = (compassAzimuthDeg: number, peakPowerW: number): ModuleField => ({
  compassAzimuthDeg,
  tiltDeg: 30,
  peakPowerW,
  coefficientPerK: -0.004,
  inverterPowerW: peakPowerW,
});
const model: PlantModel = {
  place,
  fields: [facing(90, 4_000), facing(270, 6_000)],
  systemLoss: 0.14,
  calibration: 1,
  glass: 'ashrae',
};
const usual = climateSky(defaultClimate(place));
const dayOf = (text: string) => Date.parse(text) / 86_400_000;
const atS = (text: string) => Date.parse(text) / 1_000;
const toMilli = (value: number | null) => (value === null ? null : Math.round(value * 1_000));
const sum = (values: readonly (number | null)[] = []) => values.reduce<number>((all, value) => all + (value ?? 0), 0);

function series(from: string, to: string, resolution: Resolution, sky = usual) {
  const bounds = intervalBounds(timeZone, atS(from), atS(to), resolution);
  return { bounds, fields: expectedSeries(model, sky, timeZone, bounds, resolution) };
}

t.test('intervals of a day are the curve of the day, field by field', async (t) => {
  const span = civilDay(timeZone, dayOf('2026-06-21'));
  const { fields } = series('2026-06-20T22:00Z', '2026-06-21T22:00Z', 'PT10M');
  const curves = model.fields.map((field) => expectedCurve({ ...model, fields: [field] }, span, usual));
  curves.forEach((curve, index) => {
    const expected = curve.outputs.map((output) => (output?.acPowerW ?? 0) / 6);
    t.same(fields[index]?.map(toMilli), expected.map(toMilli));
  });
  const whole = energyOf(expectedCurve(model, span, usual)).energyWh ?? 0;
  t.ok(Math.abs(sum(fields[0]) + sum(fields[1]) - whole) < 1e-6 * whole, 'fields that are not cut off add up');
  const hours = series('2026-06-20T22:00Z', '2026-06-21T22:00Z', 'PT1H').fields;
  t.equal(hours[0]?.length, 24);
  t.ok(Math.abs(sum(hours[0]) - sum(fields[0])) < 1e-6);
  const morning = fields[0]?.findIndex((value) => (value ?? 0) > 100) ?? 0;
  const evening = fields[1]?.findIndex((value) => (value ?? 0) > 100) ?? 0;
  t.ok(morning < evening, 'the sun comes from the east');
});

t.test('a part of a day is that part', async (t) => {
  const whole = series('2026-06-20T22:00Z', '2026-06-21T22:00Z', 'PT10M').fields[0] ?? [];
  const { bounds, fields } = series('2026-06-21T08:05Z', '2026-06-21T12:00Z', 'PT10M');
  t.equal(bounds[0], atS('2026-06-21T08:00Z'));
  t.same(fields[0], whole.slice(60, 84));
});

t.test('days, months and years add up, with 23 and 25 hours and in leap years', async (t) => {
  const days = series('2023-12-31T23:00Z', '2025-12-31T23:00Z', 'P1D').fields.map(sum);
  const months = series('2023-12-31T23:00Z', '2025-12-31T23:00Z', 'P1M').fields.map(sum);
  const years = series('2023-12-31T23:00Z', '2025-12-31T23:00Z', 'P1Y');
  t.equal(years.fields[0]?.length, 2);
  t.same(
    months.map((value) => Math.round(value)),
    days.map((value) => Math.round(value)),
  );
  t.same(
    years.fields.map(sum).map((value) => Math.round(value)),
    days.map((value) => Math.round(value)),
  );
  const perKw = (sum(years.fields[0]) + sum(years.fields[1])) / 2 / 10_000;
  t.ok(perKw > 700 && perKw < 1_100, `${perKw.toFixed(0)} kWh per kW and year, east and west`);
  const day = series('2026-06-20T22:00Z', '2026-06-21T22:00Z', 'P1D').fields.map(sum);
  const fine = series('2026-06-20T22:00Z', '2026-06-21T22:00Z', 'PT10M').fields.map(sum);
  day.forEach((value, index) => t.ok(Math.abs(value / (fine[index] ?? 0) - 1) < 0.01, 'hours are fine enough'));
  for (const [from, to, hours] of [
    ['2026-03-28T23:00Z', '2026-03-29T22:00Z', 23],
    ['2026-10-24T22:00Z', '2026-10-25T23:00Z', 25],
  ] as const) {
    t.equal(series(from, to, 'PT1H').fields[0]?.length, hours);
  }
});

t.test('an unknown sky is no value, a night is zero', async (t) => {
  const untilNoon = (light: { readonly atS: number }) =>
    light.atS < atS('2026-06-21T10:00Z') ? usual(light as never) : null;
  const fine = series('2026-06-20T22:00Z', '2026-06-21T22:00Z', 'PT1H', untilNoon).fields[0] ?? [];
  t.equal(fine[0], 0);
  t.ok((fine[11] ?? 0) > 0);
  t.same(fine.slice(12, 20), new Array(8).fill(null));
  t.same(series('2026-06-20T22:00Z', '2026-06-21T22:00Z', 'P1D', untilNoon).fields[0], [null], 'no sum of half a day');
  t.same(expectedSeries(model, usual, timeZone, [], 'PT10M'), [[], []]);
});

t.test('polar night and polar day', async (t) => {
  const far = { ...model, place: { latitudeDeg: 78.2, longitudeDeg: 15.6, altitudeM: 10 } };
  const energy = (from: string, to: string) => {
    const bounds = intervalBounds('Arctic/Longyearbyen', atS(from), atS(to), 'P1D');
    return sum(expectedSeries(far, cloudless(), 'Arctic/Longyearbyen', bounds, 'P1D')[0]);
  };
  t.equal(energy('2026-12-20T23:00Z', '2026-12-21T23:00Z'), 0);
  t.ok(energy('2026-06-20T22:00Z', '2026-06-21T22:00Z') > 4_000);
});
