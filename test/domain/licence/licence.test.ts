import t from 'tap';
import { PlantId } from '../../../domain/kernel/ids.js';
import { Temporal } from '../../../domain/kernel/time.js';
import type { LicenceEvent } from '../../../domain/licence/events.js';
import { licenceDecider, licenceSummary, trialFrom } from '../../../domain/licence/licence.js';
import { given } from '../../support/given.js';

const plantId = PlantId.parse('0198a000-0000-7000-8000-000000000001');
const at = '2026-03-01T09:00:00Z';
const started: LicenceEvent = {
  type: 'TrialStarted',
  data: { plantId, at, firstDay: '2026-03-01', lastDay: '2026-04-09' },
};

t.test('a plant gets one trial for ever', async (t) => {
  given(licenceDecider, []).when({ type: 'StartTrial', plantId, at }).then(t, [started]);
  given(licenceDecider, [started]).when({ type: 'StartTrial', plantId, at: '2027-01-01T00:00:00Z' }).thenNothing(t);
});

t.test('the trial counts 40 days of the legal zone, not of UTC', async (t) => {
  t.strictSame(trialFrom('2026-07-20T21:59:59Z'), { firstDay: '2026-07-20', lastDay: '2026-08-28' });
  t.strictSame(trialFrom('2026-07-20T22:00:00Z'), { firstDay: '2026-07-21', lastDay: '2026-08-29' });
  t.strictSame(trialFrom('2026-12-31T23:30:00Z'), { firstDay: '2027-01-01', lastDay: '2027-02-09' });
});

t.test('the summary counts down to the last day', async (t) => {
  const on = (day: string) => licenceSummary(given(licenceDecider, [started]).state(), Temporal.PlainDate.from(day));
  t.strictSame(on('2026-03-01'), { state: 'trial', firstDay: '2026-03-01', lastDay: '2026-04-09', daysLeft: 40 });
  t.match(on('2026-04-09'), { state: 'trial', daysLeft: 1 });
  t.match(on('2026-04-10'), { state: 'expired', daysLeft: 0 });
  t.match(on('2028-01-01'), { state: 'expired', daysLeft: 0 });
  t.strictSame(licenceSummary({ status: 'none' }, Temporal.PlainDate.from('2026-03-01')), {
    state: 'none',
    firstDay: null,
    lastDay: null,
    daysLeft: null,
  });
});
