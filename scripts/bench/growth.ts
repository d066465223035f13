import { cpus } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import { inspect, parseArgs } from 'node:util';
import { readConfig, type Config } from '../../adapters/config.js';
import { openDatabase } from '../../adapters/database/database.js';
import { openSystem, type System } from '../../adapters/system.js';
import { projections } from '../../adapters/system/followers.js';
import { openStoresOnly } from '../../adapters/system/stores.js';
import { plantAccessWith } from '../../http/plant-viewing.js';
import { overviewOf } from '../../http/routes/production-overview.js';
import { rebuildProjection } from '../../projections/engine/rebuild.js';
import { licencesOf } from '../../projections/licences.js';
import { placesEver } from '../../projections/devices.js';
import { findPlant, listPlants } from '../../projections/plant-queries.js';
import { fillPlantLog, type FilledPlant } from './fill-log.js';
import { ownServer } from './own-server.js';
import { appendPlantEvents } from './plant-log.js';

const help = `What a command and the pages cost while the log grows: logs of several lengths side by side on one server with fsync
on, each with its read models and the whole system open, measured in turns, so that a busy moment hits all of them.

  --sizes N,N,…    events of each log, the first is what the others are compared with (default 10000,1000000,5000000)
  --data FOLDER    keep the server's data there
  --reuse          measure what an earlier run with the same --sizes left in --data
  --rounds N       measured calls of each kind and log (default 2000)
  --json           print JSON instead of a table

Filling takes some minutes and, for the defaults, about 10 GB in the folder for temporary files.
`;

const plantsPerOwner = 100;
/** As many in each log, spread over all of it: its length is to be measured, not how many plants are in use. */
const plantsInUse = 500;
const warmUpRounds = plantsInUse;

const { values: options } = parseArgs({
  options: {
    sizes: { type: 'string', default: '10000,1000000,5000000' },
    rounds: { type: 'string', default: '2000' },
    data: { type: 'string' },
    reuse: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});

type House = { readonly events: number; readonly system: System; readonly plants: readonly FilledPlant[] };
type Call = { readonly what: string; readonly call: (house: House, plant: FilledPlant) => Promise<unknown> };
type Row = { readonly what: string; readonly events: number; readonly p50Ms: number; readonly p99Ms: number };

const quiet = {
  info: () => undefined,
  warn: (message: string) => void process.stderr.write(`${message}\n`),
  error: (details: object, message: string) => void process.stderr.write(`${message} ${inspect(details)}\n`),
};

/** A change of a plant: its stream is read, the event checked, sealed, chained and committed. */
const changeOfPlant: Call = {
  what: 'change of a plant',
  call: ({ system }, { plantId, ownerId }) =>
    appendPlantEvents(system.log, [
      { type: 'PlantChanged', data: { plantId, ownerId, at: '2026-07-22T10:00:00Z', tiltDeg: 31 } },
    ]),
};

const calls: readonly Call[] = [
  changeOfPlant,
  {
    what: 'page of a plant',
    call: async ({ system }, { plantId, ownerId }) => {
      const found = await findPlant(system.database.db, ownerId, plantId);
      if (found === null) throw new Error(`${plantId} is not in the read model`);
    },
  },
  {
    what: 'list of plants',
    call: ({ system }, { ownerId }) => listPlants(system.database.db, ownerId, { limit: 50, cursor: null }),
  },
  {
    what: 'overview of a plant',
    call: async ({ system }, { plantId, ownerId }) => {
      const plant = await accessTo(system)(ownerId, plantId);
      if (plant === null) throw new Error(`${plantId} cannot be seen`);
      await overviewOf(plant, system);
    },
  },
  { what: 'state of the read models', call: ({ system }) => system.readModels.status() },
];

function accessTo(system: System) {
  const { db } = system.database;
  return plantAccessWith({
    ...system,
    findPlant: (accountId, plantId) => findPlant(db, accountId, plantId),
    placesEver: (plantIds) => placesEver(db, plantIds),
    licencesOf: (plantIds) => licencesOf(db, plantIds),
  });
}

if (options.help) process.stdout.write(help);
else await run(options.sizes.split(',').map(Number), Number(options.rounds));

async function run(sizes: readonly number[], rounds: number): Promise<void> {
  if (!sizes.every((events) => events >= 20) || !(rounds >= 1)) throw new RangeError(help);
  const server = await ownServer(options.data);
  const houses: House[] = [];
  try {
    for (const events of sizes) houses.push(await openFilled(server.url, events));
    report(await measure(houses, rounds), sizes);
  } finally {
    for (const { system } of houses) await system.close();
    await server.stop();
  }
}

async function openFilled(serverUrl: string, events: number): Promise<House> {
  const config = await configOf(serverUrl, events);
  if (!options.reuse) await fill(serverUrl, config, events);
  const system = await openSystem(config, quiet);
  const head = await system.log.head();
  for (const followers of [system.readModels, system.policies]) {
    if (!(await followers.waitFor(head, { timeoutMs: 60_000 }))) throw new Error('the followers do not arrive');
  }
  // A release with newer read models than those that were kept builds them first.
  while ((await system.readModels.status()).some(({ version, wantedVersion }) => version < wantedVersion)) {
    await pause(1_000);
  }
  await system.sumsSettled();
  const plants = await plantsOf(system);
  tell(`${events} events: ready\n`);
  return { events, system, plants };
}

/** The same secret each time, for the runs that find their data again. */
async function configOf(serverUrl: string, events: number): Promise<Config> {
  const url = new URL(serverUrl);
  url.pathname = `/log_${events}`;
  const secret = Buffer.alloc(32, 'benchmark').toString('base64');
  return readConfig({ DATABASE_URL: url.href, JWT_SECRET: secret, MASTER_KEY: secret });
}

async function plantsOf({ database }: System): Promise<readonly FilledPlant[]> {
  const { rows } = await database.pool.query<FilledPlant>(
    'select plant_id::text as "plantId", owner_id::text as "ownerId" from plants.plants order by plant_id',
  );
  const step = Math.max(1, rows.length / plantsInUse);
  return Array.from(
    { length: Math.min(rows.length, plantsInUse) },
    (_, n) => rows[Math.floor(n * step)] as FilledPlant,
  );
}

/** The log, its first root, the read models; policies have seen everything, so that none starts a trial for each plant. */
async function fill(serverUrl: string, config: Config, events: number): Promise<void> {
  const server = openDatabase(serverUrl);
  await server.pool.query(`create database log_${events} template template0 encoding 'UTF8' locale 'C'`);
  await server.close();
  // Once empty, so that the tables and the places of all followers are there.
  await (await openSystem(config, quiet)).close();
  const { database, log, close } = await openStoresOnly(config, quiet);
  const { db, pool } = database;
  try {
    const { masterKey } = config;
    const onProgress = (done: number) => tell(`${events} events: ${done} written`);
    await fillPlantLog(pool, { events, plantsPerOwner, masterKey, onProgress });
    await pool.query(
      `update log.checkpoints set position = (select position from log.log_head) where name like 'policy/%'`,
    );
    for (const projection of projections) {
      tell(`${events} events: filling ${projection.name}`);
      await rebuildProjection({ db, pool, log, signal: new AbortController().signal }, projection);
    }
    await pool.query('vacuum analyze');
  } finally {
    await close();
  }
}

async function measure(houses: readonly House[], rounds: number): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for (const { what, call } of calls) {
    tell(`measuring: ${what}`);
    const found = new Map<number, number[]>(houses.map(({ events }) => [events, []]));
    for (let round = -warmUpRounds; round < rounds; round++) {
      for (const house of houses) {
        const plant = house.plants[(round + warmUpRounds) % house.plants.length];
        if (plant === undefined) throw new Error('no plants');
        const startedAt = performance.now();
        const position = await call(house, plant);
        if (round >= 0) found.get(house.events)?.push(performance.now() - startedAt);
        // What a change sets in motion is not to be paid by the next call.
        if (typeof position === 'bigint') await house.system.readModels.waitFor(position);
      }
    }
    for (const [events, times] of found) {
      times.sort((a, b) => a - b);
      const quantile = (q: number) => times[Math.min(times.length - 1, Math.floor(times.length * q))] ?? 0;
      rows.push({ what, events, p50Ms: quantile(0.5), p99Ms: quantile(0.99) });
    }
  }
  tell('');
  return rows;
}

function report(rows: readonly Row[], [first]: readonly number[]): void {
  if (options.json) {
    process.stdout.write(`${JSON.stringify({ node: process.version, cpus: cpus().length, rows }, null, 2)}\n`);
    return;
  }
  process.stdout.write(`\nnode ${process.version}, ${cpus().length} x ${cpus()[0]?.model ?? 'unknown'}\n\n`);
  process.stdout.write('| | events | p50 ms | p99 ms | p50 to that of the first |\n| --- | --: | --: | --: | --: |\n');
  for (const { what, events, p50Ms, p99Ms } of rows) {
    const base = rows.find((row) => row.what === what && row.events === first)?.p50Ms ?? p50Ms;
    const cells = [what, events, p50Ms.toFixed(2), p99Ms.toFixed(2), (p50Ms / base).toFixed(2)];
    process.stdout.write(`| ${cells.join(' | ')} |\n`);
  }
}

function tell(text: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r${text.padEnd(60)}`);
}
