import { fc } from '../support/properties.js';
import t from 'tap';
import { bandOf, indexAt, selection, shapesOf, zoomed } from '../../web/charts/day-geometry.js';
import { awaited, findGaps, inner, runs } from '../../web/charts/gaps.js';
import { axisUnit, digitsFor, linear, niceTicks, rangeTicks, tickDigits } from '../../web/charts/scale.js';
import { shareOfExpected } from '../../web/charts/expected.js';
import { repeats } from '../../web/plant/repeated-errors.js';
import { bestIndex, change, lastValueEndMs, meanOf, peakOf, ranked, sumOf } from '../../web/charts/summary.js';
import {
  addMonths,
  clock,
  daylight,
  daySpan,
  hourStep,
  hourTicks,
  nextSunrise,
  timeTicks,
} from '../../web/charts/time.js';
import { silencesOf } from '../../web/plant/silences.js';
import { isDay, parseChannelsSearch, parsePlantSearch } from '../../web/plant/view.js';

const berlin = 'Europe/Berlin';
const hour = 3_600_000;
const tenMinutes = 600_000;
const at = (text: string) => Date.parse(text);

t.test('a day is as long as it is in its zone', async (t) => {
  const lengths = ['2026-03-29', '2026-07-21', '2026-10-25'].map((day) => {
    const { fromMs, toMs } = daySpan(day, berlin);
    return (toMs - fromMs) / hour;
  });
  t.same(lengths, [23, 24, 25]);
});

t.test('hour labels follow the clock of the plant', async (t) => {
  const labels = (day: string, step: number) =>
    hourTicks(daySpan(day, berlin), berlin, step).map((ms) => clock(ms, berlin));
  t.same(labels('2026-07-21', 6), ['00:00', '06:00', '12:00', '18:00']);
  t.same(labels('2026-03-29', 1).slice(0, 4), ['00:00', '01:00', '03:00', '04:00'], 'spring: 02:00 does not exist');
  t.equal(labels('2026-10-25', 1).length, 24, 'autumn: 02:00 is labelled once');
  t.equal(labels('2026-10-25', 3)[2], '06:00');
  t.equal(hourStep(daySpan('2026-07-21', berlin), 240, 44), 6);
  t.equal(hourStep({ fromMs: 0, toMs: 16 * hour }, 820, 60), 2);
});

t.test('calendar steps', async (t) => {
  t.equal(addMonths('2026-03-31', -1), '2026-02-28');
  t.ok(isDay('2024-02-29'));
  t.notOk(isDay('2026-02-29'));
  t.notOk(isDay('21.07.2026'));
  t.same(parsePlantSearch({ view: 'month', date: '2026-07-01' }), { view: 'month', date: '2026-07-01' });
  t.same(parsePlantSearch({ view: 'week', date: '2026-07-99' }), {});
  t.same(parseChannelsSearch({ view: 'month', date: '2026-07-01' }), { date: '2026-07-01' });
  t.same(parseChannelsSearch({ date: 'yesterday' }), {});
});

t.test('daylight agrees with the almanac', async (t) => {
  const summer = daylight('2026-06-21', 48.78, 9.18);
  t.ok(summer && Math.abs(summer.fromMs - at('2026-06-21T03:21:00Z')) < 6 * 60_000, 'Stuttgart, sunrise 5:21');
  t.ok(summer && Math.abs(summer.toMs - at('2026-06-21T19:30:00Z')) < 6 * 60_000, 'Stuttgart, sunset 21:30');
  t.equal(daylight('2026-06-21', 78.2, 15.6), null, 'midnight sun');
  const sunriseAfter = (time: string) => nextSunrise(Date.parse(time), '2026-11-27', 48.78, 9.18);
  const utc = (ms: number | null) => (ms === null ? null : new Date(ms).toISOString().slice(0, 13));
  t.equal(utc(sunriseAfter('2026-11-27T03:00:00Z')), '2026-11-27T06', 'before dawn: today');
  t.equal(sunriseAfter('2026-11-27T11:00:00Z'), null, 'by day');
  t.equal(utc(sunriseAfter('2026-11-27T17:00:00Z')), '2026-11-28T06', 'in the evening: tomorrow');
  t.equal(nextSunrise(Date.parse('2026-06-21T00:00:00Z'), '2026-06-21', 78.2, 15.6), null, 'where it does not set');
});

t.test('gaps are told from nights and from what is still to come', async (t) => {
  const start = at('2026-07-21T06:00:00Z');
  const points = (values: (number | null)[]) => ({
    timesMs: values.map((_, i) => start + i * tenMinutes),
    values,
    stepMs: tenMinutes,
  });
  const span = (from: number, to: number) => ({ fromMs: start + from * tenMinutes, toMs: start + to * tenMinutes });
  const all = points([null, 1, 2, null, null, 3, null, null]);
  t.same(findGaps(all, null, Infinity), [span(3, 5)], 'without daylight: between first and last value');
  t.same(findGaps(all, span(0, 8), Infinity), [span(0, 1), span(3, 5), span(6, 8)]);
  t.same(findGaps(all, span(0, 8), start + 7 * tenMinutes), [span(0, 1), span(3, 5), span(6, 7)]);
  t.same(findGaps(points([null, null]), null, Infinity), []);

  const since = (steps: number, of = all) => awaited(span(0, 8), of, start + steps * tenMinutes);
  t.same(findGaps(all, since(-5), Infinity), [span(0, 1), span(3, 5), span(6, 8)], 'the inverter is older');
  t.same(findGaps(all, since(7), Infinity), [span(3, 5), span(6, 8)], 'what was measured before it came counts');
  const none = points(all.values.map(() => null));
  t.same(findGaps(none, since(6, none), Infinity), [span(6, 8)], 'nothing is missing of the time before it came');
  t.same(findGaps(none, since(20, none), Infinity), []);
  t.equal(awaited(null, all, start), null);
  t.same(runs(all), [
    { first: 1, last: 2 },
    { first: 5, last: 5 },
  ]);
  t.same(inner(span(0, 8), tenMinutes), span(1, 7));
  t.equal(inner(span(0, 1), tenMinutes), null);
});

t.test('no measured interval is ever part of a gap', async () => {
  const value = fc.option(fc.nat(50_000), { nil: null });
  fc.assert(
    fc.property(fc.array(value, { maxLength: 144 }), (values) => {
      const points = { timesMs: values.map((_, i) => i * tenMinutes), values, stepMs: tenMinutes };
      const gaps = findGaps(points, { fromMs: 0, toMs: 144 * tenMinutes }, Infinity);
      const missing = gaps.reduce((sum, gap) => sum + (gap.toMs - gap.fromMs) / tenMinutes, 0);
      const drawn = runs(points).reduce((sum, run) => sum + run.last - run.first + 1, 0);
      return missing + drawn === values.length;
    }),
  );
});

t.test('axes', async (t) => {
  t.same(niceTicks(38_900), [0, 10_000, 20_000, 30_000, 40_000]);
  t.same(niceTicks(0), [0, 1]);
  t.same(niceTicks(0.4), [0, 0.1, 0.2, 0.3, 0.4]);
  t.same(rangeTicks(49.95, 50.04), [49.95, 50, 50.05]);
  t.same(axisUnit(38_900, 'W'), { unit: 'kW', divisor: 1000, digits: 1 });
  t.same(axisUnit(640, 'W'), { unit: 'W', divisor: 1, digits: 1 });
  t.same(axisUnit(4_810_000, 'Wh'), { unit: 'MWh', divisor: 1e6, digits: 2 });
  t.same(axisUnit(2300, 'V').unit, 'V');
  t.equal(tickDigits([0, 500, 1000], 1000), 1);
  t.equal(tickDigits([0, 10], 1), 0);
  t.equal(digitsFor(0), 0);
  const x = linear([0, 10], [100, 200]);
  t.equal(x(5), 150);
  t.equal(x.invert(150), 5);
  fc.assert(
    fc.property(fc.double({ min: 1e-3, max: 1e9, noNaN: true }), (max) => {
      const ticks = niceTicks(max);
      return ticks.length <= 5 && ticks.length >= 2 && (ticks.at(-1) ?? 0) >= max * (1 - 1e-9);
    }),
  );
  fc.assert(
    fc.property(
      fc.double({ min: -1e6, max: 1e6, noNaN: true }),
      fc.double({ min: 1e-3, max: 1e6, noNaN: true }),
      (min, width) => {
        const ticks = rangeTicks(min, min + width);
        const slack = width * 1e-6;
        return ticks.length <= 5 && (ticks[0] ?? NaN) <= min + slack && (ticks.at(-1) ?? NaN) >= min + width - slack;
      },
    ),
  );
});

t.test('summaries say nothing where nothing was measured', async (t) => {
  const points = { timesMs: [0, tenMinutes, 2 * tenMinutes], values: [1, 5, null], stepMs: tenMinutes };
  t.same(peakOf(points), { value: 5, atMs: tenMinutes });
  t.equal(peakOf({ ...points, values: [null, 0, null] }), null);
  t.equal(sumOf([null, null]), null);
  t.equal(sumOf([null, 0]), 0);
  t.equal(meanOf([2, null, 4]), 3);
  t.equal(lastValueEndMs(points), 2 * tenMinutes);
  t.equal(bestIndex([null, 3, 9, 1]), 2);
  t.equal(bestIndex([null, 0]), -1);
  t.ok(Math.abs((change(108, 100) ?? 0) - 0.08) < 1e-12);
  t.equal(change(5, 0), null);
  t.equal(change(null, 5), null);
  t.same(
    ranked([null, 2, 4], (value) => value).map(({ share }) => share),
    [1, 0.5, null],
  );
});

t.test('zooming stays inside the day and on whole milliseconds', async (t) => {
  const whole = daySpan('2026-07-21', berlin);
  const part = selection(whole, whole.fromMs + 0.4 + 2 * hour, whole.fromMs + 4 * hour + 0.3, 0);
  t.same(part, { fromMs: whole.fromMs + 2 * hour, toMs: whole.fromMs + 4 * hour });
  t.equal(selection(whole, whole.fromMs, whole.fromMs + 10, hour), null, 'a click is no selection');
  const near = zoomed(whole, whole, whole.toMs, 0.5, hour);
  t.same(near, { fromMs: whole.toMs - 12 * hour, toMs: whole.toMs });
  t.equal(zoomed(whole, whole, whole.fromMs, 2, hour), null);
  t.equal(hourTicks({ fromMs: whole.fromMs + 0.4, toMs: whole.fromMs + hour }, berlin, 1).length, 1);
});

t.test('a curve breaks where data is missing', async (t) => {
  const points = { timesMs: [0, 1, 2, 3].map((i) => i * tenMinutes), values: [1, 2, null, 4], stepMs: tenMinutes };
  const shapes = shapesOf(points, linear([0, 4 * tenMinutes], [0, 400]), linear([0, 4], [100, 0]));
  t.same(
    shapes.map(({ line }) => line),
    ['M0.0,75.0L50.0,75.0L150.0,50.0L200.0,50.0', 'M300.0,0.0L350.0,0.0L400.0,0.0'],
  );
  t.equal(indexAt(points, 1.5 * tenMinutes), 1);
  t.equal(indexAt(points, 99 * tenMinutes), 3);
});

t.test('equal messages of an inverter in a row are one', async (t) => {
  const at = (minute: number) => `2026-07-21T10:${String(minute).padStart(2, '0')}:00Z`;
  const message = (minute: number, changes: object = {}) => ({
    ...{ id: `e${minute}`, at: at(minute), inverterId: 'a', inverterName: 'A', code: '0A0004', text: 'Grid' },
    ...{ deviceState: 4, deviceStateText: null, deviceStateAfter: 6, deviceStateAfterText: null },
    runningAgainAt: at(19),
    ...changes,
  });
  const list = [
    message(9),
    message(8),
    message(7, { inverterId: 'b' }),
    message(6, { runningAgainAt: at(7) }),
    message(5, { code: '0A0005', runningAgainAt: null }),
  ];
  t.match(repeats(list as unknown as Parameters<typeof repeats>[0]), [
    { id: 'e9', count: 3, at: at(9), firstAt: at(6), outageMs: (11 + 1) * 60_000 },
    { id: 'e7', count: 1, outageMs: 12 * 60_000 },
    { id: 'e5', count: 1, firstAt: at(5), outageMs: null },
  ]);
  t.same(repeats([]), []);
});

t.test('the band between what is usual and a sky without clouds', async (t) => {
  const on = (values: readonly (number | null)[]) => ({ timesMs: [0, 10, 20, 30], values, stepMs: 10 });
  const x = linear([0, 40], [0, 40]);
  const y = linear([0, 10], [100, 0]);
  t.equal(
    bandOf(on([1, 2, null, 4]), on([3, 1, 5, 8]), x, y),
    'M5.0,90.0L15.0,80.0L35.0,60.0L35.0,20.0L15.0,80.0L5.0,70.0Z',
  );
  t.equal(bandOf(on([1, null, null, null]), on([3, 1, 5, 8]), x, y), '');
});

t.test('what was measured as a share of what is usual', async (t) => {
  const bar = (value: number | null, expected: number | null, time: 'past' | 'current' = 'past') => ({
    value,
    expected,
    time,
  });
  t.equal(shareOfExpected([bar(80, 100), bar(100, 100), bar(1, 100, 'current')], 2), 0.9);
  t.equal(shareOfExpected([bar(null, 100), bar(5, 100), bar(50, 100)], 1), 0.5, 'the first day may be half a day');
  t.equal(shareOfExpected([bar(80, 100), bar(100, null)], 2), null, 'too few');
  t.equal(shareOfExpected([], 1), null);
  const life = [bar(10, 100), bar(90, 100)];
  t.equal(shareOfExpected(life, 1), 0.5);
  t.equal(shareOfExpected(life, 1, true), 0.9, 'the first year may be half a year');
});

t.test('one of several devices that is silent is named, where the plant is not', async (t) => {
  const stepMs = 600_000;
  const timesMs = Array.from({ length: 6 }, (_, i) => i * stepMs);
  const day = (name: string, gaps: readonly (readonly [number, number])[]) => ({
    ...{ id: name, name, nominalPowerW: 1_000, power: { timesMs, values: timesMs.map(() => 1), stepMs } },
    gaps: gaps.map(([from, to]) => ({ fromMs: from * stepMs, toMs: to * stepMs })),
  });
  const [a, b] = [day('A', [[0, 3]]), day('B', [[2, 3], [4, 6]])]; // prettier-ignore
  const silences = silencesOf([a, b], [{ fromMs: 2 * stepMs, toMs: 3 * stepMs }]);
  t.strictSame(silences?.spans, [
    { fromMs: 0, toMs: 2 * stepMs },
    { fromMs: 4 * stepMs, toMs: 6 * stepMs },
  ]);
  t.strictSame([0, 2, 4].map((i) => silences?.at(i)), [['A'], [], ['B']], 'what the plant misses is marked once'); // prettier-ignore
  t.equal(silencesOf([a], []), null, 'one device is the plant');
  t.equal(silencesOf([day('A', []), day('B', [])], []), null);
  t.equal(silencesOf(null, []), null);
});

t.test('labels of a long time: hours, days or months, as many as have room', async (t) => {
  const of = (from: string, to: string, width: number) => {
    const span = { fromMs: daySpan(from, berlin).fromMs, toMs: daySpan(to, berlin).fromMs };
    const { kind, ticks } = timeTicks(span, berlin, width);
    return [kind, ticks.length, new Date(ticks[1] ?? 0).toISOString()];
  };
  t.strictSame(of('2026-07-20', '2026-07-21', 700), ['hour', 12, '2026-07-20T00:00:00.000Z']);
  t.strictSame(of('2026-10-22', '2026-10-29', 700), ['day', 7, '2026-10-22T22:00:00.000Z']);
  t.strictSame(of('2026-10-01', '2026-11-01', 700), ['day', 11, '2026-10-03T22:00:00.000Z']);
  t.strictSame(of('2026-01-01', '2027-01-01', 700), ['month', 12, '2026-01-31T23:00:00.000Z']);
});
