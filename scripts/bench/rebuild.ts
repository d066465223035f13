import { randomBytes } from 'node:crypto';
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import {
  getPostgreSQLEventStore,
  pongoSingleStreamProjection,
  rebuildPostgreSQLProjections,
} from '@event-driven-io/emmett-postgresql';
import { openDatabase, type Database } from '../../adapters/database/database.js';
import { openLeases } from '../../adapters/database/leases.js';
import { migrate } from '../../adapters/database/migrate.js';
import { catalogue } from '../../adapters/event-log/catalogue.js';
import { openEventLog, type OpenEventLog } from '../../adapters/event-log/event-log.js';
import { openPersonKeys } from '../../adapters/event-log/person-keys.js';
import { openPostgresEventStore } from '../../adapters/event-store/postgres/store.js';
import { changePlant } from '../../commands/plant/change-plant.js';
import { AccountId } from '../../domain/kernel/ids.js';
import { Temporal } from '../../domain/kernel/time.js';
import type { PlantEvent } from '../../domain/plant/events.js';
import { devicesProjection } from '../../projections/devices.js';
import { openProjections } from '../../projections/engine/engine.js';
import { rebuildProjection } from '../../projections/engine/rebuild.js';
import { emptyView, evolveView, restoreView, storedView } from '../../projections/plant-view.js';
import { findPlant } from '../../projections/plant-queries.js';
import { grantsProjection } from '../../projections/grants.js';
import { plantsProjection } from '../../projections/plants.js';
import { fillPlantLog, type FilledPlant } from './fill-log.js';
import { plantLife } from './plant-log.js';
import { ownServer } from './own-server.js';

const help = `Rebuilding the plants' read models from their log, beside Emmett's rebuild of the same fold, and the time from the
commit of a command to the row in the hands of a reader. On one server of its own with fsync on.

  --events N           events of the log (default 200000)
  --emmett-events N    events of Emmett's log, which takes longer (default 20000; 0 leaves it out)
  --commands N         commands a second while the visible row is timed (default 1000)
  --seconds N          for so long, after two seconds that do not count (default 10; 0 leaves it out)
  --json               print JSON
`;

const masterKey = randomBytes(32);

const { values: options } = parseArgs({
  options: {
    events: { type: 'string', default: '200000' },
    'emmett-events': { type: 'string', default: '20000' },
    commands: { type: 'string', default: '1000' },
    seconds: { type: 'string', default: '10' },
    json: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});

type Result = { readonly what: string; readonly events: number; readonly perSecond?: number } & Readonly<
  Record<string, unknown>
>;

if (options.help) process.stdout.write(help);
else await run();

async function run(): Promise<void> {
  const server = await ownServer();
  try {
    const database = openDatabase(server.url, { maxConnections: 20 });
    await migrate(database.db);
    const store = openPostgresEventStore({ pool: database.pool, connectionString: server.url });
    const personKeys = openPersonKeys({ pool: database.pool, masterKey });
    const log = openEventLog({ store, catalogue, personKeys });
    const results: Result[] = [];
    const tell = (result: Result) => {
      results.push(result);
      if (!options.json) process.stdout.write(`${JSON.stringify(result)}\n`);
    };
    await measureOurs(database, log, tell);
    await store.close();
    await database.close();
    if (Number(options['emmett-events']) > 0) tell(await measureEmmett(server.url, Number(options['emmett-events'])));
    const machine = { node: process.version, cpus: `${cpus().length} x ${cpus()[0]?.model ?? 'unknown'}` };
    if (options.json) process.stdout.write(`${JSON.stringify({ machine, results }, null, 2)}\n`);
  } finally {
    await server.stop();
  }
}

async function measureOurs(database: Database, log: OpenEventLog, tell: (result: Result) => void): Promise<void> {
  const { db, pool } = database;
  const projections = [plantsProjection, grantsProjection, devicesProjection];
  const before = performance.now();
  const plants = await fillPlantLog(pool, { events: Number(options.events), plantsPerOwner: 4, masterKey });
  tell({ what: 'written', events: Number(options.events), seconds: secondsSince(before) });
  // The live tables exist and are followed, as they are while people use them.
  const leases = openLeases(pool);
  const following = openProjections({ db, pool, leases, log, projections });
  await following.start();
  try {
    await following.waitFor(await log.head(), { timeoutMs: 600_000 });
    for (const projection of projections) {
      const context = { db, pool, log, signal: new AbortController().signal };
      const cpuBefore = process.cpuUsage();
      const report = await rebuildProjection(context, projection);
      const { user, system } = process.cpuUsage(cpuBefore);
      const { name, events, seconds, eventsPerSecond, swapMs, comparison } = report;
      if (comparison?.equal !== true) throw new Error(`${name} is not what the log says`);
      // On a busy machine the processor time says more than the clock.
      const cpuSeconds = Number(((user + system) / 1e6).toFixed(2));
      tell({ what: `rebuild of ${name}`, events, seconds, perSecond: eventsPerSecond, swapMs, cpuSeconds });
    }
    if (Number(options.seconds) > 0) tell(await measureVisible(database, log, following, plants));
  } finally {
    await following.stop();
    await leases.close();
  }
}

/**
 * Real commands in an open loop: they start when they are due, whether or not the ones before are done. The clock runs
 * from the answer of the append to the moment in which a reader has the row in hand.
 */
async function measureVisible(
  { db }: Database,
  log: OpenEventLog,
  following: ReturnType<typeof openProjections>,
  plants: readonly FilledPlant[],
): Promise<Result> {
  const perSecond = Number(options.commands);
  const warmUp = 2 * perSecond;
  const total = warmUp + perSecond * Number(options.seconds);
  const deps = { log, clock: { now: () => Temporal.Now.instant() } };
  const latencies: { readonly n: number; readonly ms: number }[] = [];
  let late = 0;
  const command = async (n: number): Promise<void> => {
    // Far apart, so that two commands to one plant do not meet.
    const plant = plants[(n * 7_919) % plants.length];
    if (plant === undefined) throw new Error('no plants');
    const { plantId, ownerId } = plant;
    const context = { actor: { kind: 'account', id: ownerId }, correlationId: 'bench' } as const;
    const handled = await changePlant(deps, { plantId, changes: { moduleAreaM2: 500 + n } }, context);
    const committed = performance.now();
    if (!handled.ok || handled.position === null) throw new Error(`${plantId} was not changed`);
    const isThere = await following.waitFor(handled.position, { names: ['plants'] });
    const seen = await findPlant(db, ownerId, plantId);
    const isSeen = seen !== null && BigInt(seen.revision) >= BigInt(handled.revision);
    if (isThere && !isSeen) throw new Error(`${plantId} is not what its reader waited for`);
    if (!isSeen) late++;
    if (n >= warmUp) latencies.push({ n, ms: performance.now() - committed });
  };
  const cpuBefore = process.cpuUsage();
  const started = performance.now();
  const running: Promise<void>[] = [];
  for (let n = 0; n < total;) {
    const due = Math.min(total, Math.floor(((performance.now() - started) / 1_000) * perSecond));
    for (; n < due; n++) running.push(command(n));
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
  await Promise.all(running);
  const { user, system } = process.cpuUsage(cpuBefore);
  const rows = await db.withSchema('plants').selectFrom('plants').select(db.fn.countAll().as('n')).execute();
  if (Number(rows[0]?.['n']) !== plants.length) throw new Error('plants are missing');
  const quantileOf = (some: readonly { readonly ms: number }[], q: number) => {
    const sorted = some.map(({ ms }) => ms).sort((a, b) => a - b);
    return Number((sorted[Math.floor((sorted.length - 1) * q)] ?? 0).toFixed(1));
  };
  const quantile = (q: number) => quantileOf(latencies, q);
  const worstBySecond = Array.from({ length: Number(options.seconds) }, (_, second) =>
    Math.round(
      quantileOf(
        latencies.filter(({ n }) => Math.floor((n - warmUp) / perSecond) === second),
        0.99,
      ),
    ),
  );
  return {
    what: 'commit to visible row',
    events: latencies.length,
    perSecond: Math.round(total / secondsSince(started)),
    ...{ p50Ms: quantile(0.5), p99Ms: quantile(0.99), maxMs: quantile(1), late },
    cpuSeconds: Number(((user + system) / 1e6).toFixed(2)),
    p99MsBySecond: worstBySecond.join(' '),
  };
}

/** The same events in clear, folded by the same function into one document a plant. */
async function measureEmmett(url: string, wanted: number): Promise<Result> {
  const store = getPostgreSQLEventStore(url);
  await store.schema.migrate();
  const lives = Array.from({ length: Math.ceil(wanted / 20) }, () =>
    plantLife(AccountId.parse('0198a000-0000-7000-8000-000000000001')),
  );
  for (let from = 0; from < 20; from += 4) {
    const waiting = [...lives];
    const caller = async () => {
      for (let life = waiting.pop(); life !== undefined; life = waiting.pop()) {
        await store.appendToStream(`plant-${life[0]?.data.plantId}`, life.slice(from, from + 4) as never);
      }
    };
    await Promise.all(Array.from({ length: 16 }, caller));
  }
  await store.close();
  type Document = { readonly view: unknown };
  const projection = pongoSingleStreamProjection<Document, PlantEvent>({
    collectionName: 'plants_of_emmett',
    canHandle: [...new Set(lives.flat().map(({ type }) => type))] as never,
    initialState: () => ({ view: storedView(emptyView) }),
    evolve: (document: Document, event: PlantEvent) => {
      const { view } = document;
      const before = view === undefined || (view as { plant: { status: string } }).plant.status === 'none';
      const folded = evolveView(before ? emptyView : restoreView(view), {
        ...event,
        position: 1n,
        revision: 1n,
      } as never);
      return { view: storedView(folded) };
    },
  } as never);
  const before = performance.now();
  const consumer = rebuildPostgreSQLProjections({
    connectionString: url,
    projections: [projection],
    pulling: { batchSize: 1_000 },
  } as never);
  await consumer.start();
  await consumer.close();
  const seconds = secondsSince(before);
  const { pool, close } = openDatabase(url);
  const { rows } = await pool.query<{ count: bigint }>('select count(*) as count from plants_of_emmett');
  await close();
  // It happens that some are not there; ours would have stopped the run.
  const missing = lives.length - Number(rows[0]?.count);
  return {
    what: 'rebuildPostgreSQLProjections of Emmett, batches of 1000',
    events: lives.length * 20,
    seconds,
    perSecond: Math.round((lives.length * 20) / seconds),
    missing,
  };
}

function secondsSince(startedAt: number): number {
  return Number(((performance.now() - startedAt) / 1_000).toFixed(2));
}
