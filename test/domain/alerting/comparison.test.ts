import t from 'tap';
import { besideBest, comparisonRule } from '../../../domain/alerting/comparison.js';
import { usualDeviation } from '../../../domain/alerting/deviation.js';
import type { AlertRule, ConditionOf } from '../../../domain/alerting/rule.js';
import { rule, ruleId } from '../../support/watched.js';

const made = (inverterId: string, orientation: string, kwhPerKw: number | null, days = 1) => ({
  ...{ inverterId, orientation, kwhPerKw, days },
  energyWh: kwhPerKw === null ? null : kwhPerKw * 10_000,
});
const shown = (inverters: readonly ReturnType<typeof made>[], condition: Partial<ConditionOf<'deviation'>> = {}) =>
  besideBest(inverters, { ...usualDeviation, ...condition }).map(
    ({ inverterId, shareOfBest, isBelow }) => `${inverterId} ${shareOfBest ?? '–'}${isBelow ? ' below' : ''}`,
  );

t.test('each beside the best that faces the same way', async (t) => {
  const south = [made('a', 'south', 4), made('b', 'south', 3)];
  t.same(shown([...south, made('c', 'west', 1)]), ['a 1', 'b 0.75 below', 'c –'], 'nothing to compare the third with');
  t.same(shown([...south, made('c', 'west', 1)], { among: 'plant' }), ['a 1', 'b 0.75 below', 'c 0.25 below']);
  t.same(shown(south, { thresholdPercent: 25 }), ['a 1', 'b 0.75'], 'at the limit, not below');
  t.same(shown([made('a', 'south', null, 0), made('b', 'south', 3)]), ['a –', 'b –'], 'nor with one that is silent');
  t.same(shown([made('a', 'south', 0), made('b', 'south', 0)]), ['a –', 'b –'], 'in the dark nobody is best');
  t.same(
    shown([made('a', 'south', 8, 2), made('b', 'south', 4, 1)]),
    ['a 1', 'b 0.5'],
    'missing days are no low yield',
  );
  const unlike = [
    { ...made('a', 'south', 4), energyWh: 10_000 },
    { ...made('b', 'south', 3), energyWh: 40_000 },
  ];
  t.same(shown(unlike, { basis: 'absolute' }), ['a 0.25 below', 'b 1']);
});

t.test('by the strictest rule that is on', async (t) => {
  const at = (thresholdPercent: number, n: number, isOn = true): AlertRule => ({
    ...rule({ ...usualDeviation, thresholdPercent }, {}, n),
    isOn,
  });
  const errors = rule({ kind: 'deviceErrors', severity: 'note' });
  t.same(comparisonRule([errors, at(30, 1), at(10, 2, false), at(25, 3)]), {
    ruleId: ruleId(3),
    condition: { ...usualDeviation, thresholdPercent: 25 },
  });
  t.same(comparisonRule([errors]), { ruleId: null, condition: usualDeviation });
});
