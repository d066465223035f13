import t from 'tap';
import { isJudgedByClimate } from '../../../domain/alerting/below-forecast.js';
import { evaluateRules, nextEvaluationS } from '../../../domain/alerting/evaluate.js';
import { judgedFromS } from '../../../domain/alerting/judged-day.js';
import type { ConditionOf } from '../../../domain/alerting/rule.js';
import {
  dayOf,
  evening,
  inverter,
  inverterId,
  plantOf,
  produced,
  rule,
  seconds,
  verdicts,
  watched,
} from '../../support/watched.js';

const below = (changes: Partial<ConditionOf<'belowForecast'>> = {}) =>
  rule({ kind: 'belowForecast', of: 'plant', period: 'day', thresholdPercent: 30, ...changes });
/** When the weather of the day before is known. */
const morning = '2026-07-22T05:00:00Z';
const monthly = below({ period: 'month', thresholdPercent: 10 });

t.test('a day, against what its weather allowed', async (t) => {
  const forecast = (energyWh: number) => () => ({ energyWh, source: 'model' as const });
  const days = [produced(3), produced(4)];

  t.strictSame(verdicts(plantOf(days, { forecast: forecast(100_000) }), below(), morning), ['plant keep']);
  t.strictSame(verdicts(plantOf(days, { forecast: forecast(101_000) }), below(), morning), ['plant alert']);
  t.strictSame(verdicts(plantOf(days, { forecast: forecast(75_000) }), below(), morning), ['plant clear']);
  t.strictSame(verdicts(plantOf(days), below(), morning), ['plant weatherUnknown'], 'without weather nobody says OK');
  t.strictSame(verdicts(plantOf([produced(3), null], { forecast: forecast(200_000) }), below(), morning), [
    'plant dataMissing',
  ]);
  t.strictSame(verdicts(plantOf(days, { forecast: forecast(19_000) }), below(), morning), ['plant tooDark']);
  t.strictSame(verdicts(plantOf(days, { forecast: forecast(45_000) }), below({ of: 'inverters' }), morning), [
    '1 alert',
    '2 clear',
  ]);
});

t.test('a month, once it is over', async (t) => {
  const asked: unknown[] = [];
  const plant = (daysWithData: number) =>
    watched({
      inverters: [inverter(1)],
      period: (first, end) => {
        asked.push([first, end]);
        return new Map([[inverterId(1), { energyWh: 800_000, days: daysWithData }]]);
      },
      forecast: (_, first, period) => {
        asked.push([first, period]);
        return { energyWh: 900_000, source: 'user' };
      },
    });
  t.strictSame(verdicts(plant(31), monthly, '2026-08-01T00:30:00Z'), ['plant alert']);
  t.strictSame(asked, [
    [dayOf('2026-07-01'), dayOf('2026-08-01')],
    [dayOf('2026-07-01'), 'month'],
  ]);
  t.strictSame(verdicts(plant(20), monthly, '2026-08-10T12:00:00Z'), ['plant dataMissing'], 'a third is missing');
  t.match(evaluateRules(plant(31), [monthly], seconds('2026-08-01T00:30:00Z')), [
    { evidence: { from: '2026-07-01', source: 'user', shortfallPercent: 100 * (1 - 8 / 9) } },
  ]);
});

t.test('a month stays found until the next one is judged', async (t) => {
  const plant = watched({
    inverters: [inverter(1), inverter(2)],
    period: () => new Map([[inverterId(1), { energyWh: 800_000, days: 31 }]]),
    forecast: () => ({ energyWh: 900_000, source: 'user' }),
  });
  const each = below({ of: 'inverters', period: 'month', thresholdPercent: 10 });
  t.strictSame(verdicts(plant, each, '2026-08-10T12:00:00Z'), ['1 alert', '2 dataMissing']);
  t.strictSame(verdicts(plant, each, '2026-08-11T12:00:00Z'), ['1 keep', '2 keep']);
});

t.test('where nothing can be expected, nobody is alarmed and nobody says OK', async (t) => {
  for (const why of ['weatherUnknown', 'winterByClimate', 'placeUnknown'] as const) {
    const plant = watched({
      inverters: [inverter(1), inverter(2)],
      period: () => new Map([1, 2].map((n) => [inverterId(n), { energyWh: 0, days: 31 }])),
      forecast: () => why,
    });
    t.strictSame(verdicts(plant, monthly, '2026-08-02T12:00:00Z'), [`plant ${why}`]);
    t.strictSame(verdicts(plant, below({ of: 'inverters' }), morning), [`1 ${why}`, `2 ${why}`]);
  }
});

t.test('a climate judges the bright half of the year, on either half of the earth', async (t) => {
  const months = Array.from({ length: 12 }, (_, index) => index + 1);
  const judged = (latitudeDeg: number) => months.filter((month) => isJudgedByClimate(latitudeDeg, month));
  t.strictSame(judged(48.5), [4, 5, 6, 7, 8, 9]);
  t.strictSame(judged(-33.9), [1, 2, 3, 10, 11, 12]);
});

t.test('a day is judged once its weather is known', async (t) => {
  const asked: number[] = [];
  const plant = watched({
    inverters: [inverter(1)],
    forecast: (_, first) => {
      asked.push(first);
      return 'weatherUnknown';
    },
  });
  const day = dayOf('2026-07-21');
  for (const at of [evening, '2026-07-22T04:00:00Z', morning]) verdicts(plant, below(), at);
  t.strictSame(asked, [day - 1, day - 1, day]);
  t.equal(nextEvaluationS(plant, [below()], seconds(evening)), judgedFromS(plant, below().condition, day));
});
