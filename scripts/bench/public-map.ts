import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import type pg from 'pg';
import { openDatabase } from '../../adapters/database/database.js';
import { migrate } from '../../adapters/database/migrate.js';
import { refreshPublicYields } from '../../adapters/public-map/yields.js';
import { wholeMonitoring } from '../../domain/account/services.js';
import { PlantId } from '../../domain/kernel/ids.js';
import type { PlantEvent } from '../../domain/plant/events.js';
import { plantSizes } from '../../domain/plant/public-map.js';
import { publicPlantRoutes } from '../../http/routes/public-plants.js';
import { buildApp } from '../../http/app.js';
import type { LoggedEvent } from '../../projections/engine/projection.js';
import { applyBatch } from '../../projections/engine/follower.js';
import { asFollower, recreate } from '../../projections/engine/tables.js';
import {
  findPublicPlant,
  listPublicPlants,
  publicClusters,
  publicTotals,
} from '../../projections/public-plant-queries.js';
import { publicPlantsProjection } from '../../projections/public-plants.js';
import { ownServer } from './own-server.js';
import { seconds, timedOften, type TimedRow } from './timing.js';

const help = `List pages and map of public plants through the whole HTTP application.

  --plants N      public plants (default 200000), most of them in Germany, two inverters each
  --queries N     measured calls of each kind (default 1000)
  --json          print JSON instead of a table
`;

const countries = ['DE', 'DE', 'DE', 'DE', 'DE', 'DE', 'DE', 'AT', 'FR', 'IT'] as const;
const idOf = (n: number) => PlantId.parse(`00000000-0000-4000-8a00-${n.toString(16).padStart(12, '0')}`);
/** Numbers from 0 to 1 that look like chance and are the same each time (the last step of MurmurHash3). */
function chance(n: number, salt: number): number {
  let hash = Math.imul(n + 1, 2_654_435_761) ^ Math.imul(salt, 40_503);
  hash = Math.imul(hash ^ (hash >>> 16), 2_246_822_507);
  hash = Math.imul(hash ^ (hash >>> 13), 3_266_489_909);
  return ((hash ^ (hash >>> 16)) >>> 0) / 4_294_967_296;
}

const { values: options } = parseArgs({
  options: {
    plants: { type: 'string', default: '200000' },
    queries: { type: 'string', default: '1000' },
    json: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});
if (options.help) process.stdout.write(help);
else await run(Number(options.plants), Number(options.queries));

async function run(plants: number, queries: number): Promise<void> {
  if (!(plants >= 1) || !(queries >= 1)) throw new RangeError(help);
  const server = await ownServer();
  const database = openDatabase(server.url);
  try {
    await migrate(database.db);
    await fill(database, plants);
    const refreshS = await seconds(() => refreshPublicYields(database.pool));
    const againS = await seconds(() => refreshPublicYields(database.pool));
    await database.pool.query('vacuum analyze');
    report(plants, { refreshS, againS }, await measure(database.db, queries));
  } finally {
    await database.close();
    await server.stop();
  }
}

async function fill({ db, pool }: ReturnType<typeof openDatabase>, plants: number): Promise<void> {
  await db.transaction().execute((tx) => recreate(tx, publicPlantsProjection));
  const batch = 2_000;
  for (let first = 0; first < plants; first += batch) {
    const events = Array.from({ length: Math.min(batch, plants - first) }, (_, index) => planted(first + index));
    const batchOf = { events, position: BigInt(first + events.length), caughtUp: false };
    await applyBatch(db, asFollower(publicPlantsProjection), BigInt(first), batchOf);
  }
  await fillSums(pool, plants);
  await pool.query('vacuum analyze');
}

function planted(n: number): LoggedEvent<PlantEvent> {
  const data = {
    ...{ plantId: idOf(n), ownerId: idOf(0), at: '2026-01-01T00:00:00Z', name: 'x', description: '' },
    address: {
      street: 'x',
      postcode: String(10_000 + Math.floor(chance(n, 1) * 89_999)),
      town: `Ort ${Math.floor(chance(n, 2) * 12_000)}`,
      country: countries[n % countries.length] ?? 'DE',
    },
    location: { latitudeDeg: 47 + chance(n, 3) * 8, longitudeDeg: 6 + chance(n, 4) * 9, altitudeM: 100 },
    ...{ timeZone: 'Europe/Berlin', moduleName: '', kind: 'pv', powerTemperatureCoefficientPercentPerK: -0.4 },
    ...{
      azimuthDeg: 180,
      tiltDeg: 30,
      moduleAreaM2: 50,
      generatorPowerW: 4_000 + Math.floor(chance(n, 5) ** 4 * 300_000),
    },
    ...{ feedInTariffs: [], public: true },
  };
  const event = { type: 'PlantAdded', data, id: idOf(n), streamId: `plant-${idOf(n)}`, revision: 0n } as const;
  const metadata = { actor: { kind: 'system', id: 'bench' }, correlationId: 'bench' } as const;
  return { ...event, position: BigInt(n + 1), recordedAt: data.at, metadata } as unknown as LoggedEvent<PlantEvent>;
}

async function fillSums(pool: pg.Pool, plants: number): Promise<void> {
  const inverters = `select plant_id, ('00000000-0000-4000-8b' || lpad(part::text, 2, '0') || right(plant_id::text, 13))::uuid
    as inverter_id, n from (select plant_id, row_number() over () as n from public_plants.plants) plant
    cross join generate_series(1, 2) part`;
  await pool.query(
    `insert into inverter_totals (inverter_id, plant_id, total_wh) select inverter_id, plant_id, n * 100 from (${inverters}) i`,
  );
  await pool.query(
    `insert into device_days (plant_id, inverter_id, device_id, day, energy_wh, first_at, last_at)
     select plant_id, inverter_id, 1, day::date, 1000 + abs(hashint8(n)) % 30000, day, day + interval '20 hours'
     from (${inverters}) i cross join generate_series(current_date - 4, current_date, '1 day') day where n <= $1`,
    [plants],
  );
}

async function measure(db: ReturnType<typeof openDatabase>['db'], queries: number): Promise<readonly TimedRow[]> {
  const app = await buildApp({
    routes: [
      publicPlantRoutes({
        listPublicPlants: (filter, page) => listPublicPlants(db, filter, page),
        publicClusters: (filter, view) => publicClusters(db, filter, view),
        findPublicPlant: (plantId) => findPublicPlant(db, plantId),
        publicTotals: () => publicTotals(db),
      }),
    ],
    auth: { jwtSecret: 'x'.repeat(40), isSessionActive: async () => false, useToken: async () => null },
    access: {
      documentsDueOf: async () => [],
      rightsOf: () => Promise.reject(new Error('nobody signs in')),
      monitoringOf: async () => wholeMonitoring,
      plantRoleOf: async () => null,
    },
    maxRequestsPerMinute: Number.MAX_SAFE_INTEGER,
  });
  const any = (most: number) => Math.floor(Math.random() * most);
  const get = async (path: string) => {
    const answer = await app.inject({ url: `/api/v1/public/${path}` });
    if (answer.statusCode !== 200) throw new Error(`${path}: ${answer.body}`);
    return answer;
  };
  const view = (zoom: number) => {
    const [south, west] = [47 + Math.random() * 6, 6 + Math.random() * 6];
    const span = 720 / 2 ** zoom;
    return `zoom=${zoom}&south=${south}&north=${Math.min(89, south + span)}&west=${west}&east=${Math.min(179, west + span * 2)}`;
  };
  const narrow = () => `postcode=${10 + any(89)}`;
  const rows = [
    await timedOften('list, first page', queries, () => get('plants')),
    await timedOften('list, country', queries, () => get(`plants?country=${countries[any(10)]}`)),
    await timedOften('list, size', queries, () => get(`plants?size=${plantSizes[any(4)]}&country=FR`)),
    await timedOften('list, two digits of a postcode', queries, () => get(`plants?${narrow()}`)),
    await timedOften('list, town', queries, () => get(`plants?town=Ort%20${any(12_000)}`)),
    await timedOften('map, Europe', queries, () => get('plants/map?zoom=4&west=-20&east=40&south=35&north=65')),
    await timedOften('map, any part at zoom 6 to 10', queries, () => get(`plants/map?${view(6 + any(5))}`)),
    await timedOften('map, country and size', queries, () => get(`plants/map?country=DE&size=upTo10kW&${view(6)}`)),
    await timedOften('map, two digits of a postcode', queries, () => get(`plants/map?${narrow()}&${view(5)}`)),
    await timedOften('totals', queries, () => get('totals')),
  ];
  await app.close();
  return rows;
}

function report(
  plants: number,
  refresh: { readonly refreshS: number; readonly againS: number },
  rows: readonly TimedRow[],
): void {
  if (options.json) {
    process.stdout.write(`${JSON.stringify({ plants, ...refresh, cpus: cpus().length, rows })}\n`);
    return;
  }
  const { refreshS, againS } = refresh;
  process.stdout.write(
    `${plants.toLocaleString('en')} public plants; first look at the sums ${refreshS.toFixed(1)} s, next ${againS.toFixed(1)} s\n`,
  );
  for (const { query, p50Ms, p99Ms } of rows) {
    const [p50, p99] = [p50Ms, p99Ms].map((ms) => ms.toFixed(1).padStart(7));
    process.stdout.write(`${query.padEnd(34)} p50 ${p50} ms   p99 ${p99} ms\n`);
  }
}
