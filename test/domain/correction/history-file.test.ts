import t from 'tap';
import { daysIn, judgeHistory, type FileRow } from '../../../domain/correction/history-file.js';
import { numbersAsWritten } from '../../../domain/correction/numbers-as-written.js';
import { InverterId } from '../../../domain/kernel/ids.js';

const one = InverterId.parse('5b1c7a10-0000-4000-8000-0000000000e1');
const twelve = InverterId.parse('5b1c7a10-0000-4000-8000-0000000000e2');
const places = [
  { inverterId: one, name: 'Süd 1', serialNumber: 'LBAN01', nominalPowerW: 10_000 },
  { inverterId: twelve, name: 'Süd 12', serialNumber: 'LBAN02', nominalPowerW: 30_000 },
];
const table = (...rows: readonly FileRow['cells'][]): readonly FileRow[] =>
  rows.map((cells, index) => ({ line: index + 1, cells }));
const judge = (rows: readonly FileRow[], isKnown: (inverterId: InverterId, day: number) => boolean = () => false) =>
  judgeHistory(rows, { places, today: '2026-11-28', isKnown });
const verdicts = (rows: readonly FileRow[], known?: Parameters<typeof judge>[1]) =>
  judge(rows, known)?.rows.map(({ verdict }) => verdict);

t.test('columns by name or serial number, days as people and spreadsheets write them', async (t) => {
  const judged = judge(
    table(
      ['Tag', 'Süd 1 (kWh)', 'Ertrag LBAN02', 'Wetter'],
      ['01.05.2019', '12,5', '40,0', 'sonnig'],
      ['2019-05-02', '', '41,25', ''],
      // 3 May 2019 in a spreadsheet.
      [43_588, 1, 2, null],
    ),
  );
  t.match(judged?.columns, [{ of: one }, { of: twelve }, { title: 'Wetter', of: null }]);
  t.same(judged?.parts, [
    { inverterId: one, firstDay: '2019-05-01', energyWh: [12_500, null, 1_000] },
    { inverterId: twelve, firstDay: '2019-05-01', energyWh: [40_000, 41_250, 2_000] },
  ]);
  t.same(daysIn(table(['Tag', 'x'], ['01.05.2019', 1], ['03.05.2019', 1])), { first: 18_017, last: 18_019 });
});

t.test('one column for the plant is shared out by power; units stand in the title', async (t) => {
  t.match(judge(table(['localTime', 'utc', 'energyWh'], ['2019-05-01', '2019-04-30T22:00:00Z', 40_000]))?.parts, [
    { inverterId: one, energyWh: [10_000] },
    { inverterId: twelve, energyWh: [30_000] },
  ]);
  t.match(judge(table(['Tag', 'Ertrag MWh'], ['1.5.2019', '0,04']))?.parts, [{ energyWh: [10_000] }, {}]);
  t.equal(judge(table(['Tag', 'Ertrag', 'Wetter'], ['1.5.2019', 4, 5])), null, 'nobody knows which');
  t.equal(judge([]), null);
});

t.test('why a row stays out', async (t) => {
  t.same(
    verdicts(
      table(
        ['Tag', 'Süd 1'],
        ['1.5.2019', 4],
        ['1.5.2019', 5],
        ['30.2.2019', 4],
        ['im Mai', 4],
        ['2.5.2019 10:30', 4],
        [43_588.5, 4],
        ['28.11.2026', 4],
        ['4.5.2019', 'viel'],
        ['5.5.2019', 241],
        ['6.5.2019', -1],
        ['7.5.2019', '-'],
        ['8.5.2019 00:00', 240],
      ),
    ),
    [
      ...['taken', 'repeated', 'dayUnreadable', 'dayUnreadable', 'notDaily', 'notDaily', 'inFuture'],
      ...['valueUnreadable', 'impossible', 'impossible', 'empty', 'taken'],
    ],
  );
  const knowsOne = (inverterId: InverterId) => inverterId === one;
  const both = table(['Tag', 'Süd 1', 'Süd 12'], ['1.5.2019', 4, 5]);
  t.match(judge(both, knowsOne)?.parts, [{ inverterId: twelve, energyWh: [5_000] }], 'the other one is taken');
  t.same(
    verdicts(both, () => true),
    ['known'],
  );
  t.same(verdicts(table(['Tag', 'Anlage'], ['1.5.2019', 4]), knowsOne), ['known'], 'a sum cannot be divided any more');
});

t.test('numbers by the habit of their column', async (t) => {
  t.same(numbersAsWritten(['1.234', '5,5', '1.234,5', '-', null, '']), [1_234, 5.5, 1_234.5, null, null, null]);
  t.same(numbersAsWritten(['1.234', '5.5', '1,234.5', 7]), [1.234, 5.5, 1_234.5, 7]);
  t.same(numbersAsWritten(["1'234.5", '1 234.5', true, '12 kWh', '1.2.3']), [
    ...[1_234.5, 1_234.5, 'unreadable', 'unreadable', 'unreadable'],
  ]);
});
