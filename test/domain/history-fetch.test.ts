import t from 'tap';
import { callAt, callsOf, tableOf, type FetchPlan } from '../../domain/correction/history-fetch.js';

const day = (text: string) => Date.parse(text) / 86_400_000;
const inverters = [
  { number: 61_595, serialNumber: 'LBAN02261010320', name: 'LBAN02261010320' },
  { number: 61_594, serialNumber: 'A0264', name: 'Süd' },
];
const plan: FetchPlan = { inverters, firstDay: day('2025-01-01'), lastDay: day('2025-07-30') };

t.test('every day of every inverter is asked for once, a hundred at a time', async (t) => {
  t.equal(callsOf(plan), 6);
  const calls = Array.from({ length: callsOf(plan) }, (_, index) => callAt(plan, index));
  t.strictSame(
    calls.map((call) => [call?.inverter, call?.number, (call?.lastDay ?? 0) - (call?.firstDay ?? 0) + 1]),
    [
      [0, 61_595, 100],
      [0, 61_595, 100],
      [0, 61_595, 11],
      [1, 61_594, 100],
      [1, 61_594, 100],
      [1, 61_594, 11],
    ],
  );
  t.equal(calls[1]?.firstDay, (calls[0]?.lastDay ?? 0) + 1);
  t.equal(calls[2]?.lastDay, plan.lastDay);
  t.equal(callAt(plan, callsOf(plan)), null);
});

t.test('what came is a table of days, as people send it', async (t) => {
  const [first, second] = [day('2025-03-01'), day('2025-03-02')];
  const rows = tableOf(plan, [
    { inverter: 1, days: [{ day: second, kwh: 7.5 }] },
    {
      inverter: 0,
      days: [
        { day: second, kwh: 12 },
        { day: first, kwh: 0 },
      ],
    },
  ]);
  t.strictSame(rows, [
    { line: 1, cells: ['Day', 'LBAN02261010320 kWh', 'Süd A0264 kWh'] },
    { line: 2, cells: ['2025-03-01', 0, null] },
    { line: 3, cells: ['2025-03-02', 12, 7.5] },
  ]);
  t.strictSame(tableOf(plan, []).length, 1, 'nothing came');
});
