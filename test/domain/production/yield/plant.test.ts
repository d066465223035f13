import { fc } from '../../../support/properties.js';
import t from 'tap';
import { Erased } from '../../../../domain/kernel/event.js';
import type { SubplantId } from '../../../../domain/kernel/ids.js';
import { clearSkyEnergyWh, energyOf, expectedCurve } from '../../../../domain/production/yield/expected.js';
import { cloudless, lightAt, type Sky } from '../../../../domain/production/yield/light.js';
import { coefficientPerKOf, modelOfPlant } from '../../../../domain/production/yield/model-of-plant.js';
import { plantOutput, type ModuleField, type PlantModel } from '../../../../domain/production/yield/plant-model.js';
import { civilDay } from '../../../../domain/production/yield/sun-events.js';
import { sites } from '../../../support/pv-vectors.js';

const metzingen = sites['metzingen'] as (typeof sites)[string];
const tromso = sites['tromso'] as (typeof sites)[string];

const roof: ModuleField = {
  tiltDeg: 30,
  compassAzimuthDeg: 180,
  peakPowerW: 10_000,
  coefficientPerK: -0.004,
  inverterPowerW: 9_600,
};
const model = (overrides: Partial<PlantModel> = {}): PlantModel => ({
  place: metzingen,
  fields: [roof],
  systemLoss: 0.14,
  calibration: 1,
  glass: 'ashrae',
  ...overrides,
});
const day = (timeZone: string, text: string) => civilDay(timeZone, Date.parse(text) / 86_400_000);
const midsummer = day('Europe/Berlin', '2026-06-21');

t.test('a year of clear sky', async (t) => {
  const yearOf = (place: typeof metzingen) => {
    const [fromS, toS] = [Date.UTC(2025, 0, 1) / 1000, Date.UTC(2026, 0, 1) / 1000];
    const sum = { ghi: 0, dni: 0, plane: 0, ac: 0 };
    for (let atS = fromS; atS < toS; atS += 86_400) {
      for (let hour = 0.5; hour < 24; hour++) {
        const now = lightAt(place, atS + hour * 3_600);
        const sky = cloudless()(now);
        const output = plantOutput(model({ place, glass: 'none' }), now, sky as NonNullable<typeof sky>);
        sum.ghi += now.clear.ghiWm2 / 1_000;
        sum.dni += now.clear.dniWm2 / 1_000;
        sum.plane += output.planeWm2 / 1_000;
        sum.ac += output.acPowerW / 1_000;
      }
    }
    return Object.values(sum);
  };
  const isNear = (actual: readonly number[], expected: readonly number[]) =>
    actual.every((value, index) => Math.abs(value / (expected[index] ?? NaN) - 1) < 0.0005);
  t.ok(isNear(yearOf(metzingen), [1_752, 2_899, 2_251, 17_247]), `${yearOf(metzingen)}`);
  t.ok(isNear(yearOf(tromso), [1_090.3, 2_214, 1_486, 11_489]), `${yearOf(tromso)}`);
});

t.test('the curve of a day', async (t) => {
  const curve = expectedCurve(model(), midsummer, cloudless());
  t.equal(curve.outputs.length, 144);
  t.equal(curve.outputs[0]?.acPowerW, 0, 'night');
  const peakW = Math.max(...curve.outputs.map((output) => output?.acPowerW ?? 0));
  t.ok(peakW > 7_000 && peakW < 8_600, `${peakW}`);
  t.equal(expectedCurve(model(), day('Europe/Berlin', '2026-03-29'), cloudless()).outputs.length, 138);
  t.equal(expectedCurve(model(), day('Europe/Berlin', '2026-10-25'), cloudless()).outputs.length, 150);
  t.equal(energyOf(expectedCurve(model({ place: tromso }), day('Europe/Oslo', '2026-12-21'), cloudless())).energyWh, 0);
});

t.test('where nobody knows the sky there is no value, and at night it is zero all the same', async (t) => {
  const noonS = (midsummer.fromS + midsummer.toS) / 2;
  const untilNoon: Sky = (light) => (light.atS < noonS ? cloudless()(light) : null);
  const half = energyOf(expectedCurve(model(), midsummer, untilNoon));
  t.ok(half.coverage > 0.5 && half.coverage < 0.75, 'the nights are known');
  t.ok((half.energyWh ?? 0) < clearSkyEnergyWh(model(), midsummer) / 2);
  const unknown = expectedCurve(model(), midsummer, () => null);
  t.equal(unknown.outputs[72], null);
  t.equal(unknown.outputs[0]?.acPowerW, 0);
});

t.test('inverters cut off, each its own field', async (t) => {
  const cut = (fields: readonly ModuleField[]) =>
    expectedCurve(model({ fields }), midsummer, cloudless()).outputs.map((output) => output?.acPowerW ?? 0);
  const small = cut([{ ...roof, inverterPowerW: 5_000 }]);
  t.equal(Math.max(...small), 5_000);
  t.ok(small.filter((powerW) => powerW === 5_000).length > 20);
  const east = { ...roof, compassAzimuthDeg: 90 };
  const west = { ...roof, compassAzimuthDeg: 270 };
  const [both, one, other] = [cut([east, west]), cut([east]), cut([west])];
  t.same(
    both.map((powerW) => powerW.toFixed(6)),
    one.map((powerW, index) => (powerW + (other[index] ?? 0)).toFixed(6)),
    'fields add up',
  );
});

const share = (max: number, min = 0) => fc.double({ min, max, noNaN: true });
const anyField = fc.record({
  tiltDeg: fc.oneof(fc.constantFrom(0, 90), share(90)),
  compassAzimuthDeg: share(360),
  peakPowerW: share(1e6),
  coefficientPerK: share(-0.001, -0.007),
  inverterPowerW: share(1e6),
});
const anyPlace = fc.record({
  latitudeDeg: fc.oneof(fc.constantFrom(-90, 90), share(90, -90)),
  longitudeDeg: share(180, -180),
  altitudeM: share(8_850, -430),
});
const anyWeather = fc.record({
  ghiWm2: share(1_400),
  dniWm2: share(1_100),
  dhiWm2: share(700),
  airTemperatureC: share(50, -50),
  windMs: share(40),
});

t.test('anywhere, at any time, under any sky: a number, never negative, zero at night', async () => {
  const instant = fc.integer({ min: 0, max: 4e9 });
  fc.assert(
    fc.property(anyPlace, fc.array(anyField, { maxLength: 3 }), instant, anyWeather, (place, fields, atS, weather) => {
      const light = lightAt(place, atS);
      const output = plantOutput(model({ place, fields }), light, weather);
      return (
        Object.values(output).every((value) => Number.isFinite(value) && value >= 0) &&
        output.acPowerW <= fields.reduce((sum, field) => sum + field.inverterPowerW, 0) * 1.000001 &&
        (light.cosZenith > 0 || output.acPowerW === 0)
      );
    }),
    { numRuns: 1_000 },
  );
});

t.test('more modules or less loss never give less, and small changes are small', async () => {
  const noon = lightAt(metzingen, midsummer.fromS + 43_200);
  fc.assert(
    fc.property(anyField, anyWeather, share(2, 1), share(0.5), share(0.5), (field, weather, factor, one, other) => {
      const more = { ...field, peakPowerW: field.peakPowerW * factor };
      const powerW = (part: Partial<PlantModel>) => plantOutput(model(part), noon, weather).acPowerW;
      const losses = [Math.min(one, other), Math.max(one, other)] as const;
      return (
        powerW({ fields: [field] }) <= powerW({ fields: [more] }) + 1e-9 &&
        powerW({ fields: [field], systemLoss: losses[0] }) >= powerW({ fields: [field], systemLoss: losses[1] }) - 1e-9
      );
    }),
  );
  fc.assert(
    fc.property(anyField, anyWeather, (field, weather) => {
      const near = { ...field, tiltDeg: field.tiltDeg + 1e-5, compassAzimuthDeg: field.compassAzimuthDeg + 1e-5 };
      const powerW = (one: ModuleField) => plantOutput(model({ fields: [one] }), noon, weather).acPowerW;
      return Math.abs(powerW(field) - powerW(near)) <= 1e-3 + field.peakPowerW * 1e-5;
    }),
  );
});

const details = {
  location: { latitudeDeg: 48, longitudeDeg: 9, altitudeM: 300 },
  powerTemperatureCoefficientPercentPerK: -0.5,
  azimuthDeg: 180,
  tiltDeg: 30,
  moduleAreaM2: 200,
  generatorPowerW: 40_000,
};
type Parts = {
  readonly details?: object;
  readonly subplants?: readonly object[];
  readonly inverters?: readonly (readonly [string | null, number])[];
};
const modelOf = ({ details: changed = {}, subplants = [], inverters = [] }: Parts) =>
  modelOfPlant({
    details: { ...details, ...changed },
    subplants: new Map(subplants.map((one) => [(one as { subplantId: string }).subplantId, one])),
    inverters: new Map(inverters.map(([subplantId, nominalPowerW], index) => [index, { subplantId, nominalPowerW }])),
  } as never);
const east = {
  subplantId: 'east' as SubplantId,
  azimuthDeg: 90,
  tiltDeg: null,
  generatorPowerW: null,
  moduleAreaM2: null,
};

t.test('the model of a plant', async (t) => {
  t.equal(modelOf({ details: { location: Erased } }), null);
  t.match(modelOf({})?.fields, [{ peakPowerW: 40_000, inverterPowerW: 40_000, coefficientPerK: -0.005 }]);
  t.match(
    modelOf({
      inverters: [
        [null, 17_000],
        [null, 17_000],
      ],
    })?.fields,
    [{ subplantId: null, compassAzimuthDeg: 180, tiltDeg: 30, peakPowerW: 40_000, inverterPowerW: 34_000 }],
    'one field',
  );
  const split: Parts['inverters'] = [
    ['east', 10_000],
    [null, 30_000],
  ];
  t.match(
    modelOf({ subplants: [east], inverters: split })?.fields,
    [
      { subplantId: 'east', compassAzimuthDeg: 90, tiltDeg: 30, peakPowerW: 10_000 },
      { subplantId: null, compassAzimuthDeg: 180, peakPowerW: 30_000 },
    ],
    'shared by nominal power',
  );
  const peaks = (subplant: object) =>
    modelOf({ subplants: [subplant], inverters: split })?.fields.map((f) => f.peakPowerW);
  t.same(peaks({ ...east, generatorPowerW: 12_000 }), [12_000, 28_000], 'what the subplant says comes first');
  t.same(peaks({ ...east, moduleAreaM2: 80 }), [16_000, 24_000], 'or its area');
  t.same(peaks({ ...east, generatorPowerW: 40_000 }), [40_000, 30_000], 'nothing is left: as the inverters');
});

t.test('coefficients as people write them', async (t) => {
  t.same(coefficientPerKOf(-0.4), { perK: -0.004, remark: null });
  t.same(coefficientPerKOf(0.4), { perK: -0.004, remark: 'signTurned' });
  t.same(coefficientPerKOf(-2), { perK: -0.004, remark: 'implausible' });
  t.same(coefficientPerKOf(0), { perK: -0.004, remark: 'implausible' });
});
