import t from 'tap';
import { Temporal } from 'temporal-polyfill';
import { afterDays } from '../../web/alerts/after-days.js';

t.test('an incident is muted until the same time of day, also when clocks change', async (t) => {
  const until = (from: string, days: number) => afterDays(days, 'Europe/Berlin', Temporal.Instant.from(from));
  t.equal(until('2026-07-21T10:00:00Z', 1), '2026-07-22T10:00:00Z');
  t.equal(until('2026-10-24T10:00:00Z', 1), '2026-10-25T11:00:00Z', 'a day of 25 hours');
  t.equal(until('2026-03-28T11:00:00Z', 7), '2026-04-04T10:00:00Z', 'a week with a day of 23 hours');
  t.equal(until('2026-03-28T01:30:00Z', 1), '2026-03-29T01:30:00Z', 'at an hour that is not there');
});
