import t from 'tap';
import { compared, hurt, worstShare as worst, type ComparedInverter } from '../../../domain/production/standing.js';

const days = (value: number | null, count = 7) => Array.from({ length: count }, () => value);
const inverter = (measuredWh: ComparedInverter['measuredWh'], more: Partial<ComparedInverter> = {}) => ({
  ...{ measuredWh, allowedWh: measuredWh.map(() => null), usualWh: () => measuredWh.map(() => 10_000) },
  ...{ nominalPowerW: 5_000, orientation: '180/30' },
  ...more,
});

const worstShare = (inverters: readonly ComparedInverter[]) => {
  const share = worst(inverters);
  return share === null ? null : Math.round(share * 1_000) / 1_000;
};

t.test('what a plant made is compared with its weather, and else with what is usual', async (t) => {
  t.match(compared([inverter(days(8_000))]), { by: 'usual', share: 0.8, lostWh: 14_000 });
  const byWeather = { allowedWh: [...days(null, 2), ...days(8_000, 5)] };
  t.match(compared([inverter(days(8_000), byWeather)]), { by: 'weather', share: 1, lostWh: 0 });
  const tooFew = { allowedWh: [...days(null, 3), ...days(8_000, 4)] };
  t.match(compared([inverter(days(8_000), tooFew)]), { by: 'usual' }, 'four days of weather say little');
  t.match(compared([inverter(days(12_000))]), { share: 1.2, lostWh: 0 }, 'more than expected is no loss');
});

t.test('no data is not zero', async (t) => {
  t.match(compared([inverter([null, null, ...days(10_000, 5)])]), { share: 1, lostWh: 0 });
  t.equal(compared([inverter([...days(null, 3), ...days(10_000, 4)])]), null, 'four days say little');
  t.equal(compared([inverter(days(0), { usualWh: () => days(null) })]), null, 'nobody knows where it stands');
  t.equal(compared([inverter(days(0), { usualWh: () => days(0) })]), null, 'polar night');
  t.equal(compared([]), null);
  const late = inverter([...days(null, 4), ...days(5_000, 3)]);
  t.match(compared([inverter(days(10_000)), late]), { share: 85 / 100 }, 'one that came later counts from then on');
});

t.test('the worst inverter by the best that faces the same way', async (t) => {
  t.equal(worstShare([inverter(days(10_000))]), null, 'one alone');
  t.equal(worstShare([inverter(days(10_000)), inverter(days(7_000))]), 0.7);
  t.equal(worstShare([inverter(days(10_000)), inverter(days(14_000), { nominalPowerW: 10_000 })]), 0.7, 'by power');
  const east = { orientation: '90/30' };
  t.equal(worstShare([inverter(days(10_000)), inverter(days(5_000), east)]), null, 'another roof');
  t.equal(
    worstShare([
      inverter(days(10_000)),
      inverter(days(9_000)),
      inverter(days(5_000), east),
      inverter(days(3_000), east),
    ]),
    0.6,
  );
  t.equal(
    worstShare([inverter(days(10_000)), inverter([...days(null, 6), 8_000])]),
    0.8,
    'days without data are left out',
  );
  t.equal(worstShare([inverter(days(10_000)), inverter(days(null))]), 1, 'only the best has data');
  t.equal(worstShare([inverter(days(2_000)), inverter(days(1))]), null, 'dark days are chance');
  t.equal(worstShare([inverter(days(1), { nominalPowerW: 0 }), inverter(days(1), { nominalPowerW: 0 })]), null);
});

t.test('what hurts most stands first: what is the matter, then what was lost', async (t) => {
  const sorted = [
    { state: 'fault', openIncidents: 0, lostWh: null },
    { state: 'noData', openIncidents: 2, lostWh: 9e15 },
    { state: 'ok', openIncidents: 1, lostWh: 500 },
    { state: 'note', openIncidents: 0, lostWh: 900_000 },
    { state: 'note', openIncidents: 0, lostWh: 3 },
    { state: 'ok', openIncidents: 0, lostWh: 80_000_000 },
    { state: 'ok', openIncidents: 0, lostWh: null },
    { state: 'noInverters', openIncidents: 0, lostWh: null },
  ] as const;
  const numbers = sorted.map(hurt);
  t.strictSame(
    numbers.toSorted((a, b) => b - a),
    numbers,
  );
  t.equal(new Set(numbers).size, sorted.length);
});
