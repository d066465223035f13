import t from 'tap';
import { fc } from '../../support/properties.js';
import { gathered, tariffPieces, worthOf } from '../../../domain/production/worth.js';

const emissionFactor = { gramsPerKwh: 400, source: 'Test', year: 2025 };
const day = (text: string) => Date.parse(text) / 86_400_000;
const bounds = ['2026-01-01', '2026-02-01', '2026-03-01'].map(day);
const tariffs = [
  { from: '2026-02-15', centsPerKwh: 20 },
  { from: '2026-01-20', centsPerKwh: 10 },
  { from: '2027-01-01', centsPerKwh: 1 },
];

t.test('a month with two tariffs is paid by both, and what came before the first is not known', async (t) => {
  const pieces = tariffPieces(bounds, tariffs);
  t.strictSame(pieces, [bounds[0], day('2026-01-20'), bounds[1], day('2026-02-15'), bounds[2]]);
  const cents = worthOf('revenueCents', [5_000, 3_000, 2_000, 1_000], pieces, { tariffs, emissionFactor });
  t.strictSame(cents, [null, 30, 20, 20]);
  t.strictSame(gathered(cents, pieces, bounds), [30, 40]);
  t.strictSame(gathered([null, null, null, 7], pieces, bounds), [null, 7], 'no data is not zero');
});

t.test('CO2 by the factor', async (t) => {
  const worth = { tariffs: [], emissionFactor };
  t.strictSame(worthOf('avoidedCo2Kg', [10_000, null, 0], bounds, worth), [4, null, 0]);
  t.strictSame(worthOf('revenueCents', [10_000, 1], bounds, worth), [null, null], 'without a tariff');
});

t.test('what lies between the bounds is neither lost nor counted twice', async (t) => {
  const spans = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 6 });
  const starts = fc.array(fc.integer({ min: -5, max: 200 }), { maxLength: 5 });
  fc.assert(
    fc.property(spans, starts, (lengths, offsets) => {
      const first = day('2026-01-01');
      const days = lengths.reduce<number[]>((all, length) => [...all, (all.at(-1) ?? first) + length], [first]);
      const texts = offsets.map((offset) => new Date((first + offset) * 86_400_000).toISOString().slice(0, 10));
      const pieces = tariffPieces(
        days,
        texts.map((from) => ({ from, centsPerKwh: 1 })),
      );
      const lengthsOfPieces = pieces.slice(1).map((end, index) => end - (pieces[index] ?? end));
      t.strictSame(gathered(lengthsOfPieces, pieces, days), lengths);
    }),
  );
});
