import { instantText } from '../../../domain/kernel/time.js';
import t from 'tap';
import { evaluateRules, nextEvaluationS } from '../../../domain/alerting/evaluate.js';
import { judgedFromS, lastJudgedDay } from '../../../domain/alerting/judged-day.js';
import type { ConditionOf } from '../../../domain/alerting/rule.js';
import { type InverterDay } from '../../../domain/alerting/watched.js';
import {
  dayOf,
  evening,
  inverter,
  inverterId,
  judgedDay as day,
  plantOf,
  produced,
  rule,
  seconds,
  sunOver,
  verdicts,
  watched,
  wholeDay,
} from '../../support/watched.js';

const silentFor = (silentMinutes: number, countsNight = false) =>
  rule({ kind: 'noData', silentMinutes, countsNight } satisfies ConditionOf<'noData'>);
const heard = (n: number, at: string | null) => inverter(n, { lastContactS: at === null ? null : seconds(at) });

t.test('no data', async (t) => {
  const two = (first: string | null, second: string | null) =>
    watched({ inverters: [heard(1, first), heard(2, second)] });

  t.strictSame(
    verdicts(two('2026-07-21T10:00:00Z', '2026-07-21T12:00:00Z'), silentFor(120), '2026-07-21T12:00:00Z'),
    ['plant clear', '1 alert', '2 clear'],
    'at the limit, not before',
  );
  t.strictSame(verdicts(two('2026-07-21T10:00:00Z', '2026-07-21T12:00:00Z'), silentFor(121), '2026-07-21T12:00:00Z'), [
    'plant clear',
    '1 clear',
    '2 clear',
  ]);
  t.strictSame(
    verdicts(two('2026-07-21T10:00:00Z', '2026-07-21T10:05:00Z'), silentFor(120), '2026-07-21T13:00:00Z'),
    ['plant alert', '1 plantIsSilent', '2 plantIsSilent'],
    'all silent is one finding',
  );
  t.strictSame(
    verdicts(two('2026-07-21T10:00:00Z', '2026-07-21T10:05:00Z'), silentFor(120), '2026-07-21T12:02:00Z'),
    ['plant clear', '1 othersMayBeSilent', '2 clear'],
    'the second one falls silent, too: wait and see',
  );
  t.strictSame(
    verdicts(two(null, '2026-07-21T10:00:00Z'), silentFor(60), '2026-07-21T13:00:00Z'),
    ['plant clear', '1 awaitsFirstContact', '2 alert'],
    'armed by the first contact',
  );
  t.strictSame(
    verdicts(watched({ inverters: [heard(1, '2026-07-21T10:00:00Z')] }), silentFor(60), '2026-07-21T11:00:00Z'),
    ['plant clear', '1 alert'],
    'an only inverter is told of as such',
  );

  await t.test('the night does not count', async (t) => {
    const plant = watched({ inverters: [heard(1, '2026-07-21T18:00:00Z')] });
    // The sun is above 5° until about 18:35 UTC, and again from about 04:15 on.
    t.strictSame(verdicts(plant, silentFor(120), '2026-07-22T03:00:00Z'), ['plant clear', '1 clear'], 'fault at dusk');
    t.strictSame(verdicts(plant, silentFor(120), '2026-07-22T06:30:00Z'), ['plant clear', '1 alert']);
    t.strictSame(verdicts(plant, silentFor(120, true), '2026-07-21T20:00:00Z'), ['plant clear', '1 alert'], 'but may');
    const nextS = nextEvaluationS(plant, [silentFor(120)], seconds('2026-07-21T18:00:00Z'));
    t.ok(nextS > seconds('2026-07-22T05:00:00Z') && nextS < seconds('2026-07-22T06:30:00Z'), instantText(nextS));
    t.strictSame(verdicts(plant, silentFor(120), instantText(nextS)), ['plant clear', '1 alert'], 'due when it is due');
  });

  await t.test('polar night and polar day', async (t) => {
    const longyearbyen = { sun: sunOver({ latitudeDeg: 78.22, longitudeDeg: 15.65 }), timeZone: 'Arctic/Longyearbyen' };
    const dark = watched({ ...longyearbyen, inverters: [heard(1, '2026-11-20T10:00:00Z')] });
    t.strictSame(verdicts(dark, silentFor(60), '2027-01-20T10:00:00Z'), ['plant clear', '1 clear']);
    const bright = watched({ ...longyearbyen, inverters: [heard(1, '2026-06-20T22:00:00Z')] });
    t.strictSame(verdicts(bright, silentFor(60), '2026-06-20T23:00:00Z'), ['plant clear', '1 alert'], 'at midnight');
    t.equal(
      instantText(judgedFromS(bright, behind().condition, dayOf('2026-06-20'))),
      '2026-06-20T23:00:00Z',
      'a day without sunset is judged an hour after its end',
    );
    t.equal(lastJudgedDay(dark, behind().condition, seconds('2026-12-20T23:30:00Z')), dayOf('2026-12-19'));
  });

  await t.test('silence while the portal did not listen is nobody’s', async (t) => {
    const plant = watched({
      inverters: [heard(1, '2026-07-21T08:00:00Z')],
      listeningSinceS: seconds('2026-07-21T12:00:00Z'),
    });
    t.strictSame(verdicts(plant, silentFor(120), '2026-07-21T13:00:00Z'), ['plant clear', '1 clear']);
    t.strictSame(verdicts(plant, silentFor(120), '2026-07-21T14:00:00Z'), ['plant clear', '1 alert']);
  });

  await t.test('a device that was exchanged at noon is awaited before it can be missed', async (t) => {
    const exchanged = inverter(1, {
      lastContactS: seconds('2026-07-20T10:00:00Z'),
      standsSinceS: seconds('2026-07-21T10:00:00Z'),
    });
    t.strictSame(verdicts(watched({ inverters: [exchanged] }), silentFor(60), '2026-07-21T15:00:00Z'), [
      'plant awaitsFirstContact',
      '1 awaitsFirstContact',
    ]);
  });
});

const behind = (changes: Partial<ConditionOf<'deviation'>> = {}) =>
  rule({
    ...{ kind: 'deviation', thresholdPercent: 20, basis: 'specific', among: 'plant', leastBestKwhPerKw: 0.5, days: 1 },
    ...changes,
  });

t.test('deviation from the best', async (t) => {
  const check = (days: readonly (InverterDay | null)[], wanted: readonly string[], name: string, changes = {}) =>
    t.strictSame(verdicts(plantOf(days), behind(changes), evening), wanted, name);

  check([produced(5), produced(4)], ['1 clear', '2 keep'], 'exactly the threshold is no alert');
  check([produced(5), produced(3.99)], ['1 clear', '2 alert'], 'more than the threshold is');
  check([produced(5), produced(4.1)], ['1 clear', '2 clear'], 'two points below it is over');
  check([produced(5), produced(0)], ['1 clear', '2 alert'], 'data without energy is 100 %');
  check([null, produced(4.5), produced(5)], ['1 dataMissing', '2 clear', '3 clear'], 'who is silent is not compared');
  check(
    [null, produced(3), produced(5)],
    ['1 dataMissing', '2 alert', '3 clear'],
    'the best inverter itself is silent',
  );
  check([null, null], ['1 dataMissing', '2 dataMissing'], 'all are silent');
  check([produced(5), null], ['1 nothingToCompareWith', '2 dataMissing'], 'one alone');
  check([produced(0.4), produced(0.1)], ['1 tooDark', '2 tooDark'], 'snow on all modules');
  check(
    [produced(5), produced(5.2), produced(9), produced(5.1)],
    ['1 clear', '2 clear', '3 clear', '4 clear'],
    'one far above all others is no reference',
  );

  await t.test('different nominal powers', async (t) => {
    const big = plantOf([produced(5, { powerKw: 20 }), produced(4.8, { powerKw: 5 })]);
    t.strictSame(verdicts(big, behind(), evening), ['1 clear', '2 clear'], 'compared by kilowatt');
    t.strictSame(verdicts(big, behind({ basis: 'absolute' }), evening), ['1 clear', '2 alert'], 'or literally');
  });

  await t.test('one inverter on another roof', async (t) => {
    const roofs = { inverters: [inverter(1), inverter(2), inverter(3, { orientation: '90/30' })] };
    const plant = plantOf([produced(5), produced(4.9), produced(3)], roofs);
    t.strictSame(verdicts(plant, behind(), evening), ['1 clear', '2 clear', '3 alert']);
    const among = behind({ among: 'orientation' });
    t.strictSame(verdicts(plant, among, evening), ['1 clear', '2 clear', '3 nothingToCompareWith']);
  });

  await t.test('more than the sky gives is no reference, and is said', async (t) => {
    const plant = plantOf([produced(12), produced(5)], { clearSkyKwhPerKw: () => 7 });
    const [, second] = evaluateRules(plant, [behind()], seconds(evening));
    t.match(second, {
      is: 'clear',
      evidence: {
        reference: { inverterId: inverterId(2) },
        skipped: [{ inverterId: inverterId(1), kwhPerKw: 12, because: 'aboveClearSky' }],
      },
    });
  });

  await t.test('half a day does not count: exchanged at noon, or a gap at the edge', async (t) => {
    const noon = seconds('2026-07-21T11:00:00Z');
    const [{ fromS, toS }] = wholeDay(day) as [{ fromS: number; toS: number }];
    const until = produced(2.5, { recorded: [{ fromS, toS: noon }] });
    t.strictSame(verdicts(plantOf([produced(5), until, produced(5)]), behind(), evening), [
      '1 clear',
      '2 dataMissing',
      '3 clear',
    ]);
    const both = produced(5, {
      recorded: [
        { fromS, toS: noon },
        { fromS: noon + 600, toS },
      ],
    });
    t.strictSame(
      verdicts(plantOf([produced(5), both]), behind(), evening),
      ['1 clear', '2 clear'],
      'two devices, one place',
    );
  });

  await t.test('an assumed power is marked', async (t) => {
    const plant = plantOf([produced(5), produced(3)], {
      inverters: [inverter(1, { powerAssumed: true }), inverter(2)],
    });
    t.match(evaluateRules(plant, [behind()], seconds(evening))[1], {
      is: 'alert',
      evidence: { isUncertain: true, deviationPercent: 40, compared: 2, day: '2026-07-21', energyWh: 30_000 },
    });
  });

  await t.test('two days in a row', async (t) => {
    const low = new Map([
      [inverterId(1), produced(5)],
      [inverterId(2), produced(3)],
    ]);
    const before = (one: number) => produced(one, { recorded: wholeDay(day - 1) });
    const plant = (yesterday: ReadonlyMap<string, InverterDay>) =>
      watched({ inverters: [inverter(1), inverter(2)], day: (asked) => (asked === day ? low : yesterday) });
    const good = new Map([
      [inverterId(1), before(5)],
      [inverterId(2), before(5)],
    ]);
    const bad = new Map([
      [inverterId(1), before(5)],
      [inverterId(2), before(2)],
    ]);
    t.strictSame(verdicts(plant(good), behind({ days: 2 }), evening), ['1 clear', '2 keep']);
    t.strictSame(verdicts(plant(bad), behind({ days: 2 }), evening), ['1 clear', '2 alert']);
  });

  await t.test('a day is judged an hour after sunset, also when clocks change', async (t) => {
    const plant = watched();
    t.equal(lastJudgedDay(plant, behind().condition, seconds('2026-07-21T19:30:00Z')), day - 1);
    t.equal(lastJudgedDay(plant, behind().condition, seconds(evening)), day);
    for (const text of ['2026-03-29', '2026-10-25']) {
      const [one] = [dayOf(text)];
      const recorded = wholeDay(one);
      const facts = new Map([
        [inverterId(1), produced(3, { recorded })],
        [inverterId(2), produced(1, { recorded })],
      ]);
      const changing = watched({
        inverters: [inverter(1), inverter(2)],
        day: (asked) => (asked === one ? facts : new Map()),
      });
      t.strictSame(verdicts(changing, behind(), `${text}T22:00:00Z`), ['1 clear', '2 alert'], text);
    }
  });

  await t.test('in the polar night nothing is judged', async (t) => {
    const sun = sunOver({ latitudeDeg: 78.22, longitudeDeg: 15.65 });
    const plant = plantOf([produced(5), produced(1)], { sun, day: () => new Map() });
    t.strictSame(verdicts(plant, behind(), '2026-12-20T12:00:00Z'), ['1 noDaylight', '2 noDaylight']);
  });
});

t.test('device errors', async (t) => {
  const error = (n: number, at: string, code: string, stateAfter: number | null) => ({
    ...{ inverterId: inverterId(n), atS: seconds(at), code, state: 4, stateAfter },
  });
  const plant = watched({
    inverters: [inverter(1), inverter(2)],
    errors: [
      error(1, '2026-07-21T09:00:00Z', '0A010C', 7),
      error(1, '2026-07-21T10:00:00Z', '0A010C', 7),
      error(2, '2026-07-21T10:00:00Z', '0A0016', 6),
    ],
  });
  const of = (severity: 'fault' | 'note') => rule({ kind: 'deviceErrors', severity });
  t.strictSame(verdicts(plant, of('fault'), '2026-07-21T12:00:00Z'), ['1 alert', '2 clear']);
  t.strictSame(verdicts(plant, of('note'), '2026-07-21T12:00:00Z'), ['1 alert', '2 alert']);
  t.strictSame(verdicts(plant, of('note'), '2026-07-22T10:00:00Z'), ['1 clear', '2 clear'], 'a day without is sound');
  t.match(evaluateRules(plant, [of('fault')], seconds('2026-07-21T12:00:00Z'))[0], {
    sinceS: seconds('2026-07-21T09:00:00Z'),
    evidence: { errors: [{ code: '0A010C', count: 2, lastAt: '2026-07-21T10:00:00Z', severity: 'fault' }] },
  });
});

t.test('a rule that is off finds nothing', async (t) => {
  t.strictSame(
    evaluateRules(plantOf([produced(5), produced(1)]), [{ ...behind(), isOn: false }], seconds(evening)),
    [],
  );
});
