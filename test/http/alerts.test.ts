import { randomUUID } from 'node:crypto';
import t from 'tap';
import { SerialNumber } from '../../domain/kernel/ids.js';
import { Temporal } from '../../domain/kernel/time.js';
import { eventually } from '../support/eventually.js';
import { newOwner, newPlant, password, sharePlant, type Owner } from '../support/owner.js';
import { testPortal } from '../support/portal.js';
import { dayOfRecords, wallS, watchedPortal } from '../support/watched-portal.js';

const noData = { kind: 'noData', silentMinutes: 60, countsNight: true };
const deviation = {
  ...{ kind: 'deviation', thresholdPercent: 20, basis: 'specific', among: 'plant' },
  ...{ leastBestKwhPerKw: 0.5, days: 1 },
};
const hour = 3_600_000;

t.test('alerts', async (t) => {
  const portal = await testPortal(t);
  const { system, url } = portal;
  const { pool } = system.database;
  const [owner, viewer, manager, stranger] = await Promise.all([
    newOwner(url),
    newOwner(url),
    newOwner(url),
    newOwner(url),
  ]);
  const idOf = async (person: Owner) => (await person.call('GET', '/me')).body.id as string;
  const [ownerId, viewerId, managerId] = [await idOf(owner), await idOf(viewer), await idOf(manager)];
  const to = (...accountIds: readonly string[]) => ({
    recipients: accountIds.map((accountId) => ({ accountId, language: 'en' })),
    ...{ dailyAt: null, quietHours: null, reminders: 3, reminderDays: 1 },
  });

  const { report, until, untilIncident, plantWith, serials, mailsTo, lookNow, silence } = await watchedPortal(
    portal,
    owner,
  );

  await t.test('rules are made, changed, switched off and removed', async (t) => {
    const plantId = await newPlant(owner);
    await sharePlant(owner, plantId, viewer, 'viewer');
    await sharePlant(owner, plantId, manager, 'manager');
    const path = `/plants/${plantId}/alert-rules`;
    const body = { condition: noData, delivery: to(ownerId, viewerId) };
    const added = await owner.call('POST', path, body, { 'idempotency-key': 'one' });
    t.match(added, { status: 201, body: { ...body, version: 1, isOn: true } });
    t.match(await owner.call('POST', path, body, { 'idempotency-key': 'one' }), { body: { id: added.body.id } });
    const list = await viewer.call('GET', path);
    t.match(list, { status: 200, body: { items: [{ id: added.body.id }], presets: { quiet: {}, balanced: {} } } });
    t.equal(list.body.items.length, 1);
    t.strictSame(
      list.body.people.map((one: { accountId: string; isCaller: boolean }) => [one.accountId, one.isCaller]).sort(),
      [
        [ownerId, false],
        [viewerId, true],
        [managerId, false],
      ].sort(),
    );
    const changed = { ...body, condition: { ...noData, silentMinutes: 120 }, isOn: false };
    const one = `${path}/${added.body.id}`;
    t.match(await manager.call('PUT', one, changed, { 'if-match': String(list.headers['etag']) }), {
      status: 200,
      body: { version: 2, isOn: false, condition: { silentMinutes: 120 } },
    });
    t.match(await manager.call('PUT', one, body, { 'if-match': String(list.headers['etag']) }), { status: 412 });
    t.match(await manager.call('PUT', one, changed), { body: { version: 2 } }, 'the same again is no new version');
    t.match(await viewer.call('PUT', one, body), { status: 403, body: { code: 'plant.right-missing' } });
    t.match(await stranger.call('GET', path), { status: 404 });
    t.match(await owner.call('POST', path, { ...body, delivery: to(await idOf(stranger)) }), {
      status: 422,
      body: { code: 'alert-rule.recipient-unknown', errors: [{ pointer: '/delivery/recipients' }] },
    });
    for (const [condition, pointer] of [
      [{ ...noData, silentMinutes: 5 }, '/condition/silentMinutes'],
      [{ ...deviation, thresholdPercent: 101 }, '/condition/thresholdPercent'],
      [{ ...deviation, leastBestKwhPerKw: null }, '/condition/leastBestKwhPerKw'],
      [{ kind: 'earthquake' }, '/condition/kind'],
    ] as const) {
      t.match(await owner.call('POST', path, { ...body, condition }), { status: 400, body: { errors: [{ pointer }] } });
    }
    const badTime = { ...body, delivery: { ...to(ownerId), dailyAt: '24:00' } };
    t.match(await owner.call('POST', path, badTime), {
      status: 400,
      body: { errors: [{ pointer: '/delivery/dailyAt' }] },
    });
    t.match(await owner.call('DELETE', one), { status: 204 });
    t.match(await owner.call('DELETE', one), { status: 404, body: { code: 'alert-rule.not-found' } });
    t.strictSame((await owner.call('GET', path)).body.items, []);
  });

  await t.test('silence is found, told, acknowledged, snoozed and over', async (t) => {
    const [first = '', second = ''] = serials('A', 'B');
    const { plantId, inverterIds } = await plantWith(first, second);
    await sharePlant(owner, plantId, viewer, 'viewer');
    await silence(first, 5);
    const rule = await owner.call('POST', `/plants/${plantId}/alert-rules`, {
      condition: noData,
      delivery: to(ownerId, viewerId),
    });
    t.equal(rule.status, 201);
    const incidents = async () => (await owner.call('GET', `/incidents?plantId=${plantId}`)).body.items;
    await untilIncident(plantId, 'open');
    const [incident] = await incidents();
    t.match(incident, {
      ...{
        plantId,
        plantName: 'Scheune',
        inverterId: inverterIds[0],
        inverterName: first,
        status: 'open',
        recoveredAt: null,
      },
      ...{ ruleId: rule.body.id, ruleVersion: 1, timeZone: 'Europe/Berlin', recurrences: 0 },
      evidence: { kind: 'noData', limitMinutes: 60, silentMinutes: 300, inverters: 1 },
    });
    const path = `/incidents/${incident.id}`;
    const headline = /has sent no data for 5 hours/;
    await eventually(
      async () => (await mailsTo(owner, headline)).length + (await mailsTo(viewer, headline)).length === 2,
    );
    const [mail] = await mailsTo(owner, headline);
    t.match(mail?.text, new RegExp(`Scheune[^]*Heard last[^]*${url}/incidents/${incident.id}`));

    await until(`select from outbox where kind = 'alert-mail' and sent_at is not null and $1 <> ''`, plantId, 2);
    t.match((await owner.call('GET', path)).body.history, [
      { what: 'opened', evidence: { kind: 'noData' } },
      { what: 'told', news: 'opened', deliveries: [{ state: 'sent' }, { state: 'sent' }] },
    ]);
    t.match(await stranger.call('GET', path), { status: 404, body: { code: 'incident.not-found' } });
    t.match(await viewer.call('POST', `${path}/acknowledgement`), {
      status: 403,
      body: { code: 'plant.right-missing' },
    });
    t.match(await owner.call('POST', `${path}/acknowledgement`), {
      status: 200,
      body: { acknowledgedAt: /Z$/, history: [{}, {}, { what: 'acknowledged', name: 'Anna Wirt' }] },
    });
    t.match(await owner.call('POST', `${path}/snooze`, { until: '2020-01-01T00:00:00Z' }), {
      status: 422,
      body: { code: 'incident.snooze-past', errors: [{ pointer: '/until' }] },
    });
    const awakeAt = new Date(Date.now() + 48 * hour).toISOString();
    t.match(await owner.call('POST', `${path}/snooze`, { until: awakeAt }), { body: { snoozedUntil: awakeAt } });
    t.match(await viewer.call('DELETE', `${path}/snooze`), { status: 403, body: { code: 'plant.right-missing' } });
    t.match(await owner.call('DELETE', `${path}/snooze`), {
      status: 200,
      body: {
        snoozedUntil: null,
        history: [{}, {}, {}, { what: 'snoozed' }, { what: 'snoozeEnded', name: 'Anna Wirt' }],
      },
    });

    for (const [query, found] of [
      ['', 1],
      ['status=open', 1],
      ['status=past', 0],
      ['kind=noData', 1],
      ['kind=deviation', 0],
      [`search=${first.slice(2).toLowerCase()}%20SCHEUNE`, 1],
      [`search=${second}`, 0],
      [`from=${new Date(Date.now() - hour).toISOString()}`, 1],
      [`to=${new Date(Date.now() - hour).toISOString()}`, 0],
    ] as const) {
      t.equal((await owner.call('GET', `/incidents?plantId=${plantId}&${query}`)).body.items.length, found, query);
    }

    const verdicts = await owner.call('GET', `/plants/${plantId}/alert-rules/${rule.body.id}/verdicts`);
    t.match(
      verdicts.body.items,
      [
        { inverterId: null, verdict: 'clear', evidence: { inverters: 1 } },
        { inverterId: inverterIds[0], verdict: 'notJudged', because: 'awaitsFirstContact', evidence: null },
        { inverterId: inverterIds[1], verdict: 'clear' },
      ],
      'and why nothing would be told: by its history it has come only now',
    );

    await silence(first, 0);
    await lookNow(plantId);
    await untilIncident(plantId, 'recovered');
    await eventually(async () => (await mailsTo(owner, /is sound again/)).length === 1);
    t.match((await owner.call('GET', path)).body, { status: 'recovered', recoveredAt: /Z$/ });
    t.match(await owner.call('POST', `${path}/snooze`, { until: awakeAt }), {
      status: 409,
      body: { code: 'incident.over' },
    });

    await silence(first, 3);
    await lookNow(plantId);
    await untilIncident(plantId, 'open');
    t.match((await owner.call('GET', path)).body, { recurrences: 1, status: 'open' }, 'it came back');

    t.equal((await owner.call('DELETE', `/plants/${plantId}/alert-rules/${rule.body.id}`)).status, 204);
    await untilIncident(plantId, 'closed');
    t.match((await owner.call('GET', path)).body.history.at(-1), { what: 'closed', detail: 'ruleEnded' });
    await until('select from alert_plan where plant_id = $1', plantId, 0);

    const token = await owner.call('POST', '/me/tokens', {
      ...{ name: 'x', password, scopes: ['plants:read', 'alerts:write'], plantIds: [await newPlant(owner)] },
      expiresAt: new Date(Date.now() + 48 * hour).toISOString(),
    });
    const bearer = { authorization: `Bearer ${token.body.token}` };
    t.match(
      await owner.call('GET', '/incidents', undefined, bearer),
      { status: 200, body: { items: { length: 0 } } },
      'a token stays within its plants',
    );
    t.match(await owner.call('GET', `/incidents?plantId=${plantId}`, undefined, bearer), {
      body: { items: { length: 0 } },
    });
    t.match(await owner.call('GET', path, undefined, bearer), { status: 404 });
    t.match(await owner.call('POST', `${path}/acknowledgement`, undefined, bearer), { status: 404 });
  });

  await t.test('a plant that is silent as a whole is one incident', async (t) => {
    const [first = '', second = ''] = serials('C', 'D');
    const { plantId } = await plantWith(first, second);
    await silence(first, 5);
    await silence(second, 5);
    await owner.call('POST', `/plants/${plantId}/alert-rules`, { condition: noData, delivery: to() });
    const incidents = async () => (await owner.call('GET', `/incidents?plantId=${plantId}`)).body.items;
    await untilIncident(plantId, 'open');
    t.match(await incidents(), [{ inverterId: null, inverterName: null, evidence: { inverters: 2 } }]);
    t.equal((await incidents()).length, 1);
  });

  await t.test('errors of devices are told at once', async (t) => {
    const [first = ''] = serials('E');
    const { plantId } = await plantWith(first);
    await owner.call('POST', `/plants/${plantId}/alert-rules`, {
      condition: { kind: 'deviceErrors', severity: 'fault' },
      delivery: to(ownerId),
    });
    await until(`select from alert_plan where plant_id = $1 and due_at > now() + interval '5 minutes'`, plantId);
    await system.intake.recordErrors(
      [
        {
          ...{ serialNumber: SerialNumber.parse(first), mac: null, deviceClockS: wallS(Date.now()), code: '0A010C' },
          ...{ state: 4, stateAfter: 7, short: null, long: null, type: null },
        },
      ],
      Temporal.Now.instant(),
    );
    await eventually(async () => (await mailsTo(owner, /reports: Error 0A010C/)).length === 1);
    t.pass();
  });

  await t.test('a rule is tried on the past before it is saved', async (t) => {
    const [first = '', second = ''] = serials('F', 'G');
    const { plantId, inverterIds } = await plantWith(first, second);
    const now = Temporal.Now.zonedDateTimeISO('Europe/Berlin');
    for (const ago of [3, 2, 1]) {
      await report(first, dayOfRecords(ago, 24_000));
      // On one day the second one makes half, on another it stops at noon.
      const rows = dayOfRecords(ago, ago === 3 ? 12_000 : 23_000);
      await report(second, ago === 2 ? rows.slice(0, 9) : rows);
    }
    await system.sumsSettled();
    const preview = (condition: object) =>
      owner.call('POST', `/plants/${plantId}/alert-rules/preview`, { condition, days: 10 });
    const behind = await preview(deviation);
    t.match(behind, {
      status: 200,
      body: {
        alerts: [
          {
            inverterId: inverterIds[1],
            day: now.subtract({ days: 3 }).toPlainDate().toString(),
            evidence: { kind: 'deviation', deviationPercent: 50, compared: 2, isUncertain: true },
            recoveredAt: /Z$/,
          },
        ],
      },
    });
    t.equal(behind.body.alerts.length, 1);
    t.match(await preview({ ...deviation, thresholdPercent: 60 }), { body: { alerts: { length: 0 } } });
    const [day, next] = [3, 2].map((days) => now.subtract({ days }).toPlainDate().toString());
    const comparison = (query: string) => owner.call('GET', `/plants/${plantId}/comparison${query}`);
    const usual = { id: null, thresholdPercent: 20, basis: 'specific', among: 'orientation' };
    t.match(await comparison(`?from=${day}&to=${next}`), {
      status: 200,
      body: {
        ...{ from: day, to: next, rule: usual },
        inverters: [
          { inverterId: inverterIds[0], energyWh: 24_000, kwhPerKw: 1.2, days: 1, shareOfBest: 1, isBelow: false },
          { inverterId: inverterIds[1], energyWh: 12_000, kwhPerKw: 0.6, days: 1, shareOfBest: 0.5, isBelow: true },
        ],
      },
    });
    t.match(await comparison(`?from=2025-07-01&to=2025-07-08`), {
      body: { inverters: [{ energyWh: null, kwhPerKw: null, days: 0, shareOfBest: null }, {}] },
    });
    t.match(await comparison(''), { body: { from: now.toPlainDate().toString(), inverters: { length: 2 } } });
    const tag = String((await comparison(`?from=${day}&to=${next}`)).headers['etag']);
    const again = await owner.call('GET', `/plants/${plantId}/comparison?from=${day}&to=${next}`, undefined, {
      'if-none-match': tag,
    });
    t.equal(again.status, 304);
    t.match(await comparison(`?from=${next}&to=${day}`), { status: 422, body: { code: 'series.range-empty' } });
    t.match(await comparison(`?from=2024-01-01&to=${next}`), { status: 422, body: { code: 'series.range-too-large' } });
    t.match(await stranger.call('GET', `/plants/${plantId}/comparison`), { status: 404 });
    const own = { ...deviation, thresholdPercent: 60 };
    const added = await owner.call('POST', `/plants/${plantId}/alert-rules`, { condition: own, delivery: to() });
    t.match(
      await comparison(`?from=${day}&to=${next}`),
      {
        body: {
          rule: { id: added.body.id, thresholdPercent: 60, among: 'plant' },
          inverters: [{}, { isBelow: false }],
        },
      },
      'by the rule of the plant',
    );
    t.equal((await owner.call('DELETE', `/plants/${plantId}/alert-rules/${added.body.id}`)).status, 204);
    const silent = await preview({ kind: 'noData', silentMinutes: 60, countsNight: false });
    t.ok(
      silent.body.alerts.some(
        (one: { inverterId: string; day: string }) =>
          one.inverterId === inverterIds[1] && one.day === now.subtract({ days: 2 }).toPlainDate().toString(),
      ),
      'the afternoon without data',
    );
    t.match(await preview({ kind: 'belowForecast', of: 'plant', period: 'day', thresholdPercent: 30 }), {
      body: { alerts: { length: 0 }, notJudgedDays: 10, notJudgedBecause: 'weatherUnknown' },
    });
    t.strictSame((await owner.call('GET', `/incidents?plantId=${plantId}`)).body.items, [], 'nothing happened');
  });

  await t.test('without a licence nobody looks', async (t) => {
    const [first = ''] = serials('H');
    const { plantId } = await plantWith(first);
    await until('select from licences.licences where plant_id = $1', plantId);
    await silence(first, 5);
    await pool.query(
      `update licences.licences set state = jsonb_set(jsonb_set(state, '{trial,lastDay}', '"2020-01-31"'), '{trial,isOver}', 'true') where plant_id = $1`,
      [plantId],
    );
    await owner.call('POST', `/plants/${plantId}/alert-rules`, { condition: noData, delivery: to(ownerId) });
    await until(`select from alert_plan where plant_id = $1 and due_at > now() + interval '30 minutes'`, plantId);
    t.strictSame((await owner.call('GET', `/incidents?plantId=${plantId}`)).body.items, []);
    t.match(await owner.call('POST', `/plants/${plantId}/alert-rules/preview`, { condition: noData }), { status: 402 });
    t.match(await owner.call('GET', `/plants/${plantId}/alert-rules/${randomUUID()}/verdicts`), { status: 402 });
    t.match(await owner.call('GET', `/plants/${plantId}/comparison`), { status: 402 });
  });
});
