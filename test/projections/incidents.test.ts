import { sql } from 'kysely';
import t from 'tap';
import type { AlertEvent } from '../../domain/alerting/events.js';
import { AccountId, AlertRuleId, IncidentId, PlantId } from '../../domain/kernel/ids.js';
import type { PlantEvent } from '../../domain/plant/events.js';
import { alertRulesOf, alertRulesProjection } from '../../projections/alert-rules.js';
import { incidentEventsProjection } from '../../projections/incident-events.js';
import { incidentsOf, incidentsProjection } from '../../projections/incidents.js';
import { testDatabase } from '../support/database.js';
import { projectionSpec } from '../support/projection-spec.js';
import { inverterId, ruleId } from '../support/watched.js';

const { db } = await testDatabase(t);
const plantId = PlantId.parse('0198a000-0000-7000-8000-000000000001');
const other = PlantId.parse('0198a000-0000-7000-8000-00000000000f');
const accountId = AccountId.parse('0198a000-0000-7000-8000-000000000002');
const incidentId = IncidentId.parse('0198a000-0000-7000-8000-000000000301');
const second = IncidentId.parse('0198a000-0000-7000-8000-000000000302');
const at = '2026-07-21T20:30:00Z';

t.test('incidents with their life', async (t) => {
  const evidence = (silentMinutes: number) =>
    ({ kind: 'noData', lastContactAt: at, silentMinutes, limitMinutes: 60, inverters: 1 }) as const;
  const opened = (id: IncidentId, of: PlantId): AlertEvent => ({
    type: 'IncidentOpened',
    data: {
      ...{ plantId: of, at, incidentId: id, ruleId: ruleId(1), inverterId: inverterId(1), ruleVersion: 1, since: at },
      evidence: evidence(60),
    },
  });
  const of = (event: AlertEvent) => ({ streamId: `alerting-${event.data.plantId}`, event });
  await projectionSpec(db, incidentsProjection, [
    of(opened(incidentId, plantId)),
    of(opened(second, other)),
    of({
      type: 'IncidentsTold',
      data: {
        ...{ plantId, at },
        letters: [{ recipients: [{ accountId, language: 'de' }], items: [{ incidentId, news: 'opened' }] }],
      },
    }),
    of({ type: 'IncidentAcknowledged', data: { plantId, at, incidentId, accountId } }),
    of({ type: 'IncidentRecovered', data: { plantId, at, incidentId, because: 'measured', evidence: null } }),
    of({ type: 'IncidentClosed', data: { plantId, at, incidentId, reason: 'recovered' } }),
  ]).then(t, {
    plants: [
      { plant_id: plantId, state: { lastAt: at, incidents: [] }, histories: {} },
      {
        plant_id: other,
        state: { incidents: [{ incidentId: second }] },
        histories: { [second]: [{ what: 'opened' }] },
      },
    ],
    incidents: [
      {
        ...{ incident_id: incidentId, plant_id: plantId, position: 1n, status: 'closed' },
        record: {
          ...{ told: 'open', acknowledged: { accountId }, closed: { reason: 'recovered' } },
          history: [
            { what: 'opened', evidence: { silentMinutes: 60 } },
            { what: 'told', detail: 'opened', toldTo: [{ accountId, ordinal: 0 }] },
            { what: 'acknowledged', accountId },
            { what: 'recovered', detail: 'measured' },
            { what: 'closed', detail: 'recovered' },
          ],
        },
      },
      { incident_id: second, position: 2n, status: 'open', record: { closed: null } },
    ],
  });
  t.match((await incidentsOf(db, [other, plantId])).get(other), {
    incidents: [{ incidentId: second, status: 'open' }],
  });
});

t.test('what programs may know of it', async (t) => {
  const of = (event: AlertEvent) => ({ streamId: `alerting-${event.data.plantId}`, event });
  const told: AlertEvent = { type: 'IncidentsTold', data: { plantId, at, letters: [] } };
  await projectionSpec(db, incidentEventsProjection, [
    of({ type: 'IncidentAcknowledged', data: { plantId, at, incidentId, accountId } }),
    of(told),
    of({ type: 'IncidentClosed', data: { plantId: other, at, incidentId: second, reason: 'recovered' } }),
  ]).then(t, {
    events: [
      {
        ...{ position: 1n, plant_id: plantId },
        notice: { type: 'sitelink.incident.acknowledged', time: at, position: '1', data: { incidentId } },
      },
      { position: 3n, plant_id: other, notice: { data: { incidentId: second, reason: 'recovered' } } },
    ],
  });
  const notices = (await sql<{ notice: unknown }>`select notice from incident_events.events`.execute(db)).rows;
  t.notMatch(JSON.stringify(notices), accountId, 'who it was stays here');
});

t.test('what plants are watched for', async (t) => {
  const set = (n: number, version: number, isOn = true): PlantEvent => ({
    type: 'AlertRuleSet',
    data: {
      ...{ plantId, at, ruleId: AlertRuleId.parse(ruleId(n)), version, isOn },
      condition: { kind: 'noData', silentMinutes: 60, countsNight: false },
      delivery: { recipients: [], dailyAt: null, quietHours: null, reminders: 0, reminderDays: 1 },
    },
  });
  const of = (event: PlantEvent) => ({ streamId: `plant-${event.data.plantId}`, event });
  const story = [of(set(1, 1)), of(set(2, 1)), of(set(1, 2, false))];
  await projectionSpec(db, alertRulesProjection, story).then(t, {
    plants: [
      { plant_id: plantId, position: 3n, rules: [{ ruleId: ruleId(1), version: 2, isOn: false }, { version: 1 }] },
    ],
  });
  t.equal((await alertRulesOf(db, [plantId])).get(plantId)?.length, 2);
  const removed: PlantEvent = { type: 'PlantRemoved', data: { plantId, at } };
  await projectionSpec(db, alertRulesProjection, [...story, of(removed)]).then(t, { plants: [] });
  const gone: PlantEvent = { type: 'AlertRuleRemoved', data: { plantId, at, ruleId: ruleId(1) } };
  await projectionSpec(db, alertRulesProjection, [of(set(1, 1)), of(gone)]).then(t, { plants: [{ rules: [] }] });
});
