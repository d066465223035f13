import { randomUUID } from 'node:crypto';
import { loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import type pg from 'pg';
import { openDatabase } from '../../adapters/database/database.js';
import { migrate } from '../../adapters/database/migrate.js';
import type { Db } from '../../adapters/database/port.js';
import { refreshStandings, type StandingsDeps } from '../../adapters/fleet/standings.js';
import { postgresKeptViews, type FleetView } from '../../adapters/kept-views.js';
import { postgresProduction } from '../../adapters/readings/queries.js';
import { deviceSightings } from '../../adapters/readings/sightings.js';
import { spreadsheets } from '../../adapters/spreadsheet/spreadsheets.js';
import { wholeMonitoring } from '../../domain/account/services.js';
import { AccountId } from '../../domain/kernel/ids.js';
import { Temporal } from '../../domain/kernel/time.js';
import { buildApp } from '../../http/app.js';
import { fleetRoutes } from '../../http/routes/fleet.js';
import { devicesProjection } from '../../projections/devices.js';
import { listFleet } from '../../projections/fleet.js';
import { grantsProjection } from '../../projections/grants.js';
import { incidentsOf, incidentsProjection } from '../../projections/incidents.js';
import { licencesOf, licencesProjection } from '../../projections/licences.js';
import { plantsProjection } from '../../projections/plants.js';
import { fillReadModels, fillWeather, germanPlant } from './german-plants.js';
import { ownServer } from './own-server.js';
import { seconds } from './timing.js';

const help = `The list of an account with many plants through the whole HTTP application, and what keeps it ready.

  --plants N      plants of the account (default 5000), two inverters each with 30 days of sums, climate and weather
  --others N      plants of others beside them (default 5000)
  --queries N     measured calls of each kind (default 100)
  --json          print JSON instead of a table
`;

const { values: options } = parseArgs({
  options: {
    plants: { type: 'string', default: '5000' },
    others: { type: 'string', default: '5000' },
    queries: { type: 'string', default: '100' },
    json: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});
const owner = AccountId.parse(randomUUID());

if (options.help) process.stdout.write(help);
else await run(Number(options.plants), Number(options.others), Number(options.queries));

async function run(plants: number, others: number, queries: number): Promise<void> {
  if (!(plants >= 1) || !(others >= 0) || !(queries >= 1)) throw new RangeError(help);
  const loadBefore = loadavg()[0] ?? 0;
  const server = await ownServer();
  const database = openDatabase(server.url);
  const { db, pool } = database;
  try {
    await migrate(db);
    await fillReadModels(db, {
      plants: plants + others,
      lifeOf: (number) =>
        germanPlant({ number, ownerId: number < plants ? owner : AccountId.parse(randomUUID()), inverters: 2 }),
      following: [plantsProjection, devicesProjection],
      empty: [incidentsProjection, licencesProjection, grantsProjection],
    });
    await fillWeather(pool, { lastDay: Temporal.Now.plainDateISO().toString(), days: 35 });
    await measurements(pool);
    const clock = { now: () => Temporal.Now.instant() };
    const deps = { db, pool, lastSeen: deviceSightings(pool), production: postgresProduction(pool) };
    const tomorrow = { now: () => Temporal.Now.instant().add({ hours: 24 }) };
    const first = await standingsBy({ ...deps, clock });
    const againS = await seconds(() => refreshStandings({ ...deps, clock }));
    const nextDay = await standingsBy({ ...deps, clock: tomorrow });
    await pool.query('vacuum analyze');
    report({ plants, others, loadBefore, first, againS, nextDay }, await measure(db, pool, queries));
  } finally {
    await database.close();
    await server.stop();
  }
}

/** Every device was heard of some minutes ago, and has the sums of 30 days and of today. */
async function measurements(pool: pg.Pool): Promise<void> {
  const statements = [
    `insert into devices (serial_number, first_seen_at, last_seen_at)
     select serial_number, now() - interval '1 year', now() from devices.assignments`,
    `insert into device_latest (device_id, measured_at, interval_s, ac_power_w, status)
     select id, now() - interval '3 minutes', 600, 1000 + id % 9000, case when id % 100 = 0 then 7 else 4 end from devices`,
    `insert into device_days (plant_id, inverter_id, device_id, day, energy_wh, first_at, last_at)
     select stay.plant_id, stay.inverter_id, device.id, day::date, 15000 + random() * 30000, day + interval '8 hours',
       day + interval '16 hours'
     from devices.assignments stay join devices device using (serial_number)
     cross join generate_series(current_date - 30, current_date, interval '1 day') day`,
    'analyze',
  ];
  for (const statement of statements) await pool.query(statement);
}

/** Rounds until every plant has been compared on that day. */
async function standingsBy(deps: StandingsDeps): Promise<Rounds> {
  const now = deps.clock.now();
  let rounds = 0;
  const took = await seconds(async () => {
    for (let left = 1; left > 0; rounds++) {
      await refreshStandings(deps);
      const { rows } = await deps.pool.query<{ left: number }>(
        'select count(*)::int as left from plant_standings where compared_at is null or compared_at < $1',
        [now.toString()],
      );
      left = rows[0]?.left ?? 0;
    }
  });
  return { rounds, seconds: took };
}

function textOf({ rounds, seconds: took }: Rounds): string {
  return `${took.toFixed(1)} s in ${rounds} rounds`;
}

type Row = { readonly query: string; readonly p50Ms: number; readonly p99Ms: number };

async function measure(db: Db, pool: pg.Pool, queries: number): Promise<readonly Row[]> {
  const nobody = () => Promise.reject(new Error('nothing is changed here'));
  let authorization = '';
  const app = await buildApp({
    routes: [
      async (api) => {
        authorization = `Bearer ${api.jwt.sign({ sub: owner, sid: randomUUID() })}`;
      },
      fleetRoutes({
        ...{ log: { load: nobody, append: nobody } as never, clock: { now: () => Temporal.Now.instant() } },
        listFleet: (accountId, wish) => listFleet(db, accountId, wish),
        licencesOf: (plantIds) => licencesOf(db, plantIds),
        incidentsOf: (plantIds) => incidentsOf(db, plantIds),
        ...{ namesOf: async () => new Map(), waitFor: nobody },
        ...{ fleetViews: postgresKeptViews<FleetView>(pool, 'fleet_views'), spreadsheets: spreadsheets() },
      }),
    ],
    auth: { jwtSecret: 'x'.repeat(40), isSessionActive: async () => true, useToken: async () => null },
    access: {
      documentsDueOf: async () => [],
      rightsOf: async () => ({ roles: [], secondFactor: 'missing' }),
      monitoringOf: async () => wholeMonitoring,
      plantRoleOf: async () => null,
    },
    maxRequestsPerMinute: Number.MAX_SAFE_INTEGER,
  });
  await app.ready();
  const get = async (query: string) => {
    const answer = await app.inject({ url: `/api/v1/fleet?${query}`, headers: { authorization } });
    if (answer.statusCode !== 200) throw new Error(answer.body);
    return answer.json<{ readonly next: string | null }>();
  };
  const { next } = await get('');
  const rows = [
    await timed('opened: counters and the first 100', queries, () => get('')),
    await timed('the next 500', queries, () => get(`limit=500&cursor=${next}`)),
    await timed('one state', queries, () => get('show=fault')),
    await timed('two words searched', queries, () => get('search=plant%2012')),
    await timed('sorted by name', queries, () => get('sort=name&order=asc')),
    await timed('all of them, page after page', Math.ceil(queries / 20), async () => {
      let cursor = (await get('')).next;
      while (cursor !== null) cursor = (await get(`limit=500&cursor=${cursor}`)).next;
    }),
  ];
  await app.close();
  return rows;
}

async function timed(query: string, times: number, call: () => Promise<unknown>): Promise<Row> {
  for (let i = 0; i < 3; i++) await call();
  const durations: number[] = [];
  for (let i = 0; i < times; i++) durations.push((await seconds(call)) * 1_000);
  durations.sort((a, b) => a - b);
  const ranked = (share: number) =>
    durations[Math.min(durations.length - 1, Math.floor(durations.length * share))] ?? 0;
  return { query, p50Ms: ranked(0.5), p99Ms: ranked(0.99) };
}

type Rounds = { readonly rounds: number; readonly seconds: number };
type Facts = Readonly<Record<'plants' | 'others' | 'loadBefore' | 'againS', number>> &
  Readonly<Record<'first' | 'nextDay', Rounds>>;

function report(facts: Facts, rows: readonly Row[]): void {
  const { plants, others, loadBefore, first, againS, nextDay } = facts;
  if (options.json) {
    process.stdout.write(`${JSON.stringify({ ...facts, rows })}\n`);
    return;
  }
  process.stdout.write(
    `${plants} plants of one account, ${others} of others; load before ${loadBefore.toFixed(1)}\n` +
      `all standings for the first time ${textOf(first)}, once more ${againS.toFixed(1)} s, on the next day ${textOf(nextDay)}\n`,
  );
  for (const { query, p50Ms, p99Ms } of rows) {
    const [p50, p99] = [p50Ms, p99Ms].map((ms) => ms.toFixed(1).padStart(7));
    process.stdout.write(`${query.padEnd(36)} p50 ${p50} ms   p99 ${p99} ms\n`);
  }
}
