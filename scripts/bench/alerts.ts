import { randomUUID } from 'node:crypto';
import { parseArgs } from 'node:util';
import type { Db } from '../../adapters/database/port.js';
import type { LookDeps } from '../../adapters/alerting/look.js';
import { alertPlan, type AlertPlan } from '../../adapters/alerting/plan.js';
import { surroundings } from '../../adapters/alerting/surroundings.js';
import { lookAtDue } from '../../adapters/alerting/worker.js';
import { readConfig } from '../../adapters/config.js';
import type { OpenEventLog } from '../../adapters/event-log/event-log.js';
import { openStoresOnly } from '../../adapters/system/stores.js';
import { alertPresets } from '../../domain/alerting/presets.js';
import { AccountId, AlertRuleId } from '../../domain/kernel/ids.js';
import { Temporal } from '../../domain/kernel/time.js';
import type { PlantEvent } from '../../domain/plant/events.js';
import { alertRulesProjection } from '../../projections/alert-rules.js';
import { devicesProjection } from '../../projections/devices.js';
import { applyBatch } from '../../projections/engine/follower.js';
import { asFollower } from '../../projections/engine/tables.js';
import { grantsProjection } from '../../projections/grants.js';
import { incidentsProjection } from '../../projections/incidents.js';
import { licencesProjection } from '../../projections/licences.js';
import { plantsProjection } from '../../projections/plants.js';
import { fillReadModels, fillWeather, germanPlant } from './german-plants.js';
import { ownServer } from './own-server.js';

const help = `How long it takes to hold the rules of all plants against what is known of them on one evening: the rules of the preset
"balanced", read models, day sums, climate and weather filled without the log, looked at as the worker does.

  --plants N       plants (default 100000)
  --inverters N    inverters of each (default 4)
  --faulty N       of so many plants one has an inverter that is behind, which opens an incident (default 200)
  --json           print JSON instead of text
`;

const { values: options } = parseArgs({
  options: {
    plants: { type: 'string', default: '100000' },
    inverters: { type: 'string', default: '4' },
    faulty: { type: 'string', default: '200' },
    json: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});
if (options.help) {
  process.stdout.write(help);
  process.exit(0);
}
const [plants, inverters, faulty] = [Number(options.plants), Number(options.inverters), Number(options.faulty)];

const evening = Temporal.Instant.from('2026-07-21T20:30:00Z');
const at = '2026-01-01T10:00:00Z';

/** A plant that is watched by the rules of the preset. */
function watchedPlant(number: number): readonly PlantEvent[] {
  const ownerId = AccountId.parse(randomUUID());
  const life = germanPlant({ number, ownerId, inverters });
  const { plantId } = life[0].data;
  const { conditions, delivery } = alertPresets.balanced;
  const rules = conditions.map((condition): PlantEvent => {
    const told = { ...delivery, recipients: [{ accountId: ownerId, language: 'de' as const }] };
    const ruleId = AlertRuleId.parse(randomUUID());
    return { type: 'AlertRuleSet', data: { plantId, ruleId, at, version: 1, condition, delivery: told, isOn: true } };
  });
  return [...life, ...rules];
}

/** Every device was heard on this evening, and has the sums of two days; of `faulty` plants one inverter made half. */
const measurements = `
  insert into public.devices (serial_number, first_seen_at, last_seen_at)
    select serial_number, $1::timestamptz - interval '1 year', $1::timestamptz - interval '1 hour' from devices.assignments;
  insert into public.device_days (plant_id, inverter_id, device_id, day, energy_wh, first_at, last_at)
    select stay.plant_id, stay.inverter_id, device.id, day.day,
      case when device.serial_number ~ '-0$' and split_part(substr(device.serial_number, 2), '-', 1)::int % ${faulty} = 0
        then 50000 else 96000 + random() * 3000 end,
      day.day + interval '4 hours', day.day + interval '19 hours 20 minutes'
    from devices.assignments stay join public.devices device using (serial_number)
    cross join (values (date '2026-07-20'), (date '2026-07-21')) as day (day)`;

const server = await ownServer();
try {
  const config = readConfig({
    DATABASE_URL: server.url,
    MASTER_KEY: Buffer.alloc(32, 7).toString('base64'),
    JWT_SECRET: 'x'.repeat(40),
  });
  const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };
  const stores = await openStoresOnly(config, silent);
  const { db, pool } = stores.database;
  process.stderr.write(`filling ${plants} plants with ${inverters} inverters each …\n`);
  await fillReadModels(db, {
    ...{ plants, lifeOf: watchedPlant },
    following: [plantsProjection, devicesProjection, alertRulesProjection],
    empty: [incidentsProjection, licencesProjection, grantsProjection],
  });
  await fillWeather(pool, { lastDay: '2026-07-21', days: 35 });
  for (const statement of measurements.split(';'))
    await pool.query(statement.replaceAll('$1', `'${evening.toString()}'`));
  await pool.query('analyze');
  const plan = alertPlan(pool);
  await plan.planChanged(-1n, evening);
  const troubles: unknown[] = [];
  const deps = {
    ...surroundings(),
    db,
    pool,
    log: stores.log,
    onTrouble: (error: unknown) => void troubles.push(error),
  };
  const rounds = [];
  let followedTo = 0n;
  for (const name of ['the first evening', 'once more, nothing new']) {
    await pool.query('update alert_plan set due_at = $1', [evening.toString()]);
    rounds.push({ name, ...(await lookAtAll(deps, plan)) });
    followedTo = await catchUp(db, stores.log, followedTo);
  }
  const { rows } = await pool.query('select count(*)::int as opened from incidents.incidents');
  const result = { plants, inverters, opened: rows[0]?.opened, troubles: troubles.length, rounds };
  process.stdout.write(options.json ? `${JSON.stringify(result)}\n` : textOf(result));
  await stores.close();
  if (troubles.length > 0) throw troubles[0];
} finally {
  await server.stop();
}

type Round = { readonly name: string; readonly seconds: number; readonly mostMb: number };

async function lookAtAll(deps: LookDeps, plan: AlertPlan): Promise<Omit<Round, 'name'>> {
  const startedAt = performance.now();
  let mostMb = 0;
  const watching = setInterval(() => (mostMb = Math.max(mostMb, process.memoryUsage.rss() / 1_048_576)), 100);
  const { signal } = new AbortController();
  await lookAtDue(deps, plan, { listeningSinceS: -Infinity, now: () => evening, signal });
  clearInterval(watching);
  return { seconds: (performance.now() - startedAt) / 1_000, mostMb };
}

/** The read model of incidents follows the log, as it does beside the worker. */
async function catchUp(db: Db, log: OpenEventLog, from: bigint): Promise<bigint> {
  const wish = { after: from, prefixes: incidentsProjection.prefixes, batchSize: 1_000, unknown: 'skip' } as const;
  const stopping = new AbortController();
  let position = from;
  for await (const followed of log.follow({ ...wish, signal: stopping.signal })) {
    await applyBatch(db, asFollower(incidentsProjection), position, followed);
    position = followed.position;
    if (position >= (await log.head())) stopping.abort();
  }
  return position;
}

function textOf({ opened, rounds }: { readonly opened: number; readonly rounds: readonly Round[] }): string {
  const lines = rounds.map(
    ({ name, seconds, mostMb }) =>
      `${name}: ${seconds.toFixed(1)} s, ${Math.round(plants / seconds)} plants/s, at most ${Math.round(mostMb)} MB resident`,
  );
  return `${plants} plants × ${inverters} inverters, ${opened} incidents\n${lines.join('\n')}\n`;
}
