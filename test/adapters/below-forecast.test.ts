import t from 'tap';
import { alertLooks } from '../../adapters/alerting/past.js';
import { alertPlan } from '../../adapters/alerting/plan.js';
import type { AlertCondition, AlertRule } from '../../domain/alerting/rule.js';
import type { PlantId } from '../../domain/kernel/ids.js';
import { Temporal } from '../../domain/kernel/time.js';
import { watchedPlants } from '../support/watched-plants.js';

t.test('a month below its forecast, by the model or as the owner wrote it', async (t) => {
  const world = await watchedPlants(t);
  const { pool } = world;
  const monthly = { kind: 'belowForecast', of: 'plant', period: 'month', thresholdPercent: 20 } as const;
  const plan = alertPlan(pool);
  let planned = -1n;
  const looked = async (plantId: PlantId, text: string) => {
    const now = Temporal.Instant.from(text);
    planned = await plan.planChanged(planned, now);
    await pool.query('update alert_plan set due_at = $2 where plant_id = $1', [plantId, text]);
    await world.look(now);
    return world.incidents(plantId);
  };
  /** So much of each inverter on each of these days. */
  const made = (plantId: PlantId, kwh: number, [first, last]: readonly [string, string]) =>
    pool.query(
      `insert into public.device_days (plant_id, inverter_id, device_id, day, energy_wh, first_at, last_at)
       select stay.plant_id, stay.inverter_id, device.id, day, $2::integer, day + interval '5 hours', day + interval '19 hours'
       from devices.assignments stay join public.devices device using (serial_number),
         generate_series($3::date, $4::date, interval '1 day') as day
       where stay.plant_id = $1`,
      [plantId, kwh * 1_000, first, last],
    );
  const july = ['2026-07-01', '2026-07-31'] as const;
  /** Two fifths less than the climate has. */
  const littleKwh = 60;
  const plantOf = async (serials: readonly string[], conditions: readonly AlertCondition[] = [monthly]) => {
    const plantId = await world.plant(serials, conditions);
    await pool.query(
      `insert into public.devices (serial_number, first_seen_at, last_seen_at)
       select unnest($1::text[]), '2026-01-01', '2026-08-01' on conflict do nothing`,
      [serials],
    );
    return plantId;
  };
  const own = (plantId: PlantId, month: number, kwh: number) => {
    const monthsWh = Array.from({ length: 12 }, (_, index) => (index === month - 1 ? kwh * 1_000 : null));
    return world.happened(plantId, [
      { type: 'ForecastSet', data: { plantId, at: '2026-08-02T09:00:00Z', inverterId: null, monthsWh } },
    ]);
  };
  const past = async (plantId: PlantId, condition: AlertCondition, now: string) => {
    const [rule] = (await world.plantNow(plantId)).alertRules.values();
    return alertLooks(world.deps).past(await world.plantNow(plantId), {
      ...{ rule: { ...(rule as AlertRule), condition }, days: 30, now: Temporal.Instant.from(now) },
    });
  };

  const plantId = await plantOf(['M1', 'M2']);
  await made(plantId, littleKwh, july);

  await t.test('is told of when it is over, and heals when the owner expects less', async (t) => {
    t.same(await looked(plantId, '2026-07-31T20:30:00Z'), [], 'it is not over yet');
    const [opened, ...told] = await looked(plantId, '2026-08-01T02:00:00Z');
    t.match(opened, {
      type: 'IncidentOpened',
      data: {
        inverterId: null,
        evidence: { kind: 'belowForecast', from: '2026-07-01', source: 'model', energyWh: 62 * littleKwh * 1_000 },
      },
    });
    t.match(told, [{ type: 'IncidentsTold' }]);
    if (opened?.type !== 'IncidentOpened' || opened.data.evidence.kind !== 'belowForecast') return t.fail();
    const { forecastWh } = opened.data.evidence;
    t.ok(forecastWh > 5.5e6 && forecastWh < 7e6, `${forecastWh} Wh, as 20 kW let through of 60`);

    await own(plantId, 7, 4_000);
    t.match((await looked(plantId, '2026-08-02T10:00:00Z')).slice(2), [
      { type: 'IncidentRecovered', data: { evidence: { source: 'user', forecastWh: 4_000_000 } } },
      { type: 'IncidentsTold' },
    ]);
  });

  await t.test('what the rule would have told in the last days', async (t) => {
    t.match(
      await past(plantId, monthly, '2026-08-20T12:00:00Z'),
      { alerts: { length: 0 } },
      'by what the owner expects',
    );
    await own(plantId, 7, 10_000);
    const { alerts } = await past(plantId, monthly, '2026-08-20T12:00:00Z');
    t.match(alerts, [{ inverterId: null, evidence: { from: '2026-07-01', forecastWh: 10_000_000, source: 'user' } }]);
    t.equal(alerts.length, 1);
  });

  await t.test('a day by its weather, or not at all', async (t) => {
    const daily = { ...monthly, period: 'day' } as const;
    const unknown = await past(plantId, daily, '2026-08-20T12:00:00Z');
    t.match(unknown, { alerts: { length: 0 }, notJudgedDays: 30, notJudgedBecause: 'weatherUnknown' });
    await world.weather('2026-07-25', 1, '2026-07-26T00:30:00Z');
    await world.weather('2026-07-26', 0.2, '2026-07-27T06:00:00Z');
    await world.weather('2026-07-28', 1, '2026-07-26T18:00:00Z');
    const { alerts, ...rest } = await past(plantId, daily, '2026-08-20T12:00:00Z');
    t.match(alerts, [
      {
        ...{ inverterId: null, recoveredAt: /^2026-07-27/ },
        evidence: { period: 'day', from: '2026-07-25', energyWh: 2 * littleKwh * 1_000, source: 'model' },
      },
    ]);
    t.equal(alerts.length, 1, 'a dark day, and one whose weather was a forecast, alarm nobody');
    t.equal(rest.notJudgedDays, 28);

    const watched = await plantOf(['D1', 'D2'], [daily]);
    await made(watched, littleKwh, ['2026-07-24', '2026-07-25']);
    t.same(await looked(watched, '2026-07-25T06:00:00Z'), [], 'without weather');
    t.match(await looked(watched, '2026-07-26T06:00:00Z'), [
      { type: 'IncidentOpened', data: { evidence: { period: 'day', from: '2026-07-25' } } },
      { type: 'IncidentsTold' },
    ]);
  });

  await t.test('in winter by what is written only', async (t) => {
    await made(plantId, 1, ['2026-11-01', '2026-11-30']);
    t.match(await past(plantId, monthly, '2026-12-20T12:00:00Z'), {
      ...{ alerts: { length: 0 }, notJudgedBecause: 'winterByClimate' },
    });
    await own(plantId, 11, 1_000);
    t.match(await past(plantId, monthly, '2026-12-20T12:00:00Z'), {
      alerts: [{ evidence: { from: '2026-11-01', energyWh: 60_000, source: 'user' } }],
    });
  });

  await t.test('of which a third is missing, says nothing', async (t) => {
    const gappy = await plantOf(['G1']);
    await made(gappy, 1, ['2026-07-01', '2026-07-20']);
    t.same(await looked(gappy, '2026-08-01T02:00:00Z'), []);
    t.match(await past(gappy, monthly, '2026-08-20T12:00:00Z'), {
      alerts: { length: 0 },
      notJudgedBecause: 'dataMissing',
    });
  });
});
