import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import type pg from 'pg';
import { openDatabase, type Database } from '../../adapters/database/database.js';
import { migrate } from '../../adapters/database/migrate.js';
import { monthPartitions } from '../../adapters/readings/partitions.js';
import { postgresProduction } from '../../adapters/readings/queries.js';
import { keptWeather } from '../../adapters/weather/kept-weather.js';
import { dayNumber } from '../../domain/production/device-clock.js';
import { usualEmissionFactor } from '../../domain/production/co2.js';
import { overviewOf } from '../../http/routes/production-overview.js';
import { seriesOf } from '../../http/routes/production-series.js';
import type { PlantForViewing } from '../../http/routes/production-deps.js';
import { Temporal } from '../../domain/kernel/time.js';
import { ownServer } from './own-server.js';

const help = `Overview and day series of plants with 8 inverters out of many stored readings.

  --rows N        readings to store (default 50000000); ten-minute values of one year per inverter
  --queries N     measured calls of each kind (default 500)
  --data FOLDER   keep the server's data there
  --reuse         measure what an earlier run with the same --rows left in --data
  --json          print JSON instead of a table
`;

const invertersPerPlant = 8;
const recordsPerYear = 365 * 144;
const timeZone = 'Europe/Berlin';
const yearStartS = Date.UTC(2025, 11, 31, 23) / 1000;
const now = Temporal.Instant.fromEpochMilliseconds((yearStartS + recordsPerYear * 600 - 43_200) * 1000);

type ReadingsBenchRow = { readonly query: string; readonly p50Ms: number; readonly p99Ms: number };

const { values: options } = parseArgs({
  options: {
    rows: { type: 'string', default: '50000000' },
    queries: { type: 'string', default: '500' },
    data: { type: 'string' },
    reuse: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});
if (options.help) process.stdout.write(help);
else await run(Number(options.rows), Number(options.queries));

async function run(rows: number, queries: number): Promise<void> {
  if (!(rows >= recordsPerYear * invertersPerPlant) || !(queries >= 1)) throw new RangeError(help);
  const inverters = Math.ceil(rows / recordsPerYear / invertersPerPlant) * invertersPerPlant;
  const server = await ownServer(options.data);
  const database = openDatabase(server.url);
  try {
    if (!options.reuse) await fill(database, inverters);
    report(inverters * recordsPerYear, await measure(database.pool, inverters, queries));
  } finally {
    await database.close();
    await server.stop();
  }
}

async function fill(database: Database, inverters: number): Promise<void> {
  const { pool } = database;
  await migrate(database.db);
  await pool.query(`create schema if not exists devices`);
  await pool.query(
    `create table if not exists devices.assignments (serial_number text not null, inverter_id uuid not null,
       plant_id uuid not null, time_zone text not null, nominal_power_w integer not null,
       assigned_from timestamptz not null, assigned_to timestamptz, changed_position int8 not null)`,
  );
  const client = await pool.connect();
  try {
    await client.query('set synchronous_commit = off');
    await fillDevices(client, inverters);
    const partitions = monthPartitions(pool);
    for (let day = 0; day <= 365; day += 15) await partitions.ensure(yearStartS + day * 86_400);
    await partitions.ensure(yearStartS + 365 * 86_400);
    for (let day = 0; day < 365; day++) {
      await fillDay(client, inverters, day);
      progress(`${((day + 1) * inverters * 144).toLocaleString('en')} readings`);
    }
    await fillSums(client);
    progress('analysing');
    await client.query('vacuum analyze');
    progress('ready\n');
  } finally {
    client.release();
  }
}

/** Ids as text that can be told from the number of the inverter. */
function idOf(kind: 'a' | 'b', n: number): string {
  return `00000000-0000-4000-8${kind}00-${n.toString(16).padStart(12, '0')}`;
}

async function fillDevices(client: pg.PoolClient, inverters: number): Promise<void> {
  await client.query(
    `insert into devices (serial_number, first_seen_at, last_seen_at)
     select 'BENCH' || lpad(n::text, 6, '0'), now(), now() from generate_series(0, $1 - 1) n`,
    [inverters],
  );
  await client.query(
    `insert into devices.assignments
     select 'BENCH' || lpad(n::text, 6, '0'), ('00000000-0000-4000-8b00-' || lpad(to_hex(n), 12, '0'))::uuid,
       ('00000000-0000-4000-8a00-' || lpad(to_hex(n / ${invertersPerPlant}), 12, '0'))::uuid, $2, 19200, '2025-01-01',
       null, n + 1
     from generate_series(0, $1 - 1) n`,
    [inverters, timeZone],
  );
  await client.query(`create index on devices.assignments (serial_number)`);
  await client.query(`create index on devices.assignments (inverter_id)`);
}

/** One day of all devices in the order in which they would send: time by time. */
async function fillDay(client: pg.PoolClient, inverters: number, day: number): Promise<void> {
  await client.query(
    `insert into readings (device_id, measured_at, device_clock_s, received_at, interval_s, ac_power_w, ac_voltage_v,
       ac_current_a, ac_frequency_hz, dc_power_w, dc_voltage_v, dc_current_a, temperature_1_c, day_energy_wh, status,
       total_energy_wh)
     select device_id, to_timestamp(at_s), at_s + 3600, to_timestamp(at_s + 5), 600, sun * 15000, 230, sun * 20, 50,
       sun * 15500, 600, sun * 25, 35, made::integer, 4, ${day}::double precision * 40000 + made
     from generate_series(0, 143) n
     cross join lateral (select $1::bigint + n * 600 as at_s, greatest(0, sin(pi() * (n - 36) / 72.0)) as sun,
       20000 * (1 - cos(pi() * greatest(0, least(72, n - 36)) / 72.0)) as made) moment
     cross join generate_series(1, $2::integer) device_id`,
    [yearStartS + day * 86_400, inverters],
  );
}

async function fillSums(client: pg.PoolClient): Promise<void> {
  await client.query(
    `insert into device_days (plant_id, inverter_id, device_id, day, energy_wh, first_at, last_at)
     select plant_id, inverter_id, device.id, day::date, 40000, day, day + interval '23 hours'
     from devices.assignments join devices device using (serial_number)
     cross join generate_series('2026-01-01'::timestamptz, '2026-12-31'::timestamptz, '1 day') day`,
  );
  await client.query(
    `insert into inverter_totals (inverter_id, plant_id, total_wh)
     select inverter_id, plant_id, 14600000 from devices.assignments`,
  );
  await client.query(
    `insert into device_latest (device_id, measured_at, interval_s, ac_power_w, status)
     select id, to_timestamp($1), 600, 12000, 4 from devices`,
    [now.epochMilliseconds / 1000 - 60],
  );
}

async function measure(pool: pg.Pool, inverters: number, queries: number): Promise<readonly ReadingsBenchRow[]> {
  const production = postgresProduction(pool);
  const sources = { production, weather: keptWeather(pool) };
  const clock = { now: () => now };
  const today = dayNumber(timeZone, now.epochMilliseconds / 1000);
  const anyDay = () => new Date((today - Math.floor(Math.random() * 360)) * 86_400_000).toISOString().slice(0, 10);
  const plants = inverters / invertersPerPlant;
  const anyPlant = () => plantNumber(Math.floor(Math.random() * plants));
  const daySeries = (by: 'plant' | 'inverter') => {
    const from = anyDay();
    const to = new Date(Date.parse(from) + 86_400_000).toISOString().slice(0, 10);
    return seriesOf(anyPlant(), { metrics: 'acPowerW,energyWh', from, to, resolution: 'PT10M', by }, sources);
  };
  return [
    await timed('overview', queries, () => overviewOf(anyPlant(), { production, clock })),
    await timed('day series, plant', queries, () => daySeries('plant')),
    await timed('day series, 8 inverters', queries, () => daySeries('inverter')),
  ];
}

async function timed(query: string, times: number, call: () => Promise<unknown>): Promise<ReadingsBenchRow> {
  for (let i = 0; i < 20; i++) await call();
  const durations: number[] = [];
  for (let i = 0; i < times; i++) {
    const startedAt = performance.now();
    await call();
    durations.push(performance.now() - startedAt);
  }
  durations.sort((a, b) => a - b);
  const at = (share: number) => durations[Math.min(durations.length - 1, Math.floor(durations.length * share))] ?? 0;
  return { query, p50Ms: at(0.5), p99Ms: at(0.99) };
}

function plantNumber(n: number): PlantForViewing {
  const inverters = Array.from({ length: invertersPerPlant }, (_, index) => n * invertersPerPlant + index);
  return {
    plantId: idOf('a', n),
    name: `Plant ${n}`,
    timeZone,
    nominalPowerW: invertersPerPlant * 16_500,
    nominalPowerAssumed: false,
    generatorPowerW: 140_000,
    model: null,
    measured: null,
    ownForecasts: new Map(),
    feedInTariffs: [{ from: '2020-01-01', centsPerKwh: 8.2 }],
    emissionFactor: usualEmissionFactor,
    licence: { state: 'trial', firstDay: null, lastDay: null, daysLeft: null },
    subplants: [],
    inverters: inverters.map((number) => ({
      id: idOf('b', number),
      name: `Inverter ${number}`,
      serialNumber: `BENCH${String(number).padStart(6, '0')}`,
      model: null,
      nominalPowerW: 16_500,
      subplantId: null,
      state: 'reporting',
    })),
    removedInverterIds: [],
  };
}

function report(readings: number, rows: readonly ReadingsBenchRow[]): void {
  if (options.json) {
    process.stdout.write(`${JSON.stringify({ readings, cpus: cpus().length, rows })}\n`);
    return;
  }
  process.stdout.write(`${readings.toLocaleString('en')} readings, ${cpus().length} x ${cpus()[0]?.model ?? 'CPU'}\n`);
  for (const { query, p50Ms, p99Ms } of rows) {
    const [p50, p99] = [p50Ms, p99Ms].map((ms) => ms.toFixed(1).padStart(7));
    process.stdout.write(`${query.padEnd(26)} p50 ${p50} ms   p99 ${p99} ms\n`);
  }
}

function progress(text: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r${text.padEnd(40)}`);
}
