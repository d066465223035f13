import t from 'tap';
import { isWorkingDay, withdrawalEnds } from '../../../domain/order/withdrawal.js';

t.test('the period of withdrawal ends at midnight in Germany, on a working day', async (t) => {
  t.equal(withdrawalEnds('2026-11-23T10:00:00Z'), '2026-12-07T23:00:00Z', 'Monday to Monday');
  t.equal(withdrawalEnds('2026-11-22T23:00:00Z'), '2026-12-07T23:00:00Z', 'just past midnight in Berlin');
  t.equal(withdrawalEnds('2026-11-28T10:00:00Z'), '2026-12-14T23:00:00Z', 'a Saturday: Monday');
  t.equal(withdrawalEnds('2026-12-11T10:00:00Z'), '2026-12-28T23:00:00Z', 'Christmas Day, the day after it, a weekend');
  t.equal(
    withdrawalEnds('2026-03-20T10:00:00Z'),
    '2026-04-07T22:00:00Z',
    'Good Friday to Easter Monday, in summer time',
  );
});

t.test('holidays that move with Easter', async (t) => {
  for (const day of [
    '2026-04-03',
    '2026-04-06',
    '2026-05-14',
    '2026-05-25',
    '2027-03-26',
    '2038-04-26',
    '2026-10-03',
  ]) {
    t.notOk(isWorkingDay(day), day);
  }
  for (const day of ['2026-04-02', '2026-04-07', '2026-05-15', '2027-03-30']) t.ok(isWorkingDay(day), day);
});
