import { fc } from '../../support/properties.js';
import t from 'tap';
import { v5 as uuidV5 } from 'uuid';
import { alertDecider, nextDueMs, type AlertCommand } from '../../../domain/alerting/alerts.js';
import type { AlertEvent } from '../../../domain/alerting/events.js';
import type { EvidenceOf } from '../../../domain/alerting/evidence.js';
import { evolveIncidents, noIncidents, type Incidents } from '../../../domain/alerting/incidents.js';
import type { AlertDelivery, AlertRule } from '../../../domain/alerting/rule.js';
import { slotMs } from '../../../domain/alerting/telling.js';
import type { Finding } from '../../../domain/alerting/verdict.js';
import { AccountId, IncidentId, PlantId } from '../../../domain/kernel/ids.js';
import { given } from '../../support/given.js';
import { atOnce, berlin, inverterId, rule, ruleId, seconds } from '../../support/watched.js';

const plantId = PlantId.parse('0198a000-0000-7000-8000-000000000001');
const anna = AccountId.parse('0198a000-0000-7000-8000-000000000002');
const bert = AccountId.parse('0198a000-0000-7000-8000-000000000003');
const actor = { kind: 'policy', id: 'alerts' } as const;
const toAnna = { recipients: [{ accountId: anna, language: 'de' }] } as const;
const condition = {
  ...({ kind: 'deviation', thresholdPercent: 20, basis: 'specific', among: 'plant' } as const),
  ...{ leastBestKwhPerKw: 0.5, days: 1 },
};
const ruleFor = (delivery: Partial<AlertDelivery> = toAnna) => rule(condition, delivery);

const evidence = (deviationPercent: number, day = '2026-07-21'): EvidenceOf<'deviation'> => ({
  ...{
    kind: 'deviation',
    day,
    basis: 'specific',
    energyWh: 3_000,
    kwhPerKw: 3,
    deviationPercent,
    thresholdPercent: 20,
  },
  reference: { inverterId: inverterId(9), energyWh: 5_000, kwhPerKw: 5 },
  ...{ compared: 3, isUncertain: false, skipped: [] },
});

type Is = 'alert' | 'clear' | 'keep';
function finding(n: number | null, is: Is, percent = 30, day = '2026-07-21'): Finding {
  const subject = n === null ? null : inverterId(n);
  const sinceS = seconds('2026-07-20T22:00:00Z');
  return { ruleId: ruleId(1), ruleVersion: 1, inverterId: subject, sinceS, is, evidence: evidence(percent, day) };
}

const idFor = (one: Finding, at: string) =>
  IncidentId.parse(uuidV5(`${one.ruleId}/${one.inverterId}/${at}`, '0198a000-0000-7000-8000-0000000000ff'));
const rules = [ruleFor()];

function note(
  at: string,
  findings: readonly Finding[],
  how: { rules?: readonly AlertRule[]; inverters?: number[] } = {},
): AlertCommand {
  return {
    ...{ type: 'NoteFindings', at, actor, plantId, timeZone: berlin, rules: how.rules ?? rules, findings },
    inverterIds: (how.inverters ?? [1, 2, 3]).map(inverterId),
    idFor: (one) => idFor(one, at),
  };
}

const evening = '2026-07-21T20:30:00Z';
const id = idFor(finding(1, 'alert'), evening);
const opened: AlertEvent = {
  type: 'IncidentOpened',
  data: {
    ...{ plantId, at: evening, incidentId: id, ruleId: ruleId(1), inverterId: inverterId(1), ruleVersion: 1 },
    ...{ since: '2026-07-20T22:00:00Z', evidence: evidence(30) },
  },
};
const told = (at: string, news: 'opened' | 'recurred' | 'reminder' | 'recovered'): AlertEvent => ({
  type: 'IncidentsTold',
  data: { plantId, at, letters: [{ recipients: toAnna.recipients, items: [{ incidentId: id, news }] }] },
});
const recovered = (at: string): AlertEvent => ({
  type: 'IncidentRecovered',
  data: { plantId, at, incidentId: id, because: 'measured', evidence: evidence(5, '2026-07-22') },
});

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

t.test('recovery is told to those who heard of the fault', async (t) => {
  const at = '2026-07-22T20:30:00Z';
  const sound = [finding(1, 'clear', 5, '2026-07-22')];
  given(alertDecider, [opened, told(evening, 'opened')])
    .when(note(at, sound))
    .then(t, [recovered(at), told(at, 'recovered')]);
  given(alertDecider, [opened])
    .when(note(at, sound))
    .then(t, [recovered(at)]);
  const both = ruleFor({ recipients: [...toAnna.recipients, { accountId: bert, language: 'en' }] });
  given(alertDecider, [opened, told(evening, 'opened')])
    .when(note(at, sound, { rules: [both] }))
    .then(t, [recovered(at), told(at, 'recovered')]);
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

function decided(history: readonly AlertEvent[], command: AlertCommand): readonly AlertEvent[] {
  const decision = alertDecider.decide(command, given(alertDecider, history).state());
  if (!decision.ok) throw new Error(decision.rejection.code);
  return decision.events;
}

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

t.test('several at once are one letter to each', async (t) => {
  const en = { accountId: bert, language: 'en' } as const;
  const second = { ...rule(condition, { recipients: [en] }, 2) };
  const both = [ruleFor({ recipients: [...toAnna.recipients, en] }), second];
  const ofSecond = { ...finding(3, 'alert'), ruleId: ruleId(2) };
  const events = decided([], note(evening, [finding(1, 'alert'), finding(2, 'alert'), ofSecond], { rules: both }));
  const letters = events.flatMap((event) => (event.type === 'IncidentsTold' ? event.data.letters : []));
  t.strictSame(
    letters.map(({ recipients, items }) => [recipients.map(({ accountId }) => accountId), items.length]),
    [
      [[anna], 2],
      [[bert], 3],
    ],
  );
});

t.test('while a plant is heard again, its inverters are not told of one by one', async (t) => {
  const silent = decided([], note('2026-07-21T12:00:00Z', [finding(null, 'alert')]));
  const back = decided(silent, note('2026-07-21T13:00:00Z', [finding(null, 'clear'), finding(2, 'alert')]));
  t.strictSame(
    back.map(({ type }) => type),
    ['IncidentRecovered', 'IncidentsTold'],
  );
  const history = [...silent, ...back];
  t.strictSame(decided(history, note('2026-07-21T13:20:00Z', [finding(2, 'alert')])), []);
  t.strictSame(
    decided(history, note('2026-07-21T13:31:00Z', [finding(2, 'alert')])).map(({ type }) => type),
    ['IncidentOpened', 'IncidentsTold'],
    'who stays away is told of',
  );
});

t.test('acknowledged and snoozed', async (t) => {
  const history = [opened, told(evening, 'opened')];
  const wish = { at: '2026-07-21T21:00:00Z', actor, plantId, incidentId: id, accountId: bert };
  const acknowledged: AlertEvent = {
    type: 'IncidentAcknowledged',
    data: { plantId, at: wish.at, incidentId: id, accountId: bert },
  };
  given(alertDecider, history)
    .when({ type: 'AcknowledgeIncident', ...wish })
    .then(t, [acknowledged]);
  given(alertDecider, [...history, acknowledged])
    .when({ type: 'AcknowledgeIncident', ...wish })
    .thenNothing(t);
  given(alertDecider, [])
    .when({ type: 'AcknowledgeIncident', ...wish })
    .thenRejected(t, { code: 'incident.not-found' });
  const until = '2026-07-25T05:00:00Z';
  const snoozed: AlertEvent = {
    type: 'IncidentSnoozed',
    data: { plantId, at: wish.at, incidentId: id, accountId: bert, until },
  };
  const story = given(alertDecider, history);
  story.when({ type: 'SnoozeIncident', ...wish, until }).then(t, [snoozed]);
  story.when({ type: 'SnoozeIncident', ...wish, until: wish.at }).thenRejected(t, { code: 'incident.snooze-past' });
  story
    .when({ type: 'SnoozeIncident', ...wish, until: '2028-01-01T00:00:00Z' })
    .thenRejected(t, { code: 'incident.snooze-too-long' });
  given(alertDecider, [...history, recovered('2026-07-21T20:45:00Z')])
    .when({ type: 'SnoozeIncident', ...wish, until })
    .thenRejected(t, { code: 'incident.over' });

  const reminding = { rules: [ruleFor({ ...toAnna, reminders: 2 })] };
  const still = [finding(1, 'alert')];
  given(alertDecider, history)
    .when(note('2026-07-22T20:29:00Z', still, reminding))
    .thenNothing(t);
  given(alertDecider, history)
    .when(note('2026-07-22T20:30:00Z', still, reminding))
    .then(t, [told('2026-07-22T20:30:00Z', 'reminder')]);
  given(alertDecider, [...history, told('2026-07-22T20:30:00Z', 'reminder'), told('2026-07-23T20:30:00Z', 'reminder')])
    .when(note('2026-07-25T20:30:00Z', still, reminding))
    .thenNothing(t);
  given(alertDecider, [...history, acknowledged])
    .when(note('2026-07-24T00:00:00Z', still, reminding))
    .thenNothing(t);
  given(alertDecider, [...history, snoozed])
    .when(note('2026-07-24T00:00:00Z', still, reminding))
    .thenNothing(t);
  given(alertDecider, [...history, snoozed])
    .when(note(until, still, reminding))
    .then(t, [told(until, 'reminder')]);
  given(alertDecider, [...history, acknowledged, snoozed])
    .when(note(until, still))
    .then(t, [told(until, 'reminder')]);
});

t.test('digest, quiet hours and changes of the clock', async (t) => {
  const digest = { rules: [ruleFor({ ...toAnna, dailyAt: '07:00' })] };
  given(alertDecider, [])
    .when(note(evening, [finding(1, 'alert')], digest))
    .then(t, [opened]);
  given(alertDecider, [opened])
    .when(note('2026-07-22T05:00:00Z', [finding(1, 'alert')], digest))
    .then(t, [told('2026-07-22T05:00:00Z', 'opened')]);
  given(alertDecider, [opened])
    .when(note('2026-07-22T04:00:00Z', [finding(1, 'clear')], digest))
    .then(t, [
      {
        ...recovered('2026-07-22T04:00:00Z'),
        data: { ...recovered('2026-07-22T04:00:00Z').data, because: 'dataCorrected', evidence: evidence(30) },
      } as AlertEvent,
    ]);
  given(alertDecider, [opened, recovered('2026-07-22T04:00:00Z')])
    .when(note('2026-07-22T05:00:00Z', [], digest))
    .thenNothing(t);

  const slot = (from: string, delivery: Partial<AlertDelivery>) =>
    new Date(slotMs(Date.parse(from), { ...atOnce, ...delivery }, berlin)).toISOString();
  const quietHours = { from: '22:00', to: '07:00' };
  t.equal(slot('2026-07-21T19:59:00Z', { quietHours }), '2026-07-21T19:59:00.000Z');
  t.equal(slot('2026-07-21T20:00:00Z', { quietHours }), '2026-07-22T05:00:00.000Z');
  t.equal(slot('2026-07-22T05:00:00Z', { quietHours }), '2026-07-22T05:00:00.000Z');
  t.equal(slot('2026-10-24T21:00:00Z', { quietHours }), '2026-10-25T06:00:00.000Z', 'the night of 25 hours');
  t.equal(slot('2026-03-28T22:00:00Z', { quietHours }), '2026-03-29T05:00:00.000Z', 'the night of 23 hours');
  t.equal(slot('2026-03-29T00:30:00Z', { dailyAt: '02:30' }), '2026-03-29T01:30:00.000Z', 'the hour that is not there');
  t.equal(slot('2026-07-21T11:00:00Z', { quietHours: { from: '12:00', to: '14:00' } }), '2026-07-21T12:00:00.000Z');
});

t.test('a reminder keeps its time of day when clocks change', async (t) => {
  const at = '2026-10-24T10:00:00Z';
  const first = decided([], note(at, [finding(1, 'alert')]));
  const reminding = [ruleFor({ ...toAnna, reminders: 1 })];
  t.equal(nextDueMs(given(alertDecider, first).state(), reminding, berlin), Date.parse('2026-10-25T11:00:00Z'));
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
