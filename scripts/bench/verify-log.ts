import { randomBytes, randomUUID } from 'node:crypto';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openDatabase, type Database } from '../../adapters/database/database.js';
import { migrate } from '../../adapters/database/migrate.js';
import { openDailyRoots } from '../../adapters/event-log/daily-roots.js';
import { openPostgresEventStore } from '../../adapters/event-store/postgres/store.js';
import type { EventStore, NewEvent } from '../../adapters/event-store/port.js';
import { chained } from '../../adapters/event-log/chain.js';
import { seal } from '../../adapters/event-log/personal-data.js';
import { Temporal } from '../../domain/kernel/time.js';
import { verifyLogCommand } from '../operator/verify-log.js';
import { ownServer } from './own-server.js';

const help = `Events that verify-log proves in a second, out of PostgreSQL and out of an exported file.

  --events N   length of the log (default 200000)
  --rounds N   verifications of each kind, in turns; the median counts (default 3)
  --json       print JSON instead of a table
`;

const eventsPerStream = 25;

const { values: options } = parseArgs({
  options: {
    events: { type: 'string', default: '200000' },
    rounds: { type: 'string', default: '3' },
    json: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});
if (options.help) process.stdout.write(help);
else await run(Number(options.events), Number(options.rounds));

async function run(events: number, rounds: number): Promise<void> {
  if (!(events >= eventsPerStream) || !(rounds >= 1)) throw new RangeError(help);
  const server = await ownServer();
  try {
    const database = openDatabase(server.url);
    await migrate(database.db);
    const store = openPostgresEventStore({ pool: database.pool, connectionString: server.url });
    await fill(store, Math.floor(events / eventsPerStream));
    const found = await measure(database, store, join(server.dataDir, 'export.jsonl'), rounds);
    await store.close();
    await database.close();
    const machine = `node ${process.version}, ${cpus().length} x ${cpus()[0]?.model ?? 'unknown'}`;
    process.stdout.write(
      options.json ? `${JSON.stringify({ machine, events, ...found })}\n` : table(machine, events, found),
    );
  } finally {
    await server.stop();
  }
}

/** Plants: one long event with four sealed fields, then short ones. */
async function fill(store: EventStore, streams: number): Promise<void> {
  for (let first = 0; first < streams; first += 200) {
    const count = Math.min(200, streams - first);
    await Promise.all(Array.from({ length: count }, () => fillStream(store)));
  }
}

async function fillStream(store: EventStore): Promise<void> {
  const plantId = randomUUID();
  const ownerId = randomUUID();
  const key = { id: randomUUID(), secret: randomBytes(32) };
  const events = Array.from({ length: eventsPerStream }, (_, revision): NewEvent => {
    const id = randomUUID();
    const sealed = (field: string, value: unknown) => seal(key, { eventId: id, field }, value);
    const at = new Date(Date.UTC(2026, 6, 21) + revision * 60_000).toISOString();
    const metadata = { actor: { kind: 'account', id: ownerId }, correlationId: randomUUID() } as const;
    if (revision > 0) {
      const data = { plantId, at, nominalPowerW: 10_000 + revision, assumedPowerW: 0 };
      return { id, type: 'NominalPowerChanged', schemaVersion: 1, data, metadata };
    }
    const data = {
      plantId,
      ownerId,
      at,
      name: sealed('name', 'Scheune Süd'),
      description: sealed('description', ''),
      address: sealed('address', { street: 'Ackerweg 12', postcode: '72555', town: 'Metzingen', country: 'DE' }),
      location: sealed('location', { latitudeDeg: 48.54, longitudeDeg: 9.28, altitudeM: 350 }),
      timeZone: 'Europe/Berlin',
      azimuthDeg: 180,
      tiltDeg: 30.5,
      generatorPowerW: 24_000,
      feedInTariffs: [{ from: '2026-07-01', centsPerKwh: 8.11 }],
    };
    return { id, type: 'PlantAdded', schemaVersion: 1, data, metadata };
  });
  const streamId = `plant-${plantId}`;
  const result = await store.append(
    streamId,
    chained(streamId, events, { revision: 'no_stream', hash: null }),
    'no_stream',
  );
  if (!result.ok) throw new Error(result.reason);
}

type Found = { readonly logPerSecond: number; readonly filePerSecond: number; readonly rootMs: number };

async function measure({ pool }: Database, store: EventStore, file: string, rounds: number): Promise<Found> {
  const dailyRoots = openDailyRoots({ pool, store, clock: { now: () => Temporal.Now.instant() } });
  const startedAt = performance.now();
  await dailyRoots.make();
  const rootMs = Math.round(performance.now() - startedAt);
  const verify = async (...args: readonly string[]): Promise<number> => {
    let answer = '';
    const output = { out: (text: string) => void (answer += text), err: () => undefined };
    const house = { store, dailyRoots, close: async () => undefined };
    const code = await verifyLogCommand([...args, '--json'], async () => house, output);
    if (code !== 0) throw new Error(answer);
    return (JSON.parse(answer) as { readonly perSecond: number }).perSecond;
  };
  await verify('--export', file);
  const log: number[] = [];
  const exported: number[] = [];
  for (let round = 0; round < rounds; round++) {
    log.push(await verify());
    exported.push(await verify('--file', file));
  }
  return { logPerSecond: median(log), filePerSecond: median(exported), rootMs };
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

function table(machine: string, events: number, { logPerSecond, filePerSecond, rootMs }: Found): string {
  return [
    `${machine}; ${events} events, ${eventsPerStream} a stream; first root over all of them: ${rootMs} ms`,
    '',
    '| verify-log over | events/s |',
    '| --- | --: |',
    `| PostgreSQL | ${logPerSecond} |`,
    `| exported file | ${filePerSecond} |`,
    '',
  ].join('\n');
}
