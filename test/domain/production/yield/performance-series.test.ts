import t from 'tap';
import { performanceRatios } from '../../../../domain/production/yield/performance-series.js';

const pieces = [0, 1, 2, 3, 4];

t.test('over what is known of both sides, by interval', async (t) => {
  const energies = new Map([
    ['a', [80, null, 70, 90]],
    ['b', [40, 40, 40, null]],
  ]);
  const nominal = new Map([
    ['a', [100, 100, 100, null]],
    ['b', [50, 50, null, 50]],
  ]);
  t.same(performanceRatios(['a'], energies, nominal, pieces, [0, 2, 4]), [80, 70]);
  t.same(performanceRatios(['a', 'b'], energies, nominal, pieces, [0, 2, 4]), [80, 70]);
  t.same(performanceRatios(['a'], energies, nominal, pieces, pieces), [80, null, 70, null]);
  t.same(performanceRatios(['c'], energies, nominal, pieces, [0, 4]), [null]);
});

t.test('hours with hardly any light say nothing', async (t) => {
  t.same(
    performanceRatios(['a'], new Map([['a', [5, 80, 3]]]), new Map([['a', [1, 100, 0]]]), [0, 1, 2, 3], [0, 3]),
    [80],
  );
});
