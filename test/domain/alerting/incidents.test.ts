import { fc } from '../../support/properties.js';
import t from 'tap';
import { alertDecider, type AlertCommand } from '../../../domain/alerting/alerts.js';
import type { AlertEvent } from '../../../domain/alerting/events.js';
import { evolveIncidents, noIncidents, type Incidents } from '../../../domain/alerting/incidents.js';
import type { Finding } from '../../../domain/alerting/verdict.js';
import { given } from '../../support/given.js';
import { seconds } from '../../support/watched.js';
import {
  plantId,
  toAnna,
  ruleFor,
  evidence,
  type Is,
  finding,
  note,
  evening,
  id,
  opened,
  told,
  recovered,
  decided,
} from '../../support/incidents.js';

t.test('opened with its numbers, and told', async (t) => {
  given(alertDecider, [])
    .when(note(evening, [finding(1, 'alert')]))
    .then(t, [opened, told(evening, 'opened')]);
  given(alertDecider, [])
    .when(note(evening, [finding(1, 'keep')]))
    .thenNothing(t);
  given(alertDecider, [])
    .when(note(evening, [finding(1, 'clear')]))
    .thenNothing(t);
  given(alertDecider, [])
    .when(note(evening, [{ ...finding(1, 'alert'), is: 'notJudged', because: 'tooDark' } as Finding]))
    .thenNothing(t);
});

t.test('what stands stands', async (t) => {
  const story = given(alertDecider, [opened, told(evening, 'opened')]);
  story.when(note(evening, [finding(1, 'alert')])).thenNothing(t);
  story.when(note('2026-07-22T20:30:00Z', [finding(1, 'alert', 33, '2026-07-22')])).thenNothing(t);
  story.when(note('2026-07-22T20:30:00Z', [finding(1, 'keep', 19, '2026-07-22')])).thenNothing(t);
  story.when(note('2026-07-21T20:00:00Z', [finding(1, 'clear')])).thenNothing(t);
  story.when(note('2026-07-22T20:30:00Z', [finding(1, 'alert', 60, '2026-07-22')])).then(t, [
    {
      type: 'IncidentWorsened',
      data: {
        ...{ plantId, at: '2026-07-22T20:30:00Z', incidentId: id, ruleVersion: 1, since: '2026-07-20T22:00:00Z' },
        evidence: evidence(60, '2026-07-22'),
      },
    },
  ]);
});

t.test('a late backlog heals what it had caused', async (t) => {
  const at = '2026-07-22T08:00:00Z';
  given(alertDecider, [opened])
    .when(note(at, [finding(1, 'clear', 4)]))
    .then(t, [
      {
        type: 'IncidentRecovered',
        data: { plantId, at, incidentId: id, because: 'dataCorrected', evidence: evidence(4) },
      },
    ]);
});

t.test('what comes back within a day is the same incident', async (t) => {
  const away = [
    opened,
    told(evening, 'opened'),
    recovered('2026-07-22T06:00:00Z'),
    told('2026-07-22T06:00:00Z', 'recovered'),
  ];
  const again = note('2026-07-22T20:30:00Z', [finding(1, 'alert', 40, '2026-07-22')]);
  given(alertDecider, away)
    .when(again)
    .then(t, [
      {
        type: 'IncidentRecurred',
        data: {
          ...{ plantId, at: '2026-07-22T20:30:00Z', incidentId: id, ruleVersion: 1, since: '2026-07-20T22:00:00Z' },
          evidence: evidence(40, '2026-07-22'),
        },
      },
      told('2026-07-22T20:30:00Z', 'recurred'),
    ]);
  const unheard = [opened, told(evening, 'opened'), recovered('2026-07-22T06:00:00Z')];
  const quiet = { ...toAnna, dailyAt: '23:00' };
  t.strictSame(
    decided(unheard, note('2026-07-22T20:30:00Z', [finding(1, 'alert')], { rules: [ruleFor(quiet)] })).map(
      ({ type }) => type,
    ),
    ['IncidentRecurred'],
    'who did not hear that it was over need not hear that it is back',
  );
  given(alertDecider, away)
    .when(note('2026-07-23T06:00:00Z', []))
    .then(t, [
      { type: 'IncidentClosed', data: { plantId, at: '2026-07-23T06:00:00Z', incidentId: id, reason: 'recovered' } },
    ]);
});

t.test('a rule that ends and an inverter that leaves end their incidents, without a letter', async (t) => {
  const story = given(alertDecider, [opened, told(evening, 'opened')]);
  const at = '2026-07-22T10:00:00Z';
  const closed = (reason: 'ruleEnded' | 'inverterRemoved'): AlertEvent => ({
    type: 'IncidentClosed',
    data: { plantId, at, incidentId: id, reason },
  });
  story.when(note(at, [], { rules: [] })).then(t, [closed('ruleEnded')]);
  story.when(note(at, [], { rules: [{ ...ruleFor(), isOn: false }] })).then(t, [closed('ruleEnded')]);
  story.when(note(at, [], { inverters: [2, 3] })).then(t, [closed('inverterRemoved')]);
});

t.test('laws', async (t) => {
  const verdict = fc.constantFrom<Is>('alert', 'clear', 'keep');
  const hour = fc.integer({ min: 0, max: 400 });
  const look = fc.record({ hour, one: verdict, two: verdict, plant: verdict });
  const commandOf = ({ hour: n, one, two, plant }: { hour: number; one: Is; two: Is; plant: Is }) =>
    note(new Date(Date.parse(evening) + n * 3_600_000).toISOString(), [
      finding(1, one),
      finding(2, two),
      finding(null, plant),
    ]);
  const play = (state: Incidents, command: AlertCommand) => {
    const decision = alertDecider.decide(command, state);
    return decision.ok ? decision.events.reduce(evolveIncidents, state) : state;
  };

  await t.test('never two of one rule for one inverter', async (t) => {
    fc.assert(
      fc.property(fc.array(look, { maxLength: 30 }), (looks) => {
        const { incidents } = looks.map(commandOf).reduce(play, noIncidents);
        return new Set(incidents.map((one) => `${one.ruleId}/${one.inverterId}`)).size === incidents.length;
      }),
    );
    t.pass();
  });

  await t.test('a look that is repeated, or comes late, changes nothing', async (t) => {
    fc.assert(
      fc.property(fc.array(look, { minLength: 1, maxLength: 20 }), (looks) => {
        const inOrder = looks.toSorted((a, b) => a.hour - b.hour);
        const state = inOrder.map(commandOf).reduce(play, noIncidents);
        const again = inOrder.filter(
          (one) => one.hour < seconds(state.lastAt ?? evening) / 3_600 - seconds(evening) / 3_600,
        );
        t.strictSame(again.map(commandOf).reduce(play, state), state);
        const last = inOrder.at(-1);
        if (last !== undefined)
          t.strictSame(play(play(state, commandOf(last)), commandOf(last)), play(state, commandOf(last)));
      }),
      { numRuns: 50 },
    );
  });

  await t.test('in whatever order the looks come, the newest says what is open', async (t) => {
    const plain = fc.record({ hour, one: fc.constantFrom<Is>('alert', 'clear') });
    fc.assert(
      fc.property(fc.uniqueArray(plain, { minLength: 1, maxLength: 12, selector: (one) => one.hour }), (looks) => {
        const lookAt = ({ hour: n, one }: { hour: number; one: Is }) =>
          note(new Date(Date.parse(evening) + n * 3_600_000).toISOString(), [finding(1, one)]);
        const newest = looks.reduce((a, b) => (b.hour > a.hour ? b : a));
        const isOpen = (order: readonly (typeof newest)[]) =>
          [...order, newest]
            .map(lookAt)
            .reduce(play, noIncidents)
            .incidents.some((one) => one.status === 'open');
        return isOpen(looks) === (newest.one === 'alert') && isOpen(looks.toReversed()) === (newest.one === 'alert');
      }),
    );
    t.pass();
  });
});
