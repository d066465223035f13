import t from 'tap';
import {
  differsFromViewer,
  formatAge,
  formatDay,
  formatInPortal,
  formatInstant,
  formatMoment,
} from '../../web/format/dates.js';
import { formatNumber, narrowSpace as nn, nothing, numberForInput, parseDecimal } from '../../web/format/numbers.js';
import {
  energy,
  inWords,
  mass,
  money,
  percent,
  power,
  ratedPower,
  specificYield,
} from '../../web/format/quantities.js';

t.test('numbers are written in the language of the page', async (t) => {
  t.equal(formatNumber(1234567.891, 'de', { max: 1 }), `1${nn}234${nn}567,9`);
  t.equal(formatNumber(1234567.891, 'en', { max: 1 }), '1,234,567.9');
  t.equal(formatNumber(-0.4, 'de', { max: 2 }), '−0,4');
  t.equal(formatNumber(-0, 'de'), '0');
  for (const value of [null, undefined, Number.NaN, Number.POSITIVE_INFINITY]) {
    t.equal(formatNumber(value, 'de'), nothing);
  }
  t.equal(numberForInput(48.5368, 'de'), '48,5368');
  t.equal(numberForInput(1234.5, 'en'), '1234.5');
  t.equal(numberForInput(1234.5, 'de', 3, true), '1.234,5');
  t.equal(numberForInput(1234567.8912, 'en', 3, true), '1,234,567.891');
  t.equal(numberForInput(999, 'de', 0, true), '999');
});

t.test('numbers are read as people type them', async (t) => {
  const read = [
    ['0,4', 'de', false, 0.4],
    ['0.4', 'de', false, 0.4],
    ['−0,41', 'de', false, -0.41],
    ['1.234,5', 'de', false, 1234.5],
    ['1.234', 'de', true, 1234],
    ['48.123', 'de', false, 48.123],
    ['1 234,5', 'de', false, 1234.5],
    [`1${nn}234`, 'de', true, 1234],
    ['1,234', 'en', true, 1234],
    ['9,2837', 'en', false, 9.2837],
    ['12.', 'en', false, 12],
    [',5', 'de', false, 0.5],
    ['-0', 'de', false, 0],
    ['', 'de', false, undefined],
    ['12 kW', 'de', false, undefined],
    ['1,2,3', 'de', false, undefined],
    ['1e5', 'en', false, undefined],
    ['NaN', 'en', false, undefined],
  ] as const;
  for (const [input, language, groups, expected] of read) {
    t.equal(parseDecimal(input, language, groups), expected, `${input} (${language})`);
  }
});

t.test('what was shown in a field is read back as the same number', async (t) => {
  for (const value of [0, -0.41, 48.53681, 0.001, 123456.75]) {
    t.equal(parseDecimal(numberForInput(value, 'de'), 'de'), value);
    t.equal(parseDecimal(numberForInput(value, 'en'), 'en'), value);
    for (const language of ['de', 'en'] as const) {
      t.equal(parseDecimal(numberForInput(value, language, 6, true), language, true), value);
    }
  }
});

t.test('the unit follows the magnitude', async (t) => {
  t.same(power(850, 'de'), { figure: '850', unit: 'W' });
  t.same(power(31_400, 'de'), { figure: '31,4', unit: 'kW' });
  t.same(power(2_500_000, 'de'), { figure: '2,50', unit: 'MW' });
  t.same(power(0, 'de', 46_000), { figure: '0,0', unit: 'kW' }, 'by the axis');
  t.same(energy(186_200, 'de'), { figure: '186,2', unit: 'kWh' });
  t.same(energy(4_810_000, 'de'), { figure: '4,81', unit: 'MWh' });
  t.same(energy(412_600_000, 'de'), { figure: '412,6', unit: 'MWh' });
  t.same(ratedPower(46_000, 'de'), { figure: '46', unit: 'kW' });
  t.same(ratedPower(8_250, 'de'), { figure: '8,25', unit: 'kW' });
  t.same(mass(157_300, 'de'), { figure: '157', unit: 't' });
  t.equal(inWords(specificYield(4.6, 'en')), `4.60${nn}kWh/kW`);
  t.equal(inWords(percent(0.683, 'de')), `68${nn}%`);
  t.equal(inWords(money(1527, 'de')), `15,27${nn}€`);
  t.equal(inWords(money(123_456_7, 'de')), `12${nn}346${nn}€`);
  t.equal(inWords(energy(null, 'de')), nothing, 'nothing has no unit');
});

t.test('times are those of the plant', async (t) => {
  t.equal(formatInstant('2026-07-21T12:37:00Z', 'Europe/Berlin', 'de', 'time'), '14:37');
  t.equal(formatInstant('2026-07-21T12:37:00Z', 'America/New_York', 'en', 'time'), '08:37');
  t.equal(formatInstant('2026-07-20T22:00:00Z', 'Europe/Berlin', 'de', 'time'), '00:00');
  t.equal(formatDay('2026-07-21', 'de', 'weekday'), 'Di., 21. Juli 2026');
  t.equal(formatDay('2026-03-29', 'de', 'dayShort'), '29.03.2026', 'on the day the clocks change, too');
  t.equal(formatDay(null, 'de'), nothing);
  const now = Date.parse('2026-07-21T12:40:00Z');
  t.equal(formatAge('2026-07-21T12:37:00Z', now, 'de'), 'vor 3 Minuten');
  t.equal(formatAge('2026-07-21T12:39:40Z', now, 'de'), 'gerade eben');
  t.equal(formatAge('2026-07-21T12:41:00Z', now, 'en'), 'just now', 'a clock that runs ahead');
  t.equal(formatAge('2026-07-19T12:40:00Z', now, 'en'), '2 days ago');
  const moment = (instant: string, zone = 'Europe/Berlin', language: 'de' | 'en' = 'de') =>
    formatMoment(instant, Date.parse('2026-03-29T06:00:00Z'), zone, language);
  t.equal(moment('2026-03-28T23:30:00Z'), '00:30', 'today');
  t.equal(moment('2026-03-28T22:30:00Z'), 'gestern, 23:30', 'eight hours ago, but of the day before');
  t.equal(moment('2026-03-28T22:30:00Z', 'Europe/London', 'en'), 'yesterday, 22:30');
  t.equal(moment('2026-03-28T22:30:00Z', 'Asia/Tokyo'), '07:30', 'the same moment where it is still that day');
  t.equal(moment('2026-03-27T20:00:00Z'), '27. März 2026 um 21:00');
  t.notOk(differsFromViewer(Intl.DateTimeFormat().resolvedOptions().timeZone));
});

t.test('what belongs to no plant is told in the zone of the portal, which is named to those of another', async (t) => {
  const own = process.env['TZ'];
  t.teardown(() => (own === undefined ? delete process.env['TZ'] : (process.env['TZ'] = own)));
  const at = '2026-07-21T12:37:00Z';
  process.env['TZ'] = 'Europe/Vienna';
  t.equal(formatInPortal(at, 'de'), '21. Juli 2026 um 14:37');
  process.env['TZ'] = 'America/New_York';
  t.equal(formatInPortal(at, 'de'), '21. Juli 2026 um 14:37 MESZ');
  t.equal(formatInPortal('2026-01-21T12:37:00Z', 'en', 'time'), '13:37 CET');
  t.equal(formatInPortal(at, 'en', 'day'), '21 July 2026', 'a day has no time to be mistaken');
  t.equal(formatInPortal(null, 'de'), '–');
});
