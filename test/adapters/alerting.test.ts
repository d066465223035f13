import { randomUUID } from 'node:crypto';
import t from 'tap';
import type { LookDeps } from '../../adapters/alerting/look.js';
import { alertPlan, type AlertPlan } from '../../adapters/alerting/plan.js';
import { surroundings } from '../../adapters/alerting/surroundings.js';
import { lookAtDue } from '../../adapters/alerting/worker.js';
import { deviceDirectory } from '../../adapters/device-registry/directory.js';
import { catalogue } from '../../adapters/event-log/catalogue.js';
import { postgresIntake } from '../../adapters/readings/intake.js';
import { startSumsWorker } from '../../adapters/readings/sums/worker.js';
import type { AlertEvent } from '../../domain/alerting/events.js';
import type { AlertCondition } from '../../domain/alerting/rule.js';
import { AccountId, AlertRuleId, InverterId, PlantId, SerialNumber } from '../../domain/kernel/ids.js';
import { Temporal } from '../../domain/kernel/time.js';
import type { PlantEvent } from '../../domain/plant/events.js';
import { alertRulesProjection } from '../../projections/alert-rules.js';
import { devicesProjection } from '../../projections/devices.js';
import { openProjections } from '../../projections/engine/engine.js';
import { grantsProjection } from '../../projections/grants.js';
import { incidentsProjection } from '../../projections/incidents.js';
import { licencesProjection } from '../../projections/licences.js';
import { plantsProjection } from '../../projections/plants.js';
import { testLog } from '../support/log.js';
import { wallS } from '../support/watched-portal.js';

const at = '2026-01-01T10:00:00Z';
const ownerId = AccountId.parse(randomUUID());
const behind: AlertCondition = {
  ...{ kind: 'deviation', thresholdPercent: 20, basis: 'specific', among: 'plant' },
  ...{ leastBestKwhPerKw: 0.5, days: 1 },
};
const silent: AlertCondition = { kind: 'noData', silentMinutes: 60, countsNight: true };
const evening = Temporal.Instant.from('2026-07-21T20:30:00Z');

/** Plants in Metzingen that are watched, over a real log, with real read models and readings. */
async function watchedPlants(t: Parameters<typeof testLog>[0] & { fail(message: string): unknown }) {
  const { db, pool, leases, log } = await testLog(t, catalogue);
  const projections = openProjections({
    ...{ db, pool, leases, log },
    projections: [
      ...[plantsProjection, devicesProjection, alertRulesProjection],
      ...[incidentsProjection, licencesProjection, grantsProjection],
    ],
  });
  await projections.start();
  t.teardown(() => projections.stop());
  const intake = postgresIntake({ pool, directory: deviceDirectory(db) });
  const sums = startSumsWorker({ pool, leases, intake, onError: (error) => t.fail(String(error)) });
  t.teardown(async () => {
    await intake.close();
    await sums.stop();
  });
  const deps: LookDeps = { ...surroundings(), db, pool, log, onTrouble: (error) => t.fail(String(error)) };

  async function happened(plantId: PlantId, events: readonly PlantEvent[]): Promise<void> {
    const streamId = `plant-${plantId}`;
    const { revision, hash } = await log.load(streamId);
    const metadata = { actor: { kind: 'system', id: 'test' }, correlationId: randomUUID() } as const;
    const named = events.map((event) => ({ id: randomUUID(), event }));
    const appended = await log.append(streamId, named, { revision, hash }, metadata);
    if (!appended.ok) throw new Error(appended.reason);
    await projections.waitFor(appended.position);
  }

  return {
    ...{ pool, log, intake, sums, deps, happened },

    /** A plant with inverters of 10 kW in it. */
    async plant(serials: readonly string[], conditions: readonly AlertCondition[]): Promise<PlantId> {
      const plantId = PlantId.parse(randomUUID());
      const details = {
        ...{ name: 'Scheune', description: '', moduleName: '', public: false, feedInTariffs: [], kind: 'pv' as const },
        address: { street: '', postcode: '72555', town: 'Metzingen', country: 'DE' },
        location: { latitudeDeg: 48.54, longitudeDeg: 9.28, altitudeM: 350 },
        ...{ timeZone: 'Europe/Berlin', powerTemperatureCoefficientPercentPerK: -0.4, azimuthDeg: 180, tiltDeg: 30 },
        ...{ moduleAreaM2: 300, generatorPowerW: 60_000 },
      };
      await happened(plantId, [
        { type: 'PlantAdded', data: { plantId, ownerId, at, ...details } },
        ...serials.flatMap((serial): readonly PlantEvent[] => {
          const inverterId = InverterId.parse(randomUUID());
          const serialNumber = SerialNumber.parse(serial);
          const rated = { typeId: 'refusol-010k', nominalPowerW: 10_000, powerAssumed: false };
          const place = { plantId, inverterId, at, ownerId, serialNumber, name: serial, subplantId: null };
          return [
            { type: 'InverterAdded', data: { ...place, claim: 'code', ...rated } },
            { type: 'InverterActivated', data: { plantId, inverterId, at, serialNumber, proof: 'code' } },
          ];
        }),
        ...conditions.map((condition): PlantEvent => {
          const ruleId = AlertRuleId.parse(randomUUID());
          const recipients = [{ accountId: ownerId, language: 'de' as const }];
          const delivery = { recipients, dailyAt: null, quietHours: null, reminders: 3, reminderDays: 1 };
          return { type: 'AlertRuleSet', data: { plantId, ruleId, at, version: 1, condition, delivery, isOn: true } };
        }),
      ]);
      return plantId;
    },

    /** Somebody looks at whatever is due; answers which plants were taken. */
    async look(now: Temporal.Instant, { listeningSinceS = -Infinity, plan = alertPlan(pool) } = {}) {
      const taken: string[] = [];
      const watching: AlertPlan = {
        ...plan,
        // A few at a time, so that others get some.
        take: async (...[instant]) => {
          const some = await plan.take(instant, 2);
          taken.push(...some.map(({ plantId }) => plantId));
          return some;
        },
      };
      const { signal } = new AbortController();
      await lookAtDue(deps, watching, { listeningSinceS, now: () => now, signal });
      return taken;
    },

    /** What happened to the incidents of a plant. */
    async incidents(plantId: PlantId): Promise<readonly AlertEvent[]> {
      const { events, position } = await log.load(`alerting-${plantId}`);
      if (position !== null) await projections.waitFor(position);
      return events as readonly AlertEvent[];
    },
  };
}

/** What a device sent on a day, every ten minutes while the sun was up. */
function dayOf(
  serial: string,
  {
    powerW = 5_000,
    counter,
    from = '04:00',
    to = '18:50',
  }: {
    readonly powerW?: number;
    readonly counter?: (minutes: number) => number;
    readonly from?: string;
    readonly to?: string;
  } = {},
) {
  const [startMs, endMs] = [Date.parse(`2026-07-21T${from}Z`), Date.parse(`2026-07-21T${to}Z`)];
  return Array.from({ length: (endMs - startMs) / 600_000 + 1 }, (_, index) => ({
    ...{ serialNumber: SerialNumber.parse(serial), mac: null, intervalS: 600 },
    deviceClockS: wallS(startMs + index * 600_000),
    channels: {
      ...{ acPowerW: powerW, status: 4 },
      ...(counter && { dayEnergyWh: Math.round(counter(index * 10)) }),
    },
  }));
}

t.test('several look, each plant is looked at once, and told of once', async (t) => {
  const world = await watchedPlants(t);
  const { pool } = world;
  const plants = await Promise.all(
    Array.from({ length: 9 }, (_, n) => world.plant([`A${n}`, `B${n}`], [behind, silent])),
  );
  await pool.query(
    `insert into public.devices (serial_number, first_seen_at, last_seen_at)
     select serial_number, $1::timestamptz - interval '1 year', $1 from devices.assignments
     on conflict (serial_number) do update set last_seen_at = excluded.last_seen_at`,
    [evening.toString()],
  );
  await pool.query(
    `insert into public.device_days (plant_id, inverter_id, device_id, day, energy_wh, first_at, last_at)
     select stay.plant_id, stay.inverter_id, device.id, '2026-07-21',
       case when serial_number like 'A%' then 50000 else 30000 end, '2026-07-21T04:00Z', '2026-07-21T19:00Z'
     from devices.assignments stay join public.devices device using (serial_number)`,
  );
  const plan = alertPlan(pool);
  await plan.planChanged(-1n, evening);

  const looked = await Promise.all([world.look(evening), world.look(evening), world.look(evening)]);
  t.same(looked.flat().toSorted(), plants.toSorted());
  for (const plantId of plants) {
    const events = await world.incidents(plantId);
    t.same(
      events.map(({ type }) => type),
      ['IncidentOpened', 'IncidentsTold'],
    );
  }

  await t.test('a plant whose worker died is left to the others', async (t) => {
    const later = evening.add({ minutes: 6 });
    const lost = await plan.take(later, 4);
    t.equal(lost.length, 4);
    t.equal((await world.look(later)).length, 5);
    const takenOver = await world.look(later.add({ seconds: 121 }));
    t.same(takenOver.toSorted(), lost.map(({ plantId }) => plantId).toSorted());
  });

  await t.test('after an outage of ten days each plant is looked at once, and nobody is flooded', async (t) => {
    const back = evening.add({ hours: 240 });
    await plan.listen(evening);
    const listeningSinceS = await plan.listen(back);
    t.equal(listeningSinceS, back.epochMilliseconds / 1_000, 'it has not listened since');
    const catchingUp = await Promise.all([
      world.look(back, { listeningSinceS }),
      world.look(back, { listeningSinceS }),
    ]);
    t.same(catchingUp.flat().toSorted(), plants.toSorted());
    for (const plantId of plants) {
      const events = (await world.incidents(plantId)).slice(2);
      t.match(
        events,
        [{ type: 'IncidentsTold', data: { letters: [{ items: [{ news: 'reminder' }] }] } }],
        'one reminder for ten days, and the silence of ten days is nobody’s',
      );
      t.equal(events.length, 1);
    }
  });
});

t.test('what was measured is judged as it was, whatever happened to devices and counters', async (t) => {
  const world = await watchedPlants(t);
  const { intake, sums, pool } = world;
  const plan = alertPlan(pool);
  let planned = -1n;
  const judge = async (plantId: PlantId, now: Temporal.Instant) => {
    await sums.settled();
    planned = await plan.planChanged(planned, now);
    await pool.query('update alert_plan set due_at = $2 where plant_id = $1', [plantId, now.toString()]);
    await world.look(now);
    return world.incidents(plantId);
  };
  const steady = (minutes: number) => (5_000 * minutes) / 60;

  await t.test('a counter that begins anew at noon', async (t) => {
    const plantId = await world.plant(['R1', 'R2', 'R3'], [behind]);
    await intake.record(dayOf('R1', { counter: steady }), evening);
    const reset = (minutes: number) => steady(minutes < 480 ? minutes : minutes - 480);
    await intake.record(dayOf('R2', { counter: reset }), evening);
    await intake.record(dayOf('R3', { powerW: 3_000, counter: (minutes) => 0.6 * steady(minutes) }), evening);
    const [opened, ...more] = await judge(plantId, evening);
    t.match(opened, { type: 'IncidentOpened', data: { evidence: { kind: 'deviation', compared: 3 } } });
    t.match(more, [{ type: 'IncidentsTold' }], 'only the one that made less is found');
    t.equal(more.length, 1);
    if (opened?.type !== 'IncidentOpened' || opened.data.evidence.kind !== 'deviation') return t.fail();
    t.ok(Math.abs(opened.data.evidence.deviationPercent - 40) < 2, `${opened.data.evidence.deviationPercent} %`);
  });

  await t.test('a device that was exchanged at noon', async (t) => {
    const plantId = await world.plant(['X1', 'X2'], [behind]);
    const { events } = await world.log.load(`plant-${plantId}`);
    const place = events.flatMap((event) => {
      const added = event as PlantEvent;
      return added.type === 'InverterAdded' && added.data.serialNumber === 'X2' ? [added.data.inverterId] : [];
    })[0] as InverterId;
    await intake.record(dayOf('X1', { counter: steady }), evening);
    await intake.record(dayOf('X2', { counter: steady, to: '11:00' }), Temporal.Instant.from('2026-07-21T11:01:00Z'));
    const exchange = {
      ...{ plantId, inverterId: place, at: '2026-07-21T11:05:00Z', exchangedAt: '2026-07-21T11:05:00Z' },
      ...{
        oldSerialNumber: SerialNumber.parse('X2'),
        newSerialNumber: SerialNumber.parse('X3'),
        claim: 'code' as const,
      },
      ...{ typeId: 'refusol-010k', nominalPowerW: 20_000, powerAssumed: false },
    };
    await world.happened(plantId, [
      { type: 'InverterExchanged', data: exchange },
      {
        type: 'InverterActivated',
        data: {
          ...{ plantId, inverterId: place, at: exchange.at },
          ...{ serialNumber: exchange.newSerialNumber, proof: 'code' },
        },
      },
    ]);
    // The new one is twice as large and makes twice as much: by kilowatt the same.
    await intake.record(dayOf('X3', { powerW: 10_000, counter: (m) => 2 * steady(m), from: '11:10' }), evening);
    t.same(await judge(plantId, evening), [], 'nothing is found');
    const { rows } = await pool.query(
      'select count(*)::int as parts, sum(energy_wh)::int as wh from device_days where inverter_id = $1',
      [place],
    );
    t.equal(rows[0].parts, 2);
    t.ok(rows[0].wh > 100_000, `${rows[0].wh} Wh of both`);
  });

  await t.test('records that come late heal what is open', async (t) => {
    const plantId = await world.plant(['L1', 'L2'], [behind]);
    await intake.record(dayOf('L1'), evening);
    await intake.record([...dayOf('L2', { to: '07:00' }), ...dayOf('L2', { from: '13:00' })], evening);
    const found = await judge(plantId, evening);
    t.same(
      found.map(({ type }) => type),
      ['IncidentOpened', 'IncidentsTold'],
    );
    const later = evening.add({ minutes: 10 });
    await intake.record(dayOf('L2', { from: '07:10', to: '12:50' }), later);
    t.match((await judge(plantId, later)).slice(2), [
      { type: 'IncidentRecovered', data: { because: 'dataCorrected' } },
      { type: 'IncidentsTold', data: { letters: [{ items: [{ news: 'recovered' }] }] } },
    ]);
  });
});
