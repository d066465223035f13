import t from 'tap';
import { alertDecider, nextDueMs } from '../../../domain/alerting/alerts.js';
import type { AlertEvent } from '../../../domain/alerting/events.js';
import type { AlertDelivery } from '../../../domain/alerting/rule.js';
import { slotMs } from '../../../domain/alerting/telling.js';
import { given } from '../../support/given.js';
import { atOnce, berlin, rule, ruleId } from '../../support/watched.js';
import {
  plantId,
  anna,
  bert,
  actor,
  toAnna,
  condition,
  ruleFor,
  evidence,
  finding,
  note,
  evening,
  id,
  opened,
  told,
  recovered,
  decided,
} from '../../support/incidents.js';

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
  const heardAgain: AlertEvent = {
    type: 'IncidentSnoozeEnded',
    data: { plantId, at: wish.at, incidentId: id, accountId: bert },
  };
  const muted = given(alertDecider, [...history, snoozed]);
  muted.when({ type: 'EndSnooze', ...wish }).then(t, [heardAgain]);
  muted.when({ type: 'EndSnooze', ...wish, at: until }).thenNothing(t);
  story.when({ type: 'EndSnooze', ...wish }).thenNothing(t);
  given(alertDecider, [])
    .when({ type: 'EndSnooze', ...wish })
    .thenRejected(t, { code: 'incident.not-found' });

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
  given(alertDecider, [...history, snoozed, heardAgain])
    .when(note('2026-07-22T20:30:00Z', still, reminding))
    .then(t, [told('2026-07-22T20:30:00Z', 'reminder')]);
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
