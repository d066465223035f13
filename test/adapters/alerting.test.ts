import t from 'tap';
import { alertPlan } from '../../adapters/alerting/plan.js';
import type { AlertCondition } from '../../domain/alerting/rule.js';
import { SerialNumber, type InverterId, type PlantId } from '../../domain/kernel/ids.js';
import { Temporal } from '../../domain/kernel/time.js';
import { watchedPlants } from '../support/watched-plants.js';
import { wallS } from '../support/watched-portal.js';

const behind: AlertCondition = {
  ...{ kind: 'deviation', thresholdPercent: 20, basis: 'specific', among: 'plant' },
  ...{ leastBestKwhPerKw: 0.5, days: 1 },
};
const silent: AlertCondition = { kind: 'noData', silentMinutes: 60, countsNight: true };
const evening = Temporal.Instant.from('2026-07-21T20:30:00Z');

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
    const { inverters } = await world.plantNow(plantId);
    const place = [...inverters.values()].find(({ serialNumber }) => serialNumber === 'X2')?.inverterId as InverterId;
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
