import t from 'tap';
import { Temporal } from '../../../domain/kernel/time.js';
import { addDays } from '../../../domain/licence/calendar.js';
import { nextDueAt } from '../../../domain/licence/due.js';
import type { LicenceEvent, TermDays } from '../../../domain/licence/events.js';
import { licenceDecider, trialFrom } from '../../../domain/licence/licence.js';
import { remainingValue } from '../../../domain/licence/remaining-value.js';
import { noLicence, type Licence } from '../../../domain/licence/state.js';
import { licenceSummary, standingOf } from '../../../domain/licence/summary.js';
import { given } from '../../support/given.js';
import { amount, dataOf, licenceNo, noon, orderNo, plantId, Story } from './support.js';

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
  t.strictSame(licenceSummary(noLicence, Temporal.PlainDate.from('2026-03-01')), {
    state: 'none',
    firstDay: null,
    lastDay: null,
    daysLeft: null,
  });
});

t.test('only what gives the right of use today is running; what waits says for what', async (t) => {
  const story = new Story();
  story.trial('2026-03-01');
  story.buy('2026-03-10', 10_000, 30_000);
  const first = (on: string) => standingOf(story.state(), story.state().licences[0] as Licence, on);
  t.strictSame(first('2026-04-09'), { state: 'queued', follows: 'trial' });
  t.strictSame(first('2026-04-10'), { state: 'running', follows: null });
  story.buy('2027-03-20', 10_000, 30_000);
  const second = (on: string) => standingOf(story.state(), story.state().licences[1] as Licence, on);
  t.strictSame(second('2027-04-09'), { state: 'queued', follows: 'licence' });
  t.strictSame(second('2028-04-09'), { state: 'expired', follows: null }, 'before anybody has noted it');
  story.power('2027-03-21', 40_000);
  t.strictSame(first('2027-03-21'), { state: 'exceeded', follows: null });
});

const types = (events: readonly LicenceEvent[]) => events.map(({ type }) => type);
t.test('a licence covers whole days and begins when it should', async (t) => {
  const story = new Story();
  story.trial('2026-03-01');
  story.buy('2026-03-10', 10_000, 30_000);
  t.match(
    story.events.at(-1),
    { type: 'LicenceGranted', data: { firstDay: '2026-04-10', lastDay: '2027-04-09' } },
    'after the trial',
  );

  const late = new Story();
  late.trial('2026-03-01');
  late.buy('2026-05-01', 10_000, 30_000, 730);
  t.match(
    late.events.at(-1),
    { type: 'LicenceGranted', data: { firstDay: '2026-05-01', lastDay: '2028-04-29' } },
    'on the day of payment, a leap year within',
  );
  late.buy('2026-05-02', 11_000, 30_000);
  t.match(
    late.events.at(-1),
    { type: 'LicenceRenewed', data: { firstDay: '2028-04-30', lastDay: '2029-04-29' } },
    'behind the running one',
  );
  t.throws(() => late.buy('2026-05-03', 11_000, 30_000), /already-queued/, 'one queues at most');
  late.buy('2028-05-01', 11_000, 30_000);
  t.match(late.events.at(-1), { type: 'LicenceRenewed', data: { firstDay: '2029-04-30' } }, 'again once that one runs');

  const midnight = new Story();
  midnight.tell({
    type: 'ReserveLicence',
    plantId,
    at: '2026-10-25T22:30:00Z',
    orderId: orderNo(1),
    until: '2026-10-25T23:59:00Z',
    credits: [],
  });
  const terms = {
    orderId: orderNo(1),
    licenceId: licenceNo(1),
    termDays: 365,
    licensedPowerW: 1,
    cost: amount(1),
    priceListVersion: null,
  } as const;
  midnight.tell({ type: 'GrantLicence', plantId, at: '2026-10-25T22:59:59Z', ...terms });
  t.match(midnight.events.at(-1), { data: { firstDay: '2026-10-25' } }, 'the last second of the day with 25 hours');
});

t.test('an extension ends the licence at once and credits the rest', async (t) => {
  const story = new Story();
  story.buy('2026-01-01', 36_500, 30_000);
  t.strictSame(story.power('2026-02-01', 30_000), [], 'equal is allowed');
  const events = story.power('2026-04-11', 30_001);
  t.strictSame(types(events), ['CapacityExceeded', 'LicenceEnded', 'RemainingValueCredited'], 'one watt more is not');
  t.match(events[1], { data: { reason: 'exceeded', usedDays: 100 } });
  t.match(events[2], {
    data: {
      day: '2026-04-11',
      usedDays: 100,
      unusedDays: 265,
      termDays: 365,
      costNetCents: 36_500,
      netCents: 26_500,
      vatCents: 5_035,
      grossCents: 31_535,
    },
  });
  story.power('2026-04-20', 25_000);
  t.strictSame(story.state().licences[0]?.end?.reason, 'exceeded', 'less power does not bring it back');

  const { cashCents } = story.buy('2026-05-01', 50_000, 40_000);
  t.match(
    dataOf(story.events, 'LicenceGranted').at(-1),
    { firstDay: '2026-04-11', lastDay: '2027-04-10' },
    'counts from the day of the extension',
  );
  t.strictSame(cashCents, 59_500 - 31_535);
  t.match(dataOf(story.events, 'CreditUsed'), [{ creditId: licenceNo(1), grossCents: 31_535 }]);

  const again = story.power('2026-04-11', 50_000);
  t.match(
    dataOf(again, 'RemainingValueCredited'),
    [{ costNetCents: 50_000, usedDays: 20, day: '2026-05-01' }],
    'what was paid for the second one, not the list price; time does not go back',
  );
});

t.test('the start after an extension', async (t) => {
  const extended = () => {
    const story = new Story();
    story.buy('2026-01-01', 36_500, 30_000);
    story.power('2026-12-30', 31_000);
    return story;
  };
  const start = (day: string, termDays: TermDays = 365) => {
    const story = extended();
    story.buy(day, 36_500, 31_000, termDays);
    return story.state().licences.at(-1)?.firstDay;
  };
  t.strictSame(start('2026-12-30'), '2026-12-30');
  t.strictSame(start('2026-12-31'), '2026-12-30', 'the last day of the old licence');
  t.strictSame(
    start('2027-01-01'),
    '2027-01-01',
    'from the day on which it would have ended anyway: the day of payment',
  );
  const long = new Story();
  long.buy('2026-01-01', 36_500, 30_000, 730);
  long.power('2026-01-02', 31_000);
  long.buy('2027-06-01', 36_500, 31_000);
  t.strictSame(long.state().licences.at(-1)?.firstDay, '2027-06-01', 'never a licence that is over when it is paid');
});

t.test('the first and the last day', async (t) => {
  const value = (day: string) => {
    const story = new Story();
    story.buy('2027-03-01', 36_500, 30_000);
    return dataOf(story.power(day, 31_000), 'RemainingValueCredited');
  };
  t.match(value('2027-03-01'), [{ usedDays: 0, netCents: 36_500, vatCents: 6_935 }], 'full');
  t.match(
    value('2028-02-28'),
    [{ usedDays: 364, unusedDays: 1, netCents: 100 }],
    'the last day of a year with a 29 February after it',
  );
  t.strictSame(value('2028-02-29'), [], 'nothing after it');
});

t.test('a queued licence counts in full, and both end', async (t) => {
  const story = new Story();
  story.buy('2026-01-01', 36_500, 30_000);
  story.buy('2026-12-01', 40_000, 30_000);
  const events = story.power('2026-12-31', 99_000);
  t.match(dataOf(events, 'RemainingValueCredited'), [
    { netCents: 100 },
    { usedDays: 0, unusedDays: 365, netCents: 40_000 },
  ]);
  t.strictSame(story.state().extension, { day: '2026-12-31', until: '2026-12-31' });
});

t.test('an excess on an assumed power waits', async (t) => {
  const bought = () => {
    const story = new Story();
    story.buy('2026-03-20', 36_500, 30_000);
    return story;
  };
  const story = bought();
  t.match(
    story.power('2026-03-21', 50_000, 20_000),
    [
      {
        type: 'CapacityExcessAnnounced',
        data: { installedPowerW: 50_000, assumedPowerW: 20_000, effectiveAt: '2026-04-04T11:00:00Z' },
      },
    ],
    'the same time of day in Berlin, the summer time within',
  );
  t.strictSame(story.power('2026-03-22', 50_000, 20_000), [], 'told once');
  t.match(
    story.power('2026-03-23', 70_000, 40_000),
    [{ type: 'CapacityExcessAnnounced', data: { effectiveAt: '2026-04-04T11:00:00Z' } }],
    'another unknown one does not buy time',
  );
  t.strictSame(story.pass('2026-04-04T10:59:59Z'), []);
  t.strictSame(types(story.pass('2026-05-01T00:00:00Z')), [
    'CapacityExceeded',
    'LicenceEnded',
    'RemainingValueCredited',
  ]);
  t.match(
    dataOf(story.events, 'RemainingValueCredited'),
    [{ day: '2026-04-04', usedDays: 15 }],
    'at its own instant, however late the clock looked',
  );

  const known = bought();
  known.power('2026-03-21', 50_000, 20_000);
  t.strictSame(types(known.power('2026-03-25', 30_000)), ['CapacityExcessLifted']);
  t.strictSame(known.pass('2026-06-01T00:00:00Z'), []);

  const real = bought();
  real.power('2026-03-21', 50_000, 20_000);
  t.match(
    real.power('2026-03-25', 31_000),
    [{ type: 'CapacityExceeded' }, { data: { usedDays: 5 } }, {}],
    'known and too much: at once',
  );
  t.strictSame(types(real.pass('2026-06-01T00:00:00Z')), []);

  const before = bought();
  before.power('2026-03-21', 50_000, 20_000);
  const order = { orderId: orderNo(9), until: '2026-06-01T13:00:00Z', credits: [] };
  const events = before.tell({ type: 'ReserveLicence', plantId, at: noon('2026-06-01'), ...order });
  t.strictSame(
    types(events).slice(0, 2),
    ['CapacityExceeded', 'LicenceEnded'],
    'what time brought about comes before any decision',
  );
});

t.test('licences expire and people are told', async (t) => {
  const story = new Story();
  story.buy('2026-03-29', 36_500, 30_000);
  t.strictSame(story.state().licences[0]?.lastDay, '2027-03-28', 'ends on the day of summer time');
  t.strictSame(nextDueAt(story.state()), '2027-02-16T06:00:00Z', 'forty days before, at seven in Berlin');
  t.strictSame(story.pass('2027-02-16T05:59:59Z'), []);
  t.match(story.pass('2027-02-16T06:00:00Z'), [
    { type: 'LicenceReminderDue', data: { daysBefore: 40, lastDay: '2027-03-28' } },
  ]);
  t.strictSame(story.pass('2027-02-17T06:00:00Z'), [], 'once');
  t.strictSame(nextDueAt(story.state()), '2027-03-14T06:00:00Z');
  t.match(
    story.pass('2027-03-26T12:00:00Z'),
    [{ type: 'LicenceReminderDue', data: { daysBefore: 3 } }],
    'after two days of silence only what is urgent',
  );
  t.match(story.pass('2027-03-28T05:00:00Z'), [{ data: { daysBefore: 0 } }], 'on the day, seven of summer time');
  t.strictSame(nextDueAt(story.state()), '2027-03-28T22:00:00Z');
  t.strictSame(story.pass('2027-03-28T21:59:59Z'), []);
  t.match(
    story.pass('2027-04-07T00:00:00Z'),
    [{ type: 'LicenceEnded', data: { at: '2027-03-28T22:00:00Z', reason: 'expired', usedDays: 365 } }],
    'at the right second',
  );
  t.strictSame(nextDueAt(story.state()), null);

  const renewed = new Story();
  renewed.buy('2026-01-01', 36_500, 30_000);
  renewed.buy('2026-12-01', 36_500, 30_000);
  t.strictSame(
    types(renewed.pass('2027-01-05T12:00:00Z')),
    ['LicenceEnded'],
    'nobody is reminded whose next one queues',
  );

  const trial = new Story();
  trial.trial('2026-03-01');
  t.strictSame(nextDueAt(trial.state()), '2026-03-26T06:00:00Z');
  t.match(trial.pass('2026-03-26T12:00:00Z'), [
    { type: 'LicenceReminderDue', data: { licenceId: null, daysBefore: 14 } },
  ]);
  t.strictSame(trial.pass('2026-05-01T00:00:00Z'), [
    { type: 'TrialEnded', data: { plantId, at: '2026-04-09T22:00:00Z' } },
  ]);
  t.strictSame(nextDueAt(trial.state()), null, 'nothing is due for ever');
});

t.test('half a cent is rounded up, once', async (t) => {
  const value = (netCents: number, usedDays: number, termDays: 365 | 730) => {
    const story = new Story();
    story.buy('2026-01-01', netCents, 1, termDays, 0);
    return remainingValue(story.events, addDays('2026-01-01', usedDays)).netCents;
  };
  t.strictSame(value(1, 365, 730), 1, '0.5');
  t.strictSame(value(1, 366, 730), 0, '0.4986');
  t.strictSame(value(9_999_999, 1, 365), 9_972_602, '9972601.74');
});
